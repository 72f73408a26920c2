"""Claims about the ingest run up to the writer: bounded, counted, and on record where refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graph.errors import DocumentError, SaysoError
from graph.ids import document_id, sha256
from graph.model import Document, DocumentGraph
from ingest.extract import Extractor
from ingest.quarantine import Quarantine
from ingest.readers import ReadOptions, count
from ingest.run import (
    BATCH_CHARACTERS,
    BATCH_DOCUMENTS,
    Summary,
    batches,
    configuration,
    contributions,
)

DATA = Path(__file__).parents[1] / "data" / "readers"
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


class Seen:
    """A progress that remembers what it was told."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.refused: list[str] = []
        self.written = 0

    def document_read(self, document: Document) -> None:
        self.read.append(document.source)

    def document_refused(self, error: DocumentError, *, after_reading: bool) -> None:
        self.refused.append(error.source)

    def documents_written(self, count: int) -> None:
        self.written += count


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


class Run:
    """One run over `sources` with everything it leaves behind."""

    def __init__(
        self, extractor: Extractor, home: Path, *sources: Path, limit: int | None = None
    ) -> None:
        self.summary, self.seen = Summary(), Seen()
        self.quarantine = Quarantine(home / "quarantine", started=NOON)
        self.graphs: Iterator[DocumentGraph] = contributions(
            sources,
            extractor=extractor,
            summary=self.summary,
            quarantine=self.quarantine,
            progress=self.seen,
            options=ReadOptions(clock=lambda: NOON),
            limit=limit,
        )

    def records(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.quarantine.path.read_text().splitlines()]


def test_every_readable_document_contributes_its_graph(
    extractor: Extractor, tmp_path: Path
) -> None:
    run = Run(extractor, tmp_path, DATA / "report.txt", DATA / "article.html")
    graphs = list(run.graphs)
    assert [graph.document.title for graph in graphs] == [
        "Why the bridge was closed",
        "The bridge that fell twice",
    ]
    assert run.summary.documents == 2
    assert run.summary.channels == len(
        {node.id for graph in graphs for node in graph.nodes if node.type == "Channel"}
    )
    assert not run.quarantine.path.exists()


def test_refused_documents_are_on_record_and_the_run_goes_on(
    extractor: Extractor, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    broken = "Привіт".encode()[:-1]
    (folder / "a.txt").write_bytes(broken)
    (folder / "b.txt").write_text("The governor said no.")
    (folder / "c.bin").write_bytes(b"\x7fELF" + bytes(100))
    run = Run(extractor, tmp_path, folder, tmp_path / "none.txt", DATA / "articles.csv")
    assert len(list(run.graphs)) == run.summary.documents == 3
    assert run.quarantine.count == len(run.seen.refused) == 5
    records = run.records()
    assert records[0] == {
        "source": str(folder / "a.txt"),
        "reason": "its UTF-8 is broken at byte 10",
        "remedy": "Fetch or save it again as UTF-8",
        "raw_sha256": sha256(broken),
        "time": "2026-01-01T12:00:00+00:00",
    }
    assert [record["reason"] for record in records[1:]] == [
        "it is a program",
        "there is no such file",
        "the row is malformed: it has 2 fields, the header 4",
        "its column 'body' holds no text",
    ]


def test_text_that_comes_twice_is_extracted_once(extractor: Extractor, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The governor said no.")
    (tmp_path / "b.txt").write_text("The governor said no.\r\n")
    run = Run(extractor, tmp_path, tmp_path / "a.txt", tmp_path / "b.txt")
    assert len(list(run.graphs)) == 1
    assert run.summary.repeated == 1


def test_limit_ends_reading(extractor: Extractor, tmp_path: Path) -> None:
    run = Run(extractor, tmp_path, DATA / "report.txt", tmp_path / "never read.txt", limit=1)
    assert len(list(run.graphs)) == 1
    assert run.seen.refused == []


def test_same_sources_in_another_batch_give_the_same_graphs(
    extractor: Extractor, tmp_path: Path
) -> None:
    sources = (DATA / "report.txt", DATA / "article.html", DATA / "article.md")
    together = list(Run(extractor, tmp_path, *sources).graphs)
    alone = [graph for one in sources for graph in Run(extractor, tmp_path, one).graphs]
    assert together == alone


def test_foreign_language_is_counted(extractor: Extractor, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Міністерство оборони заявило, що війська не перебувають на кордоні.")
    run = Run(extractor, tmp_path, path)
    assert len(list(run.graphs)) == 1
    assert run.summary.foreign == 1


def test_quarantine_that_cannot_be_written_ends_the_run(
    extractor: Extractor, tmp_path: Path
) -> None:
    (tmp_path / "quarantine").write_text("a file where the folder should be")
    run = Run(extractor, tmp_path, tmp_path / "none.txt")
    with pytest.raises(SaysoError, match=r"the quarantine .* cannot be written"):
        list(run.graphs)


def document(length: int) -> Document:
    text = "x" * length
    return Document(document_id(text), text, sha256(text), sha256(text), "text", "a.txt")


def test_batches_are_bounded_in_number_and_in_characters_and_lose_nothing() -> None:
    lengths = [10] * 200 + [BATCH_CHARACTERS * 2] + [BATCH_CHARACTERS // 3] * 7
    found = list(batches(map(document, lengths)))
    assert [len(one.text) for batch in found for one in batch] == lengths
    for batch in found:
        assert len(batch) <= BATCH_DOCUMENTS
        assert len(batch) == 1 or sum(len(one.text) for one in batch) <= BATCH_CHARACTERS


def test_configuration_changes_with_what_decides_findings(extractor: Extractor) -> None:
    options = ReadOptions(clock=lambda: NOON)
    later = ReadOptions(clock=lambda: NOON + timedelta(days=1))
    assert configuration(extractor, options) == configuration(extractor, later)
    assert configuration(extractor, options) != configuration(
        extractor, ReadOptions(columns={"text": "body"})
    )


def test_count_of_sources_is_known_unless_a_table_is_among_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.md").write_text("x")
    assert count(tmp_path) == 2
    assert count("-") == count("https://example.org/") == 1
    assert count(DATA) is None
