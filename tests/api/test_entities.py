"""Entities, what ties them and how, on a small graph whose every edge is known."""

from __future__ import annotations

import itertools

import pytest

from tests.asking import get
from tests.small_graph import ESTWOLD, LANTERN, NORVIA, WESTMERE, ZORIA, write_documents

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def documents(store):
    """The ids of the documents of GRAPHS, which are all the store holds."""
    return write_documents(store)


async def test_profile_tells_names_and_ties(client):
    profile = await get(client, f"/v1/entities/{NORVIA.id}")
    assert profile["entity"]["name_uk"] == "Норвія"
    assert profile["names"] == [{"name": "Norvia", "mentions": 3, "documents": 3}]
    assert {(tie["type"], tie["modality"], tie["sentences"]) for tie in profile["ties"]} == {
        ("ALLIED_WITH", "asserted", 1),
        ("SUPPORTS", "denied", 1),
        ("VISITED", "asserted", 1),
    }
    assert (profile["relationships"], profile["documents"]) == (3, 3)


def types(page):
    return [item["relationship"]["type"] for item in page["items"]]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, {"ALLIED_WITH", "SUPPORTS", "VISITED"}),
        ({"direction": "out"}, {"ALLIED_WITH", "SUPPORTS"}),
        ({"direction": "in"}, {"VISITED"}),
        ({"modality": "denied"}, {"SUPPORTS"}),
        ({"type": "VISITED"}, {"VISITED"}),
        ({"since": "2024-05"}, {"VISITED"}),
        ({"until": "2024-02"}, {"ALLIED_WITH"}),
        ({"since": "2024-01-31", "until": "2024-03-10"}, {"ALLIED_WITH", "SUPPORTS"}),
        ({"since": "2025"}, set()),
    ],
)
async def test_relationships_are_filtered(client, asked, expected):
    page = await get(client, f"/v1/entities/{NORVIA.id}/relationships", **asked)
    assert set(types(page)) == expected


async def test_season_counts_wherever_one_of_its_days_may_lie(client):
    path = f"/v1/entities/{ESTWOLD.id}/relationships"
    for month, expected in (
        ("2024-05", False),
        ("2024-06", True),
        ("2024-08", True),
        ("2024-09", False),
    ):
        page = await get(
            client, path, since=month, until=month, type="SUPPORTS", modality="asserted"
        )
        assert bool(page["items"]) is expected, month


async def test_timeline_runs_by_when_things_begin(client):
    page = await get(client, f"/v1/entities/{ESTWOLD.id}/timeline")
    assert [(item["when"], item["dated"]) for item in page["items"]] == [
        ("2023", True),
        ("2024-03-10", False),
        ("2024-06", True),
    ]
    first = await get(client, f"/v1/entities/{ESTWOLD.id}/timeline", limit=1)
    rest = await get(client, first["next"])
    assert [i["when"] for i in first["items"] + rest["items"]] == ["2023", "2024-03-10"]


async def test_timeline_of_a_speaker_holds_what_it_said(client):
    page = await get(client, f"/v1/entities/{LANTERN.id}/timeline")
    assert types(page).count("SAID") == 3


async def test_changes_compare_with_what_was_said_before(client):
    answer = await get(client, f"/v1/entities/{NORVIA.id}/changes", since="2024-05")
    assert [(row["change"], row["relationship"]) for row in answer["rows"]] == [("new", "VISITED")]


def legs(chain):
    return [step["relationship"]["type"] for step in chain["steps"]]


async def test_paths_come_shortest_first_every_step_cited(client):
    chains = await get(client, "/v1/paths", a=ZORIA.id, b=WESTMERE.id, k=5)
    assert [legs(chain) for chain in chains] == [
        ["VISITED", "SUPPORTS", "ATTACKED"],
        ["VISITED", "ALLIED_WITH", "SUPPORTS", "ATTACKED"],
    ]
    for chain in chains:
        ends = [{s["source"]["id"], s["target"]["id"]} for s in chain["steps"]]
        assert ZORIA.id in ends[0]
        assert WESTMERE.id in ends[-1]
        assert all(a & b for a, b in itertools.pairwise(ends))
        for step in chain["steps"]:
            id_ = step["relationship"]["id"]
            assert (await get(client, f"/v1/citations/{id_}"))["verification"]["holds"]


async def test_paths_are_filtered_by_modality_type_date_and_length(client):
    ask = {"a": ZORIA.id, "b": WESTMERE.id, "k": 5}
    asserted = await get(client, "/v1/paths", **ask, modality="asserted")
    assert [len(chain["steps"]) for chain in asserted] == [4]
    assert await get(client, "/v1/paths", **ask, type=["VISITED", "ATTACKED"]) == []
    assert await get(client, "/v1/paths", **ask, since="2024") == []
    assert await get(client, "/v1/paths", **ask, hops=2) == []
    assert await get(client, "/v1/paths", a=ZORIA.id, b=ZORIA.id) == []
