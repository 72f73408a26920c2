"""Compiled loops for rules that count pairs of shares; pairs are counted where they lie."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from graph.amplification.compiled import compiled
from graph.amplification.windows import Flags, Ints, Longs

Floats = NDArray[np.float64]


@compiled
def find_paired(
    channel: Ints,
    post: Ints,
    time: Longs,
    begin: Ints,
    end: Ints,
    active: Flags,
    kept: Flags,
    nearest: int,
    loops: bool,
) -> Flags:
    """Which posts are in a pair of active shares at most `nearest` apart, one of them kept."""
    paired = np.zeros(len(kept), np.bool_)
    for i in range(len(channel)):
        if not active[i] or paired[post[i]]:
            continue
        for j in range(begin[i], end[i]):
            if (
                j != i
                and active[j]
                and abs(time[j] - time[i]) <= nearest
                and (loops or (channel[j] != channel[i] and post[j] != post[i]))
                and (kept[post[i]] or kept[post[j]])
            ):
                paired[post[i]] = True
                break
    return paired


@compiled
def count_pairs(
    order: Ints,
    begins: Longs,
    channel: Ints,
    post: Ints,
    time: Longs,
    begin: Ints,
    end: Ints,
    active: Flags,
    kept: Flags,
    kept_fast: Flags,
    fast: int,
    loops: bool,
    lowest: int,
    highest: int,
) -> tuple[Ints, Ints, Longs, Longs, Longs, Longs, Longs, Longs, Longs]:
    """The edges of the channels from `lowest` to `highest` with themselves and those behind them.

    Sorted: source, target, pairs, fast pairs, the posts of each in them, the sum of time
    differences, and the times of the first and last share.
    """
    channels = len(begins) - 1
    pairs = np.zeros((6, channels), np.int64)
    first = np.zeros(channels, np.int64)
    stamp = np.full(channels, -1, np.int32)
    seen = np.full(len(kept), -1, np.int32)
    touched = np.empty(channels, np.int32)
    room = 1024
    ends = np.empty((2, room), np.int32)
    found = np.empty((7, room), np.int64)
    edges = 0
    for a in range(lowest, highest):
        count = 0
        for k in range(begins[a], begins[a + 1]):
            i = order[k]
            if not active[i]:
                continue
            for j in range(begin[i], end[i]):
                b = channel[j]
                if b < a or j == i or not active[j] or not (kept[post[i]] or kept[post[j]]):
                    continue
                # Each pair of one channel with itself is met from both sides.
                if b == a and (not loops or j < i):
                    continue
                if not loops and post[j] == post[i]:
                    continue
                if pairs[0, b] == 0:
                    touched[count] = b
                    count += 1
                    first[b] = pairs[5, b] = time[i]
                apart = abs(time[j] - time[i])
                pairs[0, b] += 1
                if apart <= fast and (kept_fast[post[i]] or kept_fast[post[j]]):
                    pairs[1, b] += 1
                if stamp[b] != post[i]:
                    stamp[b] = post[i]
                    pairs[2, b] += 1
                if seen[post[j]] != a:
                    seen[post[j]] = a
                    pairs[3, b] += 1
                pairs[4, b] += apart
                first[b] = min(first[b], time[i], time[j])
                pairs[5, b] = max(pairs[5, b], time[i], time[j])
        while edges + count > room:
            ends = np.concatenate((ends, np.empty((2, room), np.int32)), axis=1)
            found = np.concatenate((found, np.empty((7, room), np.int64)), axis=1)
            room *= 2
        for b in np.sort(touched[:count]):
            ends[0, edges], ends[1, edges] = a, b
            if b == a:
                pairs[3, b] = pairs[2, b]
            for column in range(5):
                found[column, edges] = pairs[column, b]
            found[5, edges], found[6, edges] = first[b], pairs[5, b]
            edges += 1
            pairs[:, b] = 0
            stamp[b] = -1
    return (
        ends[0, :edges], ends[1, :edges], found[0, :edges], found[1, :edges],
        found[2, :edges], found[3, :edges], found[4, :edges], found[5, :edges], found[6, :edges],
    )  # fmt: skip


@compiled
def find_objects(
    objects: Longs,
    channel: Ints,
    post: Ints,
    end: Ints,
    active: Flags,
    kept: Flags,
    loops: bool,
) -> int:
    """How many objects have a pair of active shares, one of them kept."""
    count = 0
    for o in range(len(objects) - 1):
        found = False
        for i in range(objects[o], objects[o + 1]):
            if found or not active[i]:
                continue
            for j in range(i + 1, end[i]):
                differ = channel[j] != channel[i] and post[j] != post[i]
                if active[j] and (loops or differ) and (kept[post[i]] or kept[post[j]]):
                    found = True
                    break
        count += found
    return count
