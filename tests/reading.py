"""What the pipeline finds in a few sentences, in a form that tests can state."""

from __future__ import annotations

from datetime import date

from ingest.nlp.findings import Findings, Relation, findings
from ingest.nlp.pipeline import ended, load


def read(text: str) -> Findings:
    """The findings of a text published on 16 October 2024."""
    nlp = load()
    doc = nlp.make_doc(ended(text))
    doc.user_data["published"] = date(2024, 10, 16)
    return findings(nlp(doc))


def named(found: Findings, id_: str) -> str:
    """The name of an entity or channel by its id."""
    return found.entities[id_].name if id_ in found.entities else found.channels[id_].name


def channels(text: str) -> dict[str, tuple[int | None, str]]:
    """Each channel of a text by name, with its number and bound."""
    return {c.name: (c.subscribers, c.bound) for c in read(text).channels.values()}


def claims(text: str) -> set[tuple[str | None, str, str]]:
    """Each claim of a text as (who says it, stance, what)."""
    found = read(text)
    return {
        (
            None if c.speaker is None else named(found, c.speaker),
            c.stance,
            found.tokens.span_text(c.start, c.end),
        )
        for c in found.claims
    }


def triples(text: str, *types: str) -> set[tuple[str, str, str]]:
    """The relations found as (source name, type, target name), of these types where some given."""
    found = read(text)
    return {
        (named(found, r.source), r.type, named(found, r.target))
        for r in found.relations
        if not types or r.type in types
    }


def only(text: str, type_: str) -> Relation:
    """The one relation of a type in a text; fails where there are more or none."""
    found = [r for r in read(text).relations if r.type == type_]
    assert len(found) == 1
    return found[0]
