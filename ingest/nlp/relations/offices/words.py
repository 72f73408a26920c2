"""The words that offices are told by, from data/en/officeholders.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ingest.nlp.lexicon import load


@dataclass(frozen=True)
class OfficeWords:
    """The lists of officeholders.yaml as sets."""

    state: frozenset[str]
    body: frozenset[str]
    place: frozenset[str]
    national: frozenset[str]
    speaking: frozenset[str]
    portfolio: frozenset[str]
    personal: frozenset[str]
    legislatures: frozenset[str]
    elected: frozenset[str]
    blocked: frozenset[str]
    appointed: frozenset[str]
    dismissed: frozenset[str]
    succeeding: frozenset[str]
    bygone: frozenset[str]
    honorifics: frozenset[str]
    ranks: frozenset[str]
    participles: frozenset[str]

    @property
    def heads(self) -> frozenset[str]:
        """Every word that can be the last of a title."""
        return self.state | self.body


@lru_cache(maxsize=1)
def office_words() -> OfficeWords:
    """The word lists, read once a process."""
    lists = load("officeholders")
    return OfficeWords(**{name: frozenset(words) for name, words in lists.items()})
