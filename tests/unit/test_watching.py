"""Watchlists beside their store: what goes wrong is told, outlived, and taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest
from structlog.testing import capture_logs

from api.watch.records import Watchlist, Watchlists
from api.watch.watching import Watcher, watch_on

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


class EnoughError(Exception):
    """Ends what would go on for ever."""


def no_store() -> NoReturn:
    raise AssertionError


def made(kept: Watchlists) -> Watchlist:
    hook = "https://hook.example/in"
    return kept.create("x", {"query": "q"}, webhook=hook, owner="o", at=BEGIN, known=[])


def state(kept: Watchlists, one: Watchlist) -> tuple[int, str | None]:
    found = kept.get(one.id)
    return found.failures, found.problem


def test_watching_outlives_an_error_of_the_disk_and_tells_of_it(tmp_path: Path) -> None:
    in_the_way = tmp_path / "watchlists.sqlite"
    in_the_way.mkdir()
    pauses = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if not in_the_way.is_dir():
            raise EnoughError
        in_the_way.rmdir()

    with capture_logs() as logged, pytest.raises(EnoughError):
        watch_on(Watcher(Watchlists(tmp_path), no_store), pause=pause)
    assert [(one["event"], one["error"]) for one in logged] == [("watch.fault", "OperationalError")]
    assert in_the_way.is_file()
    assert len(pauses) == 2


def test_question_that_could_not_be_answered_is_no_problem_once_it_can(tmp_path: Path) -> None:
    kept = Watchlists(tmp_path)
    one = made(kept)
    kept.unanswered(one.id, "It takes too long")
    assert state(kept, one) == (0, "It takes too long")
    kept.add(one.id, {}, at=BEGIN)
    assert state(kept, one) == (0, None)


def test_webhook_that_fails_stays_the_problem_whatever_looks_meet(tmp_path: Path) -> None:
    kept = Watchlists(tmp_path)
    one = made(kept)
    kept.failed(one.id, "It answers 500")
    kept.unanswered(one.id, "It takes too long")
    assert state(kept, one) == (1, "It answers 500")
    kept.add(one.id, {}, at=BEGIN)
    assert state(kept, one) == (1, "It answers 500")
    kept.sent(one.id, [])
    assert state(kept, one) == (0, None)


def test_delivery_does_not_hide_that_the_question_cannot_be_answered(tmp_path: Path) -> None:
    kept = Watchlists(tmp_path)
    one = made(kept)
    kept.unanswered(one.id, "It takes too long")
    kept.sent(one.id, [])
    assert state(kept, one) == (0, "It takes too long")
