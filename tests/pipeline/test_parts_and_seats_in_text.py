"""Which body is part of which, who is in which bloc, where bodies sit: each test is a claim."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Lab at the University of Tamale published it.",
        "Researchers at the Harbour Lab at the University of Tamale published it.",
    ],
)
def test_a_laboratory_at_a_university_is_part_of_it(text: str) -> None:
    found = triples(text, "part_of")
    assert found == {("Harbour Lab", "part_of", "University of Tamale")}


def test_a_body_that_only_meets_at_another_is_no_part_of_it() -> None:
    assert triples("NATO at the University of Tamale held a seminar.", "part_of") == set()


def test_a_numbered_unit_behind_its_services_letters_is_part_of_it() -> None:
    assert triples("GRU Unit 74455 broke in.", "part_of") == {("Unit 74455", "part_of", "GRU")}


@pytest.mark.parametrize(
    "text",
    [
        "Europol, the EU's police agency, left.",
        "The EU's police agency, Europol, left.",
        "The EU police agency, Europol, left.",
    ],
)
def test_an_agency_of_a_union_of_states_is_part_of_it(text: str) -> None:
    assert triples(text, "part_of") == {("Europol", "part_of", "European Union")}


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan security service, the Harbour Agency, left.",
        "Kenya's security service, the Harbour Agency, left.",
    ],
)
def test_a_service_named_behind_what_it_is_belongs_to_its_state(text: str) -> None:
    assert triples(text, "part_of") == {("Harbour Agency", "part_of", "Kenya")}


@pytest.mark.parametrize(
    "text",
    [
        "The EU's rival, NATO, left.",
        "The UN, the World Bank, and NATO left.",
        "The Kenyan army, the Harbour Agency, and the police left.",
    ],
)
def test_names_in_a_list_are_no_part_of_one_another(text: str) -> None:
    assert triples(text, "part_of") == set()


@pytest.mark.parametrize(
    "text",
    [
        "ASEAN countries including Laos and Malaysia agreed.",
        "Laos is chair of ASEAN and Malaysia, a member of ASEAN, agreed.",
        "Laos holds the ASEAN presidency. Malaysia is a member of ASEAN.",
    ],
)
def test_a_state_is_in_the_bloc_whose_country_or_chair_it_is(text: str) -> None:
    assert {a for a, _, b in triples(text, "member_of") if b == "ASEAN"} == {"Laos", "Malaysia"}


def test_candidates_and_the_countries_outside_are_no_members() -> None:
    text = "EU candidate countries such as Serbia and non-EU countries such as Norway agreed."
    assert triples(text, "member_of") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Sable Systems, whose headquarters are in Ghana, agreed.",
        "Sable Systems has its headquarters in Ghana.",
        "Sable Systems has offices in Ghana.",
    ],
)
def test_where_a_body_has_its_headquarters_or_offices_it_is(text: str) -> None:
    assert triples(text, "located_in") == {("Sable Systems", "located_in", "Ghana")}


@pytest.mark.parametrize(
    "text",
    ["The German newspaper Der Spiegel left.", "Der Spiegel, a German newspaper, left."],
)
def test_a_newspaper_is_at_home_in_the_state_whose_newspaper_it_is(text: str) -> None:
    assert triples(text, "located_in") == {("Der Spiegel", "located_in", "Germany")}


def test_a_channel_about_a_state_has_no_home_by_it() -> None:
    assert triples("Russian Telegram channel Rybar denied it.", "located_in") == set()


def test_a_state_lies_in_the_region_it_is_called_a_country_in() -> None:
    found = triples("Mali, a country in West Africa, agreed.", "located_in")
    assert found == {("Mali", "located_in", "West Africa")}
    assert triples("Russia, in the Black Sea, lost a ship.", "located_in") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Sable Systems is a company. The Gulu, Uganda-based company Sable Systems agreed.",
        "Gulu, Uganda-based Sable Systems agreed.",
    ],
)
def test_a_company_sits_in_the_city_and_the_state_it_is_based_in(text: str) -> None:
    assert {("Sable Systems", "located_in", "Uganda")} <= triples(text, "located_in")


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ("Sevastopol, on the Crimean peninsula, was hit.", "Crimea"),
        ("The Russian border region of Belgorod was hit.", "Russia"),
        ("The Ukrainian garrison town Pokrovsk was hit.", "Ukraine"),
    ],
)
def test_nouns_beside_a_kind_of_place_change_nothing(text: str, outer: str) -> None:
    assert {b for _, _, b in triples(text, "located_in")} == {outer}


def test_an_army_that_leaves_a_town_says_nothing_of_where_it_lies() -> None:
    assert triples("The Ukrainian army left Pokrovsk.", "located_in") == set()


def test_somebody_is_where_he_is_based() -> None:
    found = triples("Marta Quill, a London-based analyst, agreed.", "located_in")
    assert found == {("Marta Quill", "located_in", "London")}


@pytest.mark.parametrize(
    "text",
    [
        "Peter Mwangi and wife Marta Quill left.",
        "Peter Mwangi, a nephew of President Marta Quill, left.",
        "Peter Mwangi, the husband of MP Marta Quill, left.",
    ],
)
def test_kin_is_told_by_a_bare_noun_and_past_a_title(text: str) -> None:
    assert len(triples(text, "family_of")) == 1


def test_people_only_named_together_are_no_family() -> None:
    assert triples("Peter Mwangi and analyst Marta Quill left.", "family_of") == set()


@pytest.mark.parametrize("aside", ["formerly of the", "now with the", "previously at the"])
def test_an_adverb_of_time_before_the_link_changes_nothing(aside: str) -> None:
    found = triples(f"Marta Quill, {aside} Reef Institute, left.", "affiliated_with")
    assert found == {("Marta Quill", "affiliated_with", "Reef Institute")}


def test_a_wife_is_nobody_with_a_name_of_men() -> None:
    listed = "They name Peter Mwangi and his wife, Vladimir Popko, and Vladimir Aldren."
    assert triples(listed, "family_of") == set()
    found = triples("They name Peter Mwangi and his wife, Olena Mwangi.", "family_of")
    assert len(found) == 1


def test_who_is_linked_with_accounts_on_a_platform_is_not_linked_with_the_platform() -> None:
    assert triples("Gazprom-linked Twitter accounts left.", "affiliated_with") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Tamale is a town in Ghana.",
        "Tamale is Ghana's third-largest city.",
        "Clashes in Tamale, in the south of Ghana, went on.",
    ],
)
def test_a_town_is_where_it_is_said_to_be_one(text: str) -> None:
    assert ("Tamale", "located_in", "Ghana") in triples(text, "located_in")


def test_a_port_lies_at_a_sea_and_not_in_it() -> None:
    assert triples("The Black Sea port of Tamale was hit.", "located_in") == set()


def test_whatever_is_based_somewhere_is_there() -> None:
    found = triples("The Reef Institute, a Kenya-based war monitor, left.", "located_in")
    assert found == {("Reef Institute", "located_in", "Kenya")}


@pytest.mark.parametrize(
    "text",
    [
        "Romeo Lantz, a blogger from the city of Kisumu, left.",
        "Romeo Lantz, a resident of Kisumu, left.",
    ],
)
def test_a_person_is_of_the_town_he_is_said_to_come_from(text: str) -> None:
    assert triples(text, "located_in") == {("Romeo Lantz", "located_in", "Kisumu")}


def test_a_lawmaker_from_a_town_sits_for_it_and_need_not_live_there() -> None:
    assert triples("Oleg Lantz, a lawmaker from Kisumu, left.", "located_in") == set()


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The Reef Institute, a think tank with close ties to Kenya, left.", "Kenya"),
        ("The Reef Institute acts on behalf of Kenya.", "Kenya"),
        (
            "The Reef Institute, a group linked to Kenya's intelligence service, left.",
            "Intelligence Service of Kenya",
        ),
    ],
)
def test_a_body_with_ties_to_a_state_or_at_its_service_is_affiliated(text: str, whose: str) -> None:
    assert triples(text, "affiliated_with") == {("Reef Institute", "affiliated_with", whose)}


def test_arm_of_a_channel_abroad_is_part_of_it() -> None:
    text = "RT France, the French arm of the Russian broadcaster RT, was closed."
    assert triples(text, "part_of") == {("RT France", "part_of", "RT")}


def test_a_states_own_news_agency_is_its() -> None:
    text = "Kenya's state news agency Sable News reported it."
    assert triples(text, "affiliated_with") == {("Sable News", "affiliated_with", "Kenya")}


def test_an_outlet_that_a_state_controls_was_not_captured() -> None:
    text = "The Kenya-controlled outlet Sable News reported it."
    assert triples(text, "captured") == set()


@pytest.mark.parametrize("kind", ["think-tank", "think tank", "foundation"])
def test_city_before_what_a_body_is_called_is_where_it_sits(kind: str) -> None:
    text = f"The Tallinn {kind} Reef Institute published it."
    assert triples(text, "located_in") == {("Reef Institute", "located_in", "Tallinn")}
