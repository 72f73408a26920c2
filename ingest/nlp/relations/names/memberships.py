"""Who belongs to a bloc, a party or a formation by the words beside the name: "Kenya and other NATO
partners", "Republicans X, Y and Z", "X, a Democrat", "X (Kenya, KANU)", "the 37th Brigade (36th
Army)".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ingest.nlp.entities.gazetteer import words
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.relations.patterns.matching import Match

_BLOCS = frozenset({"Organization", "Bloc"})
_FELLOWS = frozenset({"member", "ally", "partner", "country", "nation", "state", "power"})
_OF = (["of"], ["of", "the"])
_JOINING = frozenset({",", "and", "&"})
_MOST_BRACKETED = 9  # tokens of "(Kenya, KANU)"
_MOST_ASIDE = 6  # tokens of ", a New Hampshire Democrat"


def matches(found: Findings, chains: list[list[Mention]]) -> Iterator[Match]:
    """One membership a name, and each unit of the chains as part of the formation above it."""
    for chain in chains:
        for unit, above in pairwise(chain):
            yield Match.between("part_of", unit, above)
    mentions = found.in_order()
    for person in mentions:
        if (body := _body_behind(found, person)) is not None:
            party = found.tokens.lower[body.end - 1] not in words("organization")
            yield Match.between("member_of" if party else "affiliated_with", person, body)
    for number, (first, second) in enumerate(pairwise(mentions)):
        if _is_among(found, first, second):
            for state in (first, *_joined_before(found, mentions[:number], first)):
                yield Match.between("member_of", state, second)
        one, two = found.type_of(first.entity), found.type_of(second.entity)
        chairs = found.tokens.lower[first.end : second.start] == ["chair"]
        if chairs and one in _BLOCS and two == "State" and second.kind == "name":
            yield Match.between("member_of", second, first)  # "ASEAN Chair Malaysia"
        force = _force_behind(found, second)
        # "Kenyan troops of the 5th Brigade" are some of it
        group = one == "ArmedGroup" and first.kind == "name"
        if group and force and found.tokens.lower[first.end : second.start] in _OF:
            yield Match.between("part_of", first, force)
        if first.kind == "demonym" and one == "Organization" and two == "Person":
            yield from _listed(found, mentions[number:])
        explained = second.kind == "demonym" and (one, two) == ("Person", "Organization")
        if explained and _explains(found, first, second):
            yield Match.between("member_of", first, second)


def _force_behind(found: Findings, mention: Mention) -> Mention | None:
    """An armed group by its name, or by the state's adjective before it: "the Kenyan army"."""
    if found.type_of(mention.entity) == "ArmedGroup":
        return mention
    held = found.holder[mention.end] if mention.end < len(found.tokens) else None
    force = held is not None and found.type_of(held.entity) == "ArmedGroup"
    return held if force and mention.kind == "demonym" else None


def _is_among(found: Findings, state: Mention, bloc: Mention) -> bool:
    """ "Kenya and other NATO partners"."""
    tokens = found.tokens
    if found.type_of(state.entity) != "State" or found.type_of(bloc.entity) not in _BLOCS:
        return False
    gap = tokens.lower[state.end : bloc.start]
    after = tokens.lemma[bloc.end : bloc.end + 1]
    return gap in (["and", "other"], ["and", "fellow"]) and not _FELLOWS.isdisjoint(after)


def _joined_before(found: Findings, mentions: list[Mention], last: Mention) -> Iterator[Mention]:
    """The states a list has before its last one: Kenya in "Kenya, Ghana and other members"."""
    for mention in reversed(mentions):
        gap = found.tokens.lower[mention.end : last.start]
        if gap not in ([","], ["and"]) or found.type_of(mention.entity) != "State":
            return
        yield mention
        last = mention


def _listed(found: Findings, mentions: list[Mention]) -> Iterator[Match]:
    """The people right behind a party's word, up to where their list ends."""
    tokens, party = found.tokens, mentions[0]
    at = party.end
    for person in mentions[1:]:
        gap = range(at, person.start)
        titled = all(tokens.pos[i] in ("NOUN", "PROPN", "ADJ") for i in gap)
        joined = at > party.end and all(tokens.lower[i] in _JOINING for i in gap)
        if found.type_of(person.entity) != "Person" or not (joined or (at == party.end and titled)):
            return
        yield Match.between("member_of", person, party)
        at = person.end


def _explains(found: Findings, person: Mention, party: Mention) -> bool:
    """ "X, a Democrat", "X, a New Hampshire Democrat"."""
    tokens = found.tokens
    gap = tokens.lower[person.end : party.start]
    opens = gap[:2] in ([",", "a"], [",", "an"]) and len(gap) <= _MOST_ASIDE
    return opens and "," not in gap[1:] and tokens.tag[party.end - 1] in ("NN", "NNP")


def _body_behind(found: Findings, person: Mention) -> Mention | None:
    """What stands with a state in the bracket behind somebody: "X (Kenya, KANU)"."""
    tokens, holder = found.tokens, found.holder
    if (
        tokens.text[person.end : person.end + 1] != ["("]
        or found.type_of(person.entity) != "Person"
    ):
        return None
    end = min(len(tokens), person.end + _MOST_BRACKETED)
    close = next((i for i in range(person.end, end) if tokens.text[i] == ")"), None)
    inside = dict.fromkeys(m.start for i in range(person.end, close or 0) if (m := holder[i]))
    held = [m for start in inside if (m := holder[start]) is not None]
    types = [found.type_of(m.entity) for m in held]
    return held[types.index("Organization")] if sorted(types) == ["Organization", "State"] else None
