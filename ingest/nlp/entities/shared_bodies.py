"""Whose "the Senate" is: names that are the American body's only where a text speaks of America.

"Bolivia's Senate" and "the Congress of Kenya" say it; elsewhere such a name is of the one state
that a text names, and of nobody's in particular where it names several others.
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.nlp.entities.gazetteer import Known, gazetteer, state_codes, words
from ingest.nlp.entities.heads import Name
from ingest.nlp.officials import officials
from ingest.nlp.tokens import POSSESSIVES, Tokens

_AMERICA = "state:US"


def states_of(names: Iterable[Name]) -> frozenset[str]:
    """The ids of the states a text names, by their people, seats and public figures too."""
    ids = {name.known.id for name in names if name.known is not None}
    return frozenset(officials().get(id_, id_) for id_ in ids if _of_state(id_))


def settle(tokens: Tokens, name: Name, states: frozenset[str]) -> None:
    """Take the American body from a name that every state may use, where another state has it."""
    if tokens.span_text(name.start, name.end) not in words("shared_body"):
        return
    owner = _beside(tokens, name)
    if owner is None and (not states or _AMERICA in states):
        return
    if owner is None and len(states) == 1:
        (only,) = states
        owner = Known(only, "State", state_codes()[only.removeprefix("state:")])
    if owner is None or owner.id != _AMERICA:
        name.known, name.owner, name.owner_end = None, owner, name.start


def _of_state(id_: str) -> bool:
    return id_.startswith("state:") or id_ in officials()


def _beside(tokens: Tokens, name: Name) -> Known | None:
    """The state in "Bolivia's Senate" or "the Senate of Bolivia"."""
    if tokens.lower[name.start - 1 : name.start] and tokens.lower[name.start - 1] in POSSESSIVES:
        before = (
            gazetteer().match(tokens.text, at)
            for at in range(name.start - 2, name.start - 5, -1)
            if at >= 0
        )
        return next(
            (
                m[1]
                for m in before
                if m is not None and m[1].type == "State" and m[0] == name.start - 1
            ),
            None,
        )
    if tokens.lower[name.end : name.end + 1] == ["of"]:
        at = name.end + 1 + (tokens.lower[name.end + 1 : name.end + 2] == ["the"])
        match = gazetteer().match(tokens.text, at) if at < len(tokens) else None
        return match[1] if match is not None and match[1].type == "State" else None
    return None
