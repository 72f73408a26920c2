"""The co-share rule of coordination-network-toolkit 1.5.2, computed by a sliding window.

Directed: the weight of A to B is the number of different posts of A for which B has at least one
post on the same object with a time difference of at most the window, both ends included. The rule
is that of the SQL in the toolkit's compute_networks.py (QUT Digital Observatory, MIT licence).

The rule "follow" is the same with a window that looks back alone: the weight of A to B is the
number of A's posts for which B had a post on the same object before, by at most the window. It says
who came after whom, not who had it from whom.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from os import cpu_count

import numpy as np
from numpy.typing import NDArray

from graph.amplification import windows
from graph.amplification.network import Edges, joined
from graph.amplification.shares import Shares

RULE = "co-share/1"
FOLLOW = "follow/1"
# Enough parts for threads to end together, few enough for each to be worth its counters.
PARTS = 16


@dataclass(frozen=True, slots=True)
class Windows:
    """Shares with what the kernels need to know of the neighbours of each."""

    shares: Shares
    begin: NDArray[np.int32]
    end: NDArray[np.int32]
    previous: NDArray[np.int32]
    least: NDArray[np.int32]
    order: NDArray[np.int32]
    begins: NDArray[np.int64]


def open_windows(shares: Shares, window: int, *, backward: bool = False) -> Windows:
    """Lay a window of so many microseconds to both sides of every share, or before it alone."""
    channels = len(shares.names)
    posts = int(shares.post.max(initial=-1)) + 1
    begin, end = windows.find_windows(shares.objects, shares.time, window, backward)
    previous = windows.find_previous(shares.objects, shares.channel, channels)
    order, begins = windows.order_by(shares.channel, shares.post, channels, posts)
    return Windows(shares, begin, end, previous, windows.find_least(previous), order, begins)


def co_share(
    shares: Shares,
    *,
    window: int,
    min_weight: int = 1,
    loops: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Edges:
    """The co-share network for a window in microseconds.

    `loops` adds edges of a channel to itself, between two different posts; the toolkit's own
    option counts a post as its own partner as well. `progress` hears how many of how many parts
    are done.
    """
    return count(
        open_windows(shares, window), min_weight=min_weight, loops=loops, progress=progress
    )


def count(
    opened: Windows,
    *,
    min_weight: int = 1,
    loops: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Edges:
    """The co-share network of shares whose windows are laid already."""
    return joined(count_in_parts(opened, min_weight=min_weight, loops=loops, progress=progress))


def count_in_parts(
    opened: Windows,
    *,
    min_weight: int = 1,
    loops: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Edges]:
    """The same network in its order, part by part and at least one, so that none holds it whole."""
    shares = opened.shares
    repeats = windows.find_repeats(opened.begin, opened.previous)

    def part(low: int, high: int) -> Edges:
        found = windows.count_edges(
            opened.order, opened.begins, shares.channel, shares.post, shares.time,
            opened.begin, opened.end, opened.previous, opened.least, repeats,
            low, high, min_weight, loops,
        )  # fmt: skip
        return Edges(shares.names, *found)

    return in_parts(opened.begins, part, progress)


def in_parts(
    begins: NDArray[np.int64],
    part: Callable[[int, int], Edges],
    progress: Callable[[int, int], None] | None,
) -> Iterator[Edges]:
    """The edges of runs of channels in order, at least one, a few computed at a time by threads.

    `begins` is where the shares of each channel begin; `part` gives the edges of the channels from
    the first up to before the second.
    """
    bounds = deque(_parts(begins))
    parts, done, workers = len(bounds), 0, cpu_count() or 1
    running: deque[Future[Edges]] = deque()
    with ThreadPoolExecutor(max_workers=workers) as threads:
        while bounds or running:
            while bounds and len(running) <= workers:
                running.append(threads.submit(part, *bounds.popleft()))
            yield running.popleft().result()
            done += 1
            if progress is not None:
                progress(done, parts)


def _parts(begins: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Runs of channels with about as many shares each, in order; at least one."""
    channels = len(begins) - 1
    shares = np.linspace(0, begins[-1], PARTS + 1)
    edges = np.unique(np.concatenate(([0], np.searchsorted(begins, shares[1:-1]), [channels])))
    return [(int(low), int(high)) for low, high in pairwise(edges)] or [(0, channels)]
