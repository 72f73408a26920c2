"""A pass over the store reads its posts, writes edges that cite them, and does so again alike."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.amplification.asking import Parameters, parameters
from graph.amplification.explain import explain
from graph.amplification.measures import Asked, columns_of, measure
from graph.amplification.posts import open_posts
from graph.amplification.reach import read_observations
from graph.amplification.run import Report, run_of, run_on_store
from graph.amplification.stream import read_posts
from graph.errors import NotFoundError
from graph.settings import Settings
from graph.store.connection import Store

START = datetime(2024, 5, 1, 10, tzinfo=UTC)
LINK, CLAIM = "https://example.org/a", "claim:one"
CREATE = """
UNWIND $rows AS row
MERGE (c:Entity {id: row.channel}) SET c:Actor:Channel, c.name = row.name, c.aliases = []
MERGE (p:Post {id: row.id})
SET p:Document, p.channel = row.channel, p.published_at = row.time, p.text = row.text
MERGE (c)-[:POSTED {id: 'posted ' + row.id}]->(p)
FOREACH (url IN row.links |
  MERGE (l:Link {id: 'link:' + url}) MERGE (p)-[:LINKED_TO {id: row.id + url, url: url}]->(l))
FOREACH (other IN row.forwards |
  MERGE (o:Post {id: other}) MERGE (p)-[:FORWARDED {id: row.id + other}]->(o))
FOREACH (claim IN row.claims |
  MERGE (k:Claim {id: claim}) MERGE (p)-[:CARRIES {id: row.id + claim}]->(k))
"""


def post(id_: str, channel: str, seconds: int, **more: object) -> dict[str, object]:
    time = (START + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")
    known = {"links": [], "forwards": [], "claims": [], "text": f"Text of {id_}"}
    return {
        "id": f"post:{id_}",
        "channel": f"channel:{channel}",
        "name": channel.title(),
        "time": time,
        **known,
        **more,
    }


@pytest.fixture
def channels(graph: Store) -> Store:
    graph.write(
        CREATE,
        rows=[
            post("a1", "alpha", 0, links=[LINK], claims=[CLAIM]),
            post("b1", "beta", 30, links=[LINK], claims=[CLAIM]),
            post("c1", "gamma", 90, links=[LINK]),
            post("c2", "gamma", 200, forwards=["post:a1"], text="Слово в слово"),
            post("c3", "gamma", 300, forwards=["post:unread"]),
        ],
    )
    return graph


def run(store: Store, asked: Parameters, *, minutes: int = 0) -> Report:
    started = START + timedelta(minutes=minutes)
    with open_posts() as posts:
        return run_on_store(store, posts, asked, run_of(asked, started), clock=lambda: started)


def edges(store: Store) -> dict[tuple[str, str, str], dict[str, object]]:
    rows = store.read(
        "MATCH (a)-[r:CO_SHARED|AMPLIFIES]->(b) "
        "RETURN type(r) AS type, a.name AS a, b.name AS b, properties(r) AS properties"
    )
    return {(str(r["type"]), str(r["a"]), str(r["b"])): dict(r["properties"]) for r in rows}  # type: ignore[call-overload]


SECONDS_60 = parameters("co-share", "link", 60_000_000)


def test_the_table_holds_what_the_store_says_of_its_posts(channels: Store) -> None:
    with open_posts() as posts:
        assert read_posts(channels, posts) == 5
        found = posts.rows(
            "SELECT id, channel, time, links, claims, forward_of, text FROM posts ORDER BY id"
        )
    naive = START.replace(tzinfo=None)
    assert found[0] == ("post:a1", "channel:alpha", naive, [LINK], [CLAIM], None, "Text of a1")
    assert found[3][5:] == ("post:a1", "Слово в слово")
    assert [row[0] for row in found] == ["post:a1", "post:b1", "post:c1", "post:c2", "post:c3"]


def test_an_edge_carries_rule_coverage_run_and_the_posts_behind_it(channels: Store) -> None:
    report = run(channels, SECONDS_60)
    assert (report.type, report.counts.written, report.counts.removed) == ("CO_SHARED", 4, 0)
    found = edges(channels)
    assert found.keys() == {
        ("CO_SHARED", a, b)
        for a, b in [("Alpha", "Beta"), ("Beta", "Alpha"), ("Beta", "Gamma"), ("Gamma", "Beta")]
    }
    edge = found["CO_SHARED", "Beta", "Gamma"]
    assert (edge["method"], edge["weight"], edge["posts"], edge["object"]) == (
        "co-share/1",
        1,
        1,
        "link",
    )
    assert edge["documents"] == ["post:b1", "post:c1"]
    assert json.loads(str(edge["parameters"]))["window_seconds"] == 60
    assert json.loads(str(edge["coverage"])) == {
        "posts": 5,
        "channels": 3,
        "first": "2024-05-01T10:00:00+00:00",
        "last": "2024-05-01T10:05:00+00:00",
    }
    [logged] = channels.read("MATCH (r:Run {id: $id}) RETURN r.edges AS edges", id=edge["run"])
    assert logged["edges"] == 4


def test_a_second_run_writes_the_same_edges(channels: Store) -> None:
    run(channels, SECONDS_60)
    before = edges(channels)
    again = run(channels, SECONDS_60, minutes=5)
    after = edges(channels)
    assert (again.counts.written, again.counts.removed) == (4, 0)
    differing = {
        key for pair in before for key in before[pair] if before[pair][key] != after[pair][key]
    }
    assert differing == {"run"}


def test_edges_that_no_longer_hold_go_and_those_of_other_parameters_stay(channels: Store) -> None:
    run(channels, SECONDS_60)
    run(channels, parameters("co-share", "claim", 60_000_000))
    channels.write("MATCH (p:Post {id: 'post:c1'}) DETACH DELETE p")
    report = run(channels, SECONDS_60, minutes=5)
    assert (report.counts.written, report.counts.removed) == (2, 2)
    kept = channels.read("MATCH ()-[r:CO_SHARED]->() RETURN r.object AS object ORDER BY object")
    assert [row["object"] for row in kept] == ["claim", "claim", "link", "link"]


def test_forwards_are_amplification_of_the_channel_forwarded(channels: Store) -> None:
    run(channels, parameters("forwards", "forward", None, significance=True))
    found = edges(channels)
    assert found.keys() == {("AMPLIFIES", "Gamma", "Alpha")}
    edge = found["AMPLIFIES", "Gamma", "Alpha"]
    assert (edge["weight"], edge["documents"]) == (1, ["post:c2", "post:a1"])
    assert "significance" in edge


def test_who_follows_is_the_one_who_comes_after(channels: Store) -> None:
    run(channels, parameters("follow", "link", 60_000_000))
    assert edges(channels).keys() == {
        ("AMPLIFIES", "Beta", "Alpha"),
        ("AMPLIFIES", "Gamma", "Beta"),
    }


def test_coortweets_own_measures_are_on_its_edges_and_a_second_run_changes_none(
    channels: Store,
) -> None:
    minute, fast = 60_000_000, 30_000_000
    asked = parameters("CooRTweet", "link", minute, min_participation=1, fast=fast, percentile=0.0)
    run(channels, asked)
    before = edges(channels)
    measures = ("weight_fast", "symmetry", "source_posts", "target_posts", "seconds_apart")
    told = {
        (source, target): (edge["weight"], *(edge[name] for name in measures))
        for (_, source, target), edge in before.items()
    }
    assert told == {
        ("Alpha", "Beta"): (1, 1, 1.0, 1, 1, 30.0),
        ("Beta", "Gamma"): (1, 0, 1.0, 1, 1, 60.0),
    }
    assert {edge["strong"] for edge in before.values()} == {False}
    again = run(channels, asked, minutes=5)
    after = edges(channels)
    assert (again.counts.written, again.counts.removed) == (2, 0)
    assert [edge | {"run": None} for edge in after.values()] == [
        edge | {"run": None} for edge in before.values()
    ]


def test_explaining_lists_the_posts_with_text_and_time(channels: Store) -> None:
    run(channels, SECONDS_60)
    [there, back] = explain(channels, "alpha", "channel:beta")
    assert (there.source, there.target, back.source, back.target) == (
        "Alpha",
        "Beta",
        "Beta",
        "Alpha",
    )
    assert [(behind.name, behind.text, behind.time) for behind in there.posts] == [
        ("Alpha", "Text of a1", "2024-05-01T10:00:00Z"),
        ("Beta", "Text of b1", "2024-05-01T10:00:30Z"),
    ]
    with pytest.raises(NotFoundError, match="Nothing was computed between Alpha and Gamma"):
        explain(channels, "Alpha", "Gamma")
    with pytest.raises(NotFoundError, match="There is no channel 'Delta'"):
        explain(channels, "Delta", "Gamma")


def test_reach_adds_what_was_seen_of_subscribers(channels: Store) -> None:
    channels.write(
        "UNWIND $rows AS row MATCH (c:Entity {id: row[0]}) "
        "CREATE (c)-[:HAS_SUBSCRIBERS {id: row[1]}]->"
        "(:SubscriberCount {id: row[1], value: row[2], bound: row[3], date: row[4]})",
        rows=[
            ["channel:alpha", "s1", 100, "exact", "2024-04"],
            ["channel:alpha", "s2", 700, "exact", "2024-06-01"],
            ["channel:beta", "s3", 50, "at_least", "2024-07-01/2024-07-05"],
        ],
    )
    with open_posts() as posts:
        read_posts(channels, posts)
        asked = Asked("link", observations=read_observations(channels))
        [row] = measure(posts, "reach", asked).records()
    assert row == {
        "first_post_seen": "post:a1",
        "at_most": 150,
        "channels": 3,
        "counted_later": 1,
        "lower_bounds": 1,
        "unknown": 1,
    }


def test_clones_are_found_by_the_names_that_the_store_has_of_channels(channels: Store) -> None:
    named = [("d1", "1001", "Norvia Today"), ("e1", "1002", "Norvia Tоday")]
    rows = [post(id_, channel, 400, name=name) for id_, channel, name in named]
    channels.write(CREATE, rows=rows)
    with open_posts() as posts:
        read_posts(channels, posts, only=columns_of("clones", "link"))
        [row] = measure(posts, "clones", Asked()).records()
    assert (row["channel"], row["original"], row["names"], row["copies"]) == (
        *("channel:1001", "channel:1002", "same letters"),
        0,
    )


def test_the_commands_say_what_was_looked_at(
    channels: Store, server_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_HOME", str(server_settings.sayso_home))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    arguments = ["amplification", "run", "--object", "link", "--window", "60s", "--min-weight", "1"]
    told = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert "5 posts of 3 channels" in told.output
    assert "4 CO_SHARED edges written" in told.output
    told = CliRunner().invoke(
        app, ["amplification", "explain", "Alpha", "Beta"], catch_exceptions=False
    )
    assert "weight 1 by co-share/1" in told.output
    assert "Text of b1" in told.output
