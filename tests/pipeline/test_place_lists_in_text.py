"""Lists of places that say how each lies to others, as war assessments write."""

from __future__ import annotations

import pytest

from tests.reading import triples


def attacked(text: str) -> set[str]:
    return {target for _, type_, target in triples(text) if type_ in ("attacked", "fought_at")}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Kenyan forces attacked near Tamale itself; northwest of Tamale near Yendi and toward "
            "Karaga and Gushegu; southeast of Tamale near Salaga, Bimbilla, and Damongo on May 5.",
            {"Tamale", "Yendi", "Karaga", "Gushegu", "Salaga", "Bimbilla", "Damongo"},
        ),
        (
            "Kenyan forces continued ground attacks east of Tamale near Yendi and Bimbilla; and "
            "south of Tamale near Salaga.",
            {"Yendi", "Bimbilla", "Salaga"},
        ),
        (
            "A blogger claimed that Kenyan forces counterattacked near Tamale, Yendi (east of "
            "Tamale), and Salaga (south of Tamale).",
            {"Tamale", "Yendi", "Salaga"},
        ),
        ("Kenyan forces advanced north of Tamale near Yendi.", {"Yendi"}),
        ("Kenyan forces attacked in northern Kumasi and south of Tamale near Salaga.",
         {"Kumasi", "Salaga"}),
        ("Kenyan forces attacked in the north of Kumasi and south of Tamale near Salaga.",
         {"Kumasi", "Salaga"}),
    ],
)  # fmt: skip
def test_places_near_and_towards_are_attacked_and_those_they_lie_by_are_not(
    text: str, places: set[str]
) -> None:
    assert attacked(text) == places


def test_whoever_is_near_some_places_is_not_moved_to_others() -> None:
    text = "Kenya moved troops toward Yendi (east of Tamale) and was beaten near Salaga."
    assert "Salaga" not in {target for _, _, target in triples(text, "deployed_to")}


def test_a_list_ends_where_another_verb_begins() -> None:
    text = "Kenyan forces attacked north of Tamale near Yendi and left Salaga near Damongo."
    assert attacked(text) == {"Yendi"}


def test_bodies_known_to_fight_are_where_troops_are() -> None:
    found = triples("The Taliban fought in Kunduz. Hamas fighters were deployed to Rafah.")
    assert found == {("Taliban", "fought_at", "Kunduz"), ("Hamas", "deployed_to", "Rafah")}
