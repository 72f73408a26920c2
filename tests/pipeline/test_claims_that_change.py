"""Who changes his story makes two claims of one content: he denied it, and owned up to it."""

from __future__ import annotations

import pytest

from tests.reading import claims, read


@pytest.mark.parametrize(
    "text",
    [
        "The channel Kettle at first denied the strike and then, on 5 May, admitted it.",
        "The channel Kettle denied the strike. On 5 May it confirmed it.",
    ],
)
def test_a_deed_denied_and_then_owned_up_to_is_both(text: str) -> None:
    assert claims(text) == {("Kettle", "denies", "the strike"), ("Kettle", "asserts", "the strike")}


def test_a_denial_in_an_aside_stays_beside_what_is_admitted_and_has_no_date_of_it() -> None:
    found = read("Togo's army, which had long denied that the ship sank, admitted it on Friday.")
    assert {(c.stance, c.date) for c in found.claims} == {
        ("denies", None),
        ("asserts", "2024-10-11"),
    }


@pytest.mark.parametrize("noun", ["mayor", "minister"])
def test_somebody_without_a_name_says_what_an_aside_tells_of_him(noun: str) -> None:
    text = f"The {noun}, who had denied that the ship had sunk, left."
    assert claims(text) == {(noun, "denies", "the ship had sunk")}


def test_what_is_no_longer_denied_is_conceded() -> None:
    assert claims("The ministry no longer denies that the ship sank.") == {
        ("ministry", "asserts", "the ship sank")
    }


def test_who_contradicts_himself_says_nothing_by_that() -> None:
    assert claims("Otto Kern contradicted himself: a day.") == set()
    assert claims("Otto Kern describes himself as “a friend of Togo”.") == {
        ("Otto Kern", "asserts", "himself as “a friend of Togo”")
    }


@pytest.mark.parametrize(
    "denial", ["denied the claim", "refuted these claims", "dismissed such reports"]
)
def test_who_denies_the_claim_denies_what_was_claimed(denial: str) -> None:
    assert claims(f"Ghana said that the town had fallen. Togo {denial}.") == {
        ("Ghana", "asserts", "the town had fallen"),
        ("Togo", "denies", "the town had fallen"),
    }


def test_a_role_that_a_name_explains_closes_what_is_said() -> None:
    text = "The raid was a mistake, the head of the mission, Ada Quill, told reporters."
    assert claims(text) == {("Ada Quill", "asserts", "The raid was a mistake")}


def test_a_report_denied_may_be_a_paper_and_is_left_as_it_is_named() -> None:
    text = "“They looked everywhere,” a channel wrote, “and found the hay.” Togo denied the report."
    assert ("Togo", "denies", "the report") in claims(text)
