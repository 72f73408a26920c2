"""Full-text search over HTTP, on a small graph whose every word is known."""

from __future__ import annotations

import pytest

from graph.store.fulltext import lucene
from tests.asking import get
from tests.small_graph import CLOSED, LANTERN, NORVIA, OPEN, ZORIA, write_documents

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def documents(store):
    """The ids of the documents of GRAPHS, which are all the store holds."""
    return write_documents(store)


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
