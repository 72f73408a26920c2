"""The example corpus in the store, extracted once a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import DocumentGraph
from graph.store.connection import Store
from graph.store.writer import write
from tests.factories import RUN

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def corpus_graphs() -> tuple[DocumentGraph, ...]:
    """What each example article contributes to the graph."""
    from ingest.assertions import to_graph
    from ingest.extract import Extractor
    from ingest.readers import read

    documents = [item for item in read(EXAMPLES) if not isinstance(item, Exception)]
    return tuple(to_graph(extraction) for _, extraction in Extractor().pipe(documents))


@pytest.fixture(scope="module")
def corpus(store: Store, corpus_graphs: tuple[DocumentGraph, ...]) -> Store:
    """The store with the example corpus and nothing else; tests of the module only read it."""
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    write(store, corpus_graphs, RUN)
    return store
