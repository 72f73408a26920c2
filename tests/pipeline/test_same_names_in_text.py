"""When two names are of one person, place or event: claims about English."""

from __future__ import annotations

import pytest

from ingest.nlp.findings import Findings
from tests.reading import read


def types(found: Findings) -> dict[str, str]:
    return {entity.name: entity.type for entity in found.entities.values()}


@pytest.mark.parametrize(
    ("full", "later"),
    [
        ("Jennifer Holloway", "Jen Holloway"),
        ("Dmytro Varenyk", "Dmitri Varenyk"),
        ("Richard Holloway", "Richard Justin Holloway"),
        ("Serhii Tkachenko", "Serhiy Tkachenko"),
    ],
)
def test_forms_of_one_given_name_with_one_surname_are_one_person(full: str, later: str) -> None:
    found = read(f"{full} said that the dam held. On Monday {later} said it again.")
    assert [len(e.mentions) for e in found.entities.values()] == [2]


def test_one_surname_with_two_given_names_is_two_people() -> None:
    found = read("Olena Varenyk said that the dam held. Her brother Petro Varenyk denied it.")
    assert sorted(types(found)) == ["Olena Varenyk", "Petro Varenyk"]


def test_spellings_of_one_city_are_one_place() -> None:
    found = read("Shells fell on Odesa, which the ministry calls Odessa. Sirens wailed in Odessa.")
    assert [e.name for e in found.entities.values()] == ["Odesa"]


def test_wars_known_by_several_names_are_one_event() -> None:
    found = read("World War II ended in May. The Second World War is taught in schools.")
    assert types(found) == {"World War II": "Event"}
