"""How the local server is set up: its neo4j.conf, and the command line of its Java."""

from __future__ import annotations

import os
import socket
from collections.abc import Sequence
from pathlib import Path

from graph.server.home import Home
from graph.server.releases import ADMIN_CLASS, Release

HOST = "127.0.0.1"

_CONF = """\
# Written by Sayso at every start; changes made here are lost. See docs/neo4j.md.
server.bolt.listen_address={host}:{bolt}
server.bolt.advertised_address={host}:{bolt}
server.http.listen_address={host}:{http}
server.http.advertised_address={host}:{http}
server.https.enabled=false
server.memory.pagecache.size=256m
db.memory.transaction.max={transaction}m
dbms.usage_report.enabled=false
dbms.security.allow_csv_import_from_file_urls=false
internal.server.bolt.thread_pool_shutdown_wait_time=1s
internal.server.bolt.connection_shutdown_wait_time=1s
"""
_JVM = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-XX:+UseG1GC",
    "-XX:-OmitStackTraceInFastThrow",
    "-Dfile.encoding=UTF-8",
    "-Dlog4j2.disable.jmx=true",
    "-Djdk.tls.rejectClientInitiatedRenegotiation=true",
)


def neo4j_conf(*, bolt: int, http: int, heap: str) -> str:
    """The server's settings; it listens on this machine's loopback alone.

    One transaction may take two fifths of the heap, so that a reader's greed ends that reader's
    query and not the server.
    """
    transaction = max(1, _megabytes(heap) * 2 // 5)
    return _CONF.format(host=HOST, bolt=bolt, http=http, transaction=transaction)


def _megabytes(heap: str) -> int:
    """A size of Java, as in 512m or 2g."""
    factor = {"k": 1 / 1024, "m": 1, "g": 1024}[heap[-1].lower()]
    return int(int(heap[:-1]) * factor)


def server_arguments(
    home: Home, release: Release, jars: Sequence[Path], *, java: int, heap: str
) -> list[str]:
    """What follows `java` to run the server."""
    return [
        *_JVM,
        *_quiet(java),
        f"-Xms{heap}",
        f"-Xmx{heap}",
        "-classpath",
        _class_path(jars),
        release.main_class,
        f"--home-dir={home.root}",
        f"--config-dir={home.conf}",
    ]


def password_arguments(jars: Sequence[Path], password: str, *, java: int) -> list[str]:
    """What follows `java` to set the first password of a server that has never run."""
    main = [ADMIN_CLASS, "dbms", "set-initial-password", password]
    return ["-Xmx256m", *_quiet(java), "-classpath", _class_path(jars), *main]


def argument_file(arguments: Sequence[str]) -> str:
    """Arguments in the syntax of `java @file`: no length limit, and no other user sees them."""
    escaped = (argument.replace("\\", "\\\\").replace('"', '\\"') for argument in arguments)
    return "".join(f'"{argument}"\n' for argument in escaped)


def free_ports(preferred: Sequence[int]) -> tuple[int, ...]:
    """As many free ports as are preferred: those themselves where nothing else uses them."""
    held = []
    try:
        for port in preferred:
            opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            held.append(opened)
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                opened.bind((HOST, port))
            except OSError:
                opened.bind((HOST, 0))
        return tuple(opened.getsockname()[1] for opened in held)
    finally:
        for opened in held:
            opened.close()


def _class_path(jars: Sequence[Path]) -> str:
    return os.pathsep.join(str(jar) for jar in jars)


def _quiet(java: int) -> list[str]:
    # Java 24 began to warn about an access that Neo4j's own jars still make.
    return ["--sun-misc-unsafe-memory-access=allow"] if java >= 24 else []
