"""People without a name whom a text brings in, so that "he" is nobody named before."""

from __future__ import annotations

from ingest.nlp import gender
from ingest.nlp.findings import Findings
from ingest.nlp.lexicon import words
from ingest.nlp.speech import HUMANS

_NEW = frozenset(("a", "an", "another"))


def between(found: Findings, start: int, pronoun: int, *, female: bool) -> bool:
    """Whether somebody new acts between a name and a pronoun: "A man left Togo. He came ...".

    Whoever speaks ("A neighbour said he left") need not speak of himself; and who goes on to speak
    ("..., he said") is one who spoke before.
    """
    tokens, tells = found.tokens, words("speech_verb")
    if tokens.dep[pronoun] == "nsubj" and tokens.lemma[tokens.heads[pronoun]] in tells:
        return False
    for noun in range(start, pronoun):
        acts = tokens.dep[noun] in ("nsubj", "nsubjpass") and tokens.tag[noun] == "NN"
        if not acts or tokens.lemma[noun] not in HUMANS or found.holder[noun] is not None:
            continue
        phrase = tokens.lower[tokens.lefts[noun] : noun + 1]
        suits = gender.of_words(phrase) in (None, "female" if female else "male")
        speaks = tokens.lemma[tokens.heads[noun]] in tells
        named = tokens.child(noun, "appos") is not None
        if phrase[0] in _NEW and suits and not speaks and not named:
            return True
    return False
