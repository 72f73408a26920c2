"""The demo as a newcomer runs it, with a real server in a folder of its own."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.demo import QUESTIONS, app, local_server
from graph.catalogue import load_catalogue
from graph.server.finding import running
from graph.server.process import Running
from graph.server.releases import RELEASES
from graph.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"


def is_running(settings: Settings) -> bool:
    return running(settings, RELEASES[settings.sayso_neo4j]) is not None


def test_demo_answers_every_question_in_a_store_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")  # nobody listens there
    shown = CliRunner().invoke(app, [str(EXAMPLES), "--home", str(tmp_path)])
    assert shown.exit_code == 0, shown.output
    text = " ".join(shown.output.split())
    assert "quarantined │ 0 │" in text
    assert "No answer" not in text
    titles = [load_catalogue().get(id_).title for id_ in QUESTIONS]
    assert [title for title in titles if title not in text] == []
    assert not is_running(Settings(sayso_home=tmp_path))


def test_server_is_stopped_when_the_demo_fails(tmp_path: Path) -> None:
    settings = Settings(sayso_home=tmp_path)
    with pytest.raises(RuntimeError), local_server(settings):
        raise RuntimeError
    assert not is_running(settings)


def test_server_that_ran_before_the_demo_is_left_running(
    server: Running, server_settings: Settings
) -> None:
    with local_server(server_settings) as found:
        assert found.pid == server.pid
    assert is_running(server_settings)
