"""What may keep Sayso from working here, each finding with what to do about it."""

from __future__ import annotations

import importlib.util
import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

import psutil

from graph.errors import ServerError, StoreError
from graph.server import finding, jars, process
from graph.server.config import free_ports
from graph.server.home import Home
from graph.server.java import find_java
from graph.server.releases import RELEASES, Release
from graph.settings import Connection, Settings
from graph.store.connection import connect, find_connection

_OLDEST_SERVER = 5
_BEYOND_HEAP = 350 * 2**20
"""Bytes the server takes besides its heap, measured after a start and rounded up."""
_DISK_NEEDED, _DISK_WISHED = 500 * 10**6, 5 * 10**9


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: `found` in words, and a remedy unless all is well."""

    name: str
    verdict: Literal["ok", "warn", "fail"]
    found: str
    remedy: str = ""


def examine(settings: Settings) -> Iterator[Check]:
    """Look at everything Sayso needs, the quickest first. Starts and changes nothing."""
    yield _versions()
    yield _model(settings.sayso_model_en)
    if not settings.is_local:
        yield _server(find_connection(settings), "Existing server")
        return
    release = RELEASES[settings.sayso_neo4j]
    yield _java(settings, release)
    yield _jars(settings, release)
    yield _disk(settings)
    found = finding.running(settings, release)
    if found is None:
        yield _memory(settings)
        yield _ports()
        yield _not_running(settings, release)
        return
    yield _server(process.connection_of(Home.of(settings, release), found[1]), "Local server")


def _versions() -> Check:
    packages = ", ".join(f"{name} {metadata.version(name)}" for name in ("sayso", "neo4j", "spacy"))
    return Check("Versions", "ok", f"{packages}, Python {platform.python_version()}")


def _model(name: str) -> Check:
    # Found, not loaded: loading takes seconds and the question is whether it is here.
    if importlib.util.find_spec(name) is None and not Path(name).is_dir():
        remedy = f"Install it (python -m pip install {name.replace('_', '-')}) or set "
        return Check("English model", "fail", f"{name} is absent", f"{remedy}SAYSO_MODEL_EN")
    return Check("English model", "ok", name)


def _java(settings: Settings, release: Release) -> Check:
    try:
        java = find_java(settings, release)
    except ServerError as error:
        return Check("Java", "fail", error.message, error.remedy)
    found = f"{java.major}, {java.origin}"
    if java.supported:
        return Check("Java", "ok", found)
    return Check(
        "Java",
        "warn",
        f"{found}; Neo4j {release.version} does not support it",
        f"Set SAYSO_JAVA to a Java {release.java[1]} if the server does not start",
    )


def _jars(settings: Settings, release: Release) -> Check:
    locked = jars.locked(release)
    absent = jars.missing(locked, settings.sayso_cache)
    if absent:
        size = sum(jar.size for jar in absent) / 1e6
        found = f"{len(absent)} of {len(locked)} are still to be fetched ({size:.0f} MB)"
        return Check("Neo4j jars", "warn", found, "`sayso up` fetches them; it needs the network")
    try:
        jars.fetch(locked, settings.sayso_cache)
    except ServerError as error:
        return Check("Neo4j jars", "fail", error.message, error.remedy)
    found = f"{release.version}, {len(locked)} jars with the right hashes"
    return Check("Neo4j jars", "ok", f"{found} in {jars.folder(settings.sayso_cache)}")


def _disk(settings: Settings) -> Check:
    place = next(one for one in (settings.sayso_home, *settings.sayso_home.parents) if one.exists())
    free = shutil.disk_usage(place).free
    found = f"{free / 1e9:.1f} GB free for {settings.sayso_home}"
    remedy = "Free some space, or set SAYSO_HOME to a folder on a larger disk"
    if free < _DISK_NEEDED:
        return Check("Disk", "fail", found, remedy)
    return (
        Check("Disk", "warn", found, remedy) if free < _DISK_WISHED else Check("Disk", "ok", found)
    )


def _memory(settings: Settings) -> Check:
    needed = _bytes(settings.sayso_heap) + _BEYOND_HEAP
    available = psutil.virtual_memory().available
    found = f"{available / 2**20:,.0f} MiB available, the server may take {needed / 2**20:,.0f} MiB"
    if available < needed:
        return Check("Memory", "warn", found, "Close other programs, or set SAYSO_HEAP=256m")
    return Check("Memory", "ok", found)


def _bytes(heap: str) -> int:
    units = {"k": 2**10, "m": 2**20, "g": 2**30}
    return int(heap[:-1]) * units[heap[-1].lower()]


def _ports() -> Check:
    try:
        free_ports((0, 0))
    except OSError as error:
        found = f"no port of 127.0.0.1 can be used: {error.strerror}"
        return Check("Ports", "fail", found, "Allow programs to listen on the loopback interface")
    return Check("Ports", "ok", "127.0.0.1 has free ones; the server picks its own")


def _not_running(settings: Settings, release: Release) -> Check:
    home = Home.of(settings, release)
    state = home.state()
    if state is not None and state.pid and not state.ready:
        return Check(
            "Local server",
            "warn",
            f"it is not running, and its last start did not end well; its log is {home.log}",
            "Run `sayso up`, which says what goes wrong",
        )
    return Check("Local server", "ok", "it is not running; commands that need it start it")


def _server(connection: Connection, name: str) -> Check:
    try:
        with connect(connection) as store:
            [kernel] = store.read(
                "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' "
                "RETURN versions[0] AS version, edition",
                timeout=10,
            )
    except StoreError as error:
        return Check(name, "fail", error.message, error.remedy)
    found = f"Neo4j {kernel['version']} {kernel['edition']} answers at {connection.uri}"
    if int(str(kernel["version"]).split(".")[0]) < _OLDEST_SERVER:
        return Check(name, "fail", found, f"Use Neo4j {_OLDEST_SERVER} or newer")
    return Check(name, "ok", found)
