"""What investigators read over HTTP, from a small graph whose every edge is known."""

from __future__ import annotations

import itertools

import pytest

from graph.ids import hashed_id
from graph.model import DocumentGraph, Node
from graph.store.fulltext import lucene
from graph.store.writer import write
from tests.factories import RUN, assertion, channel, citation, claim, document, mentions, state

pytestmark = pytest.mark.anyio

NORVIA = state("Norvia", name_uk="Норвія", aliases=("Kingdom of Norvia",))
SUDMARK, ESTWOLD, WESTMERE = state("Sudmark"), state("Estwold"), state("Westmere")
ZORIA = Node("Person", "person:oleh-zoria", {"name": "Олег Зоря", "aliases": ("Oleh Zória",)})
LANTERN = channel("Lantern", platform="telegram", audience=("abroad",))
HOME = Node("Audience", "audience:home", {"name": "home"})
CLOSED, OPEN = claim("the bridge is closed"), claim("the bridge was never closed")
SMALL = Node("SubscriberCount", "subscribers:1", {"value": 64_000, "bound": "exact"})
LARGE = Node("SubscriberCount", "subscribers:2", {"value": 90_000, "bound": "approx"})


def said(day: str, *sentences: tuple) -> DocumentGraph:
    """A document of that day; each sentence is its words, a type, two ends and properties."""
    text = " ".join(words for words, *_ in sentences)
    of = document(text, published_at=day, title=f"News of {day}")
    nodes, made = {}, []
    for words, type_, source, target, properties in sentences:
        source = of if source is None else source
        nodes |= {end.id: end for end in (source, target) if isinstance(end, Node)}
        made.append(assertion(type_, source, target, citation(of, words), **properties))
    named = [node for node in nodes.values() if str(node.properties.get("name")) in text]
    shown = [mentions(of, node, str(node.properties["name"])) for node in named if node is not HOME]
    return DocumentGraph(of, tuple(nodes.values()), tuple(made), tuple(shown))


SPEECH = {"stance": "asserts", "mode": "quoted"}
GRAPHS = (
    said(
        "2024-01-10",
        ("Norvia signed with Sudmark.", "ALLIED_WITH", NORVIA, SUDMARK, {"date": "2024-01"}),
        ("Lantern: the bridge is closed.", "SAID", LANTERN, CLOSED, SPEECH),
        ("Lantern has 64,000 readers.", "HAS_SUBSCRIBERS", LANTERN, SMALL, {}),
    ),
    said(
        "2024-03-10",
        ("Sudmark helped Estwold.", "SUPPORTS", SUDMARK, ESTWOLD, {"date": "2024-22"}),
        ("Norvia denied it helped Estwold.", "SUPPORTS", NORVIA, ESTWOLD, {"modality": "denied"}),
        (
            "Lantern denied: closed it is not.",
            "SAID",
            LANTERN,
            CLOSED,
            SPEECH | {"stance": "denies"},
        ),
        ("Lantern: never closed!", "SAID", LANTERN, OPEN, SPEECH),
        (
            "Lantern writes for those at home.",
            "ADDRESSES",
            LANTERN,
            HOME,
            SPEECH | {"stance": None, "mode": None},
        ),
        ("One excludes the other.", "CONTRADICTS", CLOSED, OPEN, {}),
        ("Lantern grew to 90,000.", "HAS_SUBSCRIBERS", LANTERN, LARGE, {"date": "2024-03"}),
    ),
    said(
        "2024-06-01",
        ("Estwold attacked Westmere.", "ATTACKED", ESTWOLD, WESTMERE, {"date": "2023"}),
        ("Олег Зоря visited Norvia.", "VISITED", ZORIA, NORVIA, {"date": "2024-05-30"}),
        ("The bridge is closed, says nobody.", "STATES", None, CLOSED, {"stance": "neutral"}),
    ),
)


@pytest.fixture(scope="module")
def documents(store):
    """The ids of the documents of GRAPHS, which are all the store holds."""
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    write(store, GRAPHS, RUN)
    return [graph.document.id for graph in GRAPHS]


async def get(client, path, **parameters):
    answer = await client.get(path, params=parameters or None)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def found(client, q, **parameters):
    return [hit["id"] for hit in (await get(client, "/v1/search", q=q, **parameters))["items"]]


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("Norvia", NORVIA.id),
        ("NORVIA", NORVIA.id),
        ("Норвія", NORVIA.id),
        ("норвия", NORVIA.id),
        ("norvai", NORVIA.id),
        ("norv", NORVIA.id),
        ('"kingdom of norvia"', NORVIA.id),
        ("Зоря", ZORIA.id),
        ("zoria", ZORIA.id),
        ("олег зор", ZORIA.id),
        ("lantern", LANTERN.id),
    ],
)
async def test_search_finds_names_in_any_script_case_and_small_misspelling(client, typed, id_):
    assert (await found(client, typed))[0] == id_


async def test_search_finds_titles_texts_and_claims_by_type(client, documents):
    assert set(await found(client, "closed", type="Claim")) == {CLOSED.id, OPEN.id}
    assert set(await found(client, "closed", type="Document")) == set(documents)
    assert await found(client, "attacked", type="Article") == [documents[2]]
    assert await found(client, "march", type="Document") == []
    assert set(await found(client, "news", type=["Document", "State"])) == set(documents)


async def test_search_wants_all_words_and_phrases_as_they_stand(client, documents):
    assert await found(client, "attacked westmere", type="Document") == [documents[2]]
    assert await found(client, '"westmere attacked"', type="Document") == []
    assert await found(client, "attacked helped", type="Document") == []


async def test_search_marks_the_words_in_its_excerpt(client):
    [hit] = (await get(client, "/v1/search", q="never", type="Claim"))["items"]
    assert [hit["excerpt"][s["start"] : s["end"]] for s in hit["highlights"]] == ["never"]


@pytest.mark.parametrize("typed", ["a:b", "x AND", "(((", '"', "!! ", "+-&|!(){}[]^~*?:\\/", "🔥"])
async def test_search_takes_nothing_for_syntax(client, typed):
    answer = await client.get("/v1/search", params={"q": typed})
    assert answer.status_code in (200, 422)
    assert answer.status_code == 200 or answer.json()["type"].endswith((":query", ":request"))


async def test_pages_of_a_search_join_to_the_whole(client):
    whole = await found(client, "closed")
    joined, next_ = [], "/v1/search?q=closed&limit=1"
    while next_:
        page = await get(client, next_)
        joined += [hit["id"] for hit in page["items"]]
        next_ = page["next"]
    assert joined == whole
    assert len(whole) == 5


def test_words_are_quoted_for_lucene():
    assert lucene("ab") == "(ab^8 OR name:ab^8 OR ab*^2)"
    assert lucene('"A b" c*') == '("a b"^8 OR name:"a b"^8) AND (c^8 OR name:c^8 OR c*^2)'
    assert lucene("minister").endswith("minister~2)")


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


async def test_document_shows_where_entities_are_named_and_what_it_says(client, documents):
    page = await get(client, f"/v1/documents/{documents[2]}")
    text = page["document"]["text"]
    named = {(text[m["start"] : m["end"]], m["entity"], m["type"]) for m in page["mentions"]}
    assert ("Олег Зоря", ZORIA.id, "Person") in named
    assert len(named) == 4
    quotes = [item["relationship"]["quote"] for item in page["assertions"]]
    assert quotes == [words for words in quotes if words in text]
    assert len(quotes) == 3
    assert page["truncated"] is False


async def test_claims_are_listed_and_filtered(client):
    listed = (await get(client, "/v1/claims"))["items"]
    assert [(item["id"], item["sentences"]) for item in listed] == [(CLOSED.id, 3), (OPEN.id, 1)]
    denied = (await get(client, "/v1/claims", speaker=LANTERN.id, stance="denies"))["items"]
    assert [item["id"] for item in denied] == [CLOSED.id]
    assert (await get(client, "/v1/claims", lang="uk"))["items"] == []


async def test_claim_shows_carriers_contradictions_and_audiences(client):
    page = await get(client, f"/v1/claims/{CLOSED.id}")
    assert [(c["relationship"]["type"], c["relationship"]["stance"]) for c in page["carriers"]] == [
        ("SAID", "asserts"),
        ("SAID", "denies"),
        ("STATES", "neutral"),
    ]
    assert [(r["relationship"]["type"], r["target"]["id"]) for r in page["related"]] == [
        ("CONTRADICTS", OPEN.id)
    ]
    cells = {(cell["audience"], cell["stance"]): cell for cell in page["audiences"]}
    assert set(cells) == set(itertools.product(("abroad", "home"), ("asserts", "denies")))
    assert all(cell["channels"] == [LANTERN.id] for cell in cells.values())


async def test_channel_shows_its_sizes_and_where_it_turned(client):
    page = await get(client, f"/v1/channels/{LANTERN.id}")
    assert page["channel"]["platform"] == "telegram"
    assert [(s["date"], s["value"], s["bound"]) for s in page["subscribers"]] == [
        ("2024-01-10", 64_000, "exact"),
        ("2024-03", 90_000, "approx"),
    ]
    turns = {
        (f["before"], f["before_stance"], f["after"], f["after_stance"]) for f in page["flips"]
    }
    closed, never = CLOSED.properties["text"], OPEN.properties["text"]
    assert (closed, "asserts", closed, "denies") in turns
    assert (closed, "asserts", never, "asserts") in turns or (
        never,
        "asserts",
        closed,
        "asserts",
    ) in turns
    assert len(turns) == 2


async def test_derived_ties_of_a_channel_come_with_method_and_evidence(client, store):
    tie = {
        "id": hashed_id("co", "a"), "method": "co-share/1", "parameters": '{"window_seconds": 60}',
        "coverage": '{"posts": 5}', "documents": ["post:a"], "run": "run:test",
        "weight": 2, "posts": 2, "first": "2024-05-01T10:00:00Z", "last": "2024-05-01T11:00:00Z",
    }  # fmt: skip
    made = (
        "MATCH (a:Entity {id: $id}) MERGE (b:Entity:Actor:Channel {id: 'channel:other'}) "
        "SET b.name = 'O' CREATE (a)-[r:CO_SHARED]->(b) SET r = $tie"
    )
    store.write(made, id=LANTERN.id, tie=tie)
    try:
        page = await get(client, f"/v1/channels/{LANTERN.id}")
    finally:
        store.write("MATCH (b:Entity {id: 'channel:other'}) DETACH DELETE b")
    [shown] = page["amplification"]
    edge = shown["relationship"]
    assert (edge["method"], edge["documents"], edge["weight"]) == ("co-share/1", ["post:a"], 2)
    assert (shown["parameters"], shown["coverage"]) == ({"window_seconds": 60}, {"posts": 5})


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/v1/entities/none/timeline", 404, "not-found"),
        ("/v1/entities/none/changes", 404, "not-found"),
        ("/v1/paths?a=state:norvia&b=none", 404, "not-found"),
        ("/v1/channels/none", 404, "not-found"),
        ("/v1/channels/state:norvia", 404, "not-found"),
        ("/v1/claims/none", 404, "not-found"),
        ("/v1/claims?stance=maybe", 422, "request"),
        ("/v1/search?q=%20", 422, "request"),
        ("/v1/search?q=a&type=Nothing", 422, "request"),
        ("/v1/entities/state:norvia/relationships?type=SAID", 422, "request"),
        ("/v1/entities/state:norvia/relationships?since=may", 422, "request"),
    ],
)
async def test_what_cannot_be_answered_is_a_problem(client, path, status, kind):
    answer = await client.get(path)
    assert answer.status_code == status
    assert answer.json()["type"] == f"urn:sayso:problem:{kind}"
