"""Signatories in brackets, places that fights lie between, and whom an apposition makes answer."""

from __future__ import annotations

import pytest

from tests.reading import triples

SIGNED, FOUGHT, IN, MEMBER = "signed", "fought_at", "located_in", "member_of"


def test_signatories_listed_in_brackets_behind_a_treaty_signed_it() -> None:
    text = "The signatories to the Treaty on Open Skies of 1992 (Kenya, Ghana, Togo) met."
    treaty = "Open Skies Treaty"
    assert triples(text, SIGNED) == {(s, SIGNED, treaty) for s in ("Kenya", "Ghana", "Togo")}


def test_states_in_brackets_behind_a_treaty_alone_signed_nothing() -> None:
    assert triples("They read the Treaty on Open Skies (Kenya, Ghana).", SIGNED) == set()


def test_a_clash_between_two_places_was_at_both_and_of_both_sides() -> None:
    text = "Kenyan fighters clashed with Togolese soldiers between Tamale and Kumasi."
    sides = ("Armed Forces of Kenya", "Armed Forces of Togo")
    places = ("Tamale", "Kumasi")
    assert triples(text, FOUGHT) == {(s, FOUGHT, p) for s in sides for p in places}


@pytest.mark.parametrize(
    "text",
    [
        "Hezbollah, the group responsible for the attack on Tamale, is back.",
        "Hezbollah claimed responsibility for an attack on a hotel and a garden in Tamale.",
    ],
)
def test_who_is_responsible_for_an_attack_is_its_attacker(text: str) -> None:
    assert triples(text, "attacked") == {("Hezbollah", "attacked", "Tamale")}


def test_a_team_is_composed_of_its_members() -> None:
    text = "The Reef Institute's team is composed of Ada Quill and Otto Kern."
    people = ("Ada Quill", "Otto Kern")
    assert triples(text, MEMBER) == {(p, MEMBER, "Reef Institute") for p in people}


def test_a_company_lies_in_the_state_it_is_the_only_one_of() -> None:
    text = "Sable Bank is the only private company in Kenya."
    assert triples(text, IN) == {("Sable Bank", IN, "Kenya")}


def test_a_foreign_company_lies_elsewhere() -> None:
    assert triples("Sable Bank is the only foreign company in Kenya.", IN) == set()


@pytest.mark.parametrize(
    "text",
    [
        "They planned an attack on forces belonging to the African Union in Togo.",
        "They influence elections to the European Parliament in Ghana.",
    ],
)
def test_a_body_of_many_states_lies_in_none_of_them(text: str) -> None:
    assert triples(text, IN) == set()


def test_who_stands_with_a_people_or_is_with_us_supports_the_state() -> None:
    text = "Togo stands firmly with the people of Ghana."
    assert triples(text, "supports") == {("Togo", "supports", "Ghana")}
    text = "“NATO is with us,” President Ivan Popko of Kenya said."
    assert triples(text, "supports") == {("NATO", "supports", "Kenya")}


def test_fighters_who_train_for_an_attack_on_forces_are_not_deployed_to_their_state() -> None:
    text = "Togolese soldiers were training for an attack on Ghana."
    assert triples(text, "deployed_to") == set()


def test_who_reports_on_a_fund_said_to_be_run_by_somebody_is_not_run() -> None:
    text = "Sable Bank reported on a fund said to be overseen by Otto Kern."
    assert triples(text, "runs", "affiliated_with") == set()


def test_a_programme_at_an_institute_is_part_of_it() -> None:
    text = "The head of the Africa Programme at Chatham House left."
    assert triples(text, "part_of") == {("Africa Programme", "part_of", "Chatham House")}
