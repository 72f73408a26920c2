"""Whom a proposed mention means: an entity of the document, one the gazetteer lists, a new one."""

from __future__ import annotations

from typing import Literal

from graph.ids import entity_id, slug
from ingest.candidates.candidate import EntityCandidate
from ingest.candidates.known import KnownEntities
from ingest.candidates.places import find
from ingest.nlp.entities.gazetteer import Known, gazetteer
from ingest.nlp.findings import MentionKind

Refusal = Literal["unknown state", "no name"]
_SENSES: dict[str, MentionKind] = {
    "name": "name",
    "demonym": "demonym",
    "people": "demonym",
    "seat": "metonym",
}


def identify(
    text: str, known: KnownEntities, candidate: EntityCandidate
) -> tuple[str, str, MentionKind] | Refusal:
    """The id, the name and the kind of mention of a candidate whose quote stands in `text`.

    States are those of the gazetteer alone, since a state's id is its code. A new entity needs a
    name: a capital letter, or a script that has none.
    """
    type_, quote = candidate.type, _bare(candidate.quote)
    if not slug(quote):
        return "no name"
    id_ = known.resolve(quote, (type_,)) or known.resolve(candidate.name, (type_,))
    called, full = _listed(quote, type_), _listed(candidate.name, type_)
    listed = called or full
    if id_ is None and listed is not None:
        id_ = listed.id
    if id_ is not None:
        name = listed.name if listed is not None and listed.id == id_ else quote
        if called is not None and called.id == id_:
            return id_, name, _SENSES[called.sense]
        # Only what the entity is called becomes an alias; the rest is one model's reading.
        return id_, name, "name" if known.is_named(id_, quote) else "coref"
    if type_ == "State":
        return "unknown state"
    name = _bare(candidate.name)
    if not slug(name) or find(text, name, candidate.start) is None:
        name = quote  # a name that the text does not have is no name to show
    if name == name.lower() != name.upper():
        return "no name"
    words = set(slug(name).split("-"))
    kind: MentionKind = "name" if set(slug(quote).split("-")) <= words else "coref"
    return entity_id(type_, name), name, kind


def _bare(name: str) -> str:
    return name.strip().removeprefix("The ").removeprefix("the ")


def _listed(name: str, type_: str) -> Known | None:
    """What the gazetteer knows under this very name, if that is of this type."""
    known = gazetteer().by_name.get(_bare(name))
    return known if known is not None and known.type == type_ else None
