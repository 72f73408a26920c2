"""What a document contributes, checked against the vocabulary and laid out as rows to write.

A pure core: nothing here talks to a server. The store cannot enforce types and endpoints itself, so
whatever does not fit is refused here, before anything of the document is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple

from pydantic_core import to_json

from graph.errors import GraphError
from graph.ids import sha256
from graph.model import Assertion, Document, DocumentGraph, Mentions, Node
from graph.store.merging import Properties, encode, merge, type_of_id
from graph.store.properties import REPORT, checked, declares
from graph.vocabulary import load_vocabulary

FROM_CITATION = ("id", "document", "start", "end", "quote", "published_at", "run")


class EdgeKey(NamedTuple):
    """An edge type with the labels by which its ends are found: one write statement."""

    type: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """One document, ready to be written.

    `shares` holds what it says of each node, by type and id; `edges` the rows of each statement,
    still without the run that writes them. `bare` are ids of nodes at the ends of edges of which it
    says nothing beyond the id.
    """

    id: str
    type: str
    properties: Properties
    shares: Mapping[str, Mapping[str, Properties]]
    edges: Mapping[EdgeKey, tuple[Properties, ...]]
    bare: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Hash of all the document contributes, to tell an unchanged one."""
        found: str = self.properties["fingerprint"]
        return found


def document_rows(graph: DocumentGraph) -> DocumentRows:
    """Check what a document contributes and lay it out; `GraphError` says what does not fit."""
    document = graph.document
    types = _node_types(graph)
    shares = _shares(graph)
    edges: dict[EdgeKey, list[Properties]] = {}
    for assertion in _without_repeated_ids(graph):
        key, row = _assertion_row(assertion, document, types)
        edges.setdefault(key, []).append(row)
    flat = {id_: share for of_type in shares.values() for id_, share in of_type.items()}
    for key, row in _support_rows(graph, flat, types):
        edges.setdefault(key, []).append(row)
    ordered = {key: tuple(rows) for key, rows in edges.items()}
    properties = document_properties(document)
    properties["fingerprint"] = _fingerprint(properties, shares, ordered)
    type_ = document_type(document)
    return DocumentRows(document.id, type_, properties, shares, ordered)


def document_type(document: Document) -> str:
    """The node type of a document: "Article", "Post" or "Profile"."""
    return document.kind.capitalize()


def _fingerprint(properties: Properties, shares: object, edges: Mapping[EdgeKey, object]) -> str:
    """Leaves out when the document was fetched, so that reading it again changes nothing."""
    said = {name: properties[name] for name in properties if name not in ("text", "fetched_at")}
    return sha256(to_json([said, shares, sorted(edges.items())]))[:32]


def document_properties(document: Document) -> Properties:
    """What a document says of itself, as it is stored."""
    values: Properties = {
        name: getattr(document, name)
        for name in document.__slots__
        if name not in ("kind", "fetched_at", "authors") and getattr(document, name) is not None
    }
    if document.authors:
        values["authors"] = list(document.authors)
    if document.fetched_at is not None:
        values["fetched_at"] = timestamp(document.fetched_at)
    return values


def timestamp(moment: datetime) -> str:
    """A point in time as it is stored: ISO 8601 in UTC, to the second."""
    return f"{moment.astimezone(UTC).isoformat()[:19]}Z"


def _node_types(graph: DocumentGraph) -> dict[str, str]:
    """The type of every node an edge of this document may touch, by id."""
    types = {node.id: node.type for node in graph.nodes}
    types[graph.document.id] = document_type(graph.document)
    return types


def _shares(graph: DocumentGraph) -> dict[str, dict[str, Properties]]:
    surfaces = {mentions.entity: _names(mentions) for mentions in graph.mentions}
    shares: dict[str, dict[str, Properties]] = {}
    for node in graph.nodes:
        share = _share(node, surfaces.get(node.id, frozenset()))
        known = shares.setdefault(node.type, {})
        known[node.id] = merge(node.type, [known[node.id], share] if node.id in known else [share])
    return shares


def _names(mentions: Mentions) -> frozenset[str]:
    named = zip(mentions.surfaces, mentions.kinds, strict=True)
    return frozenset(" ".join(surface.split()) for surface, kind in named if kind == "name")


def _share(node: Node, names: frozenset[str]) -> Properties:
    type_ = type_of_id(node.id)
    if type_ is None or type_.name != node.type:
        prefix = load_vocabulary().node(node.type).prefix
        raise GraphError(
            f"the id {node.id!r} of a {node.type} does not begin with {prefix}:", remedy=REPORT
        )
    share = checked(node.id, node.type, {"id": node.id, **node.properties})
    if names and declares(node.type, "aliases"):
        share["aliases"] = [*share.get("aliases", ()), *names]
    return share


def _without_repeated_ids(graph: DocumentGraph) -> tuple[Assertion, ...]:
    ids = [assertion.id for assertion in graph.assertions]
    if len(set(ids)) < len(ids):
        repeated = next(id_ for id_ in ids if ids.count(id_) > 1)
        raise GraphError(
            f"{graph.document.id} has two assertions with the id {repeated}", remedy=REPORT
        )
    return graph.assertions


def _assertion_row(
    assertion: Assertion, document: Document, types: Mapping[str, str]
) -> tuple[EdgeKey, Properties]:
    citation = assertion.citation
    _check_place(citation.document, document, citation.start, citation.end, citation.quote)
    key = _key(assertion.id, assertion.type, assertion.source, assertion.target, types)
    properties = checked(assertion.id, assertion.type, assertion.properties, filled=_FILLED)
    properties |= {
        "id": assertion.id,
        "document": document.id,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
    }
    if document.published_at is not None:
        properties["published_at"] = document.published_at
    return key, {"source": assertion.source, "target": assertion.target, "properties": properties}


_FILLED = frozenset(FROM_CITATION)


def _check_place(cited: str, document: Document, start: int, end: int, quote: str) -> None:
    """Refuse a place that is not, letter by letter, what the document says there."""
    if cited != document.id or document.text[start:end] != quote or start < 0:
        raise GraphError(f"{document.id} does not say {quote!r} at {start}:{end}", remedy=REPORT)


def _support_rows(
    graph: DocumentGraph, shares: Mapping[str, Properties], types: Mapping[str, str]
) -> list[tuple[EdgeKey, Properties]]:
    """One edge from the document to every node it contributed, with its share in the node."""
    mentioned: dict[str, Properties] = {}
    for mentions in graph.mentions:
        if mentions.entity in mentioned or mentions.entity not in shares:
            raise GraphError(
                f"{graph.document.id} mentions {mentions.entity} twice over or without its node",
                remedy=REPORT,
            )
        mentioned[mentions.entity] = _mention_properties(mentions, graph.document)
    rows = []
    for id_, share in shares.items():
        type_ = "MENTIONS" if id_ in mentioned else "RECORDS"
        properties = {"document": graph.document.id, "contribution": encode(share)}
        if graph.document.published_at is not None:
            properties["published_at"] = graph.document.published_at
        properties |= mentioned.get(id_, {})
        key = _key(id_, type_, graph.document.id, id_, types)
        row = {"source": graph.document.id, "target": id_, "properties": properties}
        rows.append((key, row))
    return rows


def _mention_properties(mentions: Mentions, document: Document) -> Properties:
    for place in zip(mentions.starts, mentions.ends, mentions.surfaces, strict=True):
        _check_place(document.id, document, *place)
    return {
        "count": len(mentions.starts),
        "starts": list(mentions.starts),
        "ends": list(mentions.ends),
        "surfaces": list(mentions.surfaces),
        "kinds": list(mentions.kinds),
    }


def _key(id_: str, type_: str, source: str, target: str, types: Mapping[str, str]) -> EdgeKey:
    source_type, target_type = types.get(source), types.get(target)
    key = _edge_key(type_, source_type, target_type)
    if key is not None:
        return key
    declared = load_vocabulary().relationship(type_)
    which, end, found, allowed = "source", source, source_type, declared.sources
    if found in allowed:
        which, end, found, allowed = "target", target, target_type, declared.targets
    what = f"a {found}" if found else "not among the document's nodes"
    raise GraphError(
        f"{type_} {id_}: its {which} {end} is {what}, not one of {', '.join(allowed)}",
        remedy=REPORT,
    )


@cache
def _edge_key(type_: str, source: str | None, target: str | None) -> EdgeKey | None:
    """The statement that writes this type between nodes of these types; None: it may not be."""
    vocabulary = load_vocabulary()
    declared = vocabulary.relationship(type_)
    if source not in declared.sources or target not in declared.targets:
        return None
    return EdgeKey(type_, vocabulary.node(source).root, vocabulary.node(target).root)
