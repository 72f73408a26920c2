"""Offices whose body stands past a bracket, a part of it or a sender, or is told by a coup."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "KAN Parliamentarian Otto Kern stressed on Thursday that Kenya must act.",
            {("Otto Kern", "member_of", "KAN")},
        ),
        (
            "Unity Party (Die Union) Parliamentarian Otto Kern supported the proposal.",
            {("Otto Kern", "member_of", "Unity Party")},
        ),
    ],
)
def test_a_parliamentarian_of_a_party_is_its_member(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert triples(text, "member_of", "holds_office") == expected


def test_a_bracket_between_the_body_and_the_name_parts_no_office() -> None:
    text = "The head of the Chechen Republic (a subject of the Russian Federation) Otto Kern spoke."
    assert triples(text) == {
        ("Otto Kern", "holds_office", "Chechnya"),
        ("Chechnya", "part_of", "Russia"),
    }


def test_an_attorney_in_capitals_serves_the_state_and_another_is_a_lawyer_from_it() -> None:
    served = triples("U.S. Attorney Otto Kern said the extradition was right.", "holds_office")
    assert served == {("Otto Kern", "holds_office", "United States")}
    assert not triples("Kenyan attorney Otto Kern said it was right.", "holds_office")


def test_a_chief_minister_is_of_a_region() -> None:
    text = "Otto Kern, the chief minister of Ashanti Region, spoke in Accra."
    assert triples(text, "holds_office") == {("Otto Kern", "holds_office", "Ashanti Region")}


def test_a_researcher_is_of_the_part_named_behind_the_body_it_is_in() -> None:
    text = "Researcher at the Atlantic Council Digital Forensics Research Lab Otto Kern posted it."
    assert triples(text, "holds_office") == {
        ("Otto Kern", "holds_office", "Digital Forensics Research Lab")
    }


@pytest.mark.parametrize(
    "title",
    [
        "former Special Representative of the Secretary-General of the United Nations for Sudan",
        "Special Envoy of the UN Secretary-General for Sudan",
    ],
)
def test_an_envoy_of_the_secretary_general_is_one_of_the_body(title: str) -> None:
    found = triples(f"Otto Kern, {title}, explained it.", "holds_office")
    assert found == {("Otto Kern", "holds_office", "United Nations")}


def test_whom_a_coup_put_out_held_the_office_of_the_state_of_the_coup() -> None:
    text = (
        "The Ghanaian Foreign Ministry was displeased. A group of Togolese soldiers staged a coup "
        "that ousted President Ivan Popko.\n\nA year later, Colonel Abo Tetteh, a key figure in "
        "the first coup, led another power grab, this time detaining transitional President Otto "
        "Kern and Prime Minister Ada Quill.\n"
    )
    assert triples(text, "holds_office") == {
        ("Ivan Popko", "holds_office", "Togo"),
        ("Otto Kern", "holds_office", "Togo"),
        ("Ada Quill", "holds_office", "Togo"),
    }
