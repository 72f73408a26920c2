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


@pytest.mark.parametrize(
    "text",
    [
        "Texas Gov. Marta Quill left.",
        "Gov. Marta Quill of Texas left.",
        "Texas Sen. Marta Quill left.",
    ],
)
def test_titles_are_read_abbreviated(text: str) -> None:
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", "Texas")}


def test_who_governs_in_the_sentence_before_has_the_ministers_of_the_next() -> None:
    text = "Norway's government agreed. Prime Minister Peter Mwangi signed it."
    assert triples(text, "holds_office") == {("Peter Mwangi", "holds_office", "Norway")}
    text = "Norway agreed. Prime Minister Peter Mwangi signed it."
    assert triples(text, "holds_office") == set()


def test_a_chief_of_staff_serves_somebody() -> None:
    found = triples("Peter Mwangi's chief of staff, John Otieno, left.", "affiliated_with")
    assert found == {("John Otieno", "affiliated_with", "Peter Mwangi")}


def test_a_minister_in_a_government_is_of_its_state() -> None:
    text = "Peter Mwangi, minister of justice in the Kenyan cabinet, left."
    assert triples(text, "holds_office") == {("Peter Mwangi", "holds_office", "Kenya")}
