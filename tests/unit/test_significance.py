"""P-values are those that drawing from the null model gives, and are corrected for many tests."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray

from graph.amplification.coshare import co_share, count, count_in_parts, open_windows
from graph.amplification.network import joined
from graph.amplification.shares import Shares
from graph.amplification.significance import (
    adjusted,
    binomial_tails,
    chances,
    p_values,
    presence,
    with_significance,
)

CHANNELS, POSTS, OBJECTS, WINDOW = 12, 400, 40, 200


def random_shares(seed: int, *, copies: int = 0) -> Shares:
    """Posts on objects of unequal popularity; channel 9 follows channel 5 `copies` times."""
    chance = np.random.default_rng(seed)
    popularity = 1 / np.arange(1, OBJECTS + 1)
    objects = chance.choice(OBJECTS, POSTS, p=popularity / popularity.sum())
    activity = 1 / np.arange(1, CHANNELS + 1)
    channel = chance.choice(CHANNELS, POSTS, p=activity / activity.sum())
    time = chance.integers(0, 5_000, POSTS)
    leaders = np.flatnonzero(channel == 5)[:copies]
    objects = np.concatenate((objects, objects[leaders]))
    channel = np.concatenate((channel, np.full(len(leaders), 9)))
    time = np.concatenate((time, time[leaders] + 20))
    return arrange(channel, objects, time)


def arrange(
    channel: NDArray[np.int64], objects: NDArray[np.int64], time: NDArray[np.int64]
) -> Shares:
    order = np.lexsort((channel, time, objects))
    return Shares(
        names=tuple(f"{n:02}" for n in range(CHANNELS)),
        activity=np.bincount(channel, minlength=CHANNELS).astype(np.int64),
        channel=channel[order].astype(np.int32),
        post=np.arange(len(order), dtype=np.int32),
        time=time[order].astype(np.int64),
        objects=np.searchsorted(objects[order], np.arange(OBJECTS + 1)).astype(np.int64),
        own=np.zeros(len(order), np.bool_),
    )


def permuted(shares: Shares, seed: int) -> Shares:
    """The same posts, each with the channel of another one."""
    channel = np.random.default_rng(seed).permutation(shares.channel).astype(np.int64)
    objects = np.repeat(np.arange(OBJECTS), np.diff(shares.objects))
    return arrange(channel, objects, shares.time)


def test_the_mean_weight_is_that_of_permutations() -> None:
    shares = random_shares(1)
    total = np.zeros((CHANNELS, CHANNELS))
    for seed in range(400):
        edges = co_share(permuted(shares, seed), window=WINDOW)
        total[edges.source, edges.target] += edges.weight
    opened = open_windows(shares, WINDOW)
    others = (opened.end - opened.begin - 1).astype(np.int64)
    sizes, counts = np.unique(others, return_counts=True)
    chance = presence(shares.activity, sizes, counts.astype(np.int64), shares.posts)
    expected = shares.activity[:, None] * chance[None, :]
    off = ~np.eye(CHANNELS, dtype=bool)
    assert np.allclose(total[off] / 400, expected[off], rtol=0.15, atol=0.1)


def test_chance_alone_is_seldom_significant() -> None:
    found = np.concatenate(
        [
            p_values(edges, opened.shares.activity, chances(opened))
            for seed in range(60)
            for opened in [open_windows(permuted(random_shares(2), seed), WINDOW)]
            for edges in [count(opened)]
        ]
    )
    pairs = 60 * CHANNELS * (CHANNELS - 1)
    for level in (0.05, 0.01):
        assert (found <= level).sum() / pairs <= 1.3 * level


def test_only_the_planted_follower_stands_out() -> None:
    shares = random_shares(3, copies=15)
    opened = open_windows(shares, WINDOW)
    [edges] = with_significance(lambda: [count(opened)], opened)
    clear = edges.where(edges.measures["significance"] < 0.001)
    assert clear.weights().keys() == {("05", "09"), ("09", "05")}


def test_edges_left_out_for_their_weight_do_not_make_others_clearer() -> None:
    opened = open_windows(random_shares(3, copies=15), WINDOW)
    [every] = with_significance(lambda: [count(opened)], opened)
    [heavy] = with_significance(lambda: [count(opened, min_weight=4)], opened)
    before = dict(zip(every.weights(), every.measures["significance"], strict=True))
    after = dict(zip(heavy.weights(), heavy.measures["significance"], strict=True))
    assert all(value >= before[pair] - 1e-15 for pair, value in after.items())


def test_a_network_in_parts_is_adjusted_as_a_whole() -> None:
    opened = open_windows(random_shares(3, copies=15), WINDOW)
    [whole] = with_significance(lambda: [count(opened)], opened)
    parts = list(with_significance(partial(count_in_parts, opened, loops=False), opened))
    assert len(parts) > 1
    together = joined(parts)
    assert together.weights() == whole.weights()
    assert together.measures["significance"].tolist() == whole.measures["significance"].tolist()


@pytest.mark.parametrize(("n", "p"), [(1, 0.5), (7, 0.02), (40, 0.3), (40, 0.99)])
def test_tails_are_sums_of_the_binomial_distribution(n: int, p: float) -> None:
    terms = [math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]
    expected = [math.fsum(terms[k:]) for k in range(n + 1)]
    found = binomial_tails(
        np.full(n + 1, n, np.int64), np.full(n + 1, p), np.arange(n + 1, dtype=np.int64)
    )
    assert np.allclose(found, expected, rtol=1e-10, atol=1e-300)


def test_presence_is_the_hypergeometric_chance() -> None:
    found = presence(np.array([3, 9]), np.array([0, 4]), np.array([6, 4]), 10)
    none = math.comb(9 - 3, 4) / math.comb(9, 4)
    assert np.allclose(found, [0.4 * (1 - none), 0.4])


def test_adjusted_values_are_those_of_benjamini_and_hochberg() -> None:
    found = adjusted(np.array([0.01, 0.04, 0.03, 0.005]), 8)
    assert np.allclose(found, [0.04, 0.08, 0.08, 0.04])
