"""The co-share rule as one join in DuckDB, where little lies in windows.

A channel is present at an object for a window before and after each of its shares, and moments
that meet are one span. So a post lies in one span of another channel at most, and counts once
however often that channel shared the object: as the sliding window of `coshare` counts, pair by
pair of a post and a channel. That one is faster with much; but its compiled code takes longer to
load than this join takes for little, and seconds to compile when first used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from graph.amplification.share_table import ShareTable

if TYPE_CHECKING:
    from graph.amplification.network import Edges

# Beyond so many the join takes longer than compiled code does with its loading.
MOST_SHARES = 400_000
# Posts beside each other in one stretch of time, squared and summed: a second's work or less.
MOST_PAIRS = 8_000_000


@dataclass(frozen=True, slots=True)
class EdgeQuery:
    """A network that DuckDB has yet to find, for as long as its shares are looked at.

    `sql` gives source, target, weight, first and last, as those of `Edges` and in their order, so
    that DuckDB can write them where it finds them.
    """

    table: ShareTable
    sql: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names of channels, which source and target index."""
        return self.table.names

    def fetch(self) -> Edges:
        """The network itself."""
        import numpy as np

        from graph.amplification.network import Edges

        found = self.table.posts.arrays(self.sql)
        return Edges(
            self.table.names,
            source=np.asarray(found["source"], dtype=np.int32),
            target=np.asarray(found["target"], dtype=np.int32),
            weight=np.asarray(found["weight"], dtype=np.int64),
            first=np.asarray(found["first"], dtype=np.int64),
            last=np.asarray(found["last"], dtype=np.int64),
        )


Part: TypeAlias = "Edges | EdgeQuery"
"""Of a network, what whoever writes it is given at a time."""


def fetched(part: Part) -> Edges:
    """A part as arrays."""
    return part.fetch() if isinstance(part, EdgeQuery) else part


def is_sparse(table: ShareTable, window: int) -> bool:
    """Whether there are few shares, and few enough of one object close together, for a join."""
    [(shares,)] = table.posts.rows("SELECT count(*) FROM shares")
    if shares > MOST_SHARES:
        return False
    [(pairs,)] = table.posts.rows(
        "SELECT coalesce(sum(n * n), 0) FROM "
        f"(SELECT count(*) AS n FROM shares GROUP BY object, time // {_stretch(window)})"
    )
    return bool(pairs <= MOST_PAIRS)


def join_edges(
    table: ShareTable, window: int, *, backward: bool = False, min_weight: int = 1
) -> EdgeQuery:
    """The network that `coshare.count` finds without loops; `window` is in microseconds.

    With `backward` only what another channel shared before, by at most the window, counts.
    """
    # A share at t meets what lies from t - before to t + after.
    before, after, stretch = (-1 if backward else window), window, _stretch(window)
    counted = "count(DISTINCT post.post)" if table.several else "count(*)"
    sql = (
        "WITH opened AS (SELECT object, channel, time, coalesce(time - lag(time) OVER earlier > "
        f"{before + after + 1}, true) AS opens FROM shares "
        "WINDOW earlier AS (PARTITION BY object, channel ORDER BY time)), "
        "numbered AS (SELECT object, channel, time, sum(opens::INTEGER) OVER "
        "(PARTITION BY object, channel ORDER BY time ROWS UNBOUNDED PRECEDING) AS span "
        "FROM opened), "
        f"spans AS (SELECT object, channel, min(time) - {before} AS low, max(time) + {after} "
        "AS high FROM numbered GROUP BY object, channel, span), "
        "present AS MATERIALIZED (SELECT object, channel, low, high, "
        f"unnest(range(low // {stretch}, high // {stretch} + 1)) AS stretch FROM spans) "
        "SELECT post.channel AS source, present.channel AS target, "
        f"{counted} AS weight, min(post.time) AS first, max(post.time) AS last "
        "FROM shares AS post JOIN present ON post.object = present.object "
        f"AND post.time // {stretch} = present.stretch "
        "WHERE post.time BETWEEN low AND high AND post.channel <> present.channel "
        f"GROUP BY source, target HAVING weight >= {min_weight} ORDER BY source, target"
    )
    return EdgeQuery(table, sql)


def _stretch(window: int) -> int:
    """Time is cut into stretches as long as the window, so that spans cover few of them."""
    return max(window, 1)
