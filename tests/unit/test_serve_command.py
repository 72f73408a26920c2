"""`sayso serve` refuses an address it cannot listen on for what it is, before anything starts."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.serve import app
from graph.errors import SaysoError


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path))


@pytest.mark.parametrize(
    ("host", "why"),
    [
        ("a..b", r"^There is no address a\.\.b\. Name an address of this machine"),
        ("0.0.0.0", r"^0\.0\.0\.0 can be reached by other machines"),  # noqa: S104 - it is refused
    ],
)
def test_a_host_that_is_none_is_not_said_to_be_reached_by_others(host: str, why: str) -> None:
    with pytest.raises(SaysoError, match=why):
        CliRunner().invoke(app, ["--host", host], catch_exceptions=False)
