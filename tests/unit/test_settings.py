"""Settings come from the environment once, and a wrong one is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from graph.errors import SettingsError
from graph.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_without_an_environment_the_store_is_local() -> None:
    settings = load_settings()
    assert settings.is_local
    assert settings.sayso_neo4j == "2026.08.1"
    assert settings.sayso_home.is_absolute()


def test_a_uri_makes_the_store_an_existing_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j+s://graph.example:7687")
    monkeypatch.setenv("NEO4J_DATABASE", "people")
    settings = load_settings()
    assert not settings.is_local
    assert (settings.neo4j_user, settings.neo4j_database) == ("neo4j", "people")


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "")
    assert load_settings().is_local


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NEO4J_URI", "http://localhost:7474"),
        ("NEO4J_URI", "localhost:7687"),
        ("SAYSO_NEO4J", "4.4"),
        ("SAYSO_HEAP", "plenty"),
        ("SAYSO_HEAP", "0m"),
    ],
)
def test_an_impossible_value_is_refused_by_the_name_of_its_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=name) as raised:
        load_settings()
    assert raised.value.remedy


@pytest.mark.parametrize(
    ("name", "example"), [("SAYSO_HEAP", "512m"), ("SAYSO_RATE_LIMIT", "1200/minute")]
)
def test_a_refusal_shows_what_would_fit_and_no_regular_expression(
    monkeypatch: pytest.MonkeyPatch, name: str, example: str
) -> None:
    monkeypatch.setenv(name, "abc")
    with pytest.raises(SettingsError, match=f"as in .*{example}") as raised:
        load_settings()
    assert "pattern" not in str(raised.value)


def test_a_refusal_does_not_repeat_what_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "http://neo4j:secret-word@localhost")
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert "secret-word" not in str(raised.value)


def test_a_home_is_absolute_and_knows_the_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_HOME", "~/graphs")
    assert load_settings().sayso_home == Path.home() / "graphs"
    monkeypatch.setenv("SAYSO_HOME", "graphs")
    assert load_settings().sayso_home == Path.cwd() / "graphs"


def test_the_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "secret-word")
    settings = load_settings()
    assert "secret-word" not in repr(settings)
    assert "secret-word" not in settings.model_dump_json()


def test_settings_do_not_change_once_made() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        load_settings().sayso_heap = "1g"  # type: ignore[misc]


def test_every_setting_is_in_the_documentation_with_its_default() -> None:
    docs = Path(__file__).parents[2] / "docs"
    pages = "\n".join(page.read_text("utf-8") for page in sorted(docs.glob("*.md")))
    for name, field in Settings.model_fields.items():
        default = f"`{field.default}`" if isinstance(field.default, str) else ""
        assert f"| `{name.upper()}` | {default}" in pages, name
