"""CooRTweet's rule counts what its R code counts, pair by pair."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.amplification.asking import parameters
from graph.amplification.coortweet import coortweet
from graph.amplification.load import load
from graph.amplification.mapping import preset
from graph.amplification.network import joined, rows
from graph.amplification.parts import pass_in_parts
from graph.amplification.passes import run_pass
from graph.amplification.posts import open_posts
from graph.amplification.shares import Shares, find_shares
from tests.network import FOLDER

CASES = Path("/work/shared/data/coordination")
SECOND = 1_000_000
Row = tuple[int, int, int, int]  # channel, post, object, time


def as_arrays(rows: list[Row]) -> Shares:
    ordered = sorted(rows, key=lambda row: (row[2], row[3], row[0], row[1]))
    channels = sorted({row[0] for row in ordered})
    sizes = Counter(row[2] for row in ordered)
    return Shares(
        names=tuple(map(str, channels)),
        activity=np.zeros(len(channels), np.int64),
        channel=np.array([channels.index(row[0]) for row in ordered], np.int32),
        post=np.array([row[1] for row in ordered], np.int32),
        time=np.array([row[3] for row in ordered], np.int64),
        objects=np.cumsum([0, *(sizes[o] for o in sorted(sizes))]).astype(np.int64),
        own=np.zeros(len(ordered), np.bool_),
    )


def by_hand(
    rows: list[Row], window: int, least: int, *, loops: bool
) -> tuple[dict[tuple[str, str], int], int]:
    """Pairs formed one by one and filtered in the order of the R code."""
    shares = Counter(row[0] for row in rows)
    rows = [row for row in rows if shares[row[0]] >= least]
    formed = [
        (x, y)
        for x, y in combinations(rows, 2)
        if x[2] == y[2]
        and abs(x[3] - y[3]) <= window
        and (loops or (x[0] != y[0] and x[1] != y[1]))
    ]
    paired = {row[1] for pair in formed for row in pair}
    counts = Counter(row[0] for row in rows if row[1] in paired)
    kept = {row[1] for row in rows if row[1] in paired and counts[row[0]] >= least}
    weights: dict[tuple[str, str], int] = defaultdict(int)
    objects = set()
    for x, y in formed:
        if x[1] in kept or y[1] in kept:
            a, b = sorted((x[0], y[0]))
            weights[str(a), str(b)] += 1
            objects.add(x[2])
    return dict(weights), len(objects)


@st.composite
def many_rows(draw: st.DrawFn) -> list[Row]:
    posts = draw(
        st.lists(
            st.tuples(
                st.integers(0, 5), st.integers(0, 12), st.lists(st.integers(0, 3), min_size=1)
            ),
            min_size=1,
            max_size=25,
        )
    )
    return [
        (channel, post, object_, time)
        for post, (channel, time, objects) in enumerate(posts)
        for object_ in objects[:3]
    ]


# Thousandths, since nearer to a weight than a float's last digits the limit is above or below it.
@given(many_rows(), st.integers(0, 1000).map(lambda thousandths: thousandths / 1000))
@settings(max_examples=100)
def test_strong_edges_are_above_the_percentile_of_all_weights(
    rows: list[Row], percentile: float
) -> None:
    weights, _ = by_hand(rows, 6, 1, loops=False)
    limit = np.quantile(list(weights.values()), percentile) if weights else 0.0
    found = coortweet(as_arrays(rows), window=6, min_participation=1, percentile=percentile).edges
    strong = dict(zip(found.weights(), found.measures["strong"].tolist(), strict=True))
    # Between two neighbouring weights the limit may differ from numpy's in its last digit.
    assert strong == {
        pair: weight > limit and not math.isclose(weight, limit) for pair, weight in weights.items()
    }


@given(many_rows(), st.integers(0, 6))
@settings(max_examples=100)
def test_each_side_of_an_edge_has_its_posts_in_pairs_counted_and_their_times_kept(
    rows: list[Row], window: int
) -> None:
    behind: dict[tuple[str, str], list[tuple[Row, Row]]] = defaultdict(list)
    for x, y in combinations(sorted(rows), 2):
        if x[2] == y[2] and abs(x[3] - y[3]) <= window and x[0] != y[0]:
            behind[str(x[0]), str(y[0])].append((x, y))
    found = coortweet(as_arrays(rows), window=window, min_participation=1).edges
    sides = zip(found.measures["source_posts"], found.measures["target_posts"], strict=True)
    times = zip(found.first.tolist(), found.last.tolist(), strict=True)
    told = dict(zip(found.weights(), zip(sides, times, strict=True), strict=True))
    assert told == {
        pair: (
            (len({x[1] for x, _ in both}), len({y[1] for _, y in both})),
            (min(row[3] for pair in both for row in pair), max(row[3] for p in both for row in p)),
        )
        for pair, both in behind.items()
    }


def test_a_network_in_parts_is_that_of_the_pass_that_holds_it() -> None:
    with open_posts() as posts:
        load(posts, FOLDER / "posts.parquet", preset("sayso"))
        asked = parameters(
            "CooRTweet", "forward", 3600 * SECOND, fast=60 * SECOND, min_weight=2, percentile=0.9
        )
        whole, parts = run_pass(posts, asked).edges, [*pass_in_parts(posts, asked)]
    assert len(parts) > 1
    assert list(rows(joined(parts))) == list(rows(whole))


@given(many_rows(), st.integers(0, 6), st.integers(1, 4), st.booleans())
@settings(max_examples=200)
def test_pairs_are_those_of_the_rule(rows: list[Row], window: int, least: int, loops: bool) -> None:
    found = coortweet(as_arrays(rows), window=window, min_participation=least, loops=loops)
    weights, objects = by_hand(rows, window, least, loops=loops)
    assert found.edges.weights() == weights
    assert (found.pairs, found.objects) == (sum(weights.values()), objects)


def test_an_edge_tells_who_contributed_and_how_fast() -> None:
    rows: list[Row] = [
        (0, 0, 0, 0),
        (0, 1, 0, SECOND),
        (1, 2, 0, 2 * SECOND),
        (0, 3, 1, 0),
        (2, 4, 1, 0),
    ]
    found = coortweet(as_arrays(rows), window=2 * SECOND, min_participation=1, fast=SECOND).edges
    assert found.weights() == {("0", "1"): 2, ("0", "2"): 1}
    told = {name: values.tolist() for name, values in found.measures.items()}
    assert told == {
        "symmetry": [0.5, 1.0],
        "source_posts": [2, 1],
        "target_posts": [1, 1],
        "seconds_apart": [1.5, 0.0],
        "strong": [True, False],
        "weight_fast": [1, 1],
    }
    assert (found.first.tolist(), found.last.tolist()) == ([0, 0], [2 * SECOND, 0])


@pytest.mark.skipif(not CASES.exists(), reason="needs the Russian tweets of CooRTweet")
def test_the_eight_settings_of_the_coortweet_reference() -> None:
    path = CASES / "russian_coord_tweets.reference.json"
    with open_posts() as posts:
        load(posts, CASES / "russian_coord_tweets.csv", preset("cooRTweet"))
        shares = find_shares(posts, "link", every=True)
    for case in json.loads(path.read_text(encoding="utf-8")):
        found = coortweet(
            shares,
            window=case["time_window"] * SECOND,
            min_participation=case["min_participation"],
            loops=not case["remove_loops"],
        )
        accounts = {name for pair in found.edges.weights() for name in pair}
        counted = (found.pairs, len(accounts), len(found.edges), found.objects)
        assert counted == tuple(case[k] for k in ("pairs", "accounts", "edges", "objects")), case


@pytest.mark.parametrize(
    ("name", "held", "weight"),
    [
        ("cnt", "message_id,user_id,timestamp,urls\n1,a,0,u v u\n2,b,0,u\n", 1),
        (
            "cooRTweet",
            "content_id,account_id,timestamp_share,object_id\n1,a,0,u\n1,a,0,u\n2,b,0,u\n",
            2,
        ),
    ],
)
def test_a_link_listed_twice_in_a_post_counts_once_and_rows_of_coortweet_each(
    tmp_path: Path, name: str, held: str, weight: int
) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(held, encoding="utf-8")
    with open_posts() as posts:
        load(posts, path, preset(name))
        asked = parameters("CooRTweet", "link", SECOND, min_participation=1)
        assert run_pass(posts, asked).edges.weights() == {("a", "b"): weight}
