"""Is the weight of an edge more than chance? A null model that keeps activity and popularity.

Every post keeps its objects and its time, every channel the number of its posts; which post is
whose is drawn at random (a permutation of the channels over the posts). So popular objects stay
popular at the same moments and busy channels stay busy, and only who shares with whom is chance.

For one post of A, the chance that B has at least one of the n other posts in its windows is
hypergeometric: 1 - C(N-1-k, n) / C(N-1, n), with N posts in all and k of B. Averaged over all the
places where A's post could be, it is the p of a binomial with as many trials as A has posts, and
the p-value is that of a weight as large or larger. That trials are independent is an approximation:
`tests/unit/test_significance.py` compares it with permutations drawn. Posts in several windows of
one post are counted in each, which makes p-values larger, never smaller.

What the model does not keep is the time of day of each channel, so channels that wake at the same
hour look a little more alike than chance. The p-values of all ordered pairs of channels are
adjusted together (Benjamini and Hochberg, "Controlling the false discovery rate", JRSS B 57, 1995):
an adjusted value of 0.01 means that of all edges at least as clear, about one in a hundred would
be chance.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from graph.amplification.compiled import compiled
from graph.amplification.coshare import Windows
from graph.amplification.network import Edges, tally
from graph.amplification.windows import Longs

Floats = NDArray[np.float64]


@compiled
def presence(activity: Longs, sizes: Longs, counts: Longs, posts: int) -> Floats:
    """For a channel with so many posts, the chance to be in the windows of a post at random.

    `sizes` are the different numbers of other posts in windows, `counts` how many posts have each.
    """
    chance = np.zeros(len(activity), np.float64)
    others = posts - 1
    for a in range(len(activity)):
        k = activity[a]
        for s in range(len(sizes)):
            n = sizes[s]
            if n + k > others:
                chance[a] += counts[s]
                continue
            none = (
                math.lgamma(others - k + 1.0)
                + math.lgamma(others - n + 1.0)
                - math.lgamma(others + 1.0)
                - math.lgamma(others - k - n + 1.0)
            )
            chance[a] -= counts[s] * math.expm1(none)
        chance[a] /= posts
    return chance


@compiled
def binomial_tails(trials: Longs, chance: Floats, least: Longs) -> Floats:
    """The chance of at least `least` successes in `trials`, item by item."""
    tails = np.ones(len(trials), np.float64)
    for i in range(len(trials)):
        n, p, k = trials[i], chance[i], least[i]
        if k <= 0 or p >= 1.0:
            continue
        if p <= 0.0:
            tails[i] = 0.0
            continue
        # Sum from the end that is the smaller part, so that nothing is lost to rounding.
        upper = k > n * p
        term = math.exp(
            math.lgamma(n + 1.0) - math.lgamma(k + 1.0) - math.lgamma(n - k + 1.0)
            + k * math.log(p) + (n - k) * math.log1p(-p)
        )  # fmt: skip
        ratio, total = p / (1.0 - p), 0.0
        if upper:
            j = k
            while j <= n and term > total * 1e-17:
                total += term
                term *= (n - j) / (j + 1.0) * ratio
                j += 1
            tails[i] = min(total, 1.0)
        else:
            j = k
            while j > 0 and (total == 0.0 or term > total * 1e-17):
                term *= j / ((n - j + 1.0) * ratio)
                j -= 1
                total += term
            tails[i] = max(0.0, 1.0 - total)
    return tails


def adjusted(p_values: Floats, tests: int) -> Floats:
    """P-values after Benjamini and Hochberg among `tests` tests, of which the others gave 1."""
    values, place, counts = np.unique(p_values, return_inverse=True, return_counts=True)
    return _adjust(values, counts, tests)[place]


def _adjust(values: Floats, counts: Longs, tests: int) -> Floats:
    """The same of different p-values in ascending order that came up so many times each."""
    scaled = values * tests / np.cumsum(counts)
    return np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)


def chances(opened: Windows) -> Floats:
    """For each channel the chance to be in the windows of a post at random."""
    shares = opened.shares
    places = np.arange(len(shares.post))
    itself = (opened.begin <= places) & (places < opened.end)
    others = np.bincount(shares.post, opened.end - opened.begin - itself).astype(np.int64)
    seen = np.zeros(len(others), np.bool_)
    seen[shares.post] = True
    sizes, counts = np.unique(others[seen], return_counts=True)
    # Posts whose objects nobody else has lie in no window, so they add no chance to be met.
    kinds, kind = np.unique(shares.activity, return_inverse=True)
    return presence(kinds, sizes.astype(np.int64), counts.astype(np.int64), shares.posts)[kind]


def p_values(edges: Edges, activity: Longs, met: Floats) -> Floats:
    """The chance of a weight as large as that of each edge, under the null model.

    `activity` counts the posts of each channel, `met` is the chance to meet it (see `chances`).
    """
    return binomial_tails(activity[edges.source], met[edges.target], edges.weight)


def with_significance(parts: Callable[[], Iterable[Edges]], opened: Windows) -> Iterator[Edges]:
    """The parts of a network with the adjusted p-value of each edge as the measure `significance`.

    All edges are adjusted together, so `parts` is asked for them twice, and what is held meanwhile
    is how often each p-value came up. Edges left out for their weight count among the tests as if
    they had shown nothing, which makes the values of the others larger, never smaller. An edge of a
    channel to itself has 1.
    """
    channels = len(opened.shares.names)
    met = chances(opened)

    def values_of(edges: Edges) -> Floats:
        found = p_values(edges, opened.shares.activity, met)
        return np.where(edges.source == edges.target, 1.0, found)

    values, counts = tally(map(values_of, parts()))
    final = _adjust(values, counts, max(1, channels * (channels - 1)))
    for edges in parts():
        significance = final[np.searchsorted(values, values_of(edges))]
        yield replace(edges, measures={**edges.measures, "significance": significance})
