"""The co-share network is what the rule says, pair by pair."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.amplification.asking import OBJECT_KINDS, object_kind
from graph.amplification.coshare import co_share, count, open_windows
from graph.amplification.evidence import find_evidence
from graph.amplification.load import load
from graph.amplification.mapping import preset
from graph.amplification.posts import Posts, open_posts
from graph.amplification.shares import Shares, find_shares
from graph.errors import PostsError

CASES = Path("/work/shared/data/coordination")
SECOND = 1_000_000
Weights = dict[tuple[str, str], int]


class Share(NamedTuple):
    channel: int
    post: int
    object: int
    time: int


def by_hand(shares: list[Share], window: int, *, loops: bool) -> Weights:
    """The rule, read aloud: A's posts for which B has another post on the object in the window."""
    counted: dict[tuple[str, str], set[int]] = defaultdict(set)
    for a, b in product(shares, shares):
        near = a.object == b.object and abs(a.time - b.time) <= window and a.post != b.post
        if near and (loops or a.channel != b.channel):
            counted[str(a.channel), str(b.channel)].add(a.post)
    return {pair: len(posts) for pair, posts in counted.items()}


def as_arrays(shares: list[Share]) -> Shares:
    rows = sorted(set(shares), key=lambda row: (row.object, row.time, row.channel, row.post))
    names = sorted({str(row.channel) for row in rows})
    sizes = Counter(row.object for row in rows)
    posts = {(row.channel, row.post) for row in rows}
    return Shares(
        names=tuple(names),
        activity=np.array([sum(str(c) == name for c, _ in posts) for name in names], np.int64),
        channel=np.array([names.index(str(row.channel)) for row in rows], np.int32),
        post=np.array([row.post for row in rows], np.int32),
        time=np.array([row.time for row in rows], np.int64),
        objects=np.cumsum([0, *(sizes[o] for o in sorted(sizes))]).astype(np.int64),
        own=np.zeros(len(rows), np.bool_),
    )


@st.composite
def many_shares(draw: st.DrawFn, most: int = 40) -> list[Share]:
    """Posts of few channels on few objects, some of them on several, at few moments."""
    posts = draw(
        st.lists(
            st.tuples(
                st.integers(0, 4), st.integers(0, 12), st.sets(st.integers(0, 3), min_size=1)
            ),
            min_size=1,
            max_size=most,
        )
    )
    return [
        Share(channel, post, object_, time)
        for post, (channel, time, objects) in enumerate(posts)
        for object_ in objects
    ]


@given(many_shares(), st.integers(0, 8), st.booleans(), st.integers(1, 3))
@settings(max_examples=300)
def test_the_kernel_counts_what_the_rule_counts(
    shares: list[Share], window: int, loops: bool, least: int
) -> None:
    expected = by_hand(shares, window, loops=loops)
    found = co_share(as_arrays(shares), window=window, loops=loops, min_weight=least)
    assert found.weights() == {pair: n for pair, n in expected.items() if n >= least}


@pytest.mark.parametrize("seed", range(5))
def test_long_windows_are_read_block_by_block_to_the_same_end(seed: int) -> None:
    chance = np.random.default_rng(seed)
    shares = [
        Share(int(chance.integers(6)), post, int(chance.integers(2)), int(chance.integers(300)))
        for post in range(700)
    ]
    for window in (3, 150, 1_000):
        found = co_share(as_arrays(shares), window=window, loops=True).weights()
        assert found == by_hand(shares, window, loops=True)


@given(many_shares(), st.integers(0, 8))
@settings(max_examples=100)
def test_followers_are_those_who_come_after(shares: list[Share], window: int) -> None:
    counted: dict[tuple[str, str], set[int]] = defaultdict(set)
    for a, b in product(shares, shares):
        if a.object == b.object and a.channel != b.channel and 0 < a.time - b.time <= window:
            counted[str(a.channel), str(b.channel)].add(a.post)
    found = count(open_windows(as_arrays(shares), window, backward=True))
    assert found.weights() == {pair: len(posts) for pair, posts in counted.items()}


@given(many_shares(), st.integers(0, 8), st.integers(1, 3))
@settings(max_examples=100)
def test_evidence_is_as_many_posts_as_the_weight_says(
    shares: list[Share], window: int, cap: int
) -> None:
    opened = open_windows(as_arrays(shares), window)
    edges = count(opened)
    evidence = find_evidence(edges, opened, cap=cap)
    assert evidence.total.tolist() == edges.weight.tolist()
    near = {
        (a.post, b.post)
        for a, b in product(shares, shares)
        if a.object == b.object and abs(a.time - b.time) <= window
    }
    channel_of = {share.post: str(share.channel) for share in shares}
    for place, (source, target) in enumerate(edges.weights()):
        posts, partners = evidence.posts[place].tolist(), evidence.partners[place].tolist()
        assert len(posts) == min(cap, edges.weight[place]) == len(set(posts))
        assert {(channel_of[a], channel_of[b]) for a, b in zip(posts, partners, strict=True)} == {
            (source, target)
        }
        assert set(zip(posts, partners, strict=True)) <= near


def test_edges_know_the_first_and_last_post_that_counts() -> None:
    shares = [Share(0, 0, 0, 10), Share(1, 1, 0, 12), Share(0, 2, 0, 15), Share(0, 3, 0, 99)]
    edges = co_share(as_arrays(shares), window=5)
    assert edges.weights() == {("0", "1"): 2, ("1", "0"): 1}
    assert (edges.first.tolist(), edges.last.tolist()) == ([10, 12], [15, 12])


def test_no_share_gives_no_edge(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("message_id,user_id,timestamp,urls\n1,a,0,x\n2,b,1,y\n", encoding="utf-8")
    with open_posts() as posts:
        load(posts, path, preset("cnt"))
        for kind in OBJECT_KINDS:
            assert len(co_share(find_shares(posts, kind), window=SECOND)) == 0


HEADER = "message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n"


def network(posts: Posts, kind: str, window: int) -> Weights:
    return co_share(find_shares(posts, object_kind(kind)), window=window).weights()


def test_a_forward_counts_as_a_forward_and_as_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(
        HEADER
        + "1,a,a,,,Look  at THIS @somebody,0,u1 u2\n"
        + "2,b,b,,,@else look at this,5,u2 u1\n"
        + "3,c,c,1,,Look at this,3,u1\n"
        + "4,d,d,1,,Look at this,4,u1\n"
        + "5,e,e,,9,Yes,3,\n"
        + "6,f,f,,9,No,4,\n",
        encoding="utf-8",
    )
    both = {("a", "b"): 1, ("b", "a"): 1}
    with open_posts() as posts:
        load(posts, path, preset("cnt"))
        assert network(posts, "text", 5 * SECOND) == both
        assert network(posts, "link", 5 * SECOND) == both
        assert network(posts, "link", 4 * SECOND) == {}
        assert network(posts, "forward", SECOND) == {("c", "d"): 1, ("d", "c"): 1}
        assert network(posts, "repost", SECOND) == network(posts, "forward", SECOND)
        assert network(posts, "reply", SECOND) == {("e", "f"): 1, ("f", "e"): 1}


def test_an_unknown_object_names_the_known_ones() -> None:
    with pytest.raises(PostsError, match=r"'links' is nothing that is shared\. Known: forward, "):
        object_kind("links")


@pytest.mark.skipif(not CASES.exists(), reason="needs the cases of coordination-network-toolkit")
def test_the_exact_cases_of_coordination_network_toolkit() -> None:
    cases = json.loads((CASES / "coretweet_expected.json").read_text(encoding="utf-8"))
    with open_posts() as posts:
        load(posts, CASES / cases["input"], preset("cnt"))
        shares = find_shares(posts, "repost")
    for case in cases["expected"]:
        edges = co_share(
            shares,
            window=case["time_window"] * SECOND,
            min_weight=case["min_edge_weight"],
            loops=case["self_loops"],
        )
        assert len({name for pair in edges.weights() for name in pair}) == case["nodes"], case
