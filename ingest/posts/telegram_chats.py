"""The chats of a Telegram Desktop export and their messages, in one pass over the file.

The file is walked as it is nested: a message is given from within the object of its own chat and
carries that chat with it, so that no message is ever taken for one of another chat, whatever a list
holds beside messages. Memory holds one message at a time, and the chats' names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, BinaryIO, NamedTuple, TypeAlias

import ijson  # type: ignore[import-untyped]

from ingest.posts.json_blocks import Blocks

_LISTS = ("chats", "left_chats")
_BEGINS, _ENDS = ("start_map", "start_array"), ("end_map", "end_array")
_BOM = b"\xef\xbb\xbf"

Place: TypeAlias = tuple[str, int]
_Event: TypeAlias = tuple[str, Any]
_Events: TypeAlias = Iterator[_Event]


@dataclass(slots=True)
class Chat:
    """A chat as far as the file has told of it, and `place`, its list and its number there.

    The one chat of an export has the place ("", 0). Whoever walks sets `channel`, an id, on the
    chats whose messages are to be read.
    """

    place: Place
    name: str = ""
    type: str = ""
    id: str = ""
    channel: str | None = None


class Message(NamedTuple):
    """The `number`th message of a chat; its `content` is None where the chat is not read."""

    chat: Chat
    number: int
    content: Any


def walk(stream: BinaryIO) -> Iterator[Chat | Message]:
    """Each chat where its messages begin, and then its messages.

    Raises ijson.JSONError where the file is damaged; everything before that has been given.
    """
    if stream.read(len(_BOM)) != _BOM:
        stream.seek(0)
    events = _parsed(stream)
    single = Chat(("", 0))
    if next(events)[0] == "start_map":
        for key, event, value in _members(events):
            if key in _LISTS and event == "start_map":
                yield from _listed(events, key)
            else:
                yield from _member(events, single, key, (event, value))
    for _ in events:
        pass  # what stands behind the end is damage, which the parser then tells


def _parsed(stream: BinaryIO) -> _Events:
    # Numbers are taken whole, for one that is too great is a flaw of its message, not of the file.
    try:
        yield from ijson.basic_parse(Blocks(stream))
    except ArithmeticError as error:
        raise ijson.JSONError("a number in it is too great") from error


def _listed(events: _Events, place: str) -> Iterator[Chat | Message]:
    """The chats of one list of an account."""
    for key, event, _ in _members(events):
        if key == "list" and event == "start_array":
            for number, (begin, _) in enumerate(_items(events)):
                yield from _chat(events, Chat((place, number)), begin)
        else:
            _skip(events, event)


def _chat(events: _Events, chat: Chat, begin: str) -> Iterator[Chat | Message]:
    if begin != "start_map":
        _skip(events, begin)
        yield chat
        return
    without_messages = True
    for key, event, value in _members(events):
        without_messages &= key != "messages"
        yield from _member(events, chat, key, (event, value))
    if without_messages:
        yield chat


def _member(events: _Events, chat: Chat, key: str, first: _Event) -> Iterator[Chat | Message]:
    """One member of a chat's object: its messages, or what it says of itself."""
    if key == "messages":
        yield chat
        found: Iterable[_Event] = _items(events) if first[0] == "start_array" else (first,)
        for number, (event, value) in enumerate(found, start=1):
            if chat.channel is None:
                _skip(events, event)
                yield Message(chat, number, None)
            else:
                yield Message(chat, number, _built(events, event, value))
    elif key in ("name", "type", "id") and first[0] in ("string", "number"):
        setattr(chat, key, str(first[1]))
    else:
        _skip(events, first[0])


def _members(events: _Events) -> Iterator[tuple[str, str, Any]]:
    """The members of an object, whose values the caller takes from the events one by one."""
    for event, key in events:
        if event == "end_map":
            return
        yield (key, *next(events))


def _items(events: _Events) -> Iterator[_Event]:
    """The items of an array, likewise."""
    for event, value in events:
        if event == "end_array":
            return
        yield event, value


def _skip(events: _Events, event: str) -> None:
    depth = int(event in _BEGINS)
    while depth:
        event, _ = next(events)
        depth += (event in _BEGINS) - (event in _ENDS)


def _built(events: _Events, event: str, value: Any) -> Any:
    builder = ijson.ObjectBuilder()
    depth = 0
    while True:
        builder.event(event, float(value) if isinstance(value, Decimal) else value)
        depth += (event in _BEGINS) - (event in _ENDS)
        if not depth:
            return builder.value
        event, value = next(events)
