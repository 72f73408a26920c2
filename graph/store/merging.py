"""How what several documents say of one node becomes the node's properties.

The merge is commutative, associative and idempotent, so the order of documents does not matter and
a document can be added to what is stored without looking at the others. It cannot be undone from
its result; that is why each document's own share stays on its edge to the node.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pydantic_core import to_json

from graph.post_ids import implied
from graph.vocabulary import NodeType, load_vocabulary

Properties = dict[str, Any]  # JSON values by property name; `multi` ones are sorted lists


@cache
def multi_properties(type_: str) -> frozenset[str]:
    """The properties of a node type that hold lists."""
    return frozenset(item.name for item in load_vocabulary().node(type_).properties if item.multi)


@cache
def declared_properties(type_: str) -> tuple[str, ...]:
    """The properties of a node type, in the order they are declared."""
    return tuple(item.name for item in load_vocabulary().node(type_).properties)


@cache
def _types_by_prefix() -> Mapping[str, NodeType]:
    types = load_vocabulary().concrete()
    return {node.prefix: node for node in types if node.prefix and "Document" not in node.labels}


def type_of_id(id_: str) -> NodeType | None:
    """The node type an id's prefix stands for; None for documents and unknown prefixes."""
    return _types_by_prefix().get(id_.partition(":")[0])


def merge(type_: str, shares: Iterable[Mapping[str, Any]]) -> Properties:
    """The properties of a node of which these are the shares of its documents.

    Lists are joined; of two single values the first in order stands, and what the id alone implies
    only where no share says otherwise. A name that does not stand becomes an alias.
    """
    lists = multi_properties(type_)
    merged: Properties = {}
    names: set[str] = set()
    given = list(shares)
    base = implied(given[0]["id"]) if given and "id" in given[0] else {}
    for share in (base, *given):
        if "name" in share:
            names.add(share["name"])
        for name, value in share.items():
            if name not in merged:
                merged[name] = set(value) if name in lists else value
            elif name in lists:
                merged[name].update(value)
            elif merged[name] != value:
                merged[name] = min(
                    (merged[name], value), key=lambda one: (one == base.get(name), *_order(one))
                )
    if "aliases" in lists:
        merged["aliases"] = (merged.get("aliases", set()) | names) - {merged.get("name")}
    return {
        name: sorted(value) if name in lists else value
        for name, value in sorted(merged.items())
        if not (name in lists and not value)
    }


def _order(value: Any) -> tuple[bool, Any]:
    """Headlines write names in capitals; any other spelling is the better one to show."""
    return isinstance(value, str) and value.isupper(), value


def encode(share: Mapping[str, Any]) -> str:
    """A share as it is kept on the document's edge; its properties are in order, as merged."""
    return to_json(share).decode()


def decode(share: str) -> Properties:
    """The share that `encode` wrote."""
    properties: Properties = json.loads(share)
    return properties


def stored(type_: str, properties: Mapping[str, Any]) -> Properties:
    """What of a stored node's properties the vocabulary declares, to be merged with a share."""
    return {name: properties[name] for name in declared_properties(type_) if name in properties}


def with_removals(type_: str, properties: Mapping[str, Any]) -> Properties:
    """The properties with a null for every declared one that is missing, so `+=` removes it."""
    return {name: properties.get(name) for name in declared_properties(type_)}
