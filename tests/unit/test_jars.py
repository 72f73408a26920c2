"""The lock of the jars: complete, without addresses, and obeyed to the byte."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import ServerError
from graph.server import jars
from graph.server.jars import Jar
from graph.server.releases import RELEASES, Release

CONTENT = b"what was published" * 100


def jar_of(content: bytes, coordinate: str = "org.example:thing:1.0") -> Jar:
    return Jar(coordinate, len(content), hashlib.sha256(content).hexdigest())


def put(cache: Path, jar: Jar, content: bytes) -> Path:
    file = jars.folder(cache) / jar.path
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    return file


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Replaces jgo's download by given contents, one an attempt; returns what was asked for."""
    from jgo.maven import Artifact, PythonResolver

    def deliver(*contents: bytes | Exception) -> list[str]:
        asked: list[str] = []
        remaining = list(contents)

        def download(self: PythonResolver, artifact: Artifact) -> Path:
            asked.append(str(artifact))
            content = remaining.pop(0)
            partial = artifact.cached_path
            partial.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Exception):
                partial.write_bytes(CONTENT[:10])
                raise content
            with self.progress_callback(artifact.filename, len(content)) as add:
                partial.write_bytes(content)
                add(len(content))
            return partial

        monkeypatch.setattr(PythonResolver, "download", download)
        return asked

    return deliver


@pytest.mark.parametrize("release", RELEASES.values(), ids=lambda release: release.version)
def test_a_lock_holds_each_jar_once_with_a_hash_and_no_address(release: Release) -> None:
    locked = jars.locked(release)
    assert set(release.coordinates) <= {jar.coordinate for jar in locked}
    assert len({jar.path for jar in locked}) == len(locked)
    for jar in locked:
        assert re.fullmatch(r"[\w.-]+:[\w.-]+:[\w.-]+(:[\w.-]+)?", jar.coordinate)
        assert re.fullmatch(r"[0-9a-f]{64}", jar.sha256)
        assert jar.size > 0


def test_a_classifier_is_part_of_the_file_name() -> None:
    jar = jar_of(b"x", "io.netty:netty-epoll:4.2:linux-x86_64")
    assert jar.path == Path("io/netty/netty-epoll/4.2/netty-epoll-4.2-linux-x86_64.jar")


def test_a_jar_that_is_there_is_not_fetched(
    tmp_path: Path, network: Callable[..., list[str]]
) -> None:
    asked, jar = network(), jar_of(CONTENT)
    file = put(tmp_path, jar, CONTENT)
    assert jars.fetch([jar], tmp_path) == [file]
    assert asked == []


@pytest.mark.parametrize(
    "found", [CONTENT[:-1], CONTENT[:-1] + b"!", b""], ids=["short", "tampered", "empty"]
)
def test_a_jar_that_differs_from_the_lock_is_refused(tmp_path: Path, found: bytes) -> None:
    jar = jar_of(CONTENT)
    file = put(tmp_path, jar, found)
    with pytest.raises(ServerError, match=re.escape(str(file))) as raised:
        jars.fetch([jar], tmp_path)
    assert "sayso up" in raised.value.remedy


def test_what_is_missing_is_fetched_and_counted(
    tmp_path: Path, network: Callable[..., list[str]]
) -> None:
    network(CONTENT)
    jar, heard = jar_of(CONTENT), []
    [file] = jars.fetch([jar], tmp_path, progress=lambda *counts: heard.append(counts))
    assert file.read_bytes() == CONTENT
    assert heard == [(len(CONTENT), len(CONTENT))]


def test_a_failed_download_is_tried_again(
    tmp_path: Path, network: Callable[..., list[str]]
) -> None:
    asked = network(RuntimeError("not found"), OSError("cut"), CONTENT)
    [file] = jars.fetch([jar_of(CONTENT)], tmp_path)
    assert file.read_bytes() == CONTENT
    assert len(asked) == 3


def test_a_download_that_keeps_failing_names_the_jar(
    tmp_path: Path, network: Callable[..., list[str]]
) -> None:
    network(*[OSError("no route")] * 3)
    with pytest.raises(ServerError, match=r"org\.example:thing:1\.0.*no route"):
        jars.fetch([jar_of(CONTENT)], tmp_path)


def test_a_download_that_differs_from_the_lock_never_enters_the_cache(
    tmp_path: Path, network: Callable[..., list[str]]
) -> None:
    network(*[b"something else"] * 3)
    jar = jar_of(CONTENT)
    with pytest.raises(ServerError, match="not the jar of the lock"):
        jars.fetch([jar], tmp_path)
    assert jars.missing([jar], tmp_path) == [jar]
    assert list(tmp_path.rglob("*.jar")) == []


def test_what_a_killed_download_left_behind_goes_with_the_next(
    tmp_path: Path, network: Callable[..., list[str]]
) -> None:
    (tmp_path / "partial-abandoned").mkdir()
    network(CONTENT)
    jars.fetch([jar_of(CONTENT)], tmp_path)
    assert not list(tmp_path.glob("partial-*"))
