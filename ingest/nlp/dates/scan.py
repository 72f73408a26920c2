"""Where English text names a date, and what it says of it, before any context is known.

The scanner tries the patterns of `datepatterns` in short windows around words that can be part of a
date. What a match means ("October" of which year?) is decided in `dateresolve`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.nlp.dates.patterns import COUNTS, NUMBER, calendar
from ingest.nlp.findings import Findings

Kind = Literal[
    "calendar",
    "season",
    "months",
    "decade",
    "day_word",
    "weekday",
    "period",
    "ago",
    "shift",
    "same",
    "overnight",
    "offset",
]

_CENTURY, _THIS_CENTURY = 100, 2000
_NUMERIC = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]\d\d")
WINDOW = 48  # characters read on either side of a word that can be part of a date


@dataclass(slots=True)
class RawDate:
    """A date as written: character offsets and the parts the text names itself.

    Numbers are 0 and words empty where the text does not give them; weekdays count from Monday, 1.
    `which` is "last", "this", "next" or "past" for what is counted from publication, "same",
    "before" or "after" for what is counted from the date the story has reached; "last year" and the
    like where the year itself is counted. `until` ends a range, or is the date that "two days after
    the vote of 5 May" counts from. `either` are the two numbers of "09-07-2025", each of which may
    be the month.
    """

    start: int
    end: int
    kind: Kind
    year: int = 0
    month: int = 0
    day: int = 0
    season: int = 0
    phase: str = ""
    which: str = ""
    unit: str = "day"
    count: int = 0
    last_month: int = 0
    until: RawDate | None = None
    either: tuple[int, int] | None = None


def scan(found: Findings) -> list[RawDate]:
    """Every stretch that names a date, in text order, without overlaps, ranges joined."""
    matches: list[RawDate] = []
    text = found.tokens.stored
    for start, end, words in _windows(found):
        for pattern in calendar().patterns:
            if pattern.needs.isdisjoint(words):
                continue
            for match in pattern.regex.finditer(text, start, end):
                raw = _read(match, pattern.name)
                if raw is not None and not _inside_name(found, raw):
                    matches.append(raw)
    matches.sort(key=lambda raw: (raw.start, raw.start - raw.end))
    kept: list[RawDate] = []
    for raw in matches:
        if kept and raw.start < kept[-1].end:
            if raw.end - raw.start > kept[-1].end - kept[-1].start:
                kept[-1] = raw
            continue
        kept.append(raw)
    _settle_order(kept, text)
    return [raw for raw in _join_ranges(kept, text) if raw.kind != "offset" or raw.until]


def _settle_order(raws: list[RawDate], text: str) -> None:
    """Read "1/10/2024" as the text's other dates are written: beside "30/9/2024" the day is first.

    Dotted dates tell nothing of it, and where the text has both orders nothing is settled.
    """
    day_first = set[bool]()
    for raw in raws:
        clear = _NUMERIC.match(text, raw.start, raw.end) if raw.either is None else None
        if clear is not None and clear[1] != clear[2]:
            day_first.add(int(clear[1]) == raw.day)
    if len(day_first) != 1:
        return
    for raw in raws:
        if raw.either is not None:
            first, second = raw.either
            raw.day, raw.month = (first, second) if day_first == {True} else (second, first)
            raw.either = None


def _windows(found: Findings) -> Iterator[tuple[int, int, set[str]]]:
    """Character windows around words that can be part of a date, merged where they touch, each with
    these words.
    """
    tokens, triggers = found.tokens, calendar().triggers
    size = len(tokens.stored)
    begin = stop = -1
    words: set[str] = set()
    for index, word in enumerate(tokens.lower):
        trigger = word if word in triggers else _part(word, triggers)
        if not trigger:
            continue
        start = max(0, tokens.starts[index] - WINDOW)
        if start > stop:
            if words:
                yield *_whole_tokens(found, begin, stop), words
            begin, words = start, set()
        words.add(trigger)
        stop = min(size, tokens.ends[index] + WINDOW)
    if words:
        yield *_whole_tokens(found, begin, stop), words


def _part(word: str, triggers: frozenset[str]) -> str:
    """The trigger in a word that is more than one: a year, "mid-december", "post-2014"."""
    if (word[0].isdigit() and len(word) >= 4) or word[-2:] == "0s":
        return NUMBER
    last = word.partition("-")[2]
    if last[:4].isdigit():
        return NUMBER
    return last if last in triggers else ""


def _whole_tokens(found: Findings, start: int, end: int) -> tuple[int, int]:
    tokens = found.tokens
    first = max(0, bisect_right(tokens.starts, start) - 1)
    last = max(0, bisect_right(tokens.starts, end - 1) - 1)
    return tokens.starts[first], max(end, tokens.ends[last])


def _inside_name(found: Findings, raw: RawDate) -> bool:
    """Whether the words are part of a longer name ("the September 11 attacks", "Channel 2000")."""
    tokens = found.tokens
    index = max(0, bisect_right(tokens.starts, raw.start) - 1)
    mention = found.holder[index]
    if mention is None or mention.kind not in ("name", "metonym"):
        return False
    return tokens.starts[mention.start] < raw.start or tokens.ends[mention.end - 1] > raw.end


def _read(match: re.Match[str], name: str) -> RawDate | None:
    """The parts a match names; None where they cannot be a date (month 13, a bare number)."""
    parts, words = match.groupdict(), calendar().words
    start = match.end("lead") if parts.get("lead") else match.start()
    raw = RawDate(start, match.end(), "calendar")
    raw.year = int(parts.get("year") or 0)
    raw.day = int(parts.get("day") or 0)
    if parts.get("month"):
        raw.month = calendar().months[parts["month"].lower().rstrip(".")]
    raw.phase = _phase(parts.get("phase"))
    raw.which = (parts.get("which") or parts.get("which2") or "").lower()
    if counted := parts.get("counted") or parts.get("counted2"):
        raw.which = f"{counted.lower()} year"
    if name == "iso":
        raw.month = int(parts["nmonth"])
    elif name == "numeric":
        _read_numeric(raw, int(parts["a"]), int(parts["b"]), dotted=parts["sep"] == ".")
    elif name == "days":
        raw.until = RawDate(raw.start, raw.end, "calendar", raw.year, raw.month)
        raw.until.day = int(parts["day2"])
    elif name == "season":
        raw.kind, raw.season = "season", words["seasons"][parts["season"].lower()]
    elif name == "quarter":
        _read_quarter(raw, parts)
    elif name == "decade":
        raw.kind = "decade"
        if not raw.year:
            raw.year = (
                1900 + int(parts["tens"]) if parts["tens"] else words["decades"][parts["word"]]
            )
    elif name == "day_word":
        raw.kind, raw.count = "day_word", words["days"][parts["word"].lower()]
    elif name == "weekday":
        raw.kind, raw.day = "weekday", words["weekdays"].index(parts["weekday"].lower()) + 1
    elif name == "overnight":
        raw.kind = "overnight"
    elif name == "weekend":
        raw.kind, raw.which, raw.unit = "period", "past", "weekend"
    elif name in ("period", "ago", "shift", "same", "offset"):
        _read_relative(raw, name, parts)
    elif name == "year" and not _year_alone(match):
        return None
    return raw if _valid(raw) else None


def _phase(text: str | None) -> str:
    phase = " ".join((text or "").lower().replace("-", " ").split())
    return phase if phase in calendar().words["phases"] else ""


def _read_numeric(raw: RawDate, first: int, second: int, *, dotted: bool) -> None:
    """Dotted dates put the day first, others either way: of an unclear one the year is known.

    Of two digits the year is one of this century: "9/13/23".
    """
    if raw.year < _CENTURY:
        raw.year += _THIS_CENTURY
    if dotted or first > 12 or first == second:
        raw.day, raw.month = first, second
    elif second > 12:
        raw.month, raw.day = first, second
    else:
        raw.either = (first, second)


def _read_quarter(raw: RawDate, parts: dict[str, str | None]) -> None:
    number = int(parts.get("q") or 0) or calendar().words["ordinals"][(parts["nth"] or "").lower()]
    length = 6 if parts.get("part") == "half" or parts.get("part2") else 3
    raw.kind = "months"
    raw.month = min((number - 1) * length + 1, 13 - length)
    raw.last_month = raw.month + length - 1


def _read_relative(raw: RawDate, name: str, parts: dict[str, str | None]) -> None:
    raw.kind = name  # type: ignore[assignment]
    raw.unit = (parts.get("unit") or "day").lower()
    if raw.unit in ("morning", "afternoon", "evening", "night"):
        raw.unit = "day"
    number = (parts.get("count") or "0").lower().replace(",", "")
    raw.count = int(number) if number.isdigit() else COUNTS[number]
    if name == "same":
        which = " ".join(raw.which.split())
        raw.count = {"the next": 1, "the following": 1, "the day after": 1}.get(which, 0)
        raw.count -= which == "the previous" or which.endswith(" before")
    elif raw.which in ("earlier", "before", "prior"):
        raw.count = -raw.count


# A number is a year where a preposition, an article before a noun, or brackets make it one.
_YEAR_BEFORE = re.compile(
    r"(?:\b(?i:in|since|of|by|until|till|before|after|during|from|to|around|for|early|late|year|"
    r"through|throughout|between|and|the|through|pre|post|back\sin|that|mid|spring|summer|autumn|fall|"
    r"winter|(?:early|late|recently|back|far|long)\sas|a|an|his|her|its|their|['’]s)[\s-]|[(\[–—/,-]\s?|^)$"
)
_NOT_A_YEAR = re.compile(
    r"\s(?:people|soldiers|troops|men|women|km|kilomet|met(?:er|re)s|miles|tons|tonnes|dollars|"
    r"euros|roubles|rubles|hryvni|units|votes|civilians|pages|percent|per\s|days)"
)


def _year_alone(match: re.Match[str]) -> bool:
    text = match.string
    if _NOT_A_YEAR.match(text, match.end()):
        return False
    return bool(_YEAR_BEFORE.search(text[max(0, match.start() - 14) : match.start()]))


def _valid(raw: RawDate) -> bool:
    return raw.month <= 12 and raw.day <= 31


_BETWEEN = re.compile(r"(?i:\bbetween\s(?:the\s)?)$")
_ANCHORED = re.compile(r"\s(?:after|before)\s(?:[^\n.,;:!?—]{0,60}\s)?")
_FROM = re.compile(r"(?i:\bfrom\s(?:the\s)?)$")


def _join_ranges(dates: list[RawDate], text: str) -> list[RawDate]:
    """Make one date of "from 24 February to 3 March 2022", "between 2014 and 2022", "2022–2023"."""
    joined: list[RawDate] = []
    for raw in dates:
        before = joined[-1] if joined else None
        if before is not None and before.kind == "offset":
            if (
                raw.kind == "calendar"
                and raw.month
                and _ANCHORED.fullmatch(text, before.end, raw.start)
            ):
                before.until = raw
            else:
                joined.pop()
        if before is not None and _makes_range(before, raw, text):
            if raw.year and before.month and not before.year:
                before.year = raw.year
            before.until, before.end = raw, raw.end
            continue
        joined.append(raw)
    return joined


def _makes_range(first: RawDate, second: RawDate, text: str) -> bool:
    if first.until or second.until or {first.kind, second.kind} - {"calendar", "months"}:
        return False
    gap = text[first.end : second.start].strip().lower()
    if gap in ("-", "–", "—"):
        return True
    start = text[max(0, first.start - 14) : first.start]
    if gap in ("to", "until", "till", "through", "up to"):
        return bool(_FROM.search(start))
    return gap == "and" and bool(_BETWEEN.search(start))
