"""Markdown: the text a reader of the rendered page sees, blocks kept apart by blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from graph.encoding import decode
from graph.errors import DocumentError
from graph.ids import sha256
from ingest.readers.base import Parsed, ReadOptions, Resource
from ingest.readers.front_matter import front_matter
from ingest.readers.header import Header, opening
from ingest.text import normalise

# What is opened and never closed hides the rest of its block, as in a browser. To look for the end
# of each such mark anew, or for that of a tag beyond the next one, would take quadratic time.
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)(?=[\s/>]).*?(?:</\1\s*>|\Z)|<[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)


def parse(resource: Resource, options: ReadOptions) -> Iterator[Parsed | DocumentError]:
    """One document; the title is the front matter's, else the first top heading."""
    raw = resource.read(options)
    source = decode(raw, resource.source, declared=resource.charset, given=options.encoding)
    header, body = front_matter(normalise(source, wrapped=False), resource.source)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)
    text = "\n\n".join(_blocks(tokens))
    header = header.filled(Header(title=_heading(tokens))).filled(opening(text))
    yield Parsed(
        text=text,
        raw_sha256=sha256(raw),
        title=header.title,
        published=header.published,
        url=header.url,
        outlet=header.outlet,
        authors=header.authors,
        lang=header.lang,
    )


def _heading(tokens: Sequence[Token]) -> str | None:
    for token, following in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _inline(following)
    return None


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """The text of each block in order; the cells of a table row share a line."""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row:
            yield " | ".join(row)
            row = None
        elif token.type == "inline":
            text = _inline(token).strip()
            if row is not None:
                row.append(text)
            elif text:
                yield text
        elif token.type in ("fence", "code_block"):
            yield token.content.strip("\n")
        elif token.type == "html_block" and (text := _TAG.sub("", token.content).strip()):
            yield text


def _inline(token: Token) -> str:
    """A block's running text: links by their words, pictures by their description."""
    parts: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
        elif child.type == "image":
            parts.append(child.content)
    return "".join(parts)
