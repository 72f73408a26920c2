"""Compiled loops over shares: who else had the object within the window, without forming pairs.

Shares are sorted by object and time, so that the window of each is a run of its neighbours, found
by two pointers that only move forward. A run is then read for the channels in it, not for its
shares: of one channel only the first share in the window counts, which is the one whose previous
share of the same object and channel lies before the window (Muthukrishnan, "Efficient algorithms
for document retrieval problems", SODA 2002). Blocks without such a share are stepped over.
Channels are taken one by one, with a counter for every other channel: row by row, as Gustavson
("Two fast algorithms for sparse matrices", TOMS 1978) multiplies sparse matrices.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.amplification.compiled import compiled

Ints: TypeAlias = NDArray[np.int32]
Longs: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

BLOCK = 64
# Sorting a few channels is faster than looking at all for those that were met; of more it is not.
DENSE = 32


@compiled
def find_windows(objects: Longs, time: Longs, window: int, backward: bool) -> tuple[Ints, Ints]:
    """For each share the first one within `window` before it, and the first one beyond after it.

    With `backward` the window ends before the share: only what is earlier lies in it.
    """
    begin = np.empty(len(time), np.int32)
    end = np.empty(len(time), np.int32)
    for o in range(len(objects) - 1):
        low = high = objects[o]
        for i in range(objects[o], objects[o + 1]):
            while time[i] - time[low] > window:
                low += 1
            while high < objects[o + 1] and (
                time[high] < time[i] if backward else time[high] - time[i] <= window
            ):
                high += 1
            begin[i], end[i] = low, high
    return begin, end


@compiled
def find_previous(objects: Longs, channel: Ints, channels: int) -> Ints:
    """For each share the one before it of the same object by the same channel, or -1."""
    previous = np.empty(len(channel), np.int32)
    last = np.full(channels, -1, np.int32)
    for o in range(len(objects) - 1):
        for i in range(objects[o], objects[o + 1]):
            before = last[channel[i]]
            previous[i] = before if before >= objects[o] else -1
            last[channel[i]] = i
    return previous


@compiled
def find_repeats(begin: Ints, previous: Ints) -> Flags:
    """Whether the same channel has another share of the object within the window of each."""
    repeats = np.zeros(len(begin), np.bool_)
    for i in range(len(begin)):
        if previous[i] >= begin[i]:
            repeats[i] = True
            repeats[previous[i]] = True
    return repeats


@compiled
def find_least(previous: Ints) -> Ints:
    """The least item of every whole block."""
    least = np.empty(len(previous) // BLOCK, np.int32)
    for block in range(len(least)):
        least[block] = previous[block * BLOCK : (block + 1) * BLOCK].min()
    return least


@compiled
def group_by(keys: Ints, kinds: int) -> tuple[Ints, Longs]:
    """Places sorted by key, in their order within each, by counting; and where each key begins."""
    begins = np.zeros(kinds + 1, np.int64)
    for key in keys:
        begins[key + 1] += 1
    for k in range(kinds):
        begins[k + 1] += begins[k]
    free = begins.copy()
    order = np.empty(len(keys), np.int32)
    for i in range(len(keys)):
        order[free[keys[i]]] = i
        free[keys[i]] += 1
    return order, begins


@compiled
def order_by(first: Ints, second: Ints, firsts: int, seconds: int) -> tuple[Ints, Longs]:
    """Places sorted by `first`, then `second`; and where each `first` begins."""
    by_second, _ = group_by(second, seconds)
    by_both, begins = group_by(first[by_second], firsts)
    return by_second[by_both], begins


@compiled
def count_edges(
    order: Ints,
    begins: Longs,
    channel: Ints,
    post: Ints,
    time: Longs,
    begin: Ints,
    end: Ints,
    previous: Ints,
    least: Ints,
    repeats: Flags,
    lowest: int,
    highest: int,
    min_weight: int,
    loops: bool,
) -> tuple[Ints, Ints, Longs, Longs, Longs]:
    """Edges of the channels from `lowest` to `highest`: source, target, weight, first, last.

    The weight is the number of the source's posts that have a share of the target in a window of
    theirs; `first` and `last` are the times of the earliest and latest of those posts. Edges come
    sorted by source and target.
    """
    channels = len(begins) - 1
    weight = np.zeros(channels, np.int64)
    first = np.zeros(channels, np.int64)
    last = np.zeros(channels, np.int64)
    stamp = np.full(channels, -1, np.int32)
    touched = np.empty(channels, np.int32)
    room = 1024
    sources, targets = np.empty(room, np.int32), np.empty(room, np.int32)
    weights, firsts = np.empty(room, np.int64), np.empty(room, np.int64)
    lasts = np.empty(room, np.int64)
    edges = 0
    for a in range(lowest, highest):
        count = 0
        for k in range(begins[a], begins[a + 1]):
            i = order[k]
            low, j, t, p = begin[i], begin[i], time[i], post[i]
            while j < end[i]:
                if j % BLOCK == 0 and j + BLOCK <= end[i] and least[j // BLOCK] >= low:
                    j += BLOCK
                    continue
                b = channel[j]
                if previous[j] < low and stamp[b] != p and (b != a or (loops and repeats[i])):
                    stamp[b] = p
                    if weight[b] == 0:
                        touched[count] = b
                        count += 1
                        first[b] = last[b] = t
                    weight[b] += 1
                    first[b] = min(first[b], t)
                    last[b] = max(last[b], t)
                j += 1
        if count < channels // DENSE:
            found = np.sort(touched[:count])
        else:
            found = np.flatnonzero(weight).astype(np.int32)
        while edges + count > room:
            sources = np.concatenate((sources, np.empty(room, np.int32)))
            targets = np.concatenate((targets, np.empty(room, np.int32)))
            weights = np.concatenate((weights, np.empty(room, np.int64)))
            firsts = np.concatenate((firsts, np.empty(room, np.int64)))
            lasts = np.concatenate((lasts, np.empty(room, np.int64)))
            room *= 2
        for b in found:
            if weight[b] >= min_weight:
                sources[edges], targets[edges], weights[edges] = a, b, weight[b]
                firsts[edges], lasts[edges] = first[b], last[b]
                edges += 1
            weight[b] = 0
            stamp[b] = -1
    return sources[:edges], targets[:edges], weights[:edges], firsts[:edges], lasts[:edges]
