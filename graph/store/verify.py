"""Checking every citation in the store against the text it cites."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from neo4j import Session

from graph.ids import sha256
from graph.store.connection import Store
from graph.store.schema import citations_statement, quoting_types
from graph.store.sessions import session

# How much text is held at once, beside the edges of the documents it belongs to.
PAGE_CHARACTERS = 4_000_000
PAGE_DOCUMENTS = 500
KEPT_FAILURES = 100

SIZES = (
    "MATCH (d:Document) WHERE d.id > $after RETURN d.id AS id, size(d.text) AS size "
    "ORDER BY d.id LIMIT $limit"
)
TEXTS = (
    "UNWIND $ids AS id MATCH (d:Document {id: id}) "
    "RETURN d.id AS id, d.text AS text, d.sha256 AS sha256"
)
MENTIONS = (
    "UNWIND $ids AS id MATCH (d:Document {id: id})-[r:MENTIONS]->(n) RETURN d.id AS document, "
    "n.id AS target, r.starts AS starts, r.ends AS ends, r.surfaces AS surfaces"
)
ORPHANS = (
    "MATCH (s)-[r]->(t) WHERE r.quote IS NOT NULL "
    "AND (r.document IS NULL OR NOT EXISTS { MATCH (:Document {id: r.document}) }) "
    "RETURN type(r) AS edge, coalesce(r.document, '') AS document, s.id AS source, t.id AS target, "
    "r.start AS start, r.end AS end, r.quote AS quote"
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A citation that does not hold; `found` is what the document says at that place."""

    problem: str
    edge: str
    source: str
    target: str
    document: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    found: str | None = None


@dataclass(slots=True)
class VerifyReport:
    """How many were checked and failed; `failures` keeps the first hundred."""

    documents: int = 0
    citations: int = 0
    mentions: int = 0
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)


def verify(store: Store, *, on_failure: Callable[[Failure], None] | None = None) -> VerifyReport:
    """Check that every text is the one its hash names and says what is cited from it.

    Every failure goes to `on_failure`. Memory is bounded by a page of documents with their edges.
    """
    report = VerifyReport()
    with session(store) as opened:
        for failure in _failures(opened, report):
            report.failed += 1
            if len(report.failures) < KEPT_FAILURES:
                report.failures.append(failure)
            if on_failure is not None:
                on_failure(failure)
    return report


def _failures(opened: Session, report: VerifyReport) -> Iterator[Failure]:
    for ids in _pages(opened):
        texts: dict[str, str] = {}
        for row in opened.run(TEXTS, ids=ids):
            texts[row["id"]] = row["text"]
            if sha256(row["text"]) != row["sha256"]:
                yield Failure("text does not match its hash", "", "", "", row["id"])
        report.documents += len(texts)
        for type_ in quoting_types():
            for row in opened.run(citations_statement(type_), ids=ids):
                report.citations += 1
                yield from _check(type_, row.data(), texts[row["document"]])
        for row in opened.run(MENTIONS, ids=ids):
            places = zip(row["starts"], row["ends"], row["surfaces"], strict=True)
            for start, end, surface in places:
                report.mentions += 1
                mention = {"document": row["document"], "target": row["target"]}
                mention |= {"source": row["document"], "start": start, "end": end}
                yield from _check("MENTIONS", mention | {"quote": surface}, texts[row["document"]])
    for row in opened.run(ORPHANS):
        report.citations += 1
        yield Failure("no such document", **row.data())


def _pages(opened: Session) -> Iterator[list[str]]:
    """Ids of documents whose texts fit into memory together."""
    after = ""
    while rows := opened.run(SIZES, after=after, limit=PAGE_DOCUMENTS).data():
        page: list[str] = []
        room = PAGE_CHARACTERS
        for row in rows:
            if page and row["size"] > room:
                yield page
                page, room = [], PAGE_CHARACTERS
            page.append(row["id"])
            room -= row["size"]
        yield page
        after = rows[-1]["id"]


def _check(type_: str, edge: Mapping[str, Any], text: str) -> Iterator[Failure]:
    start, end, quote = edge["start"], edge["end"], edge["quote"]
    if start is None or end is None or not 0 <= start < end <= len(text):
        yield Failure("offsets lie outside the text", type_, **edge)
    elif text[start:end] != quote:
        yield Failure("the text says something else", type_, **edge, found=text[start:end])
