"""Compiled joins of sets by Jaccard similarity: exact, by prefixes, into groups and not into pairs.

Two sets can only be as similar as asked if they share one of their rarest members: of a set of n,
one of the n - ceil(t n) + 1 rarest (Bayardo, Ma and Srikant, "Scaling up all pairs similarity
search", WWW 2007), and by their places the most they can share is known early (Xiao, Wang, Lin and
Yu, "Efficient similarity joins for near duplicate detection", WWW 2008). Nothing is left to chance,
so no similar pair is missed. What is kept is a forest: a pair is only recorded where it joins two
groups that were apart, so a thousand variants of one text give 999 pairs.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from graph.amplification.compiled import compiled
from graph.amplification.windows import Ints, Longs

# Less than any two different values of a similarity are apart, more than rounding adds.
_ROUNDING = 1e-9


@compiled
def hash_sets(starts: Longs, members: Ints) -> NDArray[np.uint64]:
    """A hash of each set, whose members are sorted (FNV-1a over 32-bit members)."""
    hashes = np.empty(len(starts) - 1, np.uint64)
    for s in range(len(starts) - 1):
        found = np.uint64(14695981039346656037)
        for k in range(starts[s], starts[s + 1]):
            found = (found ^ np.uint64(members[k])) * np.uint64(1099511628211)
        hashes[s] = found
    return hashes


@compiled
def find_copies(starts: Longs, members: Ints, order: Longs, hashes: NDArray[np.uint64]) -> Ints:
    """For each set the first one with the same members; `order` sorts by hash, then place."""
    first = np.arange(len(starts) - 1).astype(np.int32)
    head = 0
    for k in range(1, len(order)):
        a, b = order[head], order[k]
        size = starts[a + 1] - starts[a]
        same = hashes[a] == hashes[b] and size == starts[b + 1] - starts[b]
        for m in range(size):
            if not same:
                break
            same = members[starts[a] + m] == members[starts[b] + m]
        if same:
            first[b] = a
        else:
            head = k
    return first


@compiled
def _root(parent: Ints, place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place


@compiled
def _overlap(members: Ints, i: int, i_end: int, j: int, j_end: int, needed: int) -> int:
    """How many members two sorted runs share; -1 as soon as it cannot be `needed` any more."""
    found = 0
    while i < i_end and j < j_end:
        if found + min(i_end - i, j_end - j) < needed:
            return -1
        if members[i] == members[j]:
            found += 1
            i += 1
            j += 1
        elif members[i] < members[j]:
            i += 1
        else:
            j += 1
    return found if found >= needed else -1


@compiled
def join_sets(
    starts: Longs, members: Ints, order: Ints, universe: int, threshold: float
) -> tuple[Ints, Ints, Ints, NDArray[np.float64]]:
    """Groups of sets chained by similarities of at least `threshold`, and the pairs that join them.

    `order` names the sets to look at by size; members are sorted within a set, the rarest first.
    Returns the least set of the group of each, and left, right and similarity of each pair.
    """
    parent = np.arange(len(starts) - 1).astype(np.int32)
    # One list of sets for each member that is in the indexed prefix of some, laid end to end.
    room = np.zeros(universe + 1, np.int64)
    for s in order:
        size = starts[s + 1] - starts[s]
        indexed = size - math.ceil(2 * threshold / (1 + threshold) * size - _ROUNDING) + 1
        for k in range(starts[s], starts[s] + indexed):
            room[members[k] + 1] += 1
    for m in range(universe):
        room[m + 1] += room[m]
    front, fill = room[:-1].copy(), room[:-1].copy()
    listed = np.empty(room[-1], np.int32)
    place = np.empty(room[-1], np.int32)
    seen = np.zeros(len(starts) - 1, np.int32)
    touched = np.empty(len(starts) - 1, np.int32)
    left, right = np.empty(len(order), np.int32), np.empty(len(order), np.int32)
    score = np.empty(len(order), np.float64)
    pairs = 0
    for s in order:
        begin, size = starts[s], starts[s + 1] - starts[s]
        least = math.ceil(threshold * size - _ROUNDING)
        count = 0
        for p in range(size - least + 1):
            member = members[begin + p]
            # Lists are by size, and sizes only grow: what is too small now stays too small.
            while front[member] < fill[member]:
                other = listed[front[member]]
                if starts[other + 1] - starts[other] >= least:
                    break
                front[member] += 1
            for k in range(front[member], fill[member]):
                other = listed[k]
                if seen[other] < 0:
                    continue
                there = starts[other + 1] - starts[other]
                needed = math.ceil(threshold / (1 + threshold) * (size + there) - _ROUNDING)
                if seen[other] == 0:
                    touched[count] = other
                    count += 1
                rest = min(size - p - 1, there - place[k] - 1)
                seen[other] = seen[other] + 1 if seen[other] + 1 + rest >= needed else -1
        for t in range(count):
            other = touched[t]
            promising = seen[other] > 0
            seen[other] = 0
            if not promising:
                continue
            a, b = _root(parent, s), _root(parent, other)
            if a == b:
                continue
            there = starts[other + 1] - starts[other]
            needed = math.ceil(threshold / (1 + threshold) * (size + there) - _ROUNDING)
            common = _overlap(
                members, begin, starts[s + 1], starts[other], starts[other + 1], needed
            )
            if common >= 0:
                parent[max(a, b)] = min(a, b)
                left[pairs], right[pairs] = min(s, other), max(s, other)
                score[pairs] = common / (size + there - common)
                pairs += 1
        indexed = size - math.ceil(2 * threshold / (1 + threshold) * size - _ROUNDING) + 1
        for p in range(indexed):
            member = members[begin + p]
            listed[fill[member]], place[fill[member]] = s, p
            fill[member] += 1
    for s in range(len(parent)):
        parent[s] = _root(parent, s)
    return parent, left[:pairs], right[:pairs], score[:pairs]
