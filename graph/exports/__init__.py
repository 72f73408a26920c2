"""Taking the graph, or a part of it, to other tools: one writer a format, each row by row."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from types import MappingProxyType

from graph.errors import QueryError
from graph.exports import case, ftm, gexf, graphml, json_forms, jsonld, stix, tables
from graph.exports.delivery import save, stream, write_whole
from graph.exports.model import Format
from graph.exports.selection import Selection, select

__all__ = [
    "FORMATS",
    "Format",
    "Selection",
    "format_of",
    "save",
    "select",
    "stream",
    "write_whole",
]

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        made.name: made
        for made in (
            Format("gexf", "GEXF 1.3 for Gephi", "gexf", "application/xml", gexf.files),
            Format("graphml", "GraphML", "graphml", "application/xml", graphml.files),
            Format("csv", "Tables of nodes and edges", "zip", "application/zip", tables.files),
            Format(
                "node-link", "networkx node-link", "json", "application/json", json_forms.node_link
            ),
            Format("cytoscape", "Cytoscape JSON", "cyjs", "application/json", json_forms.cytoscape),
            Format(
                "stix", "STIX 2.1 bundle", "json", "application/stix+json;version=2.1", stix.files
            ),
            Format("ftm", "FollowTheMoney entities", "ftm.json", "application/x-ndjson", ftm.files),
            Format(
                "jsonld", "JSON-LD, Web Annotations", "jsonld", "application/ld+json", jsonld.files
            ),
            Format("case", "A case: graph, citations, texts", "zip", "application/zip", case.files),
        )
    }
)
"""Every format by name. To add one, write its module and name it here."""


def format_of(name: str) -> Format:
    """The format of this name; QueryError names the nearest."""
    if name not in FORMATS:
        near = difflib.get_close_matches(name, FORMATS, n=1)
        remedy = f"Did you mean {near[0]}?" if near else f"There are {', '.join(FORMATS)}"
        raise QueryError(f"There is no export format {name!r}", remedy=remedy)
    return FORMATS[name]
