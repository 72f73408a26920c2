"""Bodies told with where they are, whose they are, or how many of their kind there are."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill, of the Kenyan think tank Sable Institute, said so.",
        "Ada Quill of the Kenyan think tank Sable Institute said so.",
        "Ada Quill from the Accra-based Sable Institute said so.",
        "Ada Quill, of the London-based Sable Institute, said so.",
    ],
)
def test_where_a_body_is_stands_between_it_and_its_people(text: str) -> None:
    found = triples(text, "affiliated_with", "holds_office")
    assert found == {("Ada Quill", "affiliated_with", "Sable Institute")}


def test_somebody_of_an_army_called_by_its_state_is_of_the_army() -> None:
    found = triples("Ada Quill of the Kenyan army said so.", "affiliated_with")
    assert found == {("Ada Quill", "affiliated_with", "Armed Forces of Kenya")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill of Kenya met the Sable Institute.",
        "Ada Quill of Kenya, a friend of the Sable Institute, left.",
    ],
)
def test_who_is_of_a_state_is_not_of_the_body_that_follows(text: str) -> None:
    assert triples(text, "affiliated_with") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Gazprom and its subsidiary Sable Media left.",
        "Gazprom sold its subsidiary, Sable Media.",
    ],
)
def test_its_subsidiary_is_part_of_who_stands_before(text: str) -> None:
    assert triples(text, "part_of") == {("Sable Media", "part_of", "Gazprom")}


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("MINUSMA, the UN's mission in Mali, left.", "MINUSMA", "United Nations"),
        ("The 5th Brigade, one of the brigades in the 2nd Army Corps, left.", "5th Brigade",
         "2nd Army Corps"),
        ("Crimea, Ukrainian territory under international law, is poor.", "Crimea", "Ukraine"),
    ],
)  # fmt: skip
def test_missions_brigades_and_territories_are_parts(text: str, part: str, whole: str) -> None:
    assert triples(text, "part_of") == {(part, "part_of", whole)}


def test_co_chairs_named_with_their_states_head_the_group() -> None:
    text = "The co-chairs of the Minsk Group, France's Ada Quill and Kenya's Otto Kern, left."
    both = {(name, "holds_office", "Minsk Group") for name in ("Ada Quill", "Otto Kern")}
    assert triples(text, "holds_office") == both


def test_under_the_patronage_of_a_foundation_a_charity_is_its_affiliate() -> None:
    text = "Under the patronage of the Aldren Foundation, the Reef Institute built 60 schools."
    tie = {("Reef Institute", "affiliated_with", "Aldren Foundation")}
    assert triples(text, "affiliated_with") == tie
