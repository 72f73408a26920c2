"""How large a request may be, told before its body is read."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors import LengthRequiredError, TooLargeError
from api.problems import answer
from graph.errors import SaysoError


class BodyLimit:
    """Refuses requests by the length they announce, which the server holds them to."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        refusal = self._refusal(Headers(scope=scope)) if scope["type"] == "http" else None
        if refusal is None:
            await self._app(scope, receive, send)
            return
        response = await answer(Request(scope), refusal)
        await response(scope, receive, send)

    def _refusal(self, headers: Headers) -> SaysoError | None:
        if "transfer-encoding" in headers:
            return LengthRequiredError(
                "The request does not say how long it is", remedy="Send a Content-Length"
            )
        announced = headers.get("content-length", "0")
        if announced.isdigit() and int(announced) > self._most:
            return TooLargeError(
                f"The request has {int(announced) / 1e6:.3g} MB, the limit is {self._most / 1e6:g}",
                remedy="Send less at once, or raise SAYSO_MAX_REQUEST_MB",
            )
        return None
