"""What happens to every request whatever it asks: a name, a line in the log, a place in the counts.

A middleware of plain ASGI, since wrapping bodies would hold streams back.
"""

from __future__ import annotations

import re
import time
import uuid

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.logs import logger
from api.metrics import Metrics

HEADER = "X-Request-ID"
PREFIX = "/v1"
UNKNOWN = "unknown"
_GIVEN = re.compile(r"[\w.-]{1,64}", re.ASCII)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Requests:
    """Gives each request an id, the caller's own where it sent a plain one, and records it."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        id_ = _id(Headers(scope=scope).get(HEADER))
        scope.setdefault("state", {})["request_id"] = id_
        # What ends without a status of its own is answered with 500 outside of this middleware.
        status, began = 500, time.perf_counter()

        async def named(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = id_
            await send(message)

        with (
            structlog.contextvars.bound_contextvars(request=id_),
            self._metrics.running.track_inprogress(),
        ):
            try:
                await self._app(scope, receive, named)
            finally:
                self._record(scope, status, time.perf_counter() - began)

    def _record(self, scope: Scope, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in _METHODS else UNKNOWN
        path = path_of(scope)
        self._metrics.observe(method, path, status, seconds)
        logger().info(
            "api.request", method=method, path=path, status=status, ms=round(seconds * 1000, 1)
        )


def path_of(scope: Scope) -> str:
    """The path as the description has it; a route does not know the prefix it was included at."""
    path = getattr(scope.get("route"), "path", "")
    if not path:
        return UNKNOWN
    return path if path.startswith(PREFIX) else f"{PREFIX}{path}"


def _id(given: str | None) -> str:
    return given if given and _GIVEN.fullmatch(given) else uuid.uuid4().hex
