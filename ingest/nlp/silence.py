"""Silence about something: who ignored it, kept quiet about it or would not speak of it."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp import clauses
from ingest.nlp.reported import Reported
from ingest.nlp.speech import SILENCE, Cue
from ingest.nlp.tokens import Tokens

ADJECTIVES = frozenset(SILENCE["adjectives"])
UNSAID = frozenset(SILENCE["unsaid"])
CARRIED = frozenset(SILENCE["carried"])
REFUSALS = frozenset(SILENCE["refusals"])
SPEECH = frozenset(SILENCE["speech"])
TRIGGERS = ADJECTIVES | UNSAID | CARRIED | SPEECH | {"ignore"}
_KEEPING = frozenset(SILENCE["adjective_verbs"])
_TOPIC = frozenset(SILENCE["topic"])


def _cue(lemma: str) -> Cue:
    return Cue(lemma, frozenset(), frozenset(), "silent", "asserted")


def at(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """Silence that the word at `index` states; its content is what was left unsaid and how.

    There must be a topic: who "declined to comment" on nothing in particular is silent on nothing.
    """
    lemma = tokens.lemma[index].lower()
    verb, topic = index, None
    if lemma in ADJECTIVES:
        verb = tokens.heads[index]
        if tokens.lemma[verb] not in _KEEPING:
            return
        topic = _topic(tokens, (index, verb), limit)
    elif tokens.pos[index] != "VERB":
        return
    elif lemma == "ignore":
        topic = _object(tokens, index, limit)
    elif lemma in SPEECH and tokens.dep[index] == "xcomp":
        verb = tokens.heads[index]
        if tokens.lemma[verb] in REFUSALS:
            topic = _topic(tokens, (index,), limit) or _object(tokens, index, limit)
    elif lemma in UNSAID | CARRIED and clauses.is_negated(tokens, index):
        topic = _topic(tokens, (index,), limit) or _object(tokens, index, limit)
    if topic is None or topic[1] - topic[0] < 1 or "request" in tokens.lemma[slice(*topic)]:
        # Leaving a "request for comment" unanswered is silence about nothing in particular.
        return
    helpers = [c for c in tokens.children[verb] if tokens.dep[c] in ("aux", "neg") and c < verb]
    start = min([verb, *helpers])
    subject = clauses.subject(tokens, verb)
    frame = "carried" if lemma in CARRIED else "silence"
    yield Reported(start, topic[1], index, _cue(lemma), subject, frame)


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
