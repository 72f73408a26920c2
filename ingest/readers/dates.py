"""Publication dates as people and machines write them, to ISO 8601; the unclear stay unknown."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_PARTIAL = re.compile(r"(?!0000)[0-9]{4}(-(0[1-9]|1[0-2]))?")
_FORMATS = (
    *("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%A, %B %d, %Y"),
    *("%A, %d %B %Y", "%Y/%m/%d", "%d.%m.%Y", "%d %B %Y, %H:%M", "%d.%m.%Y %H:%M", "%Y.%m.%d"),
    "%d.%m.%y",
)
# As newspapers shorten months: "Sept. 5, 2024", "5 Jan. 2024".
_SHORT = re.compile(r"\b(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)t?\b\.?", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")


def iso_date(value: object) -> str | None:
    """A date or date-time as ISO 8601, a year or month as such; None where it cannot be told.

    "03/04/2024" is read by nobody the same way, so it is left unknown; dots put the day first.

    >>> iso_date("12 May 2024"), iso_date("2024-05"), iso_date("3.4.24"), iso_date("03/04/2024")
    ('2024-05-12', '2024-05', '2024-04-03', None)
    """
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999:
        return str(value)
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    if _PARTIAL.fullmatch(text):
        return text
    return _iso(text) or _written(text) or _rfc_2822(text)


def _iso(text: str) -> str | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.date().isoformat() if len(text) <= 10 else moment.isoformat()


def _written(text: str) -> str | None:
    bare = _SHORT.sub(r"\1", _ORDINAL.sub(r"\1", text))
    for form in _FORMATS:
        try:
            moment = datetime.strptime(bare, form)
        except ValueError:
            continue
        return moment.isoformat() if "%H" in form else moment.date().isoformat()
    return None


def _rfc_2822(text: str) -> str | None:
    # parsedate takes "Mon, 01 Jan 2024 ..." of feeds and mail; it also takes much that is no date.
    if not re.match(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d", text):
        return None
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, OverflowError):  # the latter for the zone +99999999999999999999
        return None
