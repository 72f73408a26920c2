"""Names behind a noun that says whose side they are on: "the Kenya-backed militia in Togo, X,".

What stands right before a name ("Kenya-backed X") is read in `apposition`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from graph.vocabulary import load_vocabulary
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.lexicon import load
from ingest.nlp.relations.arguments.origins import HYPHENS
from ingest.nlp.relations.patterns.matching import Match

_TYPES = frozenset({"Organization", "ArmedGroup", "Channel"})
_RELATIONS = frozenset({"supports", "affiliated_with", "located_in"})
_OPENING = frozenset({",", "—", "–", ":", "("})
_CLOSING = frozenset({",", "—", "–", ".", ";", ")"})
_MOST_NOUNS = 4  # words of "militant group" between the participle and the pause
_MOST_LISTED = 12


def matches(found: Findings) -> Iterator[Match]:
    """A relation for every name that such a noun is explained by."""
    relation_of, tokens = _participles(), found.tokens
    for side in found.in_order():
        at = side.end + 1
        told = relation_of.get(tokens.lower[at]) if at < len(tokens) else None
        if told is None or side.kind == "coref" or tokens.text[side.end] not in HYPHENS:
            continue
        relation, forward = told
        type_ = load_vocabulary().relationship(relation.upper())
        for name in _explaining(found, at + 1):
            source, target = (side, name) if forward else (name, side)
            fits = found.type_of(source.entity) in type_.sources
            if fits and found.type_of(target.entity) in type_.targets:
                yield Match(
                    relation, source.entity, target.entity, side.start, side.start,
                    last=name.end - 1, stative=True,
                )  # fmt: skip


@lru_cache(maxsize=1)
def _participles() -> dict[str, tuple[str, bool]]:
    """What "backed" and its like say, and whether of who stands before it to who stands behind."""
    return {
        participle: (relation, direction == "forward")
        for direction, relations in load("compounds").items()
        for relation, participles in relations.items()
        if relation in _RELATIONS
        for participle in participles
    }


def _explaining(found: Findings, start: int) -> list[Mention]:
    """The names behind a noun phrase and a pause: one for a singular noun, a list for a plural."""
    tokens, at = found.tokens, start
    while at < len(tokens) and at - start < _MOST_NOUNS and found.holder[at] is None:
        if tokens.pos[at] not in ("NOUN", "ADJ"):
            break
        at += 1
    plural = tokens.tag[at - 1] == "NNS"
    if at == start or tokens.pos[at - 1] != "NOUN":
        return []
    if tokens.lower[at : at + 1] == ["in"]:
        at += 1 + (tokens.lower[at + 1 : at + 2] == ["the"])
        where = found.holder[at] if at < len(tokens) else None
        at = where.end if where is not None and where.start == at else len(tokens)
    if at >= len(tokens) or tokens.text[at] not in _OPENING:
        return []
    names = _listed(found, at + 1)
    end = names[-1].end if names else len(tokens)
    closed = end < len(tokens) and tokens.text[end] in _CLOSING
    return names if closed and plural == (len(names) > 1) else []


def _listed(found: Findings, at: int) -> list[Mention]:
    """The names of bodies that are listed from a token on: "X", "X and Y", "X, Y, and Z"."""
    tokens, names = found.tokens, list[Mention]()
    while at < len(tokens) and len(names) < _MOST_LISTED:
        name = found.holder[at]
        if name is None or name.start != at or name.kind != "name":
            break
        if found.type_of(name.entity) not in _TYPES:
            break
        names.append(name)
        joined = name.end
        joined += tokens.text[joined : joined + 1] == [","]
        joined += tokens.lower[joined : joined + 1] == ["and"]
        joined += tokens.lower[joined : joined + 1] == ["the"]
        if joined == name.end:
            break
        at = joined
    return names
