"""Lists of who belongs to a bloc, short and long: claims about English."""

from __future__ import annotations

import pytest

from tests.reading import triples

FOUR = {"Kenya", "Ghana", "Togo", "Benin"}
LONG = (
    "Austria, Belgium, Bulgaria, Croatia, Cyprus, Denmark, Estonia, Finland, France, Germany, "
    "Greece, Hungary, Ireland, Italy and Latvia"
)


def members(text: str) -> set[str]:
    return {state for state, _, bloc in triples(text, "member_of") if bloc == "Caricom"}


@pytest.mark.parametrize(
    "text",
    [
        "Caricom (Kenya, Ghana, Togo and Benin) met on Monday.",
        "Caricom has four members: Kenya, Ghana, Togo and Benin.",
        "Four founding members of Caricom - Kenya, Ghana, Togo and Benin - signed it.",
        "Of the Caricom members, Kenya, Ghana, Togo and Benin voted against.",
        "All Caricom members except Kenya, Ghana, Togo and Benin came.",
        "Caricom, which groups Kenya, Ghana, Togo and Benin, met.",
        "Caricom brings together Kenya, Ghana, Togo and Benin.",
        "Caricom consists of Kenya, Ghana, Togo and Benin.",
        "Caricom is made up of Kenya, Ghana, Togo and Benin.",
        "Caricom admitted Kenya, Ghana, Togo and Benin in 2004.",
    ],
)
def test_states_listed_as_its_members_belong_to_a_bloc(text: str) -> None:
    assert members(text) == FOUR


@pytest.mark.parametrize(
    "text",
    [
        "Caricom members: Kenya sent troops to Ghana.",
        "Caricom members met Kenya, Ghana and Togo.",
        "The Reef Institute (Kenya, Ghana) closed.",
        "The envoy of Caricom flew on: Kenya, Ghana and Togo were next.",
    ],
)
def test_states_that_are_only_named_near_a_bloc_do_not(text: str) -> None:
    assert triples(text, "member_of") == set()


def test_long_lists_are_read_to_their_end() -> None:
    found = triples(f"{LONG} imposed sanctions on Russia.", "sanctions")
    assert len(found) == len(LONG.replace(" and ", ", ").split(", "))


def test_who_sits_beside_a_body_is_no_member_of_it() -> None:
    text = (
        "OPEC comprises three member countries (Kenya, Ghana and Togo), two observer states (Mali "
        "and Niger) and two dialogue partners (Chad and Benin)."
    )
    assert triples(text) == {(state, "member_of", "OPEC") for state in ("Kenya", "Ghana", "Togo")}


def test_member_of_a_council_from_a_party_is_of_that_party() -> None:
    text = "Ada Quill, a member of the European Parliament from the National Reef Party, spoke."
    assert ("Ada Quill", "member_of", "National Reef Party") in triples(text)


def test_states_before_a_name_they_are_collectively_known_by_are_its_members() -> None:
    text = "It was signed by Mali and Kenya, Ghana, and Togo (collectively known as the Caricom)."
    assert members(text) == {"Kenya", "Ghana", "Togo"}
