"""PDF: the text layer, lines joined into paragraphs, page furniture off."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import quantiles

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from graph.errors import DocumentError
from graph.ids import sha256
from ingest.readers.base import Parsed, ReadOptions, Resource

# Without a handler its remarks on broken files would go to the user's screen.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

# What pypdf raises on files that are broken in ways it did not foresee.
_BROKEN = (
    *(PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError),
    *(RecursionError, zlib.error, AssertionError, NotImplementedError),
)
_PAGE_NUMBER = re.compile(
    r"(?:page |стор\. ?|с\. ?|[-–— ]*)\d{1,4}(?: ?(?:of|/|із|из) ?\d{1,4})?[-–— ]*", re.I
)
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_MADE_BY_A_PROGRAM = re.compile(r"microsoft word|untitled|\.(?:docx?|indd|odt|pdf|qxd)$", re.I)


def parse(resource: Resource, options: ReadOptions) -> Iterator[Parsed | DocumentError]:
    """One document; title and author are those of the PDF's own properties.

    The file's creation date is not taken for the date of publication: it is often that of a scan
    or an export.
    """
    raw = resource.read(options)
    raw_sha256 = sha256(raw)
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _refused(
                resource, "it is encrypted", "Save a copy without a password", raw_sha256
            )
        pages = [page.extract_text() for page in reader.pages]
        title, author = _property(reader, "/Title"), _property(reader, "/Author")
    except DependencyError as error:
        raise _refused(
            resource, "it is encrypted", "Save a copy without a password", raw_sha256
        ) from error
    except _BROKEN as error:
        raise _refused(
            resource,
            f"it is no PDF that can be read ({type(error).__name__})",
            "Open it and print it to a new PDF, or save its text",
            raw_sha256,
        ) from error
    if sum(len(page.split()) for page in pages) < 3 * len(pages):
        raise _refused(
            resource,
            "it has no text layer: its pages are pictures",
            "Run it through text recognition first, for example ocrmypdf",
            raw_sha256,
        )
    yield Parsed(
        text=join_lines([line for page in without_furniture(pages) for line in page]),
        raw_sha256=raw_sha256,
        title=None if title and _MADE_BY_A_PROGRAM.search(title) else title,
        authors=(author,) if author else (),
    )


def without_furniture(pages: Sequence[str]) -> list[list[str]]:
    """The lines of each page without page numbers and without headers and footers.

    A first or last line is a header or footer when, digits aside, it stands there on at least three
    pages and on more than half of them.
    """
    split = [[line.strip() for line in page.strip().splitlines()] for page in pages]
    edges = Counter(_shape(line) for lines in split for line in {*lines[:1], *lines[-1:]})
    repeated = {shape for shape, n in edges.items() if n >= 3 and n > len(split) / 2}

    def furniture(line: str) -> bool:
        return bool(_PAGE_NUMBER.fullmatch(line)) or _shape(line) in repeated

    for lines in split:
        while lines and (not lines[0] or furniture(lines[0])):
            lines.pop(0)
        while lines and (not lines[-1] or furniture(lines[-1])):
            lines.pop()
    return split


def join_lines(lines: Sequence[str]) -> str:
    """Paragraphs out of lines of a column: a paragraph ends at an empty or a short closing line.

    A word broken at a line end is joined; its hyphen stays where the text elsewhere writes that
    word with one.
    """
    lengths = [len(line) for line in lines if line]
    # The width of the column: the longest lines but for a few that stand out.
    full = quantiles(lengths, n=10)[8] if len(lengths) > 1 else 80
    whole = set(re.findall(r"\w+-\w+", " ".join(lines)))
    paragraphs: list[str] = []
    current = ""
    for line in lines:
        if not line:
            if current:
                paragraphs.append(current)
            current = ""
            continue
        current = _joined(current, line, whole)
        closed = _SENTENCE_END.search(line) or current == line
        if len(line) < 0.75 * full and closed and not line.endswith(("-", "\u00ad")):
            paragraphs.append(current)
            current = ""
    return "\n\n".join([*paragraphs, current] if current else paragraphs)


def _joined(text: str, line: str, whole: set[str]) -> str:
    if not text:
        return line
    if text.endswith("\u00ad"):
        return text[:-1] + line
    small = line[0].isalpha() and line[0].islower()  # "ⓐ" is in lower case and no letter
    if text.endswith("-") and len(text) > 1 and text[-2].isalpha() and small:
        left, right = re.search(r"\w*$", text[:-1])[0], re.match(r"\w+", line)[0]  # type: ignore[index]
        return text + line if f"{left}-{right}" in whole else text[:-1] + line
    if text.endswith("-") and len(text) > 1 and text[-2].isalnum():
        return text + line
    return f"{text} {line}"


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())


def _property(reader: PdfReader, name: str) -> str | None:
    value = reader.metadata.get(name) if reader.metadata else None
    return value.strip() or None if isinstance(value, str) else None


def _refused(resource: Resource, reason: str, remedy: str, raw_sha256: str) -> DocumentError:
    return DocumentError(resource.source, reason, remedy=remedy, raw_sha256=raw_sha256)
