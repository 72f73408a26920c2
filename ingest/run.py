"""The ingest run: read, extract, write, with everything refused on record.

A chain of generators that holds one batch at a time, so a run's memory does not grow with its
corpus; the writer at its end pulls, and each transaction holds whole documents.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from graph.errors import DocumentError, GraphError
from graph.ids import hashed_id, sha256
from graph.model import Document, DocumentGraph
from graph.store.rows import document_rows
from graph.store.runs import Run, WriteCounts, finish_run
from graph.store.writer import write
from ingest.assertions import to_graph
from ingest.candidates import tally
from ingest.extraction import Extraction
from ingest.quarantine import Quarantine
from ingest.readers import ReadOptions, Source, read

if TYPE_CHECKING:
    from graph.settings import Settings
    from graph.store.connection import Store
    from ingest.extract import Extractor

BATCH_DOCUMENTS = 64
BATCH_CHARACTERS = 400_000
"""What is parsed at once: about 200 MB of parse trees."""


class Progress(Protocol):
    """Told what happens while it happens; the command line draws bars from it."""

    def document_read(self, document: Document) -> None:
        """A document was read."""
        ...

    def document_refused(self, error: DocumentError, *, after_reading: bool) -> None:
        """A document was refused, `after_reading` if `document_read` had told of it."""
        ...

    def documents_written(self, count: int) -> None:
        """A batch is in the store."""
        ...


@dataclass(slots=True)
class Summary:
    """What a run did. `entities` and `channels` are distinct ids, claims and relations sums.

    `repeated` counts sources whose text an earlier one of the run had, `foreign` documents in
    another language than the pipeline's, whose findings deserve less trust. `written` is what the
    store took: documents, those it had already, new nodes, edges. `candidates` has, for every model
    asked beside the rules, how many of its proposals were accepted, merged, dropped and failed.
    """

    documents: int = 0
    repeated: int = 0
    foreign: int = 0
    quarantined: int = 0
    claims: int = 0
    relations: int = 0
    written: WriteCounts = field(default_factory=WriteCounts)
    seconds: float = 0.0
    quarantine: Path | None = None
    entity_ids: set[str] = field(default_factory=set, repr=False)
    channel_ids: set[str] = field(default_factory=set, repr=False)
    candidates: tally.Tally = field(default_factory=dict)

    @property
    def entities(self) -> int:
        """Distinct entities, channels aside."""
        return len(self.entity_ids)

    @property
    def channels(self) -> int:
        """Distinct channels."""
        return len(self.channel_ids)

    def count(self, extraction: Extraction) -> None:
        """Add one extracted document."""
        self.documents += 1
        self.foreign += extraction.document.lang not in (None, "en")
        self.claims += len(extraction.claims)
        self.relations += len(extraction.relations)
        self.entity_ids.update(entity.id for entity in extraction.entities)
        self.channel_ids.update(channel.id for channel in extraction.channels)
        tally.add(self.candidates, extraction)


def ingest(
    sources: Iterable[Source],
    *,
    extractor: Extractor,
    store: Store,
    settings: Settings,
    progress: Progress,
    options: ReadOptions | None = None,
    limit: int | None = None,
) -> Summary:
    """Read, extract and write every document of `sources`, at most `limit` of them.

    What cannot be read goes to the quarantine under `settings.sayso_home` and the run goes on.
    Raises StoreError where the store fails; what was written until then stays and is found
    unchanged by the next run.
    """
    options = options or ReadOptions()
    begun, started = time.perf_counter(), options.clock()
    config = configuration(extractor, options)
    run = Run(
        id=hashed_id("run", started.isoformat(), config),
        pipeline=f"sayso {version('sayso')}",
        config=config,
        started=started,
    )
    summary = Summary()
    quarantine = Quarantine(settings.sayso_home / "quarantine", started=started)
    graphs = contributions(
        sources,
        extractor=extractor,
        summary=summary,
        quarantine=quarantine,
        progress=progress,
        options=options,
        limit=limit,
    )
    summary.written = write(store, graphs, run, progress=progress.documents_written)
    summary.quarantined = quarantine.count
    summary.quarantine = quarantine.path if quarantine.count else None
    finished = options.clock()
    finish_run(store, run, summary.written, finished=finished, quarantined=quarantine.count)
    summary.seconds = time.perf_counter() - begun
    return summary


def configuration(extractor: Extractor, options: ReadOptions) -> str:
    """A hash of everything beside the sources that decides what a run finds."""
    meta = extractor.nlp.meta
    decisive: dict[str, object] = {
        "sayso": version("sayso"),
        "model": f"{meta['lang']}_{meta['name']} {meta['version']}",
        "encoding": options.encoding,
        "columns": dict(options.columns),
        "max_bytes": options.max_bytes,
    }
    if extractor.candidates:
        decisive["candidates"] = [source.name for source in extractor.candidates]
    return sha256(json.dumps(decisive, sort_keys=True))[:16]


def contributions(
    sources: Iterable[Source],
    *,
    extractor: Extractor,
    summary: Summary,
    quarantine: Quarantine,
    progress: Progress,
    options: ReadOptions,
    limit: int | None = None,
) -> Iterator[DocumentGraph]:
    """What each readable document of `sources` contributes to the graph, counted in `summary`."""

    def refuse(error: DocumentError, *, after_reading: bool) -> None:
        quarantine.add(error, at=options.clock())
        progress.document_refused(error, after_reading=after_reading)

    def readable() -> Iterator[Document]:
        seen: set[str] = set()
        for source in sources:
            for outcome in read(source, options=options):
                if isinstance(outcome, DocumentError):
                    refuse(outcome, after_reading=False)
                elif outcome.id in seen:
                    summary.repeated += 1
                else:
                    seen.add(outcome.id)
                    progress.document_read(outcome)
                    yield outcome

    for batch in batches(islice(readable(), limit)):
        for _, extraction in extractor.pipe(batch):
            graph = checked(extraction)
            if isinstance(graph, DocumentError):
                refuse(graph, after_reading=True)
            else:
                summary.count(extraction)
                yield graph


def checked(extraction: Extraction) -> DocumentGraph | DocumentError:
    """A document's graph, or its refusal: one that breaks the rules must not end a long run."""
    graph = to_graph(extraction)
    try:
        document_rows(graph)
    except GraphError as error:
        return DocumentError(
            extraction.document.source,
            f"what was extracted from it does not fit the vocabulary ({error.message})",
            remedy="Report it with the text, if you may share that: extraction is at fault",
            raw_sha256=extraction.document.raw_sha256,
        )
    return graph


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
