"""The check every candidate passes before it counts: its quote stands in the text, its types are
the vocabulary's, whom it speaks of is known, and the rules did not find the same already.

The rules go first: where a candidate and a finding of the rules disagree about the same words, the
candidate is dropped. Everything is a pure function of the document, what was found in it, and the
set of candidates; their order does not matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Literal, get_args

from graph.ids import hashed_id
from graph.model import Modality
from graph.vocabulary import RelationshipType, load_vocabulary
from ingest.candidates.candidate import (
    Candidate,
    ClaimCandidate,
    EntityCandidate,
    RelationCandidate,
)
from ingest.candidates.identify import Refusal, identify
from ingest.candidates.known import KnownEntities
from ingest.candidates.places import Stretches, find
from ingest.extraction import (
    ChannelRecord,
    ClaimRecord,
    EntityRecord,
    Extraction,
    MentionRecord,
    RelationRecord,
)
from ingest.nlp.findings import MentionKind, Mode, Stance

Record = EntityRecord | ChannelRecord | ClaimRecord | RelationRecord
Place = tuple[int, int]
_Refusal = Literal[
    "quote not in text",
    "quote too long",
    "evidence does not hold the quote",
    "unknown type",
    "unknown entity",
    "unknown speaker",
    "entity not in quote",
    "at odds with the rules",
]
Reason = _Refusal | Refusal
REASONS: tuple[Reason, ...] = (*get_args(_Refusal), *get_args(Refusal))
Outcome = Literal["accepted", "merged"] | Reason


MAX_NAME, MAX_QUOTE = 160, 2_000
"""Characters of a name and of a passage; a citation must be short enough to be read."""
_QUOTATION_MARKS = (("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"), ('"', '"'), ("'", "'"))


@dataclass(frozen=True, slots=True)
class Checked:
    """What a source's candidates came to: every one is accepted, merged or dropped.

    `accepted` holds new records, and for entities known before a record with their new mentions
    alone; `count` is how many candidates made them. `dropped` counts the others by reason.
    """

    accepted: tuple[Record, ...]
    count: int
    merged: int
    dropped: Counter[Reason]


def check(extraction: Extraction, candidates: Iterable[Candidate], *, extractor: str) -> Checked:
    """Check candidates for the document of `extraction` against it and against its text.

    `extractor` is written into every record accepted.
    """
    run = _Check(extraction, extractor)
    given = list(candidates)
    entities = [one for one in given if isinstance(one, EntityCandidate)]
    claims = [one for one in given if isinstance(one, ClaimCandidate)]
    relations = [one for one in given if isinstance(one, RelationCandidate)]
    outcomes: Counter[Outcome] = Counter(
        chain(
            map(run.entity, sorted(entities, key=_fullest_first)),
            map(run.claim, sorted(claims, key=repr)),
            map(run.relation, sorted(relations, key=repr)),
        )
    )
    dropped: Counter[Reason] = Counter()
    dropped.update({reason: outcomes[reason] for reason in REASONS if outcomes[reason]})
    return Checked(run.records(), outcomes["accepted"], outcomes["merged"], dropped)


def _fullest_first(candidate: EntityCandidate) -> tuple[int, str]:
    """Full names before the short ones that take them up."""
    return -len(candidate.name.split()), repr(candidate)


class _Check:
    """One document's findings, and what has been accepted beside them so far."""

    def __init__(self, extraction: Extraction, extractor: str) -> None:
        self.document = extraction.document
        self.text = extraction.document.text
        self.extractor = extractor
        self.known = KnownEntities(extraction)
        self.entities = {entity.id: entity for entity in extraction.entities}
        self.channels = {channel.id: channel for channel in extraction.channels}
        self.added: dict[str, EntityRecord | ChannelRecord] = {}
        self.statements: list[ClaimRecord | RelationRecord] = []
        self.mentioned: Stretches[tuple[str, MentionKind]] = Stretches()
        self.claimed: Stretches[ClaimRecord] = Stretches()
        self.related: Stretches[RelationRecord] = Stretches()
        named: list[EntityRecord | ChannelRecord]
        named = [*extraction.entities, *extraction.channels]
        for record in named:
            for mention in record.mentions:
                self.mentioned.add(mention.start, mention.end, (record.id, mention.kind))
        for claim in extraction.claims:
            self.claimed.add(claim.start, claim.end, claim)
        for relation in extraction.relations:
            self.related.add(relation.start, relation.end, relation)

    def records(self) -> tuple[Record, ...]:
        """Everything accepted, in a fixed order."""
        every: list[Record] = [*map(_in_order, self.added.values()), *self.statements]
        return tuple(sorted(every, key=lambda record: record.id))

    def entity(self, candidate: EntityCandidate) -> Outcome:
        """Accept a mention of an entity, new or known."""
        if candidate.type not in entity_types():
            return "unknown type"
        place = self._place(candidate.quote, candidate.start, MAX_NAME)
        if isinstance(place, str):
            return place
        there = [
            (self.known.types[id_], kind)
            for _, _, (id_, kind) in self.mentioned.overlapping(*place)
        ]
        if any(type_ == candidate.type for type_, _ in there):
            return "merged"
        if any(kind not in ("nominal", "coref") for _, kind in there):
            return "at odds with the rules"  # while a name may stand in a longer description
        found = identify(self.text, self.known, candidate)
        if isinstance(found, str):
            return found
        self._mention(*found, candidate.type, place)
        return "accepted"

    def _place(self, quote: str, near: int | None, longest: int) -> Place | Reason:
        if len(quote) > longest:
            return "quote too long"
        return find(self.text, quote, near) or "quote not in text"

    def _mention(self, id_: str, name: str, kind: MentionKind, type_: str, place: Place) -> None:
        mention = MentionRecord(*place, self.text[slice(*place)], kind, self.extractor)
        record = self.added.get(id_)
        if record is None:
            known = self.entities.get(id_) or self.channels.get(id_)
            if known is None:
                record = self._record(id_, name, type_)
                self.known.add(id_, type_, name)
            else:
                record = replace(known, mentions=())
        self.added[id_] = replace(record, mentions=(*record.mentions, mention))
        if kind != "coref":
            self.known.add(id_, type_, mention.text)
        self.mentioned.add(*place, (id_, kind))

    def _record(self, id_: str, name: str, type_: str) -> EntityRecord | ChannelRecord:
        if type_ != "Channel":
            return EntityRecord(id_, type_, name, (), {}, self.extractor)
        return ChannelRecord(
            id=id_,
            name=name,
            platform=None,
            handle=None,
            kind=None,
            subscribers=None,
            bound="none",
            anonymous=False,
            owner=None,
            number=None,
            mentions=(),
            extractor=self.extractor,
        )

    def claim(self, candidate: ClaimCandidate) -> Outcome:
        """Accept what a known speaker says."""
        if candidate.stance not in get_args(Stance) or candidate.modality not in get_args(Modality):
            return "unknown type"
        place = self._place(candidate.quote, candidate.start, MAX_QUOTE)
        if isinstance(place, str):
            return place
        evidence = self._evidence(candidate, place)
        if isinstance(evidence, str):
            return evidence
        speaker = self.known.resolve(candidate.speaker, _type("SAID").sources)
        if speaker is None:
            return "unknown speaker"
        (start, end), mode = self._without_marks(place)
        for _, _, other in self.claimed.overlapping(start, end):
            if other.speaker == speaker:
                return "merged"
            if _mostly_same((start, end), (other.start, other.end)):
                return "merged" if other.speaker is None else "at odds with the rules"
        record = ClaimRecord(
            id=hashed_id("claim", self.document.id, start, end, speaker),
            start=start,
            end=end,
            text=self.text[start:end],
            speaker=speaker,
            via=None,
            mode=mode,
            stance=candidate.stance,  # type: ignore[arg-type]  # looked up above
            modality=candidate.modality,  # type: ignore[arg-type]
            cue=None,
            date=None,
            evidence=evidence,
            extractor=self.extractor,
        )
        self.statements.append(record)
        self.claimed.add(start, end, record)
        return "accepted"

    def _evidence(self, candidate: ClaimCandidate, place: Place) -> Place | Reason:
        """The passage to cite: the one given, where it holds the quote, else the quote itself."""
        if candidate.evidence is None:
            return place
        near = place[0] - max(candidate.evidence.find(candidate.quote), 0)
        passage = self._place(candidate.evidence, near, MAX_QUOTE)
        if isinstance(passage, str) or (passage[0] <= place[0] and place[1] <= passage[1]):
            return passage
        return "evidence does not hold the quote"

    def _without_marks(self, place: Place) -> tuple[Place, Mode]:
        """The words alone, and whether they stand in quotation marks."""
        start, end = place
        for first, last in _QUOTATION_MARKS:
            if end - start > 2 and self.text[start] == first and self.text[end - 1] == last:
                return (start + 1, end - 1), "quoted"
            if self.text[start - 1 : start] == first and self.text[end : end + 1] == last:
                return place, "quoted"
        return place, "reported"

    def relation(self, candidate: RelationCandidate) -> Outcome:
        """Accept a relation between two entities that its quote mentions."""
        type_ = relation_types().get(candidate.type.upper())
        if type_ is None or candidate.modality not in get_args(Modality):
            return "unknown type"
        place = self._place(candidate.quote, candidate.start, MAX_QUOTE)
        if isinstance(place, str):
            return place
        source = self.known.resolve(candidate.source, type_.sources)
        target = self.known.resolve(candidate.target, type_.targets)
        if source is None or target is None or source == target:
            return "unknown entity"
        speaker: str | None = "document"
        if candidate.asserted_by is not None:
            speaker = self.known.resolve(candidate.asserted_by, _type("SAID").sources)
        if speaker is None:
            return "unknown speaker"
        if not {source, target} <= {id_ for _, _, (id_, _) in self.mentioned.overlapping(*place)}:
            return "entity not in quote"
        if type_.symmetric and target < source:
            source, target = target, source
        said = (type_.name.lower(), source, target)
        for _, _, other in self.related.overlapping(*place):
            if (other.type, other.source, other.target) == said:
                return "merged"
        record = RelationRecord(
            id=hashed_id(
                "assertion", self.document.id, *said, *place, None, [], candidate.modality, speaker
            ),
            type=said[0],
            source=source,
            target=target,
            start=place[0],
            end=place[1],
            date=None,
            modality=candidate.modality,  # type: ignore[arg-type]  # looked up above
            asserted_by=speaker,
            attributes={},
            extractor=self.extractor,
        )
        self.statements.append(record)
        self.related.add(*place, record)
        return "accepted"


def _in_order(record: EntityRecord | ChannelRecord) -> EntityRecord | ChannelRecord:
    mentions = sorted(record.mentions, key=lambda m: (m.start, m.end, m.kind))
    return replace(record, mentions=tuple(mentions))


def _mostly_same(one: Place, other: Place) -> bool:
    """Whether two stretches share at least half of the longer one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared * 2 >= max(one[1] - one[0], other[1] - other[0])


def _type(name: str) -> RelationshipType:
    return load_vocabulary().relationship(name)


@lru_cache(maxsize=1)
def entity_types() -> frozenset[str]:
    """The types of what a document can name."""
    return frozenset(t.name for t in load_vocabulary().concrete() if t.root == "Entity")


@lru_cache(maxsize=1)
def relation_types() -> dict[str, RelationshipType]:
    """Relationships between two entities that a document asserts."""
    types = load_vocabulary().relationships.values()
    entities = entity_types()
    return {
        t.name: t
        for t in types
        if t.category == "assertion" and entities >= {*t.sources, *t.targets}
    }
