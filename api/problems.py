"""Every error as an RFC 9457 problem, made in one place from the error tree."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from graph.errors import NotFoundError, QueryError, SaysoError, StoreError, UnknownQueryError

MEDIA_TYPE = "application/problem+json"

# The nearest class of the error's own line of ancestors counts.
_STATUS: dict[type, tuple[int, str]] = {
    SaysoError: (500, "error"),
    StoreError: (503, "store-unavailable"),
    QueryError: (422, "query"),
    UnknownQueryError: (404, "unknown-query"),
    NotFoundError: (404, "not-found"),
}


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
    app.add_exception_handler(SaysoError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)
    describe = app.openapi

    def openapi() -> dict[str, Any]:
        schemas = describe()["components"]["schemas"]
        declared = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas |= declared.pop("$defs") | {"Problem": declared}
        return describe()

    app.openapi = openapi  # type: ignore[method-assign]


def _response(request: Request, kind: str, status: int, detail: str, **more: Any) -> JSONResponse:
    problem = Problem(
        type=f"urn:sayso:problem:{kind}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        instance=request.url.path,
        **more,
    )
    content = problem.model_dump(exclude_none=True)
    return JSONResponse(content, status_code=status, media_type=MEDIA_TYPE)


async def _ours(request: Request, error: Exception) -> JSONResponse:
    status, kind = next(_STATUS[cls] for cls in type(error).__mro__ if cls in _STATUS)
    message = getattr(error, "message", "")
    remedy = getattr(error, "remedy", "") or None
    near = list(getattr(error, "near", ())) or None
    return _response(request, kind, status, message, remedy=remedy, near=near)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    faults = [
        Fault(where=".".join(str(part) for part in item["loc"]), what=str(item["msg"]))
        for item in found
    ]
    return _response(request, "request", 422, "The request does not fit", errors=faults)


async def _http(request: Request, error: Exception) -> JSONResponse:
    status = error.status_code if isinstance(error, HTTPException) else 500
    kind = HTTPStatus(status).name.lower().replace("_", "-")
    detail = error.detail if isinstance(error, HTTPException) else ""
    response = _response(request, kind, status, detail)
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    return response


async def _unforeseen(request: Request, error: Exception) -> JSONResponse:
    # The cause goes to the log of the server, never to the reader.
    return _response(request, "error", 500, "Something unforeseen went wrong")
