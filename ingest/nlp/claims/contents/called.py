"""What is called something before it is told: "dismissed as “a lie” reports that it fell"."""

from __future__ import annotations

from dataclasses import replace

from ingest.nlp.claims.contents.falsehoods import DISMISSALS
from ingest.nlp.marks import DOUBLE_CLOSING, DOUBLE_OPENING
from ingest.nlp.speech import NOUN_FORMS, NOUNS, VERBS, Cue
from ingest.nlp.tokens import Tokens

_MOST_CALLED = 12  # tokens from "as" to "reports"
_BEFORE_NOUN = frozenset(("DET", "ADJ", "NOUN", "PROPN"))
_MOST_BEFORE_NOUN = 3  # words of "the latest media" before "reports"


def naming(tokens: Tokens, noun: int) -> tuple[int, Cue] | None:
    """The verb that calls nonsense what a noun stands for, and how it does."""
    for as_ in range(noun - 2, max(0, noun - _MOST_CALLED), -1):
        if tokens.lower[as_] != "as" or told_behind(tokens, as_) != noun:
            continue
        known = VERBS.get(tokens.lemma[as_ - 1])
        if known is None or known.stance in ("denies", "mocks"):
            return (as_ - 1, known) if known is not None else None
        nonsense = not DISMISSALS.isdisjoint(tokens.lower[as_:noun])
        return (as_ - 1, replace(known, stance="denies", modality="denied")) if nonsense else None
    return None


def told_behind(tokens: Tokens, as_: int) -> int | None:
    """The noun with a clause behind what something is called: "as a lie, media reports that".

    A comma or a closing mark parts the two.
    """
    last = min(len(tokens) - 1, as_ + _MOST_CALLED)
    marks = (i for i in range(as_ + 2, last) if tokens.text[i] in DOUBLE_CLOSING)
    quoted = not DOUBLE_OPENING.isdisjoint(tokens.text[as_ + 1 : as_ + 3])
    noun = next(marks, last) if quoted else tokens.rights[as_] + 1
    parted = False
    while noun < last and (tokens.text[noun] in DOUBLE_CLOSING or tokens.text[noun] == ","):
        parted, noun = True, noun + 1
    last = min(last, noun + _MOST_BEFORE_NOUN)
    while noun < last and tokens.lower[noun + 1] != "that":
        if tokens.pos[noun] not in _BEFORE_NOUN:
            return None
        noun += 1
    told = tokens.lower[noun + 1 : noun + 2] == ["that"] and is_told(tokens, noun)
    return noun if parted and told else None


def is_told(tokens: Tokens, word: int) -> bool:
    """Whether a word is a noun of something told, also where "reports" is taken for a verb."""
    noun = tokens.pos[word] == "NOUN" and tokens.lemma[word] in NOUNS
    return noun or (tokens.tag[word] == "VBZ" and tokens.lower[word] in NOUN_FORMS)
