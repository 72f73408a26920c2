"""What a state's name or capital means by the words around it: a branch, a body, a place, a man."""

from __future__ import annotations

import pytest

from tests.reading import claims, read


def _types(text: str) -> dict[str, str]:
    return {e.name: e.type for e in read(text).entities.values()}


@pytest.mark.parametrize(
    "body",
    ["Lantern International Ghana", "Microsoft Ghana", "Transparency International Ghana"],
)
def test_a_state_behind_a_body_tells_which_branch_speaks(body: str) -> None:
    assert _types(f"{body} said that it rained.") == {body: "Organization"}
    assert claims(f"{body} said that it rained.") == {(body, "asserts", "it rained")}


def test_a_state_behind_the_body_that_is_told_something_is_no_branch() -> None:
    found = _types("Otto Kern told Amnesty International Ghana had lost.")
    assert found == {
        "Otto Kern": "Person",
        "Amnesty International": "Organization",
        "Ghana": "State",
    }


@pytest.mark.parametrize("body", ["business register", "land registry"])
def test_a_register_of_a_state_is_no_state(body: str) -> None:
    found = claims(f"According to the Kenyan {body}, the mill belongs to Otto Kern.")
    assert found == {(f"Kenyan {body}", "asserts", "the mill belongs to Otto Kern")}


@pytest.mark.parametrize("who", ["A blogger", "Otto Kern, a lawyer", "The pensioner"])
def test_private_people_are_from_a_capital_as_a_city(who: str) -> None:
    found = _types(f"{who} from Kyiv, left early.")
    assert (found["Kyiv"], "Ukraine" in found) == ("Place", False)


@pytest.mark.parametrize(
    "text",
    [
        "Officials from Kyiv left.",
        "Support from Kyiv came.",
        "Diplomats from Kyiv met.",
        "They wrote that Kyiv lied.",
    ],
)
def test_what_acts_for_a_government_is_from_the_state(text: str) -> None:
    assert _types(text) == {"Ukraine": "State"}


@pytest.mark.parametrize("how", ["Kyiv-installed", "Kyiv-held", "Kyiv-friendly", "pro-Kyiv"])
def test_a_capital_before_what_a_government_does_or_is_for_is_the_state(how: str) -> None:
    assert _types(f"The {how} town was quiet.") == {"Ukraine": "State"}


@pytest.mark.parametrize("how", ["Kyiv-based", "Kyiv-born", "Kyiv-registered"])
def test_a_capital_before_where_somebody_is_from_is_the_city(how: str) -> None:
    assert _types(f"The {how} painter was quiet.") == {"Kyiv": "Place"}


def test_a_demonym_beside_a_person_is_who_he_is_and_no_state_that_speaks() -> None:
    assert claims("The suspect, a Kenyan, said that it rained.") == {
        ("suspect", "asserts", "it rained")
    }


@pytest.mark.parametrize("who", ["Kenyan official", "Kenyan intelligence official"])
def test_one_official_speaks_for_himself_as_a_lawmaker_does(who: str) -> None:
    assert claims(f"A {who} said that it rained.") == {(who, "asserts", "it rained")}


def test_one_soldier_speaks_for_himself_and_an_army_for_its_forces() -> None:
    said = "said that it rained."
    assert claims(f"A Kenyan soldier {said}") == {("Kenyan soldier", "asserts", "it rained")}
    forces = ("Armed Forces of Kenya", "asserts", "it rained")
    assert claims(f"The Kenyan army {said}") == claims(f"Kenyan soldiers {said}") == {forces}


@pytest.mark.parametrize("how", ["Kenya-backed", "EU-funded", "Wagner-linked"])
def test_an_unnamed_speaker_keeps_the_participle_behind_a_hyphen(how: str) -> None:
    ((who, _, _),) = claims(f"The head of the {how} group said that it rained.")
    assert who == f"head of the {how} group"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Kenya's Ghana Affairs Office met.", "Ghana Affairs Office of Kenya"),
        ("Kenya's Ghana Institute met.", "Ghana Institute of Kenya"),
    ],
)
def test_a_body_that_deals_with_one_state_is_of_the_state_before_it(text: str, body: str) -> None:
    assert _types(text) == {"Kenya": "State", body: "Organization"}


def test_uk_behind_a_name_is_its_branch_unless_it_tells_of_what_follows() -> None:
    assert _types("Kettle UK left the port.") == {"Kettle UK": "Organization"}
    assert _types("The London UK office left.") == {"London": "Place", "United Kingdom": "State"}


def test_the_day_of_a_month_is_no_part_of_the_name_behind_it() -> None:
    assert _types("On the 3rd Otto Kern left Tamale.") == {"Otto Kern": "Person", "Tamale": "Place"}
    assert _types("They fired on the 3rd Lantern Brigade.") == {"3rd Lantern Brigade": "ArmedGroup"}


@pytest.mark.parametrize("text", ["It was Kenyan propaganda.", "He spread Kenyan propaganda."])
def test_propaganda_that_is_spread_is_nobody(text: str) -> None:
    assert _types(text) == {"Kenya": "State"}


def test_propaganda_that_claims_something_speaks() -> None:
    said = claims("Kenyan propaganda claims that it rained.")
    assert said == {("Kenyan propaganda", "asserts", "it rained")}


def test_a_coalition_led_by_a_state_is_none_of_the_bodies_named_before() -> None:
    said = claims("The EU met on Monday. The Kenya-led coalition denied the report.")
    assert said == {("Kenya-led coalition", "denies", "the report")}


@pytest.mark.parametrize(
    ("speaker", "label"),
    [
        ("The head of the newly formed group", "head of the newly formed group"),
        ("A Ghana-funded, Kenya-based and Togo-backed group", "Kenya-based and Togo-backed group"),
    ],
)
def test_a_label_is_cut_neither_at_an_adjective_nor_in_a_hyphenated_word(
    speaker: str, label: str
) -> None:
    assert claims(f"{speaker} said that it rained.") == {(label, "asserts", "it rained")}
