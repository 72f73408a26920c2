"""Offices told of several people at once: "the presidents of A and B, X and Y"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp.findings import Mention
from ingest.nlp.relations.offices.titles import Title, TitleReader
from ingest.nlp.tokens import POSSESSIVES

_JOINTS = frozenset((",", "and", "&", "the"))
_OPENING = frozenset((",", "(", "–", "—", ":"))
_MOST_PEOPLE = 6

Office = tuple[Mention, Title, str]


def lists(titles: TitleReader) -> Iterator[Office]:
    """Who holds the office that a plural title names: all of one body, or each of his own."""
    for index in range(len(titles.tokens)):
        if titles.head(index) is None or titles.tokens.lower[index] in titles.words.heads:
            continue
        title = titles.ending(index)
        if title is None:
            continue
        after, bodies = _bodies(titles, title.end)
        if after >= len(titles.tokens) or titles.tokens.text[after] not in _OPENING:
            continue
        people = _people(titles, after + 1)
        if len(people) < 2:
            continue
        owned = [(person, body) for person, body in people if body is not None]
        if not bodies and not owned and (owner := titles.bodies.before(title.start)):
            bodies = [owner]  # "the Institute's directors, X and Y"
        if len(bodies) == 1 and not owned:
            yield from ((person, title, bodies[0]) for person, _ in people)
        elif len(bodies) == len(people):
            yield from ((p, title, b) for (p, _), b in zip(people, bodies, strict=True))
        elif not bodies:
            yield from ((person, title, body) for person, body in owned)


def _bodies(titles: TitleReader, at: int) -> tuple[int, list[str]]:
    """The bodies after "of", and the token behind the last of them."""
    tokens = titles.tokens
    if at >= len(tokens) or tokens.lower[at] != "of":
        return at, []
    bodies: list[str] = []
    at, end = at + 1, at + 1
    while at < len(tokens):
        mention = titles.bodies.at(at)
        owns = mention is not None and tokens.lower[mention.end : mention.end + 1]
        if owns and owns[0] in POSSESSIVES:
            break  # "the co-chairs of the Group, France's X"
        if mention is not None and mention.start == at and mention.kind != "demonym":
            bodies.append(mention.entity)
            at = end = mention.end
        elif tokens.lower[at] in _JOINTS:
            at += 1
        else:
            break
    return end, bodies


def _people(titles: TitleReader, at: int) -> list[tuple[Mention, str | None]]:
    """The people listed from a token on, each with the body that "of" gives him."""
    tokens, found = titles.tokens, titles.found
    people: list[tuple[Mention, str | None]] = []
    while at < len(tokens) and len(people) < _MOST_PEOPLE:
        mention = found.holder[at]
        if mention is not None and mention.start == at and titles.bodies.is_person(at):
            body = None
            at = mention.end
            if at < len(tokens) and tokens.lower[at] == "of":
                owner = titles.bodies.at(at + 1 + (tokens.lower[at + 1] == "the"))
                body = owner.entity if owner is not None else None
                at = owner.end if owner is not None else at
            people.append((mention, body))
        elif tokens.lower[at] in _JOINTS:
            at += 1
        elif mention is not None and tokens.lower[mention.end] in POSSESSIVES:
            at = mention.end + 1  # "the co-chairs, France's X and Kenya's Y"
        else:
            break
    return people
