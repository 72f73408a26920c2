"""What a newcomer relies on: the lock, the Makefile, and the example articles."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_file())


def pinned() -> set[str]:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return set(re.findall(r"(?m)^([\w.-]+)==", lock))


def makefile() -> str:
    return (ROOT / "Makefile").read_text(encoding="utf-8")


def test_lock_names_no_download_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not re.findall(r"://|--(?:extra-)?index|--find-links|^-i |^#", lock, re.MULTILINE)


def test_every_pin_has_a_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"(?m)^(?=\w)", lock)[1:]
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_dependency_of_the_project_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {re.split(r"[^\w.-]", item)[0].lower().replace("_", "-") for item in declared}
    assert names - pinned() == set()


def test_what_builds_the_project_is_pinned() -> None:
    assert {"hatchling", "editables"} <= pinned()


def test_every_make_command_is_documented() -> None:
    declared = re.search(r"^\.PHONY: (.+)$", makefile(), re.MULTILINE)
    assert declared
    documented = re.findall(r"^([a-z]+):.*## \S", makefile(), re.MULTILINE)
    assert sorted(documented) == sorted(declared[1].split())


def test_ci_runs_what_contributors_run() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "make test" in script.read_text(encoding="utf-8")


def test_readme_names_both_commands_and_stays_short() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) < 150
    assert {"make demo", "make test"} <= {line.strip() for line in lines}


def test_readme_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "docs" / "index.md"):
        targets = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
        local = [target for target in targets if "://" not in target]
        assert [target for target in local if not (page.parent / target).exists()] == []


def test_examples_come_in_every_format_people_keep_articles_in() -> None:
    counts = dict.fromkeys((".txt", ".md", ".html"), 0)
    for path in EXAMPLES:
        counts[path.suffix] += 1
    assert min(counts.values()) >= 2


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_example_links_to_reserved_domains_only(path: Path) -> None:
    hosts = set(re.findall(r"https?://([^/\s\"'<>]+)", path.read_text(encoding="utf-8")))
    reserved = re.compile(r"(?:^|\.)example(?:\.(?:com|net|org))?$")
    assert hosts
    assert {host for host in hosts - {"schema.org"} if not reserved.search(host)} == set()
