"""Which state a public figure is known to have served (data/en/officials.yaml), and as its leader
(data/en/leaders.yaml)."""

from __future__ import annotations

from functools import lru_cache

from graph import ids
from ingest.nlp.lexicon import load


@lru_cache(maxsize=1)
def officials() -> dict[str, str]:
    """The state in whose public office a person is known to have been, both by id."""
    return {
        ids.entity_id("Person", name): f"state:{code}"
        for code, names in load("officials").items()
        for name in names
    }


@lru_cache(maxsize=1)
def leaders() -> dict[str, str]:
    """The title, "president" or "prime minister", of those who have led a state, by their id."""
    return {
        ids.entity_id("Person", name): title
        for title, names in load("leaders").items()
        for name in names
    }
