"""Who joins, leaves or is thrown out of what, who sits where, and what makes up what."""

from __future__ import annotations

import pytest

from tests.reading import triples

_LEFT = [
    "Kenya quit the African Union on Monday.",
    "Kenya has left the African Union.",
    "Kenya pulled out of the African Union.",
    "Kenya's exit from the African Union was quick.",
    "Kenya was thrown out of the African Union.",
    "The African Union suspended Kenya.",
    "The African Union readmitted Kenya.",
    "Kenya was taken into the African Union.",
    "Kenya has been in the African Union since 1963.",
]


@pytest.mark.parametrize("text", _LEFT)
def test_a_state_that_comes_goes_or_stays_is_a_member(text: str) -> None:
    assert triples(text, "member_of") == {("Kenya", "member_of", "African Union")}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya left the African Union with no choice.",
        "Kenya walked out of a meeting at the African Union.",
        "Kenya is in the African Union's sights.",
        "The African Union suspended aid to Kenya.",
        "Kenya withdrew its troops from the African Union mission.",
    ],
)
def test_what_a_state_does_with_a_bloc_is_no_membership(text: str) -> None:
    assert triples(text, "member_of") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill quit the Revival Party.",
        "Ada Quill resigned from the Revival Party.",
        "Ada Quill was kicked out of the Revival Party.",
        "The Revival Party expelled Ada Quill last week.",
        "Ada Quill's expulsion from the Revival Party surprised few.",
        "Ada Quill was on the political council of the Revival Party.",
        "Otto Kern beat Ada Quill, one of the seven women on the Revival Party's council.",
    ],
)
def test_who_leaves_a_party_or_sits_on_its_council_is_a_member(text: str) -> None:
    assert triples(text, "member_of") == {("Ada Quill", "member_of", "Revival Party")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill was elected to the European Parliament.",
        "Ada Quill won a seat in the European Parliament.",
        "Ada Quill lost her seat in the European Parliament.",
        "Ada Quill entered the European Parliament in 2017.",
    ],
)
def test_a_seat_makes_a_member_of_parliament(text: str) -> None:
    assert triples(text, "member_of") == {("Ada Quill", "member_of", "European Parliament")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill left the party early on Friday.",
        "Ada Quill was in the European Parliament on Monday.",
        "The company suspended Ada Quill.",
        "Ada Quill is on the sanctions list of the European Council.",
    ],
)
def test_who_leaves_early_or_is_somewhere_is_no_member(text: str) -> None:
    assert triples(text, "member_of") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Poland and Hungary make up the Visegrad Group.",
        "Poland and Hungary form the Visegrad Group.",
    ],
)
def test_states_that_make_up_a_bloc_are_its_members(text: str) -> None:
    found = triples(text, "member_of")
    assert found == {(state, "member_of", "Visegrad Group") for state in ("Poland", "Hungary")}


@pytest.mark.parametrize(
    "text",
    [
        "The Reef Bureau comes under the Aldren Foundation.",
        "The Reef Bureau reports to the Aldren Foundation.",
        "The Reef Bureau was placed under the Aldren Foundation.",
        "The Reef Bureau was carved out of the Aldren Foundation.",
        "The Aldren Foundation absorbed the Reef Bureau.",
        "The Reef Bureau forms part of the Aldren Foundation.",
    ],
)
def test_a_body_under_in_or_out_of_another_is_part_of_it(text: str) -> None:
    assert triples(text, "part_of") == {("Reef Bureau", "part_of", "Aldren Foundation")}


@pytest.mark.parametrize(
    "text",
    [
        "Gazprom reported to the United Nations on its emissions.",
        "The Reef Institute came under pressure from Gazprom.",
        "Gazprom took orders from Ghana for 5,000 tonnes of gas.",
    ],
)
def test_reports_pressure_and_orders_for_goods_tie_nobody(text: str) -> None:
    assert triples(text, "part_of", "affiliated_with") == set()


def test_what_belongs_to_a_state_or_is_it_is_part_of_it() -> None:
    part = {("Crimea", "part_of", "Ukraine")}
    assert triples("Crimea is Ukraine.", "part_of") == part
    assert triples("Crimea belongs to Ukraine.", "part_of") == part
    assert triples("Crimea is Ukraine's pride.", "part_of") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill was on the payroll of the Reef Institute.",
        "Ada Quill is in the service of the Reef Institute.",
        "Ada Quill was hired by the Reef Institute.",
        "Ada Quill, who freelances for the Reef Institute, left.",
        "Ada Quill, a lobbyist for the Reef Institute, left.",
        "Ada Quill resigned from the Reef Institute.",
    ],
)
def test_who_works_for_a_body_in_whatever_way_is_affiliated(text: str) -> None:
    found = triples(text, "affiliated_with", "member_of")
    assert found == {("Ada Quill", "affiliated_with", "Reef Institute")}


@pytest.mark.parametrize(
    "text",
    [
        "The Copper Legion pledged allegiance to Hezbollah.",
        "The Copper Legion is beholden to Hezbollah.",
        "The Copper Legion takes orders from Hezbollah.",
        "The Copper Legion split from Hezbollah in 2012.",
        "The Copper Legion, a splinter group of Hezbollah, left.",
        "The Copper Legion is a front for Hezbollah.",
    ],
)
def test_a_group_that_obeys_or_hides_another_is_affiliated(text: str) -> None:
    assert triples(text, "affiliated_with") == {("Copper Legion", "affiliated_with", "Hezbollah")}
