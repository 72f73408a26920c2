"""Ties that a text tells as over are dated up to their end, and are not told to hold."""

from __future__ import annotations

import pytest

from tests.reading import only, triples

PUBLISHED = "../2024-10-16"


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Kenya quit the African Union on 31 January 2020.", "member_of", "../2020-01-31"),
        ("Kenya was expelled from the African Union in 2016.", "member_of", "../2016"),
        ("Kenya's withdrawal from OPEC in 2018 was quick.", "member_of", "../2018"),
        ("Ada Quill left the board of Gazprom in May 2022.", "member_of", "../2022-05"),
        ("Ghana was an ally of Kenya until December 2023.", "allied_with", "../2023-12"),
        ("Kenya left the African Union.", "member_of", PUBLISHED),
        ("The former owner of Lantern TV, Otto Kern, was arrested.", "owns", PUBLISHED),
        ("Otto Kern sold his stake in Gazprom.", "owns", PUBLISHED),
        ("The former ally of Putin, Otto Kern, left.", "allied_with", PUBLISHED),
        ("Ada Quill is an ex-member of the Revival Party.", "member_of", PUBLISHED),
        ("Ada Quill, formerly of Fox News, spoke.", "affiliated_with", PUBLISHED),
    ],
)
def test_what_is_told_as_over_holds_up_to_the_day_told_or_that_of_the_document(
    text: str, type_: str, expected: str
) -> None:
    tie = only(text, type_)
    assert (tie.modality, tie.date) == ("asserted", expected)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenya is no longer an ally of Ghana.", "allied_with"),
        ("Kenya is no longer a member of the African Union.", "member_of"),
        ("Otto Kern no longer owns Lantern TV.", "owns"),
        ("Kenya no longer supports Ghana.", "supports"),
    ],
)
def test_what_is_so_no_longer_is_denied(text: str, type_: str) -> None:
    assert only(text, type_).modality == "denied"


def test_who_is_the_head_no_longer_holds_no_office() -> None:
    text = "Otto Kern is no longer the spokesman of the Kremlin."
    assert triples(text, "holds_office") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Kenya threatened to leave the African Union.",
        "Kenya voted to leave the African Union in 2016.",
        "Kenya did not leave the African Union in 2014.",
    ],
)
def test_who_has_not_left_is_still_a_member(text: str) -> None:
    tie = only(text, "member_of")
    assert (tie.modality, tie.date) == ("asserted", None)


def test_an_application_to_join_is_no_membership() -> None:
    tie = only("Kenya withdrew its application to join the African Union.", "member_of")
    assert tie.modality == "hypothetical"


def test_what_was_not_done_until_a_day_is_dated_with_that_day() -> None:
    text = "Kenya did not sign the Treaty on Friendship until 2014."
    assert only(text, "signed").date == "2014"


def test_a_former_office_beside_another_tie_leaves_that_tie_alone() -> None:
    tie = only("The former minister Otto Kern owns Lantern TV.", "owns")
    assert (tie.modality, tie.date) == ("asserted", None)


def test_the_ally_of_a_former_president_is_an_ally_still() -> None:
    tie = only("Former President Petro Poroshenko's ally, Otto Kern, left.", "allied_with")
    assert (tie.modality, tie.date) == ("asserted", None)
