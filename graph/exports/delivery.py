"""An export on its way out: as bytes of one file or archive, or as files on disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from graph.errors import SaysoError
from graph.exports.model import Format, Subgraph

CHUNK = 64 * 1024


def stream(format_: Format, subgraph: Subgraph) -> Iterator[bytes]:
    """The whole export as bytes, in pieces of about 64 KB; several files come as a zip archive."""
    return _chunks(_encoded(format_, subgraph) if format_.single else _zipped(format_, subgraph))


def save(format_: Format, subgraph: Subgraph, out: Path) -> None:
    """Write an export: one file, or for several a folder, or an archive where `out` ends in .zip.

    Raises SaysoError as `write_whole` does.
    """
    if format_.single or out.suffix == ".zip":
        write_whole(out, stream(format_, subgraph))
    else:
        for file in format_.files(subgraph):
            write_whole(out / file.name, (piece.encode() for piece in file.pieces()))


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file that appears under its name once it is whole; what ends it leaves nothing.

    Raises SaysoError where it cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.writelines(pieces)
        part.replace(path)
    except OSError as error:
        raise SaysoError(
            f"{path} cannot be written ({error.strerror})", remedy="Name another with --out"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()


def _encoded(format_: Format, subgraph: Subgraph) -> Iterator[bytes]:
    for file in format_.files(subgraph):
        yield from (piece.encode() for piece in file.pieces())


class _Tap(io.RawIOBase):
    """Where the archive is written to, emptied after every piece; zipfile needs no seeking."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        written = bytes(piece)
        self._waiting += written
        return len(written)

    def take(self) -> bytes:
        taken = bytes(self._waiting)
        self._waiting.clear()
        return taken


def _zipped(format_: Format, subgraph: Subgraph) -> Iterator[bytes]:
    tap = _Tap()
    stamp = subgraph.moment.timetuple()[:6]
    with zipfile.ZipFile(tap, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in format_.files(subgraph):
            entry = zipfile.ZipInfo(file.name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as member:
                for piece in file.pieces():
                    member.write(piece.encode())
                    yield tap.take()
    yield tap.take()


def _chunks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        if len(waiting) >= CHUNK:
            yield bytes(waiting)
            waiting.clear()
    if waiting:
        yield bytes(waiting)
