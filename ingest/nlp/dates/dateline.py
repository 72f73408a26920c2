"""The day a page prints for itself, which anchors what its text counts from."""

from __future__ import annotations

import re
from datetime import date

from ingest.nlp.dates.resolve import Context, resolve
from ingest.nlp.dates.scan import RawDate

REACH = 600  # characters at the top in which a date alone on its line dates the document
_BEFORE = re.compile(
    r"^\s*(?:(?:published|posted|updated|date)(?:\s+o[nf](?:\s+publication)?)?:?"
    r"|(?:the )?week (?:of|from)|by\s[^.\d]{2,80}|\d\d?[:.]\d\d,?|.{0,120}[|·•—–,:;/])?\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^\s*(?:$|[|·•—–,;:/)]|at\s\d|(?:-\s)?\d\d?[:.]\d\d)")
_OPENED, _CLOSED = re.compile(r"[.!?]\s*\($"), re.compile(r"^\)\s*$")
_TALKED = re.compile(r"\b(?:spoke|talked|interviewed|conversation)\b[^.]{0,120}\bon\s*$")
_HEADED = re.compile(
    r"\b(?:press|news|media) (?:conference|briefing)\b[^.\n]{0,40}\bon\s*$", re.IGNORECASE
)
_SHOUTED = re.compile(r"^\s*[^\W\d_a-z]{3,}[^a-z]*,\s*$")
_CITY = re.compile(r"^\s*[A-Z][\w .,/'’-]{0,50},\s*$")
_AGENCY = re.compile(r"^\s*\([^)\n]{2,40}\)\s*[-–—:]|^\s*[–—]|^\s-\s")
_IN_BRACKETS = re.compile(r"^\s*[A-Z][\w .,/'’-]{0,50}\([^)\n]{2,60}[-–—,]\s*$")
_POSTED = re.compile(r"^\s*[-–—]+\s?[^\n]{1,80}\(@\w+\)\s*$")
_LABEL = re.compile(
    r"^\s*(?:first |last )?(?:published|posted|updated|modified)(?: on)?:?\s*$", re.IGNORECASE
)
# An agency's background is at most so old. A day may fall on the same weekday again five years on:
# then the year stays unknown.
_MOST_YEARS_ON = 5
_MOMENTS = frozenset(("calendar", "season", "months"))


def datelines(raws: list[RawDate], text: str) -> list[date]:
    """The day in a line near the top that is no sentence, or before an agency's first words.

    Of "09-07-2025" they are two, since either number may be the month, unless an agency's dateline
    below tells which ("MANILA, July 9 (Agency) - ..."); where no line tells a day, there is none. A
    dateline often leaves out its year ("MANILA, Feb 18 (Agency) - ... on
    Wednesday"). The day of the week in that sentence tells which of the years that may follow the
    text's latest it is. Where the top tells none, a label at the foot may: "Updated: May 7, 2023",
    or the foot of the posts it copies.
    """
    for number, raw in enumerate(raws):
        if raw.start > REACH:
            break
        if not (raw.day or raw.either) or raw.kind != "calendar":
            continue
        before, rest = _line_around(raw, text)
        told = _is_told(before, rest)
        sentence = rest.rstrip().endswith((".", "!", "?", ",", "”", '"'))
        if told and not raw.year:
            return _by_weekday(raw, raws[number + 1 :], raw.end + len(rest))
        printed = _BEFORE.match(before) and _AFTER.match(rest) and not sentence
        if (told or printed) and (days := _printed(raw)):
            return days if len(days) == 1 else _confirmed(days, raws[number + 1 :], text)
    return _at_foot(raws, text) or _of_posts(raws, text)


def _line_around(raw: RawDate, text: str) -> tuple[str, str]:
    """What stands before and behind a date on its line."""
    start, end = text.rfind("\n", 0, raw.start) + 1, text.find("\n", raw.end)
    return text[start : raw.start], text[raw.end : end if end >= 0 else len(text)]


def _printed(raw: RawDate) -> list[date]:
    """The day that a date of the calendar tells, or both; the last of "15-21 September"."""
    last = raw.until or raw
    if last.either:
        first, second = last.either
        told = {(first, second), (second, first)}
        return [date(last.year, month, day) for month, day in sorted(told) if month and day]
    value = resolve(last, Context(None), 0, future=False) if last.year else None
    if value is None or not (value.month and value.day):
        return []
    return [date(value.year, value.month, value.day)]


def _confirmed(days: list[date], after: list[RawDate], text: str) -> list[date]:
    """The one of two days that an agency's dateline tells, else both."""
    for raw in after:
        if raw.start > REACH:
            break
        same = [day for day in days if (day.month, day.day) == (raw.month, raw.day)]
        if raw.kind == "calendar" and len(same) == 1 and _is_told(*_line_around(raw, text)):
            return same
    return days


def _at_foot(raws: list[RawDate], text: str) -> list[date]:
    """The day behind a label in one of the last lines."""
    for raw in reversed(raws):
        if raw.end < len(text) - REACH:
            break
        before, rest = _line_around(raw, text)
        if raw.kind == "calendar" and raw.day and _LABEL.match(before) and _AFTER.match(rest):
            return _printed(raw)
    return []


def _of_posts(raws: list[RawDate], text: str) -> list[date]:
    """The one day of all posts copied into a text, where it names that day of the week.

    Such a post ends in "— Ada Quill (@adaquill) August 2, 2022"; the text says "on Tuesday".
    """
    footed = [
        raw for raw in raws if raw.kind == "calendar" and raw.day and raw.year
        and _POSTED.match(_line_around(raw, text)[0]) and not _line_around(raw, text)[1].strip()
    ]  # fmt: skip
    days = {day for raw in footed for day in _printed(raw)}
    weekdays = {raw.day for raw in raws if raw.kind == "weekday"}
    return [day for day in days if len(days) == 1 and day.isoweekday() in weekdays]


def _is_told(before: str, rest: str) -> bool:
    """Whether a line dates the text though more stands on it: a dateline, brackets, an interview.

    As in "MANILA, Feb 18 (Agency) - ...", "ACCRA (Agency - 7 May 2023) On paper ...", "ACCRA, 7 May
    2023. On paper ...", "A thread. (5 June 2025)", "She spoke to Marta Quill on 22 May 2024." and,
    on a line of its own, "Ada Quill's Press Conference on 7 May 2023".
    """
    return bool(
        (_CITY.match(before) and _AGENCY.match(rest))
        or (_IN_BRACKETS.match(before) and rest.startswith(")"))
        or (_SHOUTED.match(before) and rest.startswith(". "))
        or (_OPENED.search(before) and _CLOSED.match(rest))
        or (_TALKED.search(before) and rest.startswith("."))
        or (_HEADED.search(before) and not rest.strip())
    )


def _by_weekday(day: RawDate, after: list[RawDate], end: int) -> list[date]:
    weekday = next((r.day for r in after if r.kind == "weekday" and r.start < end), None)
    latest = max((r.year for r in after if r.kind in _MOMENTS), default=0)
    if weekday is None or not latest:
        return []
    years = range(latest, latest + _MOST_YEARS_ON + 1)
    fitting = [d for d in (_day(y, day) for y in years) if d and d.isoweekday() == weekday]
    return fitting if len(fitting) == 1 else []


def _day(year: int, raw: RawDate) -> date | None:
    value = resolve(
        RawDate(0, 0, "calendar", year, raw.month, raw.day), Context(None), 0, future=False
    )
    return date(year, raw.month, raw.day) if value is not None else None
