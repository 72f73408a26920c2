"""Likenesses of channels, read from the store and written back as POSSIBLY_SAME_AS."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from graph.channel_likeness import METHOD, Known, Likeness, Size, by_score, likenesses
from graph.edtf import day_of
from graph.store.connection import Store
from graph.store.derived import Derivation, DerivedCounts, DerivedEdge, write_derived
from graph.store.runs import Run
from graph.store.sessions import session

CHANNELS = (
    "MATCH (c:Channel) "
    "RETURN c.id AS id, [c.name] + coalesce(c.aliases, []) AS names, c.handle AS handle, "
    "c.url AS url, c.platform AS platform, coalesce(c.anonymous, false) AS anonymous, "
    "COLLECT { MATCH (c)-[r:HAS_SUBSCRIBERS]->(s:SubscriberCount) "
    "RETURN [s.value, s.bound, s.date, r.document] ORDER BY s.id LIMIT 50 } AS sizes, "
    "COLLECT { MATCH (d:Document)-[:MENTIONS|RECORDS]->(c) RETURN d.id ORDER BY d.id LIMIT 3 } "
    "AS documents ORDER BY id"
)

KNOWN_BY = (
    "MATCH (c:Channel) WHERE c.id IN $ids "
    "RETURN c.id AS id, c.name AS name, c.handle AS handle, "
    "coalesce(c.description, []) AS descriptions, "
    "COLLECT { MATCH (c)-[:HAS_SUBSCRIBERS]->(s:SubscriberCount) "
    "RETURN s {.value, .bound, .date} ORDER BY s.date DESC, s.value DESC, s.id LIMIT 1 } AS sizes"
)


def match_channels(store: Store, run: Run) -> tuple[list[Likeness], DerivedCounts]:
    """Find channels that may be one and write the edges in place of an earlier run's."""
    with session(store) as opened:
        channels = [_known(row) for row in opened.run(CHANNELS).data()]
    found = list(likenesses(channels))
    derivation = Derivation(
        "POSSIBLY_SAME_AS", METHOD, "{}", json.dumps({"channels": len(channels)})
    )
    edges = (
        DerivedEdge(
            pair.source, pair.target, pair.documents, {"score": pair.score, "reasons": pair.reasons}
        )
        for pair in found
    )
    return by_score(found), write_derived(store, derivation, edges, run)


def known_by(store: Store, found: Sequence[Likeness]) -> dict[str, str]:
    """What each channel of some pairs is known by, in a line: names, handle, latest subscribers."""
    ids = sorted({id_ for pair in found for id_ in (pair.source, pair.target)})
    return {str(row["id"]): _in_a_line(row) for row in store.read(KNOWN_BY, ids=ids)}


def _in_a_line(row: Mapping[str, Any]) -> str:
    named = list(dict.fromkeys(filter(None, (row["name"], *row["descriptions"]))))
    handle = [f"@{row['handle']}"] if row["handle"] else []
    counted = [
        f"{size['value']:,} subscribers ({', '.join(filter(None, (size['bound'], size['date'])))})"
        for size in row["sizes"]
    ]
    return ", ".join(" ".join(part.split()) for part in (*named, *handle, *counted))


def _known(row: Mapping[str, Any]) -> Known:
    return Known(
        id=row["id"],
        names=tuple(name for name in row["names"] if name),
        handle=row["handle"],
        url=row["url"],
        platform=row["platform"],
        anonymous=row["anonymous"],
        sizes=tuple(Size(value, bound, day_of(day), of) for value, bound, day, of in row["sizes"]),
        documents=tuple(row["documents"]),
    )
