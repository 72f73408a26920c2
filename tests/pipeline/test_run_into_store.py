"""Claims about a whole ingest: from files to a real Neo4j, whole, cited and idempotent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.model import Document
from graph.settings import Settings
from graph.store.connection import Store
from graph.store.digest import digest
from ingest.extract import Extractor
from ingest.run import Summary, ingest

EXAMPLES = Path(__file__).parents[2] / "examples"


class Silent:
    """A progress nobody watches, that counts what reached the store."""

    def __init__(self) -> None:
        self.written = 0

    def document_read(self, document: Document) -> None:
        pass

    def document_refused(self, error: DocumentError, *, after_reading: bool) -> None:
        pass

    def documents_written(self, count: int) -> None:
        self.written += count


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def run(extractor: Extractor, store: Store, home: Path, *sources: Path) -> Summary:
    progress = Silent()
    summary = ingest(
        sources,
        extractor=extractor,
        store=store,
        settings=Settings(sayso_home=home),
        progress=progress,
    )
    assert progress.written == summary.documents
    return summary


def test_examples_fill_the_store_and_every_edge_cites_its_sentence(
    graph: Store, extractor: Extractor, tmp_path: Path
) -> None:
    summary = run(extractor, graph, tmp_path, EXAMPLES)
    assert (summary.documents, summary.quarantined) == (10, 0)
    assert summary.written.documents == 10
    wrong = graph.read(
        "MATCH ()-[r]->() WHERE r.quote IS NOT NULL "
        "MATCH (d:Document {id: r.document}) "
        "WHERE substring(d.text, r.start, r.end - r.start) <> r.quote RETURN r.id"
    )
    cited = graph.read("MATCH ()-[r]->() WHERE r.quote IS NOT NULL RETURN count(r) AS n")
    assert wrong == []
    assert cited[0]["n"] != 0
    (record,) = graph.read("MATCH (r:Run) RETURN r.documents AS documents, r.edges AS edges")
    assert record == {"documents": 10, "edges": summary.written.edges}


def test_second_run_changes_nothing(graph: Store, extractor: Extractor, tmp_path: Path) -> None:
    run(extractor, graph, tmp_path, EXAMPLES)
    before = digest(graph)
    again = run(extractor, graph, tmp_path, EXAMPLES)
    assert digest(graph) == before
    assert again.written == replace(again.written, documents=0, unchanged=10, nodes=0, edges=0)


def test_refused_document_leaves_nothing_in_the_store(
    graph: Store, extractor: Extractor, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_bytes("Привіт".encode()[:-1])
    (folder / "b.txt").write_text("Russia and North Korea signed a treaty in June 2024.")
    summary = run(extractor, graph, tmp_path, folder)
    assert (summary.documents, summary.quarantined) == (1, 1)
    assert summary.quarantine is not None
    assert summary.quarantine.parent == tmp_path / "quarantine"
    assert graph.read("MATCH (d:Document) RETURN d.source AS source") == [
        {"source": str(folder / "b.txt")}
    ]
    (record,) = graph.read("MATCH (r:Run) RETURN r.quarantined AS quarantined")
    assert record == {"quarantined": 1}
