"""What every reader of posts is given and gives back, and how a record becomes a Post."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import TypeAlias

from graph.errors import DocumentError
from graph.post_ids import channel_id, platform_of
from graph.posts import ChannelProfile, Handle, Post
from ingest.posts.links import canonical_links, links_in
from ingest.readers.base import LONE_SURROGATE, MAX_CHARACTERS, ReadOptions, Resource
from ingest.text import language, normalise

FIELDS = (
    *("id", "channel", "time", "text", "lang", "forward_of", "forward_from", "reply_to", "links"),
    *("views", "forwards", "reactions", "url", "edited_at", "channel_name", "subscribers"),
    *("seen_at",),
)
"""The fields of a post that a column of a table may hold."""

MOST = 2**63 - 1
"""The greatest number that the store holds."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Records that are no posts, passed over and counted; `what` as in "service messages"."""

    what: str
    count: int = 1


Outcome: TypeAlias = Post | ChannelProfile | DocumentError | Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class PostOptions:
    """How to read posts.

    `preset` names a mapping of columns, `platform` says where the posts of a table were published,
    `channel` is the handle of the one channel a source holds, where it does not say so itself.
    `seen_at` is when the numbers of views and subscribers were seen, else the time of the file;
    `zone` is that of times that name none.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    preset: str | None = None
    platform: str | None = None
    channel: str | None = None
    seen_at: datetime | None = None
    zone: tzinfo = UTC

    @property
    def table(self) -> bool:
        """Whether they say that a table holds posts and not articles."""
        return bool(self.preset or self.platform or "channel" in self.read.columns)

    def seen(self, resource: Resource) -> datetime | None:
        """When the numbers of a source were seen, to the day."""
        moment = self.seen_at or resource.modified
        if moment is None:
            return None
        return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


PostReader = Callable[[Resource, PostOptions], Iterator[Outcome]]


@dataclass(slots=True, kw_only=True)
class Draft:
    """A record as its reader understands it; `build` makes a Post of it or says why it is none.

    `channel` is a channel's id; `urls` are addresses beyond those written out in the text.
    """

    source: str
    raw_sha256: str
    reader: str
    channel: str | None
    native: str | None
    published_at: datetime | None
    text: str = ""
    lang: str | None = None
    url: str | None = None
    edited_at: datetime | None = None
    forward_of: str | None = None
    forward_from: str | None = None
    reply_to: str | None = None
    urls: list[str] = field(default_factory=list)
    media: tuple[str, ...] = ()
    views: int | None = None
    forwards: int | None = None
    reactions: int | None = None
    seen_at: datetime | None = None


def build(draft: Draft) -> Post | DocumentError:
    """The post of a record, its text normalised once; handles in it carry their places."""
    if draft.channel is None:
        return flawed(draft, "it names no channel", "Name the channel in its record")
    if not draft.native:
        return flawed(draft, "it has no id", "Give each post the id its platform gave it")
    if draft.published_at is None:
        return flawed(draft, "it has no date", "Give the time it was published")
    if LONE_SURROGATE.search(draft.text):
        return flawed(draft, "its bytes do not fit the file's encoding", "Save it as UTF-8")
    text = normalise(draft.text, wrapped=False)
    if len(text) > MAX_CHARACTERS:
        return flawed(draft, f"its text has {len(text):,} characters", "Read it as an article")
    try:
        published_at = in_utc("time", draft.published_at).replace(microsecond=0)
        edited_at = (
            in_utc("edited_at", draft.edited_at).replace(microsecond=0) if draft.edited_at else None
        )
        seen_at = in_utc("seen_at", draft.seen_at) if draft.seen_at else None
        for name in ("views", "forwards", "reactions"):
            storable(name, getattr(draft, name))
    except ValueError as error:
        return flawed(draft, str(error), "Correct it in the record")
    counted = draft.views is not None or draft.forwards is not None or draft.reactions is not None
    return Post(
        channel=draft.channel,
        native=draft.native,
        published_at=published_at,
        text=text,
        raw_sha256=draft.raw_sha256,
        reader=draft.reader,
        source=draft.source,
        lang=draft.lang or language(text),
        url=draft.url,
        edited_at=edited_at,
        forward_of=draft.forward_of,
        forward_from=draft.forward_from,
        reply_to=draft.reply_to,
        links=canonical_links([*links_in(text), *draft.urls]),
        handles=tuple(handles_in(text, platform_of(draft.channel))),
        media=draft.media,
        views=draft.views,
        forwards=draft.forwards,
        reactions=draft.reactions,
        seen_at=seen_at if counted else None,
    )


def flawed(draft: Draft, reason: str, remedy: str) -> DocumentError:
    """The refusal of a record."""
    return DocumentError(draft.source, reason, remedy=remedy, raw_sha256=draft.raw_sha256)


def in_utc(field: str, moment: datetime) -> datetime:
    """A time in UTC; ValueError where that lies outside the years a datetime can hold."""
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(
            f"its {field} {moment.isoformat()} lies outside the years 1 to 9999 in UTC"
        ) from error


def storable(field: str, number: int | None) -> int | None:
    """A number of views and the like; ValueError for what is below zero or beyond 64 bits."""
    if number is not None and not 0 <= number <= MOST:
        raise ValueError(f"its {field} {str(number)[:40]} are not between 0 and 2^63")
    return number


# A letter or an @ before the sign makes it a mail address, a slash a part of an address.
_HANDLES = {
    "telegram": re.compile(r"(?<![\w@/.])@([A-Za-z]\w{3,31})(?!\w)", re.ASCII),
    "x": re.compile(r"(?<![\w@/.])@(\w{1,15})(?!\w)", re.ASCII),
}


def handles_in(text: str, platform: str) -> Iterator[Handle]:
    """The accounts a text names by their handles on its own platform."""
    if platform in _HANDLES and "@" in text:
        for found in _HANDLES[platform].finditer(text):
            yield Handle(channel_id(platform, found[1]), found.start(), found.end())
