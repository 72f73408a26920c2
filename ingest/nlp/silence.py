"""Silence about something: who ignored it, kept quiet about it or would not speak of it."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp import clauses
from ingest.nlp.reported import Reported
from ingest.nlp.speech import SILENCE, Cue
from ingest.nlp.tokens import Tokens

ADJECTIVES = frozenset(SILENCE["adjectives"])
VERBS = frozenset(SILENCE["verbs"])
REFUSALS = frozenset(SILENCE["refusals"])
SPEECH = frozenset(SILENCE["speech"])
_UNSAID = frozenset(SILENCE["unsaid"])
TRIGGERS = ADJECTIVES | VERBS | REFUSALS | SPEECH | _UNSAID
_KEEPING = frozenset(SILENCE["adjective_verbs"])
_TOPIC = frozenset(SILENCE["topic"])


def _cue(lemma: str) -> Cue:
    return Cue(lemma, frozenset(), frozenset(), "silent", "asserted")


def at(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """Silence that the word at `index` states, with what it is about."""
    lemma = tokens.lemma[index].lower()
    verb, span = index, None
    if lemma in ADJECTIVES:
        verb = tokens.heads[index]
        if tokens.lemma[verb] not in _KEEPING:
            return
        span = _topic(tokens, (index, verb), limit)
    elif tokens.pos[index] != "VERB":
        return
    elif lemma in VERBS and lemma == "ignore":
        span = _object(tokens, index, limit)
    elif (
        lemma in SPEECH
        and tokens.lemma[tokens.heads[index]] in REFUSALS
        and tokens.dep[index] == "xcomp"
    ) or (lemma in _UNSAID and clauses.is_negated(tokens, index)):
        span = _topic(tokens, (index,), limit) or _object(tokens, index, limit)
    if span is None or span[1] - span[0] < 2:
        return
    yield Reported(*span, index, _cue(lemma), clauses.subject(tokens, verb))


def _topic(tokens: Tokens, heads: tuple[int, ...], limit: int) -> tuple[int, int] | None:
    for head in heads:
        for child in tokens.children[head]:
            if child > head and tokens.lower[child] in _TOPIC and tokens.dep[child] == "prep":
                return clauses.trim(tokens, child + 1, min(limit, tokens.rights[child] + 1))
            if child > head and tokens.dep[child] == "advcl":
                mark = tokens.child(child, "mark", "advmod")
                if mark is not None and tokens.lower[mark] in _TOPIC:
                    return clauses.trim(tokens, mark + 1, min(limit, tokens.rights[child] + 1))
    return None


def _object(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    object_ = tokens.child(verb, "dobj", "ccomp")
    if object_ is None or object_ < verb or tokens.pos[object_] == "PRON":
        return None
    return clauses.trim(tokens, tokens.lefts[object_], min(limit, tokens.rights[object_] + 1))
