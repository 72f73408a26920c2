"""What the API adds to the driver's own time: many readers, a graph of a million relationships.

    python bench/api.py [--relationships 1000000] [--readers 32] [--requests 640]

The graph is made up from a seed: entities whose fame falls off as in news, documents of twenty
sentences, each sentence a cited relationship. It is loaded once and kept. `sayso serve` answers in
a process of its own. The same catalogue query with the same parameters is asked by as many readers
through the official asynchronous driver and through the API, in turns; the first rounds, in which
the server compiles, are not counted, and what counts is the median of the rounds' ratios, since
other work on the machine slows both. Readers of the API speak plain HTTP over kept connections, so
that a client library is not measured along. Entities are asked for in proportion to how many
relationships they have.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple
from urllib.parse import quote, urlencode

import neo4j
from rich.console import Console
from rich.table import Table

from graph.catalogue import load_catalogue
from graph.server.process import stop
from graph.settings import Connection, load_settings
from graph.store.connection import Store, connect, find_connection
from graph.store.schema import ensure_schema

TYPES = ("ATTACKED", "MET_WITH", "SUPPORTS", "ALLIED_WITH", "SANCTIONS", "SUPPLIES")
ENTITIES, SENTENCES, BATCH = 50_000, 20, 10_000
QUERY = "neighbours"
WARMING = 4
Row = dict[str, object]
Ask = Callable[[str], Awaitable[None]]


def weights() -> list[float]:
    return [1 / (number + 50) ** 0.8 for number in range(ENTITIES)]


def relationships(count: int) -> Iterator[Row]:
    chance = random.Random(7)  # noqa: S311 - made-up relationships, not secrets
    cumulative = list(accumulate(weights()))
    for number in range(count):
        a, b = chance.choices(range(ENTITIES), cum_weights=cumulative, k=2)
        day = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
        quoted = f"In sentence {number} entity {a} is said to have dealt with entity {b} at length."
        cited = {
            "id": f"assertion:{number:020}", "document": f"doc:{number // SENTENCES:016}",
            "start": number % SENTENCES * 100, "end": number % SENTENCES * 100 + len(quoted),
            "quote": quoted, "published_at": day, "date": day, "precision": "day",
            "modality": "asserted", "asserted_by": "document", "extractor": "bench", "run": "run:b",
        }  # fmt: skip
        yield {"type": chance.choice(TYPES), "source": name(a), "target": name(b), "p": cited}


def name(number: int) -> str:
    return f"state:entity-{number}"


def load(store: Store, count: int) -> None:
    known = store.read("MATCH ()-[r:" + "|".join(TYPES) + "]->() RETURN count(r) AS n")[0]["n"]
    if known == count:
        return
    if store.read("MATCH (n) WHERE NOT n:Store AND NOT n:Run RETURN 1 LIMIT 1"):
        raise SystemExit("The store holds something else. This bench needs an empty one.")
    ensure_schema(store)
    Console().print(f"Loading {count:,} relationships (some minutes, once)")
    for rows in batches({"id": name(n), "name": f"Entity {n}"} for n in range(ENTITIES)):
        store.write("UNWIND $rows AS row CREATE (n:Entity:Actor:State) SET n = row", rows=rows)
    documents = ({"id": f"doc:{n:016}", "title": f"Document {n}", "text": "Made up."}
                 for n in range(count // SENTENCES))  # fmt: skip
    for rows in batches(documents):
        store.write("UNWIND $rows AS row CREATE (n:Document:Article) SET n = row", rows=rows)
    for rows in batches(relationships(count)):
        for type_ in TYPES:
            store.write(
                "UNWIND $rows AS row MATCH (s:Entity {id: row.source}) "
                f"MATCH (t:Entity {{id: row.target}}) CREATE (s)-[r:{type_}]->(t) SET r = row.p",
                rows=[row for row in rows if row["type"] == type_],
            )


def batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


class Reader:
    """A reader of the API with one connection, kept for a round: the server closes idle ones."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> bytes:
        """The body of an answer."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        body = await reader.readexactly(int(head.split(b"content-length: ")[1].split(b"\r\n")[0]))
        if not head.startswith(b"http/1.1 200"):
            raise SystemExit(f"{path} answered {head[:40]!r} {body[:300]!r}")
        return body


async def timed(asks: Sequence[Ask], asked: Sequence[str]) -> list[float]:
    """Milliseconds of each question; every reader takes the next one as soon as it is free."""
    waiting, took = iter(asked), []

    async def read(ask: Ask) -> None:
        for one in waiting:
            began = time.perf_counter()
            await ask(one)
            took.append((time.perf_counter() - began) * 1000)

    await asyncio.gather(*(read(ask) for ask in asks))
    return took


def sample(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311
    return [name(n) for n in chance.choices(range(ENTITIES), weights(), k=count)]


async def compare(connection: Connection, port: int, options: argparse.Namespace) -> None:
    query = load_catalogue().get(QUERY)
    async with neo4j.AsyncGraphDatabase.driver(
        connection.uri, auth=(connection.user, connection.password)
    ) as driver:

        async def by_driver(id_: str) -> None:
            async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
                result = await session.run(query.statement, dict(query.arguments({"actor": id_})))
                [record.data() async for record in result]

        def by_api() -> Ask:
            reader = Reader(port)

            async def ask(id_: str) -> None:
                path = f"/v1/queries/{QUERY}/answer?{urlencode({'actor': id_})}"
                json.loads(await reader.get(path))

            return ask

        def page() -> Ask:
            reader = Reader(port)

            async def ask(id_: str) -> None:
                json.loads(await reader.get(f"/v1/entities/{quote(id_)}/relationships"))

            return ask

        rounds: list[Round] = []
        for number in range(WARMING + options.rounds):
            asked = sample(options.requests, number)
            asks = {"api": [by_api() for _ in range(options.readers)],
                    "driver": [by_driver] * options.readers}  # fmt: skip
            # Whoever comes second finds the server warmer, so they take turns at that too.
            order = sorted(asks, reverse=bool(number % 2))
            took, rates = {}, {}
            for who in order:
                began = time.perf_counter()
                took[who] = ends(await timed(asks[who], asked))
                rates[who] = len(asked) / (time.perf_counter() - began)
            rounds.append(Round(took["api"], took["driver"], rates["api"], rates["driver"]))
        await timed([page()], sample(100, 0))
        alone = await timed([page()], sample(1_000, 1))
        together = await timed([page() for _ in range(options.readers)], sample(2_000, 2))
    show(options, rounds[WARMING:], alone, together)


class Round(NamedTuple):
    """Median and p99 of a round, in milliseconds, and questions answered a second."""

    api: tuple[float, float]
    driver: tuple[float, float]
    api_rate: float
    driver_rate: float


def show(options: argparse.Namespace, rounds: Sequence[Round], *pages: list[float]) -> None:
    table = Table(title=f"{options.relationships:,} relationships, milliseconds")
    for column in ("", "median", "p99"):
        table.add_column(column, justify="right" if column else "left")
    several = f"{options.readers} readers"
    for who, took in (("driver", [r.driver for r in rounds]), ("API", [r.api for r in rounds])):
        middle = (statistics.median(column) for column in zip(*took, strict=True))
        table.add_row(f"{QUERY}, {who}, {several}", *(f"{value:.1f}" for value in middle))
    ratios = [[r.api[n] / r.driver[n] for r in rounds] for n in (0, 1)]
    middles = (f"{statistics.median(column):.2f}" for column in ratios)
    table.add_row("ratio, median of the rounds (target: at most 1.2)", *middles)
    table.add_row("smallest and largest", *(f"{min(c):.2f} to {max(c):.2f}" for c in ratios))
    named = ("1 reader (target: p99 below 50)", several)
    for readers, took in zip(named, pages, strict=True):
        shown = (f"{value:.1f}" for value in ends(took))
        table.add_row(f"relationships of an entity, {readers}", *shown)
    Console(width=120).print(table)
    api, driver = (statistics.median(rates) for rates in zip(*(r[2:] for r in rounds), strict=True))
    Console().print(f"Questions a second: {driver:.0f} by the driver, {api:.0f} over HTTP")


def ends(took: list[float]) -> tuple[float, float]:
    return statistics.median(took), statistics.quantiles(took, n=100)[98]


def main() -> None:
    parser = argparse.ArgumentParser(description="What the API adds to the driver's time.")
    parser.add_argument("--relationships", type=int, default=1_000_000)
    parser.add_argument("--readers", type=int, default=32)
    parser.add_argument("--requests", type=int, default=640)
    parser.add_argument("--rounds", type=int, default=8)
    options = parser.parse_args()
    # A home of its own, since the other benches want an empty store and this one keeps its graph.
    settings = load_settings()
    settings = settings.model_copy(update={"sayso_home": settings.sayso_home / "api"})
    connection = find_connection(settings, announce=print)
    with connect(connection) as store:
        load(store, options.relationships)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    command = [sys.executable, "-m", "api.cli", "serve", "--port", str(port)]
    # Thirty-two readers in a row are more than the limit of one address allows.
    unlimited = os.environ | {
        "SAYSO_RATE_LIMIT": "1000000/second",
        "SAYSO_HOME": str(settings.sayso_home),
    }
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=unlimited, **quiet) as served:
        try:
            wait(port)
            asyncio.run(compare(connection, port, options))
        finally:
            served.terminate()
            stop(settings)


def wait(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit("The API did not start within 60 s.")


if __name__ == "__main__":
    main()
