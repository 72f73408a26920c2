"""The posts table: what every rule and measure of amplification reads, in DuckDB.

It holds what a pass needs and nothing else; the store stays the one truth, and a table is made
from it, or from a file, for one pass.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import duckdb

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Ids and texts as they came; `time` is UTC; `forward_of` and `reply_to` are ids of posts whether or
# not those are in the table; `links` are addresses, `claims` ids of claims; `channel_name` is what
# the channel calls itself, beside its id.
COLUMNS = {
    "id": "VARCHAR",
    "channel": "VARCHAR",
    "channel_name": "VARCHAR",
    "time": "TIMESTAMP",
    "text": "VARCHAR",
    "lang": "VARCHAR",
    "forward_of": "VARCHAR",
    "forward_from": "VARCHAR",
    "reply_to": "VARCHAR",
    "links": "VARCHAR[]",
    "claims": "VARCHAR[]",
    "views": "BIGINT",
}
CREATE = f"CREATE TABLE posts ({', '.join(f'{name} {type_}' for name, type_ in COLUMNS.items())})"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a pass looked at: how many posts of how many channels, from the first to the last."""

    posts: int
    channels: int
    first: datetime | None
    last: datetime | None

    def as_json(self) -> dict[str, object]:
        """The same for a JSON object."""
        return {
            "posts": self.posts,
            "channels": self.channels,
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
        }


@dataclass(frozen=True, slots=True)
class Posts:
    """An open posts table; the connection is for the modules of this package."""

    connection: duckdb.DuckDBPyConnection

    def coverage(self) -> Coverage:
        """How much there is."""
        posts, channels, first, last = self.rows(
            "SELECT count(*), count(DISTINCT channel), min(time), max(time) FROM posts"
        )[0]
        return Coverage(posts, channels, _utc(first), _utc(last))

    def rows(self, sql: str, parameters: object = None) -> list[tuple[Any, ...]]:
        """The rows of a statement."""
        return self.connection.execute(sql, parameters).fetchall()

    def arrays(self, sql: str, parameters: object = None) -> dict[str, NDArray[np.generic]]:
        """The columns of a statement as arrays."""
        return self.connection.execute(sql, parameters).fetchnumpy()


def _utc(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=UTC) if moment is not None else None


@contextmanager
def open_posts(*, memory: str = "2GB", threads: int | None = None) -> Iterator[Posts]:
    """An empty posts table that spills to a temporary folder beyond `memory`."""
    with tempfile.TemporaryDirectory(prefix="sayso-posts-") as folder:
        config: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": memory,
            "temp_directory": folder,
        }
        if threads is not None:
            config["threads"] = threads
        with duckdb.connect(config=config) as connection:
            # Times without a zone are read as UTC, and times with one are turned into it.
            connection.execute("SET TimeZone = 'UTC'")
            connection.execute(CREATE)
            yield Posts(connection)
