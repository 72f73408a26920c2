"""A catalogue query as its file declares it, and the values its parameters accept."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from graph.errors import QueryError
from graph.periods import FORM, in_order, is_date

ParameterType = Literal["string", "integer", "date", "strings"]
ColumnType = Literal["string", "integer", "float", "boolean", "date", "strings"]
Argument: TypeAlias = str | int | tuple[str, ...] | None

LONGEST = 500
MOST = 100
FEW = 8
"""So many words a parameter may be bound to are told one by one, more are not."""


_NAMED = re.compile(r"\(\w*:(?:\w+:)*(\w+) \{name: \$(\w+)\}\)")
"""Where a statement looks an entity up by its name: its last label, and the parameter."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Parameter(_Frozen):
    """One value a query takes.

    `maximum` is the largest integer, the longest string in characters or the longest list in
    items; integers count something and start at 1. Where there are `values`, a string is one of
    them and a list holds nothing else.
    """

    name: str
    type: ParameterType
    required: bool
    default: Argument = None
    maximum: int
    values: tuple[str, ...] = ()
    meaning: str

    def parse(self, given: object) -> Argument:
        """The value in its type, from what a command line or an address gives as text.

        Raises QueryError that names the parameter, what it got and what it takes.
        """
        return _PARSERS[self.type](self, given)

    def json_schema(self) -> dict[str, Any]:
        """What it accepts as JSON Schema, with its meaning and its default where it has one."""
        known = {"description": self.meaning}
        more = {} if self.default is None else {"default": self.default}
        return _SCHEMAS[self.type](self) | known | more

    def refuse(self, given: object, wanted: str) -> QueryError:
        """The error that says what this parameter takes."""
        default = self.default
        if isinstance(default, tuple):
            default = ", ".join(default)
        left = "" if self.required else f", or leave it out{f' for {default}' if default else ''}"
        return QueryError(
            f"{self.name}={given!r} is not {wanted}", remedy=f"Correct {self.name}{left}"
        )


def _string(parameter: Parameter, given: object) -> str:
    if not isinstance(given, str) or not given.strip():
        raise parameter.refuse(given, "a text")
    if len(given) > parameter.maximum:
        raise parameter.refuse(f"{given[:20]}...", f"within {parameter.maximum} characters")
    if parameter.values and given.strip() not in parameter.values:
        raise parameter.refuse(given, _among(given.strip(), parameter.values))
    return given.strip()


def _among(given: str, values: tuple[str, ...]) -> str:
    if len(values) <= FEW:
        return f"one of {', '.join(values)}"
    near = difflib.get_close_matches(given.upper(), [value.upper() for value in values])
    named = [value for value in values if value.upper() in near]
    return f"one of its {len(values)} words; near are {' and '.join(named) or 'none'}"


def _integer(parameter: Parameter, given: object) -> int:
    wanted = f"a whole number from 1 to {parameter.maximum}"
    if isinstance(given, bool) or not re.fullmatch(r"\d{1,9}", str(given), re.ASCII):
        raise parameter.refuse(given, wanted)
    if not 1 <= int(str(given)) <= parameter.maximum:
        raise parameter.refuse(given, wanted)
    return int(str(given))


def _date(parameter: Parameter, given: object) -> str:
    wanted = "a date (2024, 2024-10 or 2024-10-05)"
    text = given.isoformat() if isinstance(given, date) else str(given).strip()
    if not is_date(text):
        raise parameter.refuse(given, wanted)
    return text


def _strings(parameter: Parameter, given: object) -> tuple[str, ...]:
    values = [given] if isinstance(given, str) else given
    if not isinstance(values, Sequence):
        raise parameter.refuse(given, "a list of texts")
    if len(values) > parameter.maximum:
        raise parameter.refuse(f"{len(values)} values", f"within {parameter.maximum} values")
    single = parameter.model_copy(update={"maximum": LONGEST})
    return tuple(_string(single, value) for value in values)


_PARSERS: Mapping[ParameterType, Callable[[Parameter, object], Argument]] = {
    "string": _string,
    "integer": _integer,
    "date": _date,
    "strings": _strings,
}


def _word(parameter: Parameter, longest: int) -> dict[str, Any]:
    if parameter.values:
        return {"type": "string", "enum": list(parameter.values)}
    return {"type": "string", "pattern": r"\S", "maxLength": longest}


_SCHEMAS: Mapping[ParameterType, Callable[[Parameter], dict[str, Any]]] = {
    "string": lambda it: _word(it, it.maximum),
    "integer": lambda it: {"type": "integer", "minimum": 1, "maximum": it.maximum},
    "date": lambda it: {"type": "string", "pattern": f"^{FORM}$"},
    "strings": lambda it: {"type": "array", "items": _word(it, LONGEST), "maxItems": it.maximum},
}


class Column(_Frozen):
    """One column of a query's answer."""

    name: str
    type: ColumnType
    meaning: str


class Query(_Frozen):
    """A question of the catalogue.

    `statement` is the Cypher alone, `text` the whole file as it can be pasted into Neo4j Browser;
    `example` holds parameters with a non-empty answer on the example corpus; `topic` is the folder.
    """

    id: str
    topic: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example: Mapping[str, Argument]
    statement: str
    text: str

    def json_schema(self) -> dict[str, Any]:
        """All parameters together as a JSON Schema of one object, after the draft of 2020-12."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": {each.name: each.json_schema() for each in self.parameters},
            "required": [each.name for each in self.parameters if each.required],
            "additionalProperties": False,
        }

    def arguments(self, given: Mapping[str, object]) -> dict[str, Argument]:
        """Every parameter's value, defaults filled in; None stands for one left open.

        Raises QueryError for an unknown, missing or unfit parameter, and for a period that ends
        before it begins.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in given:
            if name not in known:
                takes = ", ".join(known) or "none"
                raise QueryError(f"{self.id} has no parameter {name!r}", remedy=f"It takes {takes}")
        found = {parameter.name: self._argument(parameter, given) for parameter in self.parameters}
        since, until = found.get("since"), found.get("until")
        if isinstance(since, str) and isinstance(until, str) and not in_order(since, until):
            raise QueryError(f"until={until!r} lies before since={since!r}", remedy="Exchange them")
        return found

    def named(self, arguments: Mapping[str, Argument]) -> tuple[tuple[str, str], ...]:
        """The label and name of each entity that arguments name; other words are anybody's."""
        labels = {parameter: label for label, parameter in _NAMED.findall(self.statement)}
        return tuple(
            (labels[name], value)
            for name, value in arguments.items()
            if name in labels and isinstance(value, str)
        )

    def _argument(self, parameter: Parameter, given: Mapping[str, object]) -> Argument:
        value = given.get(parameter.name)
        if value is not None:
            return parameter.parse(value)
        if parameter.required:
            remedy = f"Give {parameter.name} ({parameter.type}): {parameter.meaning}"
            raise QueryError(f"{self.id} needs {parameter.name}", remedy=remedy)
        return parameter.default
