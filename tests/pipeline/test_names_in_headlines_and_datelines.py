"""Names beside a headline's verb, in a dateline, and with a number in them."""

from __future__ import annotations

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Kenyan Foreign Minister Reveals Biden Knew About Nord Stream Explosion\n\nHe did.",
            {"Kenya": "State", "Joe Biden": "Person", "Nord Stream": "Place"},
        ),
        (
            "NUSA DUA, Indonesia (Reuters) – Kenya urged Ghana to leave.",
            {"Nusa Dua": "Place", "Indonesia": "State", "Kenya": "State", "Ghana": "State"},
        ),
        ("NUSA DUA – Kenya left.", {"Nusa Dua": "Place", "Kenya": "State"}),
        (
            "It left.\n\n NUSA DUA – The European Council left.",
            {"Nusa Dua": "Place", "European Council": "Organization"},
        ),
        ("FACT CHECK – Kenya left.", {"Kenya": "State"}),
        ("The UNO met.", {"United Nations": "Organization"}),
    ],
)
def test_names_and_their_types(text: str, names: dict[str, str]) -> None:
    assert {e.name: e.type for e in read(text).entities.values()} == names


@pytest.mark.parametrize(
    "text",
    ["A Kenyan Sikorsky MH-60R Seahawk helicopter flew by.", "The Boeing P-8A Poseidon took off."],
)
def test_nobody_has_a_number_in_his_name(text: str) -> None:
    assert not [e for e in read(text).entities.values() if e.type == "Person"]
