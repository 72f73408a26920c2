"""Names that unnamed people give: "a woman who gave her name as Vera"."""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.speech import HUMANS

_GIVING = frozenset(("give", "identify", "introduce", "call", "ask", "go"))
_MOST_WORDS = 9  # tokens from "asked" to the name of "asked to be called only Vera Lindt"
_BEFORE_NAME = frozenset(("as", "called", "himself", "herself", "of", "be"))


def name(found: Findings, index: int) -> str | None:
    """The id of the person whose name somebody gives in the clause that describes him.

    "a man who identified himself as Jan", "a nurse who asked to be called Vera", "a miner who goes
    by the name of Otto".
    """
    tokens = found.tokens
    clause = tokens.child(index, "relcl")
    if tokens.lemma[index].lower() not in HUMANS or clause is None:
        return None
    if tokens.lemma[clause] not in _GIVING or clause < index:
        return None
    for place in range(clause + 1, min(len(tokens), clause + _MOST_WORDS)):
        person = found.person_at(place)
        if person is not None and person.kind == "name":
            before = tokens.lefts[person.end - 1] - 1
            return person.entity if tokens.lower[before] in _BEFORE_NAME else None
    return None
