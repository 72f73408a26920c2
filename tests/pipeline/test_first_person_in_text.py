"""Whom "I", "we" and "our" stand for in relations: whoever is quoted, or their state."""

from __future__ import annotations

import pytest

from tests.reading import only, read, triples

ALDREN = "said Kenyan President Henrik Aldren."


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I visited Accra in May,", ("Henrik Aldren", "visited", "Accra")),
        ("We met Marta Quill in Accra,", ("Henrik Aldren", "met_with", "Marta Quill")),
        ("We support Ghana in this,", ("Kenya", "supports", "Ghana")),
        ("Our soldiers captured Tamale,", ("Kenya", "captured", "Tamale")),
    ],
)
def test_the_first_person_is_who_is_quoted_or_their_state(
    said: str, expected: tuple[str, str, str]
) -> None:
    assert expected in triples(f"“{said}” {ALDREN}")


def test_what_somebody_says_of_themself_is_asserted_by_them() -> None:
    text = f"“I visited Accra in May,” {ALDREN}"
    assert only(text, "visited").asserted_by == next(
        id_ for id_, e in read(text).entities.items() if e.name == "Henrik Aldren"
    )


def test_whoever_has_no_office_says_we_for_themself() -> None:
    text = "“We support Ghana in this,” said Marta Quill."
    assert triples(text, "supports") == {("Marta Quill", "supports", "Ghana")}


def test_the_narrator_is_nobody() -> None:
    assert triples("I visited Accra in May. We support Ghana.") == set()
