"""What two leaders support, who is on a roster, who exercises, and missions named by letters."""

from __future__ import annotations

import pytest

from tests.reading import triples


def test_what_the_two_leaders_reaffirm_support_for_both_support() -> None:
    text = (
        "Prime Minister Otto Kern of Kenya met President Ada Quill of Ghana. The two leaders "
        "shared their concerns and reaffirmed their steadfast support for the sovereignty and "
        "territorial integrity of Togo."
    )
    assert triples(text, "supports") == {
        ("Otto Kern", "supports", "Togo"),
        ("Ada Quill", "supports", "Togo"),
    }


def test_support_of_whoever_they_are_is_nobodys() -> None:
    text = "Kenya met Ghana. Demonstrators came. The many leaders reaffirmed support for Togo."
    assert not triples(text, "supports")


def test_who_pays_for_the_actions_of_somebody_supports_him() -> None:
    found = triples("Otto Kern financed and sponsored Ada Quill's actions.", "supports")
    assert found == {("Otto Kern", "supports", "Ada Quill")}


@pytest.mark.parametrize(
    "text",
    [
        "The joint Kenya-Ghana Copper Heron military exercises began.",
        "The Copper Heron military exercises between Kenya and Ghana began.",
    ],
)
def test_states_whose_an_exercise_is_take_part_in_it(text: str) -> None:
    assert triples(text, "participated_in") == {
        ("Kenya", "participated_in", "Copper Heron"),
        ("Ghana", "participated_in", "Copper Heron"),
    }


def test_who_contributes_through_an_operation_takes_part_in_it() -> None:
    found = triples("Kenya contributes to it through Operation Heron.", "participated_in")
    assert found == {("Kenya", "participated_in", "Operation Heron")}


@pytest.mark.parametrize(
    "text",
    [
        "Kettle Media's roster of talent includes Ada Quill and Otto Kern.",
        "Kettle Media still includes Ada Quill and Otto Kern in its roster of talent.",
        "Kettle Media's account was a platform for commentators such as Ada Quill and Otto Kern.",
    ],
)
def test_who_is_on_the_roster_of_an_outlet_belongs_to_it(text: str) -> None:
    assert triples(text, "affiliated_with") == {
        ("Ada Quill", "affiliated_with", "Kettle Media"),
        ("Otto Kern", "affiliated_with", "Kettle Media"),
    }


def test_who_has_an_ngo_runs_it() -> None:
    text = "Otto Kern left. With his NGO Lantern Aid, he multiplies conferences abroad."
    assert triples(text) == {("Otto Kern", "runs", "Lantern Aid")}


@pytest.mark.parametrize("name", [", known as MINUSMA,", " (MINUSMA)"])
def test_a_mission_named_behind_its_place_is_part_of_the_sender_and_deployed_there(
    name: str,
) -> None:
    text = f"The UN peacekeeping mission in Mali{name} closed."
    assert triples(text, "part_of", "deployed_to") == {
        ("MINUSMA", "part_of", "United Nations"),
        ("MINUSMA", "deployed_to", "Mali"),
    }


def test_who_stages_a_coup_in_a_state_is_not_the_state() -> None:
    text = (
        "Colonel Assimi Goita, a key figure in Mali's coup, led another power grab, detaining "
        "President Otto Kern."
    )
    assert triples(text, "captured", "holds_office") == {("Otto Kern", "holds_office", "Mali")}
