"""Kin named in lists, brackets and in front of names: each test is a claim about English."""

from __future__ import annotations

import pytest

from tests.reading import triples


def _kin_of_henrik(text: str) -> set[str]:
    """Who is kin of Henrik Aldren; nobody else may be of anybody's."""
    found = triples(text, "family_of")
    assert all("Henrik Aldren" in (one, other) for one, _, other in found), found
    return {name for one, _, other in found for name in (one, other)} - {"Henrik Aldren"}


@pytest.mark.parametrize(
    "text",
    [
        "Henrik Aldren (his wife Ada Quill, and his sons Karl Otieno and Oleg Lantz) left.",
        "Sanctions hit Henrik Aldren, his wife Ada Quill, his son Karl Otieno and his brother "
        "Oleg Lantz.",
        "It names Henrik Aldren (his two firms, his wife Ada Quill, son Karl Otieno and his "
        "brother Oleg Lantz).",
    ],
)
def test_all_kin_of_a_list_are_of_the_one_it_began_with(text: str) -> None:
    assert _kin_of_henrik(text) == {"Ada Quill", "Karl Otieno", "Oleg Lantz"}


def test_a_plural_names_all_kin_behind_its_comma() -> None:
    text = "Henrik Aldren's daughters, Ada Quill and Vera Quill, own the company."
    assert _kin_of_henrik(text) == {"Ada Quill", "Vera Quill"}


@pytest.mark.parametrize(
    "text",
    [
        "The son of Henrik Aldren, Karl Otieno, left.",
        "Henrik Aldren's stepson Karl Otieno left.",
        "Karl Otieno is related to Henrik Aldren.",
    ],
)
def test_a_relative_may_be_told_of_before_his_name(text: str) -> None:
    assert _kin_of_henrik(text) == {"Karl Otieno"}


def test_an_apposition_ends_before_the_next_name_of_a_list() -> None:
    text = "They met Karl Otieno, the son of Henrik Aldren, Oleg Lantz, and others."
    assert ("Henrik Aldren", "family_of", "Oleg Lantz") not in triples(text, "family_of")


@pytest.mark.parametrize(
    "text", ["Sisters Ada Quill and Vera Lantz left.", "Ada Quill and Vera Lantz are sisters."]
)
def test_sisters_named_together_are_one_anothers(text: str) -> None:
    found = triples(text, "family_of")
    assert {frozenset((one, other)) for one, _, other in found} == {
        frozenset(("Ada Quill", "Vera Lantz"))
    }
