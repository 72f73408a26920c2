"""What was planted in the example network comes out of the store, by rules and by questions."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations
from typing import Any

import pytest

from graph.amplification.asking import Rule, parameters
from graph.amplification.posts import open_posts
from graph.amplification.run import run_of, run_on_store
from graph.catalogue import load_catalogue
from graph.store.connection import Store
from graph.store.readonly import read
from tests.network import BIG, BRIDGES, CLONE, GROUP, LEADER, QUIET, SMALL

NOON = datetime(2024, 12, 1, 12, tzinfo=UTC)
CLEAR = (
    "MATCH (a:Channel)-[r:CO_SHARED|AMPLIFIES]->(b:Channel) WHERE r.method = $method "
    "AND r.significance < 0.001 RETURN a.handle AS source, b.handle AS target"
)


def ask(corpus: Store, question: str, **values: object) -> list[dict[str, Any]]:
    query = load_catalogue().get(question)
    return read(corpus, query.statement, query.arguments(values)).records()


def handle(channel: object) -> str:
    return str(channel).removeprefix("channel:telegram:")


def run(corpus: Store, rule: Rule, window: int | None) -> set[tuple[str, str]]:
    """The edges that a run writes and that chance does not explain."""
    asked = parameters(rule, "forward", window, min_weight=2, significance=True)
    with open_posts() as posts:
        run_on_store(corpus, posts, asked, run_of(asked, NOON), clock=lambda: NOON)
    found = corpus.read(CLEAR, method=f"{rule}/1")
    return {(str(row["source"]), str(row["target"])) for row in found}


def test_co_share_in_the_store_finds_every_pair_of_the_group_and_no_other(corpus: Store) -> None:
    assert run(corpus, "co-share", 60_000_000) == set(permutations(GROUP, 2))


def test_forwards_in_the_store_show_the_group_and_the_big_channel_fed_by_small_ones(
    corpus: Store,
) -> None:
    expected = {(member, LEADER) for member in GROUP} | {(BIG, small) for small in SMALL}
    assert run(corpus, "forwards", None) == expected


def test_the_leaders_top_amplifiers_are_the_group(corpus: Store) -> None:
    found = ask(corpus, "top-amplifiers", channel=LEADER)
    first, others = found[: len(GROUP)], found[len(GROUP) :]
    assert {handle(row["amplifier_id"]) for row in first} == {*GROUP}
    assert max(row["median_seconds"] for row in first) < 60
    assert max(row["forwards"] for row in others) < min(row["forwards"] for row in first) / 3


@pytest.mark.parametrize("member", GROUP)
def test_who_keeps_time_with_one_of_the_group_is_of_the_group(corpus: Store, member: str) -> None:
    found = ask(corpus, "near-simultaneous", channel=member)
    assert {handle(row["other_id"]) for row in found} == {LEADER, *GROUP} - {member}


def test_the_quiet_channels_are_the_two_that_fell_silent(corpus: Store) -> None:
    assert {handle(row["channel_id"]) for row in ask(corpus, "quiet-channels")} == {*QUIET}


def test_the_bridges_are_first_among_channels_that_forward_other_languages(corpus: Store) -> None:
    found = ask(corpus, "bridges")
    assert {handle(row["channel_id"]) for row in found[:2]} == {*BRIDGES}


def test_the_small_sources_of_the_big_channel_come_first(corpus: Store) -> None:
    found = [row for row in ask(corpus, "small-sources") if handle(row["amplifier_id"]) == BIG]
    assert {handle(row["source_id"]) for row in found[:3]} == {*SMALL}


def test_the_clone_is_the_one_that_copies_most(corpus: Store) -> None:
    original, clone = CLONE
    assert handle(ask(corpus, "clones", channel=original)[0]["copier_id"]) == clone
