"""Export forms over made-up rows: whatever text they hold, their readers get it back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SaysoError
from graph.exports import FORMATS, stream, write_whole
from graph.exports.cells import safe_cell, xml
from graph.exports.model import LOGS, EdgeRow, NodeRow, edge_columns, node_columns
from graph.vocabulary import load_vocabulary


@dataclass(frozen=True)
class Rows:
    """A subgraph held in memory."""

    held_nodes: tuple[NodeRow, ...]
    held_edges: tuple[EdgeRow, ...]
    moment: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    asked: Mapping[str, Any] = field(default_factory=dict)

    def nodes(self) -> Iterator[NodeRow]:
        return iter(self.held_nodes)

    def edges(self) -> Iterator[EdgeRow]:
        return iter(self.held_edges)

    def texts(self) -> Iterator[tuple[str, str]]:
        return iter(())


def war(name: str, quote: str) -> Rows:
    said = {"document": "doc:1", "start": 0, "end": len(quote), "quote": quote, "confidence": 0.5}
    said |= {"modality": "denied", "asserted_by": "document", "extractor": "x", "run": "r"}
    return Rows(
        (
            NodeRow("State", "state:a", {"name": name, "aliases": [name, "B"]}),
            NodeRow("State", "state:b", {"name": "B"}),
            NodeRow("Article", "doc:1", {"title": name}),
        ),
        tuple(EdgeRow("ATTACKED", f"a:{n}", "state:a", "state:b", said) for n in range(2)),
    )


def text_of(name: str, rows: Rows) -> str:
    return b"".join(stream(FORMATS[name], rows)).decode()


# What a text may hold at all; readers keep control characters out of stored texts.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
XML_TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1
)


@given(XML_TEXTS, XML_TEXTS)
def test_xml_forms_give_every_text_back(name: str, quote: str) -> None:
    rows = war(name, quote)
    for form, reader in (("gexf", nx.read_gexf), ("graphml", nx.read_graphml)):
        read = reader(io.BytesIO(text_of(form, rows).encode()))
        assert read.nodes["state:a"]["name"] == name
        assert {said["quote"] for _, _, said in read.edges(data=True)} == {quote}


@given(TEXTS, TEXTS)
def test_json_forms_give_every_text_back(name: str, quote: str) -> None:
    rows = war(name, quote)
    read = nx.node_link_graph(json.loads(text_of("node-link", rows)), edges="edges")
    assert read.nodes["state:a"]["name"] == name
    assert {said["quote"] for _, _, said in read.edges(data=True)} == {quote}
    for form in ("cytoscape", "stix", "jsonld"):
        assert json.loads(text_of(form, rows))
    for line in text_of("ftm", rows).split("\n")[:-1]:
        assert json.loads(line)["properties"]


@given(TEXTS)
def test_no_text_makes_xml_that_cannot_be_read(text: str) -> None:
    read = nx.read_graphml(io.BytesIO(text_of("graphml", war(text, text)).encode()))
    assert read.number_of_edges() == 2


@given(TEXTS)
def test_no_cell_makes_a_spreadsheet_calculate(text: str) -> None:
    assert not safe_cell(text).lstrip().startswith(tuple("=+-@"))
    buffer = io.StringIO()
    csv.writer(buffer).writerow([safe_cell(text), "end"])
    (row,) = csv.reader(io.StringIO(buffer.getvalue(), newline=""))
    assert row[0].removeprefix("'") == text.replace("\r\n", "\n").replace("\r", "\n").removeprefix(
        "'"
    )


def test_parallel_relationships_stay_apart() -> None:
    read = nx.read_gexf(io.BytesIO(text_of("gexf", war("A", "q")).encode()))
    assert read.number_of_edges("state:a", "state:b") == 2


def test_numbers_keep_their_types() -> None:
    read = nx.read_graphml(io.BytesIO(text_of("graphml", war("A", "quote")).encode()))
    (said, *_) = [said for _, _, said in read.edges(data=True)]
    assert (said["start"], said["end"], said["confidence"]) == (0, 5, 0.5)


def test_columns_are_those_of_the_vocabulary_and_none_of_the_stores_own() -> None:
    own = {"contribution", "fingerprint", "locked", "text", "id"}
    declared = {
        item.name
        for node in load_vocabulary().concrete()
        if node.name not in LOGS
        for item in node.properties
    }
    assert set(node_columns()) == declared - own | {"text"}  # claims have one
    assert {"quote", "start", "end", "modality", "asserted_by", "what"} <= set(edge_columns())


def test_xml_escapes_what_would_end_an_attribute() -> None:
    assert xml('<a b="c">&\x00') == "&lt;a b=&quot;c&quot;&gt;&amp;"


def test_export_that_is_cut_short_leaves_no_file(tmp_path: Path) -> None:
    def cut_short() -> Iterator[bytes]:
        yield b"some"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "graph.gexf", cut_short())
    assert list(tmp_path.iterdir()) == []


def test_export_that_cannot_be_written_says_where(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SaysoError, match=r"file/graph\.gexf cannot be written"):
        write_whole(tmp_path / "file" / "graph.gexf", [b"some"])
