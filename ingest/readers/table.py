"""CSV: one article a row, streamed; a bad row is refused by its line, the rest goes on."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import NamedTuple

from graph.delimited import admit_fields, delimiter_of
from graph.errors import DocumentError
from graph.ids import sha256
from ingest.readers.base import Parsed, ReadOptions, Resource, too_large
from ingest.readers.lines import Lines, LineTooLong, opened_lines
from ingest.readers.records import columns_of, parsed_record

_HEADER_LINES = 100
"""A header of more lines is taken for one whose quotation mark is never closed."""


class Row(NamedTuple):
    """A row with its place in the file and its bytes."""

    place: str
    raw: bytes
    values: dict[str, object]


def parse(resource: Resource, options: ReadOptions) -> Iterator[Parsed | DocumentError]:
    """A document a row; the size limit holds for a row, not for the file."""
    with opened_rows(resource, options) as (names, rows):
        columns = columns_of(names, options.columns, resource.source)
        refuse_twice(names, columns.values(), resource.source)
        for row in rows:
            if isinstance(row, DocumentError):
                yield row
            else:
                yield parsed_record(
                    row.values, columns, source=row.place, raw=row.raw, limit=options.max_bytes
                )


def refuse_twice(names: Sequence[str], used: Iterable[str], source: str) -> None:
    """Refuse a table with several columns of one name that is used: which is meant is not told.

    Raises:
        DocumentError: with the names that stand more than once.
    """
    if twice := sorted(name for name in set(used) if names.count(name) > 1):
        raise DocumentError(
            source,
            f"it has more than one column {', '.join(map(repr, twice))}",
            remedy="Give each column a name of its own",
        )


@contextmanager
def opened_rows(
    resource: Resource, options: ReadOptions
) -> Iterator[tuple[list[str], Iterator[Row | DocumentError]]]:
    """The names of a table's columns and its rows, a malformed one as its refusal."""
    with opened_lines(resource, options) as lines:
        try:
            first = next(lines, "")
        except LineTooLong as error:
            raise too_large(resource.source, options.max_bytes, None) from error
        if not first.strip():
            raise DocumentError(
                resource.source, "it holds no header line", remedy="Name its columns"
            )
        delimiter = delimiter_of(first)
        admit_fields(options.max_bytes)  # a field is bounded by its line's limit anyway
        names = _names(first, lines, delimiter, resource.source)
        lines.take()
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        yield names, some(_rows(rows, lines, names, resource.source, options), resource.source)


def some(rows: Iterator[Row | DocumentError], source: str) -> Iterator[Row | DocumentError]:
    """The rows of a file, or the refusal of one without any, which would pass for read."""
    first = next(rows, DocumentError(source, "it holds no records", remedy="Check the file"))
    yield first
    yield from rows


def _names(first: str, lines: Lines, delimiter: str, source: str) -> list[str]:
    """The names of the columns, which may hold line feeds within quotation marks."""
    # The line added is taken only where the header is still open behind its last line.
    header = chain([first], islice(lines, _HEADER_LINES - 1), [""])
    reader = csv.reader(header, delimiter=delimiter)
    try:
        names = next(reader)
    except (LineTooLong, csv.Error):
        names = []
    if not names or reader.line_num > lines.number:
        raise DocumentError(
            source,
            "a quotation mark in its header is never closed",
            remedy="Correct the names of its columns",
        )
    return names


def _rows(
    rows: Iterator[list[str]],
    lines: Lines,
    names: Sequence[str],
    source: str,
    options: ReadOptions,
) -> Iterator[Row | DocumentError]:
    while True:
        place = f"{source}:{lines.number + 1}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except LineTooLong:
            lines.take()
            yield too_large(place, options.max_bytes, None)
            continue
        except csv.Error as error:
            yield _malformed(place, str(error), lines.take())
            continue
        raw = lines.take()
        if len(row) == len(names):
            yield Row(place, raw, dict(zip(names, row, strict=True)))
        elif row:
            yield _malformed(place, f"it has {len(row)} fields, the header {len(names)}", raw)


def _malformed(place: str, why: str, raw: bytes) -> DocumentError:
    return DocumentError(
        place, f"the row is malformed: {why}", remedy="Correct the row", raw_sha256=sha256(raw)
    )
