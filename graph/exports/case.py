"""A case: a part of the graph with the texts it rests on, to hand on or to keep as evidence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any

from graph.exports import gexf, tables
from graph.exports.model import File, Subgraph


def files(subgraph: Subgraph) -> Iterator[File]:
    """Tables, a drawing for Gephi, every citation, every text, and at the end what it all is.

    `case.json` lists each file with its SHA-256, so that a changed one is noticed.
    """
    hashes: dict[str, str] = {}
    for file in _contents(subgraph):
        yield _hashed(file, hashes)
    yield File("case.json", lambda: iter([_manifest(subgraph, hashes)]))


def _contents(subgraph: Subgraph) -> Iterator[File]:
    yield from tables.files(subgraph)
    yield from gexf.files(subgraph)
    yield File("citations.jsonl", lambda: _citations(subgraph))
    for id_, text in subgraph.texts():
        # Ids of documents are hashes; a name of a file never comes from outside.
        yield File(f"documents/{id_.replace(':', '-')}.txt", lambda text=text: iter([text]))  # type: ignore[misc]


def _citations(subgraph: Subgraph) -> Iterator[str]:
    """Each cited relationship; `file` has its document's text, which says the quote at `start`."""
    for edge in subgraph.edges():
        if "quote" in edge.properties:
            document = str(edge.properties["document"])
            record = {"id": edge.id, "source": edge.source, "type": edge.type}
            record |= {"target": edge.target, **edge.properties}
            record["file"] = f"documents/{document.replace(':', '-')}.txt"
            yield json.dumps(record, ensure_ascii=False) + "\n"


def _hashed(file: File, hashes: dict[str, str]) -> File:
    def pieces() -> Iterator[str]:
        total = hashlib.sha256()
        for piece in file.pieces():
            total.update(piece.encode())
            yield piece
        hashes[file.name] = total.hexdigest()

    return File(file.name, pieces)


def _manifest(subgraph: Subgraph, hashes: Mapping[str, str]) -> str:
    about: dict[str, Any] = {
        "made_by": f"sayso {version('sayso')}",
        "made_at": subgraph.moment.isoformat(),
        "asked": dict(subgraph.asked),
        "sha256": dict(sorted(hashes.items())),
        "note": "Offsets of citations count characters of the UTF-8 text in their file.",
    }
    return json.dumps(about, ensure_ascii=False, indent=2) + "\n"
