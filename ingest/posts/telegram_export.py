"""Telegram Desktop's export, `result.json`: one chat or a whole account, message by message.

Conversations between people are no publications and stay unread.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from typing import Any

import ijson  # type: ignore[import-untyped]

from graph.errors import DocumentError
from graph.ids import sha256
from graph.post_ids import channel_id, named_channel_id, post_id
from graph.posts import ChannelProfile
from ingest.posts.base import Draft, Outcome, PostOptions, Skipped, build, flawed
from ingest.posts.json_blocks import BROKEN
from ingest.posts.telegram_chats import Chat, Place, walk
from ingest.readers.base import Resource

READER = "telegram-export"
_PUBLIC = ("public_channel", "private_channel", "public_supergroup", "private_supergroup")
_LINKS = ("link", "text_link")
_Headers = Callable[[], Mapping[Place, Chat]]


def parse(resource: Resource, options: PostOptions) -> Iterator[Outcome]:
    """A profile of each channel or group, and its messages as posts.

    The size limit of documents does not hold here, since nothing is read at once. Of a damaged file
    everything before the damage is given.
    """
    passed_over: Counter[str] = Counter()
    try:
        yield from _outcomes(resource, options, passed_over)
    except ijson.JSONError as error:
        yield _broken(resource, f"the file ends too early or is damaged ({_short(error)})")
    yield from (Skipped(what, count) for what, count in sorted(passed_over.items()))


def _outcomes(
    resource: Resource, options: PostOptions, passed_over: Counter[str]
) -> Iterator[Outcome]:
    @cache
    def headers() -> Mapping[Place, Chat]:
        return _headers(resource)

    none = True
    with resource.stream() as stream:
        for part in walk(stream):
            none = False
            if isinstance(part, Chat):
                yield from _opened(part, headers, resource, options)
            elif part.chat.channel is not None:
                place = f"{resource.source}#{part.number}"
                yield _message(part.content, part.chat.channel, place, options, resource)
            elif _readable(part.chat):
                passed_over["messages between people"] += 1
            else:
                passed_over["messages of chats that do not say what they are"] += 1
    if none:
        yield _broken(resource, "it holds no chats")


def _headers(resource: Resource) -> Mapping[Place, Chat]:
    """What the chats say of themselves, of use where some say it behind their messages."""
    found: dict[Place, Chat] = {}
    # The pass that reads the messages meets damage, too, and tells it.
    with suppress(ijson.JSONError), resource.stream() as stream:
        found.update((part.place, part) for part in walk(stream) if isinstance(part, Chat))
    return found


def _readable(chat: Chat) -> bool:
    return bool(chat.type and (chat.id or chat.type not in _PUBLIC))


def _opened(
    chat: Chat, headers: _Headers, resource: Resource, options: PostOptions
) -> Iterator[Outcome]:
    """The profile of a chat that publishes, whose messages are then read."""
    if not _readable(chat):
        later = headers().get(chat.place, chat)
        chat.name, chat.type, chat.id = later.name, later.type, later.id
    if not chat.type:
        yield _broken(resource, f"the chat {chat.name!r} does not say what type it is of")
    elif not _readable(chat):
        yield _broken(resource, f"the chat {chat.name!r} has no id")
    elif chat.type in _PUBLIC and options.channel and chat.place[0]:
        raise DocumentError(
            resource.source,
            "it holds a whole account, and --channel is the handle of one chat",
            remedy="Leave --channel away, or export that chat alone",
        )
    elif chat.type in _PUBLIC:
        chat.channel = channel_id("telegram", options.channel or chat.id)
        yield _profile(chat, chat.channel, resource, options)


def _profile(
    chat: Chat, channel: str, resource: Resource, options: PostOptions
) -> ChannelProfile | DocumentError:
    if BROKEN in chat.name:
        return _broken(resource, f"a character in the name of the chat {chat.id} is broken")
    name = " ".join(chat.name.split()) or channel.rpartition(":")[2]
    return ChannelProfile(
        channel=channel,
        name=name,
        text=name,
        raw_sha256=sha256(json.dumps([chat.name, chat.type, chat.id])),
        reader=READER,
        source=resource.source,
        handle=options.channel.removeprefix("@").lower() if options.channel else None,
        url=f"https://t.me/{options.channel.removeprefix('@')}" if options.channel else None,
        seen_at=options.seen(resource),
    )


def _message(
    message: Any, channel: str, place: str, options: PostOptions, resource: Resource
) -> Outcome:
    try:
        content = json.dumps(message, sort_keys=True, ensure_ascii=False)
    except RecursionError:
        return DocumentError(place, "it is nested too deeply", remedy="Export again")
    raw = sha256(content)
    if BROKEN in content:
        return DocumentError(
            place,
            "a character in it is broken (half of one, or bytes that are no UTF-8)",
            remedy="Export again, or correct the message",
            raw_sha256=raw,
        )
    if not isinstance(message, dict):
        return DocumentError(place, "it is no message", remedy="Export again", raw_sha256=raw)
    if message.get("type") == "service":
        return Skipped("service messages")
    draft = Draft(
        source=place,
        raw_sha256=raw,
        reader=READER,
        channel=channel,
        native=None,
        published_at=None,
        media=tuple(_media(message)),
        seen_at=options.seen(resource),
    )
    try:
        _fill(draft, message, channel, options)
    except ValueError as error:
        return flawed(draft, str(error), "Export again, or correct the message")
    return build(draft)


def _fill(draft: Draft, message: Mapping[str, Any], channel: str, options: PostOptions) -> None:
    """What a message says, taken into a draft; ValueError tells what in it is of a wrong type."""
    native = _whole(message, "id")
    draft.native = None if native is None else str(native)
    draft.published_at = _time(message, "date", options)
    draft.edited_at = _time(message, "edited", options)
    draft.text, draft.urls = _text(message)
    draft.forward_from = _origin(message)
    draft.reply_to = _reply(message, channel)
    draft.views, draft.forwards = _whole(message, "views"), _whole(message, "forwards")
    draft.reactions = _reactions(message)
    if options.channel and native:
        draft.url = f"https://t.me/{options.channel.removeprefix('@').lower()}/{native}"


def _text(message: Mapping[str, Any]) -> tuple[str, list[str]]:
    """The text of a message, an array of strings and marked parts, and the addresses in it."""
    parts = message.get("text") or message.get("text_entities") or ""
    words: list[str] = []
    urls: list[str] = []
    for part in parts if isinstance(parts, list) else [parts]:
        marked = part if isinstance(part, dict) else {"text": part}
        word = marked.get("text", "")
        address = marked.get("href") or word
        if not isinstance(word, str) or not isinstance(address, str):
            raise ValueError("a part of its text is no text")
        words.append(word)
        if marked.get("type") in _LINKS:
            urls.append(address)
    return "".join(words), urls


def _time(message: Mapping[str, Any], field: str, options: PostOptions) -> datetime | None:
    """A time by its seconds since 1970, else as the exporting computer's clock showed it."""
    seconds, shown = message.get(f"{field}_unixtime"), message.get(field)
    if seconds is None and not shown:
        return None
    try:
        if seconds is not None:
            return datetime.fromtimestamp(int(str(seconds)), UTC)
        moment = datetime.fromisoformat(str(shown))
    except (ValueError, OverflowError, OSError) as error:
        wrong = shown if seconds is None else seconds
        raise ValueError(f"its {field} {str(wrong)[:40]!r} is none") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=options.zone)


def _origin(message: Mapping[str, Any]) -> str | None:
    """The channel a message was forwarded from: by its number, or by no more than its name."""
    by_id = str(message.get("forwarded_from_id") or "")
    if by_id.startswith("channel") and by_id[7:].isdecimal():
        return channel_id("telegram", by_id[7:])
    name = message.get("forwarded_from")
    return named_channel_id("telegram", name) if isinstance(name, str) and name.strip() else None


def _reply(message: Mapping[str, Any], channel: str) -> str | None:
    native = _whole(message, "reply_to_message_id")
    elsewhere = message.get("reply_to_peer_id")
    if native is None:
        return None
    if isinstance(elsewhere, str) and elsewhere.startswith("channel"):
        return post_id(channel_id("telegram", elsewhere[7:]), native)
    return post_id(channel, native)


def _media(message: Mapping[str, Any]) -> Iterator[str]:
    if message.get("photo"):
        yield "photo"
    if kind := message.get("media_type") or ("file" if message.get("file") else None):
        yield str(kind).removesuffix("_file")
    yield from (kind for kind in ("poll", "location_information") if message.get(kind))


def _whole(message: Mapping[str, Any], name: str) -> int | None:
    value: Any = message.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"its {name} {str(value)[:40]!r} is no whole number")
    return int(value)


def _reactions(message: Mapping[str, Any]) -> int | None:
    found = message.get("reactions")
    if found is None:
        return None
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ValueError("its reactions are no list of counts")
    return sum(_whole(one, "count") or 0 for one in found)


def _broken(resource: Resource, reason: str) -> DocumentError:
    return DocumentError(
        resource.source,
        reason,
        remedy="Export again from Telegram Desktop as machine-readable JSON",
    )


def _short(error: Exception) -> str:
    """The parser's reason, which stands before the text it met and may come as bytes."""
    told = error.args[0] if error.args else ""
    words = told.decode(errors="replace") if isinstance(told, bytes) else str(told)
    return next(iter(words.splitlines()), type(error).__name__)[:120]
