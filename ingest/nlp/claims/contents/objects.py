"""Contents that are the object of a verb: "denied its part in it", "stated the need to leave"."""

from __future__ import annotations

from ingest.nlp import clauses, subjects
from ingest.nlp.claims.contents import extent, noun_clauses
from ingest.nlp.marks import OPENING_QUOTES
from ingest.nlp.speech import (
    ATTITUDES,
    BODIES,
    DEEDS,
    HAPPENINGS,
    HUMANS,
    INSTITUTIONS,
    NOUNS,
    VOICES,
    Cue,
)
from ingest.nlp.tokens import Tokens

_KNOWN = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their", "such"))
_PART = frozenset(("role", "part", "hand", "involvement", "participation", "complicity"))
_GUILT = frozenset(("responsibility", "wrongdoing", "guilt", "culpability", "liability", "blame"))
_OWNED_UP = frozenset(("responsibility", "credit"))
_NOBODY = frozenset(("no", "nobody", "none", "neither"))
_ARTICLES = frozenset(("a", "an", "another"))
_ENDING = frozenset(("PUNCT", "CCONJ", "SPACE"))  # what may stand behind "as legal"
_FEWEST_HELD = 3  # tokens of "solidarity with miners"


def content(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """The object of a verb as far as the verb's frames let it stand for what somebody says."""
    object_ = tokens.child(verb, "dobj")
    if object_ is None or object_ < verb or tokens.pos[object_] in ("PRON", "DET"):
        return None
    if "defended" in cue.frames:
        return _defended(tokens, verb, object_, limit)
    if "estimate" in cue.frames and (span := _estimate(tokens, verb, object_, limit)):
        return span
    if cue.lemma == "dismiss" and _is_staff(tokens, object_):
        return None
    if cue.lemma == "claim" and tokens.lemma[object_] in _OWNED_UP:
        return _owned_up(tokens, verb, object_, limit)
    span = _phrase(tokens, verb, object_, cue, limit)
    if span is None or "object" in cue.frames:
        return span
    if "quoted_object" in cue.frames and any(
        tokens.text[i] in OPENING_QUOTES for i in range(*span)
    ):
        return span
    if "attitude" in cue.frames and tokens.lemma[object_] in ATTITUDES:
        told = span[1] > object_ + 1  # "voiced the government's concerns" tells none of them
        return span if told and span[1] - span[0] >= _FEWEST_HELD else None
    if "new_object" not in cue.frames or tokens.pos[object_] != "NOUN":
        return None
    if tokens.lemma[object_] in HAPPENINGS and tokens.lower[object_ + 1] == "of":
        return span
    return span if _is_new(tokens, cue, span[0]) else None


def promised(tokens: Tokens, verb: int, to: int) -> int | None:
    """Where the thing begins that is promised in order to do something: "promised jobs to end it".

    Whom somebody promises to do something is no part of what he promises.
    """
    thing = tokens.child(verb, "dobj")
    if thing is None or not verb < thing < to or tokens.pos[thing] != "NOUN":
        return None
    return None if _is_staff(tokens, thing) else max(verb + 1, tokens.lefts[thing])


def deed(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """Something new that somebody would have done: "suggested a strike on the port".

    What no person suggests is likely to come: "reports suggesting an invasion".
    """
    object_ = tokens.child(verb, "dobj")
    if "deed" not in cue.frames or object_ is None or object_ < verb:
        return None
    new = tokens.lower[tokens.lefts[object_]] in _ARTICLES and tokens.lemma[object_] in DEEDS
    if not new or (cue.lemma == "suggest" and not _is_persons(tokens, verb)):
        return None
    return _phrase(tokens, verb, object_, cue, limit)


def _is_persons(tokens: Tokens, verb: int) -> bool:
    """Whether a name, "he" or a noun for people is the subject of a verb."""
    who = tokens.child(verb, "nsubj")
    named = who is not None and tokens.pos[who] in ("PROPN", "PRON")
    return who is not None and (named or tokens.lemma[who].lower() in HUMANS)


def _owned_up(tokens: Tokens, verb: int, object_: int, limit: int) -> tuple[int, int] | None:
    """The deed in "claimed responsibility for the raid"; where nobody claims it, none."""
    subject = subjects.subject(tokens, verb)
    for_ = object_ + 1
    if tokens.lower[for_ : for_ + 1] != ["for"] or subject is None:
        return None
    if tokens.lower[tokens.lefts[subject]] in _NOBODY:
        return None
    end = extent.clause_end(tokens, verb, for_ + 1, for_, limit, clause=False)
    return clauses.trimmed(tokens, for_ + 1, min(end, tokens.rights[for_] + 1))


def _is_staff(tokens: Tokens, object_: int) -> bool:
    """Whether who is dismissed loses an office: "dismissed the minister", "the cabinet"."""
    lemma = tokens.lemma[object_].lower()
    return lemma in HUMANS | INSTITUTIONS | VOICES or lemma in BODIES


def _is_new(tokens: Tokens, cue: Cue, start: int) -> bool:
    """Whether a noun phrase brings in something: "reported attacks", "announced a battle"."""
    if cue.lemma == "announce":
        return tokens.lower[start] in _ARTICLES
    return cue.lemma == "report" and tokens.lower[start] not in _KNOWN


def _phrase(
    tokens: Tokens, verb: int, object_: int, cue: Cue, limit: int
) -> tuple[int, int] | None:
    """As in "denied its involvement in the raid": a long noun phrase or its that-clause."""
    if tokens.lemma[object_] in NOUNS and (
        clause := noun_clauses.complement(tokens, object_, limit)
    ):
        return clause
    start, end = max(verb + 1, tokens.lefts[object_]), min(limit, tokens.rights[object_] + 1)
    beside = end < limit and tokens.heads[end] == verb and tokens.dep[end] == "prep"
    part = tokens.lower[end : end + 1] == ["in"] and tokens.lemma[object_] in _PART
    part = part or ("attitude" in cue.frames and tokens.lemma[object_] in ATTITUDES)
    if beside and (part or tokens.lower[end] in ("to", "of")) and end == object_ + 1:
        end = min(limit, tokens.rights[end] + 1)  # "confirmed a halt to firing"
    end = extent.clause_end(tokens, verb, start, object_, end, clause=False)
    bare = cue.stance == "denies" or cue.modality == "hypothetical"
    guilt = cue.stance == "denies" and tokens.lemma[object_] in _PART | _GUILT
    fewest = 1 if cue.lemma == "blame" or guilt else 2 if bare else 3
    return clauses.trimmed(tokens, start, end) if end - start >= fewest else None


def _defended(tokens: Tokens, verb: int, object_: int, limit: int) -> tuple[int, int] | None:
    """As in "defended the raid as legal", not "defended the town as reserves of the army"."""
    for index in range(object_ + 1, min(limit - 2, tokens.rights[verb] + 1)):
        if tokens.lower[index] == "as":
            plain = tokens.tag[index + 1] == "JJ" and tokens.pos[index + 2] in _ENDING
            if not plain and OPENING_QUOTES.isdisjoint(tokens.text[index + 1 : index + 3]):
                return None
            end = extent.clause_end(tokens, verb, verb + 1, index, limit, clause=False)
            return clauses.trimmed(tokens, verb + 1, end)
        if tokens.pos[index] == "VERB":
            return None
    return None


def _estimate(tokens: Tokens, verb: int, object_: int, limit: int) -> tuple[int, int] | None:
    """As in "put the death toll at four"."""
    if tokens.pos[object_] != "NOUN":
        return None
    for index in range(object_ + 1, min(limit - 1, object_ + 6)):
        if tokens.lower[index] == "at":
            counted = any(tokens.pos[i] == "NUM" for i in range(index + 1, min(limit, index + 5)))
            end = extent.clause_end(tokens, verb, verb + 1, object_, limit, clause=False)
            return clauses.trimmed(tokens, verb + 1, end) if counted else None
    return None
