"""The posts behind each edge of a network, at most so many: what a measure rests on can be read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.amplification.compiled import compiled
from graph.amplification.coshare import Windows
from graph.amplification.network import Edges
from graph.amplification.windows import Flags, Ints, Longs


@dataclass(frozen=True, slots=True)
class Evidence:
    """For each edge the rows of posts of its source and beside each the one of its target.

    `total` counts the source's posts behind each edge, of which those listed are the first by row.
    A row of -1 is a post that is not in the table.
    """

    total: NDArray[np.int64]
    posts: tuple[NDArray[np.int64], ...]
    partners: tuple[NDArray[np.int64], ...]


@compiled
def collect(
    order: Ints,
    begins: Longs,
    channel: Ints,
    post: Ints,
    begin: Ints,
    end: Ints,
    active: Flags,
    kept: Flags,
    source: Ints,
    target: Ints,
    cap: int,
) -> tuple[Longs, Ints, Ints]:
    """Per edge how many posts of the source count, and up to `cap` of them with a partner each.

    Edges are sorted by source. Of several partners of a post the first in the window is taken.
    """
    total = np.zeros(len(source), np.int64)
    posts = np.full((len(source), cap), -1, np.int32)
    partners = np.full((len(source), cap), -1, np.int32)
    slot = np.full(len(begins) - 1, -1, np.int64)
    stamp = np.full(len(begins) - 1, -1, np.int32)
    low = 0
    while low < len(source):
        a, high = source[low], low
        while high < len(source) and source[high] == a:
            slot[target[high]] = high
            stamp[target[high]] = -1
            high += 1
        for k in range(begins[a], begins[a + 1]):
            i = order[k]
            if not active[i]:
                continue
            for j in range(begin[i], end[i]):
                e = slot[channel[j]]
                if e < 0 or j == i or not active[j] or stamp[channel[j]] == post[i]:
                    continue
                if not (kept[post[i]] or kept[post[j]]):
                    continue
                stamp[channel[j]] = post[i]
                if total[e] < cap:
                    posts[e, total[e]], partners[e, total[e]] = post[i], post[j]
                total[e] += 1
        for e in range(low, high):
            slot[target[e]] = -1
        low = high
    return total, posts, partners


def find_evidence(
    edges: Edges,
    opened: Windows,
    *,
    cap: int,
    active: NDArray[np.bool_] | None = None,
    kept: NDArray[np.bool_] | None = None,
) -> Evidence:
    """The posts behind edges that were counted in these windows; see `coortweet` for the rest."""
    shares = opened.shares
    total, posts, partners = collect(
        opened.order, opened.begins, shares.channel, shares.post, opened.begin, opened.end,
        np.ones(len(shares.post), np.bool_) if active is None else active,
        np.ones(int(shares.post.max(initial=-1)) + 1, np.bool_) if kept is None else kept,
        edges.source, edges.target, cap,
    )  # fmt: skip
    counts = np.minimum(total, cap)
    return Evidence(total, _cut(posts, counts), _cut(partners, counts))


def _cut(rows: NDArray[np.int32], counts: NDArray[np.int64]) -> tuple[NDArray[np.int64], ...]:
    return tuple(row[:count].astype(np.int64) for row, count in zip(rows, counts, strict=True))
