"""Measures are what their definitions give, checked by hand, by networkx and by trying all."""

from __future__ import annotations

import math
from datetime import date
from itertools import combinations, product
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from api.cli import app
from graph.amplification.bursts import Burst, bursts, cheapest_states
from graph.amplification.cascades import cascades, roots, shape
from graph.amplification.clones import Clone, alike_names, clones, one_apart
from graph.amplification.communities import (
    adjusted_rand,
    bridges,
    communities,
    membership,
    stability,
    undirected,
)
from graph.amplification.load import load
from graph.amplification.mapping import preset
from graph.amplification.measures import Asked, columns_of, measure
from graph.amplification.posts import Posts, open_posts
from graph.amplification.reach import Observation, Reach, potential_reach
from graph.amplification.spread import first_movers, spreads
from graph.amplification.spreaders import fib_index, spreaders
from graph.channel_likeness import LARGEST_BLOCK
from tests.network import CLONE, FOLDER

Row = tuple[str, str, int, str | None, str | None, list[str]]


def fill(posts: Posts, rows: list[Row]) -> None:
    posts.connection.executemany(
        "INSERT INTO posts (id, channel, time, forward_of, forward_from, links) "
        "VALUES (?, ?, make_timestamp(?::BIGINT * 1000000), ?, ?, ?)",
        rows,
    )


def shared(id_: str, channel: str, second: int, *links: str) -> Row:
    return (id_, channel, second, None, None, list(links))


def forward(id_: str, channel: str, of: str | None, from_: str | None = None) -> Row:
    return (id_, channel, 0, of, from_, [])


def test_spread_tells_the_first_seen_and_the_times_from_there() -> None:
    with open_posts() as posts:
        fill(
            posts,
            [
                shared("p1", "a", 10, "u"),
                shared("p2", "a", 12, "u", "own"),
                shared("p3", "b", 15, "u"),
                shared("p4", "c", 30, "u", "v"),
                shared("p5", "d", 20, "v"),
                shared("p6", "a", 50, "own"),
            ],
        )
        first, second = spreads(posts, "link", k=3)
        movers = [(one.channel, one.first, one.objects) for one in first_movers(posts, "link")]
    assert (first.first_post, first.first_channel, first.posts, first.channels) == ("p1", "a", 4, 3)
    assert (first.to_next, first.to_kth, first.to_half) == (5.0, 5.0, 2.0)
    assert (second.first_channel, second.to_next, second.to_kth) == ("d", 10.0, None)
    assert movers == [("a", 1, 1), ("d", 1, 1), ("b", 0, 1), ("c", 0, 2)]


def test_cascades_are_trees_of_forwards() -> None:
    with open_posts() as posts:
        fill(
            posts,
            [
                shared("r", "a", 0),
                forward("f1", "b", "r"),
                forward("f2", "c", "r"),
                forward("g1", "d", "f1"),
                forward("x1", "d", "unread"),
                forward("x2", "e", "unread"),
            ],
        )
        large, small = cascades(posts)
    assert (large.root, large.channel, large.seen) == ("r", "a", True)
    assert (large.size, large.depth, large.breadth) == (4, 2, 2)
    assert math.isclose(large.virality, (1 + 1 + 2 + 2 + 1 + 3) / 6)
    assert (small.root, small.channel, small.seen, small.size) == ("unread", None, False, 3)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=30))
def test_the_shape_of_a_tree_is_that_of_networkx(choices: list[int]) -> None:
    parents = {f"n{n + 1}": f"n{choice % (n + 1)}" for n, choice in enumerate(choices)}
    size, depth, breadth, virality = shape("n0", parents)
    tree = nx.Graph(parents.items())
    levels = nx.single_source_shortest_path_length(tree, "n0")
    widths = [list(levels.values()).count(level) for level in set(levels.values())]
    assert (size, depth, breadth) == (len(tree), max(levels.values()), max(widths))
    assert math.isclose(virality, nx.average_shortest_path_length(tree))


def test_a_ring_of_forwards_ends() -> None:
    assert roots({"b": "c", "c": "a", "a": "b", "d": "b"}) == dict.fromkeys("abcd", "a")
    assert shape("a", {"b": "c", "c": "a", "a": "b"})[:2] == (3, 2)


def test_a_long_chain_of_forwards_is_no_trouble() -> None:
    chain = {f"n{n}": f"n{n - 1}" for n in range(1, 50_000)}
    assert set(roots(chain).values()) == {"n0"}
    assert shape("n0", chain)[:3] == (50_000, 49_999, 1)


def test_spreaders_by_forwards_received_and_given() -> None:
    with open_posts() as posts:
        fill(
            posts,
            [
                shared("a1", "a", 0),
                shared("a2", "a", 0),
                shared("b1", "b", 0),
                *(forward(f"{c}{p}", c, p) for c in "bc" for p in ("a1", "a2")),
                forward("a3", "a", "a1"),
                forward("c1", "c", None, "d"),
            ],
        )
        found = {one.channel: one for one in spreaders(posts)}
    assert list(found) == ["a", "d", "b", "c"]
    a, d = found["a"], found["d"]
    assert (a.own, a.received, a.by, a.given, a.fib, a.ratio) == (2, 4, 2, 0, 2, 2.0)
    assert (d.own, d.received, d.by, d.fib, d.ratio) == (0, 1, 1, 0, None)
    assert (found["b"].given, found["c"].given) == (2, 3)


@given(st.lists(st.integers(0, 12), max_size=20))
def test_the_fib_index_is_the_largest_that_holds(forwards: list[int]) -> None:
    holds = [f for f in range(21) if sum(count >= f for count in forwards) >= f]
    assert fib_index(forwards) == max(holds)


@given(st.lists(st.integers(1, 50), min_size=2, max_size=6))
@settings(max_examples=50)
def test_the_states_of_a_stream_cost_least_of_all(gaps: list[int]) -> None:
    found = np.array(gaps, dtype=np.float64)
    mean = float(found.mean())

    def cost(states: tuple[int, ...]) -> float:
        rises = sum(max(b - a, 0) for a, b in zip((0, *states), states, strict=False))
        rates = [2.0**state / mean for state in states]
        fits = (rate * gap - math.log(rate) for rate, gap in zip(rates, gaps, strict=True))
        return rises * math.log(len(gaps)) + sum(fits)

    states = cheapest_states(found, mean, scale=2.0, cost=1.0, levels=2)
    least = min(map(cost, product(range(3), repeat=len(gaps))))
    assert math.isclose(cost(tuple(states.tolist())), least, abs_tol=1e-9)


def test_a_burst_is_found_where_it_is() -> None:
    calm = list(range(0, 10_000, 500))
    quick = list(range(10_000, 10_200, 5))
    after = list(range(10_700, 20_000, 500))
    found = bursts(calm + quick + after, levels=2)
    assert Burst(1, 10_000, 10_195, 40) in found
    assert bursts(calm) == bursts([1, 1, 1]) == []


def two_groups() -> nx.DiGraph:
    graph = nx.DiGraph()
    for group in ("abcd", "wxyz"):
        graph.add_weighted_edges_from((a, b, 5) for a, b in combinations(group, 2))
    graph.add_edge("d", "w", weight=1)
    graph.add_edge("a", "a", weight=9)
    return graph


def test_communities_are_the_groups_and_bridges_stand_between() -> None:
    assert communities(two_groups()) == [list("abcd"), list("wxyz")]
    ranked = bridges(two_groups())
    assert [channel for channel, _ in ranked[:2]] == ["d", "w"]
    assert undirected(two_groups()).number_of_edges() == 13


def test_stability_compares_each_division_with_the_next() -> None:
    one, other = membership([["a", "b"], ["c", "d"]]), membership([["c", "d"], ["b", "a"], ["e"]])
    assert stability([one, other, {"e": 0}]) == [1.0, None]
    assert stability([one, membership([["a", "c"], ["b", "d"]])]) == pytest.approx([-0.5])


QUARTER = 90 * 86_400
YEAR_2024 = 1_704_067_200  # the first of January


def stability_of(*quarters: tuple[str, ...]) -> object:
    """What is told of channels that share links in these groups in the quarters of 2024."""
    rows = [
        shared(
            f"{quarter}{channel}{time}",
            channel,
            YEAR_2024 + quarter * QUARTER + time,
            f"{quarter}{group}{time}",
        )
        for quarter, groups in enumerate(quarters)
        for group in groups
        for channel in group
        for time in (0, QUARTER // 2, QUARTER - 1)
    ]
    with open_posts() as posts:
        fill(posts, rows)
        found = measure(posts, "communities", Asked())
    [told] = {row["stability_of_all"] for row in found.records()}
    return told


def test_communities_that_stay_through_the_year_are_stable() -> None:
    assert stability_of(*[("abc", "xyz")] * 4) == 1.0


def test_communities_that_change_their_members_each_quarter_are_not_stable() -> None:
    assert stability_of(*[("ab", "cd"), ("ac", "bd")] * 2) == -0.5


def test_communities_of_one_quarter_have_no_stability() -> None:
    assert stability_of(("abc", "xyz"), (), (), ("ef",)) is None


def test_no_shares_are_no_communities() -> None:
    with open_posts() as posts:
        fill(posts, [shared("p", "a", YEAR_2024, "alone")])
        assert measure(posts, "communities", Asked()).rows == ()


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=15))
def test_the_adjusted_rand_index_counts_pairs(labels: list[tuple[int, int]]) -> None:
    pairs = list(combinations(labels, 2))
    both = sum(a[0] == b[0] and a[1] == b[1] for a, b in pairs)
    one, other = (sum(a[i] == b[i] for a, b in pairs) for i in (0, 1))
    expected, most = one * other / len(pairs), (one + other) / 2
    index = 1.0 if most == expected else (both - expected) / (most - expected)
    assert math.isclose(adjusted_rand(*zip(*labels, strict=True)), index, abs_tol=1e-12)


def test_reach_counts_each_channel_once_by_what_was_known_then() -> None:
    observations = {
        "a": [Observation(date(2024, 1, 1), 100), Observation(date(2024, 6, 1), 900)],
        "b": [Observation(date(2024, 6, 1), 50, "at_least")],
    }
    posts = [("a", date(2024, 5, 2)), ("a", date(2024, 7, 1)), ("b", date(2024, 5, 3))]
    found = potential_reach([*posts, ("c", date(2024, 5, 4))], observations)
    assert found == Reach(at_most=150, channels=3, later=1, open=1, unknown=("c",))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("movers", "first_seen"),
        ("spread", "seconds_to_half"),
        ("cascades", "structural_virality"),
        ("spreaders", "fib_index"),
        ("bursts", "level"),
        ("communities", "stability_of_all"),
        ("bridges", "betweenness"),
    ],
)
def test_every_measure_is_a_command_over_a_file(
    name: str, told: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("posts") / "posts.csv"
    rows = [f"{n},c{n % 5},name,,,text,{n * 7 % 90},u{n % 3}" for n in range(60)]
    rows += [f"f{n},d{n % 3},name,{n % 4},,text,{n}," for n in range(20)]
    header = "message_id,user_id,username,repost_id,reply_id,message,timestamp,urls"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    arguments = ["amplification", "measure", name, str(path), "--preset", "cnt", "-f", "csv"]
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    assert told in result.output
    assert "Looked at 80 posts of 8 channels" in result.output
    assert len(result.stdout.splitlines()) > (name != "bursts")


def said(id_: str, channel: str, second: int, text: str, *, forward_of: str | None = None) -> tuple:
    return (id_, channel, second, text, forward_of)


def publish(posts: Posts, rows: list[tuple]) -> None:
    posts.connection.executemany(
        "INSERT INTO posts (id, channel, time, text, forward_of) "
        "VALUES (?, ?, make_timestamp(?::BIGINT * 1000000), ?, ?)",
        rows,
    )


def test_clone_publishes_later_what_another_had_and_the_original_is_none() -> None:
    texts = [
        f"The bridge number {n} over the river Lesna was closed to lorries at noon" for n in "abcd"
    ]
    rows = [said(f"o{n}", "lesna_live", n, text) for n, text in enumerate(texts)]
    rows += [said(f"c{n}", "mill_radio", n + 60, f"{text}!") for n, text in enumerate(texts[:3])]
    rows += [
        said("own", "mill_radio", 500, "Something that nobody else has written anywhere at all")
    ]
    rows += [
        said(f"f{n}", "open_letter", n + 60, text, forward_of=f"o{n}")
        for n, text in enumerate(texts)
    ]
    with open_posts() as posts:
        publish(posts, rows)
        assert clones(posts) == [Clone("mill_radio", "lesna_live", None, 3, 4)]
        assert clones(posts, least=4) == []


def test_the_clone_planted_in_the_example_network_is_found_alone() -> None:
    with open_posts() as posts:
        load(posts, FOLDER / "posts.parquet", preset("sayso"))
        original, clone = CLONE
        assert [(one.original, one.channel, one.names) for one in clones(posts)] == [
            (f"channel:telegram:{original}", f"channel:telegram:{clone}", "same letters")
        ]


def test_a_clone_by_name_is_found_where_a_file_has_names_beside_numbers(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(
        "message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n"
        "1,71,Norvia Today,,,,0,\n2,82,Norvia Tоday,,,,30,\n3,93,River Report,,,,61,\n"
        "4,82,The Miller,,,,90,\n5,93,River Reports,,,,99,\n",
        encoding="utf-8",
    )
    with open_posts() as posts:
        load(posts, path, preset("cnt"), only=columns_of("clones", "link"))
        assert clones(posts) == [Clone("71", "82", "same letters", 0, 0)]


def test_names_are_alike_across_scripts_and_one_letter_apart_but_not_by_numbers() -> None:
    channels = (
        "channel:telegram:norvia_today", "channel:telegram:norvia_tоday", "norvia_todays",
        "lesna_live", "lesna_1ive", "bulletin2023", "bulletin2024", "u12345", "u12346",
    )  # fmt: skip
    assert alike_names({name: [name.rpartition(":")[2]] for name in channels}) == {
        frozenset(channels[:2]): "same letters",
        frozenset((channels[0], channels[2])): "one letter",
        frozenset((channels[1], channels[2])): "one letter",
        frozenset(channels[3:5]): "one letter",
    }


def test_of_two_with_one_name_the_one_that_copied_more_is_the_clone_and_told_once() -> None:
    text = "The bridge number {} over the river Lesna was closed to lorries at noon"
    rows = [said(f"z{n}", "norvia_today", n, text.format(n)) for n in "345"]
    rows += [said(f"a{n}", "norvia_t0day", 60 + n, text.format(n)) for n in (3, 4)]
    rows += [
        said(f"b{n}", "norvia_t0day", n, f"Bakers bake bread number {n} again") for n in (6, 7)
    ]
    rows += [said("b8", "norvia_t0day", 8, "Nothing of this is anything that others ever had")]
    rows += [said("z6", "norvia_today", 90, "Bakers bake bread 6 times again")]
    with open_posts() as posts:
        publish(posts, rows)
        [found] = clones(posts)
    assert found == Clone("norvia_t0day", "norvia_today", "one letter", 2, 5)


def test_any_name_of_a_channel_may_be_like_any_of_another_but_not_like_its_own() -> None:
    assert alike_names(
        {
            "1": ["norvia_today", "Norvia Today", "Norvia Todays"],
            "2": ["1002003004", "NORVIA TОDAY"],
            "3": ["old_mill", "Old Mill Radio"],
        }
    ) == {frozenset("12"): "same letters"}


def test_a_name_that_very_many_channels_share_makes_no_clones() -> None:
    several = {str(number): ["Norvia Today"] for number in range(LARGEST_BLOCK)}
    assert len(alike_names(several)) == LARGEST_BLOCK * (LARGEST_BLOCK - 1) // 2
    assert alike_names(several | {"one more": ["Norvia Today"]}) == {}


@given(st.text("ab1", max_size=5), st.text("ab1", max_size=5))
def test_one_apart_is_what_trying_every_change_finds(one: str, other: str) -> None:
    removed = {one[:at] + one[at + 1 :] for at in range(len(one))}
    added = {one[:at] + letter + one[at:] for at in range(len(one) + 1) for letter in "ab1"}
    put = {one[:at] + letter + one[at + 1 :] for at in range(len(one)) for letter in "ab1"}
    assert one_apart(one, other) == (other != one and other in removed | added | put)
