"""docs/queries.md, written from the catalogue so that it cannot fall behind it."""

from __future__ import annotations

import json
from itertools import groupby

from graph.catalogue.files import Catalogue
from graph.catalogue.model import FEW, Parameter, Query

_INTRODUCTION = """# The query catalogue

<!-- Generated from queries/ by `python -m graph.catalogue`; do not edit. -->

Each question is one file under `queries/`. Ask it with `sayso query ID --param name=value`, over
the API at `/v1/queries/ID/answer`, or paste the file into Neo4j Browser after its `:params` line.
Actors and other entities can be given by id, by name or by any alias, in any case; a name of
nothing but small words such as "IT" only as it is written. Where there are no rows and the store
does not know a name, that is said, with names near it. Each row that rests on a sentence shows it
with its document, date and modality; `asserted_by` says on whose say-so.
"""


def reference(catalogue: Catalogue) -> str:
    """The whole page as Markdown."""
    parts = [_INTRODUCTION]
    for topic, queries in groupby(catalogue, key=lambda query: query.topic):
        parts.append(f"## {topic.capitalize()}\n")
        parts += [section(query) for query in queries]
    return "\n".join(parts).rstrip() + "\n"


def section(query: Query) -> str:
    """One question as Markdown."""
    lines = [f"### {query.id}", "", f"**{query.title}.** {query.description}", ""]
    if query.parameters:
        lines += ["| parameter | type | default | most | meaning |", "|---|---|---|---|---|"]
        lines += [_parameter(parameter) for parameter in query.parameters]
        lines.append("")
    lines += ["| column | type | meaning |", "|---|---|---|"]
    lines += [f"| `{item.name}` | {item.type} | {item.meaning} |" for item in query.columns]
    shown = " ".join(_flag(name, value) for name, value in query.example.items())
    lines += ["", "```", f"sayso query {query.id} {shown}".rstrip()]
    pairs = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in _all(query))
    lines += [f":params {{{', '.join(pairs)}}}", "```", ""]
    return "\n".join(lines)


def _parameter(item: Parameter) -> str:
    default = "required" if item.required else "" if not item.default else f"`{item.default}`"
    among = f": {', '.join(item.values)}" if 0 < len(item.values) <= FEW else ""
    return f"| `{item.name}` | {item.type}{among} | {default} | {item.maximum} | {item.meaning} |"


def _flag(name: str, value: object) -> str:
    values = value if isinstance(value, list | tuple) else [value]
    words = (f"{name}={item}" for item in values)
    return " ".join(f"--param '{word}'" if " " in word else f"--param {word}" for word in words)


def _all(query: Query) -> list[tuple[str, object]]:
    return list(query.arguments(query.example).items())
