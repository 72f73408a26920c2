"""What a sentence, or the clause before a word, states and tells of."""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.claims.contents import noun_clauses
from ingest.nlp.speech import CARRIERS, NOUNS
from ingest.nlp.tokens import Tokens

_SUBORDINATING = frozenset(("when", "as", "after", "although", "though", "while", "once"))
_FEWEST_WORDS = 3


def _subject(tokens: Tokens, number: int) -> int | None:
    """The subject of a sentence's main clause."""
    root = tokens.root(*tokens.sents[number])
    return tokens.child(root, "nsubj", "nsubjpass") if root is not None else None


def tells_of_thing(tokens: Tokens, number: int) -> bool:
    """Whether a sentence tells of a document or rumour, for which "it" stands: "The story aged"."""
    subject = _subject(tokens, number)
    return subject is not None and tokens.lemma[subject].lower() in CARRIERS | NOUNS.keys()


def of_noun(tokens: Tokens, number: int) -> tuple[int, int] | None:
    """What the subject of a sentence says: "The rumour that Kyiv had fallen spread"."""
    subject = _subject(tokens, number)
    if subject is None or tokens.lemma[subject] not in NOUNS:
        return None
    return noun_clauses.complement(tokens, subject, tokens.rights[subject] + 1)


def before_comma(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """The main clause before the one a word stands in: "Hungary blocked it, but X denied this"."""
    verb = tokens.heads[place]
    subject = tokens.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return None
    first, index = tokens.sents[tokens.sent_of[place]][0], tokens.lefts[subject] - 1
    while index > first and tokens.pos[index] in ("CCONJ", "SCONJ"):
        index -= 1
    comma = index > first and tokens.text[index] in (",", ";", "—", "–")
    return statement(tokens, first, index) if comma else None


def statement(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """A stretch without the words that join it to another, where it states something."""
    start, end = clauses.trim(tokens, start, end)
    while start < end and (tokens.tag[start] == "CC" or tokens.lower[start] in _SUBORDINATING):
        start += 1
    stated = end - start >= _FEWEST_WORDS and clauses.is_finite(tokens, start, end)
    return (start, end) if stated and tokens.text[end - 1] != "?" else None
