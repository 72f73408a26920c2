"""Places that a noun before them puts into what is named further ahead.

"Yemen's oil-producing regions of X and Y", "the country's second biggest city of X", "northern
Mali, including the regional capital X": adjectives and lists stand between, which the tight
neighbours of `apposition` have not.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.arguments.words import argument_words
from ingest.nlp.relations.patterns.matching import Match
from ingest.nlp.tokens import POSSESSIVES

_MOST_BETWEEN = 7  # words between "X's" and the noun: "second biggest", "oil - producing"
_DESCRIBING = frozenset({"ADJ", "ADV", "NUM"})
# "Russia's new regions", "Serbia's former province": whose they are is what is disputed.
_DISPUTING = frozenset({"new", "newest", "former", "one-time", "erstwhile", "sister", "twin"})
_KIND = frozenset({"border", "port", "capital", "home"})  # nouns before a noun: "its port city"


def matches(found: Findings, arguments: Arguments) -> Iterator[Match]:
    """Each place so described, in the state or place it is of."""
    for place in found.in_order():
        if place.kind != "name" or found.type_of(place.entity) != "Place":
            continue
        noun = _noun_before(found, place)
        outer = _whole(found, arguments, noun) if noun is not None else None
        if noun is None or outer is None:
            continue
        for part in _listed(found, place, plural=found.tokens.tag[noun] == "NNS"):
            if part.entity != outer.entity:
                yield Match(
                    "located_in", part.entity, outer.entity, part.start,
                    min(outer.start, part.start), stative=True,
                )  # fmt: skip


def _noun_before(found: Findings, place: Mention) -> int | None:
    """The noun in "regions of X" and "the capital X" that says what X is."""
    tokens, at = found.tokens, place.start - 1
    at -= at > 0 and tokens.lower[at] == "of"
    common = at > 0 and tokens.pos[at] == "NOUN" and found.holder[at] is None
    return at if common and tokens.lemma[at] in argument_words().categories else None


def _whole(found: Findings, arguments: Arguments, noun: int) -> Mention | None:
    """What a noun says a place is of: "Yemen's", "the country's", "Mali, including the"."""
    tokens, at = found.tokens, noun - 1
    while at > max(0, noun - _MOST_BETWEEN) and _describes(found, at):
        at -= 1
    if tokens.lower[at] in POSSESSIVES:
        return _meant(found, arguments, at - 1)
    beside = found.holder[at]
    if beside is not None:
        plural = tokens.tag[noun] == "NNS"  # "the Kenyan regions of X and Y"
        return _outer(found, at) if plural and beside.kind == "demonym" else None
    at -= tokens.lower[at] == "the"
    including = at > 1 and tokens.lower[at - 1 : at + 1] == [",", "including"]
    return _outer(found, at - 2) if including else None


def _describes(found: Findings, index: int) -> bool:
    """Whether a word only describes what follows, and says nothing of whose it is."""
    tokens = found.tokens
    if found.holder[index] is not None or tokens.lower[index] in _DISPUTING:
        return False
    hyphened = "-" in tokens.text[index - 1 : index + 2]
    plain = tokens.pos[index] in _DESCRIBING and tokens.tag[index] != "VBN"
    return plain or hyphened or tokens.lower[index] in _KIND


def _meant(found: Findings, arguments: Arguments, owner: int) -> Mention | None:
    """The state or place before "'s", or the one that "the country" takes up."""
    if (named := _outer(found, owner)) is not None:
        return named
    taken_up = [m for i in arguments.roles.antecedents(owner) if (m := _outer(found, i))]
    return taken_up[0] if len(taken_up) == 1 else None


def _outer(found: Findings, index: int) -> Mention | None:
    """The mention of a state or place at a token."""
    mention = found.holder[index] if index >= 0 else None
    fits = mention is not None and found.type_of(mention.entity) in ("State", "Place")
    return mention if fits else None


def _listed(found: Findings, place: Mention, *, plural: bool) -> Iterator[Mention]:
    """A place, and after a plural those joined to it: "the regions of X, Y and Z"."""
    tokens, last = found.tokens, False
    yield place
    while plural and not last and place.end < len(tokens):
        at = place.end
        at += tokens.text[at] == ","
        last = at < len(tokens) and tokens.lower[at] == "and"
        at += last
        named = found.holder[at] if place.end < at < len(tokens) else None
        if named is None or named.start != at or found.type_of(named.entity) != "Place":
            return
        yield named
        place = named
