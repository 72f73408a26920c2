"""Whom a pronoun cannot mean, or alone can, by the clause it stands in."""

from __future__ import annotations

from ingest.nlp.tokens import Tokens

# Nobody condemns what is his own.
_JUDGING = frozenset(
    ("condemn", "criticise", "criticize", "denounce", "deplore", "decry", "slam", "blast", "oppose",
     "protest", "lambast", "lambaste", "resist", "punish", "censure")
)  # fmt: skip
_SUBJECTS = ("nsubj", "nsubjpass")
_REASONS = frozenset(("for", "over"))
_SERVING = frozenset(("for", "in", "during", "against"))
_HELPING = frozenset(
    ("help", "assist", "support", "back", "aid", "supply", "arm", "provide", "equip", "join")
)


def describes(tokens: Tokens, candidate: int, pronoun: int) -> bool:
    """Whether a name is in what describes a subject: "Founded by X of the Institute, it".

    Of an object none of it is meant either: "Popko, formerly of the Institute, created it".
    """
    verb = tokens.heads[pronoun]
    if tokens.dep[pronoun] not in _SUBJECTS:
        own = tokens.child(verb, *_SUBJECTS) if tokens.dep[pronoun] == "dobj" else None
        return own is not None and tokens.lefts[own] <= candidate <= tokens.rights[own]
    participles = (c for c in tokens.children[verb] if c < pronoun and tokens.tag[c] == "VBN")
    return any(tokens.lefts[c] <= candidate <= tokens.rights[c] for c in participles)


def is_done_to(tokens: Tokens, pronoun: int) -> bool:
    """Whether a pronoun is an object of its verb, with or without a preposition."""
    above = tokens.heads[pronoun]
    if tokens.dep[pronoun] == "pobj":
        return tokens.dep[above] in ("prep", "dative") and tokens.pos[above] == "ADP"
    return tokens.dep[pronoun] in ("dobj", "dative")


def is_judged(tokens: Tokens, pronoun: int) -> bool:
    """Whether the subject judges what is somebody's: "China never condemned its invasion"."""
    noun = tokens.heads[pronoun]
    verb = tokens.heads[noun]
    if tokens.dep[noun] == "pobj" and tokens.lower[verb] in _REASONS:
        verb = tokens.heads[verb]  # "criticised Kenya for its raids"
    possessed = tokens.dep[pronoun] == "poss" and tokens.dep[noun] in ("dobj", "pobj")
    return possessed and tokens.lemma[verb] in _JUDGING


def recipient(tokens: Tokens, pronoun: int) -> int | None:
    """Who is given or helped, for what is his: "sold drones to Russia for its invasion".

    As in "backed Kenya in its war" the one who receives stands right before the small word.
    """
    noun = tokens.heads[pronoun]
    link = tokens.heads[noun]
    if tokens.dep[pronoun] != "poss" or tokens.dep[noun] != "pobj":
        return None
    use = tokens.heads[link]
    if tokens.dep[use] == "pobj" and tokens.lower[tokens.heads[use]] == "for":
        link = tokens.heads[use]  # "sold drones to Russia for use in its war"
    if tokens.lower[link] not in _SERVING or not link:
        return None
    given = link - 1
    to = tokens.heads[given]
    if tokens.dep[given] == "pobj" and tokens.lower[to] == "to":
        return given
    helped = tokens.dep[given] == "dobj" and tokens.lemma[to] in _HELPING
    return given if helped else None
