"""Members that are counted, set apart by dashes, among others, or in a coalition of."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    "text",
    [
        "Two members of NATO, Hungary and Slovakia, objected.",
        "Hungary and Slovakia are among the members of NATO.",
        "NATO, an alliance of Hungary and Slovakia, objected.",
    ],
)
def test_states_counted_or_among_the_members_are_members(text: str) -> None:
    expected = {(state, "member_of", "NATO") for state in ("Hungary", "Slovakia")}
    assert triples(text, "member_of") == expected


def test_states_between_dashes_behind_a_bloc_are_its_members() -> None:
    text = "The Visegrad Group – Poland, Hungary and Slovakia – met."
    assert {state for state, *_ in triples(text, "member_of")} == {"Poland", "Hungary", "Slovakia"}


@pytest.mark.parametrize(
    "text",
    [
        "Talks between members of NATO, Russia and China failed.",
        "Two members of NATO, Russia and China met.",
        "Three members of NATO, Russia and China, objected.",
        "The European Union – France and Germany above all – objected.",
        "Gazprom joined Rosneft in the project.",
        "The 5th Brigade joined the 6th Brigade near Tamale.",
    ],
)
def test_who_only_stands_beside_a_bloc_or_joins_another_in_work_is_no_member(text: str) -> None:
    assert triples(text, "member_of") == set()


@pytest.mark.parametrize(
    "text",
    [
        "The Copper Legion joined the Sable Front.",
        "The Copper Legion, a member of the Sable Front, left.",
        "The Sable Front, a coalition of the Copper Legion and others, met.",
    ],
)
def test_armed_groups_are_members_of_fronts(text: str) -> None:
    assert triples(text, "member_of") == {("Copper Legion", "member_of", "Sable Front")}


@pytest.mark.parametrize(
    "text",
    [
        "Otto Kern joined the ranks of the Wagner Group.",
        "Otto Kern, said to be a member of the Wagner Group, left.",
        "Otto Kern, thought to have joined the Wagner Group, left.",
    ],
)
def test_who_is_in_the_ranks_or_said_to_be_a_member_is_one(text: str) -> None:
    assert triples(text, "member_of") == {("Otto Kern", "member_of", "Wagner Group")}


def test_who_is_on_assignment_for_an_agency_works_for_it() -> None:
    text = "Ada Quill, on assignment for the Reef Institute, was hurt."
    assert triples(text) == {("Ada Quill", "affiliated_with", "Reef Institute")}
