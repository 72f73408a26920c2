"""Denials in an apposition: "It fell, a charge Kenya rejects", whatever the parse makes of them.

The tagger takes "rejects" for a noun as often as not, and the parse then has one long name.
"""

from __future__ import annotations

from ingest.nlp.speech import NOUNS, VERBS, Cue
from ingest.nlp.tokens import Tokens

_MOST_NAME = 4  # words between "a charge" and "rejects"


def comma(tokens: Tokens, verb: int) -> int | None:
    """The comma before the apposition that ends with a verb of denying, right behind a name."""
    if cue(tokens, verb) is None or tokens.pos[verb + 1 : verb + 2] not in (["PUNCT"], []):
        return None
    noun = verb - 1
    while noun > verb - 1 - _MOST_NAME and noun > 1 and tokens.pos[noun] == "PROPN":
        noun -= 1
    named = noun < verb - 1
    noun -= tokens.lower[noun] == "the"
    opens = noun > 1 and tokens.lower[noun - 1] in ("a", "an") and tokens.text[noun - 2] == ","
    return noun - 2 if named and opens and tokens.lemma[noun] in NOUNS else None


def cue(tokens: Tokens, verb: int) -> Cue | None:
    """The verb of denying that a word in -s is, also where it was taken for a plural."""
    word = tokens.lower[verb]
    if not word.endswith("s"):
        return None
    found = (VERBS.get(lemma) for lemma in (tokens.lemma[verb], word[:-1], word[:-2]))
    return next((known for known in found if known is not None and known.stance == "denies"), None)
