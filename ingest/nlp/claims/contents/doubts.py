"""What somebody doubts: "voiced doubt that it fell", "cast doubt on the report"."""

from __future__ import annotations

from ingest.nlp import clauses, subjects
from ingest.nlp.claims.contents import noun_clauses
from ingest.nlp.claims.items import Reported
from ingest.nlp.speech import NOUNS, Cue
from ingest.nlp.tokens import Tokens

VERBS = frozenset(("express", "voice", "raise", "cast", "throw", "have", "harbour", "harbor"))
_DOUBTS = frozenset(("doubt", "scepticism", "skepticism", "misgiving"))
_ABOUT = frozenset(("about", "on", "over", "of", "regarding", "as"))
_ASKING = frozenset(("whether", "if"))
_CUE = Cue("doubt", frozenset(("clause",)), frozenset(), "hedges", "hypothetical")


def at_verb(tokens: Tokens, verb: int, limit: int) -> Reported | None:
    """Whoever doubts, with the content of the doubt, where the verb at `verb` expresses one."""
    speaker, span = subjects.subject(tokens, verb), _content(tokens, verb, limit)
    if speaker is None or span is None:
        return None
    return Reported(*span, verb, _CUE, speaker, "doubt")


def is_doubted(tokens: Tokens, noun: int) -> bool:
    """Whether doubt is cast on the claim a noun names, which then has its doubter for a speaker."""
    about = tokens.heads[noun]
    verb = tokens.heads[about]
    if tokens.dep[noun] != "pobj" or tokens.lower[about] not in _ABOUT:
        return False
    verb = tokens.heads[verb] if tokens.lemma[verb] in _DOUBTS else verb
    doubted = tokens.child(verb, "dobj") if tokens.lemma[verb] in VERBS else None
    return doubted is not None and tokens.lemma[doubted] in _DOUBTS


def _content(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """What is doubted behind a verb that expresses a doubt: a clause, a claim's clause or a thing.

    Who has "no doubt that it fell" doubts nothing.
    """
    noun = tokens.child(verb, "dobj") if tokens.lemma[verb] in VERBS else None
    if noun is None or noun < verb or tokens.lemma[noun] not in _DOUBTS:
        return None
    if "no" in tokens.lower[tokens.lefts[noun] : noun] or clauses.is_negated(tokens, verb):
        return None
    if (clause := noun_clauses.complement(tokens, noun, limit)) is not None:
        return clause
    about = noun + 1
    if about + 1 >= limit or tokens.lower[about] not in _ABOUT:
        return None
    thing = tokens.child(about, "pobj")
    if thing is None:
        asked = next((i for i in (about + 1, about + 2) if tokens.lower[i] in _ASKING), None)
        return clauses.trimmed(tokens, asked + 1, limit) if asked is not None else None
    if tokens.lemma[thing] in NOUNS:
        told = noun_clauses.complement(tokens, thing, limit)
        if told is not None:
            return told
    return clauses.trimmed(tokens, about + 1, min(limit, tokens.rights[thing] + 1))
