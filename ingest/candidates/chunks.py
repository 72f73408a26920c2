"""A text in pieces that fit a model, overlapping, so that what one cut divides another holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Where to cut, best first: between paragraphs, lines, sentences, words.
_BREAKS = (r"\n[ \t]*\n", r"\n", r"[.!?…][\"'”’»)]*\s", r"\s")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Characters `start` to `end` of a document's text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The first character after it."""
        return self.start + len(self.text)


def chunks(text: str, *, size: int, overlap: int) -> Iterator[Chunk]:
    """Cut `text` into pieces of at most `size` characters that leave nothing out.

    Two neighbours share about `overlap` characters (less than half of `size`), which begin with a
    whole word where the text has any.
    """
    if not 0 <= overlap < size // 2:
        raise ValueError(f"an overlap of {overlap} does not fit chunks of {size}")
    start = 0
    while len(text) - start > size:
        end = _cut(text, start + size // 2, start + size)
        yield Chunk(start, text[start:end])
        shared = re.compile(r"\s").search(text, end - overlap, end)
        start = shared.end() if shared is not None else end - overlap
    if start < len(text):
        yield Chunk(start, text[start:])


def _cut(text: str, low: int, high: int) -> int:
    """The last good place to cut after `low` and up to `high`."""
    for pattern in _BREAKS:
        last = None
        for last in re.compile(pattern).finditer(text, low, high):  # noqa: B007 - the last counts
            pass
        if last is not None:
            return last.end()
    return high
