"""What extraction found in one document, in character offsets: the shape `sayso extract` prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from graph.ids import hashed_id
from graph.model import Document, Modality
from ingest.nlp.findings import (
    Bound,
    Claim,
    Findings,
    Mention,
    MentionKind,
    Mode,
    Relation,
    Stance,
)
from ingest.nlp.tokens import Tokens


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """Characters `start` to `end` of the stored text mention something, in the way `kind` says.

    `extractor`, here and in the other records, names the model that found it beside the rules;
    None stands for Sayso's own rules.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    extractor: str | None = None


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """An entity of the document; `properties` are the vocabulary's for its type."""

    id: str
    type: str
    name: str
    mentions: tuple[MentionRecord, ...]
    properties: dict[str, str] = field(default_factory=dict)
    extractor: str | None = None


@dataclass(frozen=True, slots=True)
class ChannelRecord:
    """A channel of the document; `number` is the place of its subscriber count in the text."""

    id: str
    name: str
    platform: str | None
    handle: str | None
    kind: str | None
    subscribers: int | None
    bound: Bound
    anonymous: bool
    owner: str | None
    number: tuple[int, int] | None
    mentions: tuple[MentionRecord, ...]
    extractor: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """What somebody said; `evidence` is the stretch a citation shows, cue and speaker included."""

    id: str
    start: int
    end: int
    text: str
    speaker: str | None
    via: str | None
    mode: Mode
    stance: Stance
    modality: Modality
    cue: str | None
    date: str | None
    evidence: tuple[int, int]
    extractor: str | None = None


@dataclass(frozen=True, slots=True)
class RelationRecord:
    """One relation between two ids of the document, and the sentence it rests on."""

    id: str
    type: str
    source: str
    target: str
    start: int
    end: int
    date: str | None
    modality: Modality
    asserted_by: str
    attributes: dict[str, str]
    extractor: str | None = None


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """What became of the candidates of one model: how many, and by reason where they were lost.

    `merged` ones say what was found without them; `failed` counts questions without an answer.
    """

    source: str
    accepted: int
    merged: int
    dropped: dict[str, int]
    failed: dict[str, int]


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in `document`, sorted, so that the same text always prints the same line.

    `candidates` has an item for every model that was asked beside the rules.
    """

    document: Document
    entities: tuple[EntityRecord, ...]
    channels: tuple[ChannelRecord, ...]
    claims: tuple[ClaimRecord, ...]
    relations: tuple[RelationRecord, ...]
    candidates: tuple[SourceCounts, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The JSON document `sayso extract --format json` prints on one line."""
        document = self.document
        found: dict[str, Any] = {
            "document": {
                "id": document.id,
                "title": document.title,
                "lang": document.lang,
                "sha256": document.sha256,
                "length": len(document.text),
            },
            "entities": [asdict(entity, dict_factory=_given) for entity in self.entities],
            "channels": [asdict(channel, dict_factory=_given) for channel in self.channels],
            "claims": [asdict(claim, dict_factory=_given) for claim in self.claims],
            "relations": [asdict(relation, dict_factory=_given) for relation in self.relations],
        }
        if self.candidates:
            found["candidates"] = [asdict(counts) for counts in self.candidates]
        return found

    def to_text(self) -> str:
        """A summary for reading: every finding on a line, with the words it rests on."""
        return "\n".join(_summary(self))


def from_findings(document: Document, found: Findings) -> Extraction:
    """Turn token findings into records with character offsets, in a fixed order."""
    tokens = found.tokens
    entities = [
        EntityRecord(
            entity.id,
            entity.type,
            entity.name,
            _mentions(tokens, entity.mentions),
            entity.properties,
        )
        for entity in found.entities.values()
        if entity.mentions
    ]
    channels = [
        ChannelRecord(
            channel.id,
            channel.name,
            channel.platform,
            channel.handle,
            channel.kind,
            channel.subscribers,
            channel.bound,
            channel.anonymous,
            channel.owner,
            None if channel.number is None else _characters(tokens, *channel.number),
            _mentions(tokens, channel.mentions),
        )
        for channel in found.channels.values()
        if channel.mentions
    ]
    known = {entity.id for entity in entities} | {channel.id for channel in channels}
    claims = [_claim(document, tokens, claim, known) for claim in found.claims]
    relations = [
        _relation(document, tokens, relation, known)
        for relation in found.relations
        if relation.source in known and relation.target in known
    ]
    return Extraction(
        document,
        tuple(sorted(entities, key=lambda e: (e.mentions[0].start, e.id))),
        tuple(sorted(channels, key=lambda c: (c.mentions[0].start, c.id))),
        tuple(sorted(claims, key=lambda c: (c.start, c.end))),
        tuple(sorted(relations, key=lambda r: (r.start, r.type, r.source, r.target, r.id))),
    )


def _given(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    """A record as JSON; what the rules found names no extractor."""
    return {key: value for key, value in fields if key != "extractor" or value is not None}


def _characters(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The characters of some tokens, without white space (which spaCy makes tokens of) around."""
    while end - 1 > start and tokens.text[end - 1].isspace():
        end -= 1
    while start < end - 1 and tokens.text[start].isspace():
        start += 1
    return tokens.starts[start], tokens.ends[end - 1]


def _mentions(tokens: Tokens, mentions: list[Mention]) -> tuple[MentionRecord, ...]:
    records = []
    for mention in mentions:
        start, end = _characters(tokens, mention.start, mention.end)
        records.append(MentionRecord(start, end, tokens.stored[start:end], mention.kind))
    return tuple(sorted(set(records), key=lambda m: (m.start, m.end, m.kind)))


def _claim(document: Document, tokens: Tokens, claim: Claim, known: set[str]) -> ClaimRecord:
    start, end = _characters(tokens, claim.start, claim.end)
    return ClaimRecord(
        hashed_id("claim", document.id, start, end, claim.speaker),
        start,
        end,
        document.text[start:end],
        claim.speaker if claim.speaker in known else None,
        claim.via if claim.via in known else None,
        claim.mode,
        claim.stance,
        claim.modality,
        claim.cue,
        claim.date,
        _characters(tokens, *claim.evidence),
    )


def _relation(
    document: Document, tokens: Tokens, relation: Relation, known: set[str]
) -> RelationRecord:
    start, end = _characters(tokens, relation.start, relation.end)
    speaker = relation.asserted_by if relation.asserted_by in known else "document"
    said = (relation.type, relation.source, relation.target, start, end)
    detail = (relation.date, sorted(relation.attributes.items()), relation.modality, speaker)
    return RelationRecord(
        hashed_id("assertion", document.id, *said, *detail),
        relation.type,
        relation.source,
        relation.target,
        start,
        end,
        relation.date,
        relation.modality,
        speaker or "document",
        relation.attributes,
    )


def _summary(extraction: Extraction) -> Iterator[str]:
    document = extraction.document
    names: dict[str, str] = {e.id: e.name for e in extraction.entities}
    names |= {c.id: c.name for c in extraction.channels}
    yield f"{document.title or document.source}  [{document.id}, {len(document.text)} characters]"
    yield f"\nEntities ({len(extraction.entities)})"
    for entity in extraction.entities:
        yield f"  {entity.type:13} {entity.name}  x{len(entity.mentions)}"
    yield f"\nChannels ({len(extraction.channels)})"
    for channel in extraction.channels:
        size = "" if channel.subscribers is None else f"  {channel.bound} {channel.subscribers:,}"
        yield f"  {channel.platform or '-':13} {channel.name}{size}"
    yield f"\nClaims ({len(extraction.claims)})"
    for claim in extraction.claims:
        speaker = names.get(claim.speaker or "", "(narrator)" if claim.mode == "narrator" else "?")
        via = f" via {names[claim.via]}" if claim.via else ""
        when = f" [{claim.date}]" if claim.date else ""
        yield f"  {speaker}{via} {claim.stance}{when}: {' '.join(claim.text.split())}"
    yield f"\nRelations ({len(extraction.relations)})"
    for relation in extraction.relations:
        by = "" if relation.asserted_by == "document" else f" says {names[relation.asserted_by]}"
        when = f" [{relation.date}]" if relation.date else ""
        extra = " ".join(f"{key}={value}" for key, value in sorted(relation.attributes.items()))
        yield (
            f"  {names[relation.source]} {relation.type.upper()} {names[relation.target]}{when} "
            f"{relation.modality}{by} {extra}".rstrip()
        )
    for counts in extraction.candidates:
        lost = {**counts.dropped, **counts.failed}
        why = "".join(f", {number} {reason}" for reason, number in lost.items())
        yield f"\nFrom {counts.source}: {counts.accepted} new, {counts.merged} known{why}"
