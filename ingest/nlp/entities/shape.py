"""What the shape of a name tells: its words, their endings and their capitals."""

from __future__ import annotations

import re
from collections import Counter

from ingest.nlp import gender
from ingest.nlp.entities.gazetteer import words
from ingest.nlp.entities.sameness import BORN
from ingest.nlp.tokens import Tokens

# Endings of surnames in the languages our documents write about, and of common English nouns.
_SURNAME = re.compile(
    r"(?:[oe]v|[oe]va|sk(?:y|yi|iy|i|aya|a)|enko|chuk|[iy]uk|shyn|[ai]shvili|adze|idze|yan|ić|vich"
    r"|[a-z]dottir|[a-z]sson|escu|nen|oğlu|zadeh|[iy]ev|[iy]eva)$"
)
# Endings of settlements in the same languages.
_SETTLEMENT = re.compile(
    r"(?:[iy]vka|[oe]vka|[iyo]vske|[oe]vsk|[ia]nsk|hrad|grad|opil|opol|abad|burg|ivtsi|ychi"
    r"|[kt]yne|ierne|[tc]ske|nenke)$"
)
# Endings of company names made of shortened words: "Petrotech", "Agroinvest".
_COMPANY_SUFFIX = re.compile(
    r"[a-z](?:tech|soft|bank|gaz|prom|neft|oil|invest|export|import|telecom|energo|trans|stroy|agro"
    r"|pharm|mash|snab|snabzhenie|holding|kombinat|zavod)$"
)
_QUARTERS = frozenset({"north", "south", "east", "west"})
_COMMON_SUFFIX = re.compile(
    r"(?:ing|ly|tion|tions|ment|ments|ness|dom|ism|isms|ists?|ites?|ary|ous|ers)$"
)
_ACRONYM = re.compile(r"[A-Z]+(?:[a-z][A-Z]+)?|[A-Z]{2,}[a-rt-z]")
_NAME_WORD = re.compile(r"[A-ZÀ-ÞČŠŽĆĐŁŞĞİŚŹŻ](?:\.|[’']?[A-Za-zÀ-ž’'-]*[a-zß-ž])")

# Groups of hackers by number ("APT28", "UNC1151"), and words with a number behind ("Zone9").
_NUMBERED = re.compile(r"(?:APT|UNC|TA|UAC|TAG|FIN)-?\d+|[A-Z][a-z]{3,}\d{1,2}")
_DESIGNATION = re.compile(r"(?:[A-Z][a-z]+-)?[A-Z]{1,4}-?\d{1,4}[A-Z]{0,2}s?")
_CAMEL = re.compile(r"(?!Ma?c[A-Z])(?:[A-Z][a-zà-ž]+){2,}|(?:[A-Z][a-zà-ž]+)+[A-Z]{2,}")


def has_number(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name has a number, as nobody's has: "Hwasong-12", "Sikorsky MH-60R Seahawk"."""
    return tokens.text[end - 1].isdigit() or any(
        _DESIGNATION.fullmatch(text) for text in tokens.text[start:end]
    )


def looks_common(text: str) -> bool:
    """Whether a single capitalised word has the ending of an English common noun."""
    return " " not in text and _COMMON_SUFFIX.search(text) is not None


def has_surname_ending(text: str) -> bool:
    """Whether a word ends like many surnames."""
    return _SURNAME.search(text) is not None


def weigh_shape(tokens: Tokens, start: int, end: int, votes: Counter[str]) -> None:
    """Two or three capitalised words look like a person, unless the first is an adjective of place
    or kind; so do the usual endings of surnames.
    """
    text = tokens.span_text(start, end)
    if is_quarter(tokens, start, end):
        votes["Place"] += 6
    elif end - start > 1 and tokens.lower[start] in words("organization_opening"):
        votes["Organization"] += 4
    if end - start > 1 and {tokens.text[start], tokens.text[end - 1]} & words("legal_form"):
        votes["Organization"] += 5
    if _SURNAME.search(text) and not text.isupper():
        votes["Person"] += 2 if end - start > 1 else 1
    if end - start == 1:
        if _CAMEL.fullmatch(text):
            votes["Organization"] += 2
        if _NUMBERED.fullmatch(text):
            votes["Organization"] += 4
        if _SETTLEMENT.search(text) and tokens.lower[start] not in tokens.dictionary:
            votes["Place"] += 2
        if tokens.lower[start] in words("given_name") - tokens.plain:
            votes["Person"] += 2
        inserted = start > 2 and tokens.text[start - 1] == "]" and tokens.text[start - 3] == "["
        if inserted and tokens.lower[start - 2] in words("given_name"):
            votes["Person"] += 4  # "[Olena] Marchuk"
        return
    if end - start > 5:
        return
    if tokens.lower[end - 1] in BORN:
        votes["Person"] += 6
    if tokens.lower[start] in words("place_opening"):
        votes["Place"] += 4
    unknown = tokens.text[end - 1].isalpha() and tokens.lower[end - 1] not in tokens.dictionary
    if end - start == 2 and unknown and tokens.lower[start] in words("place_modifier"):
        votes["Place"] += 4  # "Central Kordofan"
    named = tokens.lower[end - 1] not in words("given_name")
    if end - start == 2 and named and is_acronym(tokens, start) and len(tokens.text[start]) > 2:
        votes["Organization"] += 3  # "MVM Paks"
    if "e" in tokens.text[start + 1 : end - 1]:
        votes["Organization"] += 3  # "Lashkar-e-Taiba"
    if "&" in tokens.text[start:end]:
        votes["Organization"] += 5
    last = tokens.lower[end - 1]
    if _COMPANY_SUFFIX.search(last) and last not in tokens.dictionary:
        votes["Organization"] += 8
    plural = _is_plural(tokens, last)
    if plural and tokens.lower[start] not in words("given_name"):
        votes["Organization"] += 3  # "Irrawaddy Aero Fuels"
    if is_hyphenated_given(tokens, end) or _is_halved_given(tokens, start, end):
        votes["Person"] += 4
    if end - start < 4 and tokens.lower[start] in words("given_name"):
        votes["Person"] += 3
    if is_full_name(tokens, start, end):
        votes["Person"] += 2
    elif _is_phrase(tokens, start, end):
        votes["Organization"] += 3
    if end - start <= 3 and has_line(tokens, start, end):
        votes["Person"] += 2


def is_quarter(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a point of the compass stands before one word: "North Kordofan"."""
    return end - start == 2 and tokens.lower[start] in _QUARTERS


def is_full_name(tokens: Tokens, start: int, end: int) -> bool:
    """Two to four words in title case, hyphens aside, not all of them ordinary English."""
    parts = [word for word in tokens.text[start:end] if word not in {"-", "–"}]
    if not (2 <= len(parts) <= 4 and all(_NAME_WORD.fullmatch(word) for word in parts)):
        return False
    if (start and tokens.lower[start - 1] == "the") or _is_plural(tokens, parts[-1].lower()):
        return False
    if any(word.lower() in tokens.plain for word in parts):
        return False
    return not _is_phrase(tokens, start, end)


def _is_plural(tokens: Tokens, word: str) -> bool:
    return word.endswith("s") and word[:-1] in tokens.dictionary


def _is_phrase(tokens: Tokens, start: int, end: int) -> bool:
    """Ordinary English words only ("Steppe Lantern"), unless they begin with a given name."""
    words_ = [word for word in tokens.lower[start:end] if word not in {"-", "–"}]
    if words_[0] in words("given_name") or gender.of_name(words_[0]) is not None:
        return False
    return all(word in tokens.dictionary for word in words_)


def is_hyphenated_given(tokens: Tokens, end: int) -> bool:
    """Whether a name ends like "Cho Tae-yul": a hyphen and a small second half."""
    if end < 4 or tokens.text[end - 2] not in {"-", "‑"}:
        return False
    small, first = tokens.text[end - 1], tokens.text[end - 3]
    return small.islower() and len(small) < 7 and first[0].isupper() and len(first) < 7


def _is_halved_given(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name begins like "Jean-luc Kern": the second half of the given name is small."""
    return end - start == 4 and tokens.text[start + 1] == "-" and tokens.text[start + 2].islower()


def is_camel(text: str) -> bool:
    """Whether a word has capitals or figures inside, which no place in the sentence explains."""
    return (_CAMEL.fullmatch(text) or _NUMBERED.fullmatch(text)) is not None


def is_acronym(tokens: Tokens, index: int) -> bool:
    """Capitals that are not simply shouting: the words around are not all in capitals."""
    texts = tokens.text
    if not (_ACRONYM.fullmatch(texts[index]) and 2 <= len(texts[index]) <= 7):
        return False
    if tokens.lower[index] in tokens.plain:
        return False
    around = [t for t in texts[max(0, index - 3) : index + 4] if len(t) > 2 and t.isalpha()]
    return sum(t.isupper() for t in around) * 2 <= len(around) + 1


def unshouted(name: str) -> str:
    """A full name without the capitals of headlines and transcripts: "JD Kern" for "JD KERN"."""
    if not name.isupper() or " " not in name:
        return name
    return " ".join(word.title() if len(word) > 2 else word for word in name.split())


def has_line(tokens: Tokens, start: int, end: int) -> bool:
    """Whether nothing else stands on the line, "By" apart: a byline or a heading."""
    texts = tokens.text
    first = start == 0 or "\n" in texts[start - 1] or tokens.lower[start - 1] == "by"
    return first and (end >= len(texts) or "\n" in texts[end])
