"""Sentences that put forward who did it: "It was Kenya that shelled the town"."""

from __future__ import annotations

from ingest.nlp.tokens import Tokens


def put_forward(tokens: Tokens, verb: int) -> int | None:
    """Kenya in "It was Kenya that shelled the town", whose "that" the parse hangs on "was"."""
    copula = tokens.heads[verb]
    if tokens.dep[verb] not in ("ccomp", "advcl") or tokens.lemma[copula] != "be":
        return None
    subject, named = tokens.child(copula, "nsubj"), tokens.child(copula, "attr")
    cleft = subject is not None and tokens.lower[subject] == "it"
    return named if cleft and named is not None and copula < named < verb else None
