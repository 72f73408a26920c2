"""What a date in the text means: EDTF values from the date the story has reached and publication.

Two anchors are kept apart. Words counted from now ("yesterday", "on Tuesday", "last year") start at
publication; words counted from the story ("the same evening", "two days earlier") at the last date
the narrative gave. A month or day without a year takes the year of the nearer of the two.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from ingest.nlp.dates.patterns import calendar
from ingest.nlp.dates.scan import RawDate
from ingest.nlp.findings import DateMention

NEAR_TOKENS = 120  # how far a year named in the text still dates a month after it
_NEAR_DAY = 400  # how far a day still tells which Tuesday is meant
SATURDAY = 5
_HALF_WEEK = 3
_HALF_YEAR, _NEXT_YEAR = 5, 9  # months
RECENT = (-75, 31)  # days around publication in which a day of a month is this year's


@dataclass(frozen=True, slots=True)
class Value:
    """An EDTF string with its precision and its first day, as far as it is known."""

    edtf: str
    precision: str
    year: int
    month: int | None = None
    day: int | None = None


@dataclass(slots=True)
class Context:
    """The anchors of one document.

    `reached` is the date the story is at, near token `at`; `last` is the latest one told, which
    "at that time" takes up even where it was told in passing. `latest` is the latest month that
    the text names with its year.
    """

    published: date | None
    reached: Value | None = None
    at: int = 0
    last: Value | None = None
    latest: Value | None = None


def day_value(day: date) -> Value:
    """The value of one day."""
    return Value(day.isoformat(), "day", day.year, day.month, day.day)


def resolve(raw: RawDate, context: Context, at: int, *, future: bool) -> Value | None:
    """The value of a date that stands at token `at`, or None where no anchor can give it.

    `future` says that the clause speaks of what is to come ("will meet on Tuesday"). What leaves
    the calendar, the years 1 to 9999 ("five thousand years ago"), has no value either.
    """
    try:
        value = _value(raw, context, at, future=future)
    except (OverflowError, ValueError):  # what `date` and `timedelta` raise beyond those years
        return None
    return value if value is not None and MINYEAR <= value.year <= MAXYEAR else None


def _value(raw: RawDate, context: Context, at: int, *, future: bool) -> Value | None:
    if raw.kind == "offset":
        anchor = resolve(raw.until, context, at, future=future) if raw.until else None
        return _shifted(anchor, raw.unit, raw.count) if anchor else None
    if raw.until is not None:
        return _range(raw, context, at, future=future)
    if raw.kind == "calendar":
        return _calendar(raw, context, at, future=future)
    if raw.kind == "season":
        return _season(raw, context, at, future=future)
    if raw.kind == "months":
        year = raw.year or counted_year(raw, context, at)
        return _months(year, raw.month, raw.last_month) if year else None
    if raw.kind == "decade":
        return _decade(raw)
    if raw.kind in ("shift", "same"):
        return _from_story(raw, context)
    if raw.kind == "weekday" and (context.published is None or raw.which == "that"):
        return _weekday_of_story(raw, context, at)
    return _from_publication(raw, context, future=future)


def _months(year: int, first: int, last: int) -> Value:
    return Value(f"{year:04}-{first:02}/{year:04}-{last:02}", "range", year, first)


def _range(raw: RawDate, context: Context, at: int, *, future: bool) -> Value | None:
    last = resolve(raw.until, context, at, future=future) if raw.until else None
    begin = replace(raw, until=None)
    if last is not None and raw.month and not raw.year:
        begin.year = last.year - (last.month is not None and raw.month > last.month)
    first = resolve(begin, context, at, future=future)
    if first is None or last is None or first.edtf >= last.edtf:
        return first
    text = f"{first.edtf.partition('/')[0]}/{last.edtf.rpartition('/')[2]}"
    return Value(text, "range", first.year, first.month, first.day)


def _calendar(raw: RawDate, context: Context, at: int, *, future: bool) -> Value | None:
    year = raw.year or counted_year(raw, context, at)
    if not year and raw.month:
        year = year_of(raw, context, at, future=future)
    if not year:
        return None
    if not raw.month:
        return _year(year, raw.phase)
    if not raw.day:
        return Value(f"{year:04}-{raw.month:02}", "month", year, raw.month)
    if raw.day > monthrange(year, raw.month)[1]:
        return None
    return day_value(date(year, raw.month, raw.day))


def _year(year: int, phase: str) -> Value:
    if not phase:
        return Value(f"{year:04}", "year", year)
    part = calendar().words["phases"][phase]
    if "approximate" in part:
        month = part["approximate"]
        return Value(f"{year:04}-{month:02}~", "month", year, month)
    first, last = part["months"]
    return _months(year, first, last)


def _decade(raw: RawDate) -> Value:
    phase = calendar().words["phases"].get(raw.phase, {"decade": [0, 9]})
    first, last = (raw.year + offset for offset in phase["decade"])
    return Value(f"{first:04}/{last:04}", "range", first)


def _season(raw: RawDate, context: Context, at: int, *, future: bool) -> Value | None:
    middle = RawDate(raw.start, raw.end, "calendar", month=(raw.season - 20) * 3 % 12 + 1)
    middle.which = raw.which
    year = raw.year or counted_year(raw, context, at)
    if not year and raw.which in ("last", "this", "next") and context.published:
        year = _season_year(raw, middle.month, context.published)
    elif not year:
        year = year_of(middle, context, at, future=future)
    return Value(f"{year:04}-{raw.season}", "season", year, middle.month) if year else None


def _season_year(raw: RawDate, month: int, published: date) -> int:
    """The year of "last summer": the last one that is over."""
    if raw.which == "last":
        return published.year - (published.month <= month + 1)
    return published.year + (raw.which == "next" and published.month >= month)


def counted_year(raw: RawDate, context: Context, at: int) -> int | None:
    """The year of "autumn of last year", "the end of the year"; None where it is not counted."""
    word, _, unit = raw.which.partition(" ")
    if unit != "year" and raw.kind != "months":
        return None
    reached, published = context.reached, context.published
    told = reached is not None and (at - context.at <= NEAR_TOKENS or published is None)
    if reached is not None and (word == "that" or (word in ("the", "") and told)):
        return reached.year
    if published is None:
        return None
    return published.year + {"last": -1, "next": 1}.get(word, 0)


def year_of(raw: RawDate, context: Context, at: int, *, future: bool) -> int | None:
    """The year of a month or day that is written without one."""
    published, reached = context.published, context.reached
    if published is None:
        if raw.which:  # "last May", "May this year": counted from a day that nobody told
            return None
        near = reached if at - context.at <= NEAR_TOKENS else context.latest
        if near is None or _is_unclear(raw.month, near):
            return None
        return _year_near(raw.month, near, published)
    if raw.which in ("last", "past"):
        return published.year - (raw.month >= published.month)
    if raw.which == "next" or future:
        return published.year + (raw.month < published.month)
    recent = _latest_year(raw, published)
    if raw.day:
        gap = (date(recent, raw.month, min(raw.day, 28)) - published).days
        if RECENT[0] <= gap <= RECENT[1]:
            return recent
    if reached is not None and at - context.at <= NEAR_TOKENS:
        return _year_near(raw.month, reached, published)
    return recent


def _latest_year(raw: RawDate, published: date) -> int:
    """The year of the latest such month (or day, a month's grace) not after publication."""
    if not raw.day:
        return published.year - (raw.month > published.month)
    grace = published + timedelta(days=RECENT[1])
    return grace.year - ((raw.month, raw.day) > (grace.month, grace.day))


def _is_unclear(month: int, reached: Value) -> bool:
    """Whether a month half a year before that of the story may as well be of the next year.

    "The raid of September 2023 ... In February she said": which February depends on when the text
    was published.
    """
    return reached.month is not None and _HALF_YEAR <= reached.month - month < _NEXT_YEAR


def _year_near(month: int, reached: Value, published: date | None) -> int:
    """The reached year, or the neighbouring one where a story crosses New Year."""
    year = reached.year
    if reached.month is not None:
        if reached.month - month >= _NEXT_YEAR:
            year += 1
        elif month - reached.month >= _NEXT_YEAR:
            year -= 1
    if published is not None and (year, month) > (published.year, published.month):
        year = published.year - (month > published.month)
    return year


def _from_publication(raw: RawDate, context: Context, *, future: bool) -> Value | None:
    today = context.published
    if today is None:
        return None
    if raw.kind == "overnight":
        night = today - timedelta(days=1)
        return Value(f"{night}/{today}", "range", night.year, night.month, night.day)
    if raw.kind == "day_word":
        return day_value(today + timedelta(days=raw.count))
    if raw.kind == "weekday":
        back = (today.weekday() - raw.day + 1) % 7
        if raw.which == "next" or future:
            return day_value(today + timedelta(days=(raw.day - 1 - today.weekday()) % 7 or 7))
        if raw.which in ("last", "past") and back == 0:
            back = 7
        return day_value(today - timedelta(days=back))
    if raw.kind == "ago":
        return _shifted(day_value(today), raw.unit, -raw.count)
    step = {"last": -1, "this": 0, "next": 1}.get(raw.which, 0)
    if raw.which == "past" or (raw.unit == "weekend" and raw.which == "this"):
        step = -(today.weekday() < SATURDAY and not future)
    return _shifted(day_value(today), raw.unit, step, whole=True)


def _weekday_of_story(raw: RawDate, context: Context, at: int) -> Value | None:
    """The weekday nearest to a day told before: "that Monday", or where no publication is known."""
    reached = context.reached
    if reached is None or reached.precision != "day" or raw.which in ("last", "past", "next"):
        return None
    if reached.month is None or reached.day is None:
        return None
    if context.at < 0 or at - context.at > _NEAR_DAY:
        return None
    day = date(reached.year, reached.month, reached.day)
    ahead = (raw.day - day.isoweekday()) % 7
    return day_value(day + timedelta(days=ahead if ahead <= _HALF_WEEK else ahead - 7))


def _from_story(raw: RawDate, context: Context) -> Value | None:
    if raw.unit == "time":
        return context.last
    if context.reached is None:
        return None
    whole = raw.kind == "same" and raw.unit != "day"
    return _shifted(context.reached, raw.unit, raw.count, whole=whole)


def _shifted(value: Value, unit: str, count: int, *, whole: bool = False) -> Value | None:
    """A value moved by a number of units; `whole` names the unit itself ("last week").

    None where the value is coarser than the unit: a week after "in 2022" is no date.
    """
    if unit == "decade":
        unit, count = "year", count * 10
    if unit == "fortnight":
        unit, count = "week", count * 2
    if unit == "year":
        return _year(value.year + count, "")
    if value.month is None or value.precision not in ("day", "month"):
        return None
    if unit == "month":
        months = value.year * 12 + value.month - 1 + count
        year, month = divmod(months, 12)
        return Value(f"{year:04}-{month + 1:02}", "month", year, month + 1)
    if value.day is None:
        return None
    day = date(value.year, value.month, value.day)
    if unit in ("day", "hour"):
        return day_value(day + timedelta(days=count if unit == "day" else 0))
    if not whole:
        return day_value(day + timedelta(weeks=count))
    first = day - timedelta(days=day.weekday()) + timedelta(weeks=count)
    first += timedelta(days=5 if unit == "weekend" else 0)
    last = first + timedelta(days=1 if unit == "weekend" else 6)
    return Value(f"{first}/{last}", "range", first.year, first.month, first.day)


def mention(value: Value, start: int, end: int) -> DateMention:
    """The finding for a value that stands on tokens `start` up to `end`."""
    return DateMention(start, end, value.edtf, value.precision)  # type: ignore[arg-type]
