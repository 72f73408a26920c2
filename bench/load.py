"""Loading speed: our writer against a hand-tuned script writing the same rows.

    python bench/load.py [--documents 400] [--rounds 13]

Documents are made up: each names 14 entities out of a pool in which a few are in nearly every
document, as in news, and holds 12 assertions and 6 claims. The script has the rows ready in memory
and does nothing but send them: one UNWIND statement a label or type, nodes by MERGE, edges by
CREATE, in transactions of the same size, on the same constraints and indexes. Our writer starts
from the documents, checks them, merges nodes with what is stored and leaves out what is unchanged.
Both write into the same server, alternating, after a round that is not counted. Processor time,
of the server and of this process, is given beside, since other work on the machine changes it less.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple

import psutil
from rich.console import Console
from rich.table import Table

from graph.ids import document_id, entity_id, hashed_id, sha256
from graph.model import Assertion, Citation, Document, DocumentGraph, Mentions, Node
from graph.server.finding import running
from graph.server.releases import RELEASES
from graph.settings import load_settings
from graph.store.connection import Store, open_store
from graph.store.rows import document_rows
from graph.store.runs import Run
from graph.store.schema import ensure_schema
from graph.store.sessions import session
from graph.store.writer import write

TYPES = ("ATTACKED", "MET_WITH", "SUPPORTS", "ALLIED_WITH", "SANCTIONS", "SUPPLIES")
RUN = Run("run:bench", "bench", "bench", datetime(2024, 1, 1, tzinfo=UTC))
BATCH = 100
Rows = list[dict[str, object]]


def make_documents(count: int) -> list[DocumentGraph]:
    chance = random.Random(7)  # noqa: S311 - made-up documents, not secrets
    names = [f"Actor {n}" for n in range(3_000)]
    weights = [1 / (n + 1) for n in range(len(names))]
    return [_make_document(n, names, weights, chance) for n in range(count)]


def _make_document(
    number: int, names: list[str], weights: list[float], chance: random.Random
) -> DocumentGraph:
    chosen = sorted(set(chance.choices(names, weights, k=18)))[:14]
    sentences = [
        f"In the matter {number}-{k} {a} is said to have dealt with {b} at some length, as known."
        for k, (a, b) in enumerate(chance.choices(chosen, k=2) for _ in range(18))
    ]
    text = " ".join([*chosen, *sentences])
    said = Document(
        document_id(text), text, sha256(text), sha256(text), "bench", f"{number}.txt",
        lang="en", title=f"Document {number}", published_at="2024-01-01",
    )  # fmt: skip
    nodes = [Node("State", entity_id("State", name), {"name": name}) for name in chosen]
    claims = [
        Node("Claim", hashed_id("claim", sentence), {"text": sentence, "lang": "en"})
        for sentence in sentences[:6]
    ]
    shared = {"modality": "asserted", "asserted_by": "document", "extractor": "bench/1"}
    assertions = []
    for k, sentence in enumerate(sentences):
        start = text.index(sentence)
        cited = Citation(said.id, start, start + len(sentence), sentence)
        source = chance.choice(nodes).id
        target = claims[k].id if k < 6 else chance.choice(nodes).id
        type_ = "SAID" if k < 6 else chance.choice(TYPES)
        more = {"stance": "asserts", "mode": "reported"} if k < 6 else {"date": "2024-01"}
        id_ = hashed_id("a", type_, source, target, said.id, start)
        assertions.append(Assertion(id_, type_, source, target, cited, shared | more))
    mentions = []
    for node, name in zip(nodes, chosen, strict=True):
        start = text.index(name)
        mentions.append(Mentions(node.id, (start,), (start + len(name),), (name,), ("name",)))
    return DocumentGraph(said, (*nodes, *claims), tuple(assertions), tuple(mentions))


def hand_tuned(store: Store, graphs: list[DocumentGraph]) -> Callable[[], None]:
    """The script, with its rows laid out beforehand."""
    batches = [_plain_rows(graphs[n : n + BATCH]) for n in range(0, len(graphs), BATCH)]

    def run() -> None:
        with session(store) as opened:
            for statements in batches:
                with opened.begin_transaction() as tx:
                    for statement, rows in statements.items():
                        tx.run(statement, rows=rows).consume()
                    tx.commit()

    return run


def _plain_rows(graphs: list[DocumentGraph]) -> dict[str, Rows]:
    """Rows by statement: documents and nodes first, since the edges look them up."""
    nodes: dict[str, dict[str, dict[str, object]]] = {}
    documents: dict[str, Rows] = {}
    edges: dict[str, Rows] = {}
    for graph in graphs:
        laid_out = document_rows(graph)
        statement = "UNWIND $rows AS row MERGE (n:Document:Article {id: row.id}) SET n = row"
        documents.setdefault(statement, []).append(laid_out.properties)
        for type_, shares in laid_out.shares.items():
            labels = "Entity:Actor:State" if type_ == "State" else type_
            statement = f"UNWIND $rows AS row MERGE (n:{labels} {{id: row.id}}) SET n = row"
            nodes.setdefault(statement, {}).update(shares)
        for key, rows in laid_out.edges.items():
            statement = (
                f"UNWIND $rows AS row MATCH (s:{key.source} {{id: row.source}}) "
                f"MATCH (t:{key.target} {{id: row.target}}) "
                f"CREATE (s)-[r:{key.type}]->(t) SET r = row.properties"
            )
            for row in rows:
                row["properties"]["run"] = RUN.id
            edges.setdefault(statement, []).extend(rows)
    merged: dict[str, Rows] = {key: list(shares.values()) for key, shares in nodes.items()}
    return documents | merged | edges


def empty(store: Store) -> None:
    store.write("MATCH (n:Claim|Document) DETACH DELETE n")
    store.write("MATCH (n:Entity|Run) DETACH DELETE n")


class Took(NamedTuple):
    """Seconds by the clock, and of processors: this process's and the local server's."""

    seconds: float
    processor: float


def timed(store: Store, work: Callable[[], object]) -> Took:
    server = local_server()
    empty(store)
    begin, used = time.perf_counter(), time.process_time() + sum(server.cpu_times()[:2])
    work()
    spent = time.process_time() + sum(server.cpu_times()[:2]) - used
    return Took(time.perf_counter() - begin, spent)


@cache
def local_server() -> psutil.Process:
    settings = load_settings()
    found = running(settings, RELEASES[settings.sayso_neo4j])
    if found is None:
        raise SystemExit("This bench needs the local server: leave NEO4J_URI away.")
    return found[0]


def main() -> None:
    parser = argparse.ArgumentParser(description="Loading speed against a hand-tuned script.")
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=13)
    options = parser.parse_args()
    graphs = make_documents(options.documents)
    rows = sum(len(g.assertions) + 2 * len(g.nodes) + 1 for g in graphs)
    with open_store(load_settings(), announce=print) as store:
        if store.read("MATCH (n) WHERE NOT n:Store AND NOT n:Run RETURN 1 LIMIT 1"):
            raise SystemExit("The store holds something. This bench needs an empty one.")
        ensure_schema(store)
        compare(store, graphs, rows, options.rounds)
        empty(store)


def compare(store: Store, graphs: list[DocumentGraph], rows: int, rounds: int) -> None:
    script = hand_tuned(store, graphs)
    ours: list[Took] = []
    theirs: list[Took] = []
    for _ in range(rounds + 1):
        ours.append(timed(store, lambda: write(store, graphs, RUN, batch_size=BATCH)))
        theirs.append(timed(store, script))
    again = timed_again(store, graphs)
    table = Table(title=f"Loading {len(graphs)} documents, {rows} rows, best of {rounds} rounds")
    for column in ("", "seconds", "rows/s", "ratio"):
        table.add_column(column, justify="right" if column else "left")
    best, peer = min(took.seconds for took in ours[1:]), min(took.seconds for took in theirs[1:])
    for name, seconds in (
        ("hand-tuned script", peer), ("Sayso's writer", best), ("the same again", again)
    ):  # fmt: skip
        table.add_row(name, f"{seconds:.2f}", f"{rows / seconds:,.0f}", f"{peer / seconds:.2f}")
    Console().print(table)
    paired = list(zip(ours[1:], theirs[1:], strict=True))
    by_clock = statistics.median(t.seconds / o.seconds for o, t in paired)
    by_processor = statistics.median(t.processor / o.processor for o, t in paired)
    Console().print(
        f"Median ratio of the rounds: {by_clock:.2f} by the clock, {by_processor:.2f} by processor "
        "time (target: at least 0.90)"
    )


def timed_again(store: Store, graphs: list[DocumentGraph]) -> float:
    empty(store)
    write(store, graphs, RUN, batch_size=BATCH)
    begin = time.perf_counter()
    write(store, graphs, RUN, batch_size=BATCH)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
