"""Whom "he" takes up behind a meeting: the office that met somebody, before whom it met."""

from __future__ import annotations

import pytest

from tests.reading import claims


@pytest.mark.parametrize(
    "meeting",
    [
        "The president met Otto Kern in Tamale.",
        "The president spoke today with Otto Kern.",
        "The president spoke by phone with Otto Kern.",
        "The president held talks with his counterpart, Otto Kern.",
        "The president met Otto Kern. They discussed the dam.",
    ],
)
def test_an_office_that_met_somebody_is_taken_up_before_whom_it_met(meeting: str) -> None:
    text = f"{meeting} He stressed that the dam would hold."
    assert claims(text) == {("president", "asserts", "the dam would hold")}


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The judge sentenced Otto Kern.", "Otto Kern"),
        ("Ivan Popko met Otto Kern.", "Ivan Popko"),
        ("The president met Otto Kern. Ivan Popko smiled.", "Ivan Popko"),
        ("President Ivan Popko arrived. The president met Otto Kern.", "Ivan Popko"),
    ],
)
def test_whom_something_is_done_to_and_who_has_a_name_are_taken_up(
    before: str, speaker: str
) -> None:
    assert claims(f"{before} He stressed that the dam would hold.") == {
        (speaker, "asserts", "the dam would hold")
    }
