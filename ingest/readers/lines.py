"""A file of records read line by line in bounded memory, its bytes still known."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager

from graph.encoding import LINES_SAMPLE, detect_lines
from graph.errors import DocumentError
from ingest.readers.base import ReadOptions, Resource

_WITHOUT_BOM = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


class LineTooLong(Exception):  # noqa: N818 - it says what happened, and is caught one call up
    """A line exceeds the size limit of one document; it was skipped."""


class Lines:
    """The lines of a text stream, counted; a line over `limit` characters raises LineTooLong.

    A class and no generator, since reading goes on after such a line. It ends with a DocumentError
    at bytes that cannot be decoded: where the next line begins cannot be told, then.
    """

    def __init__(self, stream: io.TextIOWrapper, limit: int, source: str) -> None:
        self._stream = stream
        self._limit = limit
        self._source = source
        self.number = 0
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._read(self._limit + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > self._limit and not line.endswith(("\n", "\r")):
            while (rest := self._read(1 << 20)) and not rest.endswith(("\n", "\r")):
                continue
            raise LineTooLong
        self.taken.append(line)
        return line

    def _read(self, size: int) -> str:
        try:
            return self._stream.readline(size)
        except UnicodeError as error:
            raise DocumentError(
                f"{self._source}:{self.number + 1}",
                "from here on its bytes do not fit the encoding of the file",
                remedy="Save the file as UTF-8, or name its encoding with --encoding",
            ) from error

    def take(self) -> bytes:
        """The bytes of the lines read since the last call, as they stand in the file."""
        encoding = _WITHOUT_BOM.get(self._stream.encoding, self._stream.encoding)
        raw = "".join(self.taken).encode(encoding, errors=self._stream.errors or "strict")
        self.taken.clear()
        return raw


@contextmanager
def opened_lines(resource: Resource, options: ReadOptions) -> Iterator[Lines]:
    """The lines of a resource, its encoding told from its beginning.

    Bytes that do not fit it later on become lone surrogates, so that only their record is refused;
    where not even these stand for them, as for half a unit of UTF-16, the rest of the file is.
    """
    encoding = codecs.lookup(_encoding(resource, options)).name
    # The latter would make several surrogates of one unit, which are then no bytes again.
    errors = "surrogatepass" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    text = io.TextIOWrapper(resource.stream(), encoding=encoding, errors=errors, newline="")
    with text:
        yield Lines(text, options.max_bytes, resource.source)


def _encoding(resource: Resource, options: ReadOptions) -> str:
    with resource.stream() as stream:
        sample = stream.read(LINES_SAMPLE)
    return detect_lines(sample, resource.source, declared=resource.charset, given=options.encoding)
