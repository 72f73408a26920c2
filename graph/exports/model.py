"""What an export is made of: rows of nodes and edges, their columns, and files made from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Protocol

from graph.responses import export_columns
from graph.vocabulary import Property, load_vocabulary

LOGS = frozenset({"Run", "Store", "Judgement", "Merged", "Withheld"})
"""Node types that are the store's own and say nothing about the world."""


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node of a vocabulary type with the properties the vocabulary declares for it."""

    type: str
    id: str
    properties: Mapping[str, Any]

    @property
    def label(self) -> str:
        """What to call it: its name, title or the beginning of its words."""
        known = self.properties
        words = known.get("name") or known.get("title") or known.get("text") or self.id
        return " ".join(str(words).split())[:120]


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """A relationship between two nodes, with all it cites."""

    type: str
    id: str
    source: str
    target: str
    properties: Mapping[str, Any]


class Subgraph(Protocol):
    """What is exported; every call reads it anew, and in the same order."""

    @property
    def moment(self) -> datetime:
        """When the export is made."""
        ...

    @property
    def asked(self) -> Mapping[str, Any]:
        """What it was asked for, as JSON can hold it."""
        ...

    def nodes(self) -> Iterator[NodeRow]:
        """Every node, documents included."""
        ...

    def edges(self) -> Iterator[EdgeRow]:
        """Every edge; its ends are among the nodes."""
        ...

    def texts(self) -> Iterator[tuple[str, str]]:
        """Id and stored text of every document, to which citations refer."""
        ...


@dataclass(frozen=True, slots=True)
class File:
    """One file of an export: its name, and its text piece by piece."""

    name: str
    pieces: Callable[[], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name; `files` yields several files where one cannot hold it all."""

    name: str
    title: str
    suffix: str
    media_type: str
    files: Callable[[Subgraph], Iterator[File]]

    @property
    def single(self) -> bool:
        """Whether it is one file, and no folder or archive."""
        return self.suffix != "zip"


@cache
def node_types() -> tuple[str, ...]:
    """The node types that are exported, sorted."""
    return tuple(
        sorted(node.name for node in load_vocabulary().concrete() if node.name not in LOGS)
    )


@cache
def edge_types() -> tuple[str, ...]:
    """The relationship types that are exported: all whose edges have ids of their own."""
    return tuple(
        name
        for name, declared in load_vocabulary().relationships.items()
        if any(item.name == "id" for item in declared.properties)
    )


@cache
def node_columns() -> Mapping[str, Property]:
    """Every property a node of any type may have, by name, its id aside.

    A document's text goes into a case alone: everywhere else it would drown the graph.
    """
    return _columns(node_types())


@cache
def edge_columns() -> Mapping[str, Property]:
    """Every property an edge of any type may have, by name, its id aside."""
    return _columns(edge_types())


@cache
def sent_columns(type_: str) -> tuple[str, ...]:
    """The properties of one type that leave the store, its id first."""
    vocabulary = load_vocabulary()
    is_document = type_ in vocabulary.nodes and "Document" in vocabulary.nodes[type_].labels
    left_out = {"type", "source", "target"} if type_.isupper() else {"type"}
    left_out |= {"text"} if is_document else set()
    return tuple(name for name in export_columns(type_) if name not in left_out)


def _columns(types: tuple[str, ...]) -> Mapping[str, Property]:
    vocabulary = load_vocabulary()
    found: dict[str, Property] = {}
    for type_ in types:
        declared = vocabulary.relationship(type_) if type_.isupper() else vocabulary.node(type_)
        sent = sent_columns(type_)
        for item in declared.properties:
            if item.name in sent and item.name != "id":
                found.setdefault(item.name, item)
    return found
