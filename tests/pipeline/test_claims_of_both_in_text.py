"""Speakers taken up as a number: "both", "the two", "all three", "both men", "each"."""

from __future__ import annotations

import pytest

from tests.reading import claims


@pytest.mark.parametrize(
    ("before", "who"),
    [
        (
            "Two channels, Lantern (30,000 subscribers) and Kettle (20,000 subscribers), are old. "
            "Both claimed",
            {"Lantern", "Kettle"},
        ),
        ("Ada Quill and Otto Kern met in Accra. Both said", {"Ada Quill", "Otto Kern"}),
        ("Kenya and Ghana met in Accra. The two said", {"Kenya", "Ghana"}),
        (
            "The channels Lantern, Kettle and Otter are old. All three shared the claim",
            {"Lantern", "Kettle", "Otter"},
        ),
    ],
)
def test_both_are_the_two_named_together_before(before: str, who: set[str]) -> None:
    found = claims(f"{before} that the bridge fell.")
    assert found == {(name, "asserts", "the bridge fell") for name in who}


@pytest.mark.parametrize(
    "before",
    ["Ada Quill, Otto Kern and Ivan Popko met in Accra. Both", "Two people fled. Both"],
)
def test_both_are_nobody_where_three_or_none_are_named(before: str) -> None:
    assert claims(f"{before} said that the bridge fell.") == {(None, "asserts", "the bridge fell")}


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Ada Quill called Otto Kern. Both stressed", {"Ada Quill", "Otto Kern"}),
        ("Ada Quill held talks with Otto Kern. The two leaders agreed", {"Ada Quill", "Otto Kern"}),
        ("Ada Quill and Otto Kern were arrested. Both men denied", {"Ada Quill", "Otto Kern"}),
        ("Kenya attacked Ghana. Both countries denied", {"Kenya", "Ghana"}),
        ("Kenya and Ghana signed a treaty. Both countries denied", {"Kenya", "Ghana"}),
    ],
)
def test_both_who_act_in_the_sentence_before_speak_each(before: str, who: set[str]) -> None:
    found = claims(f"{before} that the bridge fell.")
    assert {(name, what) for name, _, what in found} == {(name, "the bridge fell") for name in who}


def test_words_in_marks_that_both_said_are_of_each() -> None:
    assert claims("Ada Quill met Otto Kern in Accra. “The bridge fell,” both said.") == {
        ("Ada Quill", "asserts", "The bridge fell,"),
        ("Otto Kern", "asserts", "The bridge fell,"),
    }


def test_they_are_those_who_did_something_together() -> None:
    found = claims("Ada Quill and Otto Kern met in Accra. They stressed that the bridge fell.")
    assert {name for name, _, _ in found} == {"Ada Quill", "Otto Kern"}


def test_they_are_nobody_where_one_did_something_to_the_other() -> None:
    found = claims("Ada Quill called Otto Kern. They stressed that the bridge fell.")
    assert found == {(None, "asserts", "the bridge fell")}


def test_both_countries_are_not_the_people_who_met() -> None:
    found = claims("Ada Quill met Otto Kern. Both countries denied that the bridge fell.")
    assert {"Ada Quill", "Otto Kern"}.isdisjoint(name for name, _, _ in found)


def test_each_is_everybody_whose_words_a_colon_lists() -> None:
    found = claims(
        "The channels Lantern, Kettle and Otter are old. It was a loud day. On 6 December each "
        "denied that the mud came from Togo: Lantern said that it was sand, Kettle that it was "
        "“unverified,” and Otter that Ghana was behind it."
    )
    assert found == {
        ("Lantern", "denies", "the mud came from Togo"),
        ("Kettle", "denies", "the mud came from Togo"),
        ("Otter", "denies", "the mud came from Togo"),
        ("Lantern", "asserts", "it was sand"),
        ("Kettle", "asserts", "it was “unverified,”"),
        ("Otter", "asserts", "Ghana was behind it"),
    }


def test_each_is_everybody_named_together_before() -> None:
    found = claims("The channels Lantern and Kettle are old. Each said that the bridge fell.")
    assert found == {
        ("Lantern", "asserts", "the bridge fell"),
        ("Kettle", "asserts", "the bridge fell"),
    }
