"""Offices with a rank, a description, a bracket or quotation marks between them and the name."""

import pytest

from tests.reading import read, triples


@pytest.mark.parametrize("rank", ["Commodore", "Lt. Col.", "Brig. Gen.", "Brigadier"])
def test_a_rank_may_stand_between_an_office_and_the_name(rank: str) -> None:
    text = f"Kenyan Coast Guard spokesperson {rank} Otto Kern accused Ghana of deploying ships."
    assert triples(text, "holds_office") == {
        ("Otto Kern", "holds_office", "Coast Guard of Kenya"),
    }


def test_what_describes_a_name_may_stand_between_its_office_and_the_name() -> None:
    text = "Ivan Popko is an ally of the Reef Institute's current boss, the sanctioned Otto Kern."
    assert triples(text, "holds_office") == {("Otto Kern", "holds_office", "Reef Institute")}


def test_an_editor_tells_an_office_in_brackets_behind_a_name() -> None:
    text = "He met Otto Kern [former deputy director at the Reef Institute] on Monday."
    assert triples(text, "holds_office") == {("Otto Kern", "holds_office", "Reef Institute")}


def test_an_editor_tells_an_office_with_its_state_in_the_bracket_that_completes_a_name() -> None:
    text = "He wanted “the extradition of [former President of Kenya Peter] Mwangi” on Monday."
    assert triples(text, "holds_office") == {("Mwangi", "holds_office", "Kenya")}


def test_a_so_called_head_of_a_place_is_of_the_place() -> None:
    text = 'Otto Kern, the Kenyan so-called "head" of Tamale, reported on it.'
    assert triples(text, "holds_office") == {("Otto Kern", "holds_office", "Tamale")}


def test_a_city_of_which_somebody_was_mayor_had_him_for_mayor() -> None:
    text = "The clan is named after the city of Tamale, of which Otto Kern was mayor in 2012."
    assert triples(text, "holds_office") == {("Otto Kern", "holds_office", "Tamale")}


def test_who_are_reporters_is_said_of_all_who_are_listed() -> None:
    text = "The team is composed of Otto Kern and Ada Quill, who are reporters for China Daily."
    assert triples(text, "holds_office") == {
        ("Ada Quill", "holds_office", "China Daily"),
        ("Otto Kern", "holds_office", "China Daily"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Department of State\n\nDeputy Secretary of State Ada Quill met Otto Kern.",
        "The State Department left. Assistant Secretary of State for Trade Ada Quill met him.",
        "The US State Department left. Under Secretary of State for Trade Ada Quill met him.",
        "Ada Quill, Under Secretary of State for Trade, left, the US State Department said.",
    ],
)
def test_who_is_below_a_secretary_serves_the_department_a_text_names(text: str) -> None:
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "US State Department")}


def test_a_deputy_secretary_is_of_no_department_that_the_text_does_not_name() -> None:
    assert triples("Deputy Secretary of State Ada Quill met Otto Kern.", "holds_office") == set()


def test_a_department_named_in_the_title_itself_is_served() -> None:
    text = (
        "The US Treasury imposed sanctions. “It will go on,” said Under Secretary of the Treasury "
        "for Trade and Transport Ada Quill, according to a release by the Treasury."
    )
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "US Treasury")}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Kenya's junta appointed a new minister of defense, Gen. Otto Kern, on Tuesday.", "Kenya"),
        ("The Reef Institute appointed a new director, Otto Kern.", "Reef Institute"),
    ],
)
def test_a_new_office_told_before_the_name_is_of_whoever_gives_it(text: str, body: str) -> None:
    assert triples(text, "holds_office") == {("Otto Kern", "holds_office", body)}


def test_who_may_be_appointed_holds_no_office() -> None:
    text = "The Reef Institute may appoint a new director, Otto Kern."
    assert triples(text, "holds_office") == set()


@pytest.mark.parametrize(
    "text",
    [
        "The Theatre Commander, 26th Brigade, Maj.-Gen. Otto Kern, disclosed this.",
        "Otto Kern, Theatre Commander, 26th Brigade, disclosed this.",
        "He came with Gen. Otto Kern, Director of Trade and Operations, 26th Brigade, and others.",
    ],
)
def test_a_body_may_stand_between_commas_behind_an_office_in_capitals(text: str) -> None:
    assert triples(text, "holds_office") == {("Otto Kern", "holds_office", "26th Brigade")}


def test_two_offices_before_the_comma_may_be_of_two_people() -> None:
    text = "The Chairman and Commander, 26th Brigade, Gen. Otto Kern and Gen. Ivan Popko, left."
    assert triples(text, "holds_office") == set()


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("army spokesman", "Colonel"),
        ("military spokesman", "Major General"),
        ("spokesman", "Captain"),
        ("Defence Minister", "General"),
    ],
)
def test_a_rank_that_is_an_office_too_ends_the_title_before_it(title: str, rank: str) -> None:
    found = read(f"Kenyan {title} {rank} Otto Kern said it was raining.")
    assert [(r.type, r.attributes["title"]) for r in found.relations] == [("holds_office", title)]


@pytest.mark.parametrize("title", ["Secretary General", "Attorney General"])
def test_a_general_of_an_office_is_no_rank(title: str) -> None:
    found = read(f"Kenyan {title} Otto Kern said it was raining.")
    assert [(r.type, r.attributes["title"]) for r in found.relations] == [("holds_office", title)]
