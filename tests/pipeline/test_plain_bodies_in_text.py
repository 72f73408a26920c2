"""Bodies of a state in small letters: "the US state department", "Togo's ministry of defence"."""

from __future__ import annotations

import pytest

from tests.reading import claims, named, read


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The US state department", "US State Department"),
        ("The US justice department", "Department of Justice"),
        ("The US treasury", "US Treasury"),
        ("The UK foreign office", "Foreign Office"),
        ("The Kenyan foreign office", "Foreign Office of Kenya"),
        ("The Kenyan health department", "Health Department of Kenya"),
        ("Togo's ministry of defence", "Ministry of Defense of Togo"),
        ("The defence ministry of Togo", "Ministry of Defense of Togo"),
        ("The ministry of defence of Togo", "Ministry of Defense of Togo"),
    ],
)
def test_a_body_in_small_letters_is_the_one_that_capitals_name(body: str, name: str) -> None:
    found = read(f"{body} said Ghana lied.")
    assert {e.name for e in found.entities.values() if e.type == "Organization"} == {name}
    assert claims(f"{body} said Ghana lied.") == {(name, "asserts", "Ghana lied")}


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("A US state department official", "US State Department"),
        ("A Kenyan foreign ministry spokesman", "Ministry of Foreign Affairs of Kenya"),
    ],
)
def test_an_unnamed_official_speaks_for_the_body_in_small_letters(who: str, name: str) -> None:
    assert claims(f"{who} said Ghana lied.") == {(name, "asserts", "Ghana lied")}


def test_a_named_official_holds_an_office_of_the_body_in_small_letters() -> None:
    found = read("Kenyan foreign ministry spokeswoman Ada Quill said Ghana lied.")
    (office,) = found.relations
    assert (named(found, office.source), named(found, office.target)) == (
        "Ada Quill",
        "Ministry of Foreign Affairs of Kenya",
    )


def test_what_a_treasury_issues_is_no_treasury() -> None:
    found = read("US treasury bonds fell.")
    assert {e.name for e in found.entities.values()} == {"United States"}


def test_a_ministry_in_a_capital_is_that_states() -> None:
    text = "The foreign ministry in Accra said the dam was safe. It stands, the ministry said."
    assert {who for who, _, _ in claims(text)} == {"Ministry of Foreign Affairs of Ghana"}


def test_a_ministry_in_another_town_is_of_no_state_the_text_tells() -> None:
    text = "The foreign ministry in Kumasi said the dam was safe."
    assert {who for who, _, _ in claims(text)} == {"foreign ministry in Kumasi"}


@pytest.mark.parametrize("words", ["Kenyan military intelligence", "Kenyan intelligence agency"])
def test_an_acronym_behind_what_a_state_has_names_it(words: str) -> None:
    found = read(f"The {words} NIS was behind it.")
    assert {e.name for e in found.entities.values() if e.type == "Organization"} == {"NIS"}
    assert {(named(found, r.source), r.type, named(found, r.target)) for r in found.relations} == {
        ("NIS", "part_of", "Kenya")
    }


def test_an_alliance_behind_a_states_forces_is_no_part_of_the_state() -> None:
    assert "part_of" not in {r.type for r in read("The Kenyan army NATO trains left.").relations}
