"""The words of the English calendar and the patterns of dates built from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ingest.nlp import lexicon

# Counts as words, as in "two days earlier" and "a week later".
COUNTS = {"a": 1, "an": 1, **lexicon.number_words()}
NUMBER = "#"  # stands for any number with the triggers of a window


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a date: it is tried only near one of the words it `needs`."""

    regex: re.Pattern[str]
    name: str
    needs: frozenset[str]


@dataclass(frozen=True)
class Calendar:
    """The words of dates.yaml and the patterns built from them."""

    words: dict[str, Any]
    triggers: frozenset[str]
    patterns: tuple[Pattern, ...]
    months: dict[str, int]


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """Read dates.yaml and compile the patterns, once a process."""
    words = lexicon.load("dates")
    months = {**words["months"], **words["short"]}
    needs = _needs(words, months)
    triggers = frozenset().union(*needs.values()) - {NUMBER}
    patterns = tuple(Pattern(re.compile(text), name, needs[name]) for name, text in _sources(words))
    return Calendar(words, triggers, patterns, months)


def _needs(words: dict[str, Any], months: dict[str, int]) -> dict[str, frozenset[str]]:
    """The words without which a pattern cannot match, by its name."""
    named = frozenset({*months, *(f"{short}." for short in words["short"])})
    units = frozenset(("day", "week", "weekend", "month", "year"))
    parts = frozenset(("morning", "afternoon", "evening", "night"))
    number = frozenset((NUMBER,))
    before = frozenset(("before", "after"))
    return {
        "iso": number,
        "numeric": number,
        "days": named,
        "calendar": named,
        "month": named,
        "season": frozenset(words["seasons"]),
        "quarter": frozenset(("quarter", "half", "q1", "q2", "q3", "q4")),
        "phase": number | {"year"},
        "decade": number | frozenset(words["decades"]),
        "year": number,
        "day_word": frozenset(word.split()[-1] for word in words["days"]),
        "weekday": frozenset(words["weekdays"]),
        "period": units,
        "weekend": frozenset(("weekend",)),
        "overnight": frozenset(("overnight",)),
        "ago": frozenset(("ago",)),
        "shift": before | {"earlier", "later", "prior"},
        "offset": before,
        "same": units | parts | before | {"hours", "minutes", "time"},
    }


def _either(values: Any) -> str:
    return "|".join(re.escape(str(value)).replace(r"\ ", r"\s") for value in values)


def _sources(words: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The patterns as (name, source); at one place the longest match wins."""
    full = _either(month.capitalize() for month in words["months"])
    upper = _either(month.upper() for month in words["months"] if month not in ("may", "march"))
    short = _either(month.capitalize() for month in sorted(words["short"], key=len, reverse=True))
    loud = _either(month.upper() for month in sorted(words["short"], key=len, reverse=True))
    month = rf"(?P<month>{full}|{upper}|(?:{short}|{loud})\b\.?)"
    safe = _either(m.capitalize() for m in words["months"] if m not in words["ambiguous_months"])
    unsafe = _either(m.capitalize() for m in words["ambiguous_months"])
    # "its 1530 GMT bulletin" names a time of the day
    clock = r"(?!\s(?i:gmt|utc|hrs|hours|local\stime)\b)"
    late_year = rf"(?P<year>1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d){clock}"
    year = rf"(?<![\d.,$€£-]){late_year}"
    day = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
    day2 = day.replace("<day>", "<day2>")
    dash = r"(?:\s?[-–—]\s?|\s+(?:to|until|till|through)\s+)"
    counted = r"(?P<counted>(?i:this|last|next))\syear\b"
    tail = rf"(?:,?\s+(?:of\s)?(?:{late_year}|{counted}))"
    brief = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?"
    weekday = _either(name.capitalize() for name in words["weekdays"])
    start = rf"(?<![\w.,$€£-])(?:(?:{weekday}|{brief}),?\s+)?"
    phase = rf"(?:(?P<phase>(?i:{_either(words['phases'])}))(?:-|\s)(?:in\s)?)"
    season = rf"(?P<season>{_either(words['seasons'])})"
    unit = r"(?P<unit>day|morning|afternoon|evening|night|week|weekend|month|year)"
    count = rf"(?<!\d[.,])(?P<count>\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,4}}|(?i:{_either(COUNTS)}))"
    units = r"(?P<unit>hour|day|week|fortnight|month|year|decade)s?"
    yield (
        "iso",
        (
            r"(?<![\d./-])(?P<year>\d{4})(?P<sep>[-/.])(?P<nmonth>[01]\d)(?P=sep)(?P<day>[0-3]\d)"
            r"(?:[T\s]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?(?![\d/-]|\.\d)"
        ),
    )
    yield (
        "numeric",
        (
            r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)"
            r"(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![\d/-])"
        ),
    )
    yield "days", rf"{start}{day}{dash}{day2}\s+{month}\b{tail}?"
    yield (
        "days",
        (
            rf"(?i:between)\s(?:the\s)?{day}\sand\s(?:the\s)?{day2}\s(?:of\s)?{month}\b"
            rf"{tail}?"
        ),
    )
    yield "days", rf"{start}{month}\s+{day}{dash}{day2}{tail}?"
    yield "days", rf"(?i:between)\s{month}\s{day}\sand\s{day2}{tail}?"
    yield (
        "calendar",
        (rf"{start}(?:the\s)?{day}(?:\sof)?(?:\s+|-){month}(?!\w){tail}?"),
    )
    yield "calendar", rf"{start}{month}\s+{day}{tail}?(?!\w)"
    yield "calendar", rf"\b{phase}?{month}{tail}"
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
            rf"(?P<lead>(?i:in|since|by|until|till|of|from|during|between|to|"
            rf"(?:recently|early|late)\sas)\s))"
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
        (rf"(?:(?i:the)\s)?(?<!\w){season}\s(?:of\s)?(?P<counted>this|last|next|that)\syear\b"),
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
            rf"(?:\sthe\syear)?|[Qq](?P<q>[1-4])),?\s(?:of\s)?{late_year}"
        ),
    )
    yield (
        "quarter",
        (
            rf"(?i:(?P<lead>(?:in|during|for|by|since)\s)(?:the\s)?"
            rf"(?P<nth>{_either(words['ordinals'])})\s"
            r"(?:(?P<part>quarter)(?:\sof\s(?P<counted>the|this|last|next)\syear)?|"
            r"(?P<part2>half)\sof\s(?P<counted2>the|this|last|next)\syear))\b"
        ),
    )
    yield "phase", rf"\b{phase}(?:{late_year}(?!s)|(?P<counted>(?i:the|this|last|next))\syear\b)"
    yield (
        "decade",
        (
            r"(?:(?i:the\s))?(?:(?P<phase>(?i:early|mid|late))[-\s])?(?<!\d)"
            rf"(?:(?P<year>1[5-9]\d0|20\d0)['’]?s\b|['’‘](?P<tens>[2-9]0)s\b|"
            rf"(?<=(?i:the)\s)(?P<word>{_either(words['decades'])})\b)"
        ),
    )
    yield "year", rf"(?<!\w){year}(?![\w’']|-\w)"
    yield "day_word", rf"(?<![\w-])(?P<word>(?i:{_either(words['days'])}))(?![\w-])"
    yield (
        "weekday",
        (
            rf"(?<![\w-])(?:(?i:(?P<which>last|next|this|past|that))\s)?(?P<weekday>{weekday})"
            r"(?:\s(?:morning|afternoon|evening|night))?(?!\w|\s[A-Z]\w+\s(?:With|with|Times|Post))"
        ),
    )
    yield (
        "period",
        (
            r"(?<![\w-])(?i:(?P<which>last|this|next)\s(?:past\s)?(?P<unit>week|weekend|month|year))"
            r"(?![\w-])"
        ),
    )
    yield "weekend", r"(?i:(?P<lead>(?:over|at|on|during)\s)the\sweekend)(?![\w-]|\sof\b)"
    yield (
        "overnight",
        (
            r"(?<![\w-])(?i:overnight)(?!-|\s(?:on|to|into|from)\b)"
            rf"(?!\s(?!(?:{_either(words['after_overnight'])})\b)[a-z])"
        ),
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
            rf"the\sfollowing|the\sprevious)\s{unit})(?![\w-]|\s(?:when|of|as)\b)(?!(?<=day)\sthat\b)"
        ),
    )
    yield "offset", rf"(?<![\w-]){count}\s{units}(?=\s(?P<which>after|before)\s)"
    yield (
        "same",
        (
            r"(?<![\w-])(?i:(?:(?:a\s)?(?:few|couple\sof)\s|some\s|several\s|\w+\s)?"
            r"(?:hours|minutes)\s(?P<which>later|earlier))\b(?!\sthan\b)"
        ),
    )
    yield (
        "same",
        r"(?:\bAt\sthe|\b(?i:at\sthat))\s(?P<unit>time)(?=,|\s[a-zA-Z])(?!\sof\b|\swhen\b)",
    )
    yield (
        "same",
        (
            r"(?<![\w-])(?i:(?P<which>the\s(?:day|night|evening)\sbefore|the\sday\safter))"
            r"(?=[.,;:!?)]|$|\s(?:in|at|and|but|that)\b)"
        ),
    )
