"""The header format of queries/*.cypher, on files made here."""

import pytest

from graph.catalogue import load_catalogue, parse_query
from graph.errors import QueryError, UnknownQueryError

FILE = """// Who lives where
//
// Where people live. It does not prove
// that they are at home.
//
// @id homes
// @param person string required 40 Name of the person
// @param since date null First day
// @param kinds strings [] Only these kinds
// @param limit integer 10 99 Rows at most
// @column place string Where
// @example {"person": "Ada"}
MATCH (p {name: $person, since: $since, limit: $limit})
WHERE p.kind IN $kinds // $not_a_parameter
RETURN '$nor_this' AS place;
"""


def parsed(text=FILE):
    return parse_query(text, "people", "homes.cypher")


def test_header_becomes_the_documentation():
    query = parsed()
    assert (query.id, query.topic, query.title) == ("homes", "people", "Who lives where")
    assert query.description == "Where people live. It does not prove that they are at home."
    assert [item.name for item in query.parameters] == ["person", "since", "kinds", "limit"]
    assert [(c.name, c.type, c.meaning) for c in query.columns] == [("place", "string", "Where")]


def test_statement_is_the_file_without_header_and_semicolon():
    query = parsed()
    assert query.statement.startswith("MATCH (p")
    assert query.statement.endswith("AS place")
    assert query.text == FILE


def test_arguments_take_text_and_fill_defaults():
    given = {"person": " Ada ", "limit": "7", "kinds": "flat"}
    assert parsed().arguments(given) == {
        "person": "Ada",
        "since": None,
        "kinds": ("flat",),
        "limit": 7,
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("person", ""),
        ("person", "x" * 41),
        ("person", 7),
        ("limit", "0"),
        ("limit", "100"),
        ("limit", "1.5"),
        ("limit", "-1"),
        ("limit", "ten"),
        ("limit", "١٢"),
        ("limit", True),
        ("since", "2024-13"),
        ("since", "2024-02-30"),
        ("since", "24"),
        ("since", "yesterday"),
        ("since", "2024-1-1"),
        ("kinds", ["a", 1]),
        ("kinds", ["a"] * 101),
    ],
)
def test_unfit_argument_is_refused_by_name(name, value):
    with pytest.raises(QueryError, match=f"^{name}="):
        parsed().arguments({"person": "Ada", name: value})


@pytest.mark.parametrize("value", ["2024", "2024-02", "2024-02-29"])
def test_date_may_be_a_day_a_month_or_a_year(value):
    assert parsed().arguments({"person": "Ada", "since": value})["since"] == value


BOUND = FILE.replace("kinds strings []", "kinds strings(SUPPLIES.what) []")


def test_parameter_bound_to_words_of_the_vocabulary_takes_no_others():
    query = parsed(BOUND)
    assert query.arguments({"person": "Ada", "kinds": "arms"})["kinds"] == ("arms",)
    with pytest.raises(QueryError, match=r"^kinds='bombs' is not one of arms, troops, "):
        query.arguments({"person": "Ada", "kinds": "bombs"})
    assert "arms" in query.json_schema()["properties"]["kinds"]["items"]["enum"]


def test_parameter_bound_to_many_words_names_the_nearest():
    query = parsed(BOUND.replace("SUPPLIES.what", "relationship"))
    with pytest.raises(QueryError, match=r"^kinds='signd' is not one of its \d+ words; .*SIGNED"):
        query.arguments({"person": "Ada", "kinds": "signd"})


@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        ({"person": ""}, "Correct person"),
        ({"person": "Ada", "since": "2024-99"}, "Correct since, or leave it out"),
        ({"person": "Ada", "limit": 0}, "Correct limit, or leave it out for 10"),
        ({}, "Give person (string): Name of the person"),
    ],
)
def test_unfit_argument_is_refused_with_something_to_do(given, remedy):
    with pytest.raises(QueryError) as told:
        parsed().arguments(given)
    assert told.value.remedy == remedy


UNTIL = FILE.replace("// @param kinds", "// @param until date 9999 Last day\n// @param kinds")


def test_period_that_ends_before_it_begins_is_refused():
    query = parsed(UNTIL.replace("since: $since", "since: $since, until: $until"))
    given = {"person": "Ada", "until": "2024"}
    assert query.arguments(given | {"since": "2024-05"})["until"] == "2024"
    with pytest.raises(QueryError, match=r"^until='2024' lies before since='2026'"):
        query.arguments(given | {"since": "2026"})


def test_missing_and_unknown_arguments_are_refused():
    with pytest.raises(QueryError, match="homes needs person"):
        parsed().arguments({})
    with pytest.raises(QueryError, match=r"no parameter 'who'.*person, since, kinds, limit"):
        parsed().arguments({"person": "Ada", "who": "x"})


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("@id homes\n", "@id homes\n// @id other\n", "2 @id lines"),
        ("// @example", "// example:", "0 @example lines"),
        ("$since", "date()", "different parameters: since"),
        ("$since", "$until", "different parameters: since, until"),
        (" 99 Rows", " Rows", "largest value"),
        ("string required 40 Name of the person", "string", "@param person"),
        ("date null", "day null", "does not read"),
        ("strings []", "strings(kinds) []", "names no words"),
        ("strings []", "strings(SUPPLIES.since) []", "names no words"),
        ('{"person": "Ada"}', '{"person": 1}', "person=1"),
        ('{"person": "Ada"}', "person=Ada", "does not read"),
        ("// Who lives where\n", "", "lacks its title"),
        ("integer 10", "integer 100", "limit='100'"),
        ("AS place;", "AS 'place;", "never closes"),
    ],
)
def test_malformed_file_is_refused(old, new, complaint):
    assert old in FILE
    with pytest.raises(QueryError, match=complaint):
        parsed(FILE.replace(old, new))


def test_unknown_id_suggests_the_nearest(tmp_path):
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "homes.cypher").write_text(FILE)
    with pytest.raises(UnknownQueryError, match="Did you mean homes"):
        load_catalogue(tmp_path).get("home")


def test_taken_id_is_refused(tmp_path):
    (tmp_path / "people").mkdir()
    for name in ("one", "two"):
        (tmp_path / "people" / f"{name}.cypher").write_text(FILE)
    with pytest.raises(QueryError, match="the id homes is taken"):
        load_catalogue(tmp_path)


def test_folder_without_queries_is_refused(tmp_path):
    with pytest.raises(QueryError, match="holds no query"):
        load_catalogue(tmp_path)
