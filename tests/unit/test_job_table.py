"""The table of jobs and the worker over it, with a store that is away, refuses or kills."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import NoReturn

import pytest
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConstraintError,
    DatabaseError,
    DatabaseUnavailable,
    ServiceUnavailable,
    SessionExpired,
)

from api.jobs.records import Job, Jobs, Kind
from api.jobs.work import CRASHES, Worker
from graph.errors import StoreAwayError, StoreError
from graph.settings import Connection, Settings
from graph.store.connection import connect, translated

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


def accepted(jobs: Jobs, kind: Kind = "files") -> Job:
    id_ = jobs.new_id()
    (jobs.files_of(id_) / "input-0.txt").write_text("The only copy.")
    return jobs.accept(id_, kind, {"files": []}, owner="o", at=BEGIN)


def given(jobs: Jobs, job: Job) -> list[str]:
    return [path.name for path in jobs.files_of(job.id).glob("*")]


def worker(jobs: Jobs, open_store: Callable[[], NoReturn]) -> Worker:
    """A worker whose every look at its clock is a minute later, so that no job waits long."""
    minutes = count(1)
    return Worker(
        jobs, Settings(), open_store, clock=lambda: BEGIN + timedelta(minutes=next(minutes))
    )


def away() -> NoReturn:
    raise StoreAwayError("Neo4j does not answer")


def refusing() -> NoReturn:
    raise StoreError("Neo4j refused: Invalid input 'X'")


def killing() -> NoReturn:
    raise MemoryError


def test_failed_job_keeps_what_it_was_given_when_it_is_cancelled(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    job = accepted(jobs)
    jobs.finish(job.id, "failed", at=BEGIN, problem="It was refused")
    cancelled = jobs.cancel(job.id, at=BEGIN)
    assert (cancelled.state, cancelled.problem) == ("failed", "It was refused")
    assert given(jobs, job) == ["input-0.txt"]


def test_job_that_ends_the_worker_is_given_up_though_the_store_was_away_once(
    tmp_path: Path,
) -> None:
    jobs = Jobs(tmp_path)
    job = accepted(jobs)
    working = worker(jobs, away)
    assert working.do_next()
    working.open_store = killing
    for _ in range(CRASHES):
        with pytest.raises(MemoryError):
            working.do_next()
        assert jobs.recover() == 1
    assert working.do_next()
    ended = jobs.get(job.id)
    assert ended.state == "failed"
    assert "ended the worker 3 times" in str(ended.problem)


def test_job_is_not_given_up_however_often_the_store_is_away(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    job = accepted(jobs)
    absent = worker(jobs, away)
    for _ in range(4 * CRASHES):
        assert absent.do_next()
    waiting = jobs.get(job.id)
    assert (waiting.state, waiting.problem) == ("queued", "Neo4j does not answer")


def test_job_that_the_store_refuses_has_failed_at_once_and_keeps_what_it_was_given(
    tmp_path: Path,
) -> None:
    jobs = Jobs(tmp_path)
    job = accepted(jobs)
    assert worker(jobs, refusing).do_next()
    ended = jobs.get(job.id)
    assert (ended.state, ended.problem) == ("failed", "Neo4j refused: Invalid input 'X'")
    assert given(jobs, job) == ["input-0.txt"]


def test_cancel_of_a_running_job_holds_where_the_store_goes_away_meanwhile(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    job = accepted(jobs)

    def cancelled_and_away() -> NoReturn:
        assert jobs.cancel(job.id, at=BEGIN).state == "running"
        away()

    working = worker(jobs, cancelled_and_away)
    assert working.do_next()
    assert working.do_next()
    assert jobs.get(job.id).state == "cancelled"
    assert not working.do_next()


@pytest.mark.parametrize(
    "error", [AuthError, DatabaseUnavailable, ServiceUnavailable, SessionExpired]
)
def test_server_that_is_away_or_keeps_us_out_is_waited_for(error: type[Exception]) -> None:
    with pytest.raises(StoreAwayError), translated("bolt://store.example"):
        raise error("no")


def test_whatever_keeps_the_store_from_being_opened_is_waited_for() -> None:
    wrong = Connection("nonsense://store.example", "neo4j", "secret", "neo4j")
    with pytest.raises(StoreAwayError), connect(wrong):
        pass


@pytest.mark.parametrize("error", [ClientError, ConstraintError, DatabaseError])
def test_server_that_refuses_what_was_asked_is_not_away(error: type[Exception]) -> None:
    with pytest.raises(StoreError) as raised, translated("bolt://store.example"):
        raise error("no")
    assert type(raised.value) is StoreError
