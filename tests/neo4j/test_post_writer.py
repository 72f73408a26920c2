"""Posts in a real Neo4j: whatever the order of reading, one graph; taken back, no trace."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from graph.errors import GraphError
from graph.model import DocumentGraph
from graph.posts import Handle, Post
from graph.store.connection import Store
from graph.store.digest import digest
from graph.store.post_rows import PostGraph, post_rows
from graph.store.posts import write_posts
from graph.store.retract import retract
from graph.store.runs import Run, WriteCounts
from graph.store.verify import verify
from graph.store.writer import write
from tests.factories import NOON, RUN, channel, document, mentions, post

pytestmark = pytest.mark.usefixtures("graph")

LATER = Run("run:later", "sayso/0 model/0", "c0ffee", datetime(2024, 11, 1, tzinfo=UTC))
LESNA, OTHER = "channel:telegram:lesna_radio", "channel:telegram:other_one"
SOMEBODY = "channel:telegram:~Some%20Body"


def put(store: Store, *posts: Post, run: Run = RUN) -> WriteCounts:
    refused: list[GraphError] = []
    counts = write_posts(
        store, map(PostGraph, posts), run, refuse=lambda _, error: refused.append(error)
    )
    if refused:
        raise refused[0]
    return counts


def clear(store: Store) -> None:
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")


def collection() -> list[Post]:
    text = "See @other_one and https://lesna.example/bridge"
    return [
        post("1", text=text, handles=(Handle(OTHER, 4, 14),), links=("https://lesna.example/bridge",)),
        post("2", reply_to="post:telegram:lesna_radio:1"),
        post("9", "other_one", forward_of="post:telegram:lesna_radio:2", forward_from=LESNA),
        post("10", "other_one", links=("https://t.me/lesna_radio/2", "https://t.me/third_one")),
        post("11", "other_one", forward_from=SOMEBODY, views=7, seen_at=NOON),
    ]  # fmt: skip


def edges(store: Store) -> set[tuple[str, str, str]]:
    found = store.read("MATCH (s)-[r]->(t) RETURN s.id AS s, type(r) AS type, t.id AS t")
    return {(str(row["s"]), str(row["type"]), str(row["t"])) for row in found}


def test_a_collection_becomes_its_graph(store: Store) -> None:
    put(store, *collection())
    one, two = "post:telegram:lesna_radio:1", "post:telegram:lesna_radio:2"
    nine, ten, eleven = (f"post:telegram:other_one:{number}" for number in (9, 10, 11))
    assert edges(store) == {
        (LESNA, "POSTED", one),
        (LESNA, "POSTED", two),
        (OTHER, "POSTED", nine),
        (OTHER, "POSTED", ten),
        (OTHER, "POSTED", eleven),
        (one, "MENTIONS", OTHER),
        (one, "LINKED_TO", "link:https://lesna.example/bridge"),
        (two, "REPLIED_TO", one),
        (nine, "FORWARDED", two),
        (nine, "FORWARDED", LESNA),
        (ten, "LINKED_TO", two),
        (ten, "LINKED_TO", "channel:telegram:third_one"),
        (eleven, "FORWARDED", SOMEBODY),
    }


def test_importing_again_changes_nothing(store: Store) -> None:
    assert put(store, *collection()).documents == 5
    before = digest(store)
    assert put(store, *collection(), run=LATER) == WriteCounts(unchanged=5)
    assert digest(store) == before


def test_the_same_posts_from_another_file_change_nothing(store: Store) -> None:
    put(store, *collection())
    before = digest(store)
    moved = [replace(one, source="elsewhere", raw_sha256="1" * 64) for one in collection()]
    assert put(store, *moved) == WriteCounts(unchanged=5)
    assert digest(store) == before


def test_order_of_posts_does_not_matter(store: Store) -> None:
    digests = set()
    for seed in range(4):
        clear(store)
        posts = collection()
        random.Random(seed).shuffle(posts)  # noqa: S311
        for one in posts:
            put(store, one)
        digests.add(digest(store))
    assert len(digests) == 1


def test_a_forward_of_an_unread_post_is_completed_by_a_later_import(store: Store) -> None:
    forward, origin = collection()[2], collection()[1]
    put(store, forward)
    [stub] = store.read("MATCH (p:Post) WHERE NOT p:Document RETURN properties(p) AS p")
    assert stub["p"] == {"id": origin.id}
    put(store, origin, collection()[0])
    one_way = digest(store)
    clear(store)
    put(store, collection()[0], origin, forward)
    assert digest(store) == one_way


@pytest.mark.parametrize("pointed_at", [False, True])
def test_all_that_is_known_of_a_post_is_stored(store: Store, pointed_at: bool) -> None:
    known = post(
        url="https://t.me/lesna_radio/815",
        edited_at=NOON + timedelta(hours=1),
        forward_from=SOMEBODY,
        media=("photo",),
        views=7,
        forwards=2,
        reactions=1,
        seen_at=NOON,
    )
    if pointed_at:
        put(store, post("900", reply_to=known.id))
    put(store, known)
    [stored] = store.read("MATCH (p:Document {id: $id}) RETURN properties(p) AS p", id=known.id)
    day = f"{NOON:%Y-%m-%d}"
    numbers = {"views": 7, "forwards": 2, "reactions": 1, "counted_on": day}
    rows = post_rows(PostGraph(known))
    assert stored["p"] == rows.properties | numbers | {"views_seen": [f"{day} 7"]}


EDITED = [
    post(text="Twelve are dead."),
    post(text="Ten are dead.", edited_at=NOON + timedelta(hours=1)),
    post(text="Nobody is dead.", edited_at=NOON + timedelta(hours=2)),
]


@pytest.mark.parametrize("order", list(permutations(EDITED)))
def test_an_edited_post_keeps_its_versions_in_any_order(
    store: Store, order: Sequence[Post]
) -> None:
    for one in (*order, *order):
        put(store, one)
    [current] = store.read("MATCH (p:Post) RETURN p.text AS text")
    versions = store.read(
        "MATCH (v:PostVersion)-[:VERSION_OF]->(:Post) "
        "RETURN v.text AS text, v.made_at AS at ORDER BY at"
    )
    assert current == {"text": "Nobody is dead."}
    assert versions == [
        {"text": "Twelve are dead.", "at": "2024-10-26T12:00:00Z"},
        {"text": "Ten are dead.", "at": "2024-10-26T13:00:00Z"},
    ]


def test_views_are_dated_observations_and_the_latest_stands(store: Store) -> None:
    days = [(NOON + timedelta(days=day), views) for day, views in ((0, 100), (2, 250), (1, 180))]
    sights = [post(views=views, seen_at=at) for at, views in days]
    for order in permutations(sights):
        clear(store)
        for one in (*order, *order):
            put(store, one)
        assert store.read("MATCH (p:Post) RETURN p.views AS views, p.views_seen AS seen") == [
            {"views": 250, "seen": ["2024-10-26 100", "2024-10-27 180", "2024-10-28 250"]}
        ]


def test_of_two_sights_of_a_text_the_one_that_knows_more_stands(store: Store) -> None:
    poor = post(forward_from=OTHER)
    rich = post(forward_from=OTHER, forward_of="post:telegram:other_one:1", url="https://t.me/x/1")
    put(store, poor)
    put(store, rich)
    one_way = digest(store)
    assert put(store, poor) == WriteCounts(unchanged=1)
    clear(store)
    put(store, rich)
    assert digest(store) == one_way


def test_a_withdrawn_forward_takes_its_bare_ends_along(store: Store) -> None:
    put(store, post(forward_from=OTHER, links=("https://a.example/x",)))
    put(store, post(text="Edited.", edited_at=NOON + timedelta(hours=1)))
    found = store.read("MATCH (n) WHERE n:Channel OR n:Link RETURN n.id AS id")
    assert found == [{"id": LESNA}]


@pytest.mark.parametrize("taken", range(5))
def test_a_retracted_post_leaves_what_the_others_make(store: Store, taken: int) -> None:
    posts = collection()
    rest = posts[:taken] + posts[taken + 1 :]
    put(store, *rest)
    without = digest(store)
    put(store, posts[taken])
    retract(store, posts[taken].id)
    assert digest(store) == without


def test_a_retracted_post_takes_its_versions_along(store: Store) -> None:
    put(store, *EDITED)
    retract(store, EDITED[0].id)
    assert store.read("MATCH (n) WHERE NOT n:Run AND NOT n:Store RETURN n.id AS id") == []


def test_a_channel_that_an_article_named_too_stays_when_the_article_goes(store: Store) -> None:
    put(store, post())
    alone = digest(store)
    named = document("Lesna Radio wrote so.")
    node = replace(channel("Lesna Radio"), id=LESNA)
    write(store, [DocumentGraph(named, (node,), (), (mentions(named, node, "Lesna Radio"),))], RUN)
    assert store.read("MATCH (c:Channel) RETURN c.name AS name, c.aliases AS aliases") == [
        {"name": "Lesna Radio", "aliases": ["lesna_radio"]}
    ]
    retract(store, named.id)
    assert digest(store) == alone


def test_a_post_of_another_channel_under_the_same_id_is_refused(store: Store) -> None:
    one = replace(post("1"), channel="channel:x:a")
    put(store, one)
    with pytest.raises(GraphError, match="as a post of channel:x:a"):
        put(store, replace(one, channel="channel:x:b"))


def test_every_handle_in_a_post_can_be_verified(store: Store) -> None:
    put(store, *collection())
    report = verify(store)
    assert (report.documents, report.mentions, report.failed) == (5, 1, 0)
    store.write("MATCH (p:Post {native: '1'}) SET p.text = 'Something else'")
    assert verify(store).failed == 2


def test_thousands_of_posts_in_several_transactions(store: Store) -> None:
    start = datetime(2024, 1, 1, tzinfo=UTC)
    posts = [
        post(str(n), f"channel_{n % 7}", published_at=start + timedelta(minutes=n))
        for n in range(4_100)
    ]
    heard: list[int] = []
    counts = write_posts(
        store, map(PostGraph, posts), RUN, refuse=pytest.fail, progress=heard.append
    )
    assert counts == WriteCounts(documents=4_100, nodes=7, edges=4_100)
    assert heard == [2_000, 2_000, 100]
