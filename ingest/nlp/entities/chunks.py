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
from ingest.nlp.entities.lines import HYPHENS, boilerplate_tokens, headline_tokens
from ingest.nlp.tokens import POSSESSIVES, Tokens, is_capital, opens_bubble

# Initials, and types of machines such as F-16, T-72 or Su-34.
_NO_NAME = re.compile(r"[A-WYZ]\.|(?!G\d|G-\d|APT)[A-Z][A-Za-z]{0,3}-?\d+\w*")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_LATIN = re.compile(r"[0-9A-Za-zÀ-ɏ]")
_ENDERS = frozenset(
    ("i", "i'm", "himself", "herself", "the", "a", "and", "but", "or", "in", "at", "by", "with",
     "from")
)  # fmt: skip
_WEEKDAYS = frozenset(lexicon.load("dates")["weekdays"])
_NAMED_DAYS = frozenset(["bloody", "black", "good", "easter", "ash", "palm", "holy"])
_NUMBERS = frozenset(["two", "three", "four", "five", "seven", "first", "second", "third"])
_CAMEL = re.compile(r"[A-Z][a-z]{2,}([A-Z][a-z]{2,})")
_JOINTS = frozenset(["e", "i", "ul", "ut"])
_PARTICLES = frozenset(["el", "al", "von", "van", "bin", "ibn", "abu"])


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


def is_ordinal(text: str) -> bool:
    """Whether a token numbers a unit: "810th"."""
    return _ORDINAL.match(text) is not None


def find_chunks(tokens: Tokens) -> list[Chunk]:
    """Every maximal run of capitalised tokens, in text order.

    Function words that only begin a sentence are left out; hyphenated and particle-joined parts
    ("Jean-Pierre", "von der Leyen", "G-7") stay together.
    """
    texts, lower = tokens.text, tokens.lower
    headlines = headline_tokens(tokens)
    not_names = words("not_names")
    opening = _sentence_openers(tokens)
    skipped = boilerplate_tokens(tokens)
    chunks: list[Chunk] = []
    index, count = 0, len(texts)
    while index < count:
        numbered = _ORDINAL.match(texts[index]) and _capital_at(tokens, index + 1)
        begins = numbered or is_capital(texts[index]) or _opens_small(tokens, index)
        if not begins or (lower[index] in not_names and not _names_all_the_same(tokens, index)):
            index += 1
            continue
        if not _LATIN.match(texts[index]) or _is_slip(texts[index]):
            index += 1
            continue
        if opens_bubble(tokens, index):
            index += 2
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


def _opens_small(tokens: Tokens, index: int) -> bool:
    """A name that begins with a small particle ("el Obeid"), or has no capital at all."""
    word = tokens.text[index]
    camel = word[0].islower() and word[-1].isupper() and word in gazetteer().by_name
    if camel or word in words("force_in_small_letters"):
        return True  # "teleSUR"
    following = index + 1 < len(tokens) and word in _PARTICLES
    return following and _particle_joins(tokens, index) and not _capital_at(tokens, index - 1)


def _names_all_the_same(tokens: Tokens, index: int) -> bool:
    """A word that begins no name, but does in "minister No Kwang Chol", "March 23 Movement"."""
    known = gazetteer().match(tokens.text, index) if tokens.lower[index] == "march" else None
    if known is not None and known[0] > index + 1:
        return True
    inside = index > 0 and tokens.lower[index - 1] in {"the", "at", "near", "of"}
    inside = inside and _capital_at(tokens, index + 1)
    if inside and tokens.lower[index] in _NUMBERS and tokens.lower[index + 1] not in words("title"):
        return tokens.text[index].istitle()  # "the Three Rivers Alliance", "at Second Bay"
    full = tokens.text[index] == "No" and _capital_at(tokens, index + 1)
    full = full and _capital_at(tokens, index + 2)
    return full and index > 0 and tokens.lower[index - 1] in words("title")


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
    if known is not None and known.type != "Thing":
        return False
    if (
        lower.endswith("phobia")
        or lower in words("common_acronym")
        or _NO_NAME.fullmatch(tokens.text[index])
    ):
        return True
    office = " ".join(tokens.lower[index : index + 3])
    if office in ("head of state", "heads of state", "head of government", "heads of government"):
        return True
    if lower not in words("common_capital") or tokens.text[index] == "West":
        return False
    following = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
    return following not in {"of", "on", "for", "between"}


def _extend(tokens: Tokens, start: int, *, headline: bool) -> int:
    """The end of the run of name tokens that starts here; in a headline "&" only means "and"."""
    texts, lower, count = tokens.text, tokens.lower, len(tokens.text)
    end = start + 1
    while end < count:
        if opens_bubble(tokens, end):
            break
        if lower[end] in _WEEKDAYS and lower[end - 1] not in _NAMED_DAYS:
            break  # "arrested in Moscow Thursday"
        if texts[end - 1] == "X." and lower[end - 2 : end - 1] == ["on"]:
            break  # "one of the posts on X. Smith's office": a platform, and a new sentence
        if is_capital(texts[end]) and tokens.pos[end] != "PRON" and lower[end] not in _ENDERS:
            end += 1
        elif _arm_in_brackets(tokens, start, end):
            end += 4
        elif lower[end] == "and" and _two_fields(tokens, start, end):
            end += 2
        elif lower[end] == "to" and has_aim(tokens, end):
            end += 3
        elif texts[end] in HYPHENS and _glued(tokens, end):
            if not (texts[end + 1][0].isalnum() and _name_after_hyphen(tokens, end)):
                break
            end += 2
        elif _capital_at(tokens, end + 1) and (
            _ORDINAL.match(texts[end]) or (texts[end] == "&" and not headline)
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
            lower[end] in words("particle") and end + 1 < count and _particle_joins(tokens, end)
        ) or _owns(tokens, end):
            end += 2
        else:
            break
    return end


def has_aim(tokens: Tokens, link: int) -> bool:
    """Whether a body's name tells what it is for: "Committee to Protect Journalists"."""
    aims = _capital_at(tokens, link + 1) and _capital_at(tokens, link + 2)
    return aims and is_capital(tokens.text[link - 1]) and tokens.lower[link - 1] in words("aiming")


def _two_fields(tokens: Tokens, start: int, joint: int) -> bool:
    """Whether "and" joins what one body is for: "the National Security and Defense Council"."""
    bodies, lower = words("organization"), tokens.lower
    fields = lower[start:joint]
    known = gazetteer().by_name
    first = start - 1  # "the rebel Justice and Equality Movement"
    first -= first > 0 and tokens.pos[first] in ("ADJ", "NOUN") and tokens.text[first].islower()
    plain = start and lower[first] == "the" and tokens.text[joint - 1] not in known
    plain = plain and all(word in tokens.dictionary for word in fields)
    taken = bodies | words("military") | words("title") - {"justice"}
    if not plain or not taken.isdisjoint(fields):
        return False
    end = joint + 1
    while _capital_at(tokens, end) and lower[end] in tokens.dictionary:
        end += 1
    return end > joint + 2 and lower[end - 1] in bodies and not _capital_at(tokens, end)


def _arm_in_brackets(tokens: Tokens, start: int, end: int) -> bool:
    """An arm of service between a numbered unit's words: "7th Airborne (VDV) Division"."""
    if tokens.text[end] != "(" or tokens.text[end + 2 : end + 3] != [")"]:
        return False
    numbered = any(_ORDINAL.match(text) for text in tokens.text[start:end])
    goes_on = not words("military").isdisjoint(tokens.lower[end + 3 : end + 4])
    return numbered and goes_on and tokens.text[end + 1].isupper()


def _counts(tokens: Tokens, number: int) -> bool:
    """Whether a number counts what follows ("quoted by Reuters 40 minutes later")."""
    following = tokens.tag[number + 1 : number + 2]
    return following in (["NNS"], ["NN"]) and tokens.heads[number] == number + 1


def _name_after_hyphen(tokens: Tokens, hyphen: int) -> bool:
    """A hyphen joins a name to a capital ("Al-Qaeda", "G-7") or a name's lower part ("Jong-un")."""
    after = tokens.text[hyphen + 1]
    if after[0].isupper() or after.isdigit():
        return True
    if after in _JOINTS and tokens.text[hyphen + 2 : hyphen + 3] == ["-"]:
        return _capital_at(tokens, hyphen + 3)  # "Lashkar-e-Taiba"
    if tokens.pos[hyphen + 1] == "PROPN" and len(after) < 5:
        return after not in {"led", "era", "made"}
    # "Lee Jae-myung", which the tagger takes for a common noun
    unknown = after.islower() and after.isalpha() and after not in tokens.dictionary
    given = hyphen > 1 and len(tokens.text[hyphen - 1]) < 6
    given = given and (is_capital(tokens.text[hyphen - 2]) or tokens.text[hyphen - 2] in HYPHENS)
    return unknown and given and len(after) < 7 and after not in {"led", "era", "made"}


def joins(tokens: Tokens, index: int) -> bool:
    """Whether a token goes on with a name as the last part of "Lashkar-e-Taiba" does."""
    return tokens.text[index - 1] == "-" and tokens.text[index - 2] in _JOINTS


def _particle_joins(tokens: Tokens, index: int) -> bool:
    """ "von der Leyen", "bin Salman", "al-Assad": particles followed by a capital, up to two."""
    texts, lower = tokens.text, tokens.lower
    if texts[index + 1] in HYPHENS and _glued(tokens, index + 1):
        return _capital_at(tokens, index + 2)
    if lower[index + 1] in words("particle"):
        return _capital_at(tokens, index + 2)
    return is_capital(texts[index + 1]) and tokens.pos[index] != "ADP"


def _owns(tokens: Tokens, mark: int) -> bool:
    """A possessive inside a name: "People's Republic", "Heroes' Square", "Veterans' Union"."""
    if tokens.lower[mark] not in POSSESSIVES or not _capital_at(tokens, mark + 1):
        return False
    owner, owned = tokens.text[mark - 1], tokens.lower[mark + 1]
    plural = owner.endswith("s") and tokens.lower[mark] in {"'", "’"}
    known = gazetteer().match(tokens.text, mark - 1) if plural else None
    if known is not None and known[1].type == "State":
        return False  # "Belarus' Council of Ministers"
    return owner in words("possessed") or (
        plural and (owned in words("place") or owned in words("organization"))
    )


def _capital_at(tokens: Tokens, index: int) -> bool:
    return index < len(tokens.text) and is_capital(tokens.text[index])


def _glued(tokens: Tokens, index: int) -> bool:
    """Whether there is no white space around this token."""
    return (
        0 < index < len(tokens.text) - 1
        and tokens.ends[index - 1] == tokens.starts[index]
        and tokens.ends[index] == tokens.starts[index + 1]
    )


def complement_end(tokens: Tokens, end: int, *, commas: bool, limit: int = 30) -> int:
    """Where "of Foreign Affairs", "for the Study of War", "on X, Y and Z" after a head word ends.

    The stretch must run over connecting words to further capitals; `commas` allows lists.
    """
    texts, lower, count = tokens.text, tokens.lower, len(tokens.text)
    last, index = end, end
    while index < count and index - end < limit:
        if lower[index] in PLATFORM and lower[index + 1 : index + 2] != ["and"]:
            break  # "the Ministry of Health Facebook page"
        if is_capital(texts[index]):
            if index > end and _qualifies_next(tokens, index):
                break  # "the 72nd Brigade of the Kenyan army"
            if tokens.pos[index] == "DET":
                index += 1
                continue
            index += 1
            last = index
        elif lower[index] in words("complement") or (
            texts[index] in HYPHENS and _glued(tokens, index)
        ):
            if lower[index] == "in" and "field" not in lower[index + 1 : index + 3]:
                break
            if lower[index] == "on" and tokens.ent[index + 1 : index + 2] == ["DATE"]:
                break
            index += 1
        elif (commas and texts[index] == "," and _capital_at(tokens, index + 1)) or (
            texts[index] in {"'s", "’s"} and texts[index - 1] in words("possessed")
        ):
            index += 1
        else:
            break
    return last


def _qualifies_next(tokens: Tokens, index: int) -> bool:
    """Whether a state's adjective belongs to a common noun behind it, and to no name."""
    known = gazetteer().match(tokens.text, index)
    if known is None or known[1].sense != "demonym" or known[0] >= len(tokens):
        return False
    return tokens.pos[known[0]] == "NOUN" and tokens.text[known[0]].islower()


def _sentence_openers(tokens: Tokens) -> frozenset[int]:
    """Tokens whose capital the place alone may explain: first in a sentence, or after a quote."""
    opening: set[int] = set()
    for start, end in tokens.sents:
        first = start
        while first < end and not tokens.text[first][0].isalnum():
            first += 1
        opening.add(first)
    for index in range(1, len(tokens.text)):
        if tokens.text[index - 1] in {'"', "“", "«", "„", ":", "‘", "—", "•"}:
            opening.add(index)
    return frozenset(opening)
