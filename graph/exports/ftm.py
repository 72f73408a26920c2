"""FollowTheMoney entities (followthemoney.tech), a JSON object a line, as Aleph takes them in.

Relationships become the schema that fits both their ends, and `UnknownLink` where none does; the
quote is their summary, and the document their proof (since FollowTheMoney 4) and source.
Ids are hashes, since FollowTheMoney takes only plain ones; the id in the graph stands under
`notes`, that of a relationship under `recordId`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from graph.exports.cells import words
from graph.exports.model import EdgeRow, File, NodeRow, Subgraph
from graph.ids import sha256

_SCHEMATA = {
    "Person": "Person",
    "Organization": "Organization",
    "State": "PublicBody",
    "ArmedGroup": "Organization",
    "Bloc": "Organization",
    "Channel": "Organization",
    "Place": "Address",
    "Event": "Event",
    "Article": "Article",
    "Post": "Article",
    "Profile": "Article",
}
_PROPERTIES = {
    "name": "name",
    "aliases": "alias",
    "name_en": "alias",
    "name_uk": "alias",
    "name_ru": "alias",
    "wikidata": "wikidataId",
}
_OF_TYPE: Mapping[str, Mapping[str, str]] = {
    "Person": {"titles": "position"},
    "UserAccount": {"platform": "service", "handle": "username", "description": "description"},
    "Article": {
        "title": "title",
        "outlet": "publisher",
        "authors": "author",
        "url": "sourceUrl",
        "published_at": "publishedAt",
        "fetched_at": "retrievedAt",
    },
    "Note": {"text": "description", "description": "description"},
}
_LINKS = {
    "MEMBER_OF": ("Membership", "member", "organization", "role"),
    "FAMILY_OF": ("Family", "person", "relative", "relationship"),
}
_UNKNOWN = ("UnknownLink", "subject", "object", "role")
_LANGUAGES = {"en": "eng", "uk": "ukr", "ru": "rus"}
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?(T[\d:]+Z?)?", re.ASCII)


def files(subgraph: Subgraph) -> Iterator[File]:
    """One file of entities, nodes first."""
    yield File("entities.ftm.json", lambda: _pieces(subgraph))


def _pieces(subgraph: Subgraph) -> Iterator[str]:
    origins: dict[str, Mapping[str, str]] = {}
    for node in subgraph.nodes():
        if _SCHEMATA.get(node.type) == "Article":
            said = {"sourceUrl": node.properties.get("url")}
            said |= {"publisher": node.properties.get("outlet")}
            origins[node.id] = {name: value for name, value in said.items() if value}
        yield json.dumps(_node(node), ensure_ascii=False) + "\n"
    for edge in subgraph.edges():
        origin = origins.get(str(edge.properties.get("document")), {})
        yield json.dumps(_link(edge, origin), ensure_ascii=False) + "\n"


def _id(id_: str) -> str:
    return f"sayso-{sha256(id_)[:40]}"


def _node(node: NodeRow) -> dict[str, Any]:
    schema = _SCHEMATA.get(node.type, "Note")
    if node.type == "Organization" and node.properties.get("kind") == "company":
        schema = "Company"
    if "handle" in node.properties:
        schema = "UserAccount"
    properties: dict[str, list[str]] = {"notes": [f"{node.type} {node.id}"]}
    for name, wanted in {**_PROPERTIES, **_OF_TYPE.get(schema, {})}.items():
        _add(properties, wanted, node.properties.get(name))
    if schema == "Address":
        _add(properties, "full", node.properties.get("name"))
    if node.type == "Event":
        _add(properties, "date", _date(node.properties.get("date")))
    if "published_at" in node.properties and schema == "Article":
        properties["publishedAt"] = _date(node.properties["published_at"])
    _add(
        properties,
        "language",
        _LANGUAGES.get(node.properties.get("lang", "")) if schema == "Article" else None,
    )
    country = node.properties.get("code" if node.type == "State" else "country")
    if country and len(country) == 2:
        _add(properties, "country", country.lower())
    return {"id": _id(node.id), "schema": schema, "properties": _filled(properties)}


def _link(edge: EdgeRow, origin: Mapping[str, str]) -> dict[str, Any]:
    schema, source, target, role = _schema(edge)
    said = edge.properties
    modality = said.get("modality", "asserted")
    place = f"{said.get('document', '')} {said.get('start', '')}:{said.get('end', '')}"
    about = f"{modality}, by {said['asserted_by']}, at {place}" if "asserted_by" in said else None
    properties: dict[str, list[str]] = {source: [_id(edge.source)], target: [_id(edge.target)]}
    _add(properties, role, edge.type if modality == "asserted" else f"{edge.type} ({modality})")
    _add(properties, "recordId", edge.id)
    _add(properties, "summary", said.get("quote"))
    _add(properties, "description", about)
    for document in said.get("documents") or [said.get("document")]:
        _add(properties, "proof", _id(document) if document else None)
    properties["date"] = _date(said.get("date"))
    for name, value in origin.items():
        _add(properties, name, value)
    return {"id": _id(edge.id), "schema": schema, "properties": _filled(properties)}


def _schema(edge: EdgeRow) -> tuple[str, str, str, str]:
    """The schema of a relationship, with the names of its ends and its role."""
    ends = (edge.source.partition(":")[0], edge.target.partition(":")[0])
    legal = {"person", "organization", "state", "armedgroup", "bloc"}
    if edge.type == "MEMBER_OF" and ends[0] in legal and ends[1] in legal - {"person"}:
        return _LINKS["MEMBER_OF"]
    if edge.type == "FAMILY_OF" and ends == ("person", "person"):
        return _LINKS["FAMILY_OF"]
    return _UNKNOWN


def _add(properties: dict[str, list[str]], name: str, value: Any) -> None:
    values = value if isinstance(value, list | tuple) else [value]
    known = properties.setdefault(name, [])
    known += [text for item in values if (text := words(item)) and text not in known]


def _date(value: Any) -> list[str]:
    """A date as FollowTheMoney takes it; what EDTF can say beyond that stays in the quote."""
    return [value] if isinstance(value, str) and _DATE.fullmatch(value) else []


def _filled(properties: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {name: values for name, values in properties.items() if values}
