"""Exports over HTTP."""

from __future__ import annotations

import io
import zipfile

import networkx as nx
import pytest

from graph.exports import FORMATS

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("name", FORMATS)
async def test_every_format_is_served_under_its_type_and_a_name(client, name):
    answer = await client.get(f"/v1/exports/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(FORMATS[name].media_type.partition(";")[0])
    assert f"sayso-{name}.{FORMATS[name].suffix}" in answer.headers["content-disposition"]
    assert answer.content


async def test_seed_and_type_choose_a_part(client):
    asked = {"seed": "Norvia", "type": "ATTACKED"}
    read = nx.read_gexf(io.BytesIO((await client.get("/v1/exports/gexf", params=asked)).content))
    assert {said["type"] for _, _, said in read.edges(data=True)} == {"ATTACKED"}
    assert {"state:norvia", "state:sudmark", "state:estwold", "state:westmere"} <= set(read.nodes)


async def test_question_chooses_a_part_with_its_parameters(client, documents):
    asked = {"query": "neighbours", "actor": "Sudmark"}
    answer = await client.get("/v1/exports/case", params=asked)
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    texts = [name for name in names if name.startswith("documents/")]
    assert texts == [f"documents/{documents[0].replace(':', '-')}.txt"]


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/v1/exports/docx", 422, "request"),
        ("/v1/exports/gexf?seed=Nobody", 404, "not-found"),
        ("/v1/exports/gexf?query=none", 404, "unknown-query"),
        ("/v1/exports/gexf?query=neighbours", 422, "query"),
        ("/v1/exports/gexf?hops=9", 422, "request"),
        ("/v1/exports/gexf?type=MEETS", 422, "request"),
        ("/v1/exports/gexf?seed=Norvia&query=supplies", 422, "query"),
    ],
)
async def test_export_that_cannot_be_made_is_a_problem(client, path, status, kind):
    answer = await client.get(path)
    assert answer.status_code == status
    assert answer.json()["type"] == f"urn:sayso:problem:{kind}"
