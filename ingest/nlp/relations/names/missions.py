"""Missions that a bloc or body sends: "the UN peacekeeping mission in Mali, known as MINUSMA"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.relations.patterns.matching import Match

_MISSIONS = frozenset({"mission", "force", "operation"})
_NAMING = (
    [","],
    ["("],
    [",", "known", "as"],
    ["(", "known", "as"],
    [",", "known", "as", "the"],
    [",", "called"],
)
_MOST_KIND = 4  # words of "peacekeeping and monitoring mission"
_SENDING = frozenset({"Organization", "Bloc"})
_SENT = frozenset({"Organization", "ArmedGroup"})
_PLACES = frozenset({"State", "Place"})


def matches(found: Findings) -> Iterator[Match]:
    """Whose part each mission named behind its place is, and where it is deployed."""
    mentions = found.in_order()
    for sender, place, mission in zip(mentions, mentions[1:], mentions[2:], strict=False):
        if _sends(found, sender, place) and _is_called(found, place, mission):
            yield Match.between("part_of", mission, sender)
            yield Match.between("deployed_to", mission, place)


def _sends(found: Findings, sender: Mention, place: Mention) -> bool:
    """ "the UN peacekeeping mission in Kenya"."""
    gap = found.tokens.lower[sender.end : place.start]
    gap = gap[:-1] if gap[-1:] == ["the"] else gap
    placed = gap[-1:] == ["in"] and gap[-2:-1] != [] and gap[-2] in _MISSIONS
    types = found.type_of(sender.entity), found.type_of(place.entity)
    return placed and len(gap) < _MOST_KIND + 2 and types[0] in _SENDING and types[1] in _PLACES


def _is_called(found: Findings, place: Mention, mission: Mention) -> bool:
    """Whether a name behind a place is the mission's: of capitals, and closed where it opened."""
    tokens = found.tokens
    gap = tokens.lower[place.end : mission.start]
    marks = (")",) if gap[:1] == ["("] else (",", ".")
    closed = mission.end < len(tokens) and tokens.text[mission.end] in marks
    short = tokens.span_text(mission.start, mission.end).isupper()
    named = gap in _NAMING and mission.kind == "name" and found.type_of(mission.entity) in _SENT
    return named and short and closed
