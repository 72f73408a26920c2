"""Channels read from Telegram itself, with the user's own account, by way of Telethon.

What is read is saved as JSON Lines in the columns of the posts table and read in from there like
any other file: the file stays, and a store can be built again without asking Telegram twice.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from graph.errors import DocumentError
from graph.ids import sha256
from graph.post_ids import channel_id, named_channel_id, post_id
from graph.posts import Post
from ingest.posts.base import Draft, Outcome, Skipped, build

READER = "telegram-live"


class Client(Protocol):
    """What is used of a Telethon client, whose objects come without types."""

    async def get_entity(self, entity: str) -> Any:
        """The channel or person of a handle; ValueError where there is none."""
        ...

    async def __call__(self, request: Any) -> Any:
        """Telegram's answer to a request."""
        ...

    def iter_messages(
        self, entity: Any, *, limit: int | None, offset_date: datetime | None, reverse: bool
    ) -> AsyncIterator[Any]:
        """Its messages: with `reverse` from a date on, the oldest first, else the newest first."""
        ...


@dataclass(frozen=True, slots=True)
class Telegram:
    """Telethon as far as it is used here, which works without it installed.

    `full_channel` makes the request for all that Telegram says of a channel: GetFullChannelRequest;
    `refusal` is the base of the errors by which Telegram refuses one: RPCError.
    """

    client: Client
    full_channel: Callable[[Any], Any]
    refusal: type[Exception]


@dataclass(frozen=True, slots=True)
class LiveChannel:
    """A channel as Telegram describes it; `subscribers` is None where it does not tell."""

    id: str
    title: str | None
    subscribers: int | None


async def read_channel(
    telegram: Telegram,
    handle: str,
    *,
    since: datetime | None = None,
    limit: int | None = None,
    now: datetime,
) -> AsyncIterator[tuple[LiveChannel | None, Outcome]]:
    """The channel with each of its messages as a post, service messages as skipped.

    A handle of nobody, a channel that may not be read and a wait that Telegram asks for, of more
    than the minute that Telethon waits by itself, come as a DocumentError in place of what is left.
    """
    bare = handle.strip().removeprefix("https://t.me/").removeprefix("@").rstrip("/")
    try:
        async for found in _messages(telegram, bare, since=since, limit=limit, now=now):
            yield found
    except (ValueError, ConnectionError, telegram.refusal) as error:
        yield None, _refused(bare, error)


async def _messages(
    telegram: Telegram, handle: str, *, since: datetime | None, limit: int | None, now: datetime
) -> AsyncIterator[tuple[LiveChannel, Outcome]]:
    entity = await telegram.client.get_entity(handle)
    if not hasattr(entity, "broadcast"):  # so are channels and supergroups told from people
        raise ValueError("it is no channel but a person or a private group")
    # The entity itself leaves the number of its subscribers out.
    full = await telegram.client(telegram.full_channel(entity))
    channel = LiveChannel(
        channel_id("telegram", getattr(entity, "username", None) or str(entity.id)),
        getattr(entity, "title", None),
        getattr(full.full_chat, "participants_count", None),
    )
    messages = telegram.client.iter_messages(
        entity, limit=limit, offset_date=since, reverse=since is not None
    )
    async for message in messages:
        if getattr(message, "action", None) is not None:
            yield channel, Skipped("service messages")
        else:
            yield channel, build(_draft(message, channel.id, now))


def _refused(handle: str, error: Exception) -> DocumentError:
    seconds = getattr(error, "seconds", None)
    if seconds is not None:
        remedy = f"Run it again in {seconds:,} seconds; what is saved is not saved twice"
        return DocumentError(handle, f"Telegram asks to wait {seconds:,} seconds", remedy=remedy)
    reason = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    remedy = "Give the handle of a public channel, or of one your account is in"
    return DocumentError(handle, f"it cannot be read: {reason}", remedy=remedy)


def _draft(message: Any, channel: str, now: datetime) -> Draft:
    handle = channel.rpartition(":")[2]
    of, origin = _forward(message)
    text = message.message or ""
    return Draft(
        source=f"https://t.me/{handle}/{message.id}",
        raw_sha256=sha256(f"{message.id}\n{message.date}\n{message.edit_date}\n{text}"),
        reader=READER,
        channel=channel,
        native=str(message.id),
        published_at=message.date,
        text=text,
        url=None if handle.isdecimal() else f"https://t.me/{handle}/{message.id}",
        edited_at=message.edit_date,
        forward_of=of,
        forward_from=origin,
        reply_to=_reply(message, channel),
        urls=[url for entity in message.entities or () if (url := getattr(entity, "url", None))],
        media=tuple(_media(message)),
        views=message.views,
        forwards=message.forwards,
        reactions=_reactions(message),
        seen_at=now,
    )


def _forward(message: Any) -> tuple[str | None, str | None]:
    """The post and channel a message was forwarded from, by handle where Telethon met it."""
    header = message.fwd_from
    if header is None:
        return None, None
    number = getattr(header.from_id, "channel_id", None)
    if number is None:
        name = (header.from_name or "").strip()
        return None, named_channel_id("telegram", name) if name else None
    chat = getattr(getattr(message, "forward", None), "chat", None)
    origin = channel_id("telegram", getattr(chat, "username", None) or str(number))
    native = header.channel_post
    return post_id(origin, native) if native else None, origin


def _reply(message: Any, channel: str) -> str | None:
    header = message.reply_to
    native = getattr(header, "reply_to_msg_id", None)
    if native is None:
        return None
    elsewhere = getattr(getattr(header, "reply_to_peer_id", None), "channel_id", None)
    return post_id(channel_id("telegram", str(elsewhere)) if elsewhere else channel, native)


def _media(message: Any) -> Iterator[str]:
    for kind in ("photo", "video", "voice", "poll"):
        if getattr(message, kind, None):
            yield kind
    if getattr(message, "document", None) and not getattr(message, "video", None):
        yield "file"


def _reactions(message: Any) -> int | None:
    results = getattr(message.reactions, "results", None)
    return None if results is None else sum(int(one.count) for one in results)


def record(post: Post, channel: LiveChannel | None) -> dict[str, object]:
    """A post as a line of the file, with what Telegram says of its channel."""
    fields: dict[str, object] = {
        "id": post.id,
        "channel": post.channel,
        "time": post.published_at.isoformat(),
        "text": post.text,
        "lang": post.lang,
        "forward_of": post.forward_of,
        "forward_from": post.forward_from,
        "reply_to": post.reply_to,
        "links": list(post.links),
        "views": post.views,
        "forwards": post.forwards,
        "reactions": post.reactions,
        "url": post.url,
        "edited_at": post.edited_at.isoformat() if post.edited_at else None,
        "channel_name": channel.title if channel else None,
        "subscribers": channel.subscribers if channel else None,
        "seen_at": (post.seen_at or datetime.now(UTC)).date().isoformat(),
    }
    return {name: value for name, value in fields.items() if value not in (None, [])}


def version_of(record: dict[str, Any]) -> str:
    """What tells a line of the file from every other: the post, and which edit of it."""
    return f"{record.get('id')}\n{record.get('edited_at')}"
