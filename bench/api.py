"""What the API adds to the driver's own time: many readers, a graph of a million relationships.

    python bench/api.py [--relationships 1000000] [--readers 32] [--requests 640]

The graph is made up from a seed: entities whose fame falls off as in news, documents of twenty
sentences, each sentence a cited relationship. It is loaded once and kept. `sayso serve` answers in
processes of its own, one of which holds no answers. The same catalogue query with the same
parameters is asked by as many readers through the official asynchronous driver and through the API,
in turns; the first rounds, in which the server compiles, are not counted, and what counts is the
median of the rounds' ratios, since other work on the machine slows both. Readers of the API speak
plain HTTP over kept connections, so that a client library is not measured along. Entities are asked
for in proportion to how many relationships they have.

First the readers never pause: then the machine has always more to do than it can, and times say how
long the queue is and who is served first. Then questions arrive by chance, at a third of the rate
the driver reached: times say how long an answer takes.
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
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import accumulate, islice
from typing import NamedTuple
from urllib.parse import quote, urlencode

import neo4j
from rich.console import Console
from rich.table import Table

from graph.catalogue import load_catalogue
from graph.server.process import stop
from graph.settings import Connection, Settings, load_settings
from graph.store.connection import Store, connect, find_connection
from graph.store.schema import ensure_schema

TYPES = ("ATTACKED", "MET_WITH", "SUPPORTS", "ALLIED_WITH", "SANCTIONS", "SUPPLIES")
ENTITIES, SENTENCES, BATCH = 50_000, 20, 10_000
QUERY = "neighbours"
WARMING = 4
DRIVER, API = "by the official driver", "the same over HTTP, each asked of the store"
HELD, PAGE = "the same over HTTP, answers held", "relationships of an entity"
Row = dict[str, object]
Ask = Callable[[str], Awaitable[None]]
Read = Callable[[Sequence[Ask], Sequence[str]], Awaitable["Round"]]
Rounds = dict[str, list["Round"]]


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


async def closed(asks: Sequence[Ask], asked: Sequence[str]) -> Round:
    """Every reader asks again as soon as it has its answer, so all of them wait for each other."""
    waiting, took = iter(asked), []

    async def read(ask: Ask) -> None:
        for one in waiting:
            began = time.perf_counter()
            await ask(one)
            took.append((time.perf_counter() - began) * 1000)

    began = time.perf_counter()
    await asyncio.gather(*(read(ask) for ask in asks))
    return Round(*ends(took), len(asked) / (time.perf_counter() - began))


async def paced(asks: Sequence[Ask], asked: Sequence[str], rate: float) -> Round:
    """Questions arrive by chance, `rate` a second, whether those before are answered or not.

    Each goes to a reader who is free; the time it waits for one counts (coordinated omission).
    """
    chance = random.Random(len(asked))  # noqa: S311
    free: asyncio.Queue[Ask] = asyncio.Queue()
    took: list[float] = []
    for ask in asks:
        free.put_nowait(ask)

    async def read(one: str, due: float) -> None:
        ask = await free.get()
        await ask(one)
        took.append((time.perf_counter() - due) * 1000)
        free.put_nowait(ask)

    due = began = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for one in asked:
            due += chance.expovariate(rate)
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            group.create_task(read(one, due))
    return Round(*ends(took), len(asked) / (time.perf_counter() - began))


class Round(NamedTuple):
    """Median and p99 of a round, in milliseconds, and questions answered a second."""

    median: float
    p99: float
    rate: float


def ends(took: list[float]) -> tuple[float, float]:
    return statistics.median(took), statistics.quantiles(took, n=100)[98]


def sample(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311
    return [name(n) for n in chance.choices(range(ENTITIES), weights(), k=count)]


def over_http(port: int, path: Callable[[str], str]) -> Ask:
    """A reader of the API who asks for such paths."""
    reader = Reader(port)

    async def ask(id_: str) -> None:
        json.loads(await reader.get(path(id_)))

    return ask


def question(id_: str) -> str:
    return f"/v1/queries/{QUERY}/answer?{urlencode({'actor': id_})}"


def page(id_: str) -> str:
    return f"/v1/entities/{quote(id_)}/relationships"


async def compare(connection: Connection, ports: Ports, options: argparse.Namespace) -> None:
    query = load_catalogue().get(QUERY)
    async with neo4j.AsyncGraphDatabase.driver(
        connection.uri, auth=(connection.user, connection.password)
    ) as driver:

        async def by_driver(id_: str) -> None:
            async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
                result = await session.run(query.statement, dict(query.arguments({"actor": id_})))
                [record.data() async for record in result]

        readers: dict[str, Callable[[], Ask]] = {
            DRIVER: lambda: by_driver,
            API: lambda: over_http(ports.plain, question),
            HELD: lambda: over_http(ports.holding, question),
            PAGE: lambda: over_http(ports.plain, page),
        }

        async def rounds(read: Read, first: int, count: int) -> Rounds:
            found: Rounds = {who: [] for who in readers}
            for number in range(first, first + count):
                asked = sample(options.requests, number)
                # Whoever comes later finds the server warmer, so they take turns at that too.
                for who in sorted(readers, reverse=bool(number % 2)):
                    asks = [readers[who]() for _ in range(options.readers)]
                    found[who].append(await read(asks, asked))
            return found

        await rounds(closed, 0, WARMING)
        together = await rounds(closed, WARMING, options.rounds)
        show(f"{options.readers} readers who never pause", together)
        rate = statistics.median(one.rate for one in together[DRIVER]) / 3
        apart = await rounds(partial(paced, rate=rate), 1_000, options.rounds)
        show(f"{rate:.0f} questions a second, by chance, {options.readers} readers", apart)


def show(title: str, rounds: Rounds) -> None:
    table = Table(title=title)
    for column in ("milliseconds", "median", "p99", "times the driver's", "", "a second"):
        table.add_column(column, justify="left" if column == "milliseconds" else "right")
    for who, found in rounds.items():
        middle = [statistics.median(column) for column in zip(*found, strict=True)]
        pairs = list(zip(found, rounds[DRIVER], strict=True))
        median = statistics.median(one.median / other.median for one, other in pairs)
        p99 = statistics.median(one.p99 / other.p99 for one, other in pairs)
        ratios = (f"{median:.2f}", f"{p99:.2f}") if who in (API, HELD) else ("", "")
        table.add_row(who, f"{middle[0]:.1f}", f"{middle[1]:.1f}", *ratios, f"{middle[2]:.0f}")
    Console(width=120).print(table)


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
    with ExitStack() as stack:
        stack.callback(stop, settings)
        ports = Ports(*(stack.enter_context(serving(settings, held)) for held in (0, 32)))
        asyncio.run(compare(connection, ports, options))


class Ports(NamedTuple):
    """Of a server that holds no answers, and of one that does."""

    plain: int
    holding: int


@contextmanager
def serving(settings: Settings, held: int) -> Iterator[int]:
    """The port of a server that holds answers in so many MB."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    command = [sys.executable, "-m", "api.cli", "serve", "--port", str(port)]
    # Thirty-two readers in a row are more than the limit of one address allows.
    environment = os.environ | {
        "SAYSO_RATE_LIMIT": "1000000/second",
        "SAYSO_HOME": str(settings.sayso_home),
        "SAYSO_ANSWERS_MB": str(held),
    }
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=environment, **quiet) as served:
        try:
            wait(port)
            yield port
        finally:
            served.terminate()


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
