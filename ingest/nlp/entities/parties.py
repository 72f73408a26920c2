"""Parties that a text names by their people: "Republicans", "a Democrat", "the Tory leader"."""

from __future__ import annotations

from graph import ids
from ingest.nlp.entities.gazetteer import gazetteer
from ingest.nlp.findings import Entity, Findings
from ingest.nlp.lexicon import load

_NEAR = 3  # tokens between a party's word and the person it is said of


def add_parties(found: Findings) -> None:
    """Add the party that a word for its people names beside somebody, as a demonym does a state."""
    tokens = found.tokens
    called: dict[str, str] = load("names")["party_people"]
    for index, text in enumerate(tokens.text):
        name = called.get(text.removesuffix("s"))
        if name is None or found.holder[index] is not None or not _is_beside(found, index):
            continue
        known = gazetteer().by_name.get(name)
        id_ = known.id if known is not None else ids.entity_id("Organization", name)
        party = found.entities.get(id_) or Entity(id_, "Organization", name)
        found.add(party, index, index + 1, "demonym")


def _is_beside(found: Findings, index: int) -> bool:
    """Whether a person is named close by in the sentence."""
    first, last = found.tokens.sents[found.tokens.sent_of[index]]
    near = range(max(first, index - 2 * _NEAR), min(last, index + _NEAR))
    held = (found.holder[i] for i in near)
    return any(m is not None and found.type_of(m.entity) == "Person" for m in held)
