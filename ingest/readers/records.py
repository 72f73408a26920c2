"""One record of a CSV or JSONL file to a document, by the columns the user mapped or our names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.errors import DocumentError
from graph.ids import sha256
from ingest.readers.base import LONE_SURROGATE, Parsed, too_large
from ingest.readers.header import FIELDS, header


def columns_of(names: Sequence[str], wanted: Mapping[str, str], source: str) -> dict[str, str]:
    """Which column holds which field: what the user mapped, else a column of a usual name.

    Raises:
        DocumentError: where a mapped column is missing, or none holds the text.
    """
    listed = ", ".join(names) or "none"
    for field, column in wanted.items():
        if column not in names:
            raise DocumentError(
                source,
                f"it has no column {column!r} for {field}; its columns are: {listed}",
                remedy="Map existing columns, as in --map text=body,title=headline",
            )
    by_name = {name.strip().lower().replace("-", "_"): name for name in reversed(names)}
    found = {
        field: by_name[usual]
        for field, usuals in FIELDS.items()
        for usual in reversed(usuals)
        if usual in by_name and by_name[usual] not in wanted.values()
    }
    found |= wanted
    if "text" not in found:
        raise DocumentError(
            source,
            f"none of its columns is known to hold the text; they are: {listed}",
            remedy="Say which one does, as in --map text=body",
        )
    return found


def parsed_record(
    values: Mapping[str, object], columns: Mapping[str, str], *, source: str, raw: bytes, limit: int
) -> Parsed | DocumentError:
    """A record as a parsed document; `columns` maps fields to its keys, `source` names its line."""
    chosen = {field: values.get(column) for field, column in columns.items()}
    text = chosen.pop("text", None)
    if len(raw) > limit:
        return too_large(source, limit, len(raw))
    if not isinstance(text, str) or not text.strip():
        return DocumentError(
            source,
            f"its column {columns['text']!r} holds no text",
            remedy="Correct the record, or map another column",
            raw_sha256=sha256(raw),
        )
    if LONE_SURROGATE.search(text):
        return DocumentError(
            source,
            "its bytes do not fit the encoding of the file",
            remedy="Save the file as UTF-8, or name its encoding with --encoding",
            raw_sha256=sha256(raw),
        )
    about = header({field: value for field, value in chosen.items() if value})
    return Parsed(
        text=text,
        raw_sha256=sha256(raw),
        source=source,
        title=about.title,
        url=about.url,
        outlet=about.outlet,
        authors=about.authors,
        published=about.published,
        lang=about.lang,
    )
