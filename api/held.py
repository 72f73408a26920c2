"""Answers the server holds: an unchanged graph is not asked the same thing twice.

An answer is held under its entity tag and the last transaction the store had committed before the
question, so whatever is written, by whom and how ever, makes it unreachable. Whoever asks what
somebody is being answered already waits for that answer.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import NamedTuple

from fastapi import FastAPI, Request, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.errors import SaysoError

_LARGEST = 8
"""An answer larger than this part of the room is not held: it would push out too many others."""
_MAKING = "making"


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
        headers: tuple[tuple[bytes, bytes], ...] = ()

        async def noted(message: Message) -> None:
            nonlocal headers
            if _MAKING in state:
                if message["type"] == "http.response.start" and message["status"] == 200:
                    headers = tuple(message["headers"])
                elif headers and not message.get("more_body"):
                    self._holder.hold(state[_MAKING], Held(headers, message["body"]))
                else:
                    # Refused, or sent in pieces.
                    headers = ()
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            if _MAKING in state:
                self._holder.end(state[_MAKING])


async def _answer(request: Request, error: Exception) -> Response:
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
