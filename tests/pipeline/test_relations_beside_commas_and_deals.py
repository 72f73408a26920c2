"""Who acts where a comma, a deal, a designation or a whole stands between trigger and name."""

from __future__ import annotations

import pytest

from tests.reading import triples

LIES, OFFICE = "located_in", "holds_office"


def test_a_description_between_commas_is_of_the_name_before_it_alone() -> None:
    text = "On Thursday, Kenya, Ghana's only ally, and Norway agreed."
    assert triples(text, "allied_with") == {("Ghana", "allied_with", "Kenya")}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("Kenya, at war with Ghana since May, agreed.", ("Ghana", "at_war_with", "Kenya")),
        ("Kenya, in talks with Ghana since May, agreed.", ("Ghana", "met_with", "Kenya")),
        ("Ada Quill, at a meeting with Otto Kern, agreed.", ("Ada Quill", "met_with", "Otto Kern")),
    ],
)
def test_in_what_state_a_name_is_told_between_commas(
    text: str, triple: tuple[str, str, str]
) -> None:
    assert triples(text, triple[1]) == {triple}


@pytest.mark.parametrize("verb", ["folded", "merged", "incorporated", "integrated"])
def test_what_is_merged_into_a_body_is_part_of_it(verb: str) -> None:
    text = f"The Copper Legion was {verb} into the Wagner Group."
    assert ("Copper Legion", "part_of", "Wagner Group") in triples(text)


def test_who_strikes_a_partnership_works_with_the_other() -> None:
    text = "Otto Kern struck a partnership with the Copper Legion."
    works = "cooperates_with"
    assert triples(text, works) == {("Copper Legion", works, "Otto Kern")}


def test_an_office_that_is_struck_is_not_where_the_army_sits() -> None:
    assert not triples("The Copper Legion struck an office in Accra.", LIES)


@pytest.mark.parametrize("verb", ["signed", "negotiated"])
def test_a_deal_to_supply_is_with_whom_it_supplies(verb: str) -> None:
    text = f"Kenya {verb} a deal with Ghana to provide mercenaries."
    assert triples(text, "supplies") == {("Kenya", "supplies", "Ghana")}
    text = "Kenya signed a deal with Ghana to supply grain to Norway."
    assert triples(text, "supplies") == {("Kenya", "supplies", "Norway")}


@pytest.mark.parametrize("plane", ["F-16", "Su-25", "MiG-29"])
def test_a_designation_alone_is_a_weapon(plane: str) -> None:
    text = f"A Kenyan jet was shot down by a Ghanaian {plane}."
    assert triples(text, "attacked") == {("Ghana", "attacked", "Kenya")}


def test_who_runs_the_parts_of_a_whole_runs_it() -> None:
    text = "It quotes the Reef Institute - a network of channels and platforms run by Otto Kern."
    assert ("Otto Kern", "runs", "Reef Institute") in triples(text)


@pytest.mark.parametrize("noun", ["Copper Legion", "Kenyan units"])
def test_forces_ordered_to_a_place_are_deployed_there(noun: str) -> None:
    text = f"Otto Kern ordered the {noun} to the capital Accra."
    assert {target for _, _, target in triples(text, "deployed_to")} == {"Accra"}


@pytest.mark.parametrize(
    "text",
    [
        "The Reef Institute (RIN) thinktank in Accra said so.",
        "The Reef Institute thinktank in Accra said so.",
    ],
)
def test_a_body_sits_where_the_noun_for_it_does(text: str) -> None:
    assert triples(text, LIES) == {("Reef Institute", LIES, "Accra")}


def test_a_plant_of_two_trades_lies_where_one_of_one_does() -> None:
    text = "It happened at the Norsk optical and mechanical plant in Kumasi."
    assert ("Norsk optical and mechanical plant", LIES, "Kumasi") in triples(text)


def test_a_blogger_with_an_audience_lives_where_another_does() -> None:
    text = "Otto Kern, an influencer from the town of Tamale with 2,000 followers, left."
    assert triples(text, LIES) == {("Otto Kern", LIES, "Tamale")}


@pytest.mark.parametrize(
    "text",
    [
        "Otto Kern got formal status as head of a new militia, the Copper Legion.",
        "Otto Kern is the head of a new paramilitary group, the Copper Legion.",
    ],
)
def test_an_office_is_of_the_body_that_explains_its_noun(text: str) -> None:
    assert triples(text, OFFICE) == {("Otto Kern", OFFICE, "Copper Legion")}


@pytest.mark.parametrize(
    "text",
    [
        "Otto Kern is head of a militia in Accra, Ghana.",
        "Otto Kern is head of the agency, Ghana said.",
    ],
)
def test_an_office_is_not_of_where_its_body_is_or_of_who_tells_it(text: str) -> None:
    assert not triples(text, OFFICE)


def test_an_institute_that_cites_a_channel_quotes_it() -> None:
    text = "CNN, Bloomberg, and the Reef Institute all cite Rybar."
    assert ("Reef Institute", "quoted", "Rybar") in triples(text)


def test_unnamed_analysts_quote_nobody() -> None:
    text = "Western analysts cite the channel Rybar."
    assert not triples(text, "quoted")
