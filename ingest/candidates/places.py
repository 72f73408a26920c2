"""Where quotes stand in a text, and which stretches of a text overlap."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Generic, TypeVar

_T = TypeVar("_T")
_BUCKET = 256


def find(text: str, quote: str, near: int | None = None) -> tuple[int, int] | None:
    """The place where `text` says exactly `quote`, in whole words; None where it does not.

    Of several places it is the one that begins nearest to `near`, the earlier of two as near, or
    the first where `near` is None. Nothing is normalised: a quote that differs by one character
    is another quote.
    """
    if not quote:
        return None
    before = r"(?<!\w)" if _is_word(quote[0]) else ""
    after = r"(?!\w)" if _is_word(quote[-1]) else ""
    whole = re.compile(before + re.escape(quote) + after)
    near = 0 if near is None else max(near, 0)
    if whole.match(text, near):
        return near, near + len(quote)
    # A lookahead finds the places that overlap too, as "aa" twice in "aa aa aa"'s kin.
    starts = (found.start() for found in re.finditer(f"(?={whole.pattern})", text))
    best = min(starts, key=lambda start: (abs(start - near), start), default=None)
    return None if best is None else (best, best + len(quote))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


class Stretches(Generic[_T]):
    """Stretches of a text with what stands there, for asking what overlaps a new one."""

    def __init__(self) -> None:
        self._at: dict[int, list[tuple[int, int, _T]]] = defaultdict(list)

    def add(self, start: int, end: int, what: _T) -> None:
        """Note that `what` stands from `start` to `end`."""
        for bucket in range(start // _BUCKET, (end - 1) // _BUCKET + 1):
            self._at[bucket].append((start, end, what))

    def overlapping(self, start: int, end: int) -> Iterator[tuple[int, int, _T]]:
        """Everything that shares a character with `start` to `end`, each once."""
        first = start // _BUCKET
        for bucket in range(first, (end - 1) // _BUCKET + 1):
            for stretch in self._at.get(bucket, ()):
                met_before = bucket > first and stretch[0] // _BUCKET < bucket
                if stretch[0] < end and start < stretch[1] and not met_before:
                    yield stretch
