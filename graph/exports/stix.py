"""STIX 2.1 (OASIS, 10 June 2021): what threat intelligence platforms exchange.

Actors become identities, places with a known country locations; what STIX has no word for, claims
and treaties among it, becomes an object of an extension, as section 7.3 of the standard has it. A
relationship has its quote as description, its document as external reference, and all else it
cites in the extension.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC
from typing import Any

from graph.exports.json_forms import listed
from graph.exports.model import EdgeRow, File, NodeRow, Subgraph
from graph.store.merging import type_of_id
from graph.vocabulary import load_vocabulary

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:sayso:stix")
_EXTENSION = f"extension-definition--{uuid.uuid5(_NAMESPACE, 'extension')}"
_CREATOR = f"identity--{uuid.uuid5(_NAMESPACE, 'creator')}"
# All versions of an object must agree on when it was created, which the graph does not know.
_CREATED = "1970-01-01T00:00:00.000Z"
_IDENTITIES = {
    "Person": "individual",
    "Organization": "organization",
    "State": "organization",
    "ArmedGroup": "group",
    "Bloc": "group",
    "Channel": "unspecified",
}


def files(subgraph: Subgraph) -> Iterator[File]:
    """One bundle; ids are the same in every export, `modified` is when it was made."""
    yield File("graph.stix.json", lambda: _pieces(subgraph))


def _pieces(subgraph: Subgraph) -> Iterator[str]:
    modified = f"{subgraph.moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"
    bundle = f"bundle--{uuid.uuid5(_NAMESPACE, modified + json.dumps(dict(subgraph.asked)))}"
    yield f'{{"type": "bundle", "id": "{bundle}", "objects": [\n'
    yield from listed(_objects(subgraph, modified))
    yield "\n]}\n"


def _objects(subgraph: Subgraph, modified: str) -> Iterator[Mapping[str, Any]]:
    times = {"spec_version": "2.1", "created": _CREATED, "modified": modified}
    yield {"type": "identity", "id": _CREATOR, "name": "Sayso", "identity_class": "system", **times}
    yield {
        "type": "extension-definition",
        "id": _EXTENSION,
        "created_by_ref": _CREATOR,
        "name": "Sayso: cited assertions",
        "description": "Where a document says what a relationship states, and on whose say-so.",
        "schema": "The vocabulary of Sayso, docs/vocabulary.md of its source",
        "version": "1.0.0",
        "extension_types": ["new-sdo", "property-extension"],
        **times,
    }
    places: dict[str, str] = {}
    for node in subgraph.nodes():
        made = {**_node(node), "created_by_ref": _CREATOR, **times}
        if node.type == "Place":
            places[node.id] = made["id"]
        yield made
    for edge in subgraph.edges():
        yield {**_relationship(edge, places), "created_by_ref": _CREATOR, **times}


def _node(node: NodeRow) -> dict[str, Any]:
    said = {"sayso_id": node.id, "sayso_type": node.type, **_named(node.properties)}
    country = str(node.properties.get("country") or "")
    made: dict[str, Any] = {"name": node.label}
    if node.type in _IDENTITIES:
        made |= {"type": "identity", "identity_class": _IDENTITIES[node.type]}
    elif node.type == "Place" and re.fullmatch("[A-Z]{2}", country):
        made |= {"type": "location", "country": country}
    else:
        document = "Document" in load_vocabulary().node(node.type).labels
        made |= {"type": _custom("Document" if document else node.type)}
    kind = "property-extension" if made["type"] in ("identity", "location") else "new-sdo"
    extension = {"extension_type": kind}
    if kind == "new-sdo":
        made |= said
    else:
        extension |= said
    made["extensions"] = {_EXTENSION: extension}
    return made | {"id": _id(made["type"], node.id)}


def _relationship(edge: EdgeRow, places: Mapping[str, str]) -> dict[str, Any]:
    said = {"sayso_id": edge.id, **_named(edge.properties)}
    made: dict[str, Any] = {
        "type": "relationship",
        "id": _id("relationship", edge.id),
        "relationship_type": edge.type.lower().replace("_", "-"),
        "source_ref": _reference(edge.source, places),
        "target_ref": _reference(edge.target, places),
        "extensions": {_EXTENSION: {"extension_type": "property-extension", **said}},
    }
    quote, document = edge.properties.get("quote"), edge.properties.get("document")
    if quote:
        made["description"] = quote
    if document:
        cited = {"source_name": "sayso-document", "external_id": document}
        made["external_references"] = [cited | ({"description": quote} if quote else {})]
    if edge.properties.get("confidence") is not None:
        made["confidence"] = round(100 * edge.properties["confidence"])
    return made


def _named(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties under names that STIX allows and does not use itself; empty lists are none."""
    return {f"sayso_{name}": value for name, value in properties.items() if value not in ([], ())}


def _custom(type_: str) -> str:
    return "sayso-" + re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type_).lower()


def _reference(id_: str, places: Mapping[str, str]) -> str:
    """The STIX id of a node by its own, whose prefix tells its type."""
    if id_ in places:
        return places[id_]
    node = type_of_id(id_)
    # A document's id does not tell an article from a post, so both are one kind of object here.
    name = node.name if node is not None else "Document"
    return _id("identity" if name in _IDENTITIES else _custom(name), id_)


def _id(type_: str, id_: str) -> str:
    return f"{type_}--{uuid.uuid5(_NAMESPACE, id_)}"
