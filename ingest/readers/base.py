"""What every reader is given and what it gives back, and how that becomes a Document."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from graph.errors import DocumentError
from graph.ids import document_id, sha256
from graph.model import Document
from ingest.readers.dates import iso_date
from ingest.text import language, normalise

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Whatever a text of keys and values is, an export of chats among others, it is nobody's article.
_JSON = re.compile(r'[\[\s]*\{\s*"(?:[^"\\]|\\.)*"\s*:')
DEFAULT_MAX_BYTES = 20_000_000
MAX_CHARACTERS = 1_000_000
"""The longest text the parser takes; a long book has as many."""


def utc_now() -> datetime:
    """The clock of `ReadOptions` unless another one is given."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read: `max_bytes` bounds one document, `encoding` overrides every detection.

    `columns` maps a document field (text, title, url, published, outlet, authors, lang) to the
    column of a CSV or the key of a JSONL that holds it.
    """

    max_bytes: int = DEFAULT_MAX_BYTES
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    clock: Callable[[], datetime] = utc_now


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Bytes with a name: a file, a fetched page or standard input, not read before asked for.

    `size` is in bytes where it is known beforehand, `modified` when a file was last written;
    `charset` and `mime` are what the server said.
    """

    source: str
    open: Callable[[], BinaryIO]
    suffix: str = ""
    mime: str | None = None
    charset: str | None = None
    url: str | None = None
    size: int | None = None
    modified: datetime | None = None

    def stream(self) -> BinaryIO:
        """The bytes as a stream, the operating system's refusals told as DocumentError."""
        try:
            return self.open()
        except OSError as error:
            raise unreadable(self.source, error) from error

    def read(self, options: ReadOptions) -> bytes:
        """All bytes, refused before reading where they are known to be too many."""
        if self.size is not None and self.size > options.max_bytes:
            raise too_large(self.source, options.max_bytes, self.size)
        with self.stream() as stream:
            try:
                raw = stream.read(options.max_bytes + 1)
            except OSError as error:
                raise unreadable(self.source, error) from error
        if len(raw) > options.max_bytes:
            raise too_large(self.source, options.max_bytes, None)
        return raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What a reader found: a text and what is said about it, not yet normalised.

    `source` is set where one resource holds several documents; `published` is as it was written.
    """

    text: str
    raw_sha256: str
    source: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: object = None
    lang: str | None = None


Reader = Callable[[Resource, ReadOptions], Iterator[Parsed | DocumentError]]


def file_resource(path: Path) -> Resource:
    """A regular file as a resource; raises DocumentError where there is none to read."""
    try:
        status = path.stat()
    except OSError as error:
        raise unreadable(str(path), error) from error
    if not path.is_file():
        raise DocumentError(str(path), "it is not a regular file", remedy="Name a file or folder")
    return Resource(
        source=str(path),
        open=lambda: path.open("rb"),
        suffix=path.suffix.lower(),
        size=status.st_size,
        modified=datetime.fromtimestamp(status.st_mtime, UTC),
    )


def bytes_resource(source: str, raw: bytes, **known: str | None) -> Resource:
    """Bytes that are already in memory as a resource."""
    return Resource(source=source, open=lambda: io.BytesIO(raw), size=len(raw), **known)  # type: ignore[arg-type]


def build(
    parsed: Parsed, resource: Resource, *, reader: str, options: ReadOptions
) -> Document | DocumentError:
    """Normalise what a reader found into a Document, or say why it is none."""
    source = parsed.source or resource.source
    text = normalise(parsed.text)
    flaw = _flaw(text)
    if flaw:
        reason, remedy = flaw
        return DocumentError(source, reason, remedy=remedy, raw_sha256=parsed.raw_sha256)
    return Document(
        id=document_id(text),
        text=text,
        sha256=sha256(text),
        raw_sha256=parsed.raw_sha256,
        reader=reader,
        source=source,
        title=one_line(parsed.title),
        lang=parsed.lang or language(text),
        url=one_line(parsed.url) or resource.url,
        outlet=one_line(parsed.outlet),
        authors=tuple(name for author in parsed.authors if (name := one_line(author))),
        published_at=iso_date(parsed.published),
        fetched_at=options.clock(),
    )


def one_line(value: str | None) -> str | None:
    """A metadata value on one line without spaces around it, None where nothing is left."""
    return " ".join(normalise(value).split()) or None if value else None


def too_large(source: str, limit: int, size: int | None) -> DocumentError:
    """The refusal of a document over the size limit (both in bytes)."""
    found = f"it has {size / 1e6:.3g} MB" if size else "it is larger"
    return DocumentError(
        source,
        f"{found}, the limit is {limit / 1e6:g} MB",
        remedy="Split it, or raise the limit with --max-mb",
    )


def unreadable(source: str, error: OSError) -> DocumentError:
    """A refusal of the operating system in words, with what to do about it."""
    if isinstance(error, FileNotFoundError):
        return DocumentError(source, "there is no such file", remedy="Check the path")
    if isinstance(error, PermissionError):
        return DocumentError(
            source, "reading it is not permitted", remedy="Give yourself the right to read it"
        )
    reason = os.strerror(error.errno) if error.errno else str(error)
    return DocumentError(
        source, f"it cannot be read ({reason})", remedy="Check the file and its disk"
    )


def _flaw(text: str) -> tuple[str, str] | None:
    """Why a normalised text cannot become a document, and what to do about it."""
    if not text:
        return "it holds no text", "Check that the source holds an article's text"
    if _JSON.match(text):
        return (
            "it is JSON and no article",
            "Save it to a file: .json for an export of Telegram Desktop, .jsonl for JSON Lines",
        )
    if not any(map(str.isalpha, text)):
        return "it holds no words", "Check that the source holds an article's text"
    if len(text) > MAX_CHARACTERS:
        return (
            f"its text has {len(text):,} characters, at most {MAX_CHARACTERS:,} can be parsed",
            "Split it into chapters or articles",
        )
    if LONE_SURROGATE.search(text):
        return "it holds halves of characters (lone surrogates)", "Export it again as UTF-8"
    if text.count("\ufffd") > 0.001 * len(text) + 2:
        return "its letters were lost earlier (many U+FFFD)", "Fetch or export it again as UTF-8"
    return None
