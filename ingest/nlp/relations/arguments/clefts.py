"""Sentences that put forward who did it: "It was Kenya that shelled the town"."""

from __future__ import annotations

from ingest.nlp.tokens import LIMITING, Tokens


def put_forward(tokens: Tokens, verb: int) -> int | None:
    """Kenya in "It was Kenya that shelled the town", whose "that" the parse hangs on "was".

    In "It was not Ghana that shelled the town but Kenya that" it is Kenya of the second verb.
    """
    if tokens.dep[verb] not in ("ccomp", "advcl"):
        return None
    named = _named(tokens, tokens.heads[verb])
    if named is None or not tokens.heads[verb] < named < verb:
        return None
    instead = _instead(tokens, verb)
    return named if instead is None else instead


def is_denied(tokens: Tokens, verb: int) -> bool:
    """Whether it is said not to be so of whom a cleft puts forward: "It was not Kenya that"."""
    copula = tokens.heads[verb]
    if tokens.dep[verb] == "relcl":
        named, copula = copula, tokens.heads[copula]
        forward = _named(tokens, copula) == named
    else:
        forward = put_forward(tokens, verb) is not None
    if not forward or _instead(tokens, verb) is not None:
        return False
    negation = tokens.child(copula, "neg")
    return negation is not None and tokens.lower[negation + 1] not in LIMITING


def _named(tokens: Tokens, copula: int) -> int | None:
    """Who is named behind "it is" or "it was"."""
    if tokens.lemma[copula] != "be":
        return None
    subject = tokens.child(copula, "nsubj")
    cleft = subject is not None and tokens.lower[subject] == "it"
    return tokens.child(copula, "attr") if cleft else None


def _instead(tokens: Tokens, verb: int) -> int | None:
    """Kenya in "It was not Ghana that did it but Kenya that shelled the town"."""
    before = tokens.lefts[verb] - 1
    joined = before > 0 and tokens.dep[before] == "conj"
    return before if joined and tokens.lower[tokens.lefts[before] - 1] == "but" else None
