"""Posts as they travel from a reader to the store and to the posts table.

Ids are made from what the platform itself calls things, so that the same post is the same node
whichever export, page or table it was read from:

    channel:telegram:lesna_radio          a channel by its handle, in lower case
    channel:telegram:1400000001           by its number, where an export gives no handle
    channel:telegram:~Lesna%20Radio       by nothing but its name, which others may bear too
    post:telegram:lesna_radio:815         the post that the channel numbers 815
    link:https://lesna.example/bridge     an address, canonical
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from graph.ids import hashed_id, sha256

Bound = Literal["exact", "approx", "below", "at_least"]

_UNSAFE = re.compile(r"[\s:%\x00-\x1f\x7f]")
# Platforms whose handles are the same in any case.
_CASELESS = frozenset(["telegram", "x", "facebook", "instagram", "tiktok", "threads", "vk"])
_BY_NAME = "~"


def channel_id(platform: str, key: str) -> str:
    """The id of a channel by its handle or number on a platform; a leading @ does not count."""
    bare = key.strip().removeprefix("@")
    known = bare.lower() if platform in _CASELESS else bare
    return f"channel:{platform}:{_safe(known)}"


def named_channel_id(platform: str, name: str) -> str:
    """The id of a channel of which nothing but its name is known."""
    return f"channel:{platform}:{_BY_NAME}{_safe(' '.join(name.split()))}"


def post_id(channel: str, native: str | int) -> str:
    """The id of a post by its channel's id and the number or key the platform gave it."""
    return f"post:{channel.removeprefix('channel:')}:{_safe(str(native).strip())}"


def link_id(url: str) -> str:
    """The id of a link: its canonical address itself."""
    return f"link:{url}"


def _safe(part: str) -> str:
    """An id part in which a colon or a space cannot be taken for a border."""
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), part)


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
        return self.channel.split(":", 2)[1]


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


class TableRow(NamedTuple):
    """A post as the posts table holds it, a column a field; the engine of amplification reads it.

    `forward_of` and `reply_to` are post ids, `forward_from` a channel id, `links` canonical
    addresses, `claims` ids of the claims it carries; `time` is in UTC.
    """

    id: str
    channel: str
    time: datetime
    text: str
    lang: str | None
    forward_of: str | None
    forward_from: str | None
    reply_to: str | None
    links: tuple[str, ...]
    claims: tuple[str, ...]
    views: int | None


def table_row(post: Post, *, claims: tuple[str, ...] = ()) -> TableRow:
    """The row of a post in the posts table."""
    return TableRow(
        id=post.id,
        channel=post.channel,
        time=post.published_at,
        text=post.text,
        lang=post.lang,
        forward_of=post.forward_of,
        forward_from=post.forward_from,
        reply_to=post.reply_to,
        links=post.links,
        claims=claims,
        views=post.views,
    )
