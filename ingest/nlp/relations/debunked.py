"""What a text calls untrue or leaves unconfirmed: "rejected claims that", "it is a lie that".

Words are in data/en/modality.yaml.
"""

from __future__ import annotations

from functools import partial

from graph.model import Modality
from ingest.nlp.lexicon import listed
from ingest.nlp.tokens import Tokens

_NONE = frozenset({"nobody", "none", "no", "neither"})
_CLAUSES = frozenset({"acl", "relcl", "prep"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_words = partial(listed, "modality")


def said_of_noun(tokens: Tokens, noun: int, clause: int) -> Modality | None:
    """What becomes of the clause of a noun where somebody rejects what the noun names.

    As in "rejected claims that", "the story that ... is fake" and "the false claim that"; None
    where nobody does.
    """
    if tokens.dep[clause] not in _CLAUSES or _explains(tokens, clause):
        return None
    head = tokens.heads[noun]
    if tokens.tag[clause] == "VB" and tokens.child(noun, "poss") is not None:
        return None  # "rejected Quill's bid to visit Togo": he wished it all the same
    if tokens.lemma[noun] in _words("false"):
        return None if _negated(tokens, noun) or _negated(tokens, head) else "denied"
    if any(tokens.dep[c] == "amod" and tokens.lower[c] in _words("untrue")
           for c in tokens.children[noun]):  # fmt: skip
        return "denied"
    while tokens.dep[noun] == "conj":  # "rejected reports and claims that"
        noun, head = head, tokens.heads[head]
    if tokens.dep[noun] not in _SUBJECTS | {"dobj"} or _negated(tokens, head):
        return None
    if tokens.lemma[head] in _words("rejecting"):
        return "denied" if tokens.dep[noun] != "nsubj" else None
    predicate = tokens.child(head, "acomp", "attr") if tokens.dep[noun] == "nsubj" else None
    called = predicate is not None and tokens.lemma[head] in ("be", "prove", "remain")
    if called and predicate is not None and not _negated(tokens, predicate):
        untrue = {tokens.lower[predicate], tokens.lemma[predicate]} & _words("untrue")
        return "denied" if untrue else None
    return None


def said_of_clause(tokens: Tokens, verb: int, clause: int) -> Modality | None:
    """What a verb makes of its that-clause: "it is not true that", "nobody believes that".

    What somebody would not confirm and what is not certain is left alleged. None where the verb
    says neither.
    """
    lemma = tokens.lemma[verb]
    if tokens.dep[clause] not in ("ccomp", "acl", "relcl", "advcl"):
        return None
    if lemma == "be":
        predicate = tokens.child(verb, "acomp", "attr")
        if predicate is None or tokens.child(clause, "mark") is None:
            return None
        negated = _negated(tokens, verb) or _negated(tokens, predicate)
        if tokens.lower[predicate] in ("true", "so", "correct", "case"):
            return "denied" if negated else None
        if tokens.lower[predicate] in _words("certain"):
            return "alleged" if negated else None
        false = {tokens.lower[predicate], tokens.lemma[predicate]} & _words("false")
        return "denied" if false and not negated else None
    if lemma in _words("confirming"):
        above = tokens.heads[verb]
        shy = tokens.dep[verb] == "xcomp" and tokens.lemma[above] in (
            "decline", "refuse", "fail", "unable", "unwilling",
        )  # fmt: skip
        return "alleged" if shy or _negated(tokens, verb) else None
    subject = tokens.child(verb, "nsubj")
    nobody = subject is not None and _is_nobody(tokens, subject)
    return "denied" if nobody and lemma in _words("believing") else None


def _is_nobody(tokens: Tokens, noun: int) -> bool:
    return any(tokens.lower[i] in _NONE for i in (noun, *tokens.children[noun]))


def _negated(tokens: Tokens, index: int) -> bool:
    """Whether a word has "not", "never" or "no" with it, or nobody for its subject."""
    for child in tokens.children[index]:
        if tokens.dep[child] == "neg" or tokens.lower[child] in ("no", "never", "hardly"):
            return tokens.lower[child + 1 : child + 2] != ["only"]
        if tokens.dep[child] in _SUBJECTS and _is_nobody(tokens, child):
            return True
    return False


def _explains(tokens: Tokens, clause: int) -> bool:
    """Whether a relative clause only tells of its noun: "the report that supports Kenya"."""
    if tokens.dep[clause] != "relcl":
        return False
    that = tokens.lefts[clause]
    if tokens.lower[that] != "that" or tokens.dep[that] in _SUBJECTS:
        return True
    behind = [c for c in tokens.children[clause] if c > clause]
    return not any(tokens.dep[c] in ("dobj", "prep", "dative", "attr") for c in behind)
