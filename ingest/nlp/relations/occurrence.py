"""Whether what a word tells took place: "the visit never happened", "neither met X nor saw Y".

Words are in data/en/modality.yaml.
"""

from __future__ import annotations

from functools import partial

from ingest.nlp.lexicon import listed
from ingest.nlp.tokens import Tokens

_PREDICATES = frozenset({"attr", "acomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_words = partial(listed, "modality")


def took_place(tokens: Tokens, noun: int) -> int | None:
    """The verb that says whether an event took place, as "happened" or "is due to take place".

    It may stand in a relative clause: "the meeting that never took place".
    """
    above = [tokens.heads[noun]] if tokens.dep[noun] in _SUBJECTS else []
    # The parse may hang the clause on the last name: "a meeting with X that never took place".
    clauses = [
        c
        for c in range(noun + 1, tokens.rights[noun] + 1)
        if tokens.dep[c] == "relcl" and _tells_of(tokens, c, noun)
    ]
    for verb in (*above, *clauses):
        predicate = tokens.child(verb, "acomp")
        below = [v for v in (verb, predicate) if v is not None]
        for at in (verb, *(x for v in below if (x := tokens.child(v, "xcomp")) is not None)):
            if tokens.lemma[at] in _words("occurring") and _of_itself(tokens, at):
                return at
    return None


def _tells_of(tokens: Tokens, clause: int, noun: int) -> bool:
    """Whether the subject of a relative clause is a noun, or a name below it, and nobody else."""
    above, subject = tokens.heads[clause], tokens.child(clause, *_SUBJECTS)
    pronoun = subject is not None and tokens.lower[subject] in ("that", "which")
    return pronoun and (above == noun or tokens.pos[above] == "PROPN")


def _of_itself(tokens: Tokens, verb: int) -> bool:
    """Whether a verb says of its subject that it occurred; "take" does only with "place"."""
    if tokens.lemma[verb] != "take":
        return True
    taken = tokens.child(verb, "dobj")
    return taken is not None and tokens.lower[taken] == "place"


def announced(tokens: Tokens, noun: int) -> bool:
    """Whether an event is told with the day it is to be on: "talks scheduled for 11 March".

    What was planned for months has no such day.
    """
    behind = tokens.rights[noun] + 1
    participles = [c for c in tokens.children[noun] if tokens.dep[c] in ("acl", "relcl")]
    if behind < len(tokens) and tokens.dep[behind] in ("acl", "advcl"):
        participles.append(behind)  # which the parse hangs higher
    for participle in participles:
        link = tokens.child(participle, "prep")
        day = tokens.child(link, "pobj") if link is not None else None
        if day is None or link is None or tokens.lower[participle] not in _words("announced"):
            continue
        if tokens.lower[link] == "for" and tokens.ent[day] == "DATE" and tokens.tag[day] != "NNS":
            return True
    return False


def is_joined_by_nor(tokens: Tokens, index: int) -> bool:
    """Whether "neither" or "nor" opens a predicate: "neither owns X nor runs Y", "nor did X"."""
    verbal = tokens.pos[index] in ("VERB", "AUX")
    first = tokens.heads[index] if tokens.dep[index] == "conj" else index
    if not verbal and tokens.dep[first] not in _PREDICATES:
        return False
    if any(c < index and tokens.lower[c] in ("neither", "nor") for c in tokens.children[index]):
        return True
    return tokens.dep[index] == "conj" and tokens.lower[tokens.lefts[index] - 1] == "nor"
