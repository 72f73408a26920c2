"""Who bears the adjective of a state and does not act for it: refugees, students, rebels."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan refugees set fire to a hotel in Tamale.",
        "Kenyan students attacked the Ghanaian embassy.",
        "Kenyan demonstrators attacked Tamale.",
        "Kenyan farmers attacked Tamale.",
    ],
)
def test_civilians_do_not_attack_for_their_state(text: str) -> None:
    assert triples(text, "attacked") == set()


@pytest.mark.parametrize(
    ("text", "attacker"),
    [
        ("Kenyan soldiers attacked Tamale.", "Armed Forces of Kenya"),
        ("Kenyan drones attacked Tamale.", "Kenya"),
    ],
)
def test_soldiers_and_weapons_attack_for_their_state(text: str, attacker: str) -> None:
    assert triples(text, "attacked") == {(attacker, "attacked", "Tamale")}


def test_civilians_are_attacked_for_their_state() -> None:
    text = "Ghana attacked Kenyan refugees."
    assert triples(text, "attacked") == {("Ghana", "attacked", "Kenya")}


@pytest.mark.parametrize(
    "group",
    ["Kenyan rebels", "Kenyan mercenaries", "Kenyan rebel forces", "Kenyan volunteers"],
)
def test_who_fights_on_their_own_account_is_no_force_of_their_state(group: str) -> None:
    assert triples(f"{group} captured Tamale.") == {(group, "captured", "Tamale")}


def test_the_rebels_are_those_told_of() -> None:
    text = "Kenyan rebels left Kumasi. The rebels attacked Tamale."
    assert triples(text, "attacked") == {("Kenyan rebels", "attacked", "Tamale")}


def test_volunteers_beside_the_forces_of_a_state_are_of_them() -> None:
    text = "Kenyan soldiers came to Ghana. Kenyan volunteers captured Tamale."
    assert triples(text, "captured") == {("Armed Forces of Kenya", "captured", "Tamale")}
