"""A file of records read line by line in bounded memory, its bytes still known."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from graph.encoding import LINES_SAMPLE, detect_lines
from ingest.readers.base import ReadOptions, Resource

_WITHOUT_BOM = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


class LineTooLong(Exception):  # noqa: N818 - it says what happened, and is caught one call up
    """A line exceeds the size limit of one document; it was skipped."""


class Lines:
    """The lines of a text stream, counted; a line over `limit` characters raises LineTooLong.

    A class and no generator, since reading goes on after such a line.
    """

    def __init__(self, stream: io.TextIOWrapper, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self.number = 0
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(self._limit + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > self._limit and not line.endswith(("\n", "\r")):
            while (rest := self._stream.readline(1 << 20)) and not rest.endswith(("\n", "\r")):
                continue
            raise LineTooLong
        self.taken.append(line)
        return line

    def take(self) -> bytes:
        """The bytes of the lines read since the last call, as they stand in the file."""
        encoding = _WITHOUT_BOM.get(self._stream.encoding, self._stream.encoding)
        raw = "".join(self.taken).encode(encoding, errors="surrogateescape")
        self.taken.clear()
        return raw


@contextmanager
def opened_lines(resource: Resource, options: ReadOptions) -> Iterator[Lines]:
    """The lines of a resource, its encoding told from its beginning.

    Bytes that do not fit it later on become lone surrogates, so that only their record is refused.
    """
    encoding = _encoding(resource, options)
    text = io.TextIOWrapper(
        resource.stream(), encoding=encoding, errors="surrogateescape", newline=""
    )
    with text:
        yield Lines(text, options.max_bytes)


def _encoding(resource: Resource, options: ReadOptions) -> str:
    with resource.stream() as stream:
        sample = stream.read(LINES_SAMPLE)
    return detect_lines(sample, resource.source, declared=resource.charset, given=options.encoding)
