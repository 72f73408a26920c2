"""Memory and speed of exporting a large graph: `sayso export gexf`, row by row.

    python bench/export.py [--edges 1000000] [--format gexf]

The graph is made up and written by plain statements, since only reading is measured: a state for
every ten edges, a document for every hundred, each edge with a citation of the usual length. The
export runs as the command a user runs, in a process of its own, whose peak memory the operating
system tells. networkx, which would hold the graph to write it, is measured beside it on a tenth of
the edges: it reads the file that Sayso wrote and writes it again.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from graph.settings import load_settings
from graph.store.connection import Store, open_store
from graph.store.schema import ensure_schema

BATCH = 20_000
NODES = (
    "UNWIND range($from, $to - 1) AS n CREATE (:Entity:Actor:State {id: 'state:bench-' + n, "
    "name: 'State number ' + n, aliases: ['The ' + n + 'th state']})"
)
DOCUMENTS = (
    "UNWIND range($from, $to - 1) AS n CREATE (:Document:Article {id: 'doc:bench-' + n, "
    "title: 'Document number ' + n, url: 'https://bench.example/' + n, text: 'Text ' + n, "
    "published_at: '2024-01-01', sha256: 'x' + n, raw_sha256: 'x', reader: 'bench', source: 'b', "
    "fingerprint: 'x'})"
)
EDGES = (
    "UNWIND range($from, $to - 1) AS n "
    "MATCH (s:Entity {id: 'state:bench-' + (n * 7919 % $nodes)}) "
    "MATCH (t:Entity {id: 'state:bench-' + (n * 104729 % $nodes)}) "
    "CREATE (s)-[:ALLIED_WITH {id: 'assertion:bench-' + n, document: 'doc:bench-' + (n / 100), "
    "start: n % 1000, end: n % 1000 + 90, quote: 'In the matter of ' + n + ' the two of them are "
    "said to have stood together at some length, as known.', modality: 'asserted', "
    "asserted_by: 'document', extractor: 'bench/1', run: 'run:bench', published_at: '2024-01-01'}]"
    "->(t)"
)
AGAIN = (
    "import sys, networkx as nx; nx.write_gexf(nx.read_gexf(sys.argv[1], version='1.3'), "
    "sys.argv[2])"
)


def fill(store: Store, edges: int) -> None:
    """Write the graph in transactions of moderate size."""
    nodes, documents = max(1, edges // 10), edges // 100 + 1
    for statement, count in ((NODES, nodes), (DOCUMENTS, documents), (EDGES, edges)):
        for start in range(0, count, BATCH):
            end = min(count, start + BATCH)
            store.write(statement, {"from": start, "to": end, "nodes": nodes})


def empty(store: Store) -> None:
    """Take the graph away in transactions of moderate size."""
    for found in ("MATCH ()-[r:ALLIED_WITH]->()", "MATCH (r:State)", "MATCH (r:Article)"):
        while store.write(f"{found} WITH r LIMIT $most DELETE r RETURN 1 LIMIT 1", most=BATCH):
            pass


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds a command took and the most memory it had, in MB."""
    began = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"{command} ended with {status}")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def exported(form: str, out: Path) -> tuple[float, float]:
    """Seconds and memory of the command a user runs."""
    return measured([sys.executable, "-m", "api.cli", "export", form, "--out", str(out)])


def main() -> None:
    parser = argparse.ArgumentParser(description="Memory and speed of exports.")
    parser.add_argument("--edges", type=int, default=1_000_000)
    parser.add_argument("--format", default="gexf")
    options = parser.parse_args()
    table = Table(title=f"{options.format} of made-up graphs")
    for column in ("", "edges", "seconds", "edges/s", "peak MB", "file MB"):
        table.add_column(column, justify="right" if column else "left")
    with open_store(load_settings(), announce=print) as store, tempfile.TemporaryDirectory() as at:
        if store.read("MATCH (n) WHERE NOT n:Store AND NOT n:Run RETURN 1 LIMIT 1"):
            raise SystemExit("The store holds something. This bench needs an empty one.")
        ensure_schema(store)
        for edges in (options.edges // 10, options.edges):
            out = Path(at, f"{edges}.{options.format}")
            fill(store, edges)
            seconds, peak = exported(options.format, out)
            row = [f"{edges:,}", f"{seconds:.1f}", f"{edges / seconds:,.0f}", f"{peak:.0f}"]
            table.add_row("Sayso", *row, f"{out.stat().st_size / 1e6:.0f}")
            empty(store)
        if options.format == "gexf":
            edges = options.edges // 10
            given = [str(Path(at, f"{edges}.gexf")), str(Path(at, "again.gexf"))]
            seconds, peak = measured([sys.executable, "-c", AGAIN, *given])
            row = [f"{edges:,}", f"{seconds:.1f}", f"{edges / seconds:,.0f}", f"{peak:.0f}"]
            table.add_row("networkx, reads and writes", *row, "")
    Console().print(table)


if __name__ == "__main__":
    main()
