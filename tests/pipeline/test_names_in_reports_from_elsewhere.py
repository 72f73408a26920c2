"""What names in reports from many lands are, and where they end: claims about English."""

from __future__ import annotations

import pytest

from tests.reading import read


def types(text: str) -> dict[str, str]:
    found = read(text)
    return {e.name: e.type for e in found.entities.values()} | {
        str(c.name): "Channel" for c in found.channels.values()
    }


def test_militias_of_a_land_are_none_of_its_armed_forces() -> None:
    text = "Kenyan militias attacked the base in Ghana. The militias fled."
    assert types(text) == {
        "Kenya": "State", "Kenyan militias": "ArmedGroup", "Ghana": "State",
    }  # fmt: skip


def test_an_adjective_of_a_part_of_a_continent_is_of_no_bloc() -> None:
    assert types("Envoys left the West African country.") == {"West Africa": "Place"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They left the Central Africa Republic.", "Central African Republic"),
        ("They bought it from the Russia Federation.", "Russia"),
    ],
)
def test_states_have_the_names_that_are_often_written_for_theirs(text: str, name: str) -> None:
    assert types(text) == {name: "State"}
