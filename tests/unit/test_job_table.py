"""The table of jobs and the worker over it, with a store that is away, refuses or kills."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from api.jobs.records import Job, Jobs, Kind

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


def accepted(jobs: Jobs, kind: Kind = "files") -> Job:
    id_ = jobs.new_id()
    (jobs.files_of(id_) / "input-0.txt").write_text("The only copy.")
    return jobs.accept(id_, kind, {"files": []}, owner="o", at=BEGIN)


def given(jobs: Jobs, job: Job) -> list[str]:
    return [path.name for path in jobs.files_of(job.id).glob("*")]


def test_failed_job_keeps_what_it_was_given_when_it_is_cancelled(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    job = accepted(jobs)
    jobs.finish(job.id, "failed", at=BEGIN, problem="It was refused")
    cancelled = jobs.cancel(job.id, at=BEGIN)
    assert (cancelled.state, cancelled.problem) == ("failed", "It was refused")
    assert given(jobs, job) == ["input-0.txt"]
