"""Every measure by its name, as a table: what `sayso amplification measure` prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, TypeAlias, get_args

import numpy as np

from graph.amplification.asking import (
    FORWARDS,
    NEEDED_COLUMNS,
    ObjectKind,
    Subject,
    subject_of,
)
from graph.amplification.bursts import bursts
from graph.amplification.cascades import cascades
from graph.amplification.clones import clones
from graph.amplification.coshare import co_share
from graph.amplification.edges import to_networkx
from graph.amplification.mapping import Column
from graph.amplification.network import moment
from graph.amplification.posts import Posts
from graph.amplification.reach import Observation, potential_reach
from graph.amplification.shares import between, find_shares, time_span
from graph.amplification.spread import first_movers, spreads
from graph.amplification.spreaders import spreaders
from graph.errors import PostsError
from graph.store.answers import Answer, Plain

Measure = Literal[
    "movers", "spread", "cascades", "spreaders", "bursts",
    "communities", "bridges", "clones", "reach",
]  # fmt: skip
MEASURES: tuple[Measure, ...] = get_args(Measure)
PARTS = 4  # of the time span, over which the stability of communities is told
Rows: TypeAlias = "list[tuple[Plain, ...]]"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a measure is told; each looks at what concerns it. The window is in microseconds."""

    kind: ObjectKind = "link"
    window: int = 60_000_000
    min_weight: int = 2
    k: int = 10
    observations: Mapping[str, Sequence[Observation]] = field(default_factory=dict)


def measure_named(name: str) -> Measure:
    """The measure of this name. Raises PostsError."""
    for measure in MEASURES:
        if measure == name:
            return measure
    raise PostsError(f"There is no measure {name!r}", remedy=f"Known: {', '.join(MEASURES)}")


def columns_of(measure: Measure, kind: ObjectKind) -> tuple[Column, ...]:
    """The columns of the posts table that a measure reads, beside id, channel and time."""
    if measure in ("cascades", "spreaders"):
        return ("forward_of", "forward_from")
    if measure == "clones":
        return ("channel_name", *NEEDED_COLUMNS["near-text"])
    return NEEDED_COLUMNS[kind]


def subject_measured(measure: Measure, kind: ObjectKind) -> Subject:
    """What a measure is about, which a file of posts has to tell."""
    if measure in ("cascades", "spreaders"):
        return FORWARDS
    return subject_of("near-text" if measure == "clones" else kind)


def measure(posts: Posts, name: Measure, asked: Asked) -> Answer:
    """The whole table of a measure."""
    columns, rows = _TABLES[name](posts, asked)
    return Answer(columns, tuple(rows))


def _movers(posts: Posts, asked: Asked) -> tuple[tuple[str, ...], Rows]:
    found = first_movers(posts, asked.kind)
    return ("channel", "first_seen", "objects", "share"), [
        (one.channel, one.first, one.objects, round(one.share, 4)) for one in found
    ]


def _spread(posts: Posts, asked: Asked) -> tuple[tuple[str, ...], Rows]:
    times = ("seconds_to_next", f"seconds_to_{asked.k}", "seconds_to_half")
    return ("first_post_seen", "channel", "began", "posts", "channels", *times), [
        (
            one.first_post, one.first_channel, one.began.isoformat(), one.posts, one.channels,
            one.to_next, one.to_kth, one.to_half,
        )
        for one in spreads(posts, asked.kind, k=asked.k)
    ]  # fmt: skip


def _cascades(posts: Posts, _asked: Asked) -> tuple[tuple[str, ...], Rows]:
    columns = ("root", "channel", "root_seen", "size", "depth", "breadth", "structural_virality")
    return columns, [
        (
            one.root, one.channel, one.seen, one.size, one.depth, one.breadth,
            round(one.virality, 4),
        )
        for one in cascades(posts)
    ]  # fmt: skip


def _spreaders(posts: Posts, _asked: Asked) -> tuple[tuple[str, ...], Rows]:
    received = ("fib_index", "forwards_received", "by_channels", "own_posts", "amplification_ratio")
    return ("channel", *received, "forwards_given"), [
        (
            one.channel, one.fib, one.received, one.by, one.own,
            None if one.ratio is None else round(one.ratio, 4), one.given,
        )
        for one in spreaders(posts)
    ]  # fmt: skip


def _bursts(posts: Posts, asked: Asked) -> tuple[tuple[str, ...], Rows]:
    shares = find_shares(posts, asked.kind)
    ids = dict(posts.rows("SELECT rowid, id FROM posts"))
    rows: Rows = [
        (
            ids[int(shares.post[low])], burst.level, moment(burst.begin).isoformat(),
            moment(burst.end).isoformat(), burst.posts,
        )
        for low, high in zip(shares.objects[:-1], shares.objects[1:], strict=True)
        for burst in bursts(shares.time[low:high].tolist())
    ]  # fmt: skip
    return ("first_post_seen", "level", "begin", "end", "posts"), sorted(
        rows, key=lambda row: (-int(str(row[4])), str(row[2]), int(str(row[1])), str(row[0]))
    )


def _communities(posts: Posts, asked: Asked) -> tuple[tuple[str, ...], Rows]:
    from graph.amplification.communities import communities, membership, stability

    shares = find_shares(posts, asked.kind)
    first, last = time_span(shares)
    bounds = [first + (last + 1 - first) * part // PARTS for part in range(PARTS + 1)]
    divisions = []
    for low, high in [(first, last + 1), *pairwise(bounds)]:
        edges = co_share(
            between(shares, low, high), window=asked.window, min_weight=asked.min_weight
        )
        divisions.append(communities(to_networkx(edges)))
    alike = stability([membership(groups) for groups in divisions[1:]])
    known = [value for value in alike if value is not None]
    mean = round(float(np.mean(known)), 4) if known else None
    return ("community", "channels", "members", "stability_of_all"), [
        (number, len(group), group, mean) for number, group in enumerate(divisions[0], start=1)
    ]


def _bridges(posts: Posts, asked: Asked) -> tuple[tuple[str, ...], Rows]:
    from graph.amplification.communities import bridges, communities, membership

    edges = co_share(
        find_shares(posts, asked.kind), window=asked.window, min_weight=asked.min_weight
    )
    network = to_networkx(edges)
    group = membership(communities(network))
    return ("channel", "betweenness", "community"), [
        (channel, round(value, 6), group[channel] + 1) for channel, value in bridges(network)
    ]


def _clones(posts: Posts, asked: Asked) -> tuple[tuple[str, ...], Rows]:
    return ("channel", "original", "names", "copies", "posts", "share"), [
        (one.channel, one.original, one.names, one.copies, one.posts, round(one.share, 4))
        for one in clones(posts, least=asked.min_weight)
    ]


def _reach(posts: Posts, asked: Asked) -> tuple[tuple[str, ...], Rows]:
    shares = find_shares(posts, asked.kind)
    ids = dict(posts.rows("SELECT rowid, id FROM posts"))
    rows: Rows = []
    for low, high in zip(shares.objects[:-1], shares.objects[1:], strict=True):
        days = [moment(int(time)).date() for time in shares.time[low:high]]
        channels = [shares.names[code] for code in shares.channel[low:high]]
        found = potential_reach(zip(channels, days, strict=True), asked.observations)
        first = ids[int(shares.post[low])]
        counted = (found.at_most, found.channels, found.later, found.open, len(found.unknown))
        rows.append((first, *counted))
    columns = ("first_post_seen", "at_most", "channels", "counted_later", "lower_bounds", "unknown")
    return columns, sorted(rows, key=lambda row: (-int(str(row[1])), str(row[0])))


_TABLES: dict[Measure, Callable[[Posts, Asked], tuple[tuple[str, ...], Rows]]] = {
    "movers": _movers,
    "spread": _spread,
    "cascades": _cascades,
    "spreaders": _spreaders,
    "bursts": _bursts,
    "communities": _communities,
    "bridges": _bridges,
    "clones": _clones,
    "reach": _reach,
}
