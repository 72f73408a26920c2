"""Watchlists on disk: one SQLite file with what is watched, what was seen, and what was sent."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from api.sqlite import Database
from graph.errors import NotFoundError
from graph.settings import Settings

_TABLES = """
CREATE TABLE IF NOT EXISTS watchlists (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, owner TEXT NOT NULL, watched TEXT NOT NULL,
    webhook TEXT, secret TEXT NOT NULL, token TEXT NOT NULL, created TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0, problem TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS items (
    watchlist TEXT NOT NULL REFERENCES watchlists (id) ON DELETE CASCADE,
    edge TEXT NOT NULL, at TEXT, entry TEXT, sent INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (watchlist, edge)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS items_by_time ON items (watchlist, at);
"""

# A webhook that fails is the greater problem: what a look meets does not hide why.
_LOOKED = "UPDATE watchlists SET problem = ? WHERE id = ? AND failures = 0"


@dataclass(frozen=True, slots=True)
class Watchlist:
    """What is watched, and where news of it go.

    `watched` are the fields of a Selection as JSON has them. `secret` signs what a webhook is sent;
    `token` opens the feed, since feed readers send no headers. `failures` counts deliveries that
    failed in a row; `problem` is of the last one of them, or without any, of the last look.
    """

    id: str
    name: str
    owner: str
    watched: Mapping[str, Any]
    webhook: str | None
    secret: str
    token: str
    created: str
    failures: int
    problem: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """A relationship that came in: its id, when it was noticed, and what is told of it."""

    edge: str
    at: str
    entry: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Watchlists:
    """The watchlists under a folder; safe for several processes at once."""

    folder: Path

    @property
    def _database(self) -> Database:
        return Database(self.folder / "watchlists.sqlite", _TABLES)

    def create(
        self,
        name: str,
        watched: Mapping[str, Any],
        *,
        webhook: str | None,
        owner: str,
        at: datetime,
        known: Iterable[str],
    ) -> Watchlist:
        """Begin to watch; the `known` relationships are no news."""
        id_ = secrets.token_hex(8)
        row = (id_, name, owner, json.dumps(watched), webhook, secrets.token_urlsafe(32))
        with self._database.changing() as database:
            database.execute(
                "INSERT INTO watchlists (id, name, owner, watched, webhook, secret, token, "
                "created) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, secrets.token_urlsafe(24), at.isoformat()),
            )
            database.executemany(
                "INSERT OR IGNORE INTO items (watchlist, edge) VALUES (?, ?)",
                ((id_, edge) for edge in known),
            )
        return self.get(id_)

    def get(self, id_: str) -> Watchlist:
        """The watchlist of this id; NotFoundError if there is none."""
        with self._database.opened() as database:
            row = database.execute("SELECT * FROM watchlists WHERE id = ?", (id_,)).fetchone()
        if row is None:
            raise NotFoundError(
                f"There is no watchlist {id_!r}", remedy="/v1/watchlists lists them"
            )
        return _watchlist(row)

    def every(self) -> list[Watchlist]:
        """Every watchlist, the oldest first."""
        with self._database.opened() as database:
            found = database.execute("SELECT * FROM watchlists ORDER BY created, id")
            return [_watchlist(row) for row in found]

    def delete(self, id_: str) -> None:
        """Watch no longer; NotFoundError if there is no such watchlist."""
        self.get(id_)
        with self._database.changing() as database:
            database.execute("DELETE FROM watchlists WHERE id = ?", (id_,))

    def unseen(self, id_: str, edges: Iterable[str]) -> list[str]:
        """Those of some relationships that the watchlist has not seen."""
        with self._database.opened() as database:
            found = database.execute("SELECT edge FROM items WHERE watchlist = ?", (id_,))
            seen = {row["edge"] for row in found}
        return [edge for edge in edges if edge not in seen]

    def add(self, id_: str, entries: Mapping[str, Mapping[str, Any]], *, at: datetime) -> None:
        """Note what a look found new, to be shown in the feed and sent to the webhook."""
        with self._database.changing() as database:
            database.execute(_LOOKED, (None, id_))
            database.executemany(
                "INSERT OR IGNORE INTO items (watchlist, edge, at, entry, sent) "
                "SELECT id, ?, ?, ?, webhook IS NULL FROM watchlists WHERE id = ?",
                (
                    (edge, at.isoformat(), json.dumps(entry), id_)
                    for edge, entry in sorted(entries.items())
                ),
            )

    def unanswered(self, id_: str, problem: str) -> None:
        """What is watched could not be looked at; the next look that succeeds takes it back."""
        with self._database.changing() as database:
            database.execute(_LOOKED, (problem, id_))

    def latest(self, id_: str, *, limit: int) -> list[Item]:
        """What is new, the latest first."""
        return self._items(
            "SELECT edge, at, entry FROM items WHERE watchlist = ? AND entry IS NOT NULL "
            "ORDER BY at DESC, edge LIMIT ?",
            (id_, limit),
        )

    def waiting(self, id_: str, *, limit: int) -> list[Item]:
        """What the webhook has not been told, the oldest first."""
        return self._items(
            "SELECT edge, at, entry FROM items WHERE watchlist = ? AND sent = 0 "
            "ORDER BY at, edge LIMIT ?",
            (id_, limit),
        )

    def sent(self, id_: str, items: Iterable[Item]) -> None:
        """The webhook took these."""
        with self._database.changing() as database:
            database.executemany(
                "UPDATE items SET sent = 1 WHERE watchlist = ? AND edge = ?",
                ((id_, item.edge) for item in items),
            )
            database.execute(
                "UPDATE watchlists SET failures = 0, problem = NULL WHERE id = ? AND failures > 0",
                (id_,),
            )

    def failed(self, id_: str, problem: str) -> None:
        """The webhook did not take what it was sent; it is tried again later."""
        with self._database.changing() as database:
            database.execute(
                "UPDATE watchlists SET failures = failures + 1, problem = ? WHERE id = ?",
                (problem, id_),
            )

    def _items(self, statement: str, asked: tuple[object, ...]) -> list[Item]:
        with self._database.opened() as database:
            found = database.execute(statement, asked)
            return [Item(row["edge"], row["at"], json.loads(row["entry"])) for row in found]


def watchlists_of(settings: Settings) -> Watchlists:
    """The watchlists of these settings."""
    return Watchlists(settings.sayso_home / "watchlists")


def _watchlist(row: sqlite3.Row) -> Watchlist:
    said: dict[str, Any] = {name: row[name] for name in Watchlist.__slots__}
    return Watchlist(**(said | {"watched": json.loads(said["watched"])}))
