"""Documents, files and addresses that come in by jobs, exports that go out; retraction."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, File, Path, Response, UploadFile
from pydantic import Field

from api.auth.door import Caller, CallerOf, needs
from api.jobs.intake import keep_documents, keep_files
from api.jobs.records import Jobs, Kind
from api.problems import documented
from api.responses import Sent
from api.routers import ConnectionOf, JobsOf
from api.routers.exports import FormatName
from api.routers.jobs import JobCard, card
from graph.errors import NotFoundError
from graph.exports import Selection
from graph.exports.selection import MOST_HOPS
from graph.store.connection import connect
from graph.store.retract import EXISTS, retract

router = APIRouter(tags=["incoming"])

READ, WRITE = needs("read"), needs("write")
MOST = 100
Short = Annotated[str, Field(max_length=2_000)]


class NewDocument(Sent):
    """A text with what is known about it."""

    text: str = Field(min_length=1, max_length=1_000_000)
    title: Short | None = None
    url: Short | None = None
    outlet: Short | None = None
    authors: list[Short] = Field(default=[], max_length=50)
    published: Short | None = None
    lang: Annotated[str, Field(max_length=20)] | None = None


class NewDocuments(Sent):
    """Documents to read."""

    documents: list[NewDocument] = Field(min_length=1, max_length=MOST)


class NewAddresses(Sent):
    """Pages to fetch and read."""

    urls: list[Annotated[str, Field(min_length=1, max_length=2_000)]] = Field(
        min_length=1, max_length=MOST
    )


class NewExport(Sent):
    """An export to make."""

    format: FormatName
    seeds: list[Short] = Field(default=[], max_length=20)
    hops: int = Field(default=1, ge=1, le=MOST_HOPS)
    query: Short | None = None
    parameters: dict[str, Any] = {}
    types: list[Short] = Field(default=[], max_length=100)


class Retraction(Sent):
    """What a retraction removed."""

    document: str
    edges: int = Field(description="Relationships that were removed.")
    nodes: int = Field(description="Nodes that no other document speaks of, removed.")
    changed: int = Field(description="Nodes left with what other documents say.")


@router.post(
    "/documents", status_code=202, dependencies=[WRITE], responses=documented(411, 413, 422)
)
def documents(jobs: JobsOf, caller: CallerOf, response: Response, given: NewDocuments) -> JobCard:
    """Reads texts into the store."""
    id_ = jobs.new_id()
    files = keep_documents(jobs.files_of(id_), [one.model_dump() for one in given.documents])
    return _accepted(
        jobs, id_, "documents", {"files": files, "total": len(given.documents)}, caller, response
    )


@router.post("/files", status_code=202, dependencies=[WRITE], responses=documented(411, 413, 422))
def files(
    jobs: JobsOf,
    caller: CallerOf,
    response: Response,
    files: Annotated[
        list[UploadFile], File(max_length=MOST, description="Articles in any format Sayso reads.")
    ],
) -> JobCard:
    """Reads files into the store; their names are shown and never used as paths."""
    id_ = jobs.new_id()
    kept = keep_files(jobs.files_of(id_), files)
    return _accepted(jobs, id_, "files", {"files": kept, "total": len(kept)}, caller, response)


@router.post("/urls", status_code=202, dependencies=[WRITE], responses=documented(411, 413, 422))
def urls(jobs: JobsOf, caller: CallerOf, response: Response, given: NewAddresses) -> JobCard:
    """Fetches public pages and reads them into the store."""
    asked = {"urls": given.urls, "total": len(given.urls)}
    return _accepted(jobs, jobs.new_id(), "urls", asked, caller, response)


@router.post("/exports", status_code=202, dependencies=[READ], responses=documented(411, 413, 422))
def exports(jobs: JobsOf, caller: CallerOf, response: Response, given: NewExport) -> JobCard:
    """Makes an export as a file to fetch later; `GET /v1/exports/{format}` streams one at once."""
    asked = given.model_dump(mode="json")
    # What does not fit together is refused before it is accepted.
    Selection.of({name: value for name, value in asked.items() if name != "format"})
    return _accepted(jobs, jobs.new_id(), "export", asked, caller, response)


@router.delete("/documents/{id}", dependencies=[WRITE], responses=documented(404, 422, 503))
def retraction(
    connection: ConnectionOf,
    id_: Annotated[str, Path(alias="id", description="Id of the document.")],
) -> Retraction:
    """Takes a document back, with everything that rests on it alone."""
    with connect(connection) as store:
        if not store.read(EXISTS, id=id_):
            raise NotFoundError(f"There is no document {id_!r}", remedy="/v1/documents lists them")
        counts = retract(store, id_)
    return Retraction(document=id_, edges=counts.edges, nodes=counts.nodes, changed=counts.changed)


def _accepted(
    jobs: Jobs, id_: str, kind: Kind, asked: Mapping[str, Any], caller: Caller, response: Response
) -> JobCard:
    job = jobs.accept(id_, kind, asked, owner=caller.name, at=datetime.now(UTC))
    response.headers["Location"] = f"/v1/jobs/{id_}"
    return card(job)
