"""Where English text names a date, and what it says of it, before any context is known.

The scanner is regular expressions over short windows around words that can start a date; the words
come from data/en/dates.yaml. What a match means ("October" of which year?) is decided in
`dateresolve`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

import yaml

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
]

WINDOW = 48  # characters read on either side of a word that can be part of a date


@dataclass(slots=True)
class RawDate:
    """A date as written: character offsets and the parts the text names itself.

    Numbers are 0 and words empty where the text does not give them; weekdays count from Monday, 1.
    `which` is "last", "this", "next" or "past" for what is counted from publication, "same",
    "before" or "after" for what is counted from the date the story has reached.
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


@dataclass(frozen=True)
class Calendar:
    """The words of dates.yaml and the patterns built from them."""

    words: dict[str, Any]
    triggers: frozenset[str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    months: dict[str, int]


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """Read dates.yaml and compile the patterns, once a process."""
    path = resources.files("ingest.nlp") / "data" / "en" / "dates.yaml"
    words: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    months = {**words["months"], **words["short"]}
    triggers = {*months, *words["weekdays"], *words["seasons"], "quarter", "half"}
    triggers |= {f"{short}." for short in words["short"]}
    triggers |= {word.split()[-1] for word in words["days"]}
    triggers |= {"ago", "earlier", "later", "before", "after", "q1", "q2", "q3", "q4"}
    triggers |= {"day", "week", "weekend", "month", "year", "morning", "afternoon", "evening"}
    triggers |= {"night"}
    patterns = tuple((re.compile(text), name) for name, text in _sources(words))
    return Calendar(words, frozenset(triggers), patterns, months)


def _either(values: Any) -> str:
    return "|".join(re.escape(str(value)).replace(r"\ ", r"\s") for value in values)


def _sources(words: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The patterns as (name, source); at one place the longest match wins."""
    full = _either(month.capitalize() for month in words["months"])
    upper = _either(month.upper() for month in words["months"] if month not in ("may", "march"))
    short = _either(month.capitalize() for month in sorted(words["short"], key=len, reverse=True))
    month = rf"(?P<month>{full}|{upper}|(?:{short})\b\.?)"
    safe = _either(m.capitalize() for m in words["months"] if m not in words["ambiguous_months"])
    unsafe = _either(m.capitalize() for m in words["ambiguous_months"])
    year = r"(?<![\d.,$€£-])(?P<year>1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)"
    late_year = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)"
    day = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
    day2 = day.replace("<day>", "<day2>")
    dash = r"(?:\s?[-–—]\s?|\s+(?:to|until|till|through)\s+)"
    weekday = _either(name.capitalize() for name in words["weekdays"])
    start = rf"(?<![\w.,$€£-])(?:(?:{weekday}),?\s+)?"
    phase = rf"(?:(?P<phase>(?i:{_either(words['phases'])}))(?:-|\s)(?:in\s)?)"
    season = rf"(?P<season>{_either(words['seasons'])})"
    unit = r"(?P<unit>day|morning|afternoon|evening|night|week|weekend|month|year)"
    count = rf"(?P<count>\d{{1,3}}|(?i:{_either(words['numbers'])}))"
    units = r"(?P<unit>hour|day|week|month|year|decade)s?"
    yield (
        "iso",
        (
            r"(?<![\d-])(?P<year>\d{4})-(?P<nmonth>[01]\d)-(?P<day>[0-3]\d)"
            r"(?:[T\s]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?(?![\d-])"
        ),
    )
    yield (
        "numeric",
        (
            r"(?<![\d./])(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)"
            r"(?![\d/])"
        ),
    )
    yield "days", rf"{start}{day}{dash}{day2}\s+{month}\b(?:,?\s+{late_year})?"
    yield (
        "days",
        (
            rf"(?i:between)\s(?:the\s)?{day}\sand\s(?:the\s)?{day2}\s(?:of\s)?{month}\b"
            rf"(?:,?\s+{late_year})?"
        ),
    )
    yield "days", rf"{start}{month}\s+{day}{dash}{day2}(?:,?\s+{late_year})?"
    yield "days", rf"(?i:between)\s{month}\s{day}\sand\s{day2}(?:,?\s+{late_year})?"
    yield (
        "calendar",
        (rf"{start}(?:the\s)?{day}(?:\sof)?(?:\s+|-){month}(?!\w)(?:,?\s+(?:of\s)?{late_year})?"),
    )
    yield "calendar", rf"{start}{month}\s+{day}(?:,?\s+{late_year})?(?!\w)"
    yield "calendar", rf"\b{phase}?{month},?\s+(?:of\s)?{late_year}"
    yield (
        "month",
        (
            rf"(?<![\w-])(?:{phase}|(?i:(?P<which>last|this|next|past))\s)?(?P<month>{safe})(?![\w-])"
        ),
    )
    yield (
        "month",
        (
            rf"(?<![\w-])(?:{phase}|(?i:(?P<which>last|this|next))\s|"
            rf"(?P<lead>(?i:in|since|by|until|till|of|from|during|between|to)\s))"
            rf"(?P<month>{unsafe})(?![\w-])"
            r"(?!\s(?:be|have)\b)"
        ),
    )
    yield (
        "season",
        (
            rf"(?i:(?:the\s)?(?:early\s|late\s|mid-)?){season}(?:\sof|\sin|,)?\s+{late_year}"
            r"(?:[-/–]\d\d(?:\d\d)?)?"
        ),
    )
    yield (
        "season",
        (rf"(?:(?i:the)\s)?(?<!\w){season}\sof\s(?P<which>this|last|next|that)\syear"),
    )
    yield (
        "season",
        (
            rf"(?:(?i:(?P<which>this|last|next))\s|(?P<lead>(?i:in|by|since|during|until|over)\s)"
            rf"(?:the\s)?)(?:early\s|late\s)?{season}(?![\w-]|\sof\b)"
        ),
    )
    yield (
        "quarter",
        (
            rf"(?:(?i:the\s)?(?P<nth>{_either(words['ordinals'])})\s(?P<part>quarter|half)\sof"
            rf"(?:\sthe\syear)?|[Qq](?P<q>[1-4]))\s(?:of\s)?{late_year}"
        ),
    )
    yield "phase", rf"\b{phase}{late_year}(?!s)"
    yield (
        "decade",
        (
            r"(?:(?i:the\s))?(?:(?P<phase>(?i:early|mid|late))[-\s])?(?<!\d)"
            r"(?P<year>1[5-9]\d0|20\d0)['’]?s\b"
        ),
    )
    yield "year", rf"(?<!\w){year}(?![\w’']|-\w)"
    yield "day_word", rf"(?<![\w-])(?P<word>(?i:{_either(words['days'])}))(?![\w-])"
    yield (
        "weekday",
        (
            rf"(?<![\w-])(?:(?i:(?P<which>last|next|this|past))\s)?(?P<weekday>{weekday})"
            r"(?:\s(?:morning|afternoon|evening|night))?(?!\w|\s[A-Z]\w+\s(?:With|with|Times|Post))"
        ),
    )
    yield (
        "period",
        (r"(?<![\w-])(?i:(?P<which>last|this|next)\s(?P<unit>week|weekend|month|year))(?![\w-])"),
    )
    yield "ago", rf"(?<![\w-]){count}(?:-|\s){units}\sago\b"
    yield (
        "shift",
        (
            rf"(?<![\w-]){count}\s{units}\s(?:(?P<which>earlier|later|prior)\b(?!\s(?:than|to)\b)|"
            r"(?P<which2>before|after)(?=[.,;:!?)]|$|\s(?:when|in|at|and|but)\b))"
        ),
    )
    yield (
        "same",
        (
            rf"(?<![\w-])(?i:(?P<which>the\ssame|that\ssame|that\svery|that|the\snext|"
            rf"the\sfollowing|the\sprevious)\s{unit})(?![\w-]|\s(?:when|of|as|that)\b)"
        ),
    )
    yield (
        "same",
        (
            r"(?<![\w-])(?i:(?P<which>the\sday\sbefore|the\sday\safter))"
            r"(?=[.,;:!?)]|$|\s(?:in|at|and|but|that)\b)"
        ),
    )


def scan(found: Findings) -> list[RawDate]:
    """Every stretch that names a date, in text order, without overlaps, ranges joined."""
    matches: list[RawDate] = []
    text = found.tokens.stored
    for start, end in _windows(found):
        for pattern, name in calendar().patterns:
            for match in pattern.finditer(text, start, end):
                raw = _read(match, name)
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
    return _join_ranges(kept, text)


def _windows(found: Findings) -> Iterator[tuple[int, int]]:
    """Character windows around words that can be part of a date, merged where they touch."""
    tokens, triggers = found.tokens, calendar().triggers
    size = len(tokens.stored)
    current: tuple[int, int] | None = None
    for index, word in enumerate(tokens.lower):
        if word not in triggers and not (word[0].isdigit() and len(word) >= 4):
            first = word.partition("-")[2] or word
            if first is word or (first not in triggers and not first[:4].isdigit()):
                continue
        start = max(0, tokens.starts[index] - WINDOW)
        end = min(size, tokens.ends[index] + WINDOW)
        if current is not None and start <= current[1]:
            current = (current[0], end)
            continue
        if current is not None:
            yield _whole_tokens(found, *current)
        current = (start, end)
    if current is not None:
        yield _whole_tokens(found, *current)


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
    elif name == "day_word":
        raw.kind, raw.count = "day_word", words["days"][parts["word"].lower()]
    elif name == "weekday":
        raw.kind, raw.day = "weekday", words["weekdays"].index(parts["weekday"].lower()) + 1
    elif name in ("period", "ago", "shift", "same"):
        _read_relative(raw, name, parts)
    elif name == "year" and not _year_alone(match):
        return None
    return raw if _valid(raw) else None


def _phase(text: str | None) -> str:
    phase = " ".join((text or "").lower().replace("-", " ").split())
    return phase if phase in calendar().words["phases"] else ""


def _read_numeric(raw: RawDate, first: int, second: int, *, dotted: bool) -> None:
    """Dotted dates put the day first; slashed ones either way, so an unclear one stays a year."""
    if dotted or first > 12:
        raw.day, raw.month = first, second
    elif second > 12:
        raw.month, raw.day = first, second


def _read_quarter(raw: RawDate, parts: dict[str, str | None]) -> None:
    number = int(parts["q"] or 0) or calendar().words["ordinals"][(parts["nth"] or "").lower()]
    length = 6 if parts["part"] == "half" else 3
    raw.kind = "months"
    raw.month = min((number - 1) * length + 1, 13 - length)
    raw.last_month = raw.month + length - 1


def _read_relative(raw: RawDate, name: str, parts: dict[str, str | None]) -> None:
    raw.kind = name  # type: ignore[assignment]
    raw.unit = (parts.get("unit") or "day").lower()
    if raw.unit in ("morning", "afternoon", "evening", "night"):
        raw.unit = "day"
    number = (parts.get("count") or "0").lower()
    raw.count = int(number) if number.isdigit() else calendar().words["numbers"][number]
    if name == "same":
        which = " ".join(raw.which.split())
        raw.count = {"the next": 1, "the following": 1, "the day after": 1}.get(which, 0)
        raw.count -= which in ("the previous", "the day before")
    elif raw.which in ("earlier", "before", "prior"):
        raw.count = -raw.count


# A number is a year where a preposition, an article before a noun, or brackets make it one.
_YEAR_BEFORE = re.compile(
    r"(?:\b(?i:in|since|of|by|until|till|before|after|during|from|to|around|for|early|late|year|"
    r"through|between|and|the|through|pre|post|back\sin|that|mid|spring|summer|autumn|fall|"
    r"winter)[\s-]|[(\[–—/,-]\s?|^)$"
)
_NOT_A_YEAR = re.compile(
    r"\s(?:people|soldiers|troops|men|women|km|kilomet|met(?:er|re)s|miles|tons|tonnes|dollars|"
    r"euros|roubles|rubles|hryvni|units|votes|civilians|pages|percent|per\s|hours|days|GMT)"
)


def _year_alone(match: re.Match[str]) -> bool:
    text = match.string
    if _NOT_A_YEAR.match(text, match.end()):
        return False
    return bool(_YEAR_BEFORE.search(text[max(0, match.start() - 10) : match.start()]))


def _valid(raw: RawDate) -> bool:
    return raw.month <= 12 and raw.day <= 31


_BETWEEN = re.compile(r"(?i:\bbetween\s(?:the\s)?)$")
_FROM = re.compile(r"(?i:\bfrom\s(?:the\s)?)$")


def _join_ranges(dates: list[RawDate], text: str) -> list[RawDate]:
    """Make one date of "from 24 February to 3 March 2022", "between 2014 and 2022", "2022–2023"."""
    joined: list[RawDate] = []
    for raw in dates:
        before = joined[-1] if joined else None
        if before is not None and _makes_range(before, raw, text):
            if raw.year and before.month and not before.year:
                before.year = raw.year
            before.until, before.end = raw, raw.end
            continue
        joined.append(raw)
    return joined


def _makes_range(first: RawDate, second: RawDate, text: str) -> bool:
    if first.until or first.kind != "calendar" or second.kind != "calendar" or second.until:
        return False
    gap = text[first.end : second.start].strip().lower()
    if gap in ("-", "–", "—"):
        return True
    start = text[max(0, first.start - 14) : first.start]
    if gap in ("to", "until", "till", "through", "up to"):
        return bool(_FROM.search(start))
    return gap == "and" and bool(_BETWEEN.search(start))
