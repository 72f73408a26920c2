"""The graph, or a part of it, in the formats of other tools."""

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import StreamingResponse

from api.auth.door import needs
from api.filters import EdgeTypes
from api.problems import documented
from api.routers import ConnectionOf
from graph.exports import FORMATS, Selection, format_of, select, stream
from graph.exports.model import Format
from graph.exports.selection import MOST_HOPS
from graph.settings import Connection
from graph.store.connection import connect

router = APIRouter(prefix="/exports", tags=["exports"], dependencies=[needs("read")])

FormatName = StrEnum("FormatName", {name: name for name in FORMATS})  # type: ignore[misc]
SENT: dict[int | str, dict[str, Any]] = {
    200: {"content": {one.media_type: {} for one in FORMATS.values()}}
}
"""What a route answers that sends an export in any format."""

_OWN = frozenset({"seed", "hops", "query", "type"})


async def selection(
    request: Request,
    seed: Annotated[
        list[str],
        Query(max_length=20, description="Entities to export what is around: id or name."),
    ] = [],  # noqa: B006
    hops: Annotated[int, Query(ge=1, le=MOST_HOPS, description="How far from the seeds.")] = 1,
    query: Annotated[
        str | None, Query(description="A question of the catalogue; its parameters follow.")
    ] = None,
    types: EdgeTypes = [],  # noqa: B006
) -> Selection:
    """What the address asks for; whatever it holds beside our own parameters is the question's."""
    others = {name: request.query_params.getlist(name) for name in request.query_params}
    given = {n: v if len(v) > 1 else v[0] for n, v in others.items() if n not in _OWN}
    return Selection(tuple(seed), hops, query, given, tuple(one.value for one in types))


@router.get(
    "/{format}",
    responses=SENT | documented(404, 422, 503),
    response_class=StreamingResponse,
)
def export(
    connection: ConnectionOf,
    chosen: Annotated[Selection, Depends(selection)],
    format_: Annotated[FormatName, Path(alias="format", description="The format.")],
) -> StreamingResponse:
    """Everything, what is around some entities, or what a question answers with, row by row."""
    wanted = format_of(format_.value)
    name = f'attachment; filename="sayso-{wanted.name}.{wanted.suffix}"'
    pieces = _begun(_pieces(connection, chosen, wanted))
    return StreamingResponse(
        pieces, media_type=wanted.media_type, headers={"Content-Disposition": name}
    )


def _pieces(connection: Connection, chosen: Selection, wanted: Format) -> Iterator[bytes]:
    with connect(connection) as store:
        yield from stream(wanted, select(store, chosen, datetime.now(UTC)))


def _begun(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces with the first one made already, so that what is wrong is still a problem."""
    first = next(pieces, b"")
    return chain([first], pieces)
