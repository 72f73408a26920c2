"""JSON Lines: one article an object a line, streamed; a bad line is refused by its number."""

from __future__ import annotations

import json
from collections.abc import Iterator

from graph.errors import DocumentError
from graph.ids import sha256
from ingest.readers.base import Parsed, ReadOptions, Resource, too_large
from ingest.readers.lines import Lines, LineTooLong, opened_lines
from ingest.readers.records import columns_of, parsed_record
from ingest.readers.table import Row, some


def parse(resource: Resource, options: ReadOptions) -> Iterator[Parsed | DocumentError]:
    """A document a line; the size limit holds for a line, not for the file."""
    for record in records(resource, options):
        yield record if isinstance(record, DocumentError) else _parsed(record, options)


def _parsed(record: Row, options: ReadOptions) -> Parsed | DocumentError:
    # Objects leave out what they do not have, so a mapped key may be missing here.
    wanted = {field: key for field, key in options.columns.items() if key in record.values}
    try:
        columns = columns_of(list(record.values), wanted, record.place)
    except DocumentError as error:
        return error
    return parsed_record(
        record.values, columns, source=record.place, raw=record.raw, limit=options.max_bytes
    )


def records(resource: Resource, options: ReadOptions) -> Iterator[Row | DocumentError]:
    """The objects of a file, one a line; a line that is none as its refusal, and so a file."""
    return some(_records(resource, options), resource.source)


def _records(resource: Resource, options: ReadOptions) -> Iterator[Row | DocumentError]:
    with opened_lines(resource, options) as lines:
        while (outcome := _next(lines, resource.source, options)) is not None:
            yield from outcome


def _next(
    lines: Lines, source: str, options: ReadOptions
) -> tuple[Row | DocumentError, ...] | None:
    """The next line's outcome, nothing for an empty line, None at the end."""
    place = f"{source}:{lines.number + 1}"
    try:
        line = next(lines)
    except StopIteration:
        return None
    except LineTooLong:
        return (too_large(place, options.max_bytes, None),)
    raw = lines.take()
    if not line.strip():
        return ()
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return (_malformed(place, f"it is no JSON ({error})", raw),)
    if not isinstance(record, dict):
        return (_malformed(place, "it is no JSON object", raw),)
    return (Row(place, raw, record),)


def _malformed(place: str, why: str, raw: bytes) -> DocumentError:
    return DocumentError(place, why, remedy="Correct the line", raw_sha256=sha256(raw))
