"""Stretches of text that look like names: runs of capitalised tokens, with what may join them.

The small spaCy model finds most names but cuts them at the wrong place, so boundaries come from
writing (capitals, hyphens, "of") and the model's label is one vote among others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.nlp import lexicon
from ingest.nlp.channels.kinds import PLATFORM
from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.entities.joints import (
    arm_in_brackets,
    capital_at,
    glued,
    has_aim,
    is_initial,
    is_ordinal,
    is_small_given,
    land_in_brackets,
    name_after_hyphen,
    owns,
    particle_joins,
    two_fields,
)
from ingest.nlp.entities.lines import (
    HYPHENS,
    boilerplate_tokens,
    credit_tokens,
    headline_tokens,
    numbered_part_end,
)
from ingest.nlp.entities.outlets import in_figures, is_site, opens_site, site_goes_on
from ingest.nlp.entities.units import numbered_unit_end, opens_unit
from ingest.nlp.marks import OPENING_QUOTES
from ingest.nlp.tokens import Tokens, is_capital, opens_bubble

# Initials, and types of machines such as F-16, T-72 or Su-34.
# Groups of hackers (APT28, UNC1151, TA505) and words with a number ("Zone9") are names.
_NO_NAME = re.compile(
    r"[A-WYZ]\.|(?!G\d|G-\d|APT|UNC\d{3}|TA\d{3}|UAC-|[A-Z][a-z]{3}\d{1,2}$)[A-Z][A-Za-z]{0,3}-?\d+\w*"
)
_LONGEST = 40  # tokens of a run of names; a longer one is a table
_LATIN = re.compile(r"[0-9A-Za-zÀ-ɏ]")
_ENDERS = frozenset(
    ("i", "i'm", "himself", "herself", "the", "a", "and", "but", "or", "in", "at", "by", "with",
     "from")
)  # fmt: skip
WEEKDAYS = frozenset(lexicon.load("dates")["weekdays"])
_NAMED_DAYS = frozenset(["bloody", "black", "good", "easter", "ash", "palm", "holy"])
_COUNTING = frozenset(["all", "two", "three", "four", "five", "seven", "first", "second", "third"])
_CAMEL = re.compile(r"[A-Z][a-z]{2,}([A-Z][a-z]{2,})")
_CLOCKS = frozenset(["am", "pm", "a.m.", "p.m.", "time", "hours"])
_ZONES = frozenset(
    ["ET", "EST", "EDT", "PT", "PST", "PDT", "CT", "CET", "CEST", "EET", "GMT", "UTC", "BST", "MSK"]
)
_MEDIA = frozenset(["video", "photo", "image"])
_PARTICLES = frozenset(["el", "al", "von", "van", "bin", "ibn", "abu", "dos", "della"])


@dataclass(slots=True)
class Chunk:
    """Tokens `start` up to `end` that may be one name or several side by side.

    `headline` marks text where capitals say nothing (titles in capitals), `initial` a chunk whose
    first capital may be due to the start of a sentence alone.
    """

    start: int
    end: int
    initial: bool = False
    headline: bool = False


def find_chunks(tokens: Tokens) -> list[Chunk]:
    """Every maximal run of capitalised tokens, in text order.

    Function words that only begin a sentence are left out; hyphenated and particle-joined parts
    ("Jean-Pierre", "von der Leyen", "G-7") stay together.
    """
    texts, lower = tokens.text, tokens.lower
    headlines = headline_tokens(tokens)
    not_names = words("not_names")
    opening = _sentence_openers(tokens)
    skipped = boilerplate_tokens(tokens) | credit_tokens(tokens)
    figures = in_figures(tokens)
    chunks: list[Chunk] = []
    index, count = 0, len(texts)
    while index < count:
        numbered = is_ordinal(texts[index]) and capital_at(tokens, index + 1)
        numbered = numbered and not _is_day(tokens, index)
        numbered = numbered or opens_unit(tokens, index)
        if is_ordinal(texts[index]) and (after := numbered_unit_end(tokens, index)) > index:
            chunks.append(Chunk(index, after))
            index = after
            continue
        begins = numbered or is_capital(texts[index]) or _opens_small(tokens, index)
        begins = begins or index in figures
        if not begins or (lower[index] in not_names and not _names_all_the_same(tokens, index)):
            index += 1
            continue
        if not _LATIN.match(texts[index]) or _is_slip(texts[index]):
            index += 1
            continue
        if opens_bubble(tokens, index):
            index += 2
            continue
        dated = lower[index] in ("sun", "mar") and texts[index + 1 : index + 2]
        if (dated and texts[index + 1][0].isdigit()) or _is_zone(tokens, index):
            index += 1  # "Sun 26th September" is a day, no paper
            continue
        if (after := numbered_part_end(tokens, index)) > index:
            index = after
            continue
        end = _extend(tokens, index, headline=index in headlines)
        if end == index + 1 and _no_name_alone(tokens, index):
            index = end
            continue
        if index not in skipped:
            titled = index in headlines or "AUX" in tokens.pos[index:end]
            chunks.append(Chunk(index, end, index in opening, titled))
        index = end
    return chunks


def is_type(text: str) -> bool:
    """Whether a word is an initial or the type of a machine: "F-16", "TB2s"."""
    return _NO_NAME.fullmatch(text) is not None


def _is_day(tokens: Tokens, index: int) -> bool:
    """Whether an ordinal is a day of the month: "On the 3rd Kern left", not "on the 3rd Army"."""
    if tokens.lower[max(0, index - 2) : index] != ["on", "the"]:
        return False
    units = words("military") | words("organization") | words("group_noun")
    return units.isdisjoint(tokens.lower[index + 1 : index + 5])


def _opens_small(tokens: Tokens, index: int) -> bool:
    """A name that begins with a small particle ("el Obeid"), or has no capital at all."""
    word = tokens.text[index]
    camel = word[0].islower() and word[-1].isupper() and word in gazetteer().by_name
    if camel or word in words("force_in_small_letters") or opens_site(tokens, index):
        return True  # "teleSUR"
    following = index + 1 < len(tokens) and word in _PARTICLES
    return following and particle_joins(tokens, index) and not capital_at(tokens, index - 1)


def _names_all_the_same(tokens: Tokens, index: int) -> bool:
    """A word that begins no name, but does in "minister No Kwang Chol", "March 23 Movement"."""
    if _names_medium(tokens, index):
        return True
    known = gazetteer().match(tokens.text, index) if tokens.lower[index] == "march" else None
    if known is not None and known[0] > index + 1:
        return True
    written = tokens.text[index]
    if written.isupper() and written in gazetteer().by_name and index:
        behind = tokens.lower[index + 1 : index + 2] + tokens.lower[index + 3 : index + 4]
        titled = not words("title").isdisjoint(behind)  # "WHO Director-General Ada Quill"
        return titled or tokens.text[index - 1] in {"the", "The"}  # "the WHO"
    if tokens.text[index] == "Jan" and capital_at(tokens, index + 1):
        return tokens.lower[index + 1] not in words("not_names")  # "Jan Kern", no month
    inside = index > 0 and tokens.lower[index - 1] in {"the", "at", "near", "of"}
    counting = inside and capital_at(tokens, index + 1) and tokens.lower[index] in _COUNTING
    if counting and tokens.lower[index + 1] not in words("title"):
        return tokens.text[index].istitle()  # "the All Rivers Alliance", "at Second Bay"
    full = tokens.text[index] == "No" and capital_at(tokens, index + 1)
    full = full and capital_at(tokens, index + 2)
    return full and index > 0 and tokens.lower[index - 1] in words("title")


def _names_medium(tokens: Tokens, index: int) -> bool:
    """Whether a label of pages opens a name inside a sentence: "bought Video International"."""
    inside = index > 0 and tokens.text[index - 1].islower() and tokens.text[index - 1].isalpha()
    named = inside and tokens.lower[index] in _MEDIA and capital_at(tokens, index + 1)
    following = tokens.lower[index + 1 : index + 2]
    return named and following[0] not in words("not_names") and following[0] not in PLATFORM


def _is_zone(tokens: Tokens, index: int) -> bool:
    """Whether initials tell by which clock: "8:30 pm ET", "1859 GMT"."""
    clock = tokens.lower[index - 1] in _CLOCKS if index else False
    return tokens.text[index] in _ZONES and (clock or tokens.text[index - 1][0].isdigit())


def _is_slip(text: str) -> bool:
    """A heading run into the next line ("AirspacePoland"): its second half is a name or "The"."""
    parts = _CAMEL.fullmatch(text)
    if parts is None:
        return False
    known = gazetteer().by_name.get(parts[1])
    return parts[1].lower() in words("not_names") or (
        known is not None and known.type in {"State", "Place"}
    )


def _no_name_alone(tokens: Tokens, index: int) -> bool:
    """Common words written with a capital ("the President"), and acronyms of common nouns."""
    lower = tokens.lower[index]
    known = gazetteer().by_name.get(tokens.text[index])
    longer = gazetteer().match(tokens.text, index)  # "the Zionist regime"
    if (known is not None and known.type != "Thing") or (longer and longer[0] > index + 1):
        return False
    if lower.endswith("phobia") or lower in words("common_acronym") or is_type(tokens.text[index]):
        return True
    office = " ".join(tokens.lower[index : index + 3])
    if office in ("head of state", "heads of state", "head of government", "heads of government"):
        return True
    if lower not in words("common_capital") or tokens.text[index] == "West":
        return False
    following = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
    if lower in words("peoples") and following in words("group_noun"):
        return False  # "Tuareg separatists"
    return following not in {"of", "on", "for", "between"}


def _extend(tokens: Tokens, start: int, *, headline: bool) -> int:
    """The end of the run of name tokens that starts here; in a headline "&" only means "and"."""
    texts, lower, count = tokens.text, tokens.lower, len(tokens.text)
    end = start + 1
    if texts[start].islower() and is_site(texts[start]):
        return end
    if (side := _side_end(tokens, start)) > start:
        return side
    while end < min(count, start + _LONGEST):
        if opens_bubble(tokens, end):
            break
        if lower[end] in WEEKDAYS and lower[end - 1] not in _NAMED_DAYS:
            break  # "arrested in Moscow Thursday"
        small = is_capital(texts[end]) and (tokens.pos[end] == "PRON" or lower[end] in _ENDERS)
        if is_capital(texts[end]) and (not small or is_small_given(tokens, end)):
            end += 1
        elif is_initial(tokens, end) and end - start > 1:
            end += 2  # "Otto X. Kern"
        elif arm_in_brackets(tokens, start, end):
            end += 4
        elif (form := land_in_brackets(tokens, end)) > end:
            end = form
        elif lower[end] == "and" and two_fields(tokens, start, end):
            end += 2
        elif lower[end] == "to" and has_aim(tokens, end):
            end += 3
        elif site_goes_on(tokens, end):
            end += 2
        elif texts[end] in HYPHENS and glued(tokens, end):
            if not (texts[end + 1][0].isalnum() and name_after_hyphen(tokens, end)):
                break
            end += 2
        elif capital_at(tokens, end + 1) and (
            is_ordinal(texts[end])
            or (texts[end] == "&" and not headline and not _are_states(tokens, end))
        ):
            end += 2
        elif (
            texts[end].isdigit()
            and (len(texts[end]) < 4 or texts[end - 1] in {"Unit", "Operation"})
            and tokens.pos[end - 1] == "PROPN"
            and not _counts(tokens, end)
        ):
            end += 1
        elif (
            lower[end] in words("particle") and end + 1 < count and particle_joins(tokens, end)
        ) or owns(tokens, end):
            end += 2
        else:
            break
    return end


def _side_end(tokens: Tokens, start: int) -> int:
    """The end of the state whose side a name's bearers are on: "the pro-Kenyan Kettle party"."""
    if tokens.lower[max(0, start - 2) : start] not in (["pro", "-"], ["anti", "-"]):
        return start
    known = gazetteer().match(tokens.text, start)
    return known[0] if known is not None and known[1].type == "State" else start


def _are_states(tokens: Tokens, joint: int) -> bool:
    """Whether both sides of a mark are states: "Kenya & Ghana"."""
    sides = (gazetteer().by_name.get(tokens.text[i]) for i in (joint - 1, joint + 1))
    return all(known is not None and known.type == "State" for known in sides)


def _counts(tokens: Tokens, number: int) -> bool:
    """Whether a number counts what follows ("quoted by Reuters 40 minutes later").

    Those whom it counts may stand behind adjectives: "near Tamale 500 heavily armed soldiers".
    """
    following, head = tokens.tag[number + 1 : number + 2], tokens.heads[number]
    if following in (["NNS"], ["NN"]) and head == number + 1:
        return True
    people = number < head < number + 4 and tokens.lower[head] in words("group_noun")
    return people and all(text.islower() for text in tokens.text[number + 1 : head + 1])


def _sentence_openers(tokens: Tokens) -> frozenset[int]:
    """Tokens whose capital the place alone may explain: first in a sentence, or after a quote."""
    opening: set[int] = set()
    for start, end in tokens.sents:
        first = start
        while first < end and not tokens.text[first][0].isalnum():
            first += 1
        opening.add(first)
    for index in range(1, len(tokens.text)):
        if tokens.text[index - 1] in OPENING_QUOTES | {":", "—", "•"}:
            opening.add(index)
    return frozenset(opening)
