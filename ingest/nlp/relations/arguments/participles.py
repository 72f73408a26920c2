"""Whom participles behind commas describe, where the parse hangs them on the nearest noun.

"X is armed by A, financed by B and led by C" and "X, Y, owned by A, and Z".
"""

from __future__ import annotations

from ingest.nlp.findings import BODIES, Findings
from ingest.nlp.tokens import Tokens

_NAMING_WORDS = frozenset({"DET", "ADJ", "NOUN"})  # "the radio station X"
_MOST_WORDS = 5  # from a comma to the name of "the independent radio station X"
_MOST_LISTED = 8


def in_series(tokens: Tokens, participle: int) -> int | None:
    """The verb whose noun a later one of three passives shares with it.

    "armed" for "financed" and "led" in "is armed by A, financed by B and led by C".
    """
    first = participle
    while tokens.dep[first] == "conj" and tokens.tag[first] == "VBN":
        first = tokens.heads[first]
    agent = tokens.heads[first]
    if tokens.dep[first] != "acl" or not _goes_on(tokens, first):
        return None
    while tokens.dep[agent] in ("conj", "appos"):
        agent = tokens.heads[agent]
    by = tokens.heads[agent]
    return tokens.heads[by] if tokens.dep[by] == "agent" else None


def _goes_on(tokens: Tokens, participle: int) -> bool:
    """Whether a participle behind a comma is followed by more of its kind, up to "and"."""
    by = tokens.child(participle, "agent")
    if tokens.text[participle - 1] != "," or by is None:
        return False
    joined = tokens.child(participle, "conj")
    if joined is not None and tokens.child(joined, "agent") is not None:
        return tokens.tag[joined] == "VBN"
    agent = tokens.child(by, "pobj")
    below = [] if agent is None else tokens.children[agent]
    return any(tokens.dep[c] == "acl" and _goes_on(tokens, c) for c in below)


def behind_phrase(tokens: Tokens, participle: int) -> int | None:
    """The foundation in "works at X, a foundation based in Y and financed by Z".

    The parse joins "financed" to "works", which is no passive.
    """
    verb, joint = tokens.heads[participle], participle - 1
    if tokens.dep[participle] != "conj" or tokens.lower[joint] != "and" or joint <= verb:
        return None
    if tokens.child(verb, "auxpass") is not None or tokens.tag[verb] == "VBN":
        return None
    for other in range(joint - 1, verb, -1):
        if tokens.tag[other] == "VBN" and tokens.dep[other] == "acl":
            return tokens.heads[other] if tokens.rights[other] + 1 == joint else None
    return None


def included(found: Findings, noun: int) -> list[int]:
    """X in "the parties sanctioned by Kenya include X", who are some of them; else none."""
    tokens = found.tokens
    verb = tokens.heads[noun]
    plural = tokens.tag[noun] == "NNS" or tokens.lower[noun] == "those"
    if not plural or tokens.dep[noun] != "nsubj" or tokens.lemma[verb] != "include":
        return []
    first = tokens.child(verb, "dobj")
    return [first] if first is not None and found.holder[first] is not None else []


def within_list(found: Findings, participle: int) -> tuple[int, int] | None:
    """The last tokens of Y and Z in "X, Y, owned by A, and Z", by the token "owned"."""
    tokens, holder, comma = found.tokens, found.holder, participle - 1
    if participle < 2 or tokens.tag[participle] != "VBN" or tokens.text[comma] != ",":
        return None
    by = tokens.child(participle, "agent")
    agent = tokens.child(by, "pobj") if by is not None else None
    doer = holder[agent] if agent is not None else None
    described = _name_at(found, participle - 2)
    if doer is None or not described or tokens.lower[doer.end : doer.end + 2] != [",", "and"]:
        return None
    first = holder[participle - 2]
    opening = first.start - 1 if first is not None else 0
    while opening > 0 and tokens.pos[opening] in _NAMING_WORDS and comma - opening <= _MOST_WORDS:
        opening -= 1
    if opening < 1 or tokens.text[opening] != "," or not _name_at(found, opening - 1):
        return None
    last = _next_name(found, doer.end + 2)
    return None if last is None else (participle - 2, last)


def listed_around(found: Findings, head: int) -> list[int]:
    """Y and Z of "X, Y, owned by A, and Z" by the last token of X."""
    mention, listed, tokens = found.holder[head], list[int](), found.tokens
    at = mention.end if mention is not None else len(tokens)
    while at + 1 < len(tokens) and tokens.text[at] == "," and len(listed) < _MOST_LISTED:
        if tokens.tag[at + 1] == "VBN":
            parts = within_list(found, at + 1) if listed else None
            return [] if parts is None else [*listed, parts[1]]
        name = _next_name(found, at + 1)
        if name is None:
            return []
        listed.append(name)
        at = name + 1
    return []


def _next_name(found: Findings, at: int) -> int | None:
    """The last token of the body named here, words for what it is passed over."""
    tokens = found.tokens
    for index in range(at, min(len(tokens), at + _MOST_WORDS)):
        mention = found.holder[index]
        if mention is not None:
            return mention.end - 1 if _name_at(found, mention.end - 1) else None
        if tokens.pos[index] not in _NAMING_WORDS:
            return None
    return None


def _name_at(found: Findings, index: int) -> bool:
    """Whether a name of a body ends with this token."""
    mention = found.holder[index]
    whole = mention is not None and mention.kind == "name" and mention.end == index + 1
    return whole and mention is not None and found.type_of(mention.entity) in BODIES
