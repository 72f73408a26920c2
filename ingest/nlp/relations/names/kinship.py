"""Kin named by position: "X (his wife A, and his sons B and C)", "X's daughters, A and B", "the son
of X, A," and "sisters A and B". The patterns of FAMILY_OF know the nouns and read them by parse,
which loses its way in lists and brackets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.gender import may_name
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.patterns.index import load_patterns
from ingest.nlp.relations.patterns.matching import Match
from ingest.nlp.tokens import POSSESSIVES

_JOINTS = frozenset({",", "and", "&"})
_CLOSING = frozenset({",", ".", ")", ";", "and"})
_EQUALS = frozenset({"brother", "sister", "sibling", "cousin", "spouse"})
_MOST_CALLED = 4  # words in "former minister" between a noun for kin and the name
Kinship = tuple[tuple[str, str], ...]


def settled(found: Findings, arguments: Arguments, matches: list[Match]) -> list[Match]:
    """All matches, where kin named by position take the place of what the parse made of them."""
    told = list(_matches(found, arguments))
    nouns = {match.trigger for match in told}
    kept = [m for m in matches if m.relation != "family_of" or m.trigger not in nouns]
    return [*kept, *told]


def _matches(found: Findings, arguments: Arguments) -> Iterator[Match]:
    """Every pair of kin that a noun and its place beside the names tell."""
    for noun in range(len(found.tokens)):
        kinship = _kinship(found, noun)
        if kinship is None:
            continue
        named = [m for m in _named(found, noun) if _can_be(found, noun, m)]
        owners = _owners(found, arguments, noun)
        if not owners and (of := _of(found, noun)) is not None:
            owners, named = [of], _fronted(found, noun, of)
        pairs = [(one, owner) for owner in owners for one in named]
        if not owners and found.tokens.lemma[noun].lower() in _EQUALS:
            pairs = list(combinations(named or _all_said(found, arguments, noun), 2))
        for one, other in pairs:
            match = Match.between("family_of", one, other)
            yield replace(match, trigger=noun, symmetric=True, attributes=kinship)


def _kinship(found: Findings, noun: int) -> Kinship | None:
    """What the patterns say a noun for kin means; None for any other word."""
    if found.tokens.pos[noun] not in ("NOUN", "PROPN", "ADJ") or found.holder[noun] is not None:
        return None
    patterns = load_patterns().nouns.get(found.tokens.lemma[noun].lower(), ())
    return next((p.attributes for p in patterns if p.relation == "family_of"), None)


def _name_from(found: Findings, at: int) -> Mention | None:
    """The person named from a token on, what he is called before the name passed over."""
    tokens = found.tokens
    for index in range(at, min(len(tokens), at + _MOST_CALLED)):
        if found.holder[index] is not None:
            named = found.person_at(index)
            return named if named is not None and named.kind == "name" else None
        if tokens.pos[index] not in ("NOUN", "ADJ", "PROPN"):
            return None
    return None


def _named(found: Findings, noun: int) -> list[Mention]:
    """Who is named right behind a noun for kin: one, or after a plural all of a list."""
    tokens, at = found.tokens, noun + 1
    apart = tokens.text[at : at + 1] == [","]
    first = _name_from(found, at + apart)
    if first is None or (apart and first.start != at + 1):
        return []
    if apart and first.end < len(tokens) and tokens.lower[first.end] not in _CLOSING:
        return []
    people = [first]
    while tokens.tag[noun] in ("NNS", "NNPS"):
        at = people[-1].end
        while at < len(tokens) and tokens.lower[at] in _JOINTS:
            at += 1
        named = found.person_at(at)
        if at == people[-1].end or named is None or named.start != at:
            break
        people.append(named)
    return people


def _can_be(found: Findings, noun: int, person: Mention) -> bool:
    """Whether a name may be a wife's, a son's: not in "his wife, Vladimir Y, and Z"."""
    entity = found.entities.get(person.entity)
    return entity is None or may_name(found.tokens.lower[noun], entity.name)


def _owners(found: Findings, arguments: Arguments, noun: int) -> list[Mention]:
    """Whose kin a noun names: by the parse, or by the "X's" that opens its phrase."""
    parsed = [found.person_at(i) for i in arguments.roles.heads(noun, "possessor")]
    owners = [mention for mention in parsed if mention is not None]
    if owners:
        return owners[:1]
    tokens, at = found.tokens, noun - 1
    while at > 0 and (tokens.pos[at] in ("ADJ", "NUM", "NOUN") or tokens.text[at] == "-"):
        at -= 1
    owner = found.person_at(at - 1) if tokens.lower[at] in POSSESSIVES else None
    return [owner] if owner is not None else []


def _of(found: Findings, noun: int) -> Mention | None:
    """The person after "the son of"."""
    linked = found.tokens.lower[noun + 1 : noun + 2] == ["of"]
    return _name_from(found, noun + 2) if linked else None


def _fronted(found: Findings, noun: int, owner: Mention) -> list[Mention]:
    """Who is explained by "the son of X" in front: "The son of X, A, said"."""
    tokens, at = found.tokens, owner.end
    opens = tokens.lefts[noun]
    behind = opens > 0 and tokens.text[opens - 1] in (",", "(", "–", "—")
    named = found.person_at(at + 1) if tokens.text[at : at + 1] == [","] else None
    closed = named is not None and tokens.text[named.end : named.end + 1] in ([","], ["."])
    free = not behind or found.person_at(opens - 2) is None  # not "X, the son of Y, Z and W"
    return [named] if named is not None and closed and free and named.start == at + 1 else []


def _all_said(found: Findings, arguments: Arguments, noun: int) -> list[Mention]:
    """The people who are said to be kin of one another: "A and B are sisters"."""
    tokens, verb = found.tokens, found.tokens.heads[noun]
    if tokens.dep[noun] != "attr" or tokens.lemma[verb] != "be" or tokens.tag[noun] != "NNS":
        return []
    subjects = [c for i in arguments.roles.subject(verb) for c in arguments.grammar.conjuncts(i)]
    people = [mention for i in subjects if (mention := found.person_at(i)) is not None]
    return people if len(people) > 1 else []
