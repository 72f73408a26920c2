"""Blocs and states that a text names by a point of the compass: "Western arms", "the North"."""

from __future__ import annotations

from graph.ids import entity_id
from ingest.nlp.entities.gazetteer import gazetteer, state_codes, words
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


def add_halves(found: Findings) -> None:
    """Let "the North" be North Korea in a text that names it so, if it is a noun by itself."""
    tokens = found.tokens
    halves: dict[str, str] = load("names")["state_halves"]
    named = {half: state for half, code in halves.items() if (state := _state(found, code))}
    for index in range(1, len(tokens)):
        state = named.get(tokens.text[index])
        if state is None or found.holder[index] is not None or tokens.lower[index - 1] != "the":
            continue
        after = tokens.text[index + 1 : index + 2]
        alone = not after or (after[0] not in {"of", "-", "–"} and not after[0][0].isupper())
        if alone and tokens.dep[index] not in {"compound", "amod", "nmod"}:
            found.add(state, index, index + 1, "name")


def _state(found: Findings, code: str) -> Entity | None:
    """The state of a code, where the text writes its name in full."""
    state = found.entities.get(f"state:{code}")
    if state is None:
        return None
    written = (found.tokens.span_text(m.start, m.end) for m in state.mentions)
    return state if state_codes()[code] in written else None
