"""Every error as an RFC 9457 problem, made in one place from the error tree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from api.errors import (
    ForbiddenError,
    LengthRequiredError,
    TooLargeError,
    TooManyRequestsError,
    UnknownCallerError,
)
from api.logs import frames, logger
from api.merged import merged
from graph.errors import (
    JudgementError,
    MovedError,
    NotFoundError,
    QueryError,
    SaysoError,
    StoreError,
    UnknownQueryError,
)

MEDIA_TYPE = "application/problem+json"
PREFIX = "urn:sayso:problem:"
RETRY_SECONDS = 5
"""When to ask again while the store is away: a local server takes 8 to 9 s to start."""


class Kind(NamedTuple):
    """A kind of problem: its status, and the end of its `type`, which never changes."""

    status: int
    name: str


KINDS: Mapping[type, Kind] = {
    SaysoError: Kind(500, "error"),
    StoreError: Kind(503, "store-unavailable"),
    QueryError: Kind(422, "query"),
    UnknownQueryError: Kind(404, "unknown-query"),
    NotFoundError: Kind(404, "not-found"),
    MovedError: Kind(308, "moved"),
    JudgementError: Kind(409, "judgement"),
    RequestValidationError: Kind(422, "request"),
    UnknownCallerError: Kind(401, "unknown-caller"),
    ForbiddenError: Kind(403, "forbidden"),
    LengthRequiredError: Kind(411, "length-required"),
    TooLargeError: Kind(413, "too-large"),
    TooManyRequestsError: Kind(429, "too-many-requests"),
}
"""The problem of each kind of error; the nearest class of its own line of ancestors counts."""


class Fault(BaseModel):
    """One part of a request that does not fit."""

    where: str = Field(description="The parameter or field.")
    what: str = Field(description="What is wrong with it.")


class Problem(BaseModel):
    """What went wrong and what to do about it (RFC 9457)."""

    type: str = Field(description="A name for this kind of problem that does not change.")
    title: str = Field(description="The kind of problem in words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What happened here.")
    instance: str = Field(description="The path that was asked for.")
    request: str | None = Field(default=None, description="The request's id, as in the log.")
    remedy: str | None = Field(default=None, description="What to do about it.")
    near: list[str] | None = Field(default=None, description="What may have been meant.")
    errors: list[Fault] | None = Field(default=None, description="Each part that does not fit.")


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that can answer with problems of these statuses."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": schema}},
        }
        for status in statuses
    }


def install(app: FastAPI) -> None:
    """Answer every error of the app with a problem."""
    app.add_exception_handler(SaysoError, answer)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)
    describe = app.openapi

    @cache
    def openapi() -> dict[str, Any]:
        schemas = describe()["components"]["schemas"]
        declared = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas |= declared.pop("$defs") | {"Problem": declared}
        return describe()

    app.openapi = openapi  # type: ignore[method-assign]


def _response(request: Request, kind: Kind, detail: str, **more: Any) -> JSONResponse:
    problem = Problem(
        type=f"{PREFIX}{kind.name}",
        title=HTTPStatus(kind.status).phrase,
        status=kind.status,
        detail=detail,
        instance=request.url.path,
        request=getattr(request.state, "request_id", None),
        **more,
    )
    response = JSONResponse(
        problem.model_dump(exclude_none=True), status_code=kind.status, media_type=MEDIA_TYPE
    )
    if kind.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


async def answer(request: Request, error: Exception) -> JSONResponse:
    """The answer to a request that ended with an error of ours."""
    if type(error) is NotFoundError:
        error = await merged(request) or error
    kind = next(KINDS[cls] for cls in type(error).__mro__ if cls in KINDS)
    remedy = getattr(error, "remedy", "") or None
    near = list(getattr(error, "near", ())) or None
    detail = getattr(error, "message", "")
    if kind.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        logger().error("api.problem", kind=kind.name, error=type(error).__name__)
    response = _response(request, kind, detail, remedy=remedy, near=near)
    if isinstance(error, MovedError):
        response.headers["Location"] = _moved(request, error)
    if isinstance(error, UnknownCallerError):
        response.headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, TooManyRequestsError):
        response.headers["Retry-After"] = str(error.seconds)
    return response


def _moved(request: Request, error: MovedError) -> str:
    """The address asked for with the new id wherever the old one stood."""
    path = [error.into if part == error.id else part for part in request.url.path.split("/")]
    query = [
        (name, error.into if value == error.id else value)
        for name, value in request.query_params.multi_items()
    ]
    address = "/".join(quote(part, safe=":") for part in path)
    return f"{address}?{urlencode(query)}" if query else address


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    faults = [_fault(item) for item in found]
    kind = KINDS[RequestValidationError]
    return _response(request, kind, "The request does not fit", errors=faults)


def _fault(found: Mapping[str, Any]) -> Fault:
    """A flaw as the framework found it, in words of a reader who knows nothing of the framework."""
    if found["type"] == "json_invalid":
        place, why = found["loc"][-1], found["ctx"]["error"]
        return Fault(where="body", what=f"It is no JSON: {why} at character {place}")
    where = ".".join(str(part) for part in found["loc"])
    return Fault(where=where, what=str(found["msg"]).removeprefix("Value error, "))


async def _http(request: Request, error: Exception) -> JSONResponse:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else ""
    if status == HTTPStatus.BAD_REQUEST:
        # A body that does not parse is refused like one that parses and does not fit.
        return _response(request, KINDS[RequestValidationError], detail)
    name = HTTPStatus(status).name.lower().replace("_", "-")
    more: dict[str, Any] = {}
    if status == HTTPStatus.NOT_FOUND:
        detail, more = "Nothing is served at this path", {"remedy": "/v1/docs lists what is"}
    response = _response(request, Kind(status, name), detail, **more)
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        response.headers["Allow"] = ", ".join(sorted(_allowed(request)))
    return response


def _allowed(request: Request) -> set[str]:
    """The methods of a path, of all its routes: the framework names those of the first alone."""
    found: set[str] = set()
    for template, methods in request.app.openapi()["paths"].items():
        pattern = "/".join(
            "[^/]+" if part.startswith("{") else re.escape(part) for part in template.split("/")
        )
        if re.fullmatch(pattern, request.url.path):
            found |= {method.upper() for method in methods}
    return found


async def _unforeseen(request: Request, error: Exception) -> JSONResponse:
    # The cause goes to the log of the server, never to the reader; its words may be an article's.
    logger().error("api.fault", error=type(error).__name__, frames=frames(error))
    response = _response(request, KINDS[SaysoError], "Something unforeseen went wrong")
    response.headers["X-Request-ID"] = str(getattr(request.state, "request_id", ""))
    return response
