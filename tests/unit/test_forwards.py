"""Forwards are counted by whose posts they are, within a window or without, and against chance."""

from __future__ import annotations

import math

import pytest

from graph.amplification.asking import parameters, rule_named
from graph.amplification.forwards import forwards
from graph.amplification.posts import Posts, open_posts
from graph.errors import PostsError

SECOND = 1_000_000
Row = tuple[str, str, int, str | None, str | None]  # id, channel, second, forward_of, forward_from


def fill(posts: Posts, rows: list[Row]) -> None:
    posts.connection.executemany(
        "INSERT INTO posts (id, channel, time, forward_of, forward_from) "
        "VALUES (?, ?, make_timestamp(? * 1000000), ?, ?)",
        rows,
    )


FEW: list[Row] = [
    ("a1", "a", 0, None, None),
    ("b1", "b", 50, "a1", None),
    ("b2", "b", 20, "a1", "a"),
    ("b3", "b", 30, None, "a"),
    ("b4", "b", 40, "b1", None),
    ("c1", "c", 10, "unread", "d"),
    ("c2", "c", 10, "unread", None),
]


def test_forwards_name_their_channel_by_the_post_or_by_itself() -> None:
    with open_posts() as posts:
        fill(posts, FEW)
        found = forwards(posts, window=None, min_weight=1, significance=False, cap=2)
    assert found.edges.weights() == {("b", "a"): 3, ("c", "d"): 1}
    assert (found.edges.first.tolist(), found.edges.last.tolist()) == (
        [20 * SECOND, 10 * SECOND],
        [50 * SECOND, 10 * SECOND],
    )
    assert [rows.tolist() for rows in found.posts] == [[2, 3], [5]]
    assert [rows.tolist() for rows in found.originals] == [[0, -1], [-1]]


def test_a_window_counts_originals_that_are_known_and_not_too_old() -> None:
    with open_posts() as posts:
        fill(posts, FEW)
        found = forwards(posts, window=20 * SECOND, min_weight=1, significance=False, cap=2)
    assert found.edges.weights() == {("b", "a"): 1}


def test_a_channel_that_forwards_one_other_alone_stands_out() -> None:
    others = "efghij"
    rows: list[Row] = [
        (f"{a}{n}{b}", a, n, None, b) for a in others for b in others for n in range(5) if a != b
    ] + [(f"z{n}", "z", n, None, "e") for n in range(25)]
    with open_posts() as posts:
        fill(posts, rows)
        edges = forwards(posts, window=None, min_weight=1, significance=True, cap=1).edges
    clear = edges.where(edges.measures["significance"] < 0.001)
    assert clear.weights() == {("z", "e"): 25}


def test_quick_forwards_of_one_group_stand_out_among_the_slow_ones_of_all_others() -> None:
    rows: list[Row] = [(f"{b}{n}", b, n, None, None) for b in "abcde" for n in range(10)]
    for place, channel in enumerate("fghij"):
        rows += [(f"{channel}{n}{b}", channel, 900, f"{b}{n}", None) for b in "bcde" for n in "12"]
        quick = 15 if place < 2 else 900
        rows += [(f"{channel}{n}a", channel, quick, f"a{n}", None) for n in range(8)]
    with open_posts() as posts:
        fill(posts, rows)
        edges = forwards(posts, window=60 * SECOND, min_weight=1, significance=True, cap=1).edges
    assert edges.weights() == {("f", "a"): 8, ("g", "a"): 8}
    chance = 16 / 80
    tail = sum(math.comb(16, k) * chance**k * (1 - chance) ** (16 - k) for k in range(8, 17))
    assert edges.measures["significance"].tolist() == pytest.approx([tail * 10 * 9 / 2] * 2)


def test_what_is_shared_need_not_be_said() -> None:
    assert parameters("forwards", None, None).kind == "forward"
    assert parameters("follow", None, 1).kind == "link"


def test_parameters_that_do_not_fit_together_are_refused() -> None:
    with pytest.raises(PostsError, match="forwards is not about link"):
        parameters("forwards", "link", None)
    with pytest.raises(PostsError, match="co-share needs a window"):
        parameters("co-share", "link", None)
    with pytest.raises(PostsError, match="knows no significance"):
        parameters("CooRTweet", "link", 1, significance=True)
    with pytest.raises(PostsError, match="follow has no loops"):
        parameters("follow", "link", 1, loops=True)
    for rule in ("co-share", "follow", "forwards"):
        for name in ("min_participation", "fast", "percentile"):
            said = f"{rule} has no {name.replace('_', ' ')}. Leave --{name.replace('_', '-')} away"
            with pytest.raises(PostsError, match=said):
                parameters(rule_named(rule), None, 1, **{name: 1})
            assert parameters(rule_named(rule), None, 1, **{name: None}).min_participation == 2
    with pytest.raises(PostsError, match="There is no rule 'coordination'"):
        rule_named("coordination")
