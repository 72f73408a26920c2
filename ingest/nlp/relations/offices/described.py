"""The office of whom a text calls "the French president" in one place and names in another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.nlp.coref import leaders
from ingest.nlp.findings import Findings
from ingest.nlp.relations.patterns.matching import Match


def matches(found: Findings) -> Iterator[Match]:
    """An office for every phrase that stands for a known leader of a state."""
    for index, office in leaders.offices(found):
        mention = found.holder[index]
        if office.state is None:
            continue
        if mention is not None and mention.entity == office.holder:
            match = Match.between("holds_office", mention, office.state)
            yield replace(match, attributes=(("title", office.title),))
