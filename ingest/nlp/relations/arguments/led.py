"""Which of several bodies "led by" is about: the one right before it."""

from __future__ import annotations

from ingest.nlp.findings import BODIES, Findings

LEADING = frozenset({"lead", "head", "command"})


def led_body(found: Findings, verb: int) -> int | None:
    """The last token of Y in "X, led by P, and Y, led by Q" for the second verb; None elsewhere.

    The parse hangs either participle on whichever of the two it pleases.
    """
    tokens = found.tokens
    if tokens.lemma[verb] not in LEADING or tokens.lower[verb + 1 : verb + 2] != ["by"]:
        return None
    last = verb - 1 - (verb > 1 and tokens.text[verb - 1] == ",")
    body = found.holder[last] if last >= 0 else None
    if body is None:  # "a party led by P and the Front": the Front is another's
        return last if tokens.heads[verb] == last else None
    return last if found.type_of(body.entity) in BODIES else None
