"""Posts out of the store into the posts table: one is the truth, the other is for a pass."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

import numpy as np

from graph.amplification.mapping import LISTS, Column
from graph.amplification.posts import COLUMNS, Posts
from graph.store.connection import Store

PAGE = 5_000

COUNT = "MATCH (p:Post:Document) WHERE p.published_at IS NOT NULL RETURN count(p) AS posts"
# What each column is in the store; a page asks for those alone that its pass reads.
_FIELDS: dict[Column, str] = {
    "id": "p.id",
    "channel": "p.channel",
    "channel_name": "head([(c:Channel)-[:POSTED]->(p) | c.name])",
    "time": "p.published_at",
    "text": "p.text",
    "lang": "p.lang",
    "forward_of": "head([(p)-[:FORWARDED]->(o:Post) | o.id])",
    "forward_from": "head([(p)-[:FORWARDED]->(c:Channel) | c.id])",
    "reply_to": "head([(p)-[:REPLIED_TO]->(o:Post) | o.id])",
    "links": "[(p)-[l:LINKED_TO]->() | l.url]",
    "claims": "[(p)-[:CARRIES]->(c:Claim) | c.id]",
    "views": "p.views",
}


def read_posts(
    store: Store,
    posts: Posts,
    *,
    only: Sequence[Column] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Fill an empty posts table from the store, a page at a time; returns how many there are.

    `only` names the columns a pass reads beside id, channel and time. Posts that are only pointed
    at have no time of their own and stay out. `progress` hears how many of how many were read.
    Raises StoreError.
    """
    wanted = [name for name in _FIELDS if only is None or name in ("id", "channel", "time", *only)]
    [row] = store.read(COUNT)
    total, done = int(str(row["posts"])), 0
    for page in _pages(store, wanted):
        _insert(posts, page, wanted)
        done += len(page)
        if progress is not None:
            progress(done, total)
    return done


def _pages(store: Store, wanted: Sequence[Column]) -> Iterator[list[list[Any]]]:
    """Pages of posts as lists of the fields; each is one row, since the driver's time is by row."""
    fields = ", ".join(_FIELDS[name] for name in wanted)
    statement = (
        "MATCH (p:Post) WHERE p.id > $after AND p:Document AND p.published_at IS NOT NULL "
        f"WITH p ORDER BY p.id LIMIT $page RETURN collect([{fields}]) AS posts"
    )
    after = ""
    while found := cast(
        "list[list[Any]]", store.read(statement, after=after, page=PAGE)[0]["posts"]
    ):
        yield found
        after = str(found[-1][wanted.index("id")])


def _insert(posts: Posts, page: list[list[Any]], wanted: Sequence[Column]) -> None:
    by_column = zip(wanted, zip(*page, strict=True), strict=True)
    columns = {name: np.array([*map(_cell, cells)], dtype=object) for name, cells in by_column}
    fields = ", ".join(_typed(name) if name in wanted else "NULL" for name in COLUMNS)
    posts.connection.register("page", columns)
    posts.connection.execute(f"INSERT INTO posts SELECT {fields} FROM page")
    posts.connection.unregister("page")


def _cell(value: object) -> str | None:
    """Lists travel as JSON, numbers as text: all columns of a page are of one type."""
    if isinstance(value, list):
        return json.dumps([item for item in value if item is not None])
    return None if value is None else str(value)


def _typed(name: str) -> str:
    if name == "time":
        return "CAST(time AS TIMESTAMPTZ) AT TIME ZONE 'UTC'"
    if name in LISTS:
        return f"CAST(CAST({name} AS JSON) AS VARCHAR[])"
    return f"CAST({name} AS {COLUMNS[name]})"
