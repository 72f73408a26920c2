"""Whom people belong to where only their names say so: "X of the Institute", "CNN's X"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from graph.vocabulary import load_vocabulary
from ingest.nlp.entities.gazetteer import gazetteer
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.lexicon import load
from ingest.nlp.officials import officials
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.patterns.matching import Match
from ingest.nlp.tokens import POSSESSIVES, Tokens

_BODIES = frozenset({"Organization", "Channel", "ArmedGroup", "Bloc"})
_LINKS = frozenset({"of", "from", "with", "at"})
_WHEN = frozenset({"formerly", "previously", "now", "currently", "then", "once"})
_MOST_SAID = 3  # words of "of the opposition" before a party's name
_PLAIN = frozenset({"ADJ", "NOUN"})
_BASED = POSSESSIVES | {"-", "based"}
_RULING = frozenset({"ruling", "governing", "conservative", "nationalist", "populist"})
_ASIDE = (",", "–", "—")


def matches(found: Findings, arguments: Arguments) -> Iterator[Match]:
    """One affiliation a person whose name stands beside the body's."""
    mentions = found.in_order()
    yield from _bylines(found, mentions)
    yield from _aligned(found)
    yield from _of_bodies_placed(found, mentions)
    for first, second in pairwise(mentions):
        spoken_for = first.kind == "metonym"  # "the Kremlin's X"
        if second.kind != "name" or not (first.kind == "name" or spoken_for):
            continue
        if arguments.grammar.sided(first):
            continue
        one, two = found.type_of(first.entity), found.type_of(second.entity)
        if one == "Person" and two in _BODIES and _belongs(found, first, second):
            person, body = first, second
        elif one in _BODIES | {"State"} and two == "Person" and _owns(found, first, second):
            person, body = second, first
            for colleague in _listed_with(found, person) if one in _BODIES else ():
                if colleague.entity not in arguments.offices:
                    yield Match.between("affiliated_with", colleague, body)
        elif one == "Person" and two == "Organization" and _is_his(found, first, second):
            person, body = first, second
        else:
            continue
        yield Match.between("affiliated_with", person, body)


def _of_bodies_placed(found: Findings, mentions: list[Mention]) -> Iterator[Match]:
    """ "X of the Kenyan think tank Y", "X, of the Accra-based Y": where Y is stands between."""
    tokens = found.tokens
    for person, where, body in zip(mentions, mentions[1:], mentions[2:], strict=False):
        types = [found.type_of(mention.entity) for mention in (person, where, body)]
        if person.kind != "name" or types[0] != "Person" or types[1] not in ("State", "Place"):
            continue
        between = range(where.end, body.start)
        plain = all(tokens.pos[i] in _PLAIN or tokens.lower[i] in _BASED for i in between)
        named = body.kind == "name" and 0 < len(between) <= _MOST_SAID + 1
        whole = body.kind == "nominal" and body.start == where.start  # "X of the Kenyan army"
        both = Mention(where.start, body.end, body.kind, body.entity)
        if types[2] in _BODIES and plain and (named or whole) and _belongs(found, person, both):
            yield Match.between("affiliated_with", person, body)


def _aligned(found: Findings) -> Iterator[Match]:
    """ "A Kremlin-affiliated channel": the name is part of the words that describe the channel."""
    tokens = found.tokens
    meaning = [(p, r) for r, listed in load("compounds")["backward"].items() for p in listed]
    vocabulary = load_vocabulary()
    for channel in found.channels.values():
        for mention in channel.mentions:
            for index in range(mention.start, mention.end - 3):
                participle = tokens.lower[index + 2]
                relation = next((r for p, r in meaning if p == participle), None)
                if tokens.text[index + 1] != "-" or relation is None:
                    continue
                held, known = found.holder[index], gazetteer().match(tokens.text, index)
                target = held.entity if held is not None else ""
                target = known[1].id if target in ("", channel.id) and known else target
                fits = target in found.entities and target != channel.id
                types = vocabulary.relationship(relation.upper()).targets
                if fits and found.type_of(target) in types:
                    yield Match(relation, channel.id, target, index, index, stative=True)


def _bylines(found: Findings, mentions: list[Mention]) -> Iterator[Match]:
    """ "X and Y, the Institute" alone on a line: both write from there."""
    tokens, authors = found.tokens, list[Mention]()
    for mention in mentions:
        at = mention.start
        opens = at == 0 or "\n" in tokens.text[at - 1] or tokens.lower[at - 1] == "by"
        if mention.kind == "name" and found.type_of(mention.entity) == "Person":
            joined = bool(authors) and tokens.lower[authors[-1].end : at] in (["and"], [","])
            authors = [mention] if opens else [*authors, mention] if joined else []
            continue
        gap = tokens.lower[authors[-1].end : at] if authors else []
        closes = mention.end >= len(tokens) or "\n" in tokens.text[mention.end]
        closes = closes or tokens.text[mention.end] == "."
        body = mention.kind == "name" and found.type_of(mention.entity) in _BODIES
        post = len(gap) > 2 and gap[0] == gap[-1] == "," and opens_line(tokens, authors[0])
        if body and closes and (post or gap in ([","], [",", "the"], ["/"], ["|"])):
            for author in authors:
                yield Match(
                    "affiliated_with",
                    author.entity,
                    mention.entity,
                    author.start,
                    authors[0].start,
                    last=mention.end - 1,
                    stative=True,
                )
        authors = []


def opens_line(tokens: Tokens, mention: Mention) -> bool:
    """Whether a name opens its line: "Marta Quill, analyst, Baltic Institute"."""
    return mention.start == 0 or "\n" in tokens.text[mention.start - 1]


def _belongs(found: Findings, person: Mention, body: Mention) -> bool:
    """ "X of the Institute", "X, of the Institute", "X, from the Institute", "X (Institute)".

    Without a comma only "of" ties the body to the name: "told X at the United Nations" does not.
    """
    tokens = found.tokens
    gap = tokens.lower[person.end : body.start]
    if gap == ["("]:
        return body.end < len(tokens) and tokens.text[body.end] == ")"
    gap = [word for word in gap if word not in ("the", "a")]
    inner = range(person.end + 1, body.start)
    plain = all(tokens.pos[i] in ("DET", "ADJ", "NOUN") for i in inner)
    if gap[:1] == ["of"] and plain and len(gap) <= _MOST_SAID:
        return True
    gap = [word for word in gap if word not in _WHEN]  # "X, formerly of the Institute"
    return len(gap) == 2 and gap[0] in _ASIDE and gap[1] in (*_LINKS, "for")


def _is_his(found: Findings, person: Mention, body: Mention) -> bool:
    """ "Orbán's Fidesz", "Orbán's ruling Fidesz party", but not "Orbán's Fidesz allies"."""
    tokens = found.tokens
    gap = tokens.lower[person.end : body.start]
    at = body.end
    at += tokens.lower[at : at + 1] in (["party"], ["movement"], ["group"], ["company"])
    after = tokens.tag[at] if at < len(tokens) else ""
    plain = len(gap) == 1 or (len(gap) == 2 and gap[1] in _RULING)
    return plain and gap[0] in POSSESSIVES and after not in ("NN", "NNS", "POS", "NNP")


def _owns(found: Findings, body: Mention, person: Mention) -> bool:
    """ "CNN's X", which is no chain such as "the party's X branch"."""
    tokens = found.tokens
    gap = tokens.lower[body.end : person.start]
    after = tokens.tag[person.end] if person.end < len(tokens) else ""
    return len(gap) == 1 and gap[0] in POSSESSIVES and after not in ("NN", "NNS", "POS")


def _listed_with(found: Findings, person: Mention) -> list[Mention]:
    """Y and Z in "CNN's X, Y and Z": people with full names, none told to be of another body."""
    tokens, listed, last = found.tokens, list[Mention](), person
    while last.end + 1 < len(tokens) and tokens.lower[last.end] in (",", "and"):
        at = last.end + 1 + (tokens.lower[last.end : last.end + 2] == [",", "and"])
        mention = found.person_at(at)
        if mention is None or mention.start != at or mention.kind != "name":
            break
        full = mention.end - mention.start > 1
        elsewhere = tokens.lower[mention.end : mention.end + 1] in (["of"], ["from"], ["("])
        if full and not elsewhere and mention.entity not in officials():
            listed.append(mention)
        last = mention
    return listed
