"""What the rules found and what models add to it, as one extraction."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

import structlog

from graph.errors import CandidateError
from ingest.candidates.candidate import Candidate, CandidateSource
from ingest.candidates.check import Record, check
from ingest.extraction import (
    ChannelRecord,
    ClaimRecord,
    EntityRecord,
    Extraction,
    RelationRecord,
    SourceCounts,
)

_Named = TypeVar("_Named", EntityRecord, ChannelRecord)

# Bound to the standard library's logging: structlog's own default prints to standard output, which
# is for findings alone.
log = structlog.wrap_logger(
    logging.getLogger(__name__),
    processors=[
        structlog.stdlib.filter_by_level,
        structlog.processors.KeyValueRenderer(key_order=["event"]),
    ],
    wrapper_class=structlog.stdlib.BoundLogger,
)


def with_candidates(extraction: Extraction, sources: Sequence[CandidateSource]) -> Extraction:
    """Ask each source in turn and add what passes the check; later ones see earlier findings.

    A source that fails costs its own findings alone: failures are counted and logged.
    """
    for source in sources:
        failed: Counter[str] = Counter()
        proposed: list[Candidate] = []
        for outcome in source.candidates(extraction.document):
            if isinstance(outcome, CandidateError):
                failed[outcome.reason] += 1
            else:
                proposed.append(outcome)
        for reason, times in sorted(failed.items()):
            document = extraction.document.id
            log.warning(
                "candidates.failed",
                source=source.name,
                document=document,
                reason=reason,
                times=times,
            )
        checked = check(extraction, proposed, extractor=source.name)
        counts = SourceCounts(
            source.name,
            checked.count,
            checked.merged,
            dict(sorted(checked.dropped.items())),
            dict(sorted(failed.items())),
        )
        extraction = merge(extraction, checked.accepted)
        extraction = replace(extraction, candidates=(*extraction.candidates, counts))
    return extraction


def merge(extraction: Extraction, accepted: Iterable[Record]) -> Extraction:
    """The extraction with accepted records, sorted as ever; known entities gain their mentions."""
    entities = {entity.id: entity for entity in extraction.entities}
    channels = {channel.id: channel for channel in extraction.channels}
    claims, relations = list(extraction.claims), list(extraction.relations)
    for record in accepted:
        match record:
            case EntityRecord():
                known = entities.get(record.id)
                entities[record.id] = record if known is None else _joined(known, record)
            case ChannelRecord():
                channel = channels.get(record.id)
                channels[record.id] = record if channel is None else _joined(channel, record)
            case ClaimRecord():
                claims.append(record)
            case RelationRecord():
                relations.append(record)
    return replace(
        extraction,
        entities=tuple(sorted(entities.values(), key=lambda e: (e.mentions[0].start, e.id))),
        channels=tuple(sorted(channels.values(), key=lambda c: (c.mentions[0].start, c.id))),
        claims=tuple(sorted(claims, key=attrgetter("start", "end", "id"))),
        relations=tuple(
            sorted(relations, key=attrgetter("start", "type", "source", "target", "id"))
        ),
    )


def _joined(known: _Named, record: _Named) -> _Named:
    mentions = sorted({*known.mentions, *record.mentions}, key=attrgetter("start", "end", "kind"))
    return replace(known, mentions=tuple(mentions))
