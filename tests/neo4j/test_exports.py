"""Every export is read back by the library of its format, and says what the store says."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.errors import NotFoundError, QueryError
from graph.exports import FORMATS, Selection, format_of, save, select, stream
from graph.exports.jsonld import iri
from graph.exports.model import EdgeRow, NodeRow
from graph.exports.selection import StoredSubgraph
from graph.settings import Settings
from graph.store.connection import Store
from graph.store.schema import quoting_types

ROOT = Path(__file__).parents[2]
EXCHANGE = ROOT / ".venv-exchange" / "bin" / "python"
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture(scope="module")
def whole(corpus: Store) -> StoredSubgraph:
    return select(corpus, Selection(), MOMENT)


@pytest.fixture(scope="module")
def edges(whole: StoredSubgraph) -> dict[str, EdgeRow]:
    return {edge.id: edge for edge in whole.edges()}


@pytest.fixture(scope="module")
def nodes(whole: StoredSubgraph) -> dict[str, NodeRow]:
    return {node.id: node for node in whole.nodes()}


def written(name: str, subgraph: StoredSubgraph, folder: Path) -> Path:
    path = folder / f"out.{FORMATS[name].suffix}"
    save(format_of(name), subgraph, path)
    return path


def checked(name: str, path: Path) -> Any:
    if not EXCHANGE.exists():
        pytest.skip(".venv-exchange is not installed; `make test` installs it")
    command = [EXCHANGE, "-W", "ignore", ROOT / "tests" / "exchange" / "check.py", name, path]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    return json.loads(found.stdout)


def test_everything_in_the_store_is_exported_and_the_ends_of_edges_with_it(
    corpus: Store, nodes: dict[str, NodeRow], edges: dict[str, EdgeRow]
) -> None:
    counted = "MATCH (n) WHERE NOT n:Run AND NOT n:Store RETURN n.id AS id"
    assert set(nodes) == {row["id"] for row in corpus.read(counted)}
    counted = "MATCH ()-[r]->() WHERE r.id IS NOT NULL RETURN r.id AS id"
    assert set(edges) == {row["id"] for row in corpus.read(counted)}
    assert {end for edge in edges.values() for end in (edge.source, edge.target)} <= set(nodes)
    assert all("text" not in node.properties for node in nodes.values() if node.type == "Article")


def test_two_exports_are_the_same_bytes(whole: StoredSubgraph) -> None:
    for format_ in FORMATS.values():
        assert b"".join(stream(format_, whole)) == b"".join(stream(format_, whole)), format_.name


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("gexf", lambda path: nx.read_gexf(path, version="1.3")),
        ("graphml", lambda path: nx.read_graphml(path, force_multigraph=True)),
        ("node-link", lambda path: nx.node_link_graph(json.loads(path.read_text()), edges="edges")),
        ("cytoscape", lambda path: nx.cytoscape_graph(json.loads(path.read_text()))),
    ],
)
def test_networkx_reads_the_same_graph_with_every_citation(
    name: str, reader: Any, whole: StoredSubgraph, nodes: Any, edges: Any, tmp_path: Path
) -> None:
    read = reader(written(name, whole, tmp_path))
    assert read.is_directed()
    assert read.is_multigraph()
    assert set(read.nodes) == set(nodes)
    found = {
        str(said.get("id", key)): (
            source,
            target,
            said["type"],
            said.get("quote"),
            said.get("start"),
        )
        for source, target, key, said in read.edges(keys=True, data=True)
    }
    assert found == {
        id_: (e.source, e.target, e.type, e.properties.get("quote"), e.properties.get("start"))
        for id_, e in edges.items()
    }
    labels = {id_: said.get("label", said.get("name")) for id_, said in read.nodes(data=True)}
    assert labels == {id_: node.label for id_, node in nodes.items()}


def test_tables_hold_every_row_and_no_formula(
    whole: StoredSubgraph, nodes: Any, edges: Any, tmp_path: Path
) -> None:
    save(format_of("csv"), whole, tmp_path / "tables")
    tables = {}
    for name in ("nodes", "edges"):
        with (tmp_path / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            tables[name] = {row["id"]: row for row in csv.DictReader(file)}
    assert set(tables["nodes"]) == set(nodes)
    assert set(tables["edges"]) == set(edges)
    for id_, row in tables["edges"].items():
        assert row["quote"].removeprefix("'") == edges[id_].properties.get("quote", "")
    cells = [cell for table in tables.values() for row in table.values() for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(tuple("=+-@"))] == []


def test_stix_is_valid_and_holds_every_node_and_relationship(
    whole: StoredSubgraph, nodes: Any, edges: Any, tmp_path: Path
) -> None:
    path = written("stix", whole, tmp_path)
    found = checked("stix", path)
    assert found["errors"] == []
    assert found["valid"]
    assert len(set(found["ids"])) == len(found["ids"]) == len(nodes) + len(edges) + 2
    objects = json.loads(path.read_text())["objects"]
    relationships = [one for one in objects if one["type"] == "relationship"]
    ends = {one[end] for one in relationships for end in ("source_ref", "target_ref")}
    assert ends <= set(found["ids"])
    quotes = {one["description"] for one in relationships if "description" in one}
    assert quotes == {e.properties["quote"] for e in edges.values() if "quote" in e.properties}


def test_followthemoney_takes_every_entity_and_loses_nothing(
    whole: StoredSubgraph, nodes: Any, edges: Any, tmp_path: Path
) -> None:
    found = checked("ftm", written("ftm", whole, tmp_path))
    assert found["lost"][:5] == []
    # Links have a proof since FollowTheMoney 4, which takes a C++ library to install.
    assert {name.partition(".")[2] for name in found["unknown"]} <= {"proof"}
    ids = [entity["id"] for entity in found["entities"]]
    assert len(set(ids)) == len(ids) == len(nodes) + len(edges)
    links = [entity for entity in found["entities"] if entity["ends"]]
    assert len(links) == len(edges)
    assert {end for link in links for end in link["ends"]} <= set(ids)
    assert {proof for link in links for proof in link["properties"]["proof"]} <= set(ids)
    assert all(link["properties"]["summary"] for link in links)
    # What a page or an export shows of a channel itself has no address.
    addresses = {url for link in links for url in link["properties"].get("sourceUrl", ())}
    documents = {edge.properties["document"] for edge in edges.values()}
    assert addresses == {nodes[id_].properties.get("url") for id_ in documents} - {None}


def test_web_annotations_select_the_very_words_in_the_stored_text(
    whole: StoredSubgraph, edges: Any, tmp_path: Path
) -> None:
    found = checked("jsonld", written("jsonld", whole, tmp_path))
    texts = {iri(id_): text for id_, text in whole.texts()}
    cited = {id_: edge for id_, edge in edges.items() if edge.type in quoting_types()}
    assert {row[0] for row in found["annotations"]} == {iri(id_) for id_ in cited}
    assert len(found["annotations"]) == len(cited)
    for _, source, exact, start, end in found["annotations"]:
        assert texts[source][start:end] == exact


def test_case_holds_the_texts_that_its_citations_quote(
    whole: StoredSubgraph, edges: Any, tmp_path: Path
) -> None:
    archive = zipfile.ZipFile(io.BytesIO(b"".join(stream(format_of("case"), whole))))
    assert archive.testzip() is None
    citations = [json.loads(line) for line in archive.read("citations.jsonl").splitlines()]
    assert {one["id"] for one in citations} == {
        id_ for id_, edge in edges.items() if "quote" in edge.properties
    }
    for one in citations:
        text = archive.read(one["file"]).decode()
        assert text[one["start"] : one["end"]] == one["quote"]


def test_case_names_the_hash_of_each_of_its_files(whole: StoredSubgraph, tmp_path: Path) -> None:
    import hashlib

    save(format_of("case"), whole, tmp_path)
    manifest = json.loads((tmp_path / "case.json").read_text())
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "case.json"]
    assert manifest["sha256"] == {
        str(path.relative_to(tmp_path)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def test_seeds_select_what_is_within_so_many_hops(corpus: Store, edges: Any) -> None:
    whole = nx.MultiGraph([(e.source, e.target, id_) for id_, e in edges.items()])
    seed = "person:arkady-belousenko"
    assert seed in whole
    for hops in (1, 2):
        chosen = select(corpus, Selection(seeds=("Arkady BELOUSENKO",), hops=hops), MOMENT)
        near = nx.ego_graph(whole, seed, radius=hops - 1)
        expected = {key for node in near for _, _, key in whole.edges(node, keys=True)}
        # Documents are no steps of a path: nobody is tied to somebody by being in one article.
        if hops == 1:
            assert {edge.id for edge in chosen.edges()} == expected
        else:
            assert {edge.id for edge in chosen.edges()} <= expected
        held = {node.id for node in chosen.nodes()}
        assert {end for e in chosen.edges() for end in (e.source, e.target)} <= held
        assert {e.properties["document"] for e in chosen.edges()} <= held


def test_query_selects_what_its_rows_cite(corpus: Store) -> None:
    chosen = select(corpus, Selection(query="supplies"), MOMENT)
    found = list(chosen.edges())
    assert found
    assert {edge.type for edge in found} == {"SUPPLIES"}
    assert {edge.properties["document"] for edge in found} == {id_ for id_, _ in chosen.texts()}


def test_types_select_relationships_of_these_types(corpus: Store, edges: Any) -> None:
    chosen = select(corpus, Selection(types=("MET_WITH", "SIGNED")), MOMENT)
    wanted = {id_ for id_, edge in edges.items() if edge.type in ("MET_WITH", "SIGNED")}
    assert {edge.id for edge in chosen.edges()} == wanted


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"seeds": ("Nobody Known",)}, NotFoundError),
        ({"query": "no-such"}, QueryError),
        ({"query": "supplies", "parameters": {"x": "1"}}, QueryError),
        ({"query": "supplies", "seeds": ("Iran",)}, QueryError),
        ({"types": ("MEETS",)}, QueryError),
        ({"hops": 9}, QueryError),
    ],
)
def test_selection_that_means_nothing_is_refused(
    corpus: Store, asked: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        select(corpus, Selection(**asked), MOMENT)


def test_command_writes_a_file(
    corpus: Store, server_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("SAYSO_HOME", str(server_settings.sayso_home))
    out = tmp_path / "deep" / "graph.gexf"
    arguments = ["export", "gexf", "--out", str(out), "--seed", "Iran", "--type", "SUPPLIES"]
    shown = CliRunner().invoke(app, arguments)
    assert shown.exit_code == 0, shown.output
    assert {said["type"] for _, _, said in nx.read_gexf(out).edges(data=True)} == {"SUPPLIES"}
    refused = CliRunner().invoke(app, ["export", "gefx", "--out", str(out)])
    assert isinstance(refused.exception, QueryError)
    assert "Did you mean gexf?" in str(refused.exception)
