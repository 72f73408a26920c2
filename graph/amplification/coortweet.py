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

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.amplification import pairs
from graph.amplification.coshare import Windows, open_windows
from graph.amplification.network import Edges
from graph.amplification.shares import Shares

RULE = "CooRTweet/1"


@dataclass(frozen=True, slots=True)
class CooRTweet:
    """What the rule found.

    `edges` have each pair of accounts once, the first in order as source, with the measures
    `symmetry` (the smaller share of posts behind the edge over the larger), `source_posts`,
    `target_posts`, `seconds_apart` on average, `weight_fast` (pairs within the narrower window) and
    `strong` (whether the weight exceeds the percentile asked for). `pairs` and `objects` count what
    is behind them all. Only `active` shares are in pairs, and of each pair one post is `kept`.
    """

    edges: Edges
    pairs: int
    objects: int
    opened: Windows
    active: NDArray[np.bool_]
    kept: NDArray[np.bool_]


def coortweet(
    shares: Shares,
    *,
    window: int,
    min_participation: int = 2,
    fast: int | None = None,
    loops: bool = False,
    percentile: float = 0.5,
) -> CooRTweet:
    """Apply the rule; `shares` must hold every share, `window` and `fast` are microseconds.

    `loops` keeps pairs of one account, and of a post with itself as its own object.
    """
    opened = open_windows(shares, window)
    rows = np.bincount(shares.channel, minlength=len(shares.names))
    often = rows[shares.channel] >= min_participation
    active = often if loops else often & ~shares.own
    every = np.ones(int(shares.post.max(initial=-1)) + 1, np.bool_)
    kept = _participating(opened, often, active, every, window, min_participation, loops=loops)
    nearest = window if fast is None else fast
    kept_fast = _participating(opened, often, active, kept, nearest, min_participation, loops=loops)
    source, target, weight, fast_pairs, posts, apart, first, last = pairs.count_pairs(
        opened.order, opened.begins, shares.channel, shares.post, shares.time,
        opened.begin, opened.end, active, kept, kept_fast, nearest, loops,
    )  # fmt: skip
    # The same edge from its other end, which the arrays hold too, sorted the other way round.
    other = np.lexsort((source, target))
    upward = source <= target
    posts_there = posts[other]
    most, least = np.maximum(posts, posts_there), np.minimum(posts, posts_there)
    limit = np.quantile(weight[upward], percentile) if upward.any() else 0.0
    edges = Edges(
        shares.names, source, target, weight,
        np.minimum(first, first[other]), np.maximum(last, last[other]),
        {
            "symmetry": least / most,
            "source_posts": posts,
            "target_posts": posts_there,
            "seconds_apart": apart / weight / 1e6,
            "strong": weight > limit,
        } | ({} if fast is None else {"weight_fast": fast_pairs}),
    ).where(upward)  # fmt: skip
    objects = pairs.find_objects(
        shares.objects, shares.channel, shares.post, opened.begin, opened.end, active, kept, loops
    )
    return CooRTweet(edges, int(edges.weight.sum()), objects, opened, active, kept)


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
