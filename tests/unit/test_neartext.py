"""Near texts are those that comparing every two of them finds."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.amplification.coshare import co_share
from graph.amplification.neartext import MIN_WORDS, NearTexts, near_texts
from graph.amplification.posts import open_posts
from graph.amplification.shares import find_shares

SECOND = 1_000_000
LETTERS = "abcdefghijkl"


def grouped(texts: list[str], threshold: float = 0.8) -> NearTexts:
    with open_posts() as posts:
        posts.connection.executemany(
            "INSERT INTO posts (id, channel, time, text) VALUES (?, 'c', make_timestamp(0), ?)",
            [(str(n), text) for n, text in enumerate(texts)],
        )
        return near_texts(posts, threshold=threshold)


def by_hand(texts: list[str], threshold: float) -> set[frozenset[int]]:
    """Groups found by comparing every two sets of words."""
    words = [frozenset(re.findall(r"\w+", text.lower())) for text in texts]
    graph = nx.Graph()
    graph.add_nodes_from(n for n, found in enumerate(words) if found)
    for a, b in combinations(graph, 2):
        long_enough = min(len(words[a]), len(words[b])) >= MIN_WORDS
        similarity = len(words[a] & words[b]) / len(words[a] | words[b])
        if words[a] == words[b] or (long_enough and similarity >= threshold - 1e-9):
            graph.add_edge(a, b)
    return {frozenset(group) for group in nx.connected_components(graph)}


def groups(found: NearTexts) -> set[frozenset[int]]:
    return {
        frozenset(int(post) for post in found.post[found.group == group])
        for group in np.unique(found.group)
    }


@given(
    st.lists(
        st.lists(st.sampled_from(LETTERS), max_size=12).map(" ".join), min_size=1, max_size=25
    ),
    st.sampled_from([0.5, 0.6, 0.75, 0.8, 0.9, 1.0]),
)
@settings(max_examples=60)
def test_groups_are_those_of_all_pairs(texts: list[str], threshold: float) -> None:
    assert groups(grouped(texts, threshold)) == by_hand(texts, threshold)


@pytest.mark.parametrize("seed", range(3))
def test_variants_of_longer_texts_are_all_found(seed: int) -> None:
    chance = np.random.default_rng(seed)
    texts = []
    for _ in range(40):
        words = [f"w{n}" for n in chance.integers(0, 200, chance.integers(6, 40))]
        for _ in range(6):
            changed = list(words)
            for place in chance.integers(0, len(words), chance.integers(0, 4)):
                changed[place] = f"w{chance.integers(0, 200)}"
            texts.append(" ".join(changed))
    assert groups(grouped(texts)) == by_hand(texts, 0.8)


def test_links_hold_a_group_together_and_no_more() -> None:
    base = "one two three four five six seven eight nine"
    found = grouped([base, f"{base} ten", base.upper(), "other words altogether in this text"])
    links = list(zip(found.left.tolist(), found.right.tolist(), found.score.tolist(), strict=True))
    assert links == [(0, 1, 0.9), (0, 2, 1.0)]


def test_names_and_addresses_are_no_words() -> None:
    found = grouped(
        [
            "Read this now please everybody https://example.org/a?b=c",
            "read THIS now, please @somebody everybody! www.example.com",
        ]
    )
    assert groups(found) == {frozenset({0, 1})}


def test_short_texts_must_have_the_same_words() -> None:
    assert groups(grouped(["слава всім героям", "слава героям всім!", "слава героям"])) == {
        frozenset({0, 1}),
        frozenset({2}),
    }


def test_ten_thousand_copies_are_one_group_without_pairs(tmp_path: Path) -> None:
    with open_posts() as posts:
        posts.connection.execute(
            "INSERT INTO posts (id, channel, time, text) SELECT 'p' || i, 'c' || i % 3, "
            "make_timestamp(i * 1000000), 'the same five words here' FROM range(10000) AS t(i)"
        )
        found = near_texts(posts)
        assert (len(np.unique(found.group)), len(found.left)) == (1, 9_999)
        network = co_share(find_shares(posts, "near-text"), window=SECOND).weights()
    assert set(network) == {(f"c{a}", f"c{b}") for a in range(3) for b in range(3) if a != b}
