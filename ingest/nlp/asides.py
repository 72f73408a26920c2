"""Subjects that the parse does not see for what stands between them and their verb."""

from __future__ import annotations

from ingest.nlp.tokens import Tokens

_MOST_ASIDE = 9


def inserted(tokens: Tokens, verb: int, own: int) -> int | None:
    """Popko in "The dam, Ivan Popko told them, was falling", read as a name of the dam's.

    A name that explains a noun has a comma behind it as well.
    """
    name = verb - 1
    if name <= own or tokens.dep[name] != "appos" or tokens.heads[name] != own:
        return None
    before = tokens.lefts[name] - 1
    return name if tokens.text[before] == "," and tokens.pos[name] == "PROPN" else None


def before_aside(tokens: Tokens, verb: int) -> int | None:
    """The noun before a verb, an age or a phrase between commas passed over."""
    index = verb - 1
    if tokens.text[index] == ",":
        low = max(0, index - _MOST_ASIDE)
        index = next((i for i in range(index - 1, low, -1) if tokens.text[i] == ","), index) - 1
    return index if tokens.pos[index] in ("NOUN", "PROPN", "PRON") else None


def is_participle(tokens: Tokens, own: int) -> bool:
    """Whether what is parsed as a subject is a participle: "Writing on X, Popko denied it"."""
    if tokens.dep[own] == "csubj":
        return tokens.tag[own] in ("VBG", "VBN")
    return tokens.tag[own] == "VBG" and tokens.pos[own] == "VERB" and tokens.text[own][0].isupper()


def behind_opening(tokens: Tokens, verb: int) -> int | None:
    """The official in "As scores of people fled, an official called it a lie and said".

    The parse takes the opening clause for the main one and the official for the people.
    """
    head = tokens.heads[verb]
    mark = tokens.child(head, "mark")
    own = tokens.child(head, "nsubj")
    if tokens.dep[verb] != "conj" or tokens.heads[head] != head or mark is None or own is None:
        return None
    behind = (c for c in tokens.children[own] if tokens.dep[c] == "appos" and head < c < verb)
    return next(behind, None) if mark == tokens.sents[tokens.sent_of[verb]][0] else None
