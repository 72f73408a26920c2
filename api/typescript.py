"""The types of the API for TypeScript, written from its OpenAPI description.

    python -m api.typescript web/src/api.ts

Every schema becomes an exported type; `Paths` tells, by path and method, what goes into the address
and the body and what comes back. A test fails where the file falls behind.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from api.app import create_app
from graph.settings import Settings

HEAD = "// Written by `make docs` from the API's OpenAPI description. Changes made here are lost.\n"
_NAME = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)
_METHODS = ("get", "post", "put", "patch", "delete")
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean"}


def typescript(described: Mapping[str, Any]) -> str:
    """The module that declares everything an OpenAPI description says."""
    schemas = described["components"]["schemas"]
    parts = [HEAD]
    parts += [_declaration(name, schema) for name, schema in sorted(schemas.items())]
    parts.append("export interface Paths {\n" + "".join(_paths(described["paths"])) + "}\n")
    return "\n".join(parts)


def _declaration(name: str, schema: Mapping[str, Any]) -> str:
    comment = _comment(schema.get("description"), "")
    return f"{comment}export type {_identifier(name)} = {_type(schema, '')};\n"


def _identifier(name: str) -> str:
    return re.sub(r"\W", "_", name)


def _comment(text: str | None, indent: str) -> str:
    if not text:
        return ""
    words = " ".join(text.split()).replace("*/", "*\\/")
    return f"{indent}/** {words} */\n"


def _type(schema: Mapping[str, Any], indent: str) -> str:
    if "$ref" in schema:
        return _identifier(schema["$ref"].rpartition("/")[2])
    if "const" in schema:
        return json.dumps(schema["const"], ensure_ascii=False)
    if "enum" in schema:
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in schema["enum"])
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return " | ".join(dict.fromkeys(_type(one, indent) for one in schema[several]))
    kind = schema.get("type")
    if kind == "array":
        return _list(schema, indent)
    if kind == "object" or "properties" in schema:
        return _object(schema, indent)
    return "null" if kind == "null" else _PLAIN.get(str(kind), "unknown")


def _list(schema: Mapping[str, Any], indent: str) -> str:
    inner = _type(schema.get("items", {}), indent)
    return f"({inner})[]" if "|" in inner else f"{inner}[]"


def _object(schema: Mapping[str, Any], indent: str) -> str:
    properties: Mapping[str, Mapping[str, Any]] = schema.get("properties", {})
    if not properties:
        more = schema.get("additionalProperties", True)
        return f"Record<string, {_type(more, indent) if isinstance(more, dict) else 'unknown'}>"
    deeper = f"{indent}  "
    required = schema.get("required", ())
    lines = [
        f"{_comment(one.get('description'), deeper)}"
        f"{deeper}{_key(name)}{'' if name in required else '?'}: {_type(one, deeper)};\n"
        for name, one in properties.items()
    ]
    return "{\n" + "".join(lines) + f"{indent}}}"


def _key(name: str) -> str:
    return name if _NAME.fullmatch(name) else json.dumps(name)


def _paths(paths: Mapping[str, Any]) -> Iterator[str]:
    for path, methods in sorted(paths.items()):
        yield f"  {json.dumps(path)}: {{\n"
        for method in _METHODS:
            if method in methods:
                yield from _operation(method, methods[method])
        yield "  };\n"


def _operation(method: str, operation: Mapping[str, Any]) -> Iterator[str]:
    yield _comment(operation.get("description") or operation.get("summary"), "    ")
    yield f"    {method}: {{\n"
    for place in ("path", "query"):
        asked = [one for one in operation.get("parameters", ()) if one["in"] == place]
        if asked:
            yield f"      {place}: {_object(_as_object(asked), '      ')};\n"
    body = operation.get("requestBody", {}).get("content", {})
    if body:
        yield f"      body: {_content(body)};\n"
    sent = [
        _content(answer.get("content", {}))
        for status, answer in sorted(operation["responses"].items())
        if status.startswith("2")
    ]
    yield f"      response: {' | '.join(dict.fromkeys(sent))};\n    }};\n"


def _as_object(parameters: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    shown = {
        one["name"]: one["schema"] | {"description": one.get("description", "")}
        for one in parameters
    }
    return {"properties": shown, "required": [p["name"] for p in parameters if p.get("required")]}


def _content(content: Mapping[str, Any]) -> str:
    if not content:
        return "null"
    json_schema = content.get("application/json", {}).get("schema")
    return _type(json_schema, "      ") if json_schema else "Blob"


def current() -> str:
    """The module for the API as it is."""
    return typescript(create_app(Settings(neo4j_uri="bolt://localhost")).openapi())


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(current(), encoding="utf-8")
