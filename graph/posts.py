"""Posts as they travel from a reader to the store and to the posts table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from graph.ids import hashed_id, sha256
from graph.post_ids import platform_of, post_id

Bound = Literal["exact", "approx", "below", "at_least"]


class Handle(NamedTuple):
    """A channel that a post names, with the place in its text."""

    channel: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post as one source shows it; every time is aware and in UTC.

    `text` is normalised like any document's and may be empty: a forwarded picture has none.
    `forward_of` is the id of the post it forwards and `forward_from` that of the channel the
    forward names; either may be known alone. `links` are canonical addresses, `media` kinds such as
    "photo". `seen_at` says when the numbers were seen, `raw_sha256` is of the record as read.
    """

    channel: str
    native: str
    published_at: datetime
    text: str
    raw_sha256: str
    reader: str
    source: str
    lang: str | None = None
    url: str | None = None
    edited_at: datetime | None = None
    forward_of: str | None = None
    forward_from: str | None = None
    reply_to: str | None = None
    links: tuple[str, ...] = ()
    handles: tuple[Handle, ...] = ()
    media: tuple[str, ...] = ()
    views: int | None = None
    forwards: int | None = None
    reactions: int | None = None
    seen_at: datetime | None = None

    def __post_init__(self) -> None:
        for moment in (self.published_at, self.edited_at, self.seen_at):
            if moment is not None and moment.utcoffset() != UTC.utcoffset(None):
                raise ValueError(f"{moment} is not in UTC")

    @property
    def id(self) -> str:
        """Deterministic id from platform, channel and the platform's own id of the post."""
        return post_id(self.channel, self.native)

    @property
    def platform(self) -> str:
        """Where it was published."""
        return platform_of(self.channel)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelProfile:
    """What one source says of a channel itself, as opposed to its posts: a small document.

    `text` holds what the source showed (a page's header, the name in an export), and `subscribers`
    is quoted from it at `quoted`.
    """

    channel: str
    name: str
    text: str
    raw_sha256: str
    reader: str
    source: str
    handle: str | None = None
    url: str | None = None
    description: str | None = None
    subscribers: int | None = None
    bound: Bound | None = None
    quoted: tuple[int, int] | None = None
    seen_at: datetime | None = None

    @property
    def id(self) -> str:
        """The same words of one channel on one day are one document."""
        day = self.seen_at.date().isoformat() if self.seen_at else None
        return hashed_id("profile", self.channel, sha256(self.text), day)
