"""Examples in the OpenAPI description: an exchange with a real server for each operation.

examples.json is written by `python -m tests.exchanges`, which asks the API over a small graph; a
test asks again and compares. So no example is typed, and none can be wrong for long.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import FastAPI


@cache
def exchanges() -> tuple[Mapping[str, Any], ...]:
    """What was asked and answered, in the order it was asked."""
    text = files("api").joinpath("examples.json").read_text(encoding="utf-8")
    return tuple(json.loads(text))


def install(app: FastAPI) -> None:
    """Show the exchanges in the app's description."""
    describe = app.openapi

    @cache
    def openapi() -> dict[str, Any]:
        described = describe()
        for exchange in exchanges():
            _show(described["paths"], exchange)
        return described

    app.openapi = openapi  # type: ignore[method-assign]


def _show(paths: dict[str, Any], exchange: Mapping[str, Any]) -> None:
    method, path = exchange["operation"].split(" ")
    operation = paths[path][method.lower()]
    for name, content in operation["responses"][str(exchange["status"])].get("content", {}).items():
        if name == exchange["media_type"]:
            example = {"summary": _line(method, path, exchange), "value": exchange["answer"]}
            content["examples"] = {"recorded": example}
    if exchange["status"] >= 400:
        return
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in exchange["asked"]:
            parameter["example"] = exchange["asked"][parameter["name"]]
    if exchange["body"] is not None:
        operation["requestBody"]["content"]["application/json"]["example"] = exchange["body"]


def _line(method: str, path: str, exchange: Mapping[str, Any]) -> str:
    """The request as it stands in its first line."""
    asked = dict(exchange["asked"])
    for name in list(asked):
        if f"{{{name}}}" in path:
            path = path.replace(f"{{{name}}}", quote(str(asked.pop(name)), safe=":"))
    words = urlencode(asked, doseq=True, safe=":")
    return f"{method} {path}{'?' if words else ''}{words}"
