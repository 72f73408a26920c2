"""What names say by standing together: a city in its region, a body in a body.

Only tight neighbours count ("the village of X in the Y district", "Russia's Kursk region", "X, a
city in Y"), because nothing else about two names in one sentence is certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.nlp.entities.joints import is_ordinal
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.arguments.words import argument_words
from ingest.nlp.relations.names.compounds import compounds
from ingest.nlp.relations.names.parts import is_platform, is_within, owns
from ingest.nlp.relations.names.seats import (
    DAUGHTERS,
    between,
    in_brackets,
    is_based,
    is_site,
    seats,
    seats_joined,
    sits,
)
from ingest.nlp.relations.patterns.matching import Match
from ingest.nlp.tokens import POSSESSIVES

_WITHIN = frozenset({"in", "of", "within"})
_CLOSING = frozenset({",", ".", ")", ";", ":"})
_COMMANDING = ("State", "Organization", "ArmedGroup")
MAX_GAP = 8  # tokens between two names that may still say where one of them lies
_PARTS = frozenset(
    {"project", "programme", "program", "initiative", "unit", "branch", "arm", "wing"}
)
_ZONES = frozenset(
    {"countryside", "outskirts", "suburbs", "hinterland", "interior", "heart", "middle", "centre",
     "center", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
     "part", "parts", "corner"}
)  # fmt: skip
_MOST_ASIDE = 12  # tokens of "(8 km south of X)"
_DISTANCES = frozenset({"km", "kilometers", "kilometres", "miles", "kms"})
_SECTORS = frozenset({"direction", "front", "axis", "sector", "area", "line"})
_BEFORE_PLACE = frozenset({"in", "at", "near", "from", "to", "of", "outside", "around", "inside"})


def matches(found: Findings, arguments: Arguments) -> Iterator[Match]:
    """Locations, seats, parts and compounds."""
    mentions = found.in_order()
    for match in _described(found, mentions):
        if found.type_of(match.target) in ("State", "Place"):
            yield replace(match, stative=True)
    for first, second in pairwise(mentions):
        if second.start - first.end <= MAX_GAP:
            yield from compounds(found, first, second)
    yield from _past_distances(found, mentions)
    sided = arguments.grammar.sided
    for number, (first, second) in enumerate(pairwise(mentions)):
        if second.start - first.end > MAX_GAP or sided(first):
            continue
        if sided(second) and found.type_of(first.entity) == "Place":
            second = next((m for m in mentions[number + 2 :]), second)  # "in Kenya-occupied Y"
        one, two = found.type_of(first.entity), found.type_of(second.entity)
        relation = None
        inside = one == "Place" and two in ("Place", "State") and _stands_in(found, first, second)
        inside = inside or (
            one == "Event" and two in ("Place", "State") and between(found, first, second) == ["in"]
        )  # "the Accra Summit in Ghana"
        if inside or (one == "State" and two == "Place" and _lies_in(found, first, second)):
            relation = Match("located_in", first.entity, second.entity, first.start, first.start)
        elif two == "Place" and one in ("State", "Place") and _holds(found, first, second):
            relation = Match("located_in", second.entity, first.entity, second.start, first.start)
        elif one in ("Organization", "Channel") and sits(found, first, second):
            relation = Match("located_in", first.entity, second.entity, first.start, first.start)
            for other in seats_joined(found, first, second):
                yield replace(relation, target=other.entity, stative=True)
        elif (
            one in ("Place", "State")
            and two in ("Organization", "Channel")
            and seats(found, first, second)
        ):
            relation = Match("located_in", second.entity, first.entity, second.start, first.start)
        elif one == two == "Organization" and (
            _is_project(found, first, second) or is_within(found, first, second)
        ):
            relation = Match("part_of", first.entity, second.entity, first.start, first.start)
        elif two in ("Organization", "Channel") and owns(found, first, second):
            relation = Match("owns", first.entity, second.entity, first.start, first.start)
        elif (one == two == "Organization" and _possesses(found, first, second)) or (
            two == "ArmedGroup" and one in _COMMANDING and _has_unit(found, first, second)
        ):
            relation = Match("part_of", second.entity, first.entity, second.start, first.start)
        elif one == "Person" and two in ("Place", "State") and is_based(found, first, second):
            relation = Match("located_in", first.entity, second.entity, first.start, first.start)
        elif one == "Person" and two in ("Organization", "Channel") and in_brackets(
            found, first, second
        ):  # fmt: skip
            relation = Match(
                "affiliated_with", first.entity, second.entity, first.start, first.start
            )
        if relation is not None and relation.source == first.entity and one == "Place":
            region = found.holder[second.end + 1] if second.end + 1 < len(found.tokens) else None
            if region is not None and _holds(found, second, region):
                yield replace(relation, target=region.entity, stative=True)
        if relation is not None:
            yield Match(
                relation.relation, relation.source, relation.target,
                relation.trigger, relation.first, stative=True,
            )  # fmt: skip


def _past_distances(found: Findings, mentions: list[Mention]) -> Iterator[Match]:
    """Abo in the Tamale region in "Abo (12km south of Ho) in the Tamale region"."""
    tokens = found.tokens
    for place in mentions:
        if tokens.text[place.end : place.end + 1] != ["("] or place.kind != "name":
            continue
        end = min(len(tokens), place.end + _MOST_ASIDE)
        close = next((i for i in range(place.end, end) if tokens.text[i] == ")"), None)
        if close is None or found.type_of(place.entity) != "Place":
            continue
        aside = tokens.lower[place.end : close]
        at = close + 2
        while at < len(tokens) and tokens.lower[at] in argument_words().directions | {"the"}:
            at += 1
        outer = found.holder[at] if at < len(tokens) else None
        told = any(word in _DISTANCES or word.endswith("km") for word in aside)
        told = told and tokens.lower[close + 1 : close + 2] == ["in"]
        if told and outer is not None and found.type_of(outer.entity) in ("Place", "State"):
            yield Match.between("located_in", place, outer)


def _described(found: Findings, mentions: list[Mention]) -> Iterator[Match]:
    """ "X, a Ukrainian town in Y": the demonym and what follows it both say where X lies."""
    tokens = found.tokens
    for place, demonym, outer in zip(mentions, mentions[1:], [*mentions[2:], None], strict=False):
        if demonym.kind != "demonym" or found.type_of(place.entity) != "Place":
            continue
        plain = argument_words().directions
        opening = [w for w in between(found, place, demonym) if w not in plain]
        following = tokens.lower[demonym.end] if demonym.end < len(tokens) else ""
        what = tokens.lower[demonym.end : demonym.end + 2]  # "port city"
        if opening not in ([",", "a"], [",", "the"]) or not any(
            _is_category(word) for word in what
        ):
            continue
        yield Match("located_in", place.entity, demonym.entity, place.start, place.start)
        if outer is not None and between(found, demonym, outer) in (
            [following, "in"],
            [following, "in", "the"],
        ):
            yield Match("located_in", place.entity, outer.entity, place.start, place.start)


def _stands_in(found: Findings, first: Mention, second: Mention) -> bool:
    """ "X in the Y district", "X, Brazil,", "X, a town in Y", "the Kursk region of Russia"."""
    tokens = found.tokens
    if first.kind != "name" or (second.kind == "demonym" and not _names_region(found, second)):
        return False
    gap = [found.tokens.lower[i] for i in _said_between(found, first, second)]
    if gap[:1] == [","] and tokens.lower[first.end - 1] in _SECTORS:
        return False  # "in the Lyman direction, in the Bakhmut area": two of a list
    if gap in ([",", "in"], [",", "near"]) or is_site(found, first, second):
        return True
    if gap[-3:-2] in (["in"], ["on"]) and gap[-2] in _ZONES and gap[-1] == "of":
        return gap[:-3] in ([], [","])  # "X, on the outskirts of Y"
    if gap[:1] == ["and"] and gap[-1:] == ["in"] and _is_one_of(found, first, second):
        return True
    if gap == [","] and tokens.lower[second.start - 1] in argument_words().directions:
        return True  # "Gokwe, western Kenya"
    if gap == ["("]:
        return second.end < len(tokens) and tokens.text[second.end] in (")", ",")
    if gap and gap[0] in _WITHIN:
        named = first.end - first.start > 1
        named = named and tokens.lower[first.end - 1] in argument_words().categories
        return len(gap) == 1 and (gap[0] != "of" or named)
    if len(gap) == 2 and gap[1] in _WITHIN and _is_category(gap[0]):
        # "the Bawku enclave in Ghana"; "the Accra suburb of X" is the other way about
        return gap[1] != "of" or tokens.lower[second.start - 1] in argument_words().directions
    if gap == [","] and (_is_seat(found, second) or _opens(found, first)):
        return True
    if gap == [","] and _is_category(tokens.lower[second.end - 1]):
        return True
    if gap == [","]:
        after = tokens.text[second.end] if second.end < len(tokens) else "."
        opens = first.start == 0 or "\n" in tokens.text[first.start - 1]
        if opens and after in ("–", "—", "-", "("):
            return True  # "BELGRADE, Serbia – Students ..."
        opening = first.start - (first.start > 1 and tokens.lower[first.start - 1] == "the")
        before = tokens.lower[opening - 1] if opening else ""
        # "in Tamale, Kenya, and Accra" is a list, "in Tamale, Kenya, and left" none
        joined = tokens.lower[second.end + 1 : second.end + 2] == ["and"]
        joined = joined and tokens.pos[min(second.end + 2, len(tokens) - 1)] != "VERB"
        listed = joined or (
            second.end + 1 < len(tokens) and found.holder[second.end + 1] is not None
        )
        return before in _BEFORE_PLACE and after in _CLOSING and not listed
    if gap[:1] == [","] and gap[-1] in _WITHIN:
        described = [w for w in gap[1:-1] if w not in ("a", "an")]
        return bool(described) and all(_is_category(w) for w in described)
    if gap == [",", "on"] and (_is_coast(found, second) or _names_region(found, second)):
        return True
    gap = gap[1:] if gap[:2] == [",", "in"] else gap
    plain = [w for w in gap if not _is_category(w)]
    return plain in (["in", "of"], ["in"]) and gap[0] == "in" and gap[-1] != "in"


def _names_region(found: Findings, mention: Mention) -> bool:
    """ "the Crimean peninsula", which is the place and not only somebody of it."""
    at = mention.end - (mention.kind == "name")
    place = found.type_of(mention.entity) == "Place"
    return place and any(_is_category(word) for word in found.tokens.lower[at : at + 1])


def _lies_in(found: Findings, state: Mention, region: Mention) -> bool:
    """ "Niger, a country in West Africa", but not "Ukraine, a hotspot in Kyiv's offensive"."""
    gap = [found.tokens.lower[i] for i in _said_between(found, state, region)]
    gap = gap[2:] if gap[:2] == [",", "a"] else gap
    owns = found.tokens.tag[region.end : region.end + 1] == ["POS"]
    described = len(gap) == 2 and gap[1] == "in" and not owns
    return described and _is_category(gap[0]) and state.kind == "name"


def _is_one_of(found: Findings, place: Mention, outer: Mention) -> bool:
    """ "Mariupol and other liberated cities in Donbas"."""
    tokens = found.tokens
    words_ = range(place.end + 2, outer.start)
    plural = any(
        tokens.tag[i] == "NNS" and tokens.lemma[i] in argument_words().categories for i in words_
    )
    return tokens.lower[place.end + 1] == "other" and plural


def _is_coast(found: Findings, state: Mention) -> bool:
    """ "Sikka, on India's west coast": what follows says at which edge of it."""
    after = found.tokens.lower[state.end : state.end + 4]
    return after[:1] in (["'s"], ["’s"]) and bool({"coast", "border", "shore"} & set(after))


def _opens(found: Findings, place: Mention) -> bool:
    """Whether a place in capitals opens its line, as a dateline's does ("KUMASI, Ghana — ...")."""
    tokens, at = found.tokens, place.start
    shouted = tokens.span_text(at, place.end).isupper()
    return shouted and (at == 0 or "\n" in tokens.text[at - 1])


def _is_seat(found: Findings, state: Mention) -> bool:
    """ "X, Kenya's second-largest city": what follows a state says what X is in it."""
    tokens, at = found.tokens, state.end
    if at + 1 >= len(tokens) or tokens.lower[at] not in POSSESSIVES:
        return False
    for index in range(at + 1, min(len(tokens), at + MAX_GAP)):
        if _is_category(tokens.lower[index]):
            return True
        if tokens.pos[index] not in ("ADJ", "ADV", "NOUN", "PUNCT") or tokens.text[index] == ",":
            return False
    return False


def _said_between(found: Findings, first: Mention, second: Mention) -> list[int]:
    """The tokens between two names that say how they belong together; no article, no adjective."""
    tokens, plain = found.tokens, argument_words().directions | {"the"}
    between = range(first.end, second.start)
    hyphened = {j for i in between if tokens.text[i] == "-" for j in (i - 1, i, i + 1)}
    said = [i for i in between if tokens.lower[i] not in plain and i not in hyphened]
    return [i for i in said if tokens.pos[i] not in ("ADJ", "ADV", "NUM")]


def _is_category(word: str) -> bool:
    return word in argument_words().categories


def _holds(found: Findings, first: Mention, second: Mention) -> bool:
    """ "Russia's Kursk region", "the Ukrainian city of X", "the German capital, Berlin"."""
    gap = between(found, first, second)
    if len(gap) > 1 and gap[0] in POSSESSIVES and gap[1:] in (["capital"], ["capital", ","]):
        return True
    said = [w for w in gap[1:] if w not in argument_words().directions and w != "of"]
    if gap and gap[0] in POSSESSIVES and all(_is_category(w) for w in said):
        return True
    if first.kind == "name" and len(gap) == 2 and gap[1] == "of" and _is_category(gap[0]):
        if not argument_words().waters.isdisjoint(found.tokens.lower[first.start : first.end]):
            return False  # "the Black Sea port of Odesa" lies at the sea
        return found.type_of(second.entity) == "Place"  # "the Karabakh village of Maragha"
    if first.kind == "demonym" and gap:
        passed = argument_words().directions | {"of", ","}
        nouns = [i for i in range(first.end, second.start) if found.tokens.lower[i] not in passed]
        # "the Kenyan border region of Moyale"
        plain = all(found.tokens.pos[i] in ("NOUN", "ADJ", "PROPN") for i in nouns)
        return bool(nouns) and plain and _is_category(found.tokens.lower[nouns[-1]])
    return False


def _possesses(found: Findings, first: Mention, second: Mention) -> bool:
    gap = between(found, first, second)  # "the Reef Group subsidiary Sable"
    if is_platform(found, second):
        return False  # "the EU's Facebook" is no part of it
    return len(gap) == 1 and (gap[0] in POSSESSIVES or gap[0] in DAUGHTERS - {"office"})


def _is_project(found: Findings, first: Mention, second: Mention) -> bool:
    """ "the Clear Rivers project of the Baltic Institute"."""
    gap = [word for word in between(found, first, second) if word != "the"]
    return len(gap) == 2 and gap[0] in _PARTS and gap[1] == "of"


def _has_unit(found: Findings, army: Mention, unit: Mention) -> bool:
    """ "Ukraine's 57th Brigade", "the SAF 22nd Infantry Division", "GRU Unit 26165"."""
    tokens = found.tokens
    numbered = is_ordinal(tokens.text[unit.start]) or tokens.text[unit.end - 1].isdigit()
    gap = between(found, army, unit)
    return _possesses(found, army, unit) or (not gap and numbered and army.kind == "name")
