"""Who is meant where a list, an "as", a bracket or a day stands between a trigger and a name."""

from __future__ import annotations

import pytest

from tests.reading import triples

OFFICE, TIE, MEMBER = "holds_office", "affiliated_with", "member_of"


def test_all_of_a_list_behind_a_possessor_belong_to_it() -> None:
    text = "CNN's Ada Quill, Otto Kern, and Marta Berg left."
    people = {"Ada Quill", "Otto Kern", "Marta Berg"}
    assert triples(text, TIE) == {(person, TIE, "CNN") for person in people}


@pytest.mark.parametrize(
    "text",
    [
        "CNN's Ada Quill and Vladimir Putin talked for an hour.",
        "CNN's Ada Quill and Kenyan President Otto Kern talked for an hour.",
        "CNN's Ada Quill, a reporter, and Otto Kern, a minister, left.",
        "CNN's Ada Quill asked Otto Kern about it.",
    ],
)
def test_others_beside_a_possessed_name_are_not_the_possessors(text: str) -> None:
    assert triples(text, TIE) == {("Ada Quill", TIE, "CNN")}


@pytest.mark.parametrize(
    "when", ["at the time", "at that time", "back then", "in 2014", "from 2011 to 2015"]
)
def test_an_office_may_be_dated_before_the_name(when: str) -> None:
    text = f"The director of the Reef Institute {when}, Ada Quill, signed it."
    assert triples(text, OFFICE) == {("Ada Quill", OFFICE, "Reef Institute")}


def test_time_before_who_says_it_makes_no_office() -> None:
    assert not triples("He left the head of the Reef Institute at the time, Otto Kern said.")


@pytest.mark.parametrize("verb", ["counts", "has", "lists", "includes"])
def test_a_body_that_has_states_among_its_members(verb: str) -> None:
    text = f"NATO, which {verb} Norway and Poland among its members, agreed."
    assert triples(text, MEMBER) == {("Norway", MEMBER, "NATO"), ("Poland", MEMBER, "NATO")}


def test_a_body_in_capitals_that_opens_a_text_is_no_dateline() -> None:
    text = "NATO, whose members include Norway and Poland, met."
    assert triples(text, MEMBER) == {("Norway", MEMBER, "NATO"), ("Poland", MEMBER, "NATO")}


@pytest.mark.parametrize(
    "text",
    [
        "As an important member of NATO, Norway is ready to help.",
        "As a NATO member, Norway is bound by it.",
        "Norway, as a member of NATO, is bound by it.",
        "Norway participates in it as a member of NATO.",
        "As part of NATO, Norway is bound by it.",
    ],
)
def test_in_what_capacity_somebody_acts(text: str) -> None:
    assert ("Norway", MEMBER, "NATO") in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "They treated Norway as a member of NATO.",
        "Kenya condemned Norway as a member of NATO.",
        "As a member of NATO, we think that Norway should leave.",
    ],
)
def test_what_somebody_is_taken_for_is_not_what_he_is(text: str) -> None:
    assert not triples(text, MEMBER)


def test_all_of_whom_takes_up_the_whole_list() -> None:
    text = (
        "India, Kenya and Norway, all of whom have ties with Russia as members of the BRICS group, "
        "attended the Munich Security Conference."
    )
    states = {"India", "Kenya", "Norway"}
    assert triples(text, MEMBER) == {(state, MEMBER, "BRICS") for state in states}


def test_orders_of_battle_part_places_by_semicolons_and_the_compass() -> None:
    text = (
        "Kenyan forces attacked northeast of Borova near Kumasi, Bawku, and Wa; "
        "north of Borova toward Yendi; and south of Borova near Tema on May 5."
    )
    places = {"Kumasi", "Bawku", "Wa", "Yendi", "Tema"}
    assert places - {t for _, _, t in triples(text, "attacked")} <= {"Wa"}
    assert "Borova" not in {t for _, _, t in triples(text, "attacked")}


def test_an_apposition_of_a_place_is_not_attacked() -> None:
    text = "Kenyan forces attacked near Tamale, a town near Kumasi, south of Accra."
    assert {t for _, _, t in triples(text, "attacked")} == {"Tamale"}


def test_a_named_meeting_says_who_came() -> None:
    text = "The Milan Summit with Kenya, Ghana and the European Union failed."
    joined = "participated_in"
    guests = {"Kenya", "Ghana", "European Union"}
    assert triples(text, joined) == {(guest, joined, "Milan Summit") for guest in guests}


@pytest.mark.parametrize("goes_on", ["agreed", "is not so sure"])
def test_who_is_present_somewhere_visits_it(goes_on: str) -> None:
    text = f"Ghana's president Ada Quill, also present in Milan, {goes_on}."
    assert ("Ada Quill", "visited", "Milan") in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "The report was produced by the Reef Institute, together with the Aldren Foundation.",
        "The Reef Institute, jointly with the Aldren Foundation, published a report.",
        "The Reef Institute published a report in collaboration with the Aldren Foundation.",
        "The report was written by the Reef Institute in partnership with the Aldren Foundation.",
    ],
)
def test_with_whom_something_is_made(text: str) -> None:
    works = "cooperates_with"
    assert triples(text, works) == {("Aldren Foundation", works, "Reef Institute")}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Otto Kern met Ada Quill on Monday and Marta Berg on Tuesday.", True),
        ("Otto Kern spoke with Ada Quill on Monday and then Marta Berg on Tuesday.", True),
        ("Otto Kern will discuss it with Ada Quill on Monday and Marta Berg on Friday.", True),
        ("Otto Kern met Ada Quill on Monday and Marta Berg on Tuesday denied it.", False),
        ("Otto Kern met Ada Quill on Monday, Marta Berg said on Tuesday.", False),
    ],
)
def test_whom_somebody_meets_on_another_day(text: str, met: bool) -> None:
    assert (("Marta Berg", "met_with", "Otto Kern") in triples(text)) is met
    assert ("Ada Quill", "met_with", "Otto Kern") in triples(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("They took the Bawku enclave in Ghana.", ("Bawku", "Ghana")),
        ("It lies in the Swiss canton of Zug.", ("Zug", "Switzerland")),
        ("The Bawku area of northern Ghana is quiet.", ("Bawku", "Ghana")),
        ("The Accra suburb of Tema is quiet.", ("Tema", "Accra")),
    ],
)
def test_what_a_place_is_says_where_it_lies(text: str, pair: tuple[str, str]) -> None:
    assert triples(text, "located_in") == {(pair[0], "located_in", pair[1])}


@pytest.mark.parametrize("noun", ["senior Kremlin propagandist", "Kremlin insider"])
def test_who_serves_a_seat_of_power_is_of_its_state(noun: str) -> None:
    assert triples(f"Otto Kern, a {noun}, left.", TIE) == {("Otto Kern", TIE, "Russia")}


def test_a_critic_of_a_seat_of_power_is_not_of_it() -> None:
    assert not triples("Otto Kern, a Kremlin critic, left.", TIE)


@pytest.mark.parametrize(
    "text",
    [
        "They made Otto Kern head of the Reef Institute.",
        "In 2019 they named Otto Kern director of the Reef Institute.",
        "The board elected Otto Kern the president of the Reef Institute.",
        "The head of the Reef Institute (RIN), Otto Kern, left.",
        "Reef Institute (RIN) President Otto Kern left.",
    ],
)
def test_offices_given_in_the_active_and_behind_initials(text: str) -> None:
    assert triples(text, OFFICE) == {("Otto Kern", OFFICE, "Reef Institute")}


@pytest.mark.parametrize(
    "text",
    [
        "The board did not elect Otto Kern president of the Reef Institute.",
        "They wanted to make Otto Kern head of the Reef Institute.",
        "They may name Otto Kern head of the Reef Institute.",
    ],
)
def test_offices_not_given(text: str) -> None:
    assert not triples(text, OFFICE)


def test_whoever_loses_an_office_to_somebody_held_it_before() -> None:
    text = "Otto Kern lost the presidency of Ghana to Ada Quill."
    assert {person for person, _, _ in triples(text, OFFICE)} == {"Otto Kern", "Ada Quill"}


def test_who_established_a_company_with_a_name_runs_it() -> None:
    text = "Otto Kern, the only son of Karl Kern, established a company called Blue Tern Limited."
    assert ("Otto Kern", "runs", "Blue Tern Limited") in triples(text)
