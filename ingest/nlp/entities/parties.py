"""Parties that a text names by their people or behind them: "Republicans", "a Democrat", "the Tory
leader", "Otto Kern (Kenya, KANU)".
"""

from __future__ import annotations

from graph import ids
from ingest.nlp.entities.gazetteer import gazetteer
from ingest.nlp.findings import Entity, Findings
from ingest.nlp.lexicon import load
from ingest.nlp.tokens import Tokens, is_capital

_MOST_LAND = 7  # tokens from a bracket to what follows the state in it
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


def is_behind_land(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name stands with a state in the bracket behind somebody: "X (KANU, Kenya)"."""
    texts = tokens.text
    if texts[start - 1 : start] == ["("] and texts[end : end + 1] == [","]:
        opened = start - 1
        land = gazetteer().match(texts, end + 1) if end + 1 < len(texts) else None
        closed = land is not None and texts[land[0] : land[0] + 1] == [")"]
    else:
        places = range(start - 2, max(0, start - _MOST_LAND), -1)
        opened = next((i for i in places if texts[i] == "("), 0)
        land = gazetteer().match(texts, opened + 1) if opened > 0 else None
        closed = land is not None and land[0] == start - 1 and texts[start - 1] == ","
        closed = closed and texts[end : end + 1] == [")"]
    state = closed and land is not None and land[1].type == "State" and land[1].sense == "name"
    return state and opened > 0 and is_capital(texts[opened - 1])


def _is_beside(found: Findings, index: int) -> bool:
    """Whether a person is named close by in the sentence."""
    first, last = found.tokens.sents[found.tokens.sent_of[index]]
    near = range(max(first, index - 2 * _NEAR), min(last, index + _NEAR))
    held = (found.holder[i] for i in near)
    return any(m is not None and found.type_of(m.entity) == "Person" for m in held)
