"""What people decided about entities, claims and relationships."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from api.auth.door import Caller, CallerOf, needs
from api.problems import documented
from api.responses import Page, Sent
from api.routers import ConnectionOf, PagingOf
from graph.identity import judgements as log
from graph.identity.judgements import Verdict
from graph.store.connection import connect

router = APIRouter(prefix="/judgements", tags=["judgements"])

READ, REVIEW = needs("read"), needs("review")
JudgementId = Annotated[str, Path(alias="id", description="Id of the judgement.")]
Reason = Annotated[str, Field(min_length=1, max_length=2_000, description="Why.")]
Name = Annotated[
    str | None,
    Field(
        min_length=1, max_length=200, description="Who decides; with a key it is the key's name."
    ),
]
Subject = Annotated[str, Field(min_length=1, max_length=500)]


class NewJudgement(Sent):
    """A decision to record."""

    verdict: Verdict = Field(description="What is decided.")
    a: Subject = Field(description="Id of an entity, claim or cited relationship.")
    b: Subject | None = Field(default=None, description="Id of the other node.")
    who: Name = None
    why: Reason


class Undoing(Sent):
    """Why a judgement is taken back."""

    who: Name = None
    why: Reason


class JudgementCard(Sent):
    """A judgement as it is kept."""

    id: str
    verdict: Verdict
    a: str
    b: str | None
    who: str
    why: str
    made_at: str
    undone_at: str | None
    undone_by: str | None
    undone_why: str | None


@router.get("", dependencies=[READ], responses=documented(422, 503))
def judgements(
    connection: ConnectionOf,
    paging: PagingOf,
    about: Annotated[str | None, Query(max_length=500, description="Only about this id.")] = None,
    undone: Annotated[bool, Query(description="Those taken back too.")] = False,
) -> Page[JudgementCard]:
    """Judgements that hold, the latest first."""
    with connect(connection) as store:
        found = log.judgements(store, about=about, undone=undone, **paging.asked)
    rows = [{"key": [one.made_at, one.id], "made": one} for one in found]
    return paging.page(rows, lambda row: _card(row["made"]))


@router.post("", status_code=201, dependencies=[REVIEW], responses=documented(404, 409, 422, 503))
def judge(connection: ConnectionOf, caller: CallerOf, given: NewJudgement) -> JudgementCard:
    """Records a judgement; the graph follows at once. One that holds already is answered again."""
    with connect(connection) as store:
        made = log.judge(
            store,
            given.verdict,
            given.a,
            given.b,
            who=_who(caller, given.who),
            why=given.why,
            at=datetime.now(UTC),
        )
    return _card(made)


@router.get("/{id}", dependencies=[READ], responses=documented(404, 422, 503))
def judgement(connection: ConnectionOf, id_: JudgementId) -> JudgementCard:
    """One judgement, undone or not."""
    with connect(connection) as store:
        return _card(log.find(store, id_))


@router.post("/{id}/undo", dependencies=[REVIEW], responses=documented(404, 422, 503))
def undo(
    connection: ConnectionOf, caller: CallerOf, id_: JudgementId, given: Undoing
) -> JudgementCard:
    """Takes a judgement back: the graph is as if it had not been made, the log keeps it."""
    with connect(connection) as store:
        return _card(
            log.undo(store, id_, who=_who(caller, given.who), why=given.why, at=datetime.now(UTC))
        )


def _who(caller: Caller, given: str | None) -> str:
    """Nobody decides under another one's name: a key answers for what is done with it."""
    return caller.name if caller.key is not None else given or caller.name


def _card(made: log.Judgement) -> JudgementCard:
    return JudgementCard(**asdict(made))
