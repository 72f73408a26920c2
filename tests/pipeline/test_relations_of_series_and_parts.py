"""Whose the strikes are that another noun counts, what a body or a region consists of."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia's wave of attacks on Kyiv went on for a week.",
            {("Russia", "attacked", "Kyiv")},
        ),
        (
            "Iran condemned Israel's acts of aggression against Lebanon.",
            {("Israel", "attacked", "Lebanon")},
        ),
        (
            "Ukraine answered Russia's campaign of strikes on Odesa.",
            {("Russia", "attacked", "Odesa")},
        ),
        (
            "The US strikes on Iran have gone on for a week.",
            {("United States", "attacked", "Iran")},
        ),
        (
            "The Zionist regime attacked Lebanon.",
            {("Israel", "attacked", "Lebanon")},
        ),
        (
            "The Kumasi Basin consists of the Tamale and Atakpame regions.",
            {("Tamale", "part_of", "Kumasi Basin"), ("Atakpame", "part_of", "Kumasi Basin")},
        ),
        (
            "The Normandy Group consists of Anna Verne and Piotr Malak.",
            {
                ("Anna Verne", "member_of", "Normandy Group"),
                ("Piotr Malak", "member_of", "Normandy Group"),
            },
        ),
    ],
)
def test_relations_of_series_and_parts(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russia's fear of attacks on Kyiv grew.",  # not a noun that counts what Russia did
        "The museum's series of films on Kyiv went on.",
        "She strikes a bargain with Iran.",
    ],
)
def test_no_relation_where_the_noun_counts_nothing(text: str) -> None:
    assert not {t for t in triples(text) if t[1] == "attacked"}
