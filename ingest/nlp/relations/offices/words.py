"""The words that offices are told by, from data/en/officeholders.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from ingest.nlp.lexicon import load
from ingest.nlp.tokens import Tokens

PERIODICALS = frozenset({"weekly", "daily", "monthly", "magazine", "tabloid", "quarterly"})
TITLE_POS = frozenset({"NOUN", "PROPN", "ADJ"})
COUPS = frozenset({"coup", "putsch", "mutiny", "takeover"})
SENT = frozenset({"ambassador", "envoy", "representative"})  # whom one state sends to another


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

    @cached_property
    def heads(self) -> frozenset[str]:
        """Every word that can be the last of a title."""
        return self.state | self.body


@lru_cache(maxsize=1)
def office_words() -> OfficeWords:
    """The word lists, read once a process."""
    lists = load("officeholders")
    return OfficeWords(**{name: frozenset(words) for name, words in lists.items()})


def office_at(tokens: Tokens, index: int) -> str | None:
    """The office a token names in the singular ("presidents" is "president"), if it is one."""
    lower, heads = tokens.lower[index], office_words().heads
    if lower in heads:
        return lower
    plural = tokens.tag[index] in ("NNS", "NNPS") and lower.endswith("s")
    return lower[:-1] if plural and lower[:-1] in heads else None
