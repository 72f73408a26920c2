"""Doing one job: reading documents into the store, or writing an export."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from api.jobs.records import Job, Jobs
from graph.errors import DocumentError, SaysoError, StoreAwayError
from graph.exports import Selection, format_of, select, stream, write_whole
from graph.settings import Settings
from graph.store.connection import Store
from ingest.readers import ReadOptions
from ingest.readers.base import Resource, file_resource
from ingest.run import Summary, ingest

if TYPE_CHECKING:
    from graph.model import Document
    from ingest.extract import Extractor

LISTED = 1_000
"""Documents and refusals named in a result; the counts are of all."""

CRASHES = 3
"""How often a job may end the worker before it is given up."""

_RETRY = timedelta(seconds=2)
_STEP_SECONDS = 0.5
_CANCELLED = "The job was cancelled"


class CancelledError(SaysoError):
    """Somebody asked for the job to stop."""


@dataclass(slots=True)
class Steps:
    """What happens during a job, told to its record now and then and kept for its result."""

    jobs: Jobs
    job: Job
    counts: dict[str, int] = field(
        default_factory=lambda: {"read": 0, "refused": 0, "written": 0, "total": 0}
    )
    documents: list[str] = field(default_factory=list)
    refused: list[dict[str, str | None]] = field(default_factory=list)
    _told: float = 0.0

    def document_read(self, document: Document) -> None:
        """Count a document."""
        self.counts["read"] += 1
        if len(self.documents) < LISTED:
            self.documents.append(document.id)
        self._tell()

    def document_refused(self, error: DocumentError, *, after_reading: bool) -> None:
        """Note one that was set aside, with its reason and remedy."""
        self.counts["refused"] += 1
        if len(self.refused) < LISTED:
            refusal = {"source": error.source, "reason": error.reason, "remedy": error.remedy}
            self.refused.append(dict(refusal))
        self._tell()

    def documents_written(self, count: int) -> None:
        """Count what is in the store."""
        self.counts["written"] += count
        self._told = 0.0
        self._tell()

    def _tell(self) -> None:
        if time.monotonic() - self._told >= _STEP_SECONDS:
            self._told = time.monotonic()
            if not self.jobs.report(self.job.id, self.counts):
                raise CancelledError(_CANCELLED)


@dataclass
class Worker:
    """Does the jobs of a folder, one after another; `open_store` opens the store for each."""

    jobs: Jobs
    settings: Settings
    open_store: Callable[[], AbstractContextManager[Store]]
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    @cached_property
    def extractor(self) -> Extractor:
        """The models, loaded at the first job that reads."""
        from ingest.candidates.configured import configured_sources
        from ingest.extract import Extractor

        return Extractor(
            model=self.settings.sayso_model_en, candidates=configured_sources(self.settings)
        )

    def do_next(self) -> bool:
        """Do the oldest waiting job; False if none waits."""
        job = self.jobs.claim(at=self.clock())
        if job is None:
            return False
        if job.cancelling:
            # Asked for while an earlier try ran, which the store or the worker's end cut short.
            self.jobs.finish(job.id, "cancelled", at=self.clock())
            return True
        if job.attempts > CRASHES:
            why = f"It ended the worker {CRASHES} times, so it is not tried again"
            self.jobs.finish(job.id, "failed", at=self.clock(), problem=why)
            return True
        try:
            result = self._do(job)
        except CancelledError:
            self.jobs.finish(job.id, "cancelled", at=self.clock())
        except StoreAwayError as error:
            # What was accepted waits for the store. What the store refuses it would refuse again.
            self.jobs.requeue(job.id, not_before=self.clock() + _RETRY, why=str(error))
        except SaysoError as error:
            self.jobs.finish(job.id, "failed", at=self.clock(), problem=str(error))
        else:
            self.jobs.finish(job.id, "done", at=self.clock(), result=result)
        return True

    def _do(self, job: Job) -> Mapping[str, Any]:
        with self.open_store() as store:
            return self._export(job, store) if job.kind == "export" else self._ingest(job, store)

    def _ingest(self, job: Job, store: Store) -> Mapping[str, Any]:
        steps = Steps(self.jobs, job)
        steps.counts["total"] = int(job.asked.get("total", 0))
        summary = ingest(
            self._sources(job),
            extractor=self.extractor,
            store=store,
            settings=self.settings,
            progress=steps,
            options=ReadOptions(clock=self.clock),
        )
        # Steps are told now and then; the last ones would be missing from a bar that has ended.
        self.jobs.report(job.id, steps.counts)
        return {
            "documents": steps.documents,
            "refused": steps.refused,
            "counts": {**steps.counts, **_counts(summary)},
        }

    def _sources(self, job: Job) -> Iterator[str | Resource]:
        """What a job reads, under the names its sender gave; those never were paths."""
        if job.kind == "urls":
            yield from job.asked["urls"]
            return
        for file in job.asked["files"]:
            kept = file_resource(self.jobs.files_of(job.id) / file["kept"])
            yield Resource(source=file["name"], open=kept.open, suffix=kept.suffix, size=kept.size)

    def _export(self, job: Job, store: Store) -> Mapping[str, Any]:
        asked = dict(job.asked)
        wanted = format_of(asked.pop("format"))
        chosen = select(store, Selection.of(asked), self.clock())
        name = f"sayso-{wanted.name}.{wanted.suffix}"
        out = self.jobs.files_of(job.id) / name
        write_whole(out, self._until_cancelled(job, stream(wanted, chosen)))
        return {"file": name, "media_type": wanted.media_type, "size": out.stat().st_size}

    def _until_cancelled(self, job: Job, pieces: Iterator[bytes]) -> Iterator[bytes]:
        looked = 0.0
        for piece in pieces:
            if time.monotonic() - looked >= _STEP_SECONDS:
                looked = time.monotonic()
                if self.jobs.get(job.id).cancelling:
                    raise CancelledError(_CANCELLED)
            yield piece


def _counts(summary: Summary) -> Mapping[str, int]:
    written = asdict(summary.written)
    return {
        "repeated": summary.repeated,
        "entities": summary.entities,
        "channels": summary.channels,
        "claims": summary.claims,
        "relations": summary.relations,
        "unchanged": written["unchanged"],
        "nodes": written["nodes"],
        "edges": written["edges"],
    }
