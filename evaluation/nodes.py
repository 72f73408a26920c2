"""Score mentions, the nodes behind them, and channels with their numbers."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.gold import Span
from evaluation.matching import NAMING, Matching, overlap
from evaluation.rules import BOUNDS, is_type_right
from evaluation.tally import Tally


@dataclass(frozen=True, slots=True)
class NodeScores:
    """Tallies of what a document speaks of, and the errors behind them in readable form."""

    mentions: Tally
    nodes: Tally
    channels: Tally
    channel_number: Tally
    errors: dict[str, list[str]]


def score_nodes(matching: Matching) -> NodeScores:
    """Score mentions by name or metonym, named nodes, and channels.

    Settles `matching.node_of` for channels, so it comes before claims and relations.
    """
    errors: dict[str, list[str]] = {}
    mentions = _mentions(matching, errors)
    nodes = _nodes(matching, errors)
    channels, numbers = _channels(matching, errors)
    return NodeScores(mentions, nodes, channels, numbers, errors)


def _mentions(matching: Matching, errors: dict[str, list[str]]) -> Tally:
    """A mention is right with the exact (trimmed) span and an accepted type."""
    gold = matching.gold
    types: dict[Span, str] = {}
    for found, spans in matching.found.values():
        if not (found.is_channel and found.anonymous):
            types.update({span: found.type for span, kind in spans if kind in NAMING})
    hits = [span for span in types if span in gold.required]
    right = [s for s in hits if is_type_right(gold.entities[gold.required[s]], types[s])]
    false = [
        span
        for span in types
        if span not in gold.required and not any(overlap(o, span) for o in gold.optional)
    ]
    missed = [span for span in gold.required if span not in types]
    mistyped = [span for span in hits if span not in right]

    def quoted(span: Span) -> str:
        return matching.text[slice(*span)]

    errors["missed mentions"] = list(map(quoted, missed))
    errors["false mentions"] = [f"{quoted(s)} ({types[s]})" for s in false]
    errors["wrong types"] = [
        f"{quoted(s)}: {types[s]}, not {gold.entities[gold.required[s]].type}" for s in mistyped
    ]
    return Tally(len(right), len(false) + len(mistyped), len(missed) + len(mistyped))


def _nodes(matching: Matching, errors: dict[str, list[str]]) -> Tally:
    """A node is right once, however often it is mentioned; a second node for it is wrong."""
    gold = matching.gold
    wanted = [entity for entity in gold.entities.values() if entity.required and entity.is_named]
    types: dict[str, set[str]] = {}
    for id_, node in matching.node_of.items():
        types.setdefault(node, set()).add(matching.found[id_][0].type)
    missed = [e for e in wanted if not any(is_type_right(e, t) for t in types.get(e.id, ()))]
    named = [
        id_
        for id_, (found, spans) in matching.found.items()
        if not found.anonymous and any(kind in NAMING for _, kind in spans)
    ]
    nodes = {matching.node_of[id_] for id_ in named if id_ in matching.node_of}
    errors["missed nodes"] = [entity.canonical for entity in missed]
    errors["nodes that stand for nothing"] = [
        str(matching.found[id_][0].name) for id_ in named if id_ not in matching.node_of
    ]
    return Tally(len(wanted) - len(missed), len(named) - len(nodes), len(missed))


def _channels(matching: Matching, errors: dict[str, list[str]]) -> tuple[Tally, Tally]:
    """A channel is found by any overlap with its mentions; its number is right with its bound."""
    gold = matching.gold
    claimed: set[str] = set()
    right_numbers = 0
    spurious: list[str] = []
    wrong_numbers: list[str] = []
    for id_, (found, spans) in matching.found.items():
        node = matching.node_of.get(id_)
        if not found.is_channel or not (found.anonymous or node in gold.channels):
            continue
        if node not in gold.channels:
            node = next(
                (c for span, _ in spans for place, c in gold.channel_spans if overlap(place, span)),
                node,
            )
        if node is None or node not in gold.channels:
            spurious.append(str(found.name or matching.text[slice(*spans[0][0])]))
            continue
        matching.node_of[id_] = node
        if node in claimed:
            continue
        claimed.add(node)
        channel = gold.channels[node]
        if found.subscribers == channel.subscribers and (
            channel.subscribers is None or found.bound == BOUNDS.get(channel.bound)
        ):
            right_numbers += 1
        else:
            wrong_numbers.append(f"{node}: {found.subscribers} {found.bound}")
    missed = [c.id for c in gold.channels.values() if c.required and c.id not in claimed]
    wanted = sum(channel.required for channel in gold.channels.values())
    errors["missed channels"] = missed
    errors["spurious channels"] = spurious
    errors["wrong numbers"] = wrong_numbers
    found_wanted = wanted - len(missed)
    return (
        Tally(found_wanted, len(spurious), len(missed)),
        Tally(right_numbers, len(claimed) - right_numbers, 0),
    )
