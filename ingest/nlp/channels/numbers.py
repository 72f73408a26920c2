"""Counts as texts write them: "135,000", "1.3 million", "380K", "nearly a million"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.nlp.findings import Bound
from ingest.nlp.lexicon import number_words

LEAST = 1000  # the smallest bare count that is taken for an audience
MOST = 10_000_000_000  # more than there are people: no audience, and digits a float would lose
_UNITS = number_words()
_TENS = {word: n for word, n in _UNITS.items() if n > 19}
_SCALES = {
    "hundred": 100, "thousand": 1_000, "k": 1_000, "tsd": 1_000, "million": 1_000_000,
    "mln": 1_000_000, "mn": 1_000_000, "m": 1_000_000, "billion": 1_000_000_000,
    "bln": 1_000_000_000, "bn": 1_000_000_000, "lakh": 100_000, "lakhs": 100_000,
    "crore": 10_000_000, "crores": 10_000_000,
}  # fmt: skip
_FRACTIONS = {"three": 0.75, "half": 0.5, "quarter": 0.25, "third": 1 / 3}
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_BOUNDS: dict[Bound, tuple[str, ...]] = {
    "at_least": (
        "over", "north of", "just north of", "well north of", "more than", "at least", "above",
        "upwards of", "upward of", "no fewer than",
        "no less than", "not less than", "in excess of", "well over", "well above", "far more than",
        "slightly more than", "slightly over", "just over", "a little over", "exceeding",
        "exceeds", "exceeded", "exceed", "surpasses", "surpassing", "surpassed", "topping", "tops",
        "topped", "beyond", "past", "passed", "greater than", "larger than", "outnumber", ">",
        "a shade over", "a touch over", "a hair over", "a fraction over", "a shade more than",
        "a touch more than", "comfortably over", "comfortably more than", "barely more than",
        "barely over",
    ),
    "below": (
        "nearly", "almost", "just under", "just below", "just shy of", "shy of", "close to",
        "less than", "fewer than", "under", "below", "up to", "approaching", "approaches",
        "no more than", "not more than", "at most", "as many as", "nearing", "slightly under",
        "slightly less than", "a little under", "short of", "nears", "<", "a shade under",
        "a touch under", "a hair under", "a shade below", "a little less than", "a shade less than",
        "a little short of", "not quite", "barely under", "not even", "not yet",
    ),
    "approx": (
        "about", "around", "roughly", "approximately", "approx.", "approx",
        "some", "circa", "ca.", "c.", "~", "≈",
        "an estimated", "estimated", "in the region of", "in the neighborhood of",
        "on the order of", "close on", "more or less", "or so", "barely", "hardly", "scarcely",
    ),
}  # fmt: skip
_BOUND_OF: dict[str, Bound] = {word: bound for bound, words in _BOUNDS.items() for word in words}


def _alternatives(words: object) -> str:
    return "|".join(re.escape(str(w)) for w in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_SCALE = rf"(?:{_alternatives(_SCALES)})"
_COUNT = rf"""(?:
    (?P<sign>\d{{0,3}}[{"".join(_SIGNS)}])[\s-]?(?P<signed>{_SCALE})(?![a-z])
  | (?P<digits>\d{{1,3}}(?:[,\u00a0\u202f\u2009' ]\d{{3}})+(?![\d,.]*\d)
        |\d{{1,2}}(?:,\d\d)+,\d{{3}}(?![\d,.]*\d)
        |\d{{1,3}}(?:\.\d{{3}}){{2,}}(?![\d,.]*\d)|\d+(?:[.,]\d+)?)
        (?:(?P<odd>-odd)?[\s\u00a0-]?(?P<scale>{_SCALE})(?![a-z]))?
  | (?P<some>(?:a\s)?few|several)\s(?P<tenfold>{_SCALE})(?![a-z])
  | (?:(?P<fraction>half|three[\s-]quarters\sof|(?:a\s)?quarter\sof|a\sthird\sof|one\sthird\sof)\s)?
        (?:(?P<tens>{_alternatives(_TENS)})-)?
        (?P<article>an?|{_alternatives(_UNITS)})(?P<half>\sand\sa\shalf)?
        (?P<odd2>-odd)?(?:[\s-](?P<words>{_SCALE}))(?:\s(?P<words2>{_SCALE}))?(?![a-z])
  | (?P<plain>{_alternatives(_UNITS)}|hundred)(?![a-z])
)"""
_PATTERN = rf"""(?<![\w.,])
    (?P<bound>(?:(?:{_alternatives(_BOUND_OF)})\s*){{0,2}})
    {_COUNT}
    (?P<after>\+|[\s-]plus\b|-odd\b|\sor\s(?:so|more)\b)?"""
NUMBER = re.compile(_PATTERN, re.IGNORECASE | re.VERBOSE)
_RANGE = re.compile(
    r"(?:(?P<between>between\s+)|from\s+)?(?<![\w.,])(?P<low>\d[\d,]*(?:\.\d+)?)"
    r"(?:(?P<dash>\s*[-–]\s*)|\s+to\s+|(?(between)\s+and\s+|(?!)))(?=\d?$)",
    re.IGNORECASE,
)
# "grew from 20,000 to 140,000" is no range: the second number is the present one.
_GROWTH = re.compile(
    r"\b(?:gr[eo]wn?|rose|risen|climbed|jumped|swelled|went|fell|fallen|dropped|shrank|shrunk|up|"
    r"down)\s+(?:[a-z]+\s+)?$"
)
_SCALE_WORD = re.compile(rf"{_SCALE}(?![a-z])", re.IGNORECASE)
_BARE = re.compile(r"\b(?:thousand|million)$", re.IGNORECASE)
_GROUPING = re.compile(r"\D")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")  # "120.000", as most of Europe writes it


@dataclass(frozen=True, slots=True)
class Count:
    """A count with its bound and where it stands (character offsets, bound words included)."""

    value: int
    bound: Bound
    start: int
    end: int


def read(match: re.Match[str], offset: int = 0) -> Count:
    """The count behind a match of NUMBER; `offset` is where the searched text began.

    "a million" without digits is a round number and so approximate; "1.3 million" is taken as
    written.
    """
    if sign := match["sign"]:
        value = int(sign[:-1] or 0) + _SIGNS[sign[-1]]
        value *= _SCALES[match["signed"].lower()]
    elif match["some"]:
        value = 2.0 * _SCALES[match["tenfold"].lower()]  # no fewer than two hundred
    elif digits := match["digits"]:
        if re.fullmatch(r"\d+[.,]\d+", digits) and (match["scale"] or not _thousands(digits)):
            value = float(digits.replace(",", "."))
        else:
            value = float(_GROUPING.sub("", digits))
        value *= _SCALES[match["scale"].lower()] if match["scale"] else 1
    elif plain := match["plain"]:
        value = float(_UNITS.get(plain.lower(), 100))
    else:
        value = float(_UNITS.get(match["article"].lower(), 1))
        value += _TENS[match["tens"].lower()] if match["tens"] else 0
        value += 0.5 if match["half"] else 0
        value *= _SCALES[match["words"].lower()]
        value *= _SCALES[match["words2"].lower()] if match["words2"] else 1
        if part := match["fraction"]:
            value *= next(share for name, share in _FRACTIONS.items() if name in part.lower())
    bound: Bound = "approx" if (match["article"] or "").lower() in ("a", "an") else "exact"
    words = re.split(r"\s{2,}", match["bound"].strip().lower())[0]
    bound = "at_least" if match["some"] else _bound(words) or bound
    after = (match["after"] or "").strip(" -").lower()
    if after in ("+", "plus", "or more") and bound != "approx":
        bound = "at_least"  # "~865,000+" is about so many all the same
    elif after or match["odd"] or match["odd2"]:
        bound = "approx"
    return Count(round(value), bound, offset + match.start(), offset + match.end())


def _thousands(digits: str) -> bool:
    return _DOTTED.fullmatch(digits.replace(",", ".")) is not None


@lru_cache(maxsize=1024)
def _bound(words: str) -> Bound | None:
    if words in _BOUND_OF:
        return _BOUND_OF[words]
    # "exceeds some 300,000": the first of two words decides.
    return next((b for w, b in _BOUND_OF.items() if words.startswith(w + " ")), None)


def find(text: str, start: int, end: int) -> Count | None:
    """The last count that ends in text[start:end]."""
    found = every(text, start, end)
    return _lower_end(text, start, found[-1]) if found else None


def every(text: str, start: int, end: int) -> list[Count]:
    """The counts in text[start:end] that people can be counted by."""
    found = map(read, NUMBER.finditer(text, start, end))
    return [count for count in found if count.value <= MOST]


def _lower_end(text: str, start: int, count: Count) -> Count:
    """The lower end of a range ("between 40,000 and 50,000", "40–50K"): at least so many."""
    match = _RANGE.search(text, start, count.start + 1)
    if match is None or _GROWTH.search(text, max(0, match.start() - 24), match.start()):
        return count
    low = float(match["low"].replace(",", ""))
    word = _SCALE_WORD.search(text, count.start, count.end)
    scale = _SCALES[word[0].lower()] if word else 1
    if not word and match["dash"] and low < LEAST <= count.value:
        scale = 1_000  # "40-50,000"
    scaled = low * scale if low * scale < count.value else low
    if not count.value < scaled * 20 or scaled >= count.value:
        return count
    return Count(round(scaled), "at_least", match.start(), count.end)


def bare(text: str, start: int, end: int) -> Count | None:
    """The scale that stands for a count and ends the text: about a million of "million-strong"."""
    scale = _BARE.search(text, start, end)
    return Count(_SCALES[scale[0].lower()], "approx", *scale.span()) if scale else None


def at(text: str, start: int, end: int) -> Count | None:
    """The count that begins exactly at `start`, read no further than `end`."""
    match = NUMBER.match(text, start, end)
    count = read(match) if match else None
    return count if count is not None and count.value <= MOST else None
