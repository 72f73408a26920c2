"""Mixed reads and ingests for some minutes, with the store restarted in the middle.

    python tests/soak/run.py [--minutes 10] [--readers 4]

A real `sayso serve` with its worker, on a local server that this script starts, stops for some
seconds half-way, and starts again. It fails unless every job that was accepted ends as done, every
text is in the store exactly once, and the only errors anybody saw were 503 problems while the store
was away (and up to half a minute after).
"""

from __future__ import annotations

import argparse
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from rich.console import Console

from graph.server import process
from graph.settings import Settings, load_settings
from graph.store.connection import connect

NAMES = ("Norvia", "Sudmark", "Estwold", "Westmere", "Ravenmoor", "Quendale", "Tarnholt")
VERBS = ("attacked", "signed a treaty with", "supplied drones to", "denied that it had attacked")
DOWN_SECONDS = 12.0
GRACE_SECONDS = 30.0


@dataclass
class Seen:
    """What happened, noted by every thread."""

    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    accepted: dict[str, str] = field(default_factory=dict)
    reads: list[float] = field(default_factory=list)
    away: tuple[float, float] = (float("inf"), float("inf"))
    ending: threading.Event = field(default_factory=threading.Event)

    def note(self, what: str, answer: httpx.Response) -> None:
        """Note an answer, and whether it is one nobody should see."""
        now = time.monotonic()
        self.statuses[answer.status_code] += 1
        if answer.status_code < 500:
            return
        clean = answer.headers.get("content-type") == "application/problem+json"
        away = self.away[0] - 1 <= now <= self.away[1] + GRACE_SECONDS
        if answer.status_code != 503 or not clean or not away:
            self.wrong.append(f"{what}: {answer.status_code} {answer.text[:300]}")


def read(base: str, seen: Seen, seed: int) -> None:
    """Ask one thing after another."""
    chance = random.Random(seed)  # noqa: S311 - no secrets
    with httpx.Client(base_url=base, timeout=60) as client:
        while not seen.ending.is_set():
            name = chance.choice(NAMES)
            path = chance.choice(
                (
                    "/v1/documents?limit=20",
                    f"/v1/search?q={name}",
                    f"/v1/entities/state:{name.lower()}",
                    f"/v1/entities/state:{name.lower()}/relationships?limit=20",
                    f"/v1/queries/neighbours/answer?actor={name}",
                    f"/v1/exports/gexf?seed={name}",
                    "/v1/jobs?limit=10",
                    "/v1/health",
                )
            )
            began = time.monotonic()
            try:
                answer = client.get(path)
            except httpx.HTTPError as error:
                seen.wrong.append(f"GET {path}: {error!r}")
                continue
            seen.reads.append(time.monotonic() - began)
            seen.note(f"GET {path}", answer)


def send(base: str, seen: Seen) -> None:
    """Send one document after another, each with a text of its own."""
    chance, number = random.Random(7), 0  # noqa: S311 - no secrets
    with httpx.Client(base_url=base, timeout=60) as client:
        while not seen.ending.wait(1.0):
            a, b = chance.sample(NAMES, 2)
            text = f"{a} {chance.choice(VERBS)} {b}, said note number {number} on 3 May 2024."
            number += 1
            try:
                answer = client.post("/v1/documents", json={"documents": [{"text": text}]})
            except httpx.HTTPError as error:
                seen.wrong.append(f"POST: {error!r}")
                continue
            seen.note("POST /v1/documents", answer)
            if answer.status_code == 202:
                seen.accepted[answer.json()["id"]] = text


def restart(settings: Settings, seen: Seen) -> None:
    """Stop the store, wait, start it again."""
    seen.away = (time.monotonic(), float("inf"))
    process.stop(settings)
    time.sleep(DOWN_SECONDS)
    process.start(settings)
    seen.away = (seen.away[0], time.monotonic())


def finished(base: str, seen: Seen, deadline: float) -> dict[str, str]:
    """The state of every accepted job once none is waiting or running."""
    states: dict[str, str] = {}
    with httpx.Client(base_url=base, timeout=60) as client:
        for id_ in seen.accepted:
            while (state := client.get(f"/v1/jobs/{id_}").json()["state"]) in ("queued", "running"):
                if time.monotonic() > deadline:
                    break
                time.sleep(0.5)
            states[id_] = state
    return states


def serve(running: process.Running, home: str) -> tuple[str, subprocess.Popen[bytes]]:
    """The address of a server started on this store, and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    connection = running.connection
    environment = os.environ | {
        "NEO4J_URI": connection.uri,
        "NEO4J_USER": connection.user,
        "NEO4J_PASSWORD": connection.password,
        "SAYSO_HOME": home,
        "SAYSO_RATE_LIMIT": "100000/second",
    }
    with Path(home, "log").open("wb") as log:
        command = [sys.executable, "-m", "api.cli", "serve", "--port", str(port)]
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    base = f"http://127.0.0.1:{port}"
    while True:
        try:
            httpx.get(f"{base}/v1/health", timeout=5)
            return base, server
        except httpx.TransportError:
            if server.poll() is not None:
                raise SystemExit(Path(home, "log").read_text()) from None
            time.sleep(0.3)


def main() -> None:
    parser = argparse.ArgumentParser(description="Soak the service.")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--readers", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        settings = load_settings().model_copy(
            update={"neo4j_uri": None, "sayso_home": Path(home, "store")}
        )
        running = process.start(settings)
        base, server = serve(running, home)
        try:
            soak(base, settings, options.minutes * 60, options.readers)
        finally:
            server.terminate()
            server.wait()
            process.stop(settings)


def soak(base: str, settings: Settings, seconds: float, readers: int) -> None:
    seen = Seen()
    threads = [threading.Thread(target=read, args=(base, seen, n)) for n in range(readers)]
    threads.append(threading.Thread(target=send, args=(base, seen)))
    for thread in threads:
        thread.start()
    time.sleep(seconds / 2)
    restart(settings, seen)
    time.sleep(max(0.0, seconds / 2 - (seen.away[1] - seen.away[0])))
    seen.ending.set()
    for thread in threads:
        thread.join()
    states = Counter(finished(base, seen, time.monotonic() + 600).values())
    with connect(process.start(settings).connection) as store:
        rows = store.read("MATCH (d:Document) RETURN d.text AS text")
    texts = Counter(str(row["text"]) for row in rows)
    told = Console().print
    answers = dict(sorted(seen.statuses.items()))
    told(f"{sum(answers.values()):,} answers by status: {answers}")
    told(f"store away for {seen.away[1] - seen.away[0]:.0f} s")
    told(f"reads: median {statistics.median(seen.reads) * 1e3:.0f} ms, ", end="")
    told(f"p99 {statistics.quantiles(seen.reads, n=100)[98] * 1e3:.0f} ms")
    told(f"{len(seen.accepted):,} jobs accepted, as they ended: {dict(states)}")
    told(f"{len(texts):,} texts in the store, the most often one {max(texts.values())} time(s)")
    for line in seen.wrong[:20]:
        told(f"[red]WRONG[/] {line}", markup=True)
    right = set(states) == {"done"} and texts == Counter(seen.accepted.values())
    if seen.wrong or not right:
        raise SystemExit("The soak failed.")
    told("Every accepted job was done once, and nobody saw an error but clean 503 problems.")


if __name__ == "__main__":
    main()
