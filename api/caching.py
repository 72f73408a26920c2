"""Answers that a client holds already: entity tags made of the graph's revision and the question.

The tag is known before the question is asked, so an answer that still holds costs one small read.
Tags are weak: the same answer is sent in several encodings.

While the graph is steady a new question need not wait for that read: both are asked at once, and
the answer counts where the revision turns out to be the one seen before. Otherwise it is asked
again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Generic, NamedTuple, TypeVar

from fastapi import Depends, FastAPI, Request, Response

from api.held import Holder, is_asked_again, recall, settle_later
from graph.errors import SaysoError
from graph.ids import sha256
from graph.store.asynchronous import AsyncStore
from graph.store.retract import REVISION
from graph.store.schema import STORE_ID

T = TypeVar("T")


class Moment(NamedTuple):
    """The state of the store: the revision its writers raise, and a mark of any commit at all."""

    revision: int
    mark: str


class Revisions(Generic[T]):
    """Reads the graph's revision, once for all who ask while an earlier read is under way.

    Nobody is told a revision that was read before they asked: it would hide a write that they know
    of. So a read that is under way serves only those who came before it began.
    """

    def __init__(self, read: Callable[[], Awaitable[T]]) -> None:
        self._read = read
        self._seen: T | None = None
        self._steady = False
        self._running: asyncio.Task[T] | None = None
        self._waiting: asyncio.Task[T] | None = None

    async def latest(self) -> T:
        """The revision, as it is now or later."""
        if self._waiting is None:
            self._waiting = asyncio.create_task(self._after(self._running))
        return await asyncio.shield(self._waiting)

    async def _after(self, earlier: asyncio.Task[T] | None) -> T:
        if earlier is not None:
            await asyncio.wait([earlier])
        self._running, self._waiting = self._waiting, None
        now = await self._read()
        self._steady, self._seen = now == self._seen, now
        return now

    def likely(self) -> T | None:
        """The revision as the last reads had it, where two of them agreed."""
        return self._seen if self._steady else None


def revisions_of(store: AsyncStore) -> Revisions[Moment]:
    """The revisions of a store; an empty one is at 0."""

    async def read() -> Moment:
        answer, mark = await store.read_marked(REVISION, {"id": STORE_ID})
        rows = answer.records()
        return Moment(int(rows[0]["revision"] or 0) if rows else 0, mark)

    return Revisions(read)


class NotModified(SaysoError):  # noqa: N818 - not an error to whoever asked
    """The client holds the answer already, under this tag."""

    def __init__(self, tag: str) -> None:
        super().__init__("Not modified")
        self.tag = tag


async def _revalidate(request: Request, response: Response) -> None:
    revisions: Revisions[Moment] = request.app.state.revisions
    given, likely = request.headers.get("If-None-Match", ""), revisions.likely()
    if likely is not None and not given and not is_asked_again(request):
        holder: Holder = request.app.state.holder
        tag = _tag(request, likely.revision)
        if not holder.knows(key := f"{tag} {likely.mark}"):
            await recall(request, key)
            settle_later(request, _settled(revisions, likely, tag))
            return
    now = await revisions.latest()
    tag = _tag(request, now.revision)
    if _holds(given, tag):
        raise NotModified(tag)
    await recall(request, f"{tag} {now.mark}")
    response.headers.update(_headers(tag))


async def _settled(
    revisions: Revisions[Moment], likely: Moment, tag: str
) -> Mapping[str, str] | None:
    """The headers of an answer of the likely moment; none where the graph has changed since."""
    try:
        return _headers(tag) if await revisions.latest() == likely else None
    except SaysoError:
        return {}  # the store has gone away, and took the tag with it


Revalidated = Depends(_revalidate)
"""For routers whose answers depend on the graph, the question and nothing else."""


def _tag(request: Request, revision: int) -> str:
    asked = sorted(request.query_params.multi_items())
    parts = (request.app.state.build, revision, request.url.path, asked)
    return f'W/"{sha256(repr(parts))[:32]}"'


def _holds(given: str, tag: str) -> bool:
    """Whether `If-None-Match` names the tag; weak and strong ones compare alike (RFC 9110)."""
    tags = {one.strip().removeprefix("W/") for one in given.split(",")}
    return "*" in tags or tag.removeprefix("W/") in tags


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "private, no-cache"}


async def _not_modified(_request: Request, error: Exception) -> Response:
    tag = error.tag if isinstance(error, NotModified) else ""
    return Response(status_code=304, headers=_headers(tag))


def install(app: FastAPI) -> None:
    """Answer 304 wherever a router says `Revalidated` and the client's answer still holds."""
    app.add_exception_handler(NotModified, _not_modified)
