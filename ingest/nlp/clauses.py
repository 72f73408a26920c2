"""Reading a clause off a parse: its verb, and the words at its edges."""

from __future__ import annotations

from ingest.nlp.marks import (
    CLOSING_MARKS,
    DOUBLE_CLOSING,
    OPENING_QUOTES,
    TYPED_MARKS,
)
from ingest.nlp.speech import VERBS
from ingest.nlp.tokens import Tokens, past_bracket, past_mark

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_TRIM = TYPED_MARKS | frozenset(".,;:!?…—–-()[]*•>″`") | {"..."}
WH = frozenset(("WRB", "WP", "WDT", "WP$"))
_NOBODY = frozenset(("not", "none", "nobody"))
LONGEST = 200  # tokens of a clause; what goes on for longer has lost its full stops
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
# "cannot" and "won't" come apart into "can", "not" and "wo", "n't".
MODALS = frozenset(
    ("must", "should", "ought", "shall", "will", "would", "wo", "’ll", "'ll", "’d", "'d", "can",
     "ca", "could", "may", "might")
)  # fmt: skip


def trim(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """A span without the punctuation, spaces and conjunctions at its edges."""
    while start < end and (tokens.text[start] in _TRIM or tokens.pos[start] == "SPACE"):
        start += 1
    if start < end - 1 and tokens.lower[start] == "that" and tokens.tag[start] == "IN":
        start += 1
    while end > start and (
        tokens.text[end - 1] in _TRIM - {"?"} - DOUBLE_CLOSING
        or tokens.pos[end - 1] == "SPACE"
        or (tokens.text[end - 1].isdigit() and tokens.text[end - 2] == "[")
    ):
        end -= 1
    while end > start and tokens.text[end - 1] in CLOSING_MARKS:
        mark = tokens.text[end - 1]
        inside = sum(tokens.text[i] in OPENING_QUOTES for i in range(start, end - 1))
        if inside or (mark == "'" and mark in tokens.text[start : end - 1]):
            break
        end -= 1
    end = past_bracket(tokens, start, past_mark(tokens, start, end))
    if start < end - 1 and tokens.tag[end - 1] in ("CC",):
        return trim(tokens, start, end - 1)
    return start, end


def tense(tokens: Tokens, verb: int) -> str | None:
    """The tag of a clause's finite verb: its own or that of its auxiliary."""
    words = (verb, *(c for c in tokens.children[verb] if tokens.dep[c] in ("aux", "auxpass")))
    tags = [tokens.tag[i] for i in words]
    return next((tag for tag in ("MD", "VBZ", "VBP", "VBD") if tag in tags), None)


def is_finite(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a stretch holds a finite verb."""
    return any(tokens.tag[i] in FINITE for i in range(start, end))


def is_negated(tokens: Tokens, verb: int) -> bool:
    """Whether the verb itself is negated, or nobody is its subject."""
    subject = tokens.child(verb, "nsubj")
    opening = tokens.lefts[subject] if subject is not None else verb
    nobody = subject is not None and (
        tokens.lower[opening] in _NOBODY
        or tokens.lower[opening - 1 : opening] == ["not"]
        or tokens.lower[opening : subject + 1] == ["no", "one"]
    )
    return nobody or any(
        tokens.dep[c] == "neg"
        or tokens.lower[c] in ("never", "neither")
        or tokens.lower[c - 1 : c + 1] == ["no", "longer"]
        for c in tokens.children[verb]
    )


def is_passive(tokens: Tokens, verb: int) -> bool:
    """Whether the verb is passive."""
    return tokens.child(verb, "nsubjpass", "auxpass") is not None


def is_cue(tokens: Tokens, index: int) -> bool:
    """Whether a token is a verb that can introduce content."""
    return tokens.lemma[index] in VERBS and tokens.pos[index] in ("VERB", "AUX")


def trimmed(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """A span without the punctuation at its edges, None where nothing is left."""
    start, end = trim(tokens, start, end)
    return (start, end) if end > start else None
