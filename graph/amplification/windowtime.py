"""Spans of time as people write them on a command line: `60s`, `5m`, `1h`, `2d`, `500ms`."""

from __future__ import annotations

import re

from graph.errors import PostsError

_UNITS = {
    "ms": 1_000,
    "s": 1_000_000,
    "m": 60_000_000,
    "h": 3_600_000_000,
    "d": 86_400_000_000,
}
LONGEST = 10_000 * 366 * _UNITS["d"]
"""No times that can be read lie further apart, and any of them plus this fits in 64 bits."""
_SPAN = re.compile(r"(\d{1,18}(?:\.\d{1,6})?)\s*(ms|s|m|h|d)?", re.ASCII)


def micros(span: str) -> int:
    """A span in microseconds; a bare number is seconds. Raises PostsError."""
    found = _SPAN.fullmatch(span.strip().casefold())
    if found is None:
        raise PostsError(f"{span!r} is no span of time", remedy="Write 60s, 5m, 1h, 2d or 500ms")
    length = round(float(found[1]) * _UNITS[found[2] or "s"])
    if length > LONGEST:
        raise PostsError(
            f"{span!r} is longer than 10,000 years", remedy="Write 3650000d for any time apart"
        )
    return length


def with_unit(span: str) -> str:
    """A span as it was written, with the unit that a bare number has."""
    return f"{span.strip()}s" if span.strip()[-1:].isdigit() else span.strip()
