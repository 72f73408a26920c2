"""Deliveries told without their verb: "Kenya supplies rifles to Togo and Ghana drones to Mali"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.nlp.findings import COLLECTIVES, Findings
from ingest.nlp.relations.arguments.coordination import begins_gap
from ingest.nlp.relations.patterns.matching import Match
from ingest.nlp.relations.patterns.supplied import goods


def gapped(found: Findings, matches: Iterable[Match]) -> Iterator[Match]:
    """The delivery behind another, by the verb told before: Ghana to Mali, what the drones are."""
    tokens, holder = found.tokens, found.holder
    for match in [m for m in matches if m.relation == "supplies"]:
        end = tokens.sents[tokens.sent_of[match.trigger]][1]
        for joint in range(match.trigger + 1, end - 1):
            before = holder[joint - 1]
            if before is None or before.entity != match.target or not begins_gap(found, joint + 1):
                continue
            giver = holder[joint + 1]
            link = giver.end + 1 if giver is not None else end
            taker = holder[link + 1] if link + 1 < end else None
            kind = goods().get(tokens.lemma[link - 1].lower())
            if giver is None or taker is None or kind is None:
                continue
            if found.type_of(taker.entity) in COLLECTIVES and giver.entity != taker.entity:
                what = (("what", kind),)
                yield replace(match, source=giver.entity, target=taker.entity, attributes=what)
