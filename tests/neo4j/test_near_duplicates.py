"""Posts with nearly the same text are linked, once a pair, and only as long as they are alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.amplification.duplicates import duplicates_run, write_duplicates
from graph.amplification.neartext import MIN_WORDS, THRESHOLD
from graph.amplification.posts import open_posts
from graph.amplification.run import Report
from graph.posts import Post
from graph.settings import Settings
from graph.store.connection import Store
from graph.store.digest import digest
from graph.store.post_rows import PostGraph
from graph.store.posts import write_posts
from graph.store.retract import REVISION, retract
from graph.store.schema import STORE_ID
from graph.store.verify import verify
from tests.factories import NOON, RUN, post

ORIGINAL = "The bridge at Lesna fell in the night and nobody was told why"
LONGER = "The bridge at Lesna fell in the night and nobody was told why, friends"
LONGEST = "The bridge at Lesna fell in the night and nobody was told why, friends, today"
FARTHEST = "Bridge at Lesna fell in the night and nobody was told, friends, today"
OTHER = "Bakers of Norvia bake bread for everybody who comes before seven"
A, B, C, D, E, F = (f"post:telegram:lesna_radio:{number}" for number in range(1, 7))

Edge = tuple[str, str, float]


def at(number: int, text: str, *, edited: bool = False, **more: str) -> Post:
    time = NOON + timedelta(minutes=number)
    if edited:
        return post(str(number), text=text, published_at=time, edited_at=time + timedelta(hours=1))
    return post(str(number), text=text, published_at=time, **more)


def put(store: Store, *posts: Post) -> None:
    refused: list[Exception] = []
    write_posts(store, map(PostGraph, posts), RUN, refuse=lambda _, error: refused.append(error))
    assert not refused


def find(store: Store, *, minutes: int = 0) -> Report:
    started = datetime(2024, 11, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    with open_posts() as posts:
        return write_duplicates(store, posts, duplicates_run(started), clock=lambda: started)


def edges(store: Store) -> set[Edge]:
    rows = store.read(
        "MATCH (s)-[r:NEAR_DUPLICATE]->(t) RETURN s.id AS s, t.id AS t, r.score AS score"
    )
    return {(str(row["s"]), str(row["t"]), round(float(str(row["score"])), 6)) for row in rows}


def revision(store: Store) -> int:
    [row] = store.read(REVISION, id=STORE_ID)
    return int(str(row["revision"]))


def jaccard(one: str, other: str) -> float:
    words, others = (set(text.lower().replace(",", "").split()) for text in (one, other))
    return len(words & others) / len(words | others)


@pytest.fixture
def copied(graph: Store) -> Store:
    """A and its copy B, C and D ever further from them, E on its own, F a forward of A."""
    put(
        graph,
        at(1, ORIGINAL),
        at(2, ORIGINAL),
        at(3, LONGEST),
        at(4, FARTHEST),
        at(5, OTHER),
        at(6, ORIGINAL, forward_of=A),
    )
    return graph


def test_posts_that_are_nearly_alike_are_linked_into_a_chain(copied: Store) -> None:
    report = find(copied)
    assert (report.type, report.counts.written, report.counts.removed) == ("NEAR_DUPLICATE", 3, 0)
    assert jaccard(ORIGINAL, FARTHEST) < THRESHOLD
    assert edges(copied) == {
        (A, B, 1.0),
        (A, C, round(jaccard(ORIGINAL, LONGEST), 6)),
        (C, D, round(jaccard(LONGEST, FARTHEST), 6)),
    }


def test_an_edge_says_how_it_was_found_and_rests_on_the_later_post(copied: Store) -> None:
    put(copied, post("7", text=OTHER, published_at=NOON - timedelta(days=1)))
    find(copied)
    [row] = copied.read(
        "MATCH (:Post {id: $id})-[r:NEAR_DUPLICATE]-() RETURN properties(r) AS properties", id=E
    )
    assert row["properties"] == {
        "document": E,
        "published_at": (NOON + timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "extractor": "jaccard-words/1",
        "method": f"jaccard-words/1 threshold={THRESHOLD} min_words={MIN_WORDS}",
        "score": 1.0,
        "run": duplicates_run(datetime(2024, 11, 1, tzinfo=UTC)).id,
    }


def test_a_second_run_changes_nothing(copied: Store) -> None:
    find(copied)
    before = digest(copied, ignore=["run"])
    again = find(copied, minutes=5)
    assert (again.counts.written, again.counts.removed) == (3, 0)
    assert digest(copied, ignore=["run"]) == before


def test_an_edge_goes_with_the_likeness(copied: Store) -> None:
    find(copied)
    copied.write("MATCH (p:Post {id: $id}) SET p.text = $text", id=D, text="Nothing like it at all")
    report = find(copied, minutes=5)
    assert (report.counts.written, report.counts.removed) == (2, 1)
    assert {(source, target) for source, target, _ in edges(copied)} == {(A, B), (A, C)}


@pytest.mark.parametrize(("number", "kept"), [(1, {(C, D)}), (3, {(A, B)})])
def test_an_edited_post_is_nobodys_copy_until_the_next_run(
    copied: Store, number: int, kept: set[tuple[str, str]]
) -> None:
    find(copied)
    put(copied, at(number, "Something else altogether was meant", edited=True))
    assert {(source, target) for source, target, _ in edges(copied)} == kept


def test_the_next_run_joins_what_a_taken_back_post_held_together(copied: Store) -> None:
    find(copied)
    retract(copied, A)
    assert {(source, target) for source, target, _ in edges(copied)} == {(C, D)}
    find(copied, minutes=5)
    assert edges(copied) == {
        (B, C, round(jaccard(ORIGINAL, LONGEST), 6)),
        (C, D, round(jaccard(LONGEST, FARTHEST), 6)),
    }
    report = verify(copied)
    assert (report.failed, report.documents) == (0, 5)


def test_taking_all_posts_back_leaves_no_trace_of_copies(copied: Store) -> None:
    find(copied)
    removed = [retract(copied, id_).edges for id_ in (A, B, C, D, E, F)]
    # Each post has one POSTED; A the edges to B and C as well, C the one to D, F its FORWARDED.
    assert removed == [3, 1, 2, 1, 1, 2]
    left = copied.read(
        "MATCH (n) WHERE NOT n:Run AND NOT n:Store RETURN labels(n) AS labels, n.id AS id"
    )
    assert left == []


def test_texts_alike_give_a_forest_however_many_there_are(graph: Store) -> None:
    texts = [ORIGINAL, LONGER, LONGEST, ORIGINAL, LONGER]
    assert all(jaccard(one, other) >= THRESHOLD for one, other in combinations(texts, 2))
    put(graph, *(at(number, text) for number, text in enumerate(texts, start=1)))
    find(graph)
    assert len(edges(graph)) == len(texts) - 1


def test_finding_copies_raises_the_revision(copied: Store) -> None:
    before = revision(copied)
    find(copied)
    assert revision(copied) > before


def test_the_command_says_what_was_looked_at(
    copied: Store, server_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_HOME", str(server_settings.sayso_home))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    told = CliRunner().invoke(app, ["amplification", "near-duplicates"], catch_exceptions=False)
    assert "6 posts of 1 channels" in told.output
    assert "3 NEAR_DUPLICATE edges written" in told.output
