"""Whom a relation is about where its words stand apart: lists, occasions, epithets."""

from __future__ import annotations

import pytest

from tests.reading import read, triples


def _told(text: str) -> set[str]:
    return {" ".join(triple) for triple in triples(text)}


LIST = (
    "Ada Quill went on, meeting Oleg Lantz in Accra, Kenyan leader Marta Aldren in Nairobi and, "
    "most recently, Ivan Popko at his home in Tamale."
)


@pytest.mark.parametrize("person", ["Oleg Lantz", "Marta Aldren", "Ivan Popko"])
def test_people_listed_with_where_each_was_met_were_all_met(person: str) -> None:
    met = {frozenset((a, b)) for a, _, b in triples(LIST, "met_with")}
    assert frozenset(("Ada Quill", person)) in met


def test_the_place_of_the_next_clause_adds_nobody_to_a_list() -> None:
    text = "Ada Quill met Oleg Lantz in Accra, and Ivan Popko in Tamale said it was over."
    assert {"Ivan Popko"} & {n for a, _, b in triples(text, "met_with") for n in (a, b)} == set()


@pytest.mark.parametrize(
    "text",
    [
        "Two days after talks with Oleg Lantz in Accra, Ada Quill resigned.",
        "Hours after a phone call with Oleg Lantz, Ada Quill resigned.",
        "A week after meeting Oleg Lantz, Ada Quill resigned.",
        "Ada Quill discussed her reaction to the strikes with Oleg Lantz.",
        "At a joint news conference with Oleg Lantz, Ada Quill denied it.",
        "Mayor Ada Quill hosted talks with Minister Oleg Lantz in Accra on Tuesday.",
    ],
)
def test_who_meets_is_found_across_what_stands_between(text: str) -> None:
    assert {frozenset((a, b)) for a, _, b in triples(text, "met_with")} == {
        frozenset(("Ada Quill", "Oleg Lantz"))
    }


def test_officials_from_two_states_meet_for_them() -> None:
    assert "Ghana met_with Kenya" in _told("Diplomats from Kenya and Ghana held talks in Lome.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway condemned Togo's invasion of Ghana and sent 37 million euros in aid to the "
            "war-torn country.",
            "Norway supplies Ghana",
        ),
        (
            "Ghana has been poor for years. Norway has sent grain to the landlocked country.",
            "Norway supplies Ghana",
        ),
    ],
)
def test_an_epithet_takes_up_the_state_it_describes(text: str, expected: str) -> None:
    assert expected in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Togo fears Ghana and has sent weapons to the neighbouring country.",
        "Togo attacked Ghana in May. Norway has sent weapons to the landlocked country.",
    ],
)
def test_an_epithet_of_another_or_of_either_state_takes_up_none(text: str) -> None:
    assert not triples(text, "supplies")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three people were killed in Tamale in a Kenyan strike.", "Kenya attacked Tamale"),
        ("A school in Tamale was hit during a Kenyan strike Saturday.", "Kenya attacked Tamale"),
        ("Rockets fired by Hezbollah landed in Tamale on Sunday.", "Hezbollah attacked Tamale"),
        ("Kenya bombed Hezbollah positions in Tamale.", "Kenya attacked Hezbollah"),
        ("Kenya bombed Hezbollah positions in Tamale.", "Kenya attacked Tamale"),
        ("Ghana is fighting off a Kenyan invasion.", "Kenya attacked Ghana"),
    ],
)
def test_what_was_struck_is_found_where_the_strike_is_a_noun(text: str, expected: str) -> None:
    assert expected in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "A Ghanaian man was killed in a Kenyan strike.",
        "The paper was savage in its attacks on Ada Quill, whom Kenya had sent.",
    ],
)
def test_the_dead_of_another_state_and_words_are_no_attack_on_it(text: str) -> None:
    assert not triples(text, "attacked")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They spoke of the US and the EU sanctions against Kenya.",
            "United States sanctions Kenya",
        ),
        (
            "Both Sable Bank and Aldren Oil were hit with EU sanctions.",
            "European Union sanctions Sable Bank",
        ),
        ("Ghana joined Togo in imposing sanctions on Kenya.", "Ghana sanctions Kenya"),
        ("Ghana joined Togo in imposing sanctions on Kenya.", "Togo sanctions Kenya"),
        ("Kenyan drones supplied to Ghana were shot down.", "Kenya supplies Ghana"),
        ("Sweden donated $20m to Ghana.", "Sweden supplies Ghana"),
        (
            "Some of Kenya's close allies, like Ghana and Togo, voted for it.",
            "Kenya allied_with Togo",
        ),
        (
            "Kenya is behind a hacking operation known as Sable Heron Group.",
            "Kenya runs Sable Heron Group",
        ),
        ("“We shall see,” Ada Quill was quoted as saying by CNN.", "CNN quoted Ada Quill"),
        ("According to TASS, citing Ada Quill, five drones fell.", "TASS quoted Ada Quill"),
        (
            "In an interview published in Politico, Ada Quill denied it.",
            "Politico quoted Ada Quill",
        ),
    ],
)
def test_a_relation_is_found_where_its_parties_stand_apart(text: str, expected: str) -> None:
    assert expected in _told(text)


def test_an_ally_of_two_bodies_allies_them_with_nobody() -> None:
    text = "For Ada Quill, Oleg Lantz is their key ally inside two alliances: the EU and NATO."
    assert not [t for t in triples(text, "allied_with") if {"European Union", "NATO"} & set(t)]


def test_allies_of_one_state_are_not_said_to_be_allies_of_each_other() -> None:
    text = "Kenya's allies Ghana and Togo refused to comment."
    assert {frozenset((a, b)) for a, _, b in triples(text, "allied_with")} == {
        frozenset(("Kenya", "Ghana")),
        frozenset(("Kenya", "Togo")),
    }


def test_a_journey_to_somebody_is_none_to_their_state() -> None:
    text = "Ada Quill made 38 trips to Vladimir Putin. Russia said nothing."
    assert not triples(text, "visited")


def test_the_editor_of_a_desk_does_not_run_the_paper() -> None:
    assert not triples("Ada Quill, defence editor of the Guardian, left.", "runs")


def test_business_operations_in_a_state_are_no_war_with_it() -> None:
    text = "“We are moving our embassy operations in Kenya,” said Ada Quill, president of Ghana."
    assert not triples(text, "at_war_with")


@pytest.mark.parametrize(
    "text",
    ["Kenya is to send troops to Ghana.", "Kenyan troops were to march into Ghana."],
)
def test_what_is_to_be_done_is_not_done_yet(text: str) -> None:
    assert {r.modality for r in read(text).relations if r.type == "deployed_to"} == {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hezbollah denied it. The group, which is backed by Kenya, went on.",
            "Kenya supports Hezbollah",
        ),
        ("Kenya has close ties with Ghana and supplies it with drones.", "Kenya supplies Ghana"),
        ("Kenya borders Ghana and has imposed sanctions on it.", "Kenya sanctions Ghana"),
        ("Kenya and its NATO allies watched.", "NATO allied_with Kenya"),
        (
            "Some of Kenya's allies, like Ghana, were quick to deny it.",
            "Ghana allied_with Kenya",
        ),
        (
            "The Telegram channel Grey Heron has been under the control of Ada Quill since May.",
            "Ada Quill runs Grey Heron",
        ),
        ("Kenya said Ghana had attacked it.", "Ghana attacked Kenya"),
        (
            "Sable Media, a Lagos-based company sanctioned by the EU, went on.",
            "European Union sanctions Sable Media",
        ),
        ("Kenya was responsible for the attack on Ghana.", "Kenya attacked Ghana"),
        ("Kenya was behind the poisoning of Ada Quill, Ghana said.", "Kenya attacked Ada Quill"),
        ("Kenyan missiles killed four and wounded 20 in Tamale.", "Kenya attacked Tamale"),
        ("Kenya hit dozens of Hezbollah targets.", "Kenya attacked Hezbollah"),
    ],
)
def test_what_is_taken_up_or_described_is_a_party(text: str, expected: str) -> None:
    assert expected in _told(text)


def test_who_is_responsible_for_the_attack_of_another_is_not_the_attacker() -> None:
    text = "Togo said Ghana was responsible for a Kenyan attack on Tamale."
    assert _told(text) == {"Kenya attacked Tamale"}


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("Neither Kenya nor Togo has imposed sanctions on Ghana.", "sanctions", "denied"),
        ("Kenya has sent no troops to Ghana.", "deployed_to", "denied"),
        ("Kenya has halted military aid to Ghana.", "supplies", "denied"),
        ("Togo blamed Kenya for the attack on Ghana.", "attacked", "alleged"),
        (
            "A phone call between Ada Quill and Oleg Lantz has been arranged.",
            "met_with",
            "hypothetical",
        ),
    ],
)
def test_parties_that_are_none_and_guilt_that_is_laid_colour_a_relation(
    text: str, type_: str, modality: str
) -> None:
    assert {r.modality for r in read(text).relations if r.type == type_} == {modality}


def test_an_apposition_in_the_plural_describes_all_whose_names_it_follows() -> None:
    text = "Kenya's Ada Quill and Ghana's Ivan Popko, both allies of Oleg Lantz, left."
    assert {frozenset((a, b)) for a, _, b in triples(text, "allied_with")} == {
        frozenset(("Ada Quill", "Oleg Lantz")),
        frozenset(("Ivan Popko", "Oleg Lantz")),
    }


def test_an_outlet_that_demands_something_of_somebody_does_not_quote_them() -> None:
    assert not triples("CNN asked Ada Quill to resign.", "quoted")
