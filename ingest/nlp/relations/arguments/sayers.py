"""Whose statement is meant where "the statement" follows what somebody said."""

from __future__ import annotations

from ingest.nlp.findings import Findings

NEAR_CLAIM = 2  # sentences back to a claim that "the statement" takes up


def told_last(found: Findings, noun: int) -> str | None:
    """Who made the last claim in the sentences before a noun; what a claim quotes is not his."""
    tokens = found.tokens
    here = tokens.sent_of[noun]
    near = [
        c
        for c in found.claims
        if c.speaker is not None and here - NEAR_CLAIM <= tokens.sent_of[c.start] < here
    ]
    outer = [c for c in near if not any(o.start <= c.start < o.end and o != c for o in near)]
    last = max(outer, default=None, key=lambda claim: claim.start)
    return last.speaker if last is not None else None
