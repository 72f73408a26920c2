"""SQLite as the service uses it: opened for each use, safe for several processes at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Database:
    """A file with these tables, made with its folder where it is missing."""

    path: Path
    tables: str

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """A connection to read by; what is written through it is committed at once."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with closing(sqlite3.connect(self.path, timeout=30, isolation_level=None)) as database:
            database.row_factory = sqlite3.Row
            # Committed is on disk: FULL is what survives a loss of power in WAL mode.
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = FULL")
            database.execute("PRAGMA foreign_keys = ON")
            database.executescript(self.tables)
            yield database

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes come about together, or not at all."""
        with self.opened() as database:
            database.execute("BEGIN IMMEDIATE")
            try:
                yield database
            except BaseException:
                database.execute("ROLLBACK")
                raise
            database.execute("COMMIT")
