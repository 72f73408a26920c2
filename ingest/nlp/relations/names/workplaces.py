"""Whom people work for, where a link ties a body to their name or to what they are called there:
"analyst NAME from the Institute", "NAME at the Bank said", "NAME, a geologist at the Institute".

The patterns know the nouns for those who have a body of their own ("a reporter with"). Behind a
name any noun for somebody will do, because an apposition says nothing else than what somebody is.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.arguments.words import argument_words
from ingest.nlp.relations.offices.titles import TitleReader
from ingest.nlp.relations.patterns.matching import Match

_BODIES = frozenset({"Organization", "Channel", "ArmedGroup"})
_LINKS = frozenset({"with", "at", "from"})
_FIELDS = frozenset({"of", "in", "on", "and", "&", "-", "the"})  # "a lecturer in maritime law at"
_OF = frozenset({"the", "of"})
_OPENING = frozenset({",", "–", "—", "("})
_PASSING = frozenset(
    {"guest", "visitor", "witness", "defendant", "suspect", "patient", "prisoner", "inmate",
     "detainee", "passenger", "customer", "refugee", "winner", "finalist", "participant"}
)  # fmt: skip
_MOST_ASIDE = 9  # tokens of ", a senior lecturer in international maritime law"


def matches(found: Findings, arguments: Arguments) -> Iterator[Match]:
    """One affiliation a person, where the text gives no office of the same body."""
    titles = TitleReader(found, arguments)
    for person in found.in_order():
        if person.kind != "name" or found.type_of(person.entity) != "Person":
            continue
        link = _link_behind(titles, person) or _link_of_noun(titles, person)
        body = titles.bodies.after(link) if link is not None else None
        home = _home(titles, person)
        if home is not None:
            yield Match.between("located_in", person, home)
        if body is None or found.type_of(body) not in _BODIES:
            continue
        if arguments.offices.get(person.entity, ("", ""))[1] != body:
            yield Match(
                "affiliated_with", person.entity, body, person.start, person.start, stative=True
            )


def _link_behind(titles: TitleReader, person: Mention) -> int | None:
    """The "from" right behind a name, where it cannot belong to the verb instead.

    "NAME from the Institute said" and "according to NAME at the Institute" leave no choice; an
    object needs a noun for what somebody is ("told analyst NAME from the Institute").
    """
    tokens, link = titles.tokens, person.end
    if link >= len(tokens) or tokens.lower[link] not in _LINKS:
        return None
    root = next(
        (i for i in range(person.start, person.end) if tokens.heads[i] not in _span(person)), None
    )
    if root is None:
        return None
    head = tokens.heads[root]
    subject = tokens.dep[root] in ("nsubj", "nsubjpass") and head > link
    source = tokens.dep[root] == "pobj" and tokens.lower[head - 1 : head + 1] == ["according", "to"]
    before = person.start - 1
    noun = before >= 0 and tokens.pos[before] == "NOUN" and titles.found.holder[before] is None
    called = noun and tokens.lower[before] not in titles.words.state - titles.words.body
    post = noun and tokens.lower[before] in titles.words.body and tokens.lower[link] != "at"
    tied = post or (called and tokens.heads[link] in _span(person))
    return link if subject or source or tied else None


def _span(mention: Mention) -> range:
    return range(mention.start, mention.end)


def _link_of_noun(titles: TitleReader, person: Mention) -> int | None:
    """The "at" behind the noun that explains a name: "NAME, a geologist at"."""
    tokens, at = titles.tokens, person.end
    if at + 2 >= len(tokens) or tokens.text[at] not in _OPENING:
        return None
    for index in range(at + 1, min(len(tokens), at + _MOST_ASIDE)):
        if tokens.lower[index] in _LINKS:
            return index if _is_somebody(titles, index - 1, at) else None
        held = titles.found.holder[index]
        named = held is not None and held.kind != "demonym" and titles.bodies.is_person(index)
        plain = tokens.pos[index] in ("NOUN", "PROPN", "ADJ", "DET") or tokens.tag[index] == "VBG"
        if named or not (plain or tokens.lower[index] in _FIELDS):
            return None
    return None


def _is_somebody(titles: TitleReader, noun: int, opening: int) -> bool:
    """Whether the aside up to a noun calls somebody something: "a geologist", "lecturer in law"."""
    tokens = titles.tokens
    nouns = [i for i in range(opening + 1, noun + 1) if tokens.pos[i] == "NOUN"]
    if not nouns or not _is_unnamed(titles, noun) or tokens.pos[noun] != "NOUN":
        return False
    first = next((i for i in nouns if i == noun or tokens.pos[i + 1] == "ADP"), noun)
    return tokens.tag[first] == "NN" and tokens.lower[first] not in _PASSING


def _is_unnamed(titles: TitleReader, index: int) -> bool:
    """Whether a token is of no name, be it in words for a channel: "a blogger with 2,000 fans"."""
    held = titles.found.holder[index]
    return held is None or held.kind == "nominal"


def _home(titles: TitleReader, person: Mention) -> Mention | None:
    """The town in "NAME, a blogger from (the city of) X", who is of the place named there."""
    link = _link_of_noun(titles, person)
    tokens, at = titles.tokens, 0 if link is None else link + 1
    if link is None or tokens.lower[link] != "from" or tokens.lower[link - 1] in titles.words.state:
        return None  # "a senator from X" sits for the place
    while at < len(tokens) - 1 and _is_unnamed(titles, at):
        if tokens.lower[at] not in argument_words().categories | argument_words().directions | _OF:
            return None
        at += 1
    town = titles.found.holder[at]
    place = (
        town is not None and town.kind == "name" and titles.found.type_of(town.entity) == "Place"
    )
    return town if place else None
