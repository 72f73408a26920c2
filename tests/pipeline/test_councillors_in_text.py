"""Councillors hold office with the place or state that they are said to be of."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Otto Kern, councillor of Tamale, left.", "Tamale"),
        ("Otto Kern, a councilor in Tamale, left.", "Tamale"),
        ("Kenya's State Councilor Otto Kern left.", "Kenya"),
    ],
)
def test_a_councillor_holds_office(text: str, body: str) -> None:
    assert triples(text) == {("Otto Kern", "holds_office", body)}
