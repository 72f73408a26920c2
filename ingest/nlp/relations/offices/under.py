"""Who leads what stands "under" somebody: "the army, under the command of X", "Kenya under X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.relations.offices.words import TITLE_POS
from ingest.nlp.relations.patterns.matching import Match
from ingest.nlp.tokens import POSSESSIVES

_LED = {
    "command": "commander",
    "leadership": "leader",
    "chairmanship": "chairman",
    "directorship": "director",
    "direction": "director",
    "editorship": "editor",
    "premiership": "prime minister",
    "presidency": "president",
    "stewardship": "head",
    "governorship": "governor",
}
_RULING = frozenset({"presidency", "premiership", "governorship"})
_BODIES = frozenset({"Organization", "ArmedGroup", "Bloc"})
_ARTICLES = frozenset({"the", "joint", "overall", "direct", "able", "new"})
_MOST_OWNED = 6  # tokens of "command Kenya's 5th Brigade"
_MOST_TITLE = 3  # tokens of "under the command of Major General X"


def matches(found: Findings) -> Iterator[Match]:
    """One office a body that is said to be under somebody, or under his command."""
    for index, word in enumerate(found.tokens.lower):
        if word != "under":
            continue
        person, noun = _leader(found, index)
        body = _before(found, index) if person is not None else None
        if person is not None and noun is not None and body is None:
            body = _elsewhere(found, index, noun)
        if person is None or body is None or body.entity == person.entity:
            continue
        ruling = noun is not None and found.tokens.lower[noun] in _RULING
        if ruling and found.type_of(body.entity) != "State":
            continue  # "propaganda under the presidency of X"
        title = "head" if noun is None else _LED[found.tokens.lower[noun]]
        match = Match.between("holds_office", person, body)
        yield replace(match, attributes=(("title", title),))


def _leader(found: Findings, under: int) -> tuple[Mention | None, int | None]:
    """Who leads, and the noun that says so: "the command of X", "X's command", "X" alone."""
    tokens, at = found.tokens, under + 1
    if tokens.lower[at : at + 1] == ["whose"] and _is_led(found, at + 1):
        person = found.person_at(under - 2) if tokens.text[under - 1] == "," else None
        return person, at + 1
    while at < len(tokens) and tokens.lower[at] in _ARTICLES:
        at += 1
    noun = at if _is_led(found, at) else None
    if noun is not None:
        person = _named(found, at + 2) if tokens.lower[at + 1 : at + 2] == ["of"] else None
        return person, noun
    person = _named(found, under + 1)
    owns = person is not None and tokens.lower[person.end : person.end + 1]
    if person is None or not owns or owns[0] not in POSSESSIVES:
        return person, None
    at = person.end + 1
    at += at < len(tokens) and tokens.pos[at] == "ADJ"
    return (person, at) if _is_led(found, at) else (None, None)


def _is_led(found: Findings, index: int) -> bool:
    return index < len(found.tokens) and found.tokens.lower[index] in _LED


def _named(found: Findings, start: int) -> Mention | None:
    """The person named from a token on, a title passed over: "Major General X"."""
    for index in range(start, min(len(found.tokens), start + _MOST_TITLE + 1)):
        person = found.person_at(index)
        if person is not None:
            return person if person.kind == "name" else None
        if found.holder[index] is not None or found.tokens.pos[index] not in TITLE_POS:
            return None
    return None


def _before(found: Findings, under: int) -> Mention | None:
    """The body right before: "the brigade, under", "Kenya under"."""
    at = under - 1
    at -= at > 0 and found.tokens.text[at] == ","
    mention = found.holder[at] if at >= 0 else None
    if mention is None or mention.end != at + 1 or mention.kind not in ("name", "nominal"):
        return None
    return mention if found.type_of(mention.entity) in _BODIES | {"State"} else None


def _elsewhere(found: Findings, under: int, noun: int) -> Mention | None:
    """The body as subject: "the brigade fought under", "X, under whose command the brigade".

    Where the verb has an object that is what was put there, and nobody knows whose it is.
    """
    tokens, verb = found.tokens, found.tokens.heads[under]
    if tokens.lower[under + 1] == "whose":
        near = (found.holder[i] for i in range(noun + 1, min(len(tokens), noun + _MOST_OWNED)))
        body = next((m for m in near if m and found.type_of(m.entity) in _BODIES), None)
    else:
        subject = tokens.child(verb, "nsubj", "nsubjpass")
        if subject is None or tokens.child(verb, "dobj") is not None:
            return None
        body = found.holder[subject]
    return body if body is not None and found.type_of(body.entity) in _BODIES else None
