"""Whom a given name means, and what is no entity though it is written with a capital."""

from __future__ import annotations

import pytest

from ingest.nlp.findings import findings
from ingest.nlp.pipeline import load


def people(text: str) -> dict[str, list[str]]:
    """The people of a text, each with the words that name it."""
    found = findings(load()(text))
    return {
        e.name: [found.tokens.span_text(m.start, m.end) for m in e.mentions if m.kind == "name"]
        for e in found.entities.values()
        if e.type == "Person"
    }


def test_a_given_name_alone_is_no_public_figure() -> None:
    text = "President Vladimir Putin spoke on Monday. Vladimir, a miner from Omsk, disagreed."
    assert people(text) == {"Vladimir Putin": ["Vladimir Putin"], "Vladimir": ["Vladimir"]}


def test_a_given_name_alone_is_who_was_named_in_full() -> None:
    text = "The volunteers came with Sergei Lomov. Sergei drives a bus."
    assert people(text) == {"Sergei Lomov": ["Sergei Lomov", "Sergei"]}


def test_of_two_people_with_one_given_name_the_last_is_meant() -> None:
    text = "Taras Vovk wrote to Taras Hnat. Taras answered him."
    assert people(text)["Taras Hnat"] == ["Taras Hnat", "Taras"]


def test_a_nickname_in_quotation_marks_is_part_of_a_name() -> None:
    text = "General Charles “Bolt” Marsh told journalists about it. Marsh left."
    assert people(text) == {"Charles Marsh": ["Charles “Bolt” Marsh", "Marsh"]}


def test_who_has_a_nickname_between_the_names_goes_by_each_of_them() -> None:
    text = "It was led by Ivan “Wolf” Popko. Wolf said no. Ivan Popko left."
    assert people(text) == {"Ivan Popko": ["Ivan “Wolf” Popko", "Wolf", "Ivan Popko"]}
    text = "It was built by Mohamed ‘Hedi’ Dagale and his network."
    assert list(people(text)) == ["Mohamed Dagale"]


def test_a_bracket_that_adds_a_given_name_makes_no_second_person() -> None:
    text = "They spoke of [the former president Petro] Poroshenko and (President Vladimir) Putin."
    assert set(people(text)) == {"Petro Poroshenko", "Vladimir Putin"}


@pytest.mark.parametrize(
    "text",
    [
        "He is Ambassador Extraordinary and Plenipotentiary of Kenya.",
        "They won all Olympic medals and a Paralympic one.",
        "Kenya Stages Major Airstrike on a Port",
    ],
)
def test_titles_and_adjectives_are_no_people(text: str) -> None:
    assert people(text) == {}


def test_a_body_of_a_state_ends_before_the_next_person() -> None:
    found = findings(load()("It showed the Patriarchate of Georgia and Bidzina Ivanishvili."))
    names = {e.name for e in found.entities.values()}
    assert {"Patriarchate of Georgia", "Bidzina Ivanishvili"} <= names


def test_the_media_takes_up_no_body_with_media_in_its_name() -> None:
    found = findings(load()("The Steppe Media Institute wrote it. Then the media fell silent."))
    (body,) = (e for e in found.entities.values() if e.type == "Organization")
    assert len(body.mentions) == 1


def test_the_form_of_a_company_alone_is_no_company() -> None:
    found = findings(load()("LLC “Grain Route” was sold to Banque Lormont."))
    assert {e.name for e in found.entities.values()} == {"Grain Route", "Banque Lormont"}


def test_a_numbered_channel_is_a_station() -> None:
    found = findings(load()("Viewers of Channel 5 and Channel 12 saw it."))
    assert {c.name for c in found.channels.values()} == {"Channel 5", "Channel 12"}


@pytest.mark.parametrize("name", ["Jean-luc Melenchon", "Anne-marie Quill", "Yunus-bek Yevkurov"])
def test_a_given_name_goes_on_in_small_letters_behind_its_hyphen(name: str) -> None:
    assert people(f"{name} visited Tamale.") == {name: [name]}


def test_a_participle_behind_a_hyphen_is_no_half_of_a_given_name() -> None:
    assert people("The Kenya-backed Otto Kern visited Tamale.") == {"Otto Kern": ["Otto Kern"]}


def test_a_surname_that_is_a_title_elsewhere_closes_the_name_of_a_doctor() -> None:
    text = "Dr Aamer Sultan had been awarded a prize. Dr Sultan left."
    assert people(text) == {"Aamer Sultan": ["Aamer Sultan", "Sultan"]}
