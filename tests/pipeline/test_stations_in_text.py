"""Television and radio that speak, under a name of their own or as those of a state."""

from __future__ import annotations

import pytest

from tests.reading import channels, claims, read, triples


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Al-Manar television said that ten people died.", "Al-Manar"),
        ("Hezbollah's Al-Nour radio said that ten people died.", "Al-Nour radio"),
        ("Kenyan state TV said that ten people died.", "Kenyan state television"),
        ("Kenya's state television said that ten people died.", "Kenyan state television"),
        ("Kenya's state media said that ten people died.", "Kenyan state media"),
        ("Fars quoted Kenyan state TV as saying that ten people died.", "Kenyan state television"),
    ],
)
def test_a_station_speaks(text: str, speaker: str) -> None:
    assert claims(text) == {(speaker, "asserts", "ten people died")}


def test_a_station_before_another_noun_is_no_station() -> None:
    found = read("The Kenyan television presenter Ada Quill said that ten people died.")
    assert {e.name for e in found.entities.values()} == {"Kenya", "Ada Quill"}


@pytest.mark.parametrize(
    "text",
    [
        "After talks in Accra, the Reef Institute was busy.",
        "Following a meeting between Kenya and Ghana in Accra, Kenyan state TV was silent.",
        "Kenya, a hotspot in Accra's ongoing offensive, is large.",
    ],
)
def test_where_something_else_happened_is_nobodys_seat(text: str) -> None:
    assert not {t for t in triples(text) if t[1] == "located_in"}


def test_a_demand_behind_a_noun_for_outlets_is_the_outlets_name() -> None:
    text = "It was revealed by the Ghanaian investigative platform Follow the Money."
    assert set(channels(text)) == {"Follow the Money"}
    told = "He told the news site Harvest the Army had fled."
    assert set(channels(told)) == {"Harvest"}
