"""What names in reports from many lands are, and where they end: claims about English."""

from __future__ import annotations

import pytest

from tests.reading import named, read


def types(text: str) -> dict[str, str]:
    found = read(text)
    return {e.name: e.type for e in found.entities.values()} | {
        str(c.name): "Channel" for c in found.channels.values()
    }


def test_militias_of_a_land_are_none_of_its_armed_forces() -> None:
    text = "Kenyan militias attacked the base in Ghana. The militias fled."
    assert types(text) == {
        "Kenya": "State", "Kenyan militias": "ArmedGroup", "Ghana": "State",
    }  # fmt: skip


def test_an_adjective_of_a_part_of_a_continent_is_of_no_bloc() -> None:
    assert types("Envoys left the West African country.") == {"West Africa": "Place"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They left the Central Africa Republic.", "Central African Republic"),
        ("They bought it from the Russia Federation.", "Russia"),
    ],
)
def test_states_have_the_names_that_are_often_written_for_theirs(text: str, name: str) -> None:
    assert types(text) == {name: "State"}


@pytest.mark.parametrize(
    "text",
    [
        "He said so in a post on X. The police came.",
        "Videos spread across YouTube, Instagram, and X. The police came.",
        "They fled to X. Kenya left.",
    ],
)
def test_the_platform_that_ends_a_sentence_is_named_without_the_stop(text: str) -> None:
    found = read(text)
    platform = found.entities["organization:x"]
    assert [found.tokens.span_text(m.start, m.end) for m in platform.mentions] == ["X"]


def test_an_initial_x_belongs_to_its_name() -> None:
    assert types("Otto X. Kern came to Accra.") == {"Otto X. Kern": "Person", "Accra": "Place"}


@pytest.mark.parametrize(
    "text",
    [
        "The drones were Turkish Bayraktar-TB2s, which are capable.",
        "A Kenyan F-16 fighter jet struck targets. A Kenyan F-16 was shot down.",
    ],
)
def test_machines_named_by_their_types_are_nobody(text: str) -> None:
    assert set(types(text)) <= {"Turkey", "Kenya"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They fought near the disputed Ta Moan Thom Temple.", "Ta Moan Thom Temple"),
        ("They launched rockets at Don Tuan temple.", "Don Tuan temple"),
        ("Troops entered Dom Kete province. Dom Kete was shelled.", "Dom Kete"),
        ("The provinces of Karaga, Ubon Tam, and Dom Kete had clashes.", "Dom Kete"),
    ],
)
def test_temples_and_what_is_listed_with_regions_are_places(text: str, name: str) -> None:
    assert types(text).get(name) == "Place"


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("It ended Saturday, according to state-run media Tuoi Lan.", "Tuoi Lan", "Channel"),
        ("According to Similarweb, the site had few visitors.", "Similarweb", "Organization"),
        ("He founded a catering business Concord.", "Concord", "Organization"),
    ],
)
def test_sources_and_businesses_are_no_people_and_no_places(
    text: str, name: str, type_: str
) -> None:
    assert types(text) == {name: type_}


@pytest.mark.parametrize(
    "text",
    ["They met Chinese State Councilor Otto Kern.", "Army spokesperson Maj Gen Otto Kern left."],
)
def test_titles_of_councillors_and_majors_are_no_names(text: str) -> None:
    assert set(types(text)) - {"China"} == {"Otto Kern"}


def test_spellings_of_a_body_that_differ_in_spaces_are_one() -> None:
    assert types("Lantern Media grew, and LanternMedia sold it.") == {
        "Lantern Media": "Organization"
    }


def test_the_long_name_of_a_state_ends_its_bodys_name() -> None:
    text = "The Security Service of the Republic of Kenya left. The Security Service of Kenya came."
    body = read(text).entities["organization:security-service-of-kenya"]
    assert (len(body.mentions), body.properties["country"]) == (2, "KE")


@pytest.mark.parametrize(
    "text",
    [
        "Attacks targeted Kenyan dissidents in Accra.",
        "Kenyan propaganda spread the story in Accra.",
    ],
)
def test_a_group_that_says_nothing_and_of_whom_nothing_is_told_is_nobody(text: str) -> None:
    assert types(text) == {"Kenya": "State", "Accra": "Place"}


def test_a_group_that_says_something_is_somebody() -> None:
    assert types("Kenyan doctors said it was over.") == {
        "Kenya": "State", "Kenyan doctors": "Organization",
    }  # fmt: skip


def test_the_capitals_a_report_opens_with_are_a_place_before_its_state() -> None:
    assert types("SISAKET, Kenya (Reuters) - Fighting on the border went on.") == {
        "Sisaket": "Place", "Kenya": "State", "Reuters": "Channel",
    }  # fmt: skip


def test_an_acronym_that_is_a_word_is_a_name_before_a_title() -> None:
    found = read("They came with WHO Director-General Ada Quill on Monday.")
    assert [(named(found, r.source), r.type, named(found, r.target)) for r in found.relations] == [
        ("Ada Quill", "holds_office", "World Health Organization")
    ]
