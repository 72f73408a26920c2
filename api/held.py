"""Answers the server holds: an unchanged graph is not asked the same thing twice.

An answer is held under its entity tag and the last transaction the store had committed before the
question, so whatever is written, by whom and how ever, makes it unreachable. Whoever asks what
somebody is being answered already waits for that answer. An answer that turns out to be of another
moment than was thought is thrown away before it is sent, and asked for again.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Coroutine, Mapping
from typing import Any, NamedTuple

from fastapi import FastAPI, Request, Response
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.errors import SaysoError

_LARGEST = 8
"""An answer larger than this part of the room is not held: it would push out too many others."""
_MAKING, _SETTLING, _AGAIN = "making", "settling", "again"


class Held(NamedTuple):
    """An answer as it was sent first, before it was compressed."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes


class Holder:
    """The answers held, those asked for last, in `room` bytes; with none, nothing is held."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._used = 0
        self._held: OrderedDict[str, Held] = OrderedDict()
        self._coming: dict[str, asyncio.Future[None]] = {}

    async def find(self, key: str) -> Held | None:
        """The answer to a question; None tells the caller to make it and to call `end` then."""
        if not self._room:
            return None
        while (coming := self._coming.get(key)) is not None:
            await asyncio.shield(coming)
        held = self._held.get(key)
        if held is None:
            self._coming[key] = asyncio.get_running_loop().create_future()
        else:
            self._held.move_to_end(key)
        return held

    def knows(self, key: str) -> bool:
        """Whether the answer to a question is held or being made."""
        return key in self._held or key in self._coming

    def hold(self, key: str, held: Held) -> None:
        """Keep an answer, and let go of those nobody has asked for the longest time."""
        if len(held.body) * _LARGEST > self._room:
            return
        self._held[key] = held
        self._used += len(held.body)
        while self._used > self._room:
            self._used -= len(self._held.popitem(last=False)[1].body)

    def end(self, key: str) -> None:
        """Whoever made the answer is done, whether there is one or not."""
        coming = self._coming.pop(key, None)
        if coming is not None:
            coming.set_result(None)


class AlreadyHeld(SaysoError):  # noqa: N818 - not an error to whoever asked
    """The question was answered before, and nothing was written since."""

    def __init__(self, held: Held) -> None:
        super().__init__("Already held")
        self.held = held


async def recall(request: Request, key: str) -> None:
    """Raise AlreadyHeld where there is an answer; else what this request answers will be held."""
    holder: Holder = request.app.state.holder
    held = await holder.find(key)
    if held is not None:
        raise AlreadyHeld(held)
    setattr(request.state, _MAKING, key)


def settle_later(
    request: Request, headers: Coroutine[None, None, Mapping[str, str] | None]
) -> None:
    """Find out while the answer is made which headers it gets, or by None that it is outdated."""
    setattr(request.state, _SETTLING, asyncio.create_task(headers))


def is_asked_again(request: Request) -> bool:
    """Whether a request is answered once more, since its first answer was outdated."""
    return hasattr(request.state, _AGAIN)


class Holding:
    """Takes down the answers that `recall` announced."""

    def __init__(self, app: ASGIApp, holder: Holder) -> None:
        self._app = app
        self._holder = holder

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        if not await self._attempt(scope, receive, send):
            state[_AGAIN] = True
            await self._attempt(scope, receive, send)

    async def _attempt(self, scope: Scope, receive: Receive, send: Send) -> bool:
        """Answer, unless the answer is found to be outdated before anything of it was sent."""
        state = scope["state"]
        taken = _Taken(state, self._holder, send)
        try:
            await self._app(scope, receive, taken.pass_on)
        finally:
            if _MAKING in state:
                self._holder.end(state.pop(_MAKING))
            if _SETTLING in state:
                await state.pop(_SETTLING)
        return not taken.outdated


class _Taken:
    """One answer on its way out."""

    def __init__(self, state: dict[str, Any], holder: Holder, send: Send) -> None:
        self.outdated = False
        self._state = state
        self._holder = holder
        self._send = send
        self._headers: tuple[tuple[bytes, bytes], ...] = ()

    async def pass_on(self, message: Message) -> None:
        """Send a piece of it, and note what shall be held."""
        if message["type"] == "http.response.start" and message["status"] == 200:
            if _SETTLING in self._state:
                await self._settle(message)
            self._headers = tuple(message["headers"]) if _MAKING in self._state else ()
        elif self._headers and not message.get("more_body"):
            self._holder.hold(self._state[_MAKING], Held(self._headers, message["body"]))
        else:
            self._headers = ()  # refused, or sent in pieces
        if not self.outdated:
            await self._send(message)

    async def _settle(self, message: Message) -> None:
        headers = await self._state.pop(_SETTLING)
        if not headers:
            # Of an unknown moment, so that nobody else is given it.
            self._holder.end(self._state.pop(_MAKING))
        self.outdated = headers is None
        sent = MutableHeaders(scope=message)
        for name, value in (headers or {}).items():
            sent[name] = value


async def _answer(_request: Request, error: Exception) -> Response:
    response = Response()
    if isinstance(error, AlreadyHeld):
        response.body = error.held.body
        response.raw_headers = list(error.held.headers)
    return response


def install(app: FastAPI, room: int) -> None:
    """Hold answers in this many bytes of memory, wherever a router says `Revalidated`."""
    app.state.holder = Holder(room)
    app.add_exception_handler(AlreadyHeld, _answer)
    app.add_middleware(Holding, holder=app.state.holder)
