"""Stations whose names are figures, who owns them, and the groups they belong to."""

from __future__ import annotations

import pytest

from tests.reading import channels, read, triples


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Otto Kern watches the TV channel 3+3.", {"3+3"}),
        ("The channel 3+3 closed. Otto Kern left 3+3 for 4+4.", {"3+3"}),
        ("Otto Kern owns the channels 3+3 and 4+4.", {"3+3", "4+4"}),
        ("Kettle Media runs eight channels, including Channel 3+3.", {"3+3"}),
        ("Otto Kern left two stations, Lantern TV and 117.", {"Lantern TV", "117"}),
    ],
)
def test_figures_beside_a_medium_name_a_station(text: str, names: set[str]) -> None:
    assert channels(text).keys() == names


@pytest.mark.parametrize(
    "text",
    [
        "Talks in the 5+1 format began.",
        "Two stations, 20 of them old, closed.",
        "The sum 2+2 is four.",
    ],
)
def test_other_figures_name_no_station(text: str) -> None:
    assert channels(text) == {}


def test_a_media_group_bears_the_name_of_its_station() -> None:
    text = (
        "Otto Kern is the main shareholder of the 3+3 media group. The TV channel 3+3 is new. "
        "3+3 Media employs Ada Quill."
    )
    found = read(text)
    assert {e.name for e in found.entities.values() if e.type == "Organization"} == {
        "3+3 Media Group"
    }
    assert triples(text, "owns") == {("Otto Kern", "owns", "3+3 Media Group")}


def test_who_used_to_co_own_a_station_owned_it() -> None:
    text = "Ada Quill bought shares from Otto Kern, who used to co-own the TV channel 3+3."
    assert ("Otto Kern", "owns", "3+3") in triples(text)


def test_his_television_channel_is_the_one_spoken_of() -> None:
    text = "Otto Kern bought the TV channel 3+3. Ada Quill says that Ghana blocked his TV channel."
    assert channels(text).keys() == {"3+3"}


def test_a_known_outlet_keeps_its_name_before_media_group() -> None:
    text = "Ghana restricted the Rossiya Segodnya media group and its bank."
    assert set(channels(text)) == {"Rossiya Segodnya"}
