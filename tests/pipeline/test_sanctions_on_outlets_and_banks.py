"""Whom sanctions hit where outlets, banks and their lists are named in many words."""

from __future__ import annotations

import pytest

from tests.reading import triples

SANCTIONS = "sanctions"
FIRST = "Kenya imposed sanctions on Ghana. "


def hit(text: str) -> set[str]:
    """Whom Kenya is told to sanction, Ghana of the opening sentence aside."""
    found = {(source, target) for source, _, target in triples(text, SANCTIONS)}
    assert {source for source, _ in found} <= {"Kenya"}
    return {target for _, target in found} - {"Ghana"}


@pytest.mark.parametrize(
    "text",
    [
        "He met Ghanaian banks who were about to be sanctioned by Kenya, notably Sable Bank and "
        "VTB Group.",
        "Kenya sanctioned Ghanaian banks such as Sable Bank and VTB Group.",
    ],
)
def test_banks_given_as_examples_are_sanctioned_and_not_their_state(text: str) -> None:
    found = triples(text, SANCTIONS)
    assert found == {("Kenya", SANCTIONS, "Sable Bank"), ("Kenya", SANCTIONS, "VTB Group")}


@pytest.mark.parametrize("editions", ["English and French-language editions", "German editions"])
def test_sanctions_on_the_editions_of_outlets_hit_the_outlets(editions: str) -> None:
    text = f"The initial sanctions targeted the {editions} of Russian news outlets RT and Sputnik."
    assert hit(FIRST + text) == {"RT", "Sputnik"}


def test_the_list_of_who_imposed_sanctions_includes_every_outlet_it_names() -> None:
    text = (
        "The list encompasses 32 outlets, including the news agency RIA Novosti, TV channels "
        "Rossiya 24 and Rossiya 1, and the Izvestia newspaper."
    )
    assert hit(FIRST + text) == {"RIA Novosti", "Rossiya 24", "Rossiya 1", "Izvestia"}


def test_a_list_of_something_else_is_none_of_sanctions() -> None:
    assert hit(FIRST + "The list of guests includes Sable Bank.") == set()


def test_outlets_given_as_examples_before_a_plural_clause_are_all_meant() -> None:
    text = "They cite outlets, such as RT and Sputnik, which have been banned in Kenya."
    assert hit(text) == {"RT", "Sputnik"}


def test_an_outlet_that_speaks_behind_a_list_is_none_of_it() -> None:
    text = "Kenya banned outlets including RT and Sputnik, and Izvestia said so."
    assert hit(text) == {"RT", "Sputnik"}
