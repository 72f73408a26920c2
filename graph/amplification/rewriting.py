"""Files of text as DuckDB reads them: copies in UTF-8 with line ends all alike, where need be."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from graph.delimited import delimiter_of
from graph.encoding import LINES_SAMPLE, detect_lines
from graph.errors import DocumentError, PostsError

_BLOCK = 1 << 20
_ENDS = re.compile("\r\n?")


@contextmanager
def as_utf8(
    path: Path, given: str | None, *, quoted: bool, delimiter: str | None = None
) -> Iterator[Path]:
    """A file of text as DuckDB reads it, in UTF-8 with line ends all alike, else such a copy.

    Lines stay where they are, and those that are `quoted` within a field as they are. Bytes that do
    not fit their encoding stay too, so that only their row is set aside.
    """
    try:
        with path.open("rb") as file:
            encoding = detect_lines(file.read(LINES_SAMPLE), path.name, given=given)
    except DocumentError as error:
        raise PostsError(error.message, remedy=error.remedy) from error
    if codecs.lookup(encoding).name in ("utf-8", "utf-8-sig") and _ends_alike(path):
        yield path
        return
    with TemporaryDirectory(prefix="sayso-posts-") as folder:
        copy = Path(folder) / "posts"
        try:
            _rewrite(path, encoding, copy, quoted=quoted, delimiter=delimiter)
        except UnicodeError as error:
            raise PostsError(
                f"{path.name} does not fit the encoding {encoding} ({error})",
                remedy="Save it as UTF-8, or name its encoding with --encoding",
            ) from error
        yield copy


def _ends_alike(path: Path) -> bool:
    """Whether a file's lines all end in a line feed, or all in carriage return and line feed.

    DuckDB stumbles over a mixture, or sets good rows aside for it.
    """
    with path.open("rb") as file:
        if not any(b"\r" in block for block in iter(lambda: file.read(_BLOCK), b"")):
            return True
        file.seek(0)
        while block := file.read(_BLOCK):
            if block.endswith(b"\r"):
                block += file.read(1)
            if not block.count(b"\r") == block.count(b"\n") == block.count(b"\r\n"):
                return False
    return True


def _rewrite(path: Path, encoding: str, copy: Path, *, quoted: bool, delimiter: str | None) -> None:
    with (
        path.open(encoding=encoding, errors="surrogateescape", newline="") as file,
        copy.open("w", encoding="utf-8", errors="surrogateescape", newline="") as written,
    ):
        if not quoted:
            written.writelines(_ENDS.sub("\n", block) for block in _blocks(file))
            return
        before = f"{delimiter or delimiter_of(file.readline(_BLOCK))}\r\n"
        file.seek(0)
        written.writelines(_ends_outside(_blocks(file), before))


def _blocks(file: TextIO) -> Iterator[str]:
    """A file in pieces, none of which ends between a carriage return and a line feed."""
    while block := file.read(_BLOCK):
        while block.endswith("\r") and (more := file.read(1)):
            block += more
        yield block


def _ends_outside(blocks: Iterable[str], before: str) -> Iterator[str]:
    """A table with line feeds for all line ends but those in quotes.

    A mark opens quotes only where a field begins, behind one of `before`, or behind the mark that
    closed them, since two stand for one: that of `5" screen` opens none.
    """
    within, opens = False, True
    for block in blocks:
        for place, part in enumerate(block.split('"')):
            if place:
                yield '"'
                within, opens = not within and opens, within
            yield part if within else _ENDS.sub("\n", part)
            opens = part[-1] in before if part else opens
