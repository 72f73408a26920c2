"""What something is called or held to be: "called it nonsense", "held Kyiv responsible for it"."""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.claims.contents import extent
from ingest.nlp.claims.contents.falsehoods import DISMISSALS
from ingest.nlp.marks import CLOSING_MARKS, DOUBLE_OPENING, OPENING_MARKS
from ingest.nlp.tokens import Tokens

_AFTERWARDS = frozenset(("after", "when", "while", "because", "before", "since", "although"))
_ANSWERABLE = frozenset(("responsible", "accountable", "liable"))
_MOST_HELD = 9  # tokens from "held" to "responsible"


def called(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """As in "called it nonsense": an object and, right behind it, what it is said to be."""
    start, before = verb + 1, tokens.child(verb, "dobj")
    if start >= limit or tokens.text[start] in DOUBLE_OPENING or _is_reflexive(tokens, start):
        return None
    if before is not None and before < verb and tokens.tag[before] in clauses.WH:
        return None  # "which they call the “Harbour clan”": a name, or read by what_clauses
    if (
        tokens.pos[start] in ("ADP", "PUNCT", "SCONJ", "PART")
        and tokens.text[start] not in DOUBLE_OPENING
    ):
        return None
    predicate = tokens.child(verb, "oprd", "ccomp", "xcomp", "attr", "acomp")
    first = predicate == start and tokens.pos[start] == "ADJ"  # "considers harmful the plans"
    if predicate is not None and (predicate > start or first):
        end = extent.clause_end(tokens, verb, start, predicate, limit, clause=False)
        return clauses.trimmed(tokens, start, _to_quoted(tokens, predicate, end))
    objects = [
        c
        for c in tokens.children[verb]
        if c > verb and tokens.dep[c] in ("dobj", "nsubj", "dative")
    ]
    if not objects:
        return None
    if tokens.lower[objects[0]] in DISMISSALS and objects[0] > start:
        # "called the report nonsense" parsed as one noun phrase.
        return clauses.trimmed(
            tokens, start, extent.clause_end(tokens, verb, start, objects[0], limit, clause=False)
        )
    if _is_named_behind(tokens, objects[0]):
        end = extent.clause_end(tokens, verb, start, objects[0], limit, clause=False)
        return clauses.trimmed(tokens, start, min(end, tokens.rights[objects[0]] + 1))
    if (judged := _judged(tokens, objects[0], limit)) is not None:
        return clauses.trimmed(tokens, start, judged + 1)
    after = tokens.rights[objects[0]] + 1
    quoted = any(tokens.text[i] in DOUBLE_OPENING for i in range(start + 1, min(limit, after + 1)))
    if (
        len(objects) > 1
        or quoted
        or (after < limit and tokens.pos[after] in ("DET", "ADJ", "NOUN", "PROPN"))
    ):
        end = extent.clause_end(tokens, verb, start, objects[-1], limit, clause=False)
        return clauses.trimmed(tokens, start, _to_quoted(tokens, objects[0], end))
    return None


def responsible(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """As in "held Kyiv responsible for the blast"."""
    for index in range(verb + 2, min(limit - 1, verb + _MOST_HELD)):
        if tokens.lower[index] in _ANSWERABLE and tokens.lower[index + 1] == "for":
            end = extent.clause_end(tokens, verb, verb + 1, index, limit, clause=False)
            return clauses.trimmed(tokens, verb + 1, end)
        if tokens.pos[index] in ("VERB", "PUNCT"):
            return None
    return None


def _is_reflexive(tokens: Tokens, index: int) -> bool:
    """Whether somebody only tells what he is called: "call themselves"."""
    return tokens.lower[index].endswith(("self", "selves"))


def _is_named_behind(tokens: Tokens, object_: int) -> bool:
    """Whether the parse makes one noun phrase of "calling" whose "move a breach of norms"."""
    named = next((c for c in tokens.children[object_] if c > object_), None)
    if named is None or tokens.dep[named] not in ("npadvmod", "appos"):
        return False
    begin = tokens.lefts[named]
    return begin == object_ + 1 and tokens.lower[begin] in ("a", "an", "the")


def _judged(tokens: Tokens, object_: int, limit: int) -> int | None:
    """The mark that ends "calls the charges of theft 'absurd'", where nothing follows.

    The parse makes an attribute of the adjective, which would stand before its noun.
    """
    close = limit - 1 - (tokens.text[limit - 1] in (".", "!"))
    word = close - 1
    marked = word - 1 > object_ and tokens.text[word - 1] in OPENING_MARKS
    behind = tokens.dep[word] == "amod" and tokens.heads[word] < word
    return close if marked and behind and tokens.text[close] in CLOSING_MARKS else None


def _to_quoted(tokens: Tokens, object_: int, end: int) -> int:
    """Where what somebody is called ends, when a clause follows its quotation marks."""
    close = next((i for i in range(object_ + 1, end - 1) if tokens.text[i] in "”»"), None)
    follows = close is not None and tokens.lower[close + 1] in _AFTERWARDS
    return close + 1 if close is not None and follows else end
