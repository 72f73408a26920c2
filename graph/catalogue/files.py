"""Reads the catalogue: one read statement a file, documented in the comments above it.

// Title, one line
//
// A paragraph for investigators, which ends with what the answer does not prove.
//
// @id query-id
// @param name type[(words)] required|default [max] meaning
// @column name type meaning
// @example {"name": "value"}
MATCH ... RETURN ... ORDER BY ... LIMIT $limit
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph.catalogue.model import LONGEST, MOST, Column, Parameter, Query
from graph.catalogue.words import words
from graph.errors import QueryError, UnknownQueryError
from graph.store.lexer import parameters

_HEADER = re.compile(r"(?://[^\n]*\n)+")
_TAG = re.compile(r"@(\w+)\s+(.*)")
_PARAM = re.compile(
    r"""(?P<name>\w+)\s+(?P<type>\w+)(?:\((?P<of>[\w.]+)\))?\s+(?P<default>"(?:[^"\\]|\\.)*"|\[[^\]]*\]|\S+)
        (?:\s+(?P<maximum>\d+))?\s+(?P<meaning>\S.*)""",
    re.VERBOSE,
)
_COLUMN = re.compile(r"(?P<name>\w+)\s+(?P<type>\w+)\s+(?P<meaning>\S.*)")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All queries by id, in the order of topic and id."""

    queries: Mapping[str, Query]

    def __iter__(self) -> Iterator[Query]:
        return iter(self.queries.values())

    def get(self, id_: str) -> Query:
        """The query of this id; UnknownQueryError names the nearest ids."""
        if id_ not in self.queries:
            near = difflib.get_close_matches(id_, self.queries, n=3, cutoff=0.5)
            raise UnknownQueryError(id_, near)
        return self.queries[id_]


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Read every query file under `folder`, by default the ones Sayso comes with.

    Raises QueryError that names the file where one is malformed or an id is taken.
    """
    folder = folder or _shipped()
    found: dict[str, Query] = {}
    for path in sorted(folder.glob("*/*.cypher")):
        query = parse_query(path.read_text(encoding="utf-8"), path.parent.name, str(path))
        if query.id in found:
            raise QueryError(f"{path}: the id {query.id} is taken", remedy="Choose another one")
        found[query.id] = query
    if not found:
        raise QueryError(f"{folder} holds no query", remedy="Reinstall Sayso")
    return Catalogue(found)


def _shipped() -> Path:
    """The folder inside an installed package, or queries/ of a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "_queries"
    return installed if installed.is_dir() else package.parent / "queries"


def parse_query(text: str, topic: str, source: str) -> Query:
    """Read one query file; `source` names it in errors."""
    match = _HEADER.match(text)
    if not match:
        raise _malformed(source, "has no header", "Begin with `// Title`")
    lines = [line[2:].strip() for line in match.group().splitlines()]
    statement = text[match.end() :].strip().removesuffix(";")
    tags = [tag for line in lines if (tag := _TAG.fullmatch(line))]
    prose = [line for line in lines if not line.startswith("@")]
    title, description = prose[0], " ".join(line for line in prose[1:] if line)
    if not title or not description or len(tags) + len(prose) != len(lines):
        raise _malformed(source, "lacks its title, its paragraph or a tag's value", "Complete it")
    try:
        query = Query(
            id=_only(tags, "id", source),
            topic=topic,
            title=title,
            description=description,
            parameters=tuple(_parameter(line, source) for line in _values(tags, "param")),
            columns=tuple(_column(line, source) for line in _values(tags, "column")),
            example=json.loads(_only(tags, "example", source)),
            statement=statement,
            text=text,
        )
    except (ValidationError, json.JSONDecodeError) as error:
        raise _malformed(source, f"does not read: {error}", "Correct its header") from error
    _check(query, source)
    return query


def _check(query: Query, source: str) -> None:
    declared = {parameter.name for parameter in query.parameters}
    used = parameters(query.statement)
    if declared != used:
        odd = ", ".join(sorted(declared ^ used))
        raise _malformed(source, f"declares and uses different parameters: {odd}", "Match them")
    query.arguments(query.example)


def _values(tags: list[re.Match[str]], name: str) -> list[str]:
    return [tag.group(2) for tag in tags if tag.group(1) == name]


def _only(tags: list[re.Match[str]], name: str, source: str) -> str:
    values = _values(tags, name)
    if len(values) != 1:
        raise _malformed(source, f"has {len(values)} @{name} lines", "Write exactly one")
    return values[0]


def _parameter(line: str, source: str) -> Parameter:
    match = _PARAM.fullmatch(line)
    if not match:
        raise _malformed(source, f"@param {line}", "Write name, type, required or default, meaning")
    declared: dict[str, Any] = match.groupdict()
    required = declared.pop("default") == "required"
    maximum, of = declared.pop("maximum"), declared.pop("of")
    if declared["type"] == "integer" and maximum is None:
        raise _malformed(source, f"@param {line}", "Give the largest value after the default")
    largest = int(maximum) if maximum else MOST if declared["type"] == "strings" else LONGEST
    values = words(of) if of else ()
    parameter = Parameter(required=required, maximum=largest, values=values, **declared)
    default = None if required else _default(match["default"])
    if default is None or default == []:
        return parameter.model_copy(update={"default": None if default is None else ()})
    return parameter.model_copy(update={"default": parameter.parse(default)})


def _default(text: str) -> object:
    """A default as JSON; a bare word or date stands for itself."""
    if text == "null" or text[0] in '"[':
        return json.loads(text)
    return text


def _column(line: str, source: str) -> Column:
    match = _COLUMN.fullmatch(line)
    if not match:
        raise _malformed(source, f"@column {line}", "Write name, type, meaning")
    return Column(**match.groupdict())


def _malformed(source: str, what: str, remedy: str) -> QueryError:
    return QueryError(f"{source}: {what}", remedy=remedy)
