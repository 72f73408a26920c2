"""What every file under queries/ keeps to, as far as its text shows it."""

import re
from pathlib import Path

import pytest

from graph.catalogue import load_catalogue, reference
from graph.store.lexer import tokens

ROOT = Path(__file__).parents[2]
CATALOGUE = load_catalogue(ROOT / "queries")
EVERY = pytest.mark.parametrize("query", list(CATALOGUE), ids=lambda query: query.id)
CITED = {"date", "modality", "asserted_by", "quote", "title", "url", "published_at", "citation"}
# What a post does rests on the post itself.
POSTED = {"quote", "url", "published_at", "document"}


def words(query):
    return [token.keyword or token.text for token in tokens(query.statement)]


@EVERY
def test_id_is_the_name_of_the_file(query):
    assert (ROOT / "queries" / query.topic / f"{query.id}.cypher").read_text() == query.text
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", query.id)


@EVERY
def test_answer_is_ordered_and_bounded(query):
    found = words(query)
    last_return = len(found) - found[::-1].index("RETURN")
    assert found[last_return:].count("ORDER") == 1
    assert found[-3:] == ["LIMIT", "$limit"] or found[-2:] == ["LIMIT", "$limit"]
    limit = next(item for item in query.parameters if item.name == "limit")
    assert limit.type == "integer"
    assert limit.maximum <= 1000


@EVERY
def test_description_says_what_the_answer_does_not_prove(query):
    assert re.search(r"not prove|are not|does not make|may have", query.description)
    assert len(query.description) > 150


@EVERY
def test_paths_are_bounded(query):
    assert not re.search(r"\[[^\]]*\*\s*(\d*\.\.)?\s*\]", query.statement)
    assert not re.search(r"\)[*+]\(|\{\d+,\s*\}", query.statement)


@EVERY
def test_internal_ids_stay_in_the_store(query):
    assert {"ELEMENTID", "ID"}.isdisjoint(
        word for word, after in zip(words(query), words(query)[1:], strict=False) if after == "("
    )


@EVERY
def test_every_row_can_be_cited(query):
    needed = POSTED if query.topic == "amplification" else CITED
    assert {column.name for column in query.columns} >= needed


@EVERY
def test_lines_fit_a_screen(query):
    assert max(map(len, query.text.splitlines())) <= 100


@EVERY
def test_what_is_looked_up_by_name_says_so_and_nothing_else_does(query):
    said = {
        (item.name, "handle" in item.meaning)
        for item in query.parameters
        if re.search(r": id, (name|handle)", item.meaning)
    }
    looked_up = query.named({item.name: item.name for item in query.parameters})
    assert {(name, label == "Channel") for label, name in looked_up} == said


def test_page_of_questions_is_as_generated():
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    assert page == reference(CATALOGUE), "run `python -m graph.catalogue`"
