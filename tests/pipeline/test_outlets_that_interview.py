"""Outlets that only their interviews tell."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Ada Quill said in an interview with Liberation that Kenya left.", "Liberation"),
        ("Otto Kern said in an interview to Veldor that Kenya left.", "Veldor"),
    ],
)
def test_what_interviews_somebody_is_an_outlet(text: str, outlet: str) -> None:
    assert {(s, t) for s, t, _ in triples(text, "quoted")} == {(outlet, "quoted")}


def test_a_company_that_interviews_somebody_stays_one() -> None:
    assert triples("Ada Quill spoke in an interview with Rosneft of Kenya.", "quoted") == set()
