"""Meetings whose day is told: what is said at them is said on that day."""

from __future__ import annotations

from ingest.nlp.dates.annotate import SAME_DAY
from ingest.nlp.findings import Findings

_MEETING = frozenset(("meet", "receive", "host", "welcome", "visit", "greet"))
_HOLDING = frozenset(("hold", "have", "attend", "chair", "host", "join", "open", "conduct"))
_PLACES = ("dobj", "nsubj", "nsubjpass", "pobj", "conj", "appos")


def takes_part(found: Findings, verb: int, speaker: str | None) -> bool:
    """Whether a verb tells, as what happened, that a speaker met somebody.

    As in "On Monday Ada Quill received Otto Kern" and "Kenya and Ghana held talks on 5 May", of
    whoever met and was met.
    """
    tokens = found.tokens
    if tokens.tag[verb] not in ("VBD", "VBN") or tokens.dep[verb] not in ("ROOT", "conj"):
        return False
    if any(tokens.lower[c] in ("had", "has", "have", "not") for c in tokens.children[verb]):
        return False
    met = tokens.child(verb, "dobj", "nsubjpass")
    held = met is not None and tokens.lemma[met].lower() in SAME_DAY
    if tokens.lemma[verb] not in _MEETING and not (held and tokens.lemma[verb] in _HOLDING):
        return False
    return any(
        holder.entity == speaker and tokens.dep[i] in _PLACES
        for i in range(*tokens.subtree(verb))
        if (holder := found.holder[i]) is not None
    )
