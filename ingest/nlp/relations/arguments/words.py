"""The word lists by which arguments of relations are found, as data/en/arguments.yaml has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.nlp.lexicon import load
from ingest.nlp.tokens import Tokens

_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Z]{0,3}s?")  # "F-16", "Su-25s", "Kh-101"


@dataclass(frozen=True)
class ArgumentWords:
    """The word lists of arguments.yaml as sets."""

    stand_ins: dict[str, frozenset[str]]
    quantities: frozenset[str]
    categories: frozenset[str]
    support_verbs: frozenset[str]
    undertakings: frozenset[str]
    responses: frozenset[str]
    chances: frozenset[str]
    happening: frozenset[str]
    stating_verbs: frozenset[str]
    coming: frozenset[str]
    occasions: frozenset[str]
    object_control: frozenset[str]
    side_prefixes: frozenset[str]
    parties: frozenset[str]
    leaders: frozenset[str]
    bodies: frozenset[str]
    facilities: frozenset[str]
    directions: frozenset[str]
    sites: frozenset[str]
    waters: frozenset[str]
    taken_up: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def argument_words() -> ArgumentWords:
    """The word lists, read once a process."""
    lists = load("arguments")
    return ArgumentWords(
        stand_ins={name: frozenset(words) for name, words in lists["stand_ins"].items()},
        quantities=frozenset(lists["quantities"]),
        categories=frozenset(lists["categories"]),
        support_verbs=frozenset(lists["support_verbs"]),
        undertakings=frozenset(lists["undertakings"]),
        responses=frozenset(lists["responses"]),
        chances=frozenset(lists["chances"]),
        happening=frozenset(lists["happening"]),
        stating_verbs=frozenset(lists["stating_verbs"]),
        coming=frozenset(lists["coming"]),
        occasions=frozenset(lists["occasions"]),
        object_control=frozenset(lists["object_control"]),
        side_prefixes=frozenset(lists["side_prefixes"]),
        parties=frozenset(lists["parties"]),
        leaders=frozenset(lists["leaders"]),
        bodies=frozenset(lists["bodies"]),
        facilities=frozenset(lists["facilities"]),
        directions=frozenset(lists["directions"]),
        sites=frozenset(lists["sites"]),
        waters=frozenset(lists["waters"]),
        taken_up={word: frozenset(types) for word, types in lists["taken_up"].items()},
    )


def kind_of(tokens: Tokens, noun: int) -> str:
    """A noun's lemma; what only has a designation is a weapon ("a Turkish F-16")."""
    return "weapon" if _DESIGNATION.fullmatch(tokens.text[noun]) else tokens.lemma[noun].lower()
