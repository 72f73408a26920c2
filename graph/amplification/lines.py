"""Edges as lines of CSV, compiled: what DuckDB's COPY writes of them, letter by letter.

Millions of edges have few names and all have one form. Written by a loop that knows it, they take
half the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.amplification.compiled import compiled
from graph.amplification.network import Edges
from graph.amplification.windows import Ints, Longs

Bytes = NDArray[np.uint8]

_QUOTED = frozenset('",#\r\n')
_DAY, _SECOND = 86_400_000_000, 1_000_000
_AT_A_TIME = 1 << 18
# Two numbers, two times, and the marks between them.
_REST = 2 * 20 + 2 * 26 + 5


class Names(NamedTuple):
    """Names as fields of CSV, one after the other, and where each begins, with one place more."""

    text: Bytes
    begins: Longs


@lru_cache(maxsize=1)  # all parts of a network have the same
def _as_fields(names: tuple[str, ...]) -> Names:
    """Names as DuckDB writes them, in quotation marks where a mark in them means something."""
    fields = [_field(name).encode() for name in names]
    begins = np.fromiter(accumulate(map(len, fields), initial=0), np.int64, len(fields) + 1)
    return Names(np.frombuffer(b"".join(fields), np.uint8), begins)


def _field(name: str) -> str:
    if name and not _QUOTED & set(name):
        return name
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def lines(edges: Edges) -> Iterator[memoryview]:
    """A line for each edge: source, target, weight, first, last; many at a time."""
    names = _as_fields(edges.names)
    for begin in range(0, len(edges), _AT_A_TIME):
        some = slice(begin, begin + _AT_A_TIME)
        yield _lines(
            edges.source[some], edges.target[some], edges.weight[some], edges.first[some],
            edges.last[some], *names,
        ).data  # fmt: skip


@compiled
def _lines(
    source: Ints, target: Ints, weight: Longs, first: Longs, last: Longs, text: Bytes, begins: Longs
) -> Bytes:
    room = 0
    for i in range(len(source)):
        a, b = source[i], target[i]
        room += begins[a + 1] - begins[a] + begins[b + 1] - begins[b] + _REST
    out = np.empty(room, np.uint8)
    at = 0
    for i in range(len(source)):
        for name in (source[i], target[i]):
            for k in range(begins[name], begins[name + 1]):
                out[at] = text[k]
                at += 1
            out[at] = 44  # a comma
            at += 1
        at = _number(out, at, weight[i])
        out[at] = 44
        began = at + 1
        at = _time(out, began, first[i])
        out[at] = 44
        if last[i] == first[i]:
            length = at - began
            for k in range(length):
                out[at + 1 + k] = out[began + k]
            at += 1 + length
        else:
            at = _time(out, at + 1, last[i])
        out[at] = 10  # a line feed
        at += 1
    return out[:at]


@compiled
def _number(out: Bytes, at: int, value: int) -> int:
    """Write a number that is not below 0; returns the place behind it."""
    end, rest = at + 1, value // 10
    while rest:
        end, rest = end + 1, rest // 10
    for place in range(end - 1, at - 1, -1):
        out[place] = 48 + value % 10
        value //= 10
    return end


@compiled
def _two(out: Bytes, at: int, value: int) -> None:
    """Write two digits."""
    out[at], out[at + 1] = 48 + value // 10, 48 + value % 10


@compiled
def _time(out: Bytes, at: int, micros: int) -> int:
    """Write a time as `2024-02-01 12:00:00.5`; returns the place behind it.

    The date is found as Hinnant, "chrono-compatible low-level date algorithms" (2013), does.
    """
    days, rest = micros // _DAY, micros % _DAY
    shifted = days + 719_468  # since 1 March of the year 0, so that a leap day ends a year
    era, day = shifted // 146_097, shifted % 146_097
    year = (day - day // 1_460 + day // 36_524 - day // 146_096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    year += era * 400 + (month >= 10)
    seconds, fraction = rest // _SECOND, rest % _SECOND
    out[at + 4] = out[at + 7] = 45  # hyphens
    out[at + 10] = 32
    out[at + 13] = out[at + 16] = 58  # colons
    _two(out, at, year // 100)
    _two(out, at + 2, year % 100)
    _two(out, at + 5, month + 3 if month < 10 else month - 9)
    _two(out, at + 8, day - (153 * month + 2) // 5 + 1)
    _two(out, at + 11, seconds // 3_600)
    _two(out, at + 14, seconds // 60 % 60)
    _two(out, at + 17, seconds % 60)
    at += 19
    if fraction:
        out[at] = 46
        for place in range(at + 6, at, -1):
            out[place] = 48 + fraction % 10
            fraction //= 10
        at += 7
        while out[at - 1] == 48:
            at -= 1
    return at
