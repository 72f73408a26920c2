"""Stations of armed groups, shares handed over, and what fighting at a place does not tell."""

from __future__ import annotations

import pytest

from tests.reading import triples

RUNS, OWNS, IN = "runs", "owns", "located_in"


def test_an_armed_group_runs_the_station_that_is_its() -> None:
    text = "Hezbollah's Al-Manar TV said so."
    assert triples(text, RUNS) == {("Hezbollah", RUNS, "Al-Manar TV")}
    text = "The Houthi group's Al-Masirah TV said so."
    assert triples(text, RUNS) == {("Houthis", RUNS, "Al-Masirah TV")}


def test_a_state_does_not_run_the_stations_of_its_country() -> None:
    assert triples("Lebanon's Al-Manar TV said so.", RUNS) == set()


def test_who_ownership_is_transferred_to_owns_it() -> None:
    text = "Otto Kern transferred ownership of Sable Bank to Ada Quill and Ivan Popko."
    people = ("Ada Quill", "Ivan Popko")
    assert triples(text, OWNS) == {(p, OWNS, "Sable Bank") for p in people}


@pytest.mark.parametrize("end", ["and left", "and discussed the plan"])
def test_a_city_lies_in_the_state_behind_it_though_another_verb_follows(end: str) -> None:
    text = f"He met Otto Kern in Tamale, Kenya, {end}."
    assert triples(text, IN) == {("Tamale", IN, "Kenya")}


def test_a_city_before_a_list_of_states_lies_in_none_of_them() -> None:
    assert triples("He met Otto Kern in Tamale, Kenya, and Ghana.", IN) == set()


def test_a_channel_establishes_another_and_runs_it() -> None:
    text = "The channel Rybar established a channel called “Texas News”."
    assert triples(text, RUNS) == {("Rybar", RUNS, "Texas News")}


def test_forces_that_fought_at_a_place_are_not_said_to_be_deployed_there() -> None:
    text = "Fighters clashed with Kenyan soldiers in Tamale."
    assert triples(text, "deployed_to") == set()
    found = triples("Kenyan soldiers in Tamale left.", "deployed_to")
    assert found == {("Armed Forces of Kenya", "deployed_to", "Tamale")}
