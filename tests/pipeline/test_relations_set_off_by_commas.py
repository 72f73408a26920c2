"""Names that commas or forms of address set off take part in what is told of their nouns."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya has accused Togo (TG) of fuelling the war by providing weapons to the rival "
            "paramilitary force, the Rapid Support Forces (RSF).",
            ("Togo", "supplies", "Rapid Support Forces"),
        ),
        (
            "Protests broke out in Togo: in the capital, Lomé, it burned.",
            ("Lomé", "located_in", "Togo"),
        ),
        ("The North Kivu capital, Goma, was calm.", ("Goma", "located_in", "North Kivu")),
        (
            "The North Kivu capital, Goma, fell to the M23 rebels.",
            ("March 23 Movement", "captured", "Goma"),
        ),
        (
            "Spokesman for the Ministry of Foreign Affairs Dr. Otto Kern said it rained.",
            ("Otto Kern", "holds_office", "Ministry of Foreign Affairs"),
        ),
        ("Otto Kern met the leaders of Ghana and Togo.", ("Otto Kern", "met_with", "Togo")),
    ],
)
def test_a_name_set_off_from_its_noun_is_what_the_noun_stands_for(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in triples(text)


def test_the_capital_of_one_of_two_states_is_placed_in_neither() -> None:
    text = "Ghana and Togo fought; in the capital, Lomé, it burned."
    assert triples(text, "located_in") == set()


def test_somebodys_wife_and_company_in_a_list_are_of_the_list() -> None:
    text = "The European Union sanctioned Otto Kern, his wife Ada Quill and his firm Tamale Bank."
    assert triples(text, "sanctions") == {
        ("European Union", "sanctions", name) for name in ("Otto Kern", "Ada Quill", "Tamale Bank")
    }


def test_a_company_that_sends_fighters_is_deployed() -> None:
    text = "The mercenary company Iron Spoon sent 200 fighters to Kumasi."
    assert triples(text) == {("Iron Spoon", "deployed_to", "Kumasi")}
