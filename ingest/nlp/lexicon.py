"""Word lists of the language components, read once from data/en."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from graph import ids, safe_yaml
from graph.errors import VocabularyError

DATA = Path(__file__).parent / "data" / "en"


def read(name: str) -> str:
    """The text of the file data/en/NAME."""
    return (DATA / name).read_text(encoding="utf8")


@lru_cache(maxsize=32)
def load(name: str) -> dict[str, Any]:
    """The content of data/en/NAME.yaml."""
    content = safe_yaml.load(DATA / f"{name}.yaml")
    assert isinstance(content, dict)  # noqa: S101
    return content


@lru_cache(maxsize=64)
def listed(name: str, kind: str) -> frozenset[str]:
    """The words of one kind in NAME.yaml, whichever of its groups each stands in."""
    return frozenset(word for group in load(name)[kind].values() for word in group)


def number_words() -> dict[str, int]:
    """The value of each number that is written as a word: "one" to "ninety"."""
    return load("numbers")


def inverted(groups: dict[str, list[str]]) -> dict[str, str]:
    """Each word with the name of the group that lists it; VocabularyError where two do."""
    group_of: dict[str, str] = {}
    for group, listed_words in groups.items():
        for word in listed_words:
            if group_of.setdefault(word, group) != group:
                raise VocabularyError(
                    f"{word!r} is listed under {group_of[word]} and {group}",
                    remedy="Keep it under one of them",
                )
    return group_of


@lru_cache(maxsize=64)
def words(group: str) -> frozenset[str]:
    """One group of names.yaml as a set, with the groups it takes in."""
    entries = load("names")[group]
    return frozenset(w for entry in entries for w in ([entry] if isinstance(entry, str) else entry))


@lru_cache(maxsize=1)
def cities() -> frozenset[str]:
    """Names of cities, one a line, in the spelling `city_key` gives."""
    return frozenset(read("cities.txt").splitlines())


def city_key(name: str) -> str:
    """A place name without what transliterations differ in (Avdiivka, Avdiyivka)."""
    return ids.slug(name.replace("'", "").replace("’", "")).replace("yi", "i").replace("iy", "i")


def is_city(text: str) -> bool:
    """Whether a city has this name; so have many people, whom their sentences tell from it."""
    return city_key(text) in cities()
