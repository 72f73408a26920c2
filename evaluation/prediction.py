"""What the extractor says about a document, as typed records of its own JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evaluation.gold import Span, span_of


@dataclass(frozen=True, slots=True)
class Found:
    """An extracted entity or channel; `mentions` are spans of the stored text with their kind."""

    id: str
    type: str
    name: str | None
    is_channel: bool
    anonymous: bool
    subscribers: int | None
    bound: str | None
    mentions: tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """An extracted claim."""

    span: Span
    speaker: str | None
    stance: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """An extracted relation with the span of its evidence."""

    source: str
    type: str
    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class Prediction:
    """All that was extracted from one document, with the text its offsets refer to."""

    stored: str
    found: tuple[Found, ...]
    claims: tuple[FoundClaim, ...]
    relations: tuple[FoundRelation, ...]


def parse(extraction: Mapping[str, Any], stored: str) -> Prediction:
    """Read one line of `sayso extract --format json`; `stored` is the text it refers to."""
    entities = [_found(record, is_channel=False) for record in extraction["entities"]]
    channels = [_found(record, is_channel=True) for record in extraction.get("channels") or ()]
    return Prediction(
        stored=stored,
        found=(*entities, *channels),
        claims=tuple(
            FoundClaim(span_of(r), r.get("speaker"), r.get("stance"), r.get("date"))
            for r in extraction.get("claims") or ()
        ),
        relations=tuple(
            FoundRelation(r["source"], r["type"], r["target"], span_of(r))
            for r in extraction.get("relations") or ()
        ),
    )


def _found(record: Mapping[str, Any], *, is_channel: bool) -> Found:
    return Found(
        id=record["id"],
        type=record.get("type", "Channel"),
        name=record.get("name"),
        is_channel=is_channel,
        anonymous=bool(record.get("anonymous", False)),
        subscribers=record.get("subscribers"),
        bound=record.get("bound"),
        mentions=tuple((span_of(m), m.get("kind", "name")) for m in record["mentions"]),
    )
