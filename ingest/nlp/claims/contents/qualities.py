"""What somebody or something is said to be behind "as": "described it as a trap"."""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.claims.contents import adjuncts, called, extent
from ingest.nlp.marks import DOUBLE_OPENING
from ingest.nlp.speech import CARRIERS, Cue
from ingest.nlp.tokens import Tokens

_GROUNDS = frozenset(
    ("source", "reason", "example", "evidence", "proof", "author", "inspiration", "authority")
)  # fmt: skip


def lists(tokens: Tokens, verb: int, cue: Cue) -> bool:
    """Whether a document says what somebody is: "the report cites Lantern as a key player".

    Whom it cites as a source, or "as saying", it lets speak.
    """
    subject, named = tokens.child(verb, "nsubj"), tokens.child(verb, "dobj")
    as_ = tokens.child(verb, "prep")
    told = tokens.child(as_, "pobj") if as_ is not None and tokens.lower[as_] == "as" else None
    if cue.lemma != "cite" or subject is None or named is None or told is None:
        return False
    document = tokens.lemma[subject] in CARRIERS and tokens.pos[named] == "PROPN"
    return document and tokens.pos[told] == "NOUN" and tokens.lemma[told] not in _GROUNDS


def content(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """As in "described it as a trap"."""
    first = adjuncts.past_time(tokens, verb, limit)
    for index in range(verb + 1, min(limit - 1, verb + 16)):
        if tokens.lower[index] == "as" and tokens.pos[index] in ("ADP", "SCONJ", "ADV"):
            if tokens.heads[index] != verb and tokens.dep[index] not in ("prep", "mark", "advmod"):
                continue
            marked = tokens.text[index + 1] in DOUBLE_OPENING
            behind = index == first
            if behind and called.told_behind(tokens, index) is not None:
                return None
            if behind and (whole := _before(tokens, verb, index, limit)) is not None:
                return whole
            if behind and tokens.pos[index + 1 + marked] == "ADJ":
                # "described as harmful the plans to leave"
                end = extent.clause_end(tokens, verb, index + 1, index, limit, clause=False)
                return clauses.trimmed(tokens, index + 1, min(end, tokens.rights[index] + 1))
            if behind or tokens.lower[index - 1] in ("such", "well", "as"):
                return None
            if tokens.dep[index] == "mark" and tokens.child(tokens.heads[index], "nsubj"):
                return None
            reflexive = tokens.lower[verb + 1].endswith(("self", "selves"))
            quoted = any(t in DOUBLE_OPENING for t in tokens.text[index + 1 : index + 3])
            if (reflexive and not quoted) or tokens.lower[index + 1] in ("if", "though", "well"):
                return None
            under = tokens.heads[index] if tokens.dep[index] == "advmod" else index
            end = extent.past_hyphen(tokens, max(tokens.rights[under] + 1, index + 2))
            end = extent.clause_end(tokens, verb, verb + 1, verb, min(limit, end), clause=False)
            end = extent.past_quotation(tokens, index, min(end, limit), limit)
            start = verb + 1 + (tokens.lower[verb + 1] == "to")  # "referred to them as militants"
            return clauses.trimmed(tokens, start, end)
        if tokens.text[index] in (";", ":"):
            return None
    return None


def _before(tokens: Tokens, verb: int, as_: int, limit: int) -> tuple[int, int] | None:
    """As in "described as a trick the pact signed by Ghana", where what is so called follows."""
    noun, called = tokens.child(verb, "dobj"), tokens.child(as_, "pobj")
    if noun is None or called is None or not called < noun < limit:
        return None
    told = tokens.lefts[noun] == called + 1 and tokens.lower[noun + 1] != "that"
    return clauses.trimmed(tokens, as_ + 1, min(limit, tokens.rights[noun] + 1)) if told else None
