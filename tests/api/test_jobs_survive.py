"""A real server is killed in the middle of its work: what it accepted is done, and done once."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from graph.settings import Settings
from graph.store.connection import Store

PATIENCE = 60  # seconds: the machine may be busy with other work


def free_port() -> int:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port: int = unused.getsockname()[1]
        return port


@contextmanager
def serving(settings: Settings, home: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    assert settings.neo4j_password is not None
    environment = os.environ | {
        "NEO4J_URI": str(settings.neo4j_uri),
        "NEO4J_PASSWORD": settings.neo4j_password.get_secret_value(),
        "SAYSO_HOME": str(home),
    }
    command = [sys.executable, "-m", "api.cli", "serve", "--port", str(port)]
    with (home / "log").open("ab") as log:
        process = subprocess.Popen(command, env=environment, stderr=log, stdout=log)
    try:
        deadline = time.monotonic() + 120
        while True:
            assert process.poll() is None, (home / "log").read_text()
            assert time.monotonic() < deadline
            try:
                httpx.get(f"http://127.0.0.1:{port}/v1/health", timeout=5)
                break
            except httpx.TransportError:
                time.sleep(0.2)
        yield process
    finally:
        process.kill()
        process.wait()


def get(url: str) -> Any:
    return httpx.get(url, timeout=PATIENCE).json()


def post(url: str, body: object) -> Any:
    return httpx.post(url, json=body, timeout=PATIENCE).json()


def test_nothing_accepted_is_lost_when_the_server_is_killed(
    api_settings: Settings, store: Store, tmp_path: Path
) -> None:
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    accepted: list[str] = []
    with serving(api_settings, tmp_path, port) as process:
        for n in range(12):
            body = {"documents": [{"text": f"Norvia attacked Sudmark, said note number {n}."}]}
            accepted.append(post(f"{base}/v1/documents", body)["id"])
        deadline = time.monotonic() + 120
        while get(f"{base}/v1/jobs/{accepted[0]}")["state"] == "queued":
            assert time.monotonic() < deadline
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
    with serving(api_settings, tmp_path, port):
        deadline = time.monotonic() + 240
        states = {}
        while set(states.values()) != {"done"} or len(states) < len(accepted):
            assert time.monotonic() < deadline, states
            time.sleep(0.5)
            items = get(f"{base}/v1/jobs?limit=500")["items"]
            states = {item["id"]: item["state"] for item in items}
        assert set(states) == set(accepted)
    texts = [row["text"] for row in store.read("MATCH (d:Article) RETURN d.text AS text")]
    assert sorted(texts) == sorted(
        f"Norvia attacked Sudmark, said note number {n}." for n in range(12)
    )
