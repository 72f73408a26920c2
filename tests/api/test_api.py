"""The first API, asked over a real store."""

from __future__ import annotations

import socket

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.cursors import decode, encode
from graph.catalogue import load_catalogue
from graph.errors import QueryError
from graph.settings import Settings
from graph.store.answers import Limits
from tests.asking import answering

pytestmark = pytest.mark.anyio
PROBLEM = "application/problem+json"


async def pages(client, path, **parameters):
    """The items of all pages, and how many pages there were."""
    page = (await client.get(path, params=parameters)).json()
    items, count = page["items"], 1
    while page["next"] is not None:
        page = (await client.get(page["next"])).json()
        items += page["items"]
        count += 1
    return items, count


async def test_health_names_the_store(client):
    answer = await client.get("/v1/health")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.json()["store"].startswith("Neo4j/")


async def test_documents_come_latest_first_and_undated_last(client, documents):
    items, _ = await pages(client, "/v1/documents")
    days = [item["published_at"] for item in items]
    assert days == ["2024-05-03", "2024-05-03", "2024-05-01", None]
    assert {item["id"] for item in items} == set(documents)


@pytest.mark.parametrize("limit", [1, 2, 3, 4])
async def test_pages_join_to_the_whole_list(client, limit):
    whole, _ = await pages(client, "/v1/documents")
    joined, count = await pages(client, "/v1/documents", limit=limit)
    assert joined == whole
    assert count == -(-4 // limit)


async def test_document_has_the_text_its_citations_refer_to(client, documents):
    found = (await client.get(f"/v1/documents/{documents[0]}")).json()["document"]
    assert found["type"] == "Article"
    assert found["text"].startswith("Norvia attacked Sudmark.")
    assert "fingerprint" not in found


async def test_length_counts_characters_not_code_units(client, documents):
    listed, _ = await pages(client, "/v1/documents")
    lengths = {item["id"]: item["length"] for item in listed}
    found = (await client.get(f"/v1/documents/{documents[0]}")).json()["document"]
    assert "😀" in found["text"]
    assert lengths[documents[0]] == len(found["text"])


async def test_entity_says_how_much_there_is_about_it(client):
    found = (await client.get("/v1/entities/state:norvia")).json()
    assert found["entity"]["type"] == "State"
    assert found["entity"]["name"] == "Norvia"
    assert found["relationships"] == 4
    assert found["documents"] == 4


async def test_relationships_run_in_both_directions_each_with_its_quote(client):
    items, count = await pages(client, "/v1/entities/state:norvia/relationships", limit=3)
    assert count == 2
    quotes = {item["relationship"]["quote"] for item in items}
    assert quotes == {
        f"{a} attacked {b}."
        for a, b in [
            ("Norvia", "Sudmark"),
            ("Estwold", "Norvia"),
            ("Westmere", "Norvia"),
            ("Norvia", "Estwold"),
        ]
    }
    for item in items:
        edge = item["relationship"]
        assert edge["type"] == "ATTACKED"
        assert (item["source"]["id"], item["target"]["id"]) == (edge["source"], edge["target"])


async def test_relationships_are_filtered_by_type_and_modality(client):
    path = "/v1/entities/state:norvia/relationships"
    assert (await pages(client, path, type="SIGNED"))[0] == []
    assert len((await pages(client, path, type=["SIGNED", "ATTACKED"]))[0]) == 4
    assert (await pages(client, path, modality="denied"))[0] == []
    assert len((await pages(client, path, modality="asserted"))[0]) == 4


async def test_citation_is_checked_against_the_stored_text(client):
    items, _ = await pages(client, "/v1/entities/state:sudmark/relationships")
    edge = items[0]["relationship"]
    found = (await client.get(f"/v1/citations/{edge['id']}")).json()
    assert found["relationship"] == edge
    assert found["verification"] == {
        "holds": True,
        "found": "Norvia attacked Sudmark.",
        "text_unchanged": True,
    }
    assert found["before"] == ""
    assert found["after"].startswith(" A blogger said: “Sudmark fell 😀.”")


@pytest.mark.parametrize(
    ("change", "undo", "unchanged"),
    [
        (
            "d.text = replace(d.text, 'attacked', 'defended')",
            "d.text = replace(d.text, 'defended', 'attacked')",
            False,
        ),
        ("r.start = r.start + 1", "r.start = r.start - 1", True),
        ("r.end = r.end + 100000", "r.end = r.end - 100000", True),
        ("r.quote = 'Norvia praised Sudmark.'", "r.quote = 'Norvia attacked Sudmark.'", True),
    ],
)
async def test_citation_that_no_longer_holds_says_so(client, store, change, undo, unchanged):
    items, _ = await pages(client, "/v1/entities/state:sudmark/relationships")
    id_ = items[0]["relationship"]["id"]
    touch = "MATCH ()-[r:ATTACKED {id: $id}]->() MATCH (d:Document {id: r.document}) SET "
    store.write(touch + change, id=id_)
    try:
        found = (await client.get(f"/v1/citations/{id_}")).json()["verification"]
    finally:
        store.write(touch + undo, id=id_)
    assert found["holds"] is False
    assert found["text_unchanged"] is unchanged


async def test_every_kind_of_cited_edge_has_a_citation(client, store):
    for row in store.read("MATCH ()-[r]->() WHERE r.quote IS NOT NULL RETURN r.id AS id"):
        found = await client.get(f"/v1/citations/{row['id']}")
        assert found.json()["verification"]["holds"] is True


async def test_catalogue_is_served_as_it_is(client):
    listed = (await client.get("/v1/queries")).json()
    assert [item["id"] for item in listed] == [query.id for query in load_catalogue()]
    one = (await client.get("/v1/queries/paths")).json()
    assert one == next(item for item in listed if item["id"] == "paths")
    assert one["cypher"] == load_catalogue().get("paths").text


async def test_question_is_answered_with_its_parameters(client):
    asked = {"actor": "NORVIA", "types": ["ATTACKED", "SIGNED"], "limit": 2}
    found = (await client.get("/v1/queries/neighbours/answer", params=asked)).json()
    assert found["parameters"] == {"actor": "NORVIA", "types": ["ATTACKED", "SIGNED"], "limit": 2}
    assert [(row["source"], row["target"]) for row in found["rows"]] == [
        ("Estwold", "Norvia"),
        ("Norvia", "Estwold"),
    ]
    assert found["columns"] == list(found["rows"][0])
    assert found["truncated"] is False


@pytest.mark.parametrize(
    ("path", "status", "kind", "detail"),
    [
        ("/v1/documents/doc:none", 404, "not-found", "There is no document 'doc:none'"),
        ("/v1/entities/state:none", 404, "not-found", "There is no entity 'state:none'"),
        ("/v1/entities/none/relationships", 404, "not-found", "There is no entity 'none'"),
        ("/v1/citations/none", 404, "not-found", "There is no citation 'none'"),
        ("/v1/queries/neighbors", 404, "unknown-query", "There is no query 'neighbors'"),
        ("/v1/queries/paths/answer?a=x", 422, "query", "paths needs b"),
        ("/v1/queries/paths/answer?a=x&b=y&k=99", 422, "query", "k='99' is not"),
        ("/v1/queries/offices/answer?x=1", 422, "query", "offices has no parameter 'x'"),
        ("/v1/queries/offices/answer?actor=x&actor=y", 422, "query", "actor=['x', 'y'] is not"),
        ("/v1/documents?limit=0", 422, "request", "does not fit"),
        ("/v1/documents?cursor=abc", 422, "query", "The cursor is not one of ours"),
        ("/v1/entities/x/relationships?modality=maybe", 422, "request", "does not fit"),
        ("/v1/search?q=", 422, "request", "does not fit"),
        ("/v1/nothing", 404, "not-found", "Nothing is served"),
    ],
)
async def test_error_is_a_problem_of_the_one_shape(client, path, status, kind, detail):
    answer = await client.get(path)
    problem = answer.json()
    assert answer.status_code == problem["status"] == status
    assert answer.headers["content-type"] == PROBLEM
    assert problem["type"] == f"urn:sayso:problem:{kind}"
    assert detail in problem["detail"]
    assert problem["instance"] == path.partition("?")[0]
    assert set(problem) <= {
        "type",
        "title",
        "status",
        "detail",
        "instance",
        "request",
        "remedy",
        "near",
        "errors",
    }


async def test_search_without_a_word_is_refused_in_words(client):
    problem = (await client.get("/v1/search?q=%20")).json()
    told = "There is no word to search for: type a name or a word"
    assert problem["errors"] == [{"where": "query.q", "what": told}]


async def test_unfit_request_names_each_fault(client):
    problem = (await client.get("/v1/documents?limit=x")).json()
    assert [fault["where"] for fault in problem["errors"]] == ["query.limit"]


@pytest.mark.parametrize(
    ("path", "detail", "near"),
    [
        ("/v1/queries/supplies/answer?supplier=Norvai", "no entity 'Norvai'", ["Norvia"]),
        ("/v1/queries/clones/answer?channel=Norvia", "no channel 'Norvia'", None),
        ("/v1/claims?speaker=norvia", "no entity 'norvia'", ["state:norvia"]),
    ],
)
async def test_name_that_the_store_does_not_know_is_not_found_with_those_near(
    client, path, detail, near
):
    answer = await client.get(path)
    assert answer.status_code == 404
    assert detail in answer.json()["detail"]
    assert answer.json().get("near") == near


async def test_name_that_the_store_knows_may_have_no_rows(client):
    for path in ("queries/supplies/answer?supplier=norvia", "claims?speaker=state:norvia"):
        assert (await client.get(f"/v1/{path}")).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/v1/claims?since=2024-13",
        "/v1/documents?until=2024-02-30",
        "/v1/entities/state:norvia/timeline?since=24",
        "/v1/entities/state:norvia/changes?since=2024-99",
    ],
)
async def test_date_that_the_calendar_does_not_have_is_refused_in_words(client, path):
    answer = await client.get(path)
    assert answer.status_code == 422
    [fault] = answer.json()["errors"]
    assert fault["what"] == "It is no date such as 2024, 2024-10 or 2024-10-05"


@pytest.mark.parametrize(
    "path",
    ["claims", "documents", "entities/state:norvia/timeline", "entities/state:norvia/changes"],
)
async def test_period_that_ends_before_it_begins_is_refused(client, path):
    answer = await client.get(f"/v1/{path}?since=2026&until=2024")
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"where": "query.until", "what": "It lies before 2026"}]
    assert (await client.get(f"/v1/{path}?since=2024-05&until=2024")).status_code == 200


async def test_body_that_is_no_json_is_refused_in_words(client):
    answer = await client.post(
        "/v1/cypher", content=b"{oops", headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 422
    [fault] = answer.json()["errors"]
    assert fault["where"] == "body"
    assert fault["what"].startswith("It is no JSON: ")
    assert fault["what"].endswith(" at character 1")


async def test_unknown_question_suggests_the_nearest(client):
    problem = (await client.get("/v1/queries/neighbors")).json()
    assert problem["near"][0] == "neighbours"


async def test_method_that_a_path_does_not_know_is_a_problem(client):
    answer = await client.put("/v1/documents")
    assert answer.status_code == 405
    assert answer.headers["content-type"] == PROBLEM
    assert answer.headers["allow"] == "GET, POST"


async def test_injection_in_an_id_is_only_an_id(client, store):
    before = store.read("MATCH (n) RETURN count(n) AS n")
    answer = await client.get("/v1/entities/x'}) DETACH DELETE n")
    assert answer.status_code == 404
    assert store.read("MATCH (n) RETURN count(n) AS n") == before


async def test_description_of_the_api_knows_every_model_and_problem(client):
    described = (await client.get("/v1/openapi.json")).json()
    schemas = described["components"]["schemas"]
    assert {"State", "Channel", "ATTACKED", "SAID", "Problem", "Fault"} <= set(schemas)
    assert "HTTPValidationError" not in schemas
    for path, methods in described["paths"].items():
        for method in methods.values():
            assert method["summary"], path
            for status, answer in method["responses"].items():
                assert (PROBLEM in answer.get("content", {})) == (status[0] != "2"), (path, status)


async def test_store_that_is_away_is_a_problem_too(documents):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    async with answering(Settings(neo4j_uri=f"bolt://127.0.0.1:{port}")) as client:
        for path in ("/v1/health", "/v1/documents"):
            answer = await client.get(path)
            assert answer.status_code == 503
            assert answer.json()["type"] == "urn:sayso:problem:store-unavailable"
            assert answer.json()["remedy"]
            assert int(answer.headers["retry-after"]) > 0


def test_real_server_answers_on_loopback(served, documents):
    assert served.startswith("http://127.0.0.1:")
    answer = httpx.get(f"{served}/v1/documents", params={"limit": 1})
    assert answer.status_code == 200
    assert answer.json()["items"][0]["id"] in documents


@given(st.lists(st.text(), min_size=2, max_size=2))
def test_cursor_stands_for_its_key(key):
    assert decode(encode(key)) == key


@given(st.text(max_size=60))
def test_word_is_a_cursor_only_if_it_stands_for_a_key(word):
    try:
        key = decode(word)
    except QueryError:
        return
    assert decode(encode(key)) == key


async def test_wait_ends_even_where_the_server_does_not_look_at_the_clock(app, monkeypatch):
    monkeypatch.setattr("graph.store.asynchronous._GRACE_SECONDS", -0.9)
    endless = "UNWIND range(1, 100000000000) AS x RETURN count(x) AS n"
    with pytest.raises(QueryError, match="longer than allowed"):
        await app.state.store.read(endless, limits=Limits(seconds=1))
