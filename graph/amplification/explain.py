"""The posts behind a derived edge, so that everybody can read what a number rests on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import NotFoundError
from graph.store.connection import Store

FIND_CHANNEL = (
    "MATCH (c:Channel) WHERE c.id = $name OR toLower(c.name) = toLower($name) "
    "OR toLower(c.handle) = toLower($name) "
    "OR any(alias IN c.aliases WHERE toLower(alias) = toLower($name)) "
    "RETURN c.id AS id, coalesce(c.name, c.id) AS name ORDER BY c.id = $name DESC, id LIMIT 2"
)
EDGES = (
    "MATCH (a:Entity {id: $source})-[r:CO_SHARED|AMPLIFIES]->(b:Entity {id: $target}) "
    "RETURN type(r) AS type, properties(r) AS properties ORDER BY type, r.method, r.parameters"
)
POSTS = (
    "UNWIND $ids AS id MATCH (p:Post {id: id}) OPTIONAL MATCH (c:Entity {id: p.channel}) "
    "RETURN p.id AS id, p.channel AS channel, coalesce(c.name, p.channel) AS name, "
    "p.published_at AS time, coalesce(p.text, '') AS text, p.url AS url ORDER BY time, id"
)


@dataclass(frozen=True, slots=True)
class PostBehind:
    """One post that an edge names."""

    id: str
    channel: str
    name: str
    time: str | None
    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Explained:
    """One edge with all that was stored of it, and its posts by time."""

    type: str
    source: str
    target: str
    properties: Mapping[str, Any]
    posts: tuple[PostBehind, ...]

    @property
    def parameters(self) -> dict[str, Any]:
        """What the rule was told."""
        found: dict[str, Any] = json.loads(self.properties["parameters"])
        return found

    @property
    def measures(self) -> dict[str, float | bool]:
        """What the rule measured beside the weight and its significance, by name."""
        return {
            name: value
            for name, value in sorted(self.properties.items())
            if isinstance(value, int | float) and name not in ("weight", "posts", "significance")
        }

    @property
    def coverage(self) -> dict[str, Any]:
        """What the rule looked at."""
        found: dict[str, Any] = json.loads(self.properties["coverage"])
        return found


def explain(store: Store, source: str, target: str) -> tuple[Explained, ...]:
    """Every derived edge from one channel to another and, where there are, back.

    Channels are named by id, name, handle or alias, in any case. Raises NotFoundError for a channel
    that is not there or is not the only one, and where nothing is between them.
    """
    a, b = _channel(store, source), _channel(store, target)
    found = [
        Explained(
            str(row["type"]), one["name"], other["name"], properties, _posts(store, properties)
        )
        for one, other in ((a, b), (b, a))
        for row in store.read(EDGES, source=one["id"], target=other["id"])
        for properties in [_mapping(row["properties"])]
    ]
    if not found:
        raise NotFoundError(
            f"Nothing was computed between {a['name']} and {b['name']}",
            remedy="`sayso amplification run` looks into all posts of the store",
        )
    return tuple(found)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _channel(store: Store, name: str) -> dict[str, str]:
    rows = store.read(FIND_CHANNEL, name=name)
    if not rows:
        raise NotFoundError(f"There is no channel {name!r}", remedy="Give its id or its handle")
    if len(rows) > 1 and rows[0]["id"] != name:
        raise NotFoundError(
            f"{name!r} is the name of several channels",
            remedy=f"Give an id, such as {rows[0]['id']} or {rows[1]['id']}",
        )
    return {key: str(value) for key, value in rows[0].items()}


def _posts(store: Store, properties: Mapping[str, Any]) -> tuple[PostBehind, ...]:
    rows: list[dict[str, Any]] = store.read(POSTS, ids=properties["documents"])
    return tuple(PostBehind(**row) for row in rows)
