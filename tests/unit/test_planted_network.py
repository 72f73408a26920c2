"""What was planted in the example network comes out: the group, its leader, and the bridges."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import pytest

from graph.amplification.asking import ObjectKind, Rule, parameters
from graph.amplification.load import load
from graph.amplification.mapping import preset
from graph.amplification.measures import Asked, measure
from graph.amplification.network import EdgeRow, rows
from graph.amplification.passes import run_pass
from graph.amplification.posts import Posts, open_posts
from graph.amplification.spread import first_movers
from tests.network import BIG, BRIDGES, FOLDER, GROUP, LEADER, SMALL

MINUTE, HOUR = 60_000_000, 3_600_000_000
# A group of six makes thirty ordered pairs, and each of the six carries on the leader.
PAIRS = set(permutations(GROUP, 2))
FROM_LEADER = {(member, LEADER) for member in GROUP}


@pytest.fixture(scope="module")
def posts() -> Iterator[Posts]:
    with open_posts() as opened:
        load(opened, FOLDER / "posts.parquet", preset("sayso"))
        yield opened


def handle(channel: object) -> str:
    return str(channel).removeprefix("channel:telegram:")


def network(
    posts: Posts, rule: Rule, kind: ObjectKind, window: int | None
) -> dict[tuple[str, str], EdgeRow]:
    asked = parameters(rule, kind, window, significance=True)
    found = rows(run_pass(posts, asked).edges)
    return {(handle(edge.source), handle(edge.target)): edge for edge in found}


def clear(edges: dict[tuple[str, str], EdgeRow], *, below: float = 0.05) -> set[tuple[str, str]]:
    return {pair for pair, edge in edges.items() if edge.measures["significance"] < below}


def test_every_pair_of_the_group_is_found_by_its_forwards_and_ranks_above_all_others(
    posts: Posts,
) -> None:
    edges = network(posts, "co-share", "forward", MINUTE)
    assert clear(edges) == PAIRS
    others = edges.keys() - PAIRS
    assert others
    assert min(edges[pair].weight for pair in PAIRS) > max(edges[pair].weight for pair in others)


@pytest.mark.parametrize("kind", ["near-text", "link"])
def test_copies_tie_the_group_to_its_leader_and_nobody_else_stands_out(
    posts: Posts, kind: ObjectKind
) -> None:
    edges = clear(network(posts, "co-share", kind, MINUTE))
    assert edges <= set(permutations((LEADER, *GROUP), 2))
    with_leader = {pair for pair in edges if LEADER in pair}
    assert {(one, other) for other, one in with_leader} == with_leader
    # Only some posts have links, so that not all of the group can be told by them.
    assert kind == "link" or with_leader >= FROM_LEADER


def test_each_of_the_group_follows_the_leader_first_of_all_and_the_leader_follows_nobody(
    posts: Posts,
) -> None:
    edges = network(posts, "follow", "near-text", MINUTE)
    ranked = sorted(edges, key=lambda pair: edges[pair].weight, reverse=True)
    assert set(ranked[: len(GROUP)]) == FROM_LEADER
    assert clear(edges) >= FROM_LEADER
    assert not [pair for pair in edges if pair[0] == LEADER]


def test_quick_forwards_are_the_groups_of_its_leader_alone(posts: Posts) -> None:
    edges = network(posts, "forwards", "forward", MINUTE)
    assert edges.keys() == FROM_LEADER
    assert clear(edges, below=1e-9) == FROM_LEADER


def test_forwards_of_any_age_show_the_group_and_the_big_channel_that_lives_off_small_ones(
    posts: Posts,
) -> None:
    edges = network(posts, "forwards", "forward", None)
    fed = {(BIG, small) for small in SMALL}
    assert clear(edges, below=0.001) == FROM_LEADER | fed
    assert min(edges[pair].weight for pair in FROM_LEADER | fed) > max(
        edges[pair].weight for pair in edges.keys() - FROM_LEADER - fed
    )


def test_the_leader_is_the_first_mover_of_what_it_shares_with_the_group() -> None:
    with open_posts() as few:
        load(few, FOLDER / "posts.parquet", preset("sayso"))
        ids = [f"channel:telegram:{name}" for name in (LEADER, *GROUP)]
        few.connection.execute(
            "DELETE FROM posts WHERE NOT list_contains($ids, channel)", {"ids": ids}
        )
        leader, *group = first_movers(few, "near-text")
    assert (handle(leader.channel), {handle(one.channel) for one in group}) == (LEADER, {*GROUP})
    assert leader.share > 0.8
    assert leader.first > sum(one.first for one in group)


def test_the_leader_is_the_superspreader(posts: Posts) -> None:
    first, second, *_ = measure(posts, "spreaders", Asked()).records()
    assert handle(first["channel"]) == LEADER
    assert first["fib_index"] > second["fib_index"]
    assert first["forwards_received"] > 3 * second["forwards_received"]


def test_the_group_is_a_community_through_all_six_weeks(posts: Posts) -> None:
    found = measure(posts, "communities", Asked("forward", HOUR)).records()
    members = [{handle(name) for name in row["members"]} for row in found]
    assert members[0] == {*GROUP}
    assert found[0]["stability_of_all"] > 0.9


def test_the_bridges_are_the_two_between_languages(posts: Posts) -> None:
    found = measure(posts, "bridges", Asked("forward", 12 * HOUR, min_weight=1)).records()
    assert {handle(row["channel"]) for row in found[:2]} == {*BRIDGES}
    assert found[1]["betweenness"] > 2 * found[2]["betweenness"]
