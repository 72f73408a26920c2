"""The example corpus in the store, articles and the network of channels, read once a session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.model import DocumentGraph
from graph.store.connection import Store
from graph.store.post_rows import PostGraph
from graph.store.posts import write_posts
from graph.store.writer import write
from tests.factories import RUN
from tests.network import FOLDER

EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True, slots=True)
class Network:
    """The posts of the invented network, claims in some of them, and what was seen of channels."""

    posts: tuple[PostGraph, ...]
    profiles: tuple[DocumentGraph, ...]

    def into(self, store: Store, posts: Iterable[PostGraph]) -> None:
        """Write the posts, in the order given, and the profiles."""
        write_posts(store, posts, RUN, refuse=pytest.fail)
        write(store, self.profiles, RUN)


@pytest.fixture(scope="session")
def corpus_graphs() -> tuple[DocumentGraph, ...]:
    """What each example article contributes to the graph."""
    from ingest.assertions import to_graph
    from ingest.extract import Extractor
    from ingest.readers import read

    documents = [item for item in read(EXAMPLES) if not isinstance(item, Exception)]
    return tuple(to_graph(extraction) for _, extraction in Extractor().pipe(documents))


@pytest.fixture(scope="session")
def network() -> Network:
    """Both files of the network; claims are looked for in the English posts that report speech."""
    from graph.posts import ChannelProfile, Post
    from ingest.extract import Extractor
    from ingest.posts.base import PostOptions
    from ingest.posts.findings import with_findings
    from ingest.posts.profiles import profile_graph
    from ingest.posts.registry import read_posts

    outcomes = [
        outcome
        for name in ("posts.parquet", "later.parquet")
        for outcome in read_posts(FOLDER / name, PostOptions())
    ]
    posts = [one for one in outcomes if isinstance(one, Post)]
    spoken = [post for post in posts if post.lang == "en" and " said " in post.text]
    found = {graph.post.id: graph for graph in with_findings(spoken, Extractor())}
    profiles = {one.id: one for one in outcomes if isinstance(one, ChannelProfile)}
    return Network(
        tuple(found.get(post.id) or PostGraph(post) for post in posts),
        tuple(profile_graph(one) for one in profiles.values()),
    )


@pytest.fixture(scope="module")
def corpus(store: Store, corpus_graphs: tuple[DocumentGraph, ...], network: Network) -> Store:
    """The store with the example corpus and nothing else; tests of the module only read it."""
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    write(store, corpus_graphs, RUN)
    network.into(store, network.posts)
    return store
