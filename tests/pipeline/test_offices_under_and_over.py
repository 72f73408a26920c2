"""Who leads what is under somebody, has somebody, or gives somebody its office."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    "text",
    [
        "The 5th Brigade, under the command of Ada Quill, left.",
        "The 5th Brigade under the command of Major General Ada Quill left.",
        "The 5th Brigade fought under the command of Ada Quill.",
        "Ada Quill, under whose command the 5th Brigade left, spoke.",
        "Under Ada Quill's leadership, the 5th Brigade has grown.",
        "The 5th Brigade under Ada Quill has grown.",
    ],
)
def test_whom_a_brigade_is_under_leads_it(text: str) -> None:
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "5th Brigade")}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya came under fire from Ada Quill.",
        "Otto Kern studied under Ada Quill.",
        "Under Ada Quill, Kenya has grown.",
        "Kenya put its brigades under the command of Ada Quill.",
        "The Reef Institute put Otto Kern under Ada Quill's protection.",
    ],
)
def test_what_is_under_fire_or_protection_or_under_another_is_not_led(text: str) -> None:
    assert triples(text, "holds_office") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Interpol has a new president, Ada Quill.",
        "Interpol lost its director, Ada Quill.",
        "Interpol named Ada Quill its new president.",
        "Ada Quill holds the post of director at Interpol.",
        "Ada Quill, until recently head of Interpol, left.",
        "Ada Quill became the first woman to lead Interpol.",
        "At the helm of Interpol since March, Ada Quill has travelled twice.",
        "Ada Quill has become chief of Interpol.",
    ],
)
def test_a_body_has_names_or_is_led_by_who_holds_its_office(text: str) -> None:
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Interpol")}


@pytest.mark.parametrize(
    "text",
    [
        "The co-chairs of the Minsk Group, Ada Quill and Otto Kern, left.",
        "The Minsk Group's co-chairs, Ada Quill and Otto Kern, left.",
    ],
)
def test_several_people_share_an_office_of_one_body(text: str) -> None:
    both = {(name, "holds_office", "Minsk Group") for name in ("Ada Quill", "Otto Kern")}
    assert triples(text, "holds_office") == both


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill, head of the Kenyan army, left.",
        "Ada Quill, chief of staff of Kenya's army, left.",
        "Ada Quill became chief of the general staff of Kenya's army.",
    ],
)
def test_an_army_called_by_its_state_has_a_head(text: str) -> None:
    army = "Armed Forces of Kenya"
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", army)}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill served Kenya as ambassador to Ghana.",
        "Ada Quill represented Kenya in Accra as ambassador.",
    ],
)
def test_whom_one_serves_or_represents_as_ambassador_has_the_office(text: str) -> None:
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Kenya")}


def test_who_has_an_enemy_does_not_have_him_for_a_president() -> None:
    text = "Interpol lost Kenya's president, Ada Quill, as a friend."
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Kenya")}
    text = "Kenya has an enemy, President Ada Quill of Ghana."
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Ghana")}


def test_founders_hold_an_office_of_what_they_found() -> None:
    text = "Ada Quill founded the Reef Institute."
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Reef Institute")}


@pytest.mark.parametrize(
    "text",
    [
        "The director of the Kenyan think tank Sable Institute, Ada Quill, left.",
        "Ada Quill is at the head of the Sable Institute.",
        "Ada Quill quit as director of the Sable Institute.",
    ],
)
def test_a_director_is_of_the_think_tank_and_not_of_its_state(text: str) -> None:
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Sable Institute")}


def test_an_editor_is_of_the_daily_and_not_of_its_state() -> None:
    text = "The editor-in-chief of the Kenyan daily Sable Post, Ada Quill, left."
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Sable Post")}


def test_who_arrives_at_the_head_of_a_delegation_heads_no_state() -> None:
    assert triples("Ada Quill arrived at the head of a Kenyan delegation.", "holds_office") == set()


def test_a_caption_in_brackets_stands_between_no_name_and_its_office() -> None:
    text = "Ada Quill (pictured), the 13th secretary general of the Reef Institute, came."
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Reef Institute")}
