"""Blocs that a text names by an adjective: "Western officials", "Western arms"."""

from __future__ import annotations

from graph.ids import entity_id
from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.findings import Entity, Findings
from ingest.nlp.lexicon import load


def add_blocs(found: Findings) -> None:
    """Add the bloc an adjective of its own stands for, as a demonym does a state.

    Before a name ("Western Ukraine") or a part of the map ("Western districts were hit", where the
    capital only begins the sentence) it tells where something lies.
    """
    tokens = found.tokens
    adjectives: dict[str, str] = load("names")["bloc_adjectives"]
    for index, text in enumerate(tokens.text[:-1]):
        name = adjectives.get(text)
        if name is None or found.holder[index] is not None:
            continue
        following = index + 1
        while tokens.pos[following] == "ADJ" and following + 1 < len(tokens):
            following += 1
        plain = tokens.text[following].islower() and tokens.pos[following] == "NOUN"
        if not plain or tokens.lemma[following] in words("map_part"):
            continue
        known = gazetteer().by_name.get(name)
        id_ = known.id if known is not None else entity_id("Bloc", name)
        bloc = found.entities.get(id_) or Entity(id_, "Bloc", name)
        found.add(bloc, index, index + 1, "demonym")
