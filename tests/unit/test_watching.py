"""Watchlists beside their store: what goes wrong is told, outlived, and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest
from structlog.testing import capture_logs

from api.watch.records import Watchlists
from api.watch.watching import Watcher, watch_on


class EnoughError(Exception):
    """Ends what would go on for ever."""


def no_store() -> NoReturn:
    raise AssertionError


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
