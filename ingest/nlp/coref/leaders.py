"""Whom "the French president" and "the president of Rwanda" mean, named elsewhere in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.officials import leaders, officials

_TITLES = {
    "president": {"president"},
    "premier": {"prime minister"},
    "chancellor": {"prime minister"},
    "prime minister": {"prime minister"},
    "leader": {"president", "prime minister"},
    "ruler": {"president", "prime minister"},
}
_ARTICLES = frozenset({"a", "an", "the", "this"})


@dataclass(frozen=True, slots=True)
class Office:
    """The leadership of a state as a phrase names it: its `title`, the `state` and both ends."""

    title: str
    state: Mention
    start: int
    end: int


def offices(found: Findings) -> Iterator[tuple[int, Office]]:
    """The phrases that name a state's leader without a name, each with its head's place."""
    for index, lower in enumerate(found.tokens.lower):
        if lower in _TITLES or lower == "minister":
            office = _office(found, index)
            if office is not None:
                yield index, office


def holder(found: Findings, office: Office) -> str | None:
    """The one person of the text who has held an office; None where there are more, or none."""
    known, led = officials(), leaders()
    able = [
        id_
        for id_, entity in found.entities.items()
        if known.get(id_) == office.state.entity
        and led.get(id_) in _TITLES[office.title]
        and any(mention.kind == "name" for mention in entity.mentions)
    ]
    return able[0] if len(able) == 1 else None


def _office(found: Findings, index: int) -> Office | None:
    tokens = found.tokens
    prime = tokens.lower[index] == "minister"
    first = index - prime
    title = " ".join(tokens.lower[first : index + 1])
    held = found.holder[index]
    if title not in _TITLES or not first or (held is not None and held.kind != "coref"):
        return None
    before, after = found.holder[first - 1], index + 1
    owned = tokens.lower[first - 1] in {"'s", "’s"} and first > 1
    if owned:
        before = found.holder[first - 2]
    opening = before.start - 1 if before is not None else -1
    alone = owned or (opening >= 0 and tokens.lower[opening] in _ARTICLES)
    if before is not None and alone and found.type_of(before.entity) == "State":
        named = after < len(tokens) and (found.holder[after] is not None or _apposed(found, after))
        return None if named else Office(title, before, before.start, after)
    if tokens.lower[first - 1] != "the" or tokens.lower[after : after + 1] != ["of"]:
        return None
    whose = after + 1 + (tokens.lower[after + 1 : after + 2] == ["the"])
    state = found.holder[whose] if whose < len(tokens) else None
    if state is None or found.type_of(state.entity) != "State" or _apposed(found, state.end):
        return None
    return Office(title, state, first, state.end)


def _apposed(found: Findings, comma: int) -> bool:
    """Whether a person is named behind a comma: "the president of Rwanda, Paul Kagame"."""
    if comma + 1 >= len(found.tokens) or found.tokens.text[comma] != ",":
        return False
    named = found.holder[comma + 1]
    return named is not None and found.type_of(named.entity) == "Person"
