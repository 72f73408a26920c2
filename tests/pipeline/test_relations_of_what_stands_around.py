"""Owners, places, units and deeds told by what stands between and behind the names."""

from __future__ import annotations

import pytest

from tests.reading import triples

KENYA, GHANA = "Armed Forces of Kenya", "Armed Forces of Ghana"


@pytest.mark.parametrize(
    "text",
    [
        "The court fined Lantern Media (LM) co-owner Otto Kern.",
        "Lantern Media's co-owner Otto Kern said so.",
    ],
)
def test_a_co_owner_named_behind_his_firm_owns_it(text: str) -> None:
    assert triples(text, "owns") == {("Otto Kern", "owns", "Lantern Media")}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's oil-producing regions of Tamale and Kumasi are poor.",
        "The Kenyan regions of Tamale and Kumasi are poor.",
        "Kenya's western regions of Tamale and Kumasi are poor.",
    ],
)
def test_regions_listed_behind_the_noun_are_all_in_the_state(text: str) -> None:
    assert triples(text, "located_in") == {
        (place, "located_in", "Kenya") for place in ("Tamale", "Kumasi")
    }


def test_a_place_that_a_state_is_said_to_include_lies_in_it() -> None:
    text = "Rebels hold northern Kenya, including the regional capital Kumasi."
    assert triples(text, "located_in") == {("Kumasi", "located_in", "Kenya")}


def test_regions_called_new_or_former_are_not_placed() -> None:
    assert not triples("Kenya's new regions of Tamale and Kumasi are disputed.", "located_in")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya bombed camps belonging to the Kumasi Front.",
        "Kenya bombed positions held by the Kumasi Front.",
        "Kenya bombed a warehouse used by the Kumasi Front.",
    ],
)
def test_who_keeps_a_site_is_attacked_with_it(text: str) -> None:
    assert triples(text, "attacked") == {("Kenya", "attacked", "Kumasi Front")}


def test_who_holds_people_is_not_attacked_with_them() -> None:
    assert not triples("Kenya killed people held by the Kumasi Front.", "attacked")


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers died in a suicide attack on Kumasi claimed by Boko Haram.",
        "Otto Kern denounced Boko Haram, the group responsible for the 2013 attack on Kumasi.",
    ],
)
def test_an_attack_is_of_those_who_claim_or_answer_for_it(text: str) -> None:
    assert triples(text, "attacked") == {("Boko Haram", "attacked", "Kumasi")}


def test_bodies_with_leaders_of_their_own_are_the_two_parties_of_a_struggle() -> None:
    text = (
        "A power struggle between the Kenyan army led by Otto Kern and the Ghanaian army led by "
        "Ada Quill went on."
    )
    assert triples(text, "at_war_with", "holds_office") == {
        (GHANA, "at_war_with", KENYA),
        ("Otto Kern", "holds_office", KENYA),
        ("Ada Quill", "holds_office", GHANA),
    }


def test_a_body_joined_to_one_that_is_led_has_not_its_leader() -> None:
    text = "Talks were held between a party led by Otto Kern and the Kumasi Front."
    assert not triples(text, "holds_office")


@pytest.mark.parametrize(
    "text",
    [
        "Otto Kern rejected the claims in a phone call with Ada Quill.",
        "Otto Kern summoned Ambassador Ada Quill to the ministry.",
    ],
)
def test_a_meeting_told_behind_what_was_said_there_has_its_two_parties(text: str) -> None:
    assert triples(text, "met_with") == {("Ada Quill", "met_with", "Otto Kern")}


def test_claims_of_another_may_have_been_made_at_his_own_meeting() -> None:
    text = "Otto Kern rejected Ivan Popko's claims in a phone call with Ada Quill."
    assert not triples(text, "met_with")


def test_a_meeting_written_with_a_capital_is_held_as_any_other() -> None:
    text = "Otto Kern held a Foreign Minister's Meeting with Ada Quill."
    assert triples(text, "met_with") == {("Ada Quill", "met_with", "Otto Kern")}


def test_who_was_also_sanctioned_was_so_by_whoever_sanctioned_others_before() -> None:
    text = "Kenya sanctioned Otto Kern. Ada Quill was also sanctioned."
    assert triples(text, "sanctions") == {
        ("Kenya", "sanctions", person) for person in ("Otto Kern", "Ada Quill")
    }


def test_who_was_also_sanctioned_by_another_was_so_by_that_one_alone() -> None:
    text = "Kenya sanctioned Otto Kern. Ada Quill was also sanctioned by Ghana."
    assert triples(text, "sanctions") == {
        ("Kenya", "sanctions", "Otto Kern"),
        ("Ghana", "sanctions", "Ada Quill"),
    }


def test_a_leader_belongs_to_the_party_called_his_ruling_one() -> None:
    text = "Otto Kern's ruling Lantern Party won."
    assert triples(text, "affiliated_with") == {("Otto Kern", "affiliated_with", "Lantern Party")}


def test_what_a_decree_does_is_done_by_who_issued_it() -> None:
    text = "Kenya issued a decree imposing sanctions on Ivan Popko."
    assert triples(text, "sanctions") == {("Kenya", "sanctions", "Ivan Popko")}
