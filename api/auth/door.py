"""What every request passes before it is answered: is there a key, may it, and how often.

Without keys the API is open, but to this machine alone: it then answers only under a name of this
machine and only pages of its own origin, because a page on the web could otherwise ask through the
browser of whoever reads it (DNS rebinding, cross-site requests).
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import SplitResult, urlsplit

from fastapi import Depends, FastAPI, Request, params
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Send
from starlette.types import Scope as ASGIScope

from api.auth import LOOPBACK
from api.auth.keys import Key, KeyRing, Scope, key_ring, matching, utc_now
from api.errors import ForbiddenError, TooManyRequestsError, UnknownCallerError
from api.parameters import refuse_unknown
from api.problems import answer
from graph.errors import SaysoError
from graph.settings import Settings

FAILURES = parse("20/minute")
"""Wrong keys an address may try."""

_bearer = HTTPBearer(auto_error=False, description="A key made with `sayso keys create`.")


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: the name of a key, or whoever sits at this machine."""

    name: str
    key: Key | None = None


@dataclass(slots=True)
class Door:
    """The keys in memory, read again when their file changes, and the counts of requests.

    `exposed` is whether the server listens where others can reach it: then a key is always needed.
    `failures` is how many wrong keys an address may try.
    """

    ring: KeyRing
    limit: RateLimitItem
    origins: frozenset[str]
    exposed: bool = False
    failures: RateLimitItem = FAILURES
    clock: Callable[[], datetime] = utc_now
    _limiter: MovingWindowRateLimiter = field(
        default_factory=lambda: MovingWindowRateLimiter(MemoryStorage())
    )
    _keys: Mapping[str, Key] = field(default_factory=dict)
    _stamp: tuple[int, int] | None = None

    def keys(self) -> Mapping[str, Key]:
        """Every key, as the file has them now."""
        try:
            status = self.ring.path.stat()
            stamp = (status.st_mtime_ns, status.st_ino)
        except FileNotFoundError:
            stamp = None
        if stamp != self._stamp:
            self._keys = self.ring.read() if stamp else {}
            self._stamp = stamp
        return self._keys

    def admit(self, request: Request, given: str | None, scope: Scope) -> Caller:
        """Who asks, if they may; raises the refusal otherwise."""
        seen = hasattr(request.state, "recognised")
        key = request.state.recognised if seen else self.recognise(request, given)
        if key is None:
            self._count(self.limit, "this machine")
            return Caller("local")
        if not key.allows(scope):
            raise ForbiddenError(
                f"The key {key.name!r} may not {scope}",
                remedy=f"Use one with the scope {scope}",
            )
        self._count(self.limit, key.id)
        return Caller(key.name, key)

    def recognise(self, request: Request, given: str | None) -> Key | None:
        """The key that was given; None where none is needed. Raises the refusal otherwise."""
        keys = self.keys()
        if not keys and not self.exposed:
            self._refuse_strangers(request)
            return None
        address = request.client.host if request.client else "unknown"
        if not self._limiter.test(self.failures, address):
            raise self._too_many(self.failures, address)
        key = matching(keys, given, self.clock()) if given else None
        if key is None:
            if given:
                self._limiter.hit(self.failures, address)
            raise UnknownCallerError(
                "The key is not known or no longer holds" if given else "A key is needed",
                remedy="Send `Authorization: Bearer KEY`; `sayso keys create` makes one",
            )
        return key

    def _count(self, limit: RateLimitItem, who: str) -> None:
        if not self._limiter.hit(limit, who):
            raise self._too_many(limit, who)

    def _too_many(self, limit: RateLimitItem, who: str) -> TooManyRequestsError:
        free = self._limiter.get_window_stats(limit, who).reset_time
        return TooManyRequestsError(max(1, math.ceil(free - time.time())))

    def _refuse_strangers(self, request: Request) -> None:
        host = request.headers.get("host", "")
        if _parted(f"//{host}").hostname not in LOOPBACK:
            raise ForbiddenError(
                f"This server has no keys and answers to this machine only, not to {host!r}",
                remedy="Ask for http://127.0.0.1, or make a key with `sayso keys create`",
            )
        origin = request.headers.get("origin")
        own = origin is None or _parted(origin).netloc == host
        if not own and not {origin, "*"} & self.origins:
            raise ForbiddenError(
                f"Pages of {origin} may not ask here",
                remedy="Name it in SAYSO_CORS_ORIGINS if it is yours",
            )


def _parted(address: str) -> SplitResult:
    """The parts of an address; one that cannot be an address has none."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def needs(scope: Scope) -> params.Depends:
    """The dependency of routes that take this scope."""
    dependency: params.Depends = Depends(_admitting(scope))
    return dependency


def _admitting(scope: Scope) -> Callable[..., Coroutine[Any, Any, Caller]]:
    async def admit(
        request: Request,
        given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    ) -> Caller:
        door: Door = request.app.state.door
        caller = door.admit(request, given.credentials if given else None, scope)
        request.state.caller = caller
        # After the key, so that strangers are told nothing.
        refuse_unknown(request)
        return caller

    return admit


async def _caller(request: Request) -> Caller:
    caller: Caller = request.state.caller
    return caller


CallerOf = Annotated[Caller, Depends(_caller)]
"""Who was let in; for routes with `needs`."""


def _sends(scope: ASGIScope) -> bool:
    headers = Headers(scope=scope)
    return "content-type" in headers or headers.get("content-length", "0") != "0"


class Threshold:
    """Turns callers without a key away before what they send is read.

    What a route needs is looked at after its body was received and parsed, which nobody shall make
    the server do who may not come in at all. No path takes a body from everybody.
    """

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: ASGIScope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "http" and _sends(scope):
            request = Request(scope)
            given = await _bearer(request)
            try:
                known = self._door.recognise(request, given.credentials if given else None)
            except SaysoError as error:
                response = await answer(request, error)
                await response(scope, receive, send)
                return
            request.state.recognised = known
        await self._app(scope, receive, send)


def install(app: FastAPI, settings: Settings, *, exposed: bool) -> None:
    """Give the app its door."""
    app.state.door = Door(
        key_ring(settings),
        parse(settings.sayso_rate_limit),
        frozenset(settings.sayso_cors_origins),
        exposed,
    )
    app.add_middleware(Threshold, door=app.state.door)
