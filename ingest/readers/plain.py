"""Plain text: all of it but a front matter block."""

from __future__ import annotations

from collections.abc import Iterator

from graph.encoding import decode
from graph.errors import DocumentError
from graph.ids import sha256
from ingest.readers.base import Parsed, ReadOptions, Resource
from ingest.readers.front_matter import front_matter
from ingest.readers.header import opening
from ingest.text import normalise


def parse(resource: Resource, options: ReadOptions) -> Iterator[Parsed | DocumentError]:
    """One document; without front matter its first lines may tell title, authors and date."""
    raw = resource.read(options)
    text = decode(raw, resource.source, declared=resource.charset, given=options.encoding)
    header, body = front_matter(normalise(text, wrapped=False), resource.source)
    header = header.filled(opening(normalise(body)))
    yield Parsed(
        text=body,
        raw_sha256=sha256(raw),
        title=header.title,
        published=header.published,
        url=header.url,
        outlet=header.outlet,
        authors=header.authors,
        lang=header.lang,
    )
