"""Parameters that no path reads are refused: a misspelt filter would leave everything in."""

from __future__ import annotations

from fastapi import Request
from fastapi.exceptions import RequestValidationError

from api.requests import path_of

FREE = frozenset({"/v1/queries/{id}/answer"})
"""Paths whose parameters the catalogue declares and checks."""

QUESTION = "query"
"""Where this one names a question of the catalogue, those beside it are the question's."""


def refuse_unknown(request: Request) -> None:
    """Raise the refusal of a request whose address has parameters that its path does not take."""
    path = path_of(request.scope)
    given = list(dict.fromkeys(request.query_params))
    if not given or path in FREE:
        return
    operation = request.app.openapi()["paths"][path][request.method.lower()]
    known = [item["name"] for item in operation.get("parameters", ()) if item["in"] == "query"]
    unknown = [name for name in given if name not in known]
    if unknown and not (QUESTION in known and QUESTION in given):
        takes = f"It takes {', '.join(known)}" if known else "It takes none"
        raise RequestValidationError(
            [
                {"type": "extra_forbidden", "loc": ("query", name), "msg": f"Not known. {takes}"}
                for name in unknown
            ]
        )
