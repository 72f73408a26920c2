"""Who pays whom: people and channels take money as bodies do."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Lantern Fund granted 109,000 euros to Otto Kern.",
            {("Lantern Fund", "supplies", "Otto Kern")},
        ),
        (
            "The Lantern Fund paid Otto Kern $5,000 a month.",
            {("Lantern Fund", "supplies", "Otto Kern")},
        ),
        (
            "Otto Kern received $5,000 from the Lantern Fund.",
            {("Lantern Fund", "supplies", "Otto Kern")},
        ),
        (
            "A grant from the Lantern Fund to Kettle Media raised questions.",
            {("Lantern Fund", "supplies", "Kettle Media")},
        ),
        ("Otto Kern paid tribute to Ada Quill.", set()),
        ("Otto Kern paid the price for his war on Ghana.", set()),
        ("The court fined Otto Kern 5,000 dollars.", set()),
    ],
)
def test_whoever_pays_supplies_money(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert triples(text, "supplies") == expected
