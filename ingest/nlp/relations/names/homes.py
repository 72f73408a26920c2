"""Which state a company or an outlet is at home in: "the Kenyan maker X", "X, a Kenyan daily"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ingest.nlp.entities.gazetteer import words
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.relations.arguments.grammar import Grammar
from ingest.nlp.relations.arguments.words import argument_words
from ingest.nlp.relations.patterns.matching import Match
from ingest.nlp.tokens import POSSESSIVES

_COMPANIES = argument_words().stand_ins["companies"] | words("company_noun") - {"party", "militia"}
_OUTLETS = frozenset(
    {"newspaper", "broadcaster", "daily", "weekly", "magazine", "tabloid", "outlet", "website",
     "portal", "paper", "publication", "station", "publisher"}
)  # fmt: skip
_KINDS = {"Organization": _COMPANIES, "Channel": _OUTLETS}


def matches(found: Findings, grammar: Grammar) -> Iterator[Match]:
    """A location for every body whose noun stands with a demonym or the name of a state."""
    mentions = found.in_order()
    before: Mention | None = None
    for first, second in pairwise(mentions):
        one, two = found.type_of(first.entity), found.type_of(second.entity)
        companies: list[Mention] = []
        state = first
        if one == "State" and two in _KINDS and _makes(found, first, second):
            companies = [second]
        elif one == "Channel" and two == "State" and _calls(found, first, second):
            companies, state = [first], second
        elif one in _KINDS and two == "State" and _is_of(found, first, second):
            companies, state = [first], second
            joined = before is not None and found.tokens.lower[before.end : first.start] == ["and"]
            several = found.tokens.tag[_noun_after(found, second)] == "NNS"
            if before is not None and joined and several:
                companies += [before] if found.type_of(before.entity) == one else []
        for company in companies if not grammar.sided(state) else ():
            yield Match.between("located_in", company, state)
        before = first


def _makes(found: Findings, state: Mention, body: Mention) -> bool:
    """ "the Kenyan manufacturer X": the demonym and a noun for a company before its name."""
    gap = range(state.end, body.start)
    plain = all(found.tokens.pos[i] in ("NOUN", "ADJ") for i in gap)
    noun, tokens = body.start - 1, found.tokens
    named = bool(gap) and tokens.lower[noun] in _KINDS[found.type_of(body.entity)]
    # "a Kenyan group Sable calls Lantern" is not Sable
    joined = body.start <= tokens.heads[noun] < body.end or tokens.heads[body.end - 1] == noun
    return state.kind == "demonym" and plain and named and joined


def _calls(found: Findings, nominal: Mention, state: Mention) -> bool:
    """ "X, a Kenyan newspaper,": what a channel is called behind its name, the state inside."""
    tokens, before = found.tokens, nominal.start - 2
    named = found.holder[before] if before >= 0 and tokens.text[before + 1] == "," else None
    apposed = named is not None and named.entity == nominal.entity and nominal.kind == "nominal"
    inside = nominal.start <= state.start < nominal.end and state.kind == "demonym"
    return apposed and inside and tokens.lower[nominal.end - 1] in _OUTLETS


def _is_of(found: Findings, body: Mention, state: Mention) -> bool:
    """ "X, the Kenyan operator," and "X, Kenya's two largest oil companies"."""
    tokens, at = found.tokens, state.end
    gap = [w for w in tokens.lower[body.end : state.start] if w not in ("a", "an", "the")]
    owns = at < len(tokens) and tokens.lower[at] in POSSESSIVES
    if gap not in ([","], ["("]) or not (owns or state.kind == "demonym"):
        return False
    return tokens.lemma[_noun_after(found, state)] in _KINDS[found.type_of(body.entity)]


def _noun_after(found: Findings, state: Mention) -> int:
    """The last noun of the phrase that a demonym or "Kenya's" opens."""
    tokens, at = found.tokens, state.end
    at += at < len(tokens) and tokens.lower[at] in POSSESSIVES
    while at + 1 < len(tokens) and tokens.pos[at + 1] in ("ADJ", "NOUN", "NUM"):
        at += 1
    return min(at, len(tokens) - 1)
