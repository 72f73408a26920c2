"""Jobs: how far they are, what became of them, and how to stop them."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import FileResponse
from pydantic import Field
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.concurrency import run_in_threadpool

from api.auth.door import needs
from api.jobs.records import Job, Jobs, Kind, State
from api.problems import documented
from api.responses import Page, Sent
from api.routers import JobsOf, PagingOf
from api.routers.exports import SENT
from graph.errors import NotFoundError

router = APIRouter(prefix="/jobs", tags=["jobs"])

READ, WRITE = needs("read"), needs("write")
JobId = Annotated[str, Path(alias="id", description="Id of the job.", max_length=100)]
LOOK_SECONDS = 0.3


class Refusal(Sent):
    """A document that was set aside."""

    source: str
    reason: str = Field(description="Why it could not be read.")
    remedy: str | None = Field(description="What to do about it.")


class JobCard(Sent):
    """A job as it stands."""

    id: str
    kind: Kind
    state: State
    created: str
    started: str | None
    finished: str | None
    progress: dict[str, int] = Field(description="Documents read, refused, written, and in all.")
    documents: list[str] = Field(description="Ids of documents it read, the first thousand.")
    refused: list[Refusal] = Field(description="What was set aside, the first thousand.")
    counts: dict[str, int] = Field(description="What it brought into the store.")
    result: str | None = Field(description="Address of the file it made.")
    problem: str | None = Field(description="Why it failed, or what it waits for.")


@router.get("", dependencies=[READ], responses=documented(422))
def jobs(
    known: JobsOf,
    paging: PagingOf,
    state: Annotated[State | None, Query(description="Only jobs in this state.")] = None,
) -> Page[JobCard]:
    """Every job, the latest first."""
    found = known.latest(state=state, **paging.asked)
    rows = [{"key": [one.created, one.id], "job": one} for one in found]
    return paging.page(rows, lambda row: card(row["job"]))


@router.get("/{id}", dependencies=[READ], responses=documented(404, 422))
def job(known: JobsOf, id_: JobId) -> JobCard:
    """One job."""
    return card(known.get(id_))


@router.post("/{id}/cancel", dependencies=[WRITE], responses=documented(404, 422))
def cancel(known: JobsOf, id_: JobId) -> JobCard:
    """Stops a job, at once if it waits, else at its next step; what it wrote until then stays."""
    return card(known.cancel(id_, at=datetime.now(UTC)))


_EVENTS: dict[int | str, dict[str, Any]] = {200: {"content": {"text/event-stream": {}}}}


@router.get(
    "/{id}/events",
    dependencies=[READ],
    responses=_EVENTS | documented(404, 422),
    response_class=EventSourceResponse,
)
async def events(known: JobsOf, id_: JobId) -> EventSourceResponse:
    """The job again whenever it changes, as server-sent events named after its state."""
    first = await run_in_threadpool(known.get, id_)
    return EventSourceResponse(_changes(known, first))


async def _changes(known: Jobs, job: Job) -> AsyncIterator[ServerSentEvent]:
    while True:
        shown = json.dumps(card(job).model_dump(), ensure_ascii=False)
        yield ServerSentEvent(shown, event=job.state, id=str(job.version))
        if job.ended:
            return
        seen = job.version
        while job.version == seen:
            await asyncio.sleep(LOOK_SECONDS)
            job = await run_in_threadpool(known.get, job.id)


@router.get(
    "/{id}/result",
    dependencies=[READ],
    responses=SENT | documented(404, 422),
    response_class=FileResponse,
)
def result(known: JobsOf, id_: JobId) -> FileResponse:
    """The file that an export made."""
    made = known.get(id_).result
    if "file" not in made:
        raise NotFoundError(f"The job {id_} made no file", remedy="Wait until it is done")
    path = known.files_of(id_) / made["file"]
    return FileResponse(path, media_type=made["media_type"], filename=made["file"])


def card(job: Job) -> JobCard:
    """A job as it is sent."""
    made = job.result
    return JobCard(
        id=job.id,
        kind=job.kind,
        state=job.state,
        created=job.created,
        started=job.started,
        finished=job.finished,
        progress=dict(job.progress),
        documents=made.get("documents", []),
        refused=[Refusal(**one) for one in made.get("refused", [])],
        counts=made.get("counts", {}),
        result=f"/v1/jobs/{job.id}/result" if "file" in made else None,
        problem=job.problem,
    )
