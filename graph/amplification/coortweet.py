"""The rule of CooRTweet 2: pairs of shares close in time, by accounts that do it often enough.

Undirected: the weight of an edge is the number of pairs of shares of one object at most a window
apart. Accounts with fewer shares than the least participation are left out first; of the pairs,
those stay that have a share by an account with that many shares in pairs. Read from detect_groups,
flag_speed_share and generate_coordinated_network of CooRTweet (Righetti and Balluff, MIT licence);
the idea is that of Giglietto, Righetti, Rossi and Marino, "It takes a village to manipulate the
media", Information, Communication & Society 23(6), 2020. What each account contributed is counted
by account here, where CooRTweet counts by which share was older.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from graph.amplification import pairs
from graph.amplification.coshare import Windows, in_parts, open_windows
from graph.amplification.network import Edges, joined, tally
from graph.amplification.shares import Shares

RULE = "CooRTweet/1"


@dataclass(frozen=True, slots=True)
class Paired:
    """Shares with those that the rule pairs: only `active` ones, of each pair one post `kept`.

    `nearest` is the narrower window, or the window where none was asked for, and `kept_fast` are
    the posts kept for it. `loops` keeps pairs of one account.
    """

    opened: Windows
    active: NDArray[np.bool_]
    kept: NDArray[np.bool_]
    kept_fast: NDArray[np.bool_]
    nearest: int
    fast: bool
    loops: bool


@dataclass(frozen=True, slots=True)
class CooRTweet:
    """What the rule found; `pairs` and `objects` count what is behind all its edges."""

    edges: Edges
    pairs: int
    objects: int
    paired: Paired


def pair_up(
    shares: Shares,
    *,
    window: int,
    min_participation: int = 2,
    fast: int | None = None,
    loops: bool = False,
) -> Paired:
    """Choose the shares in pairs; `window` and `fast` are in microseconds.

    `shares` must hold every share. `loops` keeps pairs of one account, and of a post with itself as
    its own object.
    """
    opened = open_windows(shares, window)
    rows = np.bincount(shares.channel, minlength=len(shares.names))
    often = rows[shares.channel] >= min_participation
    active = often if loops else often & ~shares.own
    every = np.ones(int(shares.post.max(initial=-1)) + 1, np.bool_)
    kept = _participating(opened, often, active, every, window, min_participation, loops=loops)
    nearest = window if fast is None else fast
    kept_fast = _participating(opened, often, active, kept, nearest, min_participation, loops=loops)
    return Paired(opened, active, kept, kept_fast, nearest, fast is not None, loops)


def count_in_parts(
    paired: Paired, *, progress: Callable[[int, int], None] | None = None
) -> Iterator[Edges]:
    """Each pair of accounts once, the first in order as source, in parts and at least one.

    Its measures are `symmetry` (the smaller share of posts behind the edge over the larger),
    `source_posts`, `target_posts`, `seconds_apart` on average, and `weight_fast` (pairs within the
    narrower window) where one was asked for.
    """
    opened, shares = paired.opened, paired.opened.shares

    def part(low: int, high: int) -> Edges:
        source, target, weight, fast_pairs, posts, posts_there, apart, first, last = (
            pairs.count_pairs(
                opened.order, opened.begins, shares.channel, shares.post, shares.time,
                opened.begin, opened.end, paired.active, paired.kept, paired.kept_fast,
                paired.nearest, paired.loops, low, high,
            )
        )  # fmt: skip
        measures = {
            "symmetry": np.minimum(posts, posts_there) / np.maximum(posts, posts_there),
            "source_posts": posts,
            "target_posts": posts_there,
            "seconds_apart": apart / weight / 1e6,
        } | ({"weight_fast": fast_pairs} if paired.fast else {})
        return Edges(shares.names, source, target, weight, first, last, measures)

    return in_parts(opened.begins, part, progress)


def with_strong(
    parts: Callable[[], Iterable[Edges]], percentile: float, *, min_weight: int = 1
) -> Iterator[Edges]:
    """The parts with the measure `strong`, whether the weight exceeds the percentile of all.

    `parts` is asked for them twice, and what is held meanwhile is how often each weight came up.
    Edges below `min_weight` are left out afterwards.
    """
    limit = _quantile(*tally(part.weight.astype(np.float64) for part in parts()), percentile)
    for part in parts():
        strong = {"strong": part.weight > limit}
        found = replace(part, measures={**part.measures, **strong})
        yield found.where(found.weight >= min_weight)


def _quantile(values: NDArray[np.float64], counts: NDArray[np.int64], part: float) -> float:
    """The quantile of values that came up so often, between two of them in proportion."""
    if not len(values):
        return 0.0
    place = (counts.sum() - 1) * part
    around = [math.floor(place), math.ceil(place)]
    below, above = values[np.searchsorted(np.cumsum(counts), around, side="right")]
    return float(below + (above - below) * (place - around[0]))


def coortweet(
    shares: Shares,
    *,
    window: int,
    min_participation: int = 2,
    fast: int | None = None,
    loops: bool = False,
    percentile: float = 0.5,
) -> CooRTweet:
    """Apply the rule and hold the whole network; see `pair_up` and `with_strong`."""
    paired = pair_up(
        shares, window=window, min_participation=min_participation, fast=fast, loops=loops
    )
    held = list(count_in_parts(paired))
    edges = joined(with_strong(lambda: held, percentile))
    opened = paired.opened
    objects = pairs.find_objects(
        shares.objects, shares.channel, shares.post, opened.end,
        paired.active, paired.kept, paired.loops,
    )  # fmt: skip
    return CooRTweet(edges, int(edges.weight.sum()), objects, paired)


def _participating(
    opened: Windows,
    often: NDArray[np.bool_],
    active: NDArray[np.bool_],
    kept: NDArray[np.bool_],
    nearest: int,
    least: int,
    *,
    loops: bool,
) -> NDArray[np.bool_]:
    """The posts in pairs whose accounts have at least so many shares by posts in pairs."""
    shares = opened.shares
    paired = pairs.find_paired(
        shares.channel, shares.post, shares.time, opened.begin, opened.end,
        active, kept, nearest, loops,
    )  # fmt: skip
    counting = often & paired[shares.post]
    count = np.bincount(shares.channel[counting], minlength=len(shares.names))
    enough = np.zeros(len(kept), np.bool_)
    enough[shares.post[counting & (count[shares.channel] >= least)]] = True
    return enough
