"""A pass over the whole store, written back as derived edges that name the posts behind them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from graph.amplification import coortweet, coshare, forwards
from graph.amplification.asking import Parameters, Rule
from graph.amplification.evidence import Evidence
from graph.amplification.network import EdgeRow, Edges, rows
from graph.amplification.passes import run_pass
from graph.amplification.posts import Coverage, Posts
from graph.amplification.stream import read_posts
from graph.ids import hashed_id, sha256
from graph.model import Value
from graph.store.connection import Store
from graph.store.derived import Derivation, DerivedCounts, DerivedEdge, write_derived
from graph.store.rows import timestamp
from graph.store.runs import Run, WriteCounts, finish_run

EDGE_TYPES: dict[Rule, str] = {
    "co-share": "CO_SHARED",
    "CooRTweet": "CO_SHARED",
    "follow": "AMPLIFIES",
    "forwards": "AMPLIFIES",
}
METHODS: dict[Rule, str] = {
    "co-share": coshare.RULE,
    "CooRTweet": coortweet.RULE,
    "follow": coshare.FOLLOW,
    "forwards": forwards.RULE,
}

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What a run looked at and what it wrote."""

    type: str
    coverage: Coverage
    counts: DerivedCounts


def run_of(asked: Parameters, started: datetime) -> Run:
    """The run of a pass, as its edges and the log of the store name it."""
    settings = sha256(f"{asked.rule} {asked.as_json()}")[:16]
    id_ = hashed_id("run", started.isoformat(), settings)
    return Run(id_, f"sayso {version('sayso')}", settings, started)


def run_on_store(
    store: Store,
    posts: Posts,
    asked: Parameters,
    run: Run,
    *,
    clock: Callable[[], datetime],
    progress: Progress | None = None,
) -> Report:
    """Read the store's posts into an empty posts table, run the pass and write its edges back.

    The same posts and parameters give the same edges; edges of an earlier run of this rule with
    these parameters that no longer hold are removed. `progress` hears the step and how many of how
    many are done, `clock` says when the run ended. Raises StoreError.
    """
    tell = progress or (lambda step, done, total: None)
    read_posts(
        store, posts, only=asked.columns, progress=lambda *done: tell("Reading posts", *done)
    )
    found = run_pass(
        posts, asked, evidence=True, progress=lambda *done: tell("Looking into windows", *done)
    )
    coverage = posts.coverage()
    derivation = Derivation(
        EDGE_TYPES[asked.rule],
        METHODS[asked.rule],
        asked.as_json(),
        json.dumps(coverage.as_json(), sort_keys=True),
    )
    written = 0

    def wrote(count: int) -> None:
        nonlocal written
        written += count
        tell("Writing edges", written, len(found.edges))

    edges = _derived(posts, found.edges, found.evidence, asked)
    counts = write_derived(store, derivation, edges, run, progress=wrote)
    finish_run(store, run, WriteCounts(edges=counts.written), finished=clock())
    return Report(derivation.type, coverage, counts)


def _derived(
    posts: Posts, edges: Edges, evidence: Evidence | None, asked: Parameters
) -> Iterator[DerivedEdge]:
    if evidence is None:
        return
    ids = dict(posts.rows("SELECT rowid, id FROM posts"))
    for place, edge in enumerate(rows(edges)):
        listed = [*evidence.posts[place].tolist(), *evidence.partners[place].tolist()]
        documents = tuple(dict.fromkeys(ids[row] for row in listed if row >= 0))
        total = int(evidence.total[place])
        yield DerivedEdge(edge.source, edge.target, documents, _properties(edge, total, asked))


def _properties(edge: EdgeRow, total: int, asked: Parameters) -> dict[str, Value]:
    return {
        **edge.measures,
        "object": asked.kind,
        "weight": edge.weight,
        "first": timestamp(edge.first),
        "last": timestamp(edge.last),
        "posts": total,
    }
