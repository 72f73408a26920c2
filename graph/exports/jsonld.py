"""JSON-LD 1.1 with a Web Annotation for every citation (W3C, 23 February 2017).

A cited relationship is an `oa:Annotation`: its body is the statement (an `rdf:Statement`), its
target the document with a TextQuoteSelector and a TextPositionSelector, so that any annotation
client finds the very sentence. The context is written into the file: nothing has to be fetched.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote as percent

from graph.exports.json_forms import listed
from graph.exports.model import EdgeRow, File, NodeRow, Subgraph

_OA = "http://www.w3.org/ns/oa#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SCHEMA = "https://schema.org/"
VOCABULARY = "urn:sayso:vocabulary:"
CONTEXT: Mapping[str, Any] = {
    "@version": 1.1,
    "@vocab": VOCABULARY,
    "id": "@id",
    "type": "@type",
    **{
        name: f"{_OA}{name}" for name in ("Annotation", "TextQuoteSelector", "TextPositionSelector")
    },
    "exact": f"{_OA}exact",
    "start": f"{_OA}start",
    "end": f"{_OA}end",
    "body": {"@id": f"{_OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{_OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{_OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{_OA}hasSelector", "@type": "@id"},
    "Statement": f"{_RDF}Statement",
    "subject": {"@id": f"{_RDF}subject", "@type": "@id"},
    "predicate": {"@id": f"{_RDF}predicate", "@type": "@vocab"},
    "object": {"@id": f"{_RDF}object", "@type": "@id"},
    "asserted_by": {"@id": f"{VOCABULARY}asserted_by", "@type": "@id"},
    "documents": {"@id": f"{VOCABULARY}documents", "@type": "@id"},
    "name": f"{_SCHEMA}name",
    "aliases": f"{_SCHEMA}alternateName",
    "url": {"@id": f"{_SCHEMA}url", "@type": "@id"},
    "title": f"{_SCHEMA}headline",
    "published_at": f"{_SCHEMA}datePublished",
    "lang": f"{_SCHEMA}inLanguage",
}
_CITED = ("document", "start", "end", "quote")


def files(subgraph: Subgraph) -> Iterator[File]:
    """One document that is complete in itself."""
    yield File("graph.jsonld", lambda: _pieces(subgraph))


def iri(id_: str) -> str:
    """The name of a node or relationship on the web of data."""
    return f"urn:sayso:id:{percent(id_, safe=':')}"


def _pieces(subgraph: Subgraph) -> Iterator[str]:
    yield f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [\n'
    yield from listed(_things(subgraph))
    yield "\n]}\n"


def _things(subgraph: Subgraph) -> Iterator[Mapping[str, Any]]:
    for node in subgraph.nodes():
        yield _node(node)
    for edge in subgraph.edges():
        yield _annotation(edge) if "quote" in edge.properties else _statement(edge, iri(edge.id))


def _node(node: NodeRow) -> dict[str, Any]:
    return {**node.properties, "id": iri(node.id), "type": node.type}


def _annotation(edge: EdgeRow) -> dict[str, Any]:
    said = edge.properties
    return {
        "id": iri(edge.id),
        "type": "Annotation",
        "body": _statement(edge, f"{iri(edge.id)}#statement"),
        "target": {
            "source": iri(said["document"]),
            "selector": [
                {"type": "TextQuoteSelector", "exact": said["quote"]},
                {"type": "TextPositionSelector", "start": said["start"], "end": said["end"]},
            ],
        },
    }


def _statement(edge: EdgeRow, id_: str) -> dict[str, Any]:
    said = {name: value for name, value in edge.properties.items() if name not in _CITED}
    by = said.pop("asserted_by", None)
    if by is not None and by != "unknown":
        # The narrator of a document is the document; what nobody is named for has no one.
        said["asserted_by"] = iri(edge.properties["document"] if by == "document" else by)
    if "documents" in said:
        said["documents"] = [iri(document) for document in said["documents"]]
    return {
        **said,
        "id": id_,
        "type": "Statement",
        "subject": iri(edge.source),
        "predicate": edge.type,
        "object": iri(edge.target),
    }
