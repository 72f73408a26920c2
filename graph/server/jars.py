"""The jars of Neo4j: named and hashed by a committed lock, fetched once, checked at every start.

A lock lists every jar of a release as `group:artifact:version[:classifier] bytes sha256`, and no
address: jgo knows where Maven artifacts are published. All platforms use the same jars.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from filelock import FileLock

from graph.errors import ServerError
from graph.server.releases import Release

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from jgo.maven import Artifact

Progress = Callable[[int, int], None]

_AT_ONCE = 8
_ATTEMPTS = 3
_TIMEOUT_SECONDS = 60
_PARTIAL = "partial-"


@dataclass(frozen=True, slots=True)
class Jar:
    """One locked jar; `size` is in bytes."""

    coordinate: str
    size: int
    sha256: str

    @property
    def path(self) -> Path:
        """Where the jar lies below a Maven repository or our cache."""
        group, artifact, version, *classifier = self.coordinate.split(":")
        name = "-".join([artifact, version, *classifier])
        return Path(*group.split("."), artifact, version, f"{name}.jar")

    def fits(self, file: Path) -> bool:
        """Whether a file has the size and the hash of the lock."""
        if file.stat().st_size != self.size:
            return False
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest() == self.sha256


def locked(release: Release) -> tuple[Jar, ...]:
    """The jars of a release, in the order of the class path."""
    lock = resources.files("graph.server") / "locks" / f"neo4j-{release.version}.txt"
    lines = [line.split() for line in lock.read_text("utf-8").splitlines() if line[:1] != "#"]
    return tuple(Jar(coordinate, int(size), sha256) for coordinate, size, sha256 in lines)


def folder(cache: Path) -> Path:
    """Where jars are kept in the user's cache, laid out as a Maven repository."""
    return cache / "maven"


def missing(jars: Iterable[Jar], cache: Path) -> list[Jar]:
    """The jars that still have to be fetched."""
    return [jar for jar in jars if not (folder(cache) / jar.path).exists()]


def fetch(jars: Sequence[Jar], cache: Path, *, progress: Progress | None = None) -> list[Path]:
    """Every jar's file, checked; what is missing is fetched first.

    `progress` hears of bytes fetched and bytes to fetch; it is called from one thread at a time.
    Raises ServerError where a jar cannot be fetched or is not the one of the lock.
    """
    if missing(jars, cache):
        _fetch_missing(jars, cache, progress)
    files = [folder(cache) / jar.path for jar in jars]
    for jar, file in zip(jars, files, strict=True):
        if not jar.fits(file):
            raise ServerError(
                f"{file} is not the jar it should be: its content differs from {jar.coordinate}",
                remedy="Delete that file and run `sayso up`, which fetches it again",
            )
    return files


def _fetch_missing(jars: Sequence[Jar], cache: Path, progress: Progress | None) -> None:
    folder(cache).mkdir(parents=True, exist_ok=True)
    # Several homes may share the cache: of two downloads at once the second finds all of it there.
    with FileLock(cache / "lock"):
        wanted = missing(jars, cache)
        report = _Counter(sum(jar.size for jar in wanted), progress)
        for abandoned in cache.glob(f"{_PARTIAL}*"):
            shutil.rmtree(abandoned)
        # A jar enters the cache whole and checked or not at all, so a download that was
        # interrupted needs no repair.
        with tempfile.TemporaryDirectory(dir=cache, prefix=_PARTIAL) as partial:
            artifact_of = _artifacts(Path(partial), report)
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                tasks = [pool.submit(_fetch_one, jar, cache, artifact_of) for jar in wanted]
                try:
                    for task in tasks:
                        task.result()
                except BaseException:
                    pool.shutdown(wait=True, cancel_futures=True)
                    raise


def _fetch_one(jar: Jar, cache: Path, artifact_of: Callable[[str], Artifact]) -> None:
    from requests import RequestException

    for attempt in range(1, _ATTEMPTS + 1):
        artifact = artifact_of(jar.coordinate)
        partial = artifact.cached_path
        if partial is None:
            raise ServerError(f"jgo gives no place to {jar.coordinate}")
        partial.unlink(missing_ok=True)
        try:
            artifact.context.resolver.download(artifact)
        except (RequestException, RuntimeError, OSError) as error:
            # jgo raises RuntimeError where no repository has the file.
            if attempt == _ATTEMPTS:
                raise ServerError(
                    f"{jar.coordinate} could not be fetched: {error}",
                    remedy="Check the network and run `sayso up` again; "
                    "what was fetched already is kept",
                ) from error
            continue
        if jar.fits(partial):
            final = folder(cache) / jar.path
            final.parent.mkdir(parents=True, exist_ok=True)
            partial.replace(final)
            return
    raise ServerError(
        f"What the network delivers for {jar.coordinate} is not the jar of the lock",
        remedy="Try again from another network: something on the way changes or cuts downloads",
    )


def _artifacts(partial: Path, report: _Counter) -> Callable[[str], Artifact]:
    """How to get jgo's artifact of a coordinate, to be downloaded below `partial`."""
    from jgo.maven import MavenContext, PythonResolver

    resolver = PythonResolver(progress_callback=report.of_file)
    context = MavenContext(resolver=resolver, repo_cache=partial, timeout=_TIMEOUT_SECONDS)

    def artifact_of(coordinate: str) -> Artifact:
        group, artifact, version, *classifier = coordinate.split(":")
        component = context.project(group, artifact).at_version(version)
        return component.artifact(classifier="".join(classifier))

    return artifact_of


class _Counter:
    """Adds up the bytes of downloads that run at once; a failed attempt is taken back."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._done, self._progress = total, 0, progress
        self._lock = Lock()

    def of_file(self, name: str, size: int) -> AbstractContextManager[Callable[[int], None]]:
        """What jgo calls as a download begins; it calls what it gets back for every chunk."""
        del name, size
        return self._counting()

    @contextmanager
    def _counting(self) -> Iterator[Callable[[int], None]]:
        counted = 0

        def add(count: int) -> None:
            nonlocal counted
            counted += count
            self._add(count)

        try:
            yield add
        except BaseException:
            self._add(-counted)
            raise

    def _add(self, count: int) -> None:
        with self._lock:
            self._done += count
            if self._progress is not None:
                self._progress(min(self._done, self._total), self._total)
