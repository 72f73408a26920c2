"""Keys: hashed at rest, scoped, ending, revocable at once; and the door without them."""

from __future__ import annotations

import json
import stat
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from typer.testing import CliRunner

from api.app import create_app
from api.auth.keys import KeyRing, key_ring, matching
from api.cli import app as cli
from graph.errors import NotFoundError, SaysoError, SettingsError
from graph.settings import Settings

pytestmark = pytest.mark.anyio
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "home" / "keys.json")


def test_key_is_matched_and_only_its_hash_is_stored(ring: KeyRing) -> None:
    key = ring.create("desk", ("read",), now=NOW, expires=None)
    kept = ring.path.read_text()
    assert key.split("_", 2)[2] not in kept
    assert stat.S_IMODE(ring.path.stat().st_mode) == 0o600
    found = matching(ring.read(), key, NOW)
    assert found is not None
    assert (found.name, found.scopes) == ("desk", ("read",))


@pytest.mark.parametrize(
    "change", [lambda k: k[:-1], lambda k: k + "x", lambda k: k.upper(), lambda k: ""]
)
def test_any_other_key_is_not_matched(ring: KeyRing, change) -> None:
    key = ring.create("desk", ("read",), now=NOW, expires=None)
    assert matching(ring.read(), change(key), NOW) is None


def test_key_ends_and_can_be_revoked(ring: KeyRing) -> None:
    day = timedelta(days=1)
    key = ring.create("desk", ("read",), now=NOW, expires=NOW + day)
    assert matching(ring.read(), key, NOW + day - timedelta(seconds=1)) is not None
    assert matching(ring.read(), key, NOW + day) is None
    ring.revoke(key.split("_")[1], now=NOW)
    assert matching(ring.read(), key, NOW) is None
    with pytest.raises(NotFoundError):
        ring.revoke("none", now=NOW)


def test_admin_allows_everything_and_others_only_what_they_name(ring: KeyRing) -> None:
    admin = ring.create("chief", ("admin",), now=NOW, expires=None)
    reader = ring.create("desk", ("read", "review"), now=NOW, expires=None)
    chief, desk = (matching(ring.read(), key, NOW) for key in (admin, reader))
    assert chief is not None
    assert desk is not None
    scopes = ("read", "write", "review", "admin")
    assert [chief.allows(scope) for scope in scopes] == [True] * 4
    assert [desk.allows(scope) for scope in scopes] == [True, False, True, False]


def test_damaged_file_lets_nobody_in(ring: KeyRing) -> None:
    ring.path.parent.mkdir()
    ring.path.write_text("{}x")
    with pytest.raises(SettingsError, match="cannot be read"):
        ring.read()


@pytest.fixture
async def guarded(api_settings: Settings, documents, tmp_path: Path) -> AsyncIterator[FastAPI]:
    settings = api_settings.model_copy(
        update={"sayso_home": tmp_path, "sayso_rate_limit": "30/minute"}
    )
    made = create_app(settings)
    async with made.router.lifespan_context(made):
        yield made


def client_of(app: FastAPI, key: str | None = None, **headers: str) -> httpx.AsyncClient:
    given = {"Authorization": f"Bearer {key}"} if key else {}
    transport = httpx.ASGITransport(app)
    return httpx.AsyncClient(
        transport=transport, base_url="http://127.0.0.1", headers=given | headers
    )


def make(app: FastAPI, *scopes: str) -> str:
    ring: KeyRing = app.state.door.ring
    return ring.create("desk", scopes, now=datetime.now(UTC), expires=None)  # type: ignore[arg-type]


async def test_first_key_closes_the_door_and_revoking_it_leaves_it_closed(guarded: FastAPI) -> None:
    async with client_of(guarded) as nobody:
        assert (await nobody.get("/v1/documents")).status_code == 200
        key = make(guarded, "read")
        answer = await nobody.get("/v1/documents")
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.json()["type"] == "urn:sayso:problem:unknown-caller"
        assert (await nobody.get("/v1/health")).status_code == 200
        async with client_of(guarded, key) as desk:
            assert (await desk.get("/v1/documents")).status_code == 200
            guarded.state.door.ring.revoke(key.split("_")[1], now=datetime.now(UTC))
            assert (await desk.get("/v1/documents")).status_code == 401


# Health is open; a feed is opened by the token in its address, without which it is no request.
OWN_DOOR = {"/v1/health": 200, "/v1/watchlists/{id}/feed": 422}


async def test_every_path_but_health_and_the_description_needs_a_key(guarded: FastAPI) -> None:
    make(guarded, "read")
    async with client_of(guarded) as nobody:
        described = (await nobody.get("/v1/openapi.json")).json()
        for path, methods in described["paths"].items():
            for method in methods:
                answer = await nobody.request(method.upper(), path.replace("{format}", "gexf"))
                assert answer.status_code == OWN_DOOR.get(path, 401), (method, path)


async def test_scope_that_is_missing_is_forbidden(guarded: FastAPI) -> None:
    body = {"verdict": "unsure", "a": "state:norvia", "b": "state:sudmark", "why": "a test"}
    async with client_of(guarded, make(guarded, "read")) as desk:
        answer = await desk.post("/v1/judgements", json=body)
        assert answer.status_code == 403
        assert "may not review" in answer.json()["detail"]
    async with client_of(guarded, make(guarded, "review")) as editor:
        answer = await editor.post("/v1/judgements", json=body | {"who": "somebody else"})
        assert answer.status_code == 201
        assert answer.json()["who"] == "desk"
        assert (await editor.get("/v1/documents")).status_code == 403


async def test_who_asks_too_often_is_told_when_to_go_on(guarded: FastAPI) -> None:
    async with client_of(guarded, make(guarded, "read")) as desk:
        statuses = [(await desk.get("/v1/queries/offices")).status_code for _ in range(31)]
        assert statuses == [200] * 30 + [429]
        answer = await desk.get("/v1/documents")
        assert 1 <= int(answer.headers["retry-after"]) <= 60


async def test_guessing_keys_is_cut_short(guarded: FastAPI) -> None:
    key = make(guarded, "read")
    async with client_of(guarded, key + "x") as stranger:
        statuses = [(await stranger.get("/v1/documents")).status_code for _ in range(21)]
    assert statuses == [401] * 20 + [429]


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "rebound.example"},
        {"Host": "127.0.0.1.rebound.example"},
        {"Host": "["},
        {"Origin": "https://page.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
    ],
)
async def test_page_on_the_web_cannot_ask_an_open_server_through_a_browser(
    guarded: FastAPI, headers: dict[str, str]
) -> None:
    async with client_of(guarded, **headers) as page:
        answer = await page.get("/v1/documents")
        assert answer.status_code == 403
        assert answer.json()["type"] == "urn:sayso:problem:forbidden"


async def test_own_pages_ask(guarded: FastAPI) -> None:
    async with client_of(guarded, Host="localhost:8000", Origin="http://localhost:8000") as page:
        assert (await page.get("/v1/documents")).status_code == 200


async def test_exposed_server_lets_nobody_in_without_a_key(
    api_settings: Settings, documents, tmp_path: Path
) -> None:
    settings = api_settings.model_copy(update={"sayso_home": tmp_path})
    made = create_app(settings, exposed=True)
    async with made.router.lifespan_context(made), client_of(made) as nobody:
        assert (await nobody.get("/v1/documents")).status_code == 401


def test_server_refuses_to_start_beyond_loopback_without_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path))
    shown = CliRunner().invoke(cli, ["serve", "--host", "192.0.2.1"])
    assert isinstance(shown.exception, SaysoError)
    assert "there is no key" in str(shown.exception)
    ended = key_ring(Settings()).create("old", ("read",), now=NOW, expires=NOW)
    assert ended
    shown = CliRunner().invoke(cli, ["serve", "--host", "192.0.2.1"])
    assert "there is no key" in str(shown.exception)


def test_commands_make_list_and_revoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path))
    run = CliRunner().invoke
    made = run(cli, ["keys", "create", "desk", "--scope", "read", "--scope", "review"])
    assert made.exit_code == 0
    key = made.stdout.strip()
    id_ = key.split("_")[1]
    assert matching(key_ring(Settings()).read(), key, datetime.now(UTC)) is not None
    listed = run(cli, ["keys", "list"]).stdout
    assert f"{id_}  desk  read,review  holds until" in listed
    assert key not in listed
    assert run(cli, ["keys", "revoke", id_]).exit_code == 0
    assert "revoked" in run(cli, ["keys", "list"]).stdout
    assert run(cli, ["keys", "create", "x", "--scope", "all"]).exit_code == 2
    assert json.loads((tmp_path / "keys.json").read_text())["keys"][0]["id"] == id_


async def test_nobody_without_a_key_makes_the_server_read_what_they_send(guarded: FastAPI) -> None:
    make(guarded, "write")
    read = []

    async def body() -> AsyncIterator[bytes]:
        read.append(True)
        yield b"no JSON"

    async with client_of(guarded, **{"Content-Length": "7"}) as nobody:
        answer = await nobody.post("/v1/documents", content=body())
    assert read == []
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    async with client_of(guarded, **{"Content-Type": "multipart/form-data"}) as nobody:
        assert (await nobody.post("/v1/files")).status_code == 401
