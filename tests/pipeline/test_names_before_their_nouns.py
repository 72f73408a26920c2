"""Names before the noun for what they name, or behind the side that their bearers are on."""

from __future__ import annotations

import pytest

from tests.reading import read, triples


@pytest.mark.parametrize(
    "text",
    [
        "Otto Kern, leader of the pro-Kenyan Lantern Platform party, left.",
        "Otto Kern, leader of the anti-Kenyan Lantern Platform, left.",
    ],
)
def test_the_side_a_party_is_on_is_no_part_of_its_name(text: str) -> None:
    assert triples(text) == {("Otto Kern", "holds_office", "Lantern Platform")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Veldor consulting firm closed.", "Veldor"),
        ("The Azot chemical company closed.", "Azot"),
        ("Visitors saw the Sarven 95 entertainment company.", "Sarven 95"),
    ],
)
def test_a_name_before_the_trade_of_a_company_is_its_name(text: str, name: str) -> None:
    assert {e.name for e in read(text).entities.values()} == {name}


def test_a_city_before_the_trade_of_a_company_is_where_it_is() -> None:
    found = read("An Accra oil company closed.")
    assert {(e.type, e.name) for e in found.entities.values()} == {("Place", "Accra")}


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Ada Quill works for Ivan Popko's Veldor construction firm.", "Veldor"),
        ("The shows came from President Ivan Popko's Sarven 95 film company.", "Sarven 95"),
    ],
)
def test_whose_company_it_is_owns_it_by_the_name_before(text: str, company: str) -> None:
    assert triples(text, "owns") == {("Ivan Popko", "owns", company)}


def test_the_troops_of_a_brigade_are_no_part_of_it_though_their_state_has_others() -> None:
    assert triples("Kenyan troops of the 72nd Rifle Brigade retreated.", "part_of") == set()
    assert triples("The 3rd Battalion of the 72nd Rifle Brigade retreated.", "part_of") == {
        ("3rd Battalion", "part_of", "72nd Rifle Brigade")
    }
