"""Who takes, holds, attacks and defends what, in the words that reports of war use."""

from __future__ import annotations

import pytest

from tests.reading import triples

KENYA, GHANA = "Armed Forces of Kenya", "Armed Forces of Ghana"


@pytest.mark.parametrize(
    "text",
    [
        "Tamale fell into Kenyan hands.",
        "Tamale, now in Kenyan hands, has no water.",
        "Tamale remains in the grip of Kenya.",
        "Tamale, under Kenyan control since May, is quiet.",
        "Kenya wrested Tamale from Ghana.",
        "Ghana lost control of Tamale to Kenya.",
        "Kenya drove Ghanaian forces out of Tamale.",
        "Now in Kenyan hands, Tamale is quiet.",
        "It was Kenya that captured Tamale.",
        "Kenya took the Black Sea port of Tamale.",
    ],
)
def test_a_town_changes_hands_in_many_words(text: str) -> None:
    assert triples(text, "captured") == {("Kenya", "captured", "Tamale")}


def test_towns_taken_one_after_the_other_are_all_taken() -> None:
    assert triples("Kenya captured Tamale, then Kumasi, then Bawku.", "captured") == {
        ("Kenya", "captured", town) for town in ("Tamale", "Kumasi", "Bawku")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill is in Kenyan custody.",
        "Ada Quill, held in Kenyan captivity since May, has written home.",
        "Ada Quill was picked up by Kenya.",
        "Kenya nabbed Ada Quill in Accra.",
    ],
)
def test_whoever_holds_a_person_has_captured_them(text: str) -> None:
    assert triples(text, "captured") == {("Kenya", "captured", "Ada Quill")}


@pytest.mark.parametrize(
    "text",
    [
        "The decision is in Kenyan hands.",
        "Kenya cleared Ada Quill of wrongdoing.",
        "Kenya holds Ada Quill in high esteem.",
        "Kenya raised the flag of Ghana in Accra.",
        "Ghana expelled the envoy from Accra.",
        "Kenya seized the moment in Accra.",
    ],
)
def test_nothing_is_captured_by_figures_of_speech(text: str) -> None:
    assert not triples(text, "captured")


def test_an_armed_organization_fights_like_an_army() -> None:
    assert triples("Boko Haram fought Kenyan forces near Tamale.", "fought_at") == {
        ("Boko Haram", "fought_at", "Tamale"),
        (KENYA, "fought_at", "Tamale"),
    }
    text = "The rebel group Reef Front said so. The Reef Front defended Tamale."
    assert ("Reef Front", "fought_at", "Tamale") in triples(text, "fought_at")


@pytest.mark.parametrize(
    "text",
    [
        "Fighters from Boko Haram captured Tamale.",
        "Tamale was captured by fighters from Boko Haram.",
    ],
)
def test_fighters_act_for_whom_they_come_from(text: str) -> None:
    assert triples(text, "captured") == {("Boko Haram", "captured", "Tamale")}


def test_soldiers_moved_from_a_land_are_not_its_own() -> None:
    text = "Kenya moved troops from Ghana to Togo."
    assert triples(text, "deployed_to") == {("Kenya", "deployed_to", "Togo")}


def test_leaders_of_an_armed_organization_travel_without_its_fighters() -> None:
    assert not triples("Boko Haram came to Accra for talks.", "deployed_to")
    assert triples("Boko Haram fighters came to Accra.", "deployed_to") == {
        ("Boko Haram", "deployed_to", "Accra")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill fought in the battle of Tamale.",
        "Ada Quill was killed in the battle for Tamale.",
        "Ada Quill, a veteran of the siege of Tamale, agreed.",
        "Ada Quill took part in the defence of Tamale.",
    ],
)
def test_who_takes_part_in_a_battle_fought_where_it_was(text: str) -> None:
    assert triples(text, "fought_at") == {("Ada Quill", "fought_at", "Tamale")}


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan and Ghanaian soldiers exchanged fire near Tamale.",
        "Kenyan and Ghanaian soldiers came to blows near Tamale.",
        "Kenyan and Ghanaian infantry are fighting near Tamale.",
    ],
)
def test_both_peoples_before_one_word_for_soldiers_fight(text: str) -> None:
    assert triples(text, "fought_at") == {
        ("Armed Forces of Kenya", "fought_at", "Tamale"),
        (GHANA, "fought_at", "Tamale"),
    }


def test_a_clash_with_somebody_is_fought_by_them_too() -> None:
    text = "Three Kenyan soldiers were killed in clashes with Boko Haram fighters near Tamale."
    assert ("Boko Haram", "fought_at", "Tamale") in triples(text, "fought_at")


def test_battles_listed_with_their_years_are_all_fought() -> None:
    text = "Ada Quill fought at Tamale in 2014 and at Kumasi in 2015."
    assert triples(text, "fought_at") == {
        ("Ada Quill", "fought_at", "Tamale"),
        ("Ada Quill", "fought_at", "Kumasi"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer Ada Quill fought for justice in Tamale.",
        "Kenya fought corruption in Tamale.",
        "Kenya defeated Ghana in Tamale.",
    ],
)
def test_causes_and_matches_are_no_battles(text: str) -> None:
    assert not triples(text, "fought_at")


@pytest.mark.parametrize(
    "text",
    [
        "The attack on Tamale by Kenya went on.",
        "Strikes on Tamale were blamed on Kenya.",
        "Ghana accused Kenya of an attack on Tamale.",
        "The strike, carried out by Kenya, hit Tamale.",
        "An attack on Tamale blamed on Kenya killed ten people.",
        "Ten people died in Tamale in a Kenyan strike.",
        "Kenya used drones against Tamale.",
        "Kenyan gunmen shot dead five people in Tamale.",
        "Kenyan gunmen set fire to houses in Tamale.",
        "The massacre of villagers by Kenyan gunmen in Tamale was condemned.",
    ],
)
def test_attacks_are_told_by_weapons_fires_and_victims(text: str) -> None:
    assert triples(text, "attacked") == {("Kenya", "attacked", "Tamale")}


def test_a_convoy_is_attacked_with_whose_it_is_and_where() -> None:
    assert triples("Kenya attacked a Ghanaian convoy near Tamale.", "attacked") == {
        ("Kenya", "attacked", "Ghana"),
        ("Kenya", "attacked", "Tamale"),
    }


def test_a_capital_that_attacks_is_the_state_and_one_attacked_the_city() -> None:
    text = "Moscow's strikes on Tamale went on. Kenyan strikes on Moscow did too."
    assert triples(text, "attacked") == {
        ("Russia", "attacked", "Tamale"),
        ("Kenya", "attacked", "Moscow"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan gunmen patrol the streets of Tamale.",
        "Kenyan gunmen patrol Tamale, a fact that worries Ghana.",
        "Kenya flew 200 soldiers to Tamale.",
        "The Kenyan garrison in Tamale was doubled.",
        "Kenya's withdrawal from Tamale began.",
        "A Kenyan frigate sailed to Tamale.",
    ],
)
def test_forces_are_where_they_are_sent_based_or_seen(text: str) -> None:
    assert triples(text, "deployed_to") == {("Kenya", "deployed_to", "Tamale")}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya moved its embassy to Tamale.",
        "Kenya withdrew from the talks in Tamale.",
        "The Kenyan customer base in Tamale is small.",
        "A Kenyan tanker sailed to Tamale.",
        "The Kenyan facility in Tamale makes tyres.",
        "The arrival of the Kenyan delegation in Tamale was confirmed.",
        "Kenya ordered 800 troops on higher alert for deployment to Tamale.",
    ],
)
def test_embassies_talks_and_tankers_are_no_deployment(text: str) -> None:
    assert not triples(text, "deployed_to")


def test_a_side_that_tells_of_a_deployment_is_not_where_it_went() -> None:
    text = "According to the Kenyan side, the Ghanaian army is redeploying to attack in a new area."
    assert triples(text, "deployed_to") == set()


def test_who_carries_a_shell_attacks_nothing() -> None:
    text = "A Kenyan soldier carries a shell near Tamale in the Volta region, Ghana."
    assert triples(text, "attacked") == set()
    assert ("Volta region", "located_in", "Ghana") in triples(text)


def test_the_city_is_no_region() -> None:
    text = "Troops took Tamale in the Volta Region. Kenyan forces advanced into the city."
    assert ("Armed Forces of Kenya", "deployed_to", "Tamale") in triples(text)


def test_whose_car_or_house_is_hit_is_attacked() -> None:
    for hit in ("targeted the car of Otto Kern", "struck Otto Kern's house"):
        text = f"Kenyan forces {hit}."
        assert triples(text) == {("Armed Forces of Kenya", "attacked", "Otto Kern")}


def test_who_backs_a_states_militias_backs_them_and_not_the_state() -> None:
    text = "Kenyan-backed Ghanaian militias attacked Togolese forces."
    assert triples(text, "supports") == {("Kenya", "supports", "Ghanaian militias")}
    one = "They spoke of the Kenyan-backed Ghanaian militia attack in Togo."
    assert triples(one, "supports") == set()


def test_who_directs_fighters_to_do_something_heads_nobody() -> None:
    text = "Ada Quill went to Tamale to direct Ghanaian militias to stop attacks."
    assert triples(text, "holds_office") == set()
