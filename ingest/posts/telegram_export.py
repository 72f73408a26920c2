"""Telegram Desktop's export, `result.json`: one chat or a whole account, message by message.

A whole account is passed over twice, first for the list of its chats, so that memory holds one
message at a time. Conversations between people are no publications and stay unread.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

import ijson  # type: ignore[import-untyped]

from graph.errors import DocumentError
from graph.ids import sha256
from graph.post_ids import channel_id, named_channel_id, post_id
from graph.posts import ChannelProfile
from ingest.posts.base import Draft, Outcome, PostOptions, Skipped, build
from ingest.readers.base import Resource

READER = "telegram-export"
_PUBLIC = ("public_channel", "private_channel", "public_supergroup", "private_supergroup")
_LISTS = ("chats.list.item", "left_chats.list.item")
_LINKS = ("link", "text_link")


@dataclass(slots=True)
class Chat:
    """A chat of an export: where it stands in the file and what it says of itself.

    `messages` is how many it has; None where it is the only chat, whose messages all are.
    """

    place: str
    name: str = ""
    type: str = ""
    id: str = ""
    messages: int | None = None


def parse(resource: Resource, options: PostOptions) -> Iterator[Outcome]:
    """A profile of each channel or group, and its messages as posts.

    The size limit of documents does not hold here, since nothing is read at once.
    """
    try:
        yield from _chats(resource, options)
    except ijson.IncompleteJSONError as error:
        yield _broken(resource, f"the file ends too early or is damaged ({_short(error)})")
    except (ijson.JSONError, UnicodeDecodeError) as error:
        yield _broken(resource, f"it is no JSON ({_short(error)})")


def _chats(resource: Resource, options: PostOptions) -> Iterator[Outcome]:
    chats = list(_headers(resource))
    if not chats:
        yield _broken(resource, "it holds no chats")
        return
    for place, listed in groupby(chats, key=lambda chat: chat.place):
        with resource.stream() as stream:
            path = f"{place}.messages.item".removeprefix(".")
            messages = ijson.items(stream, path, use_float=True)
            yield from _posts(messages, listed, resource, options)


def _posts(
    messages: Iterator[Any], chats: Iterable[Chat], resource: Resource, options: PostOptions
) -> Iterator[Outcome]:
    """The chats of one list, whose messages come one after the other."""
    for chat in chats:
        channel = None
        if chat.type in _PUBLIC and chat.id:
            channel = channel_id("telegram", options.channel or chat.id)
            yield _profile(chat, channel, resource, options)
        elif chat.type in _PUBLIC:
            yield _broken(resource, f"the chat {chat.name!r} has no id before its messages")
        yield from _messages(messages, chat, channel, resource, options)


def _messages(
    messages: Iterator[Any],
    chat: Chat,
    channel: str | None,
    resource: Resource,
    options: PostOptions,
) -> Iterator[Outcome]:
    number, passed_over = 0, 0
    while chat.messages is None or number < chat.messages:
        try:
            message = next(messages)
        except StopIteration:
            break
        number += 1
        if channel is None:
            passed_over += 1
        else:
            yield _message(message, channel, f"{resource.source}#{number}", options, resource)
    if passed_over:
        yield Skipped("messages between people", passed_over)


def _headers(resource: Resource) -> Iterator[Chat]:
    """The chats in order; of a single one the messages are not counted, which saves a pass."""
    single = Chat("")
    chat: Chat | None = None
    with resource.stream() as stream:
        for prefix, event, value in ijson.parse(stream, use_float=True):
            if prefix == "messages" and event == "start_array":
                yield single
                return
            if event in ("string", "number"):
                place, _, field = prefix.rpartition(".")
                about = chat if chat and place == chat.place else single
                if place == about.place and field in ("name", "type", "id"):
                    setattr(about, field, str(value))
            elif event == "start_map" and prefix in _LISTS:
                chat = Chat(prefix, messages=0)
            elif chat and event == "start_map" and prefix == f"{chat.place}.messages.item":
                chat.messages = (chat.messages or 0) + 1
            elif chat and event == "end_map" and prefix == chat.place:
                yield chat
                chat = None


def _profile(chat: Chat, channel: str, resource: Resource, options: PostOptions) -> ChannelProfile:
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
    raw = sha256(json.dumps(message, sort_keys=True, ensure_ascii=False))
    if not isinstance(message, dict):
        return DocumentError(place, "it is no message", remedy="Export again", raw_sha256=raw)
    if message.get("type") == "service":
        return Skipped("service messages")
    native = message.get("id")
    text, urls = _text(message)
    draft = Draft(
        source=place,
        raw_sha256=raw,
        reader=READER,
        channel=channel,
        native=str(native) if isinstance(native, int) else None,
        published_at=_time(message, "date", options),
        text=text,
        edited_at=_time(message, "edited", options),
        forward_from=_origin(message),
        reply_to=_reply(message, channel),
        urls=urls,
        media=tuple(_media(message)),
        views=_count(message, "views"),
        forwards=_count(message, "forwards"),
        reactions=_reactions(message),
        seen_at=options.seen(resource),
    )
    if options.channel and native:
        draft.url = f"https://t.me/{options.channel.removeprefix('@').lower()}/{native}"
    if draft.published_at is None and message.get("date"):
        return DocumentError(
            place,
            f"its date {str(message['date'])[:40]!r} is none",
            remedy="Export again",
            raw_sha256=raw,
        )
    return build(draft)


def _text(message: Mapping[str, Any]) -> tuple[str, list[str]]:
    """The text of a message, an array of strings and marked parts, and the addresses in it."""
    parts = message.get("text") or message.get("text_entities") or ""
    if isinstance(parts, str):
        parts = [parts]
    words: list[str] = []
    urls: list[str] = []
    for part in parts if isinstance(parts, list) else []:
        if isinstance(part, str):
            words.append(part)
        elif isinstance(part, dict):
            words.append(str(part.get("text", "")))
            if part.get("type") in _LINKS:
                urls.append(str(part.get("href") or part.get("text", "")))
    return "".join(words), urls


def _time(message: Mapping[str, Any], field: str, options: PostOptions) -> datetime | None:
    """A time by its seconds since 1970, else as the exporting computer's clock showed it."""
    seconds = message.get(f"{field}_unixtime")
    try:
        if seconds is not None:
            return datetime.fromtimestamp(int(seconds), UTC)
        return datetime.fromisoformat(str(message[field])).replace(tzinfo=options.zone)
    except (KeyError, ValueError, OverflowError, OSError):
        return None


def _origin(message: Mapping[str, Any]) -> str | None:
    """The channel a message was forwarded from: by its number, or by no more than its name."""
    by_id = str(message.get("forwarded_from_id") or "")
    if by_id.startswith("channel") and by_id[7:].isdecimal():
        return channel_id("telegram", by_id[7:])
    name = message.get("forwarded_from")
    return named_channel_id("telegram", name) if isinstance(name, str) and name.strip() else None


def _reply(message: Mapping[str, Any], channel: str) -> str | None:
    native = message.get("reply_to_message_id")
    elsewhere = message.get("reply_to_peer_id")
    if not isinstance(native, int):
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


def _count(message: Mapping[str, Any], name: str) -> int | None:
    value: Any = message.get(name)
    return int(value) if isinstance(value, int) and value >= 0 else None


def _reactions(message: Mapping[str, Any]) -> int | None:
    found = message.get("reactions")
    if not isinstance(found, list):
        return None
    return sum(int(one["count"]) for one in found if isinstance(one, dict) and _count(one, "count"))


def _broken(resource: Resource, reason: str) -> DocumentError:
    return DocumentError(
        resource.source,
        reason,
        remedy="Export again from Telegram Desktop as machine-readable JSON",
    )


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
