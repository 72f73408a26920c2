"""Capitals that only an apposition places: "It erupted in Togo: in the capital, Lomé, ..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.relations.patterns.matching import Match


def matches(found: Findings) -> Iterator[Match]:
    """The capital in its region ("the North Kivu capital, Goma") or in the one state told of."""
    for place in found.in_order():
        if found.type_of(place.entity) != "Place" or place.kind != "name":
            continue
        outer = _outer(found, place)
        if outer is not None and outer.entity != place.entity:
            yield replace(Match.between("located_in", place, outer), stative=True)


def _outer(found: Findings, place: Mention) -> Mention | None:
    tokens = found.tokens
    noun = place.start - 1
    noun -= noun > 0 and tokens.text[noun] == ","
    if noun < 1 or tokens.lower[noun] != "capital":
        return None
    if tokens.lower[noun - 1] != "the":
        region = found.holder[noun - 1]
        return region if region is not None and found.type_of(region.entity) == "Place" else None
    first = tokens.sents[tokens.sent_of[noun]][0]
    before = (found.holder[i] for i in range(first, noun))
    states = [m for m in before if m is not None and found.type_of(m.entity) == "State"]
    return states[-1] if len({state.entity for state in states}) == 1 else None
