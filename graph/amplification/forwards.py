"""The rule "forwards": whose posts a channel forwards, how often, and is that more than chance?

Directed: the weight of A to B is the number of A's posts that forward a post of B, or something of
B whose post is not known. With a window, only forwards count whose original is in the table and not
older than that. The null model keeps how much A forwards, how often B is forwarded and how old each
forward is: each of A's forwards, of whatever age, is drawn from all forwards of channels other than
A, so that the weight, those of B that count, is binomial. Were it drawn from forwards within the
window alone, a network that only one group is quick in would have nothing to compare it with.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from graph.amplification.network import Edges
from graph.amplification.posts import Posts
from graph.amplification.significance import adjusted, binomial_tails

RULE = "forwards/1"

_FORWARDS = (
    "CREATE OR REPLACE TEMP TABLE forwards AS SELECT p.rowid AS post, p.channel AS source, "
    "coalesce(o.channel, p.forward_from) AS target, p.time, o.rowid AS original, "
    "$window IS NULL OR coalesce(epoch_us(p.time) - epoch_us(o.time) BETWEEN 0 AND $window, false) "
    "AS counts FROM posts AS p LEFT JOIN posts AS o ON o.id = p.forward_of "
    "WHERE target IS NOT NULL AND target <> source"
)
_EVERY = "SELECT source, target, count(*) FROM forwards GROUP BY source, target"


@dataclass(frozen=True, slots=True)
class Forwards:
    """The network, and for each edge the rows of its posts and of their originals, by time.

    An original that is not in the table is -1. Rows are capped, the weight is the true count.
    """

    edges: Edges
    posts: tuple[NDArray[np.int64], ...]
    originals: tuple[NDArray[np.int64], ...]


def forwards(
    posts: Posts, *, window: int | None, min_weight: int, significance: bool, cap: int
) -> Forwards:
    """Apply the rule; `window` is in microseconds."""
    posts.connection.execute(_FORWARDS, {"window": window})
    rows = posts.rows(
        "SELECT source, target, count(*), epoch_us(min(time)), epoch_us(max(time)), "
        f"list(post ORDER BY time, post)[:{cap}], "
        f"list(coalesce(original, -1) ORDER BY time, post)[:{cap}] "
        "FROM forwards WHERE counts GROUP BY source, target ORDER BY source, target"
    )
    every = posts.rows(_EVERY)
    posts.connection.execute("DROP TABLE forwards")
    names = tuple(sorted({name for row in every for name in row[:2]}))
    code = {name: place for place, name in enumerate(names)}
    edges = Edges(
        names,
        np.array([code[row[0]] for row in rows], np.int32),
        np.array([code[row[1]] for row in rows], np.int32),
        np.array([row[2] for row in rows], np.int64),
        np.array([row[3] for row in rows], np.int64),
        np.array([row[4] for row in rows], np.int64),
    )
    if significance:
        source, target = (np.array([code[row[end]] for row in every], np.int32) for end in (0, 1))
        counts = np.array([row[2] for row in every], np.int64)
        edges = _with_significance(edges, source, target, counts)
    kept = edges.weight >= min_weight
    behind = (
        tuple(np.array(row[column]) for row, stays in zip(rows, kept, strict=True) if stays)
        for column in (5, 6)
    )
    return Forwards(edges.where(kept), *behind)


def _with_significance(
    edges: Edges, source: NDArray[np.int32], target: NDArray[np.int32], counts: NDArray[np.int64]
) -> Edges:
    """The edges against chance; the arrays hold how often who forwards whom, at whatever age."""
    channels = len(edges.names)
    given = np.bincount(source, counts, channels).astype(np.int64)
    taken = np.bincount(target, counts, channels)
    within = np.bincount(edges.target, edges.weight, channels)
    pool = counts.sum() - taken[edges.source]
    chance = np.minimum(within[edges.target] / np.maximum(pool, 1.0), 1.0)
    values = binomial_tails(given[edges.source], chance, edges.weight)
    tests = max(1, channels * (channels - 1))
    return replace(edges, measures={**edges.measures, "significance": adjusted(values, tests)})
