"""HTML: the article of a page without its menus, by trafilatura, with what the page says of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Protocol

import trafilatura
from lxml import etree  # type: ignore[import-untyped]
from trafilatura.settings import Document as Article

from graph.encoding import decode
from graph.errors import DocumentError
from graph.ids import sha256
from ingest.readers.base import Parsed, ReadOptions, Resource


class Element(Protocol):
    """What is used of an lxml element, which comes without types."""

    tag: str
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator[Element]: ...
    def iter(self, tag: str) -> Iterator[Element]:
        """The descendants of a kind."""
        ...

    def itertext(self) -> Iterator[str]:
        """All text inside, in order."""
        ...


# Without a handler its remarks on broken pages would go to the user's screen.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w-]+)")
# HTML's elements of phrasing (WHATWG HTML, 3.2.5.2.5): their text stands in the line around them.
_INLINE = (
    *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font"),
    *("i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub"),
    *("sup", "time", "tt", "u", "var", "wbr"),
)
_RUNNING_TEXT_WORDS = 10
_SPACES = re.compile(r"[ \t\r\n]+")
_REMEDY = "Open the page, and save the article's text as .txt or .md if it is there"


def parse(resource: Resource, options: ReadOptions) -> Iterator[Parsed | DocumentError]:
    """One document: paragraphs, headings, quotations, list items and table rows of the article."""
    raw = resource.read(options)
    page = decode(
        raw,
        resource.source,
        declared=resource.charset or declared_charset(raw),
        given=options.encoding,
    )
    # A declaration of an encoding inside a decoded text makes lxml refuse it.
    page = re.sub(r"^\s*<\?xml[^>]*\?>", "", page)
    article = _article(page, resource.url)
    body = article.body if isinstance(article, Article) else None
    if _is_last_resort(body):
        whole = trafilatura.load_html(page)
        etree.strip_tags(whole, *_INLINE)
        joined = _article(whole, resource.url)
        body = joined.body if isinstance(joined, Article) else body
    blocks = [] if body is None else list(_blocks(body))
    # A menu has many words too, but none of its lines reads on.
    if not isinstance(article, Article) or not any(
        len(block.split()) >= _RUNNING_TEXT_WORDS for block in blocks
    ):
        raise DocumentError(
            resource.source,
            "the page holds no article that can be told from its menus",
            remedy=_REMEDY,
            raw_sha256=sha256(raw),
        )
    yield Parsed(
        text="\n\n".join(blocks),
        raw_sha256=sha256(raw),
        title=article.title,
        url=article.url,
        outlet=article.sitename,
        authors=tuple((article.author or "").split("; ")) if article.author else (),
        published=article.date,
        lang=None,
    )


def _article(page: object, url: str | None) -> Article | dict[str, object] | None:
    """What trafilatura makes of a page, text or tree."""
    return trafilatura.bare_extraction(
        page,
        url=url,
        with_metadata=True,
        include_comments=False,
        # Only dates the page marks as such; a date in a footer is none of the article's.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _is_last_resort(body: Element | None) -> bool:
    """Whether trafilatura found no article, and took every piece of text of the page for a line.

    Then "<b>Ken</b>ya" is parted, which is one word to a reader of the page.
    """
    blocks = [] if body is None else list(body)
    return len(blocks) == 1 and not list(blocks[0]) and "\n" in (blocks[0].text or "")


def declared_charset(raw: bytes) -> str | None:
    """The encoding an HTML page declares in its first lines."""
    head = raw[:4096]
    match = _META_CHARSET.search(head) or _XML_ENCODING.search(head)
    return match[1].decode("ascii") if match else None


def _blocks(element: Element) -> Iterator[str]:
    """The text of the innermost blocks in order; a table row is one block."""
    for child in element:
        if child.tag == "row":
            cells = [" ".join(_blocks_or_text(cell)) for cell in child]
            yield " | ".join(cell for cell in cells if cell)
        else:
            yield from _blocks_or_text(child)
        if tail := _SPACES.sub(" ", child.tail or "").strip():
            yield tail


def _blocks_or_text(element: Element) -> Iterator[str]:
    nested = {"p", "head", "quote", "list", "item", "table", "row", "cell", "div"}
    if any(child.tag in nested for child in element):
        if lead := _SPACES.sub(" ", element.text or "").strip():
            yield lead
        yield from _blocks(element)
    elif text := _text(element):
        yield text


def _text(element: Element) -> str:
    """The running text of a block, a line break element ending a line."""
    for line_break in element.iter("lb"):
        # A line separator survives the collapse of spaces, which a newline would not.
        line_break.tail = "\u2028" + (line_break.tail or "")
    lines = _SPACES.sub(" ", "".join(element.itertext())).split("\u2028")
    return "\n".join(line.strip() for line in lines).strip()
