"""What a read hands back: plain JSON-ready rows, bounded in number and size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, TypeAlias, cast

import neo4j.time
from neo4j.graph import Node, Path, Relationship

_SCALARS = frozenset({bool, int, float, type(None)})

Plain: TypeAlias = "bool | int | float | str | Sequence[Plain] | Mapping[str, Plain] | None"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a read may cost: `seconds` on the server, `rows` and `size` (bytes) on the way here.

    `size` counts what the rows take as text; a read that reaches `rows` or `size` is cut short
    and says so.
    """

    seconds: float = 30.0
    rows: int = 1_000
    size: int = 10_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a read in the order of `columns`; `truncated` where a limit cut it short."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Plain, ...], ...]
    truncated: bool = False

    def records(self) -> list[dict[str, Any]]:
        """The rows as dictionaries from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def plain(value: object) -> Plain:
    """A value of the driver as JSON can carry it.

    Nodes and relationships become their labels or type and their properties; the store's internal
    ids are left out, because they change when a store is restored or compacted.
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **_properties(value)}
    if isinstance(value, Relationship):
        return {"type": value.type, **_properties(value)}
    if isinstance(value, Path):
        return [plain(value.start_node), *_steps(value)]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(
        value, neo4j.time.Date | neo4j.time.DateTime | neo4j.time.Time | neo4j.time.Duration
    ):
        return value.iso_format()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    # After durations, which are tuples.
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [plain(item) for item in value]
    return str(value)


def _properties(thing: Node | Relationship) -> dict[str, Plain]:
    return {key: plain(item) for key, item in sorted(thing.items())}


def _steps(path: Path) -> list[Plain]:
    steps: list[Plain] = []
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [plain(relationship), plain(node)]
    return steps


def left_after(value: object, room: int) -> int:
    """What is left of `room`, in bytes, once a value of the driver is written as text.

    Below zero, it does not fit; counting stops there, so that a value of a hundred million
    numbers is put away as fast as one that is just too large.
    """
    if isinstance(value, str):
        size = len(value) if value.isascii() else len(value.encode(errors="surrogatepass"))
        return room - size - 2
    if type(value) in _SCALARS:
        return room - 8
    if isinstance(value, Path):
        value = (*value.nodes, *value.relationships)
    if isinstance(value, Mapping):
        items: Iterable[object] = value.values()
        room -= 2 + sum(len(str(key)) + 4 for key in value)
    elif isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        items = value
        room -= 2 + len(value)
    else:
        return room - 8
    for item in items:
        if room < 0:
            break
        room = left_after(item, room)
    return room


class Collector:
    """Takes records one by one until a limit is reached."""

    def __init__(self, columns: Sequence[str], limits: Limits) -> None:
        self._columns = tuple(columns)
        self._limits = limits
        self._rows: list[tuple[Plain, ...]] = []
        self._room = limits.size
        self._truncated = False

    def add(self, values: Sequence[object]) -> bool:
        """Keep a record; False says that it was one too many and that reading must stop."""
        row: list[Plain] = []
        room = self._room - 2 - len(values)
        for value in values:
            # Most values are scalars: those are looked at once.
            kind = type(value)
            if kind in _SCALARS:
                room -= 8
            else:
                room = left_after(value, room)
                if room >= 0 and kind is not str:
                    value = plain(value)
            row.append(cast(Plain, value))
        self._room = room
        if len(self._rows) >= self._limits.rows or room < 0:
            self._truncated = True
            return False
        self._rows.append(tuple(row))
        return True

    def answer(self) -> Answer:
        """What has been collected."""
        return Answer(self._columns, tuple(self._rows), self._truncated)
