"""Keeping what a job is given, on disk, before the job is accepted."""

from __future__ import annotations

import json
import os
import shutil
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Protocol

from ingest.readers.registry import FORMATS

_SUFFIXES = frozenset(suffix for form in FORMATS for suffix in form.suffixes)


class Upload(Protocol):
    """A file that somebody sends."""

    @property
    def filename(self) -> str | None:
        """What the sender calls it."""
        ...

    @property
    def file(self) -> BinaryIO:
        """Its bytes."""
        ...


def keep_documents(folder: Path, documents: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Keep texts as one file of JSON lines, which the reader of such files takes."""
    lines = (json.dumps({k: v for k, v in one.items() if v}) for one in documents)
    with (folder / "input-0.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
        _settle(file.fileno())
    return [{"name": "API", "kept": "input-0.jsonl"}]


def keep_files(folder: Path, uploads: Sequence[Upload]) -> list[dict[str, str]]:
    """Keep files under names of our own; the sender's are only shown.

    Of a sender's name, the suffix alone decides something: which reader takes the file, out of a
    list of ours.
    """
    kept = []
    for number, upload in enumerate(uploads):
        name = shown_name(upload.filename)
        suffix = PurePosixPath(name).suffix.lower()
        own = f"input-{number}{suffix if suffix in _SUFFIXES else '.unknown' if suffix else ''}"
        with (folder / own).open("wb") as file:
            shutil.copyfileobj(upload.file, file)
            _settle(file.fileno())
        kept.append({"name": name, "kept": own})
    return kept


def shown_name(given: str | None) -> str:
    """A sender's name for a file, fit to be shown: its last part, on one line, and not too long."""
    last = (given or "").replace("\\", "/").rpartition("/")[2]
    plain = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in last)
    return " ".join(plain.split())[-200:] or "a file without a name"


def _settle(descriptor: int) -> None:
    """See to it that the bytes are on the disk and not in a cache."""
    os.fsync(descriptor)
