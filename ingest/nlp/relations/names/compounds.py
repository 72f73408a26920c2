"""What a hyphenated participle before a name says: "Iran-backed Houthis", "Moscow-based X"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.vocabulary import load_vocabulary
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.lexicon import load
from ingest.nlp.relations.names.seats import between, qualifies_person
from ingest.nlp.relations.patterns.matching import Match

_ON_PLATFORMS = (["account"], ["channel"], ["page"], ["profile"], ["user"], ["post"], ["bot"])
_GROUPS = (["militia"], ["faction"])


def compounds(found: Findings, first: Mention, second: Mention) -> Iterator[Match]:
    """ "Iran-backed Houthis", "the Moscow-based outlet X"."""
    gap = between(found, first, second)
    if len(gap) < 2 or gap[0] not in ("-", "–", "‑"):
        return
    if _is_of_group(found, second):
        # "Kenyan-backed Ghanaian militias": the militias are, and not Ghana
        group = found.holder[second.end]
        if group is None or group.start != second.start:
            return
        second = group
    if found.tokens.lemma[second.end : second.end + 1] in _ON_PLATFORMS:
        return  # "Kenya-linked Twitter accounts"
    nouns = range(first.end + 2, second.start)
    if not all(found.tokens.pos[i] in ("NOUN", "ADJ") or gap[-1] == "of" for i in nouns):
        return
    vocabulary = load_vocabulary()
    for direction, relations in load("compounds").items():
        for relation, participles in relations.items():
            if gap[1] not in participles:
                continue
            if relation == "located_in" and qualifies_person(found, second):
                continue  # "a Tamale-based RT correspondent"
            if relation == "captured" and found.type_of(second.entity) not in ("State", "Place"):
                continue  # "the Kremlin-controlled outlet X"
            ends = (first, second) if direction == "forward" else (second, first)
            source, target = (mention.entity for mention in ends)
            type_ = vocabulary.relationship(relation.upper())
            if found.type_of(source) in type_.sources and found.type_of(target) in type_.targets:
                yield Match(relation, source, target, second.start, first.start, stative=True)
                if relation == "located_in":
                    yield from _in_city(found, second, first)
                if relation == "runs":
                    return  # and is no mere affiliation


def _is_of_group(found: Findings, state: Mention) -> bool:
    """Whether a state only tells whose some people are: "Ghanaian militias"."""
    noun = slice(state.end, state.end + 1)
    groups = found.tokens.tag[noun] == ["NNS"] or found.tokens.lower[noun] in _GROUPS
    return state.kind == "demonym" and groups


def _in_city(found: Findings, body: Mention, state: Mention) -> Iterator[Match]:
    """The city in "the Tamale, Ghana-based company X"."""
    at = state.start - 2
    city = found.holder[at] if at >= 0 and found.tokens.text[at + 1] == "," else None
    if city is not None and city.kind == "name" and found.type_of(city.entity) == "Place":
        yield Match.between("located_in", body, city)
        yield Match.between("located_in", city, state)
