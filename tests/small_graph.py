"""A small invented graph whose every edge is known: three documents, and six posts of channels."""

from __future__ import annotations

from datetime import timedelta

import pytest

from graph.amplification.asking import parameters
from graph.amplification.posts import open_posts
from graph.amplification.run import run_of, run_on_store
from graph.model import DocumentGraph, Node
from graph.posts import Post
from graph.store.connection import Store
from graph.store.post_rows import PostGraph
from graph.store.posts import write_posts
from graph.store.writer import write
from tests.factories import (
    NOON,
    RUN,
    assertion,
    channel,
    citation,
    claim,
    document,
    mentions,
    post,
    state,
)

NORVIA = state("Norvia", name_uk="Норвія", aliases=("Kingdom of Norvia",))
SUDMARK, ESTWOLD, WESTMERE = state("Sudmark"), state("Estwold"), state("Westmere")
ZORIA = Node("Person", "person:oleh-zoria", {"name": "Олег Зоря", "aliases": ("Oleh Zória",)})
LANTERN = channel("Lantern", platform="telegram", audience=("abroad",))
HOME = Node("Audience", "audience:home", {"name": "home"})
CLOSED, OPEN = claim("the bridge is closed"), claim("the bridge was never closed")
SMALL = Node("SubscriberCount", "subscribers:1", {"value": 64_000, "bound": "exact"})
LARGE = Node("SubscriberCount", "subscribers:2", {"value": 90_000, "bound": "approx"})


def said(day: str, *sentences: tuple) -> DocumentGraph:
    """A document of that day; each sentence is its words, a type, two ends and properties."""
    text = " ".join(words for words, *_ in sentences)
    of = document(text, published_at=day, title=f"News of {day}")
    nodes, made = {}, []
    for words, type_, source, target, properties in sentences:
        source = of if source is None else source
        nodes |= {end.id: end for end in (source, target) if isinstance(end, Node)}
        made.append(assertion(type_, source, target, citation(of, words), **properties))
    named = [node for node in nodes.values() if str(node.properties.get("name")) in text]
    shown = [mentions(of, node, str(node.properties["name"])) for node in named if node is not HOME]
    return DocumentGraph(of, tuple(nodes.values()), tuple(made), tuple(shown))


SPEECH = {"stance": "asserts", "mode": "quoted"}
GRAPHS = (
    said(
        "2024-01-10",
        ("Norvia signed with Sudmark.", "ALLIED_WITH", NORVIA, SUDMARK, {"date": "2024-01"}),
        ("Lantern: the bridge is closed.", "SAID", LANTERN, CLOSED, SPEECH),
        ("Lantern has 64,000 readers.", "HAS_SUBSCRIBERS", LANTERN, SMALL, {}),
    ),
    said(
        "2024-03-10",
        ("Sudmark helped Estwold.", "SUPPORTS", SUDMARK, ESTWOLD, {"date": "2024-22"}),
        ("Norvia denied it helped Estwold.", "SUPPORTS", NORVIA, ESTWOLD, {"modality": "denied"}),
        (
            "Lantern denied: closed it is not.",
            "SAID",
            LANTERN,
            CLOSED,
            SPEECH | {"stance": "denies"},
        ),
        ("Lantern: never closed!", "SAID", LANTERN, OPEN, SPEECH),
        (
            "Lantern writes for those at home.",
            "ADDRESSES",
            LANTERN,
            HOME,
            SPEECH | {"stance": None, "mode": None},
        ),
        ("One excludes the other.", "CONTRADICTS", CLOSED, OPEN, {}),
        ("Lantern grew to 90,000.", "HAS_SUBSCRIBERS", LANTERN, LARGE, {"date": "2024-03"}),
    ),
    said(
        "2024-06-01",
        ("Estwold attacked Westmere.", "ATTACKED", ESTWOLD, WESTMERE, {"date": "2023"}),
        ("Олег Зоря visited Norvia.", "VISITED", ZORIA, NORVIA, {"date": "2024-05-30"}),
        ("The bridge is closed, says nobody.", "STATES", None, CLOSED, {"stance": "neutral"}),
    ),
)


ALPHA, BETA, GAMMA = (
    f"channel:telegram:{name}" for name in ("alpha_one", "beta_two", "gamma_three")
)
A1, A2, B1, B2, C1, C2 = (
    f"post:telegram:{name}"
    for name in (
        "alpha_one:1", "alpha_one:2", "beta_two:1", "beta_two:2", "gamma_three:1", "gamma_three:2",
    )
)  # fmt: skip
LINK = ("https://lesna.example/bridge",)
POSTS = (
    ("1", "alpha_one", 0, {"links": LINK}),
    ("2", "alpha_one", 10, {}),
    ("1", "beta_two", 30, {"forward_of": A1, "forward_from": ALPHA}),
    ("2", "beta_two", 40, {"links": LINK}),
    ("1", "gamma_three", 60, {"forward_of": B1}),
    ("2", "gamma_three", 90, {"forward_from": ALPHA}),
)


def _post(native: str, channel: str, seconds: int, changes: dict[str, object]) -> Post:
    when = NOON + timedelta(seconds=seconds)
    return post(native, channel, published_at=when, text=f"{channel} {native}", **changes)


def write_documents(store: Store) -> list[str]:
    """Write GRAPHS into an emptied store; the ids of their documents."""
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    write(store, GRAPHS, RUN)
    return [graph.document.id for graph in GRAPHS]


def add_posts(store: Store) -> list[str]:
    """Write POSTS and the edges that two passes make of them; the ids of the posts."""
    write_posts(store, [PostGraph(_post(*one)) for one in POSTS], RUN, refuse=pytest.fail)
    for asked in (
        parameters("co-share", "link", 60_000_000, significance=True),
        parameters("forwards", "forward", None),
    ):
        with open_posts() as posts:
            run_on_store(store, posts, asked, run_of(asked, NOON), clock=lambda: NOON)
    return [A1, A2, B1, B2, C1, C2]
