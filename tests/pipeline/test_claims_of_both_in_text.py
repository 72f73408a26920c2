"""Speakers taken up as a number: "both", "the two", "all three"."""

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
