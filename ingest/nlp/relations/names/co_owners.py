"""Who owns a body, called its owner right before his name: "Lantern Media co-owner Otto Kern".

The parse takes "co-owner", which is three tokens, for a part of the one name or the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.nlp.findings import Findings
from ingest.nlp.relations.patterns.matching import Match
from ingest.nlp.tokens import POSSESSIVES

_BODIES = frozenset({"Organization", "Channel"})
_CO_OWNER = ["co", "-", "owner"]


def matches(found: Findings) -> Iterator[Match]:
    """Each owner so named, with what he owns a share of."""
    for body, owner in pairwise(found.in_order()):
        if owner.start - body.end > len(_CO_OWNER) + 1:
            continue
        gap = found.tokens.lower[body.end : owner.start]
        if gap[:1] == [")"] or (gap[:1] and gap[0] in POSSESSIVES):
            gap = gap[1:]
        types = found.type_of(body.entity), found.type_of(owner.entity)
        if gap == _CO_OWNER and types[0] in _BODIES and types[1] == "Person":
            match = Match.between("owns", body, owner)
            yield replace(match, source=owner.entity, target=body.entity)
