"""The containers: bound to this machine, pinned, watched, and never without a password."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.server.config import neo4j_conf
from graph.server.releases import RELEASES
from graph.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture(scope="module")
def services(compose: dict[str, Any]) -> dict[str, Any]:
    assert set(compose["services"]) == {"neo4j", "api"}
    return dict(compose["services"])


def copied() -> list[str]:
    """What the Dockerfile takes from the checkout."""
    lines = re.findall(r"(?m)^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text("utf-8"))
    return [name for line in lines for name in line.split()]


def test_every_port_is_published_on_loopback_alone(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service["ports"]]
    assert ports
    assert [port for port in ports if not re.fullmatch(r"127\.0\.0\.1:\d+:\d+", port)] == []


def test_every_service_says_when_it_is_healthy(services: dict[str, Any]) -> None:
    assert all(service["healthcheck"]["test"] for service in services.values())
    assert services["api"]["depends_on"]["neo4j"]["condition"] == "service_healthy"


def test_neo4j_is_the_version_of_the_local_server(services: dict[str, Any]) -> None:
    default = RELEASES[Settings.model_fields["sayso_neo4j"].default]
    assert services["neo4j"]["image"] == f"neo4j:{default.version}-community"


def test_settings_of_neo4j_are_those_of_the_local_server(services: dict[str, Any]) -> None:
    local = neo4j_conf(bolt=1, http=2, heap=Settings.model_fields["sayso_heap"].default)
    written = dict(line.split("=") for line in local.splitlines() if "=" in line)
    for name in ("db.memory.transaction.max", "server.memory.pagecache.size"):
        variable = "NEO4J_" + name.replace("_", "__").replace(".", "_")
        assert (
            re.sub(r"\$\{\w+:-(\w+)\}", r"\1", services["neo4j"]["environment"][variable])
            == (written[name])
        )


def test_nothing_starts_without_a_password(services: dict[str, Any]) -> None:
    passwords = [
        value
        for service in services.values()
        for value in service["environment"].values()
        if "PASSWORD" in value
    ]
    assert len(passwords) == 2
    assert all("${NEO4J_PASSWORD:?" in value for value in passwords)


def test_what_is_stored_lies_in_named_volumes(
    compose: dict[str, Any], services: dict[str, Any]
) -> None:
    used = {mount.split(":")[0] for one in services.values() for mount in one["volumes"]}
    assert used == set(compose["volumes"])
    assert "neo4j-data" in used


def test_the_api_is_given_settings_that_exist(services: dict[str, Any]) -> None:
    assert {name.lower() for name in services["api"]["environment"]} <= set(Settings.model_fields)


def test_the_image_copies_only_what_is_there_and_is_sent_to_the_builder() -> None:
    sent = set(re.findall(r"(?m)^!(.+)$", (ROOT / ".dockerignore").read_text("utf-8")))
    assert set(copied()) == sent
    assert [name for name in copied() if not (ROOT / name).exists()] == []


def test_the_image_runs_as_an_ordinary_user_from_hashed_packages() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    assert re.search(r"(?m)^USER (?!root)\w+$", dockerfile.rpartition("FROM")[2])
    assert "--require-hashes -r /src/requirements.lock" in dockerfile


def docker_compose(*arguments: str, password: str | None) -> subprocess.CompletedProcess[str]:
    if shutil.which("docker") is None:
        pytest.skip("Docker is not installed")
    known = subprocess.run(["docker", "compose", "version"], capture_output=True, check=False)
    if known.returncode != 0:
        pytest.skip("Docker has no compose command")
    environment = {name: value for name, value in os.environ.items() if name != "NEO4J_PASSWORD"}
    if password is not None:
        environment["NEO4J_PASSWORD"] = password
    return subprocess.run(
        ["docker", "compose", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_docker_compose_accepts_the_file() -> None:
    answer = docker_compose("config", "--quiet", password="long enough")
    assert answer.returncode == 0, answer.stderr


def test_docker_compose_asks_for_a_password_that_is_not_set() -> None:
    answer = docker_compose("config", "--quiet", password=None)
    assert answer.returncode != 0
    assert "NEO4J_PASSWORD" in answer.stderr
