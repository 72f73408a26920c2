"""Denials in an apposition: "It fell, a charge Kenya rejects", whatever the parse makes of them.

The tagger takes "rejects" for a noun as often as not, and the parse then has one long name.
"""

from __future__ import annotations

from typing import NamedTuple

from ingest.nlp.speech import NOUNS, VERBS, Cue
from ingest.nlp.tokens import Tokens

_MOST_NAME = 4  # words between "a charge" and "rejects"
_NAMING = frozenset(("DET", "PROPN", "NOUN", "ADJ"))


class Denial(NamedTuple):
    """The comma before an apposition, the verb of denying at its end, and who denies it."""

    comma: int
    cue: Cue
    name: int


def find(tokens: Tokens, verb: int) -> Denial | None:
    """The denial whose verb is at `verb`; None where there is none."""
    cue = _cue(tokens, verb)
    if cue is None or tokens.pos[verb + 1 : verb + 2] not in (["PUNCT"], []):
        return None
    end = verb  # "charges Kenya has repeatedly rejected"
    while tokens.pos[end - 1] in ("ADV", "AUX"):
        end -= 1
    for noun in range(end - 2, max(1, end - 2 - _MOST_NAME), -1):
        if _are_told(tokens, noun) and _names(tokens, noun + 1, end):
            return Denial(noun - 1, cue, end - 1)
    if not tokens.lower[verb].endswith("s"):
        return None  # "a charge Kenya denied" is parsed well
    noun = verb - 1
    while noun > verb - 1 - _MOST_NAME and noun > 1 and tokens.pos[noun] == "PROPN":
        noun -= 1
    named = noun < verb - 1
    noun -= tokens.lower[noun] == "the"
    opens = noun > 1 and tokens.lower[noun - 1] in ("a", "an") and tokens.text[noun - 2] == ","
    told = named and opens and tokens.lemma[noun] in NOUNS
    return Denial(noun - 2, cue, verb - 1) if told else None


def opens(tokens: Tokens, word: int) -> bool:
    """Whether "claims" opens an apposition: "It trained them, claims the group denied"."""
    stop = min(len(tokens), word + 5 + _MOST_NAME)
    told = _are_told(tokens, word)
    return told and any(_cue(tokens, i) and find(tokens, i) for i in range(word + 2, stop))


def _are_told(tokens: Tokens, word: int) -> bool:
    """Whether a word behind a comma is of several things told: ", claims"."""
    plural = word > 1 and tokens.lower[word].endswith("s") and tokens.text[word - 1] == ","
    return plural and tokens.lower[word][:-1] in NOUNS


def _names(tokens: Tokens, start: int, end: int) -> bool:
    """Whether some words are no more than a name or a noun and what stands before it."""
    return all(tokens.pos[i] in _NAMING for i in range(start, end)) and start < end


def _cue(tokens: Tokens, verb: int) -> Cue | None:
    """The verb of denying that a word in -s or -ed is, also where it was taken for a plural."""
    word = tokens.lower[verb]
    if not word.endswith(("s", "ed")):
        return None
    found = (VERBS.get(lemma) for lemma in (tokens.lemma[verb], word[:-1], word[:-2]))
    return next((known for known in found if known is not None and known.stance == "denies"), None)
