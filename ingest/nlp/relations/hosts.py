"""Who was a guest: of two people who met in a capital the one who serves another state, and whoever
is said in passing to be somewhere for talks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.nlp.entities.gazetteer import gazetteer
from ingest.nlp.findings import Findings
from ingest.nlp.officials import officials
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.patterns.matching import Match

_ERRANDS = {
    "for": frozenset({"talk", "talks", "meeting", "meetings", "summit", "negotiations",
                      "consultations", "conference", "visit"}),
    "on": frozenset({"visit", "trip", "tour", "mission"}),
}  # fmt: skip
_MOST_WORDS = 4  # between "for" and its noun: "for a third round of talks"
_REMOTE = frozenset({"call", "video", "letter"})


def visits(found: Findings, arguments: Arguments, matches: list[Match]) -> Iterator[Match]:
    """ "Kenya's president met X of Ghana in Nairobi": X was there, and the president at home."""
    for match in matches:
        if match.relation != "met_with" or _REMOTE & {value for _, value in match.attributes}:
            continue
        for noun in _places(found, arguments, match):
            mention = found.holder[noun]
            if mention is None or found.type_of(mention.entity) != "Place":
                continue
            seat = gazetteer().by_name.get(found.entities[mention.entity].name)
            if seat is None or seat.sense != "seat":
                continue
            states = {id_: _state(found, arguments, id_) for id_ in (match.source, match.target)}
            if seat.id not in states.values():
                continue
            for guest, state in states.items():
                if state not in (None, seat.id) and found.type_of(guest) == "Person":
                    yield replace(
                        match,
                        relation="visited",
                        source=guest,
                        target=mention.entity,
                        symmetric=False,
                        attributes=(),
                    )


def passing(found: Findings) -> Iterator[Match]:
    """ "The minister X in Baku for talks", "X, in Ghana on a visit,": where an errand took them."""
    mentions = found.in_order()
    for person, place in pairwise(mentions):
        there = found.tokens.lower[person.end : place.start] in (["in"], [",", "in"])
        reached = found.type_of(place.entity) in ("Place", "State") and place.kind != "demonym"
        named = person.kind == "name" and found.type_of(person.entity) == "Person"
        if there and reached and named and _has_errand(found, place.end):
            yield replace(Match.between("visited", person, place), stative=False)


def _has_errand(found: Findings, start: int) -> bool:
    """Whether "for talks" or "on a visit" follows, with at most a few words inside."""
    tokens = found.tokens
    errands = _ERRANDS.get(tokens.lower[start], frozenset()) if start < len(tokens) else frozenset()
    for index in range(start + 1, min(start + 2 + _MOST_WORDS, len(tokens))):
        if tokens.lower[index] in errands:
            return True
        if tokens.pos[index] not in ("DET", "ADJ", "NOUN", "NUM", "PUNCT", "ADP"):
            return False
    return False


def _places(found: Findings, arguments: Arguments, match: Match) -> list[int]:
    """Where two people met: what stands right behind one of them, or else behind the verb.

    In "met X in Kisumu and Y in Accra" each was met elsewhere.
    """
    tokens = found.tokens
    end = tokens.sents[tokens.sent_of[match.trigger]][1]
    for index in range(match.trigger, end - 1):
        mention = found.holder[index]
        if mention is None or mention.end - 1 != index or tokens.lower[index + 1] != "in":
            continue
        behind = found.holder[index + 2] if index + 2 < end else None
        if behind is not None and mention.entity in (match.source, match.target):
            return [behind.end - 1]
    return arguments.roles.heads(match.trigger, "in")


def _state(found: Findings, arguments: Arguments, id_: str) -> str | None:
    """The state a person serves, by an office of it or of one of its bodies."""
    known = officials().get(id_)
    if known is not None or id_ not in arguments.offices:
        return known
    body = arguments.offices[id_][1]
    entity = found.entities.get(body)
    if entity is None or entity.type == "State":
        return body if entity is not None else None
    country = entity.properties.get("country")
    return f"state:{country}" if country else None
