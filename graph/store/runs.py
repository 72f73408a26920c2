"""The log of what was written into the store: one `Run` node a run of the pipeline."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from graph.store.connection import Store
from graph.store.rows import timestamp
from graph.store.sessions import session

BEGIN = (
    "MERGE (r:Run {id: $id}) "
    "ON CREATE SET r.pipeline = $pipeline, r.config = $config, r.started = $started"
)
FINISH = "MATCH (r:Run {id: $id}) SET r += $counts, r.finished = $finished"


@dataclass(frozen=True, slots=True)
class Run:
    """A run as edges name it: `pipeline` is the program's version, `config` a hash of settings."""

    id: str
    pipeline: str
    config: str
    started: datetime


@dataclass(frozen=True, slots=True)
class WriteCounts:
    """What was written: documents, those found unchanged, nodes new to the store, and edges."""

    documents: int = 0
    unchanged: int = 0
    nodes: int = 0
    edges: int = 0

    def __add__(self, other: WriteCounts) -> WriteCounts:
        return WriteCounts(
            self.documents + other.documents,
            self.unchanged + other.unchanged,
            self.nodes + other.nodes,
            self.edges + other.edges,
        )


def begin_run(store: Store, run: Run) -> None:
    """Record that a run began; a run begun before is left as it is."""
    with session(store) as opened:
        opened.execute_write(
            lambda tx: tx.run(
                BEGIN,
                id=run.id,
                pipeline=run.pipeline,
                config=run.config,
                started=timestamp(run.started),
            ).consume()
        )


def finish_run(
    store: Store, run: Run, counts: WriteCounts, *, finished: datetime, quarantined: int = 0
) -> None:
    """Record how a run ended; a run without an end broke off."""
    with session(store) as opened:
        opened.execute_write(
            lambda tx: tx.run(
                FINISH,
                id=run.id,
                counts=asdict(counts) | {"quarantined": quarantined},
                finished=timestamp(finished),
            ).consume()
        )
