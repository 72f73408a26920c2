"""Treaties: the full and the short mention of one are joined, two of different years stay two."""

from __future__ import annotations

import re

from graph import ids
from ingest.nlp.entities.gazetteer import gazetteer, words
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
        other = entity.properties.get("core", ids.slug(entity.name).replace("-", " "))
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

    Only one that is signed, ratified, left or the like, and says what it is on, is a treaty node;
    "the agreement" alone takes an earlier one up.
    """
    tokens = found.tokens
    for index, lower in enumerate(tokens.lower):
        if lower not in words("treaty_common") or found.holder[index] is not None:
            continue
        if lower != tokens.text[index] or not _is_concluded(tokens, index):
            continue
        end = _subject_end(tokens, index)
        if end > index + 2:
            add_treaty(found, index, end)


def _is_concluded(tokens: Tokens, index: int) -> bool:
    """Whether the noun is what a verb or noun of concluding is about."""
    head = tokens.heads[index]
    for _ in range(3):
        if tokens.lemma[head] in words("conclude"):
            return True
        if tokens.dep[head] not in {"prep", "pobj", "conj", "dobj", "xcomp"}:
            return False
        head = tokens.heads[head]
    return tokens.lemma[head] in words("conclude")


def _subject_end(tokens: Tokens, index: int) -> int:
    """The end of "on energy interconnection" after the noun, before any comma or party."""
    if index + 1 >= len(tokens) or tokens.lower[index + 1] not in {"on", "of", "for", "regarding"}:
        return index + 1
    stop = min(tokens.rights[index + 1] + 1, index + 14)
    for at in range(index + 2, stop):
        if tokens.text[at] in {",", ";", "(", "—", "–"} or tokens.lower[at] in {"with", "between"}:
            return at
    return stop
