"""The ingest run: read, extract, write, batch by batch, with everything refused on record.

A chain of generators holds one batch at a time, so a run's memory does not grow with its corpus.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Protocol

from graph.errors import DocumentError
from graph.model import Document, DocumentGraph
from ingest.assertions import to_graph
from ingest.extraction import Extraction
from ingest.quarantine import Quarantine
from ingest.readers import ReadOptions, read

BATCH_DOCUMENTS = 64
BATCH_CHARACTERS = 400_000
"""What is parsed and written at once: about 200 MB of parse trees."""


class Pipe(Protocol):
    """What a run needs of an extractor."""

    def pipe(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Extraction]]:
        """Extract from documents in order."""
        ...


class Progress(Protocol):
    """Told what happens while it happens; the command line draws bars from it."""

    def document_read(self, document: Document) -> None:
        """A document was read."""
        ...

    def document_refused(self, error: DocumentError) -> None:
        """A document was refused."""
        ...

    def batch_written(self, documents: int) -> None:
        """A batch is in the store."""
        ...


Sink = Callable[[Sequence[DocumentGraph]], int]
"""Writes a batch and returns how many edges it holds."""


@dataclass(slots=True)
class Summary:
    """What a run did. `entities` and `channels` are distinct ids, the rest are sums.

    `repeated` counts sources whose text an earlier one of the run had; `foreign` documents in
    another language than the pipeline's, whose findings deserve less trust.
    """

    documents: int = 0
    repeated: int = 0
    foreign: int = 0
    quarantined: int = 0
    claims: int = 0
    relations: int = 0
    edges: int = 0
    seconds: float = 0.0
    quarantine: Path | None = None
    entity_ids: set[str] = field(default_factory=set, repr=False)
    channel_ids: set[str] = field(default_factory=set, repr=False)

    @property
    def entities(self) -> int:
        """Distinct entities, channels aside."""
        return len(self.entity_ids)

    @property
    def channels(self) -> int:
        """Distinct channels."""
        return len(self.channel_ids)

    def count(self, document: Document, extraction: Extraction) -> None:
        """Add one extracted document."""
        self.documents += 1
        self.foreign += document.lang not in (None, "en")
        self.claims += len(extraction.claims)
        self.relations += len(extraction.relations)
        self.entity_ids.update(entity.id for entity in extraction.entities)
        self.channel_ids.update(channel.id for channel in extraction.channels)


def run(
    sources: Iterable[str | Path],
    *,
    extractor: Pipe,
    sink: Sink,
    quarantine: Quarantine,
    progress: Progress,
    options: ReadOptions,
    limit: int | None = None,
) -> Summary:
    """Read, extract and hand to `sink` every document of `sources`, at most `limit` of them."""
    summary = Summary()
    begun = time.perf_counter()
    outcomes = (outcome for source in sources for outcome in read(source, options=options))
    documents = islice(_accepted(outcomes, summary, quarantine, progress, options.clock), limit)
    for batch in batches(documents):
        graphs = []
        for document, extraction in extractor.pipe(batch):
            summary.count(document, extraction)
            graphs.append(to_graph(extraction))
        summary.edges += sink(graphs)
        progress.batch_written(len(graphs))
    summary.quarantined = quarantine.count
    summary.quarantine = quarantine.path if quarantine.count else None
    summary.seconds = time.perf_counter() - begun
    return summary


def batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents in groups that are bounded in number and in length together."""
    batch: list[Document] = []
    characters = 0
    for document in documents:
        length = len(document.text)
        if batch and (len(batch) == BATCH_DOCUMENTS or characters + length > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(document)
        characters += length
    if batch:
        yield batch


def _accepted(
    outcomes: Iterable[Document | DocumentError],
    summary: Summary,
    quarantine: Quarantine,
    progress: Progress,
    clock: Callable[[], datetime],
) -> Iterator[Document]:
    """The documents to extract from: each text once; the refused ones are put on record."""
    seen: set[str] = set()
    for outcome in outcomes:
        if isinstance(outcome, DocumentError):
            quarantine.add(outcome, at=clock())
            progress.document_refused(outcome)
        elif outcome.id in seen:
            summary.repeated += 1
        else:
            seen.add(outcome.id)
            progress.document_read(outcome)
            yield outcome
