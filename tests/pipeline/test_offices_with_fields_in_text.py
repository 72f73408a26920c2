"""Offices told with their field before the name: "Minister for Trade and Industry Ada Kern"."""

from __future__ import annotations

import pytest

from tests.reading import claims, read, triples


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("Assistant Secretary of State for East Asian and Pacific Affairs", "Daniel Kern"),
        ("Deputy Minister for European and Euro-Atlantic Integration", "Olha Popko"),
        ("Deputy Assistant Secretary of Defense for Russia, Ukraine and Eurasia", "Laura Quill"),
        ("Special Envoy for the Middle East Peace Process", "Sven Lindt"),
        ("Commissioner for Neighbourhood and Enlargement", "Oliver Kern"),
    ],
)
def test_the_field_of_an_office_is_no_part_of_the_name_behind_it(office: str, name: str) -> None:
    text = f"{office} {name} said that the dam had burst."
    assert claims(text) == {(name, "asserts", "the dam had burst")}
    assert {e.name for e in read(text).entities.values() if e.type == "Person"} == {name}


def test_who_holds_an_office_is_found_behind_an_inverted_verb() -> None:
    text = (
        "“They lied,” said Under Secretary of the Treasury for Terrorism and Financial "
        "Intelligence Brian E. Kern. The under secretary added that it fell."
    )
    assert {(who, said) for who, _, said in claims(text)} == {
        ("Brian E. Kern", "They lied,"),
        ("Brian E. Kern", "it fell"),
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Secretary of the Security Council of Russia Sergei Popko left.",
            ("Sergei Popko", "holds_office", "Security Council of Russia"),
        ),
        (
            "EU High Representative for Foreign Affairs and Security Policy Kaja Quill left.",
            ("Kaja Quill", "holds_office", "European Union"),
        ),
        ("Director of the FBI Otto Kern left.", ("Otto Kern", "holds_office", "FBI")),
    ],
)
def test_a_body_behind_an_office_stays_whose_it_is(text: str, found: tuple[str, str, str]) -> None:
    assert triples(text, "holds_office") == {found}
