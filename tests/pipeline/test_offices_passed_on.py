"""Offices that pass from one to another, seats and bracketed names: each test is a claim."""

from __future__ import annotations

import pytest

from tests.reading import only, triples

_BOTH = {
    ("Peter Mwangi", "holds_office", "Kenya"),
    ("John Otieno", "holds_office", "Kenya"),
}


@pytest.mark.parametrize(
    "text",
    [
        "Peter Mwangi succeeded John Otieno as president of Kenya.",
        "Peter Mwangi, who replaced John Otieno as Kenya's defence minister, left.",
        "John Otieno was replaced as Kenya's defence minister by Peter Mwangi.",
        "John Otieno was succeeded by Peter Mwangi as president of Kenya.",
        "Peter Mwangi, John Otieno's successor as Kenyan president, left.",
    ],
)
def test_who_follows_somebody_in_an_office_and_who_had_it_before_both_hold_it(text: str) -> None:
    assert triples(text, "holds_office") == _BOTH


def test_who_only_could_follow_somebody_holds_nothing() -> None:
    text = "Peter Mwangi could replace John Otieno as president of Kenya."
    assert triples(text, "holds_office") == set()


@pytest.mark.parametrize("verb", ["dismissed", "fired", "removed", "ousted"])
def test_who_is_put_out_of_an_office_held_it(verb: str) -> None:
    text = f"Peter Mwangi was {verb} as head of the Reef Institute."
    assert triples(text, "holds_office") == {("Peter Mwangi", "holds_office", "Reef Institute")}


def test_whom_a_parliament_puts_at_the_head_of_a_bank_is_no_head_of_the_state() -> None:
    text = "Kenya's parliament appointed Peter Mwangi head of the central bank."
    assert triples(text, "holds_office") == set()


@pytest.mark.parametrize(
    "text",
    [
        "As Kenya's foreign minister, Peter Mwangi signed it.",
        "Kenya's then-president Peter Mwangi signed it.",
        "Peter Mwangi, a Member of Parliament from Kenya, signed it.",
        "Peter Mwangi, an MP from Kenya, signed it.",
        "Kenyan Member of Parliament Peter Mwangi signed it.",
    ],
)
def test_a_title_finds_its_state_in_front_and_behind(text: str) -> None:
    assert triples(text, "holds_office") == {("Peter Mwangi", "holds_office", "Kenya")}


@pytest.mark.parametrize(
    "text", ["Fidesz MEP Marta Quill left.", "Marta Quill, a Fidesz lawmaker, left."]
)
def test_a_lawmaker_of_a_party_is_a_member_of_it(text: str) -> None:
    assert triples(text, "holds_office", "member_of") == {("Marta Quill", "member_of", "Fidesz")}


def test_a_lawmaker_of_a_chamber_holds_an_office_of_it() -> None:
    found = triples("European Parliament lawmaker Marta Quill left.", "holds_office")
    assert found == {("Marta Quill", "holds_office", "European Parliament")}


def test_a_title_in_brackets_is_of_the_name_they_complete() -> None:
    text = "He spoke of “relations with [French President Emmanuel] Macron” on Monday."
    assert only(text, "holds_office").source == "person:emmanuel-macron"
    text = "He met [French President] Peter Mwangi and [Ada] Quill."
    assert triples(text, "holds_office") == {("Peter Mwangi", "holds_office", "France")}
