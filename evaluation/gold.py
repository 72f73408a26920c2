"""Gold as typed records: what a document really says, with offsets into its text file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One place where an entity or a channel is spoken of."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A node of the graph; only `required` ones can be missed."""

    id: str
    type: str
    type_alternatives: tuple[str, ...]
    canonical: str
    required: bool
    mentions: tuple[GoldMention, ...]

    @property
    def is_named(self) -> bool:
        """Whether any mention is by name or metonym, so that a reader could look it up."""
        return any(mention.kind in ("name", "metonym") for mention in self.mentions)


@dataclass(frozen=True, slots=True)
class GoldChannel:
    """A channel with the size the text gives it and which way that number is bounded."""

    id: str
    required: bool
    subscribers: int | None
    bound: str | None
    mentions: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """Who said what; `spans` are the main span and the others that count as the same claim."""

    id: str
    required: bool
    speakers: tuple[str, ...]
    spans: tuple[Span, ...]
    stances: tuple[str | None, ...]
    dates: tuple[str, ...]
    date_is_stated: bool


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """An edge, with the other ends and types that would be as right."""

    required: bool
    sources: tuple[str, ...]
    types: tuple[str, ...]
    targets: tuple[str, ...]
    symmetric: bool
    group: str | None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated document; nothing outside `annotated` or inside `ignored` is scored."""

    key: str
    path: Path
    text: str
    annotated: Span
    ignored: tuple[Span, ...]
    entities: tuple[GoldEntity, ...]
    channels: tuple[GoldChannel, ...]
    claims: tuple[GoldClaim, ...]
    relations: tuple[GoldRelation, ...]


def load(path: Path) -> GoldDocument:
    """Read `X.gold.json` and the text file it names, relative to it."""
    gold = json.loads(path.read_text(encoding="utf8"))
    text_path = path.parent / gold["document"]["file"]
    text = text_path.read_bytes().decode("utf8")
    first, last = gold["document"].get("annotated_range") or (0, len(text))
    return GoldDocument(
        key=path.name.removesuffix(".gold.json"),
        path=text_path,
        text=text,
        annotated=(first, last),
        ignored=tuple(span_of(span) for span in gold.get("ignore") or ()),
        entities=tuple(map(_entity, gold["entities"])),
        channels=tuple(map(_channel, gold["channels"])),
        claims=tuple(map(_claim, gold["claims"])),
        relations=tuple(map(_relation, gold["relations"])),
    )


def span_of(record: Mapping[str, Any]) -> Span:
    """The place that a record names by `start` and `end`."""
    return record["start"], record["end"]


def _mentions(record: Mapping[str, Any]) -> tuple[GoldMention, ...]:
    return tuple(GoldMention(span_of(m), m["kind"]) for m in record["mentions"])


def _entity(record: Mapping[str, Any]) -> GoldEntity:
    return GoldEntity(
        id=record["id"],
        type=record["type"],
        type_alternatives=tuple(record.get("type_alternatives") or ()),
        canonical=record["canonical"],
        required=record["required"],
        mentions=_mentions(record),
    )


def _channel(record: Mapping[str, Any]) -> GoldChannel:
    return GoldChannel(
        id=record["id"],
        required=record["required"],
        subscribers=record.get("subscribers"),
        bound=record.get("subscribers_bound"),
        mentions=_mentions(record),
    )


def _claim(record: Mapping[str, Any]) -> GoldClaim:
    date = record.get("date")
    return GoldClaim(
        id=record["id"],
        required=record["required"],
        speakers=(record["speaker"], *(record.get("speaker_alternatives") or ())),
        spans=(span_of(record), *(span_of(span) for span in record.get("alt_spans") or ())),
        stances=(record.get("stance"), *(record.get("stance_alternatives") or ())),
        dates=(str(date), *map(str, record.get("date_alternatives") or ())) if date else (),
        date_is_stated=record.get("date_basis") == "stated",
    )


def _relation(record: Mapping[str, Any]) -> GoldRelation:
    return GoldRelation(
        required=record["required"],
        sources=(record["source"], *(record.get("also_sources") or ())),
        types=(record["relation"], *(record.get("also_relations") or ())),
        targets=(record["target"], *(record.get("also_targets") or ())),
        symmetric=bool(record.get("symmetric")),
        group=record.get("group"),
    )
