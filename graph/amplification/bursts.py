"""When a stream of posts quickens: the bursts of Kleinberg's automaton.

Kleinberg, "Bursty and hierarchical structure in streams" (KDD 2002): the gaps between posts are as
if drawn from exponential distributions, in state 0 with the mean gap of the whole stream and in
state i with gaps `scale`^i times shorter. Going up a state costs `cost` * ln n, going down nothing;
the cheapest sequence of states is found by dynamic programming. A burst of level i is a run of gaps
in state i or higher.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Burst:
    """A run of posts that came faster: its level, its first and last time, and how many."""

    level: int
    begin: int
    end: int
    posts: int


def bursts(
    times: Sequence[int], *, scale: float = 2.0, cost: float = 1.0, levels: int = 6
) -> list[Burst]:
    """The bursts of posts at `times`, which are sorted, by begin and level; `levels` at most.

    Posts of one moment are a thousandth of the mean gap apart, since no gap may be nothing.
    """
    if len(times) < 3 or times[-1] == times[0]:
        return []
    gaps = np.diff(np.asarray(times, dtype=np.float64))
    mean = float(gaps.mean())
    states = cheapest_states(
        np.maximum(gaps, mean / 1_000), mean, scale=scale, cost=cost, levels=levels
    )
    found = [
        Burst(level, int(times[low]), int(times[high]), high - low + 1)
        for level in range(1, int(states.max(initial=0)) + 1)
        for low, high in _runs(states >= level)
    ]
    return sorted(found, key=lambda burst: (burst.begin, burst.level, burst.end))


def cheapest_states(
    gaps: NDArray[np.float64], mean: float, *, scale: float, cost: float, levels: int
) -> NDArray[np.int64]:
    """The state of each gap in the sequence of states that costs least."""
    rates = scale ** np.arange(levels + 1) / mean
    steps = np.arange(levels + 1)
    rise = np.maximum(steps[None, :] - steps[:, None], 0) * cost * math.log(len(gaps))
    best = np.full(levels + 1, np.inf)
    best[0] = 0.0
    came = np.zeros((len(gaps), levels + 1), np.int64)
    for place, gap in enumerate(gaps):
        through = best[:, None] + rise
        came[place] = through.argmin(axis=0)
        best = through.min(axis=0) + rates * gap - np.log(rates)
    states = np.empty(len(gaps), np.int64)
    state = int(best.argmin())
    for place in range(len(gaps) - 1, -1, -1):
        states[place] = state
        state = int(came[place, state])
    return states


def _runs(inside: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Runs of gaps as the places of the posts at their ends."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], inside.view(np.int8), [0]))))
    for low, high in zip(edges[::2], edges[1::2], strict=True):
        yield int(low), int(high)
