"""Whoever a question is about is found by id, name or alias, in any case, whatever its letters."""

from __future__ import annotations

import pytest

from graph.catalogue import load_catalogue
from graph.store.readonly import read
from graph.store.writer import write
from tests.factories import RUN, war

# Quotation marks and backslashes are syntax of the index; "it" and "the" are words it leaves out.
NAMES = (
    "Norvia", "Республіка Норвія", "O'Brien \"Bo\" \\ Sons", "IT", "The Is", "C++ (group)",
    "Éclair", "Norvia Today", "🔥", "!!!", "AND OR NOT", "name:x*",
)  # fmt: skip

LEFT_OUT = ("IT", "The Is", "AND OR NOT", "!!!")


@pytest.fixture(scope="module")
def named(store):
    """An entity for each of NAMES by name and one by alias, all tied to one and the same."""
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    write(store, [war("Estwold", "Westmere")], RUN)
    made = [{"id": f"org:{n}", "name": name, "aliases": []} for n, name in enumerate(NAMES)]
    made += [
        {"id": f"org:alias-{n}", "name": f"Body {n}", "aliases": ["Another", name]}
        for n, name in enumerate(NAMES)
    ]
    store.write(
        "MATCH (w:Entity {id: 'state:westmere'})<-[r:ATTACKED]-() UNWIND $made AS row "
        "CREATE (e:Entity:Actor:Organization) SET e = row "
        "CREATE (e)-[:MET_WITH {id: row.id + ':met'}]->(w) "
        "CREATE (e)-[:SUPPLIES {id: row.id + ':supplies'}]->(w) "
        "WITH e, r MATCH (e)-[t]->() SET t += r {.*, id: t.id, date: '2024'}",
        made=made,
    )
    return made


@pytest.fixture(scope="module")
def crowd(store, named):
    """Enough others beside them that reading all costs more, and plans made for just these.

    Neo4j keeps plans by the text of a statement and replaces them only when its counts have changed
    for some seconds: earlier tests leave plans made for other graphs.
    """
    store.write(
        "MATCH (w:Entity {id: 'state:westmere'})<-[r:ATTACKED]-() WITH w, r "
        "UNWIND range(1, 3000) AS n "
        "CREATE (e:Entity:Actor:Person {id: 'person:' + n, name: 'Person ' + n, aliases: []}) "
        "CREATE (c:Entity:Actor:Channel {id: 'channel:' + n, name: 'Channel ' + n, aliases: []}) "
        "CREATE (e)-[:RUNS]->(c) CREATE (e)-[:HOLDS_OFFICE]->(w) CREATE (e)-[:SUPPLIES]->(w) "
        "CREATE (e)-[:MET_WITH]->(w) "
        "CREATE (c)-[:POSTED]->(:Post {id: 'post:' + n})<-[:VERSION_OF]-(:PostVersion) "
        "WITH e, r MATCH (e)-[t]->() SET t += r {.*, id: e.id + type(t), date: '2024'}"
    )
    store.write("CALL db.prepareForReplanning(60)")
    return named


def lowered(entity: dict) -> set[str]:
    return {name.lower() for name in (entity["name"], *entity["aliases"])}


@pytest.mark.parametrize("spell", [str, str.lower, str.upper], ids=["as is", "lower", "upper"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("neighbours", "actor"),
        ("changes", "actor"),
        ("meetings", "actor"),
        ("supplies", "supplier"),
    ],
)
def test_name_finds_those_called_so_and_nobody_else(store, named, query, parameter, name, spell):
    asked = {parameter: spell(name)}
    period = {"since": "2024", "until": "2024"} if query == "changes" else {}
    wanted = load_catalogue().get(query)
    rows = read(store, wanted.statement, wanted.arguments(asked | period)).records()
    found = {row["citation"].rpartition(":")[0] for row in rows}
    expected = {e["id"] for e in named if spell(name).lower() in lowered(e)}
    assert found <= expected
    assert found == expected or name in LEFT_OUT


def test_name_of_words_the_index_leaves_out_is_found_as_it_is_written(store, named):
    wanted = load_catalogue().get("neighbours")
    for name in LEFT_OUT:
        rows = read(store, wanted.statement, wanted.arguments({"actor": name})).records()
        assert {row["citation"].rpartition(":")[0] for row in rows} == {f"org:{NAMES.index(name)}"}


@pytest.mark.parametrize("query", ["neighbours", "sources", "treaties", "go-betweens", "paths"])
def test_no_entity_is_scanned_to_find_a_name(store, crowd, query):
    wanted = load_catalogue().get(query)
    with store.driver.session(database=store.database) as session:
        plan = (
            session.run(f"EXPLAIN {wanted.statement}", wanted.arguments(wanted.example))
            .consume()
            .plan
        )
    assert not [name for name, _ in operators(plan) if "Scan" in name]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("offices", "actor"),
        ("meetings", "actor"),
        ("supplies", "supplier"),
        ("supplies", "recipient"),
        ("changes", "actor"),
        ("channel-owners", "channel"),
        ("channel-owners", "owner"),
        ("edited-posts", "channel"),
        ("late-views", "channel"),
    ],
)
def test_who_is_named_is_where_a_question_begins(store, crowd, query, parameter):
    wanted = load_catalogue().get(query)
    dates = {"since": "2024", "until": "2024"} if query == "changes" else {}
    arguments = wanted.arguments({parameter: "Norvia"} | dates)
    with store.driver.session(database=store.database) as session:
        profile = session.run(f"PROFILE {wanted.statement}", arguments).consume().profile
    assert {rows for name, rows in operators(profile) if "Scan" in name} == {0}


def operators(plan: dict) -> list[tuple[str, int | None]]:
    """Each operator of a plan, and the rows it gave where the plan was run."""
    found = [(plan["operatorType"], plan.get("args", {}).get("Rows"))]
    for child in plan.get("children", ()):
        found += operators(child)
    return found
