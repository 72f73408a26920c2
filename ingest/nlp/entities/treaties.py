"""Treaties: the full and the short mention of one are joined, two of different years stay two."""

from __future__ import annotations

import re

from graph import ids
from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.entities.heads import is_concluded
from ingest.nlp.findings import Entity, Findings
from ingest.nlp.tokens import Tokens

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PARTIES = re.compile(r"\s+(?:between|with|concluded|signed)\s.*", re.IGNORECASE | re.DOTALL)


def add_treaty(found: Findings, start: int, end: int) -> None:
    """Add a mention of a treaty to the one it names, by core name and, where given, year."""
    core = core_name(found.tokens, start, end)
    year = year_beside(found.tokens, start, end)
    treaty = _same(found, core, year)
    if treaty is None:
        label = found.tokens.span_text(start, end).removeprefix("The ").removeprefix("the ")
        label = " ".join(label.split())
        treaty = Entity(ids.entity_id("Treaty", f"{core} {year or ''}"), "Treaty", label)
        treaty.properties["core"] = core
    if year is not None:
        treaty.properties.setdefault("year", year)
    found.add(treaty, start, end, "name")


def _same(found: Findings, core: str, year: str | None) -> Entity | None:
    """The treaty of that core name whose year does not contradict."""
    words = core.split()
    for entity in found.entities.values():
        if entity.type != "Treaty":
            continue
        other = entity.properties.get("core") or ids.slug(entity.name).replace("-", " ")
        joined = other == core or (
            min(len(words), len(other.split())) > 2
            and (other.startswith(core) or core.startswith(other))
        )
        if joined and (year is None or entity.properties.get("year", year) == year):
            return entity
    return None


def core_name(tokens: Tokens, start: int, end: int) -> str:
    """A treaty's name without the parties: leading nationalities and a trailing "between ..."."""
    known = gazetteer()
    while start < end - 1:
        match = known.match(tokens.text, start)
        if match is not None and match[1].type == "State" and match[0] < end:
            start = match[0]
        elif tokens.text[start] in {"-", "–", "the", "The", "'s", "’s"}:
            start += 1
        else:
            break
    return ids.slug(_PARTIES.sub("", tokens.span_text(start, end))).replace("-", " ")


def year_beside(tokens: Tokens, start: int, end: int) -> str | None:
    """The year that tells a treaty from its namesakes: "the 1961 Treaty", "of 2000"."""
    if start and _YEAR.fullmatch(tokens.text[start - 1]):
        return tokens.text[start - 1]
    for offset in (0, 1):
        index = end + offset
        if index < len(tokens) and _YEAR.fullmatch(tokens.text[index]):
            before = tokens.lower[index - 1]
            return tokens.text[index] if offset == 0 or before in {"of", "("} else None
    return None


def add_common_treaties(found: Findings) -> None:
    """Agreements named in lower case: "signed a memorandum on energy interconnection".

    Only one that is signed, ratified, left or the like is a treaty node, and says what it is on, of
    which kind it is ("a security pact") or with whom; "the agreement" takes up an earlier one.
    """
    tokens = found.tokens
    for index, lower in enumerate(tokens.lower):
        if lower == "letter" and tokens.lower[index + 1 : index + 3] == ["of", "intent"]:
            if is_concluded(tokens, index) and _is_new(tokens, index):
                add_treaty(found, index, _intent_end(found, index + 2))
            continue
        if lower not in words("treaty_common") or found.holder[index] is not None:
            continue
        named = lower == tokens.text[index] and _names_parties(found, index)
        if lower != tokens.text[index] or not (named or is_concluded(tokens, index)):
            continue
        if named:
            add_treaty(found, index - 1, index + 1)
            continue
        start, end = _kind_start(found, index), _subject_end(tokens, index)
        if end > index + 2 or (start < index and _is_new(tokens, index)):
            add_treaty(found, start if end == index + 1 else index, end)
        elif lower != "deal" and _is_new(tokens, index) and _has_party(found, index):
            add_treaty(found, index, index + 1)


def _names_parties(found: Findings, index: int) -> bool:
    """Whether words say how many parties an agreement has, and which ("trilateral, between")."""
    tokens = found.tokens
    counted = index > 0 and tokens.lower[index - 1] in {"bilateral", "trilateral", "tripartite"}
    return counted and tokens.lower[index + 1 : index + 2] == ["between"]


def _intent_end(found: Findings, intent: int) -> int:
    """The end of "letter of intent on the purchase of aircraft", before a place or a pause."""
    tokens, at = found.tokens, intent + 1
    if at >= len(tokens) or tokens.lower[at] not in {"on", "to", "for"}:
        return intent + 1
    stop = min(tokens.rights[at] + 1, at + 12)
    for index in range(at, stop):
        held = found.holder[index + 1] if index + 1 < len(tokens) else None
        pause = tokens.text[index] in {",", ";", "(", "—", "–"}
        if pause or (tokens.lower[index] in {"in", "with", "at"} and held is not None):
            return index
    return stop


def _kind_start(found: Findings, index: int) -> int:
    """Where the words begin that say of which kind an agreement is: "defence cooperation pact"."""
    tokens, start = found.tokens, index
    while start > 0 and found.holder[start - 1] is None:
        before = start - 1
        noun = tokens.pos[before] == "NOUN" and tokens.dep[before] in {"compound", "nmod"}
        hyphen = tokens.text[before] == "-" and start < index
        joined = before > 0 and tokens.text[start] == "-" and tokens.pos[before] in {"ADJ", "NOUN"}
        if not (noun or hyphen or joined) or tokens.lower[before] in words("measure"):
            break
        start = before
    return start


def _is_new(tokens: Tokens, index: int) -> bool:
    """Whether an agreement is one the text tells of for the first time: "a", "two", no "the"."""
    pointed = {"the", "this", "that", "these", "those", "any", "no", "such"}
    near = tokens.dep[index] in {"dobj", "nsubjpass", "pobj", "conj", "relcl"}
    return near and not any(tokens.lower[c] in pointed for c in tokens.children[index])


def _has_party(found: Findings, index: int) -> bool:
    """Whether "with" and a name follow ("an agreement with the company X"), or its terms."""
    tokens = found.tokens
    if tokens.lower[index + 1 : index + 3] == ["under", "which"]:
        return True
    if index + 1 >= len(tokens) or tokens.lower[index + 1] != "with":
        return False
    left, right = tokens.subtree(index + 1)
    return any(found.holder[i] is not None for i in range(left, right))


def _subject_end(tokens: Tokens, index: int) -> int:
    """The end of "on energy interconnection" after the noun, before any comma or party."""
    if index + 1 >= len(tokens) or tokens.lower[index + 1] not in {"on", "of", "for", "regarding"}:
        return index + 1
    stop = min(tokens.rights[index + 1] + 1, index + 14)
    for at in range(index + 1, stop):
        if tokens.text[at] in {",", ";", "(", "—", "–"} or tokens.lower[at] in {"with", "between"}:
            return at
        placed = tokens.lower[at] in {"in", "at", "on", "after", "during"} and at + 1 < stop
        # "in Nairobi", "on Friday": where and when, no longer what about
        if placed and (tokens.ent[at + 1] in {"DATE", "TIME"} or tokens.pos[at + 1] == "PROPN"):
            return at
    return stop
