"""Which gold entity or channel each finding stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from evaluation.align import aligner
from evaluation.gold import GoldChannel, GoldDocument, GoldEntity, Span
from evaluation.prediction import Found, Prediction

NAMING = ("name", "metonym")
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_TAILS = ("'s", "’s", "’", "'", ",", ".")


def trim(text: str, span: Span) -> Span:
    """The span without a leading article and one trailing possessive or mark."""
    start, end = span
    article = _ARTICLE.match(text[start:end])
    if article:
        start += article.end()
    for tail in _TAILS:
        if text[start:end].endswith(tail):
            return start, end - len(tail)
    return start, end


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


@dataclass(slots=True)
class GoldIndex:
    """Gold by place: whose mention a (trimmed) span is, and which of them may be missed."""

    entities: dict[str, GoldEntity] = field(default_factory=dict)
    channels: dict[str, GoldChannel] = field(default_factory=dict)
    owners: dict[Span, set[str]] = field(default_factory=lambda: defaultdict(set))
    required: dict[Span, str] = field(default_factory=dict)
    optional: set[Span] = field(default_factory=set)
    channel_spans: list[tuple[Span, str]] = field(default_factory=list)


def index(gold: GoldDocument) -> GoldIndex:
    """Index the mentions of a gold document by their trimmed spans."""
    found = GoldIndex({e.id: e for e in gold.entities}, {c.id: c for c in gold.channels})
    for entity in gold.entities:
        for mention in entity.mentions:
            span = trim(gold.text, mention.span)
            found.owners[span].add(entity.id)
            if mention.kind in NAMING and entity.required:
                found.required[span] = entity.id
            else:
                found.optional.add(span)
    for channel in gold.channels:
        for mention in channel.mentions:
            span = trim(gold.text, mention.span)
            found.owners[span].add(channel.id)
            found.optional.add(span)
            found.channel_spans.append((span, channel.id))
    return found


@dataclass(slots=True)
class Matching:
    """Findings in the offsets of the gold text, and the gold node that each stands for.

    `carry` brings a span of the stored text over and gives None outside the annotated range.
    """

    text: str
    gold: GoldIndex
    carry: Callable[[Span], Span | None]
    found: dict[str, tuple[Found, list[tuple[Span, str]]]] = field(default_factory=dict)
    node_of: dict[str, str] = field(default_factory=dict)

    def node(self, id_: str | None) -> str | None:
        """The gold id behind a found id, or the found id itself where there is none."""
        return self.node_of.get(id_, id_) if id_ is not None else None


def match(gold: GoldDocument, prediction: Prediction) -> Matching:
    """Align the findings with the gold text and let their mentions vote for a gold node."""
    align = aligner(prediction.stored, gold.text)

    def carry(span: Span) -> Span | None:
        there = align(span)
        if there is None or there[0] < gold.annotated[0] or there[1] > gold.annotated[1]:
            return None
        return None if any(a <= there[0] and there[1] <= b for a, b in gold.ignored) else there

    matching = Matching(gold.text, index(gold), carry)
    for found in prediction.found:
        spans = [
            (trim(gold.text, there), kind)
            for span, kind in found.mentions
            if (there := carry(span)) is not None
        ]
        if spans:
            matching.found[found.id] = (found, spans)
    for id_, (found, spans) in matching.found.items():
        votes = _votes(matching.gold, spans)
        for_channels = {n: v for n, v in votes.items() if n in matching.gold.channels}
        if found.is_channel and found.anonymous and for_channels:
            votes = for_channels
        if votes:
            matching.node_of[id_] = max(votes, key=votes.__getitem__)
    return matching


def _votes(gold: GoldIndex, spans: list[tuple[Span, str]]) -> dict[str, float]:
    """Votes for each gold node; of equal ones the node voted for first stands first.

    A name weighs three times a lesser mention, an overlap three tenths of an exact span. Nodes
    that one mention votes for come by the characters they share with it, then by id.
    """
    votes: dict[str, float] = defaultdict(float)
    for span, kind in spans:
        weight = 3.0 if kind in (*NAMING, "intro") else 1.0
        exact = span in gold.owners
        shared: dict[str, int] = {}
        for place in [span] if exact else gold.owners:
            if overlap(place, span):
                length = min(place[1], span[1]) - max(place[0], span[0])
                for node in gold.owners[place]:
                    shared[node] = max(length, shared.get(node, 0))
        for node in sorted(shared, key=lambda node: (-shared[node], node)):
            votes[node] += weight if exact else weight * 0.3
    return votes
