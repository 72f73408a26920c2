"""Cypher of the reader's own, which can only read."""

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from api.problems import documented
from api.responses import Rows
from api.routers import StoreOf
from graph.store.answers import Limits
from graph.store.readonly import LONGEST

router = APIRouter(prefix="/cypher", tags=["queries"])


class Statement(BaseModel):
    """A statement and the values of its parameters."""

    model_config = ConfigDict(extra="forbid")

    statement: str = Field(max_length=LONGEST, description="One statement that reads.")
    parameters: dict[str, Any] = Field(default={}, description="The values of its $parameters.")
    rows: int = Field(default=1_000, ge=1, le=10_000, description="Rows at most.")
    seconds: float = Field(default=30, gt=0, le=60, description="Seconds at most.")


@router.post("", responses=documented(422, 503))
async def cypher(store: StoreOf, asked: Statement) -> Rows:
    """Runs a statement that reads; it is planned first, and refused where it does more."""
    limits = Limits(seconds=asked.seconds, rows=asked.rows)
    found = await store.read_guarded(asked.statement, asked.parameters, limits=limits)
    return Rows(columns=found.columns, rows=found.records(), truncated=found.truncated)
