"""Stances without a word of negation: what is called a lie, and what is laughed at."""

from __future__ import annotations

import pytest

from tests.reading import claims


def stance(text: str) -> str:
    """The stance of the one claim of a text."""
    ((_, found, _),) = claims(text)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "“That's a lie,” said Otto Kern.",
        "“False,” Otto Kern said.",
        "“Complete nonsense!” said Otto Kern.",
        "That's nonsense, Otto Kern said.",
        "“It's all a pack of lies,” said Otto Kern.",
        "Government sources told the Lantern Post the report was wrong.",
        "Otto Kern said the report was a fake.",
        "Otto Kern said claims of advances near Tamale were false.",
        "Otto Kern said it is false that Kenya fled.",
        "“The notion that Kenya fled is ridiculous,” said Otto Kern.",
    ],
)
def test_whoever_says_that_a_claim_is_a_lie_denies_it(text: str) -> None:
    assert stance(text) == "denies"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Quill said the situation is wrong.", "asserts"),
        ("Ada Quill said that Kenya is a lie factory.", "asserts"),
        ("Ada Quill said that it is a fake account.", "asserts"),
        ("“It was wrong to attack the bridge,” Ada Quill said.", "asserts"),
        ("“That's wrong,” said Ada Quill.", "asserts"),
        ("Ada Quill said the claim was not false.", "asserts"),
        ("Ada Quill said the reports might be false.", "hedges"),
    ],
)
def test_what_is_wrong_with_anything_but_a_claim_denies_none(text: str, expected: str) -> None:
    assert stance(text) == expected


def test_what_is_called_a_farce_is_mocked() -> None:
    assert stance("Otto Kern labelled it “a farce”.") == "mocks"
    assert stance("Otto Kern dubbed the summit “a circus”.") == "mocks"
    assert stance("Otto Kern called the report a fake.") == "denies"
