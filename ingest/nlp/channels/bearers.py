"""Whom a count is counted for, by the parse.

The words before a count do not always end with its bearer: "WarGonzo, a project of Pegov with 9,000
readers", "Simonyan, the head of RT, whose channel has 9,000 readers".
"""

from __future__ import annotations

from ingest.nlp import subjects
from ingest.nlp.channels import kinds
from ingest.nlp.channels.audience import Audience
from ingest.nlp.speech import HUMANS, WALKS
from ingest.nlp.tokens import Tokens

_INSIDE = frozenset(("nummod", "quantmod", "compound", "amod", "npadvmod", "nmod"))
_PREPOSITIONS = frozenset(("with", "of", "by", "at", "to"))
_VERBS = frozenset(("VERB", "AUX"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_SUBJECTS = ("nsubj", "nsubjpass")
_ADDED_UP = frozenset(("combined", "cumulative", "collective", "joint"))
_TALLYING = frozenset(("find", "identify", "estimate", "tally", "detect", "trace", "survey"))
_RELATIVE = ("relcl", "acl")


def bearer(tokens: Tokens, size: Audience) -> int | None:
    """The noun, name or superlative a count belongs to; None where the parse does not tell."""
    last = size.end - 1
    index = next(
        (
            i
            for i in range(last, size.start - 1, -1)
            if not size.start <= tokens.heads[i] <= last and tokens.pos[i] != "ADP"
        ),
        last,
    )
    if tokens.pos[index] in _VERBS and tokens.dep[index] != "pobj":
        return _of_verb(tokens, index)  # "whose audience exceeds 3 million"
    for _ in range(3):
        head = tokens.heads[index]
        beside = tokens.dep[index] == "conj" and tokens.child(head, "nummod") is not None
        if tokens.dep[index] not in _INSIDE and not beside:
            break
        index = head  # of "2 million views and 9,000 subscribers" the former
    head = tokens.heads[index]
    if tokens.dep[index] == "pobj" and tokens.lower[head] in _PREPOSITIONS:
        index, head = head, tokens.heads[head]
        if tokens.pos[head] in _NOUNS:
            return outermost(tokens, head)
    elif tokens.dep[index] not in ("dobj", "attr", *_SUBJECTS):
        return None
    return _of_verb(tokens, head) if tokens.pos[head] in _VERBS else None


def is_thing(tokens: Tokens, noun: int, size: Audience) -> bool:
    """Whether "which" takes up the noun before a count, so that it names nobody."""
    between = range(noun + 1, min(size.start, noun + 4))
    return any(tokens.lower[i] == "which" for i in between)


def is_several(tokens: Tokens, noun: int, size: Audience) -> bool:
    """Whether a count is of several together: "These channels have over 17,000 subscribers"."""
    if not {")", "]"}.isdisjoint(tokens.text[noun : size.start]):
        return False  # the noun of an aside
    if one_of(tokens, noun) is not None:
        return False
    if tokens.pos[noun] == "NUM":  # "Two of the channels"
        of = tokens.child(noun, "prep")
        noun = tokens.child(of, "pobj") or noun if of is not None else noun
    return tokens.tag[noun] == "NNS" and tokens.lower[noun] in kinds.TRIGGERS


def one_of(tokens: Tokens, noun: int) -> int | None:
    """Lantern in "Lantern, one of the largest channels with 9,000 readers", which has them."""
    of = tokens.heads[noun]
    one = tokens.heads[of]
    apposed = tokens.lower[one : one + 2] == ["one", "of"] and tokens.dep[one] == "appos"
    return tokens.heads[one] if apposed and tokens.dep[noun] == "pobj" else None


def is_of_none(tokens: Tokens, size: Audience) -> bool:
    """Whether a count is no single one's audience: others counted it, or it adds up several."""
    return _is_sum(tokens, size) or _is_tallied(tokens, size)


def _is_sum(tokens: Tokens, size: Audience) -> bool:
    """Whether a count adds up several: "Lantern and Kettle have a combined 9,000 followers"."""
    return not _ADDED_UP.isdisjoint(tokens.lower[max(0, size.start - 2) : size.start])


def _is_tallied(tokens: Tokens, size: Audience) -> bool:
    """Whether somebody looked whose readers they are: "The analyst Popko found 9,000 followers"."""
    counted = next((i for i in range(size.start, size.end) if tokens.dep[i] == "dobj"), None)
    verb = tokens.heads[counted] if counted is not None else None
    subject = subjects.subject(tokens, verb) if verb is not None else None
    if verb is None or subject is None:
        return False
    called = [subject, *tokens.children[subject]]
    if tokens.lemma[verb] == "count":  # as bloggers do their own
        return any(WALKS.get(tokens.lemma[i]) == "learning" for i in called)
    human = tokens.ent[subject] == "PERSON" or tokens.lemma[subject] in HUMANS
    return human and tokens.lemma[verb] in _TALLYING


def whose(tokens: Tokens, noun: int) -> int | None:
    """Whom a noun's "whose" takes up: Simonyan in "Simonyan, the head of RT, whose channel"."""
    verb = tokens.heads[noun]
    if tokens.pos[verb] in _VERBS and tokens.dep[verb] in _RELATIVE:
        return outermost(tokens, tokens.heads[verb])
    return None


def _of_verb(tokens: Tokens, verb: int) -> int | None:
    for _ in range(3):
        if tokens.dep[verb] != "conj" or tokens.child(verb, *_SUBJECTS) is not None:
            break
        verb = tokens.heads[verb]
    if tokens.dep[verb] in _RELATIVE:
        return outermost(tokens, tokens.heads[verb])
    subject = subjects.subject(tokens, verb)
    return None if subject is None else outermost(tokens, subject)


def outermost(tokens: Tokens, noun: int) -> int:
    """What a noun in apposition explains: WarGonzo for the project of "WarGonzo, a project"."""
    for _ in range(3):
        if tokens.dep[noun] != "appos" or tokens.pos[tokens.heads[noun]] not in _NOUNS:
            break
        noun = tokens.heads[noun]
    return noun
