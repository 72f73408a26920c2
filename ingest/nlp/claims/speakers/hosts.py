"""Whom a pronoun takes up behind a meeting of an office without a name and somebody named."""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.speech import OFFICES, TITLES
from ingest.nlp.tokens import Tokens

_MEETING = frozenset(
    ("meet", "host", "receive", "welcome", "greet", "call", "phone", "visit", "thank",
     "congratulate", "telephone", "join")
)  # fmt: skip
_TOWARDS = frozenset(("with", "to"))
_MOST_UP = 4  # heads from the "with" of "held a talk by phone with X" to the verb


def before(found: Findings, met: int) -> int | None:
    """The subject that outranks whom it meets: "The president spoke with Ada Quill. He said ...".

    `met` is the head of the mention that a pronoun would take up otherwise. A subject is taken up
    before what hangs on its verb, but not before whom it does something to: "The judge sentenced
    Otto Kern. He said ..." may be either.
    """
    tokens = found.tokens
    root = tokens.root(*tokens.sents[tokens.sent_of[met]])
    noun = tokens.child(root, "nsubj") if root is not None else None
    if root is None or noun is None or found.holder[noun] is not None:
        return None
    definite = tokens.lower[tokens.lefts[noun]] == "the" or tokens.child(noun, "poss") is not None
    alone = tokens.tag[noun] in ("NN", "NNP") and tokens.lemma[noun].lower() in OFFICES | TITLES
    return noun if definite and alone and _is_met(tokens, root, met) else None


def _is_met(tokens: Tokens, root: int, met: int) -> bool:
    """Whether somebody is whom a verb is of a meeting with: "met X", "held talks with X"."""
    if tokens.dep[met] == "appos":
        met = tokens.heads[met]
    if tokens.dep[met] == "conj" or tokens.child(met, "conj") is not None:
        return False  # of several whom it met, "he" and "she" may tell apart one
    head = tokens.heads[met]
    if tokens.dep[met] == "dobj":
        return head == root and tokens.lemma[root] in _MEETING
    if tokens.dep[met] != "pobj" or tokens.lower[head] not in _TOWARDS:
        return False
    for _ in range(_MOST_UP):
        head = tokens.heads[head]
        if head == root or tokens.pos[head] == "VERB":
            break
    return head == root
