"""Times in ISO 8601, read alike in SQL and in Python."""

from __future__ import annotations

from datetime import UTC, datetime

from graph.amplification.sql import literal

PYTHON_TIME = "python_time"
"""The name under which DuckDB has to know `in_utc`."""

_HOUR, _MINUTE = "([01][0-9]|2[0-3])", "[0-5][0-9]"
# What DuckDB reads as Python does. It would read names of zones, `epoch` and `infinity` too.
_USUAL = (
    "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    f"([T ]{_HOUR}:{_MINUTE}(:{_MINUTE}([.][0-9]+)?)?(Z|[+-]{_HOUR}(:?{_MINUTE})?)?)?"
)
# What may be in another of the standard's forms, for which Python is asked: days of weeks and
# basic forms such as 20240201T120000Z. Seconds since 1970 are not, and have no need to wait for it.
_OTHER = "[0-9]{4}-.+|[0-9]{4}W[0-9].+|[0-9]{8}([T ].+)?"


def in_utc(text: str) -> str:
    """A time as Python reads ISO 8601, in UTC, which it is in where it names no zone; else empty.

    >>> in_utc("20240201T120000+02")
    '2024-02-01T10:00:00+00:00'
    """
    try:
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        return ""


def iso_time(value: str) -> str:
    """The SQL of a time that a text gives in ISO 8601, NULL where it gives none."""
    read = (
        f"CASE WHEN regexp_full_match({value}, {literal(_USUAL)}) THEN {value} "
        f"WHEN regexp_full_match({value}, {literal(_OTHER)}) THEN {PYTHON_TIME}({value}) END"
    )
    return f"TRY_CAST({read} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'"
