"""What a reporting verb introduces where the parse shows no clause of it.

A small parser often hangs a long content elsewhere, while the words still say what is what: a
comma, a short subject and the verb close a sentence that somebody said, and what follows "said" or
"claimed on air that" up to the end of the sentence is what was said.
"""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.speech import Cue
from ingest.nlp.tokens import Tokens

# Verbs after which a bare clause is a content and hardly ever anything else is.
_BARE = frozenset(
    ("say", "argue", "insist", "add", "think", "believe", "claim", "warn", "note", "admit",
     "stress", "allege", "suggest", "reckon", "complain", "joke", "fear", "concede", "estimate",
     "hope")
)  # fmt: skip
_MOST_SUBJECT, _MOST_ADJUNCT, _MOST_BEFORE_THAT = 16, 14, 16
_COMMAS = frozenset((",", "—", "–", "-"))
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_OPENING = frozenset(
    ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM", "ADV", "SCONJ", "ADP", "VERB", "AUX")
)
_TIMES = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
     "yesterday", "earlier", "later", "recently", "then", "also", "again", "separately",
     "previously", "afterwards", "afterward", "meanwhile", "repeatedly", "publicly", "bluntly",
     "simply")
)  # fmt: skip


def behind(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """The clause after a verb: "said Monday the dam fell", "claimed on air that it fell"."""
    that = next(
        (
            i for i in range(verb + 1, min(limit - 2, verb + _MOST_BEFORE_THAT))
            if tokens.lower[i] == "that" and tokens.tag[i] in ("IN", "WDT")
        ),
        None,
    )  # fmt: skip
    if that is not None and tokens.pos[that + 1] not in ("VERB", "AUX"):
        between = range(verb + 1, that)
        plain = not any(
            tokens.tag[i] in ("VBD", "VBZ", "VBP", "MD") or tokens.text[i] in (";", ":")
            for i in between
        )
        objects = any(
            tokens.pos[i] in ("NOUN", "PROPN") and tokens.dep[i] in ("dobj", "attr")
            for i in between
        )
        told = "tell" in cue.lemma or not objects
        if plain and told and clauses.is_finite(tokens, that + 1, limit):
            return clauses.trim(tokens, that + 1, limit)
    if cue.lemma not in _BARE:
        return None
    start = verb + 1
    while start < limit and (tokens.lower[start] in _TIMES or tokens.pos[start] == "SPACE"):
        start += 1
    if start >= limit - 2 or tokens.tag[start] in _RELATIVE or tokens.lower[start] == "to":
        return None
    if tokens.pos[start] not in _OPENING and tokens.tag[start] != "EX":
        return None
    finite = next(
        (i for i in range(start, limit) if tokens.tag[i] in ("VBD", "VBZ", "VBP", "MD")), None
    )
    if finite is None or finite == start:
        return None
    if any(tokens.tag[i] in _RELATIVE or tokens.text[i] == "," for i in range(start, finite)):
        return None
    return clauses.trim(tokens, start, clauses.clause_end(tokens, verb, start, finite, limit))


def before(tokens: Tokens, verb: int, limit: int) -> tuple[tuple[int, int], int] | None:
    """The content of a sentence that closes with who said it, and the speaker's place.

    As in "The dam fell, a senior ally of the president said on Monday."
    """
    first = clauses.after_dateline(tokens, tokens.sents[tokens.sent_of[verb]][0])
    stop = next((i for i in range(verb + 1, limit) if tokens.text[i] in _COMMAS), limit)
    if stop - verb > _MOST_ADJUNCT or clauses.is_finite(tokens, verb + 1, stop):
        return None
    comma = _comma_before(tokens, verb, first)
    if comma is None or not clauses.is_finite(tokens, first, comma):
        return None
    if comma == verb - 1:
        subject = tokens.child(verb, "nsubj") or next(
            (i for i in range(verb + 1, stop) if tokens.pos[i] in ("PROPN", "NOUN", "PRON")), None
        )
    else:
        subject = _head(tokens, comma + 1, verb)
    if subject is None:
        return None
    start, end = clauses.trim(tokens, first, comma)
    return ((start, end), subject) if end - start > 2 else None


def _comma_before(tokens: Tokens, verb: int, first: int) -> int | None:
    """The comma that parts the content from the subject of the verb."""
    own = tokens.child(verb, "nsubj")
    if own is not None and first < own < verb:
        left = tokens.lefts[own] - 1
        if left > first and tokens.text[left] in _COMMAS:
            return left
    for index in range(verb - 1, max(first, verb - _MOST_SUBJECT), -1):
        if tokens.text[index] in _COMMAS:
            return index
        if tokens.tag[index] in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return None


def _head(tokens: Tokens, start: int, end: int) -> int | None:
    """The noun of a stretch that hangs on something outside it."""
    for index in range(start, end):
        nominal = tokens.pos[index] in ("NOUN", "PROPN", "PRON")
        if nominal and not start <= tokens.heads[index] < end:
            return index
    return None
