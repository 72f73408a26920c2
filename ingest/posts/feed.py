"""RSS and Atom feeds: each entry a post of the site that publishes the feed."""

from __future__ import annotations

import calendar
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import feedparser  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]
from lxml.etree import ParserError  # type: ignore[import-untyped]

from graph.errors import DocumentError
from graph.ids import sha256
from graph.post_ids import channel_id
from graph.posts import ChannelProfile
from ingest.posts.base import Draft, Outcome, PostOptions, build
from ingest.posts.links import canonical_url
from ingest.posts.telegram_page import block_text
from ingest.readers.base import Resource

READER = "feed"
# What feedparser raises on feeds that are broken in ways it did not foresee.
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
_CLOSED = re.compile(r"</(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_ENTRY = re.compile(r"<(/?)(?:[\w.-]+:)?(?:item|entry)(?:\s[^<>]*)?>", re.IGNORECASE)


def parse(resource: Resource, options: PostOptions) -> Iterator[Outcome]:
    """A profile of the feed and its entries; its title and text are the post's text."""
    raw = resource.read(options.read)
    feed = _parsed(raw)
    if not feed.get("version"):
        yield _refusal(resource, "it is no feed that can be read", "Give an RSS or Atom file")
        return
    address = canonical_url(str(feed.feed.get("link") or resource.url or "")) or ""
    host = options.channel or address.partition("://")[2] or feed.feed.get("title")
    if not host:
        yield _refusal(resource, "it does not say whose feed it is", "Name it with --channel")
        return
    channel = channel_id(options.platform or "site", str(host))
    name = " ".join(str(feed.feed.get("title") or host).split())
    yield ChannelProfile(
        channel=channel,
        name=name,
        text="\n".join(filter(None, (name, str(feed.feed.get("subtitle") or "").strip()))),
        raw_sha256=sha256(raw),
        reader=READER,
        source=resource.source,
        url=address or None,
        description=str(feed.feed.get("subtitle") or "").strip() or None,
        seen_at=options.seen(resource),
    )
    cut, within = _cut(raw, feed)
    for number, entry in enumerate(feed.entries[:-1] if within else feed.entries, start=1):
        yield build(_draft(entry, channel, f"{resource.source}#{number}"))
    if cut:
        where = f"within its entry {len(feed.entries)}" if within else "behind its last entry"
        yield _refusal(resource, f"the feed ends too early, {where}", "Fetch or save it again")


def _parsed(raw: bytes) -> Any:
    """What the parser makes of a feed, nothing where it fails."""
    try:
        # In a stream, since bytes that are the path of a file would have that one read.
        return feedparser.parse(io.BytesIO(raw), sanitize_html=False)
    except _BROKEN:
        return {}


def _cut(raw: bytes, feed: Any) -> tuple[bool, bool]:
    """Whether the end of a feed is missing, and whether that of its last entry is, too.

    The parser makes the best of XML that is not well-formed, which may be no more than a bare `&`.
    """
    if not feed.bozo:
        return False, False
    text = raw.decode(feed.get("encoding") or "utf-8", errors="replace")
    cut = _CLOSED.search(text) is None
    marks = [found[1] for found in _ENTRY.finditer(text)]
    return cut, cut and bool(marks) and not marks[-1]


def _draft(entry: Any, channel: str, place: str) -> Draft:
    # What the parser cannot make out, such as a summary within a summary, is there and None.
    contents = [part.get("value") or "" for part in entry.get("content", ())]
    text, urls = _readable("\n".join(contents) or entry.get("summary") or "")
    title, link = " ".join((entry.get("title") or "").split()), entry.get("link")
    # Asked for the one, `get` gives the other, with a warning.
    times = (entry[key] for key in ("published_parsed", "updated_parsed") if key in entry)
    return Draft(
        source=place,
        raw_sha256=sha256(repr(sorted((k, str(v)) for k, v in entry.items()))),
        reader=READER,
        channel=channel,
        native=entry.get("id") or link,
        published_at=_moment(next(filter(None, times), None)),
        text="\n\n".join(filter(None, (title, text))),
        url=link,
        urls=urls,
        media=tuple(one.get("type", "file") for one in entry.get("enclosures", ())),
    )


def _readable(markup: str) -> tuple[str, list[str]]:
    """The text of a piece of HTML and the addresses it links to."""
    if not markup.strip():
        return "", []
    try:
        element = lxml.html.fragment_fromstring(markup, create_parent="div")
    except ParserError:
        return markup, []
    return block_text(element), [str(url) for url in element.xpath(".//a/@href")]


def _moment(parsed: Any) -> datetime | None:
    """The time of an entry, which the parser gives in UTC."""
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError):
        return None


def _refusal(resource: Resource, reason: str, remedy: str) -> Outcome:
    return DocumentError(resource.source, reason, remedy=remedy)
