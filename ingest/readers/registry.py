"""The one list of formats Sayso reads, and `read`, which takes a source to its Documents."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from graph.encoding import binary_kind
from graph.errors import DocumentError
from graph.model import Document
from ingest.readers.base import (
    Reader,
    ReadOptions,
    Resource,
    build,
    bytes_resource,
    file_resource,
    too_large,
    unreadable,
)

STDIN = "-"
Source = str | Path | Resource


@dataclass(frozen=True, slots=True)
class Format:
    """A format and the module whose `parse` reads it, imported at the first such document."""

    name: str
    suffixes: tuple[str, ...]
    mimes: tuple[str, ...]
    module: str

    def parse(self) -> Reader:
        """The reader function."""
        reader: Reader = importlib.import_module(self.module).parse
        return reader


FORMATS = (
    Format("text", (".txt", ".text"), ("text/plain",), "ingest.readers.plain"),
    Format(
        "markdown",
        (".md", ".markdown"),
        ("text/markdown", "text/x-markdown"),
        "ingest.readers.markdown",
    ),
    Format(
        "html",
        (".html", ".htm", ".xhtml"),
        ("text/html", "application/xhtml+xml"),
        "ingest.readers.html",
    ),
    Format("pdf", (".pdf",), ("application/pdf",), "ingest.readers.pdf"),
    Format(
        "csv", (".csv", ".tsv"), ("text/csv", "text/tab-separated-values"), "ingest.readers.table"
    ),
    Format(
        "jsonl",
        (".jsonl", ".ndjson"),
        ("application/x-ndjson", "application/jsonl", "application/jsonlines"),
        "ingest.readers.jsonl",
    ),
)
"""To add a reader, write its module and name it here."""

_POSTS = frozenset([".parquet", ".json", ".rss", ".atom", ".xml"])
"""What holds posts and never an article; in a folder ingest.posts reads these apart."""

_BY_SUFFIX = {suffix: form for form in FORMATS for suffix in form.suffixes}
_BY_MIME = {mime: form for form in FORMATS for mime in form.mimes}
_BY_NAME = {form.name: form for form in FORMATS}


def read(
    source: Source, *, options: ReadOptions | None = None
) -> Iterator[Document | DocumentError]:
    """Every document of a file, a folder (recursively, in order of names), a URL or "-" (stdin).

    A Resource stands for itself: bytes that came in under a name that is no path.

    What cannot be read comes as a DocumentError in its place and the rest goes on; nothing is
    passed over silently but hidden files of a folder.
    """
    options = options or ReadOptions()
    if isinstance(source, Resource):
        yield from _opened(lambda: source, options)
    elif str(source) == STDIN:
        yield from _opened(partial(_stdin, options), options)
    elif isinstance(source, str) and "://" in source:
        yield from _opened(partial(_page, source, options), options)
    elif Path(source).is_dir():
        yield from _folder(Path(source), options)
    else:
        yield from _opened(partial(file_resource, Path(source)), options)


def count(source: str | Path) -> int | None:
    """How many documents a source may hold, None where that is known only after reading it."""
    if str(source) == STDIN or (isinstance(source, str) and "://" in source):
        return 1
    path = Path(source)
    try:
        found = list(files(path)) if path.is_dir() else [path]
        found = [one for one in found if one == path or one.suffix.lower() not in _POSTS]
    except DocumentError:
        return None
    tables = {*_BY_NAME["csv"].suffixes, *_BY_NAME["jsonl"].suffixes}
    return None if any(one.suffix.lower() in tables for one in found) else len(found)


def files(folder: Path) -> Iterator[Path]:
    """The visible files below a folder in a fixed order; links to folders are not followed."""

    def refuse(error: OSError) -> None:
        raise unreadable(str(error.filename), error) from error

    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith("."))


def _folder(folder: Path, options: ReadOptions) -> Iterator[Document | DocumentError]:
    found = False
    try:
        for path in files(folder):
            if path.suffix.lower() in _POSTS:
                continue
            found = True
            yield from _opened(partial(file_resource, path), options)
    except DocumentError as error:
        yield error
        return
    if not found:
        yield DocumentError(
            str(folder),
            "the folder holds no files to read",
            remedy=f"Put in it {_known_suffixes()}",
        )


def _stdin(options: ReadOptions) -> Resource:
    raw = sys.stdin.buffer.read(options.max_bytes + 1)
    if len(raw) > options.max_bytes:
        raise too_large("standard input", options.max_bytes, None)
    return bytes_resource("standard input", raw)


def _page(url: str, options: ReadOptions) -> Resource:
    # Imported here: most runs read files and need no HTTP client.
    from ingest.readers.web import fetch

    return fetch(url, options)


def _opened(
    locate: Callable[[], Resource], options: ReadOptions
) -> Iterator[Document | DocumentError]:
    """Read one resource with the reader of its format, turning its refusals into results."""
    try:
        resource = locate()
        form = format_of(resource)
        for outcome in form.parse()(resource, options):
            if isinstance(outcome, DocumentError):
                yield outcome
            else:
                yield build(outcome, resource, reader=form.name, options=options)
    except DocumentError as error:
        yield error


def format_of(resource: Resource) -> Format:
    """The format of a resource by its server's word, its suffix, or else its first bytes."""
    form = _BY_MIME.get(resource.mime or "") or _BY_SUFFIX.get(resource.suffix)
    if form:
        return form
    with resource.stream() as stream:
        head = stream.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return _BY_NAME["pdf"]
    if head[:200].lower().startswith((b"<!doctype html", b"<html")):
        return _BY_NAME["html"]
    if resource.suffix or binary_kind(head):
        kind = binary_kind(head)
        what = f"it is {kind}" if kind else f"{resource.suffix} is no format Sayso reads"
        raise DocumentError(resource.source, what, remedy=f"Give {_known_suffixes()}")
    return _BY_NAME["text"]


def _known_suffixes() -> str:
    suffixes = [suffix for form in FORMATS for suffix in form.suffixes]
    return ", ".join(suffixes[:-1]) + " or " + suffixes[-1]
