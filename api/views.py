"""What the pages of entities, channels, claims and documents are made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import Field

from api.responses import (
    AnyDerived,
    AnyDocument,
    AnyEntity,
    End,
    OneLine,
    RelationshipCard,
    Sent,
    ends,
    type_of,
    typed,
)
from graph.responses import response_model
from graph.store.fulltext import highlights


class Span(Sent):
    """A place in a text, in characters."""

    start: int
    end: int


class Hit(Sent):
    """Something whose words were found."""

    type: str = Field(description="Its type in the vocabulary.")
    id: str
    name: OneLine = Field(description="Its name or title, or the beginning of its text.")
    score: float = Field(description="How well it fits; comparable within one search alone.")
    excerpt: str = Field(description="The text around the first word found, where it has one.")
    highlights: list[Span] = Field(description="The words found in the excerpt.")
    published_at: str | None


class NameUse(Sent):
    """A spelling of a name and how usual it is."""

    name: str
    mentions: int = Field(description="How often it is written so.")
    documents: int = Field(description="In how many documents.")


class TieCount(Sent):
    """How many sentences of one type and modality there are."""

    type: str
    modality: str
    sentences: int


class EntityProfile(Sent):
    """An entity, how documents write its name, and how much they say of it."""

    entity: AnyEntity
    relationships: int = Field(description="Number of cited relationships with other entities.")
    documents: int = Field(description="Number of documents that speak of it.")
    names: list[NameUse] = Field(description="The usual spellings first, fifty at most.")
    ties: list[TieCount] = Field(description="What is said of it, by type and modality.")


class TimelineEntry(RelationshipCard):
    """A cited relationship and when it begins."""

    when: str = Field(description="When it begins, as precisely as it is known.")
    dated: bool = Field(description="False where only the publication dates it.")


class Step(RelationshipCard):
    """One step of a chain: one of the sentences behind it, and how many there are."""

    sentences: int


class Chain(Sent):
    """A chain of cited ties from one entity to another."""

    steps: list[Step]


class Mention(Span):
    """A place where a document names an entity."""

    entity: str = Field(description="Id of the entity.")
    name: str
    type: str
    kind: str = Field(description="How it is meant: name, metonym, demonym, nominal or coref.")


class DocumentPage(Sent):
    """A document with its text, the places where it names entities, and what it says."""

    document: AnyDocument
    mentions: list[Mention]
    assertions: list[RelationshipCard] = Field(description="In the order of the text.")
    truncated: bool = Field(description="Whether a limit of the server cut a list short.")


class ClaimSummary(Sent):
    """A claim and how much it was said."""

    id: str
    text: str
    lang: str | None
    topic: str | None
    sentences: int
    speakers: int
    first: str | None = Field(description="When it was first published.")
    latest: str | None = Field(description="When it was last published.")

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> ClaimSummary:
        """A row of the statement `claims` as it is sent."""
        return cls.model_validate({name: row[name] for name in cls.model_fields})


class AudienceCell(Sent):
    """How often a claim was told to an audience with one stance."""

    audience: str | None = Field(description="Null where no document names the audience.")
    stance: str
    sentences: int
    channels: list[str] = Field(description="Ids of the channels that told it.")
    citations: list[str] = Field(description="Ids of up to ten citations.")


class ClaimPage(Sent):
    """A claim, who carries it and when, what stands against it, and to whom it was told."""

    claim: response_model("Claim")  # type: ignore[valid-type]
    carriers: list[RelationshipCard] = Field(description="By publication, the first of them first.")
    related: list[RelationshipCard] = Field(description="Contradictions, repetitions, narratives.")
    audiences: list[AudienceCell]


class SizeObservation(Sent):
    """How many subscribers a channel had when a document looked."""

    value: int
    bound: str = Field(description="exact, approx, below or at_least.")
    date: str | None
    citation: str
    quote: str


class DerivedTie(Sent):
    """A computed tie of two channels; its `documents` are ids of posts behind it."""

    relationship: AnyDerived
    source: End
    target: End
    parameters: dict[str, Any] = Field(description="What the rule was told.")
    coverage: dict[str, Any] = Field(description="What the rule looked at.")


class RankedChannel(Sent):
    """A channel and how much it carries on, or is carried on."""

    channel: End
    weight: int = Field(description="How many forwards, or the weights of its edges together.")
    channels: int = Field(description="Of how many others, or by how many.")
    method: str | None = Field(description="The rule; null where stored forwards are counted.")
    parameters: dict[str, Any] | None = Field(description="What the rule was told.")
    coverage: dict[str, Any] | None = Field(description="What the rule looked at.")
    documents: list[str] = Field(description="Ids of some posts behind it.")


class Flip(Sent):
    """A channel that stood one way to a claim and then another, or said what contradicts itself."""

    before: str
    before_stance: str
    before_date: str | None
    before_citation: str
    after: str
    after_stance: str
    after_date: str | None
    after_citation: str


class ChannelPage(Sent):
    """A channel: what it is, how large it was, who carries it on, and where it turned."""

    channel: response_model("Channel")  # type: ignore[valid-type]
    subscribers: list[SizeObservation] = Field(description="By date.")
    amplification: list[DerivedTie] = Field(description="The strongest first.")
    flips: list[Flip]


def hit(row: Mapping[str, Any], words: list[str]) -> Hit:
    """A row of the statement `search` as it is sent."""
    spans = [Span(start=start, end=end) for start, end in highlights(row["excerpt"], words)]
    return Hit(
        type=type_of(row["labels"]),
        highlights=spans,
        **{name: row[name] for name in ("id", "name", "score", "excerpt", "published_at")},
    )


def mention(row: Mapping[str, Any]) -> Mention:
    """A row of the statement `mentions` as it is sent."""
    known = {name: row[name] for name in ("start", "end", "entity", "name", "kind")}
    return Mention(**known, type=type_of(row["labels"]))


def timeline_entry(row: Mapping[str, Any]) -> TimelineEntry:
    """A row of the statement `timeline` as it is sent."""
    return TimelineEntry(**ends(row), when=row["begins"], dated=row["dated"])


def chains(rows: list[dict[str, Any]]) -> list[Chain]:
    """Rows of the statement `paths` as they are sent."""
    found: dict[int, list[Step]] = {}
    for row in rows:
        found.setdefault(row["path"], []).append(Step(**ends(row), sentences=row["sentences"]))
    return [Chain(steps=steps) for _, steps in sorted(found.items())]


def derived(row: Mapping[str, Any]) -> DerivedTie:
    """A row of the statement `derived` as it is sent."""
    told = {name: json.loads(row["properties"][name]) for name in ("parameters", "coverage")}
    return DerivedTie(**ends(row), **told)


def ranked(row: Mapping[str, Any]) -> RankedChannel:
    """A row of a ranking as it is sent."""
    told = {name: row[name] and json.loads(row[name]) for name in ("parameters", "coverage")}
    known = {name: row[name] for name in ("weight", "channels", "method", "documents")}
    return RankedChannel(channel=End(id=row["id"], name=row["name"]), **known, **told)


def claim_node(row: Mapping[str, Any]) -> Any:
    """A claim as the vocabulary has it."""
    return typed("Claim", row["properties"])
