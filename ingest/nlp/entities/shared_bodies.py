"""Whose "the Senate" is: names that are taken for one state's body, and that others have as well.

"Bolivia's Senate", "the Congress of Kenya" and "the Romanian Foreign Intelligence Service" say
whose they are. A bare "Senate" is of the one state that a text names, and of nobody's in particular
where it names several and not America.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ingest.nlp.entities.gazetteer import Known, gazetteer, state_codes
from ingest.nlp.entities.heads import Name
from ingest.nlp.lexicon import load
from ingest.nlp.officials import officials
from ingest.nlp.tokens import POSSESSIVES, Tokens

_MOST_OWNER = 4  # words of a state's name before its possessive mark


def states_of(names: Iterable[Name]) -> frozenset[str]:
    """The ids of the states a text names, by their people, seats and public figures too."""
    ids = {name.known.id for name in names if name.known is not None}
    ids = {officials().get(id_, id_) for id_ in ids}
    return frozenset(id_ for id_ in ids if id_.startswith("state:"))


def is_shared(name: str) -> bool:
    """Whether bodies of several states go by a name."""
    return name in _usual_owners()


def usual_body(name: str, state: str) -> Known | None:
    """The body that a state's bare name for it means: the "State Department" of the US."""
    return gazetteer().by_name.get(name) if _usual_owners().get(name) == state else None


def settle(tokens: Tokens, name: Name, states: frozenset[str]) -> None:
    """Take the usual body from a name that others may use, where another state has it."""
    text = tokens.span_text(name.start, name.end)
    if not is_shared(text):
        return
    usual, owner = _usual_owners()[text], _beside(tokens, name)
    if owner is None:
        if text not in _legislatures() or not states or usual in states:
            return
        if len(states) == 1:
            (only,) = states
            owner = Known(only, "State", state_codes()[only.removeprefix("state:")])
    if owner is None or owner.id != usual:
        name.known, name.owner, name.owner_end = None, owner, name.start


@lru_cache(maxsize=1)
def _legislatures() -> dict[str, str]:
    bodies = load("shared_bodies")["legislatures"]
    return {name: f"state:{code}" for code, names in bodies.items() for name in names}


@lru_cache(maxsize=1)
def _usual_owners() -> dict[str, str]:
    """The state whose body a bare name is taken for, by the name."""
    rows = {c: names for c, names in load("shared_bodies").items() if c != "legislatures"}
    return _legislatures() | {n: f"state:{code}" for code, names in rows.items() for n in names}


def _beside(tokens: Tokens, name: Name) -> Known | None:
    """The state in "Bolivia's Senate", "the Bolivian Senate" or "the Senate of Bolivia"."""
    last = name.start - 1 - (tokens.lower[name.start - 1] in POSSESSIVES if name.start else 0)
    for at in range(last, max(-1, last - _MOST_OWNER), -1):
        match = gazetteer().match(tokens.text, at)
        if match is not None and match[0] == last + 1:
            return match[1] if match[1].type == "State" and match[1].sense != "seat" else None
    if tokens.lower[name.end : name.end + 1] == ["of"]:
        at = name.end + 1 + (tokens.lower[name.end + 1 : name.end + 2] == ["the"])
        match = gazetteer().match(tokens.text, at) if at < len(tokens) else None
        return match[1] if match is not None and match[1].type == "State" else None
    return None
