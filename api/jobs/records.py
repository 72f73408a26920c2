"""Jobs on disk: one SQLite table that is the record, the queue and the progress in one.

A job is accepted when its row is committed, with everything it needs stored before. It leaves the
state `running` only with its result, so a worker that dies leaves it to the next one (decision 11).
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from api.sqlite import Database
from graph.errors import NotFoundError
from graph.settings import Settings

State = Literal["queued", "running", "done", "failed", "cancelled"]
Kind = Literal["documents", "files", "urls", "export"]
ENDED: tuple[State, ...] = ("done", "failed", "cancelled")
# A failed job keeps what it was given: nobody else may have it any more.
CLEARED: tuple[State, ...] = ("done", "cancelled")

_TABLE = """
CREATE TABLE IF NOT EXISTS jobs (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, owner TEXT NOT NULL,
    asked TEXT NOT NULL, progress TEXT NOT NULL DEFAULT '{}', result TEXT NOT NULL DEFAULT '{}',
    problem TEXT, created TEXT NOT NULL, started TEXT, finished TEXT,
    attempts INTEGER NOT NULL DEFAULT 0, cancelling INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1, not_before TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX IF NOT EXISTS jobs_by_state ON jobs (state, created);
"""


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it stands; `version` counts its changes, `problem` says why it failed."""

    id: str
    kind: Kind
    state: State
    owner: str
    asked: Mapping[str, Any]
    progress: Mapping[str, Any]
    result: Mapping[str, Any]
    problem: str | None
    created: str
    started: str | None
    finished: str | None
    attempts: int
    cancelling: bool
    version: int

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in ENDED


@dataclass(frozen=True, slots=True)
class Jobs:
    """The jobs under a folder; safe for several processes at once."""

    folder: Path

    @property
    def _database(self) -> Database:
        return Database(self.folder / "jobs.sqlite", _TABLE)

    def files_of(self, id_: str) -> Path:
        """The folder of what a job was given and of what it makes."""
        return self.folder / id_

    def new_id(self) -> str:
        """An id nobody can guess, with a folder for what the job is given."""
        id_ = secrets.token_hex(12)
        self.files_of(id_).mkdir(parents=True)
        return id_

    def accept(
        self, id_: str, kind: Kind, asked: Mapping[str, Any], *, owner: str, at: datetime
    ) -> Job:
        """Take a job; once this returns it will be done, whatever happens to this process."""
        statement = (
            "INSERT INTO jobs (id, kind, state, owner, asked, created) "
            "VALUES (?, ?, 'queued', ?, ?, ?)"
        )
        with self._database.changing() as database:
            database.execute(statement, (id_, kind, owner, json.dumps(asked), at.isoformat()))
        return self.get(id_)

    def get(self, id_: str) -> Job:
        """The job of this id; NotFoundError if there is none."""
        with self._database.opened() as database:
            row = database.execute("SELECT * FROM jobs WHERE id = ?", (id_,)).fetchone()
        if row is None:
            raise NotFoundError(f"There is no job {id_!r}", remedy="/v1/jobs lists them")
        return _job(row)

    def latest(
        self, *, limit: int, after: Sequence[str] | None = None, state: State | None = None
    ) -> list[Job]:
        """Jobs, the latest first, from the one after `[created, id]` on."""
        statement = (
            "SELECT * FROM jobs WHERE (:state IS NULL OR state = :state) "
            "AND (:created IS NULL OR created < :created OR (created = :created AND id > :id)) "
            "ORDER BY created DESC, id LIMIT :limit"
        )
        created, id_ = after or (None, None)
        asked = {"state": state, "created": created, "id": id_, "limit": limit}
        with self._database.opened() as database:
            return [_job(row) for row in database.execute(statement, asked)]

    def cancel(self, id_: str, *, at: datetime) -> Job:
        """Ask for a job to stop: at once if it waits, at its next step if it runs.

        One that is over stays as it is; a failed one keeps what it was given.
        """
        statement = (
            "UPDATE jobs SET cancelling = 1, version = version + 1, "
            "finished = CASE state WHEN 'queued' THEN ? ELSE finished END, "
            "state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END "
            "WHERE id = ? AND state IN ('queued', 'running')"
        )
        with self._database.changing() as database:
            database.execute(statement, (at.isoformat(), id_))
        job = self.get(id_)
        if job.state in CLEARED:
            self._discard(id_)
        return job

    def claim(self, *, at: datetime) -> Job | None:
        """The oldest waiting job, now running; only the one worker may call it."""
        statement = (
            "UPDATE jobs SET state = 'running', started = coalesce(started, :now), "
            "attempts = attempts + 1, version = version + 1 WHERE id = (SELECT id FROM jobs "
            "WHERE state = 'queued' AND not_before <= :now ORDER BY created, id LIMIT 1) "
            "RETURNING *"
        )
        with self._database.changing() as database:
            rows = database.execute(statement, {"now": at.isoformat()}).fetchall()
        return _job(rows[0]) if rows else None

    def requeue(self, id_: str, *, not_before: datetime, why: str) -> None:
        """Put a running job back, to be tried again later.

        That try is not counted: `attempts` are those that may have ended the worker.
        """
        changes = "state = 'queued', attempts = attempts - 1, not_before = ?, problem = ?"
        self._update(id_, changes, not_before.isoformat(), why)

    def recover(self) -> int:
        """Put back what a worker left running when it died; how many jobs that were.

        What jobs that are over were given is deleted, where somebody died before that.
        """
        ended = f"SELECT id FROM jobs WHERE state IN {CLEARED}"  # noqa: S608 - our own words
        with self._database.opened() as database:
            for row in database.execute(ended):
                self._discard(row["id"])
        with self._database.changing() as database:
            return database.execute(
                "UPDATE jobs SET state = 'queued', version = version + 1 WHERE state = 'running'"
            ).rowcount

    def report(self, id_: str, progress: Mapping[str, Any]) -> bool:
        """Note how far a job is; False says that it shall stop."""
        self._update(id_, "progress = ?", json.dumps(progress))
        return not self.get(id_).cancelling

    def finish(
        self,
        id_: str,
        state: State,
        *,
        at: datetime,
        result: Mapping[str, Any] | None = None,
        problem: str | None = None,
    ) -> None:
        """Note how a job ended, and delete what it was given unless it failed; its result stays."""
        changes = "state = ?, finished = ?, result = ?, problem = ?"
        self._update(id_, changes, state, at.isoformat(), json.dumps(result or {}), problem)
        if state in CLEARED:
            self._discard(id_)

    def _discard(self, id_: str) -> None:
        for given in self.files_of(id_).glob("input-*"):
            given.unlink(missing_ok=True)
        with suppress(OSError):
            self.files_of(id_).rmdir()

    def _update(self, id_: str, changes: str, *values: object) -> None:
        with self._database.changing() as database:
            database.execute(
                f"UPDATE jobs SET {changes}, version = version + 1 WHERE id = ?",  # noqa: S608
                (*values, id_),
            )


def jobs_of(settings: Settings) -> Jobs:
    """The jobs of these settings."""
    return Jobs(settings.sayso_home / "jobs")


def _job(row: sqlite3.Row) -> Job:
    said: dict[str, Any] = {name: row[name] for name in Job.__slots__}
    for name in ("asked", "progress", "result"):
        said[name] = json.loads(said[name])
    return Job(**(said | {"cancelling": bool(said["cancelling"])}))
