"""Where documents that could not be read are noted, with the reason and what to do about it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from graph.errors import DocumentError, SaysoError


class Quarantine:
    """One JSON Lines file a run, made at its first record.

    A record holds `source`, `reason`, `remedy`, `raw_sha256` (null where nothing was read) and
    `time`; it never holds text of the document.
    """

    def __init__(self, folder: Path, *, started: datetime) -> None:
        self.path = folder / f"{started:%Y%m%dT%H%M%S}.jsonl"
        self.count = 0

    def add(self, error: DocumentError, *, at: datetime) -> None:
        """Append one refused document; raises SaysoError where the folder cannot be written."""
        record = {
            "source": error.source,
            "reason": error.reason,
            "remedy": error.remedy,
            "raw_sha256": error.raw_sha256,
            "time": at.isoformat(),
        }
        # "surrogateescape" keeps file names that are no UTF-8 as the bytes they are.
        line = json.dumps(record, ensure_ascii=False)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8", errors="surrogateescape") as file:
                file.write(line + "\n")
        except OSError as problem:
            raise SaysoError(
                f"the quarantine {self.path} cannot be written ({problem.strerror})",
                remedy="Free space, or set SAYSO_HOME to a folder that can be written",
            ) from problem
        self.count += 1
