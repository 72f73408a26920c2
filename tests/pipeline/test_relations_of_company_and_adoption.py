"""Who else acts: companions, who adopts what is adopted, and all whom a plural office names."""

from __future__ import annotations

import pytest

from tests.reading import triples

OFFICE, SEEN = "holds_office", "visited"


@pytest.mark.parametrize(
    "text",
    [
        "The adoption by Ghana of sanctions against Kenya was quick.",
        "The adoption by Ghana of a new package of sanctions against Kenya was quick.",
        "He welcomed Ghana's adoption of sanctions against Kenya.",
    ],
)
def test_who_adopts_sanctions_imposes_them(text: str) -> None:
    assert triples(text, "sanctions") == {("Ghana", "sanctions", "Kenya")}


@pytest.mark.parametrize(
    "text",
    [
        "Otto Kern, accompanied by Ada Quill, visited Ghana.",
        "Otto Kern, who travelled with Ada Quill to Ghana, agreed.",
        "Otto Kern accompanied Ada Quill to Ghana.",
    ],
)
def test_companions_go_where_the_journey_goes(text: str) -> None:
    assert triples(text, SEEN) == {("Otto Kern", SEEN, "Ghana"), ("Ada Quill", SEEN, "Ghana")}


def test_what_somebody_carries_goes_nowhere() -> None:
    text = "Otto Kern travelled with a letter to Ghana."
    assert triples(text, SEEN) == {("Otto Kern", SEEN, "Ghana")}


@pytest.mark.parametrize(
    "text",
    [
        "Documents identify Ada Quill and Otto Kern as the directors of Sable Bank.",
        "Ada Quill and Otto Kern are directors of Sable Bank.",
        "Ada Quill and Otto Kern were named as directors of Sable Bank.",
    ],
)
def test_a_plural_office_is_of_all_it_is_said_of(text: str) -> None:
    people = {"Ada Quill", "Otto Kern"}
    assert triples(text, OFFICE) == {(person, OFFICE, "Sable Bank") for person in people}


@pytest.mark.parametrize("verb", ["identified", "described", "introduced"])
def test_who_is_told_to_be_an_officer_is_one(verb: str) -> None:
    text = f"Otto Kern was {verb} as the head of the Copper Legion."
    assert triples(text, OFFICE) == {("Otto Kern", OFFICE, "Copper Legion")}


def test_shares_divided_between_people_are_theirs() -> None:
    text = "A portion of the shares of Sable Bank were divided between Ada Quill and Otto Kern."
    owners = {"Ada Quill", "Otto Kern"}
    assert triples(text, "owns") == {(owner, "owns", "Sable Bank") for owner in owners}


def test_a_single_description_is_of_one_of_a_list() -> None:
    text = "Kenya, a stalwart ally of Ghana, and Norway left."
    assert triples(text, "allied_with") == {("Ghana", "allied_with", "Kenya")}


def test_it_is_not_in_what_describes_it() -> None:
    text = "Founded by Otto Kern, a former employee of the Reef Institute, it publishes reports."
    assert not triples(text, "runs")
    text = f"The channel Rybar is known. {text}"
    assert triples(text, "runs") == {("Otto Kern", "runs", "Rybar")}


def test_poison_gas_used_at_a_place_attacks_it() -> None:
    text = "The Kenyan army used chlorine gas in Tamale."
    assert triples(text, "attacked") == {("Armed Forces of Kenya", "attacked", "Tamale")}


def test_the_first_half_of_a_hyphened_word_is_no_attack() -> None:
    assert not triples("The Kremlin has unleashed its attack-dogs against Ukraine.", "attacked")


def test_two_with_titles_meet_whom_they_meet() -> None:
    text = (
        "President Quill's special adviser for the coast Otto Kern and Commander of the Copper "
        "Legion (CL) General Marta Berg met today with President of Ghana Lev Lantz."
    )
    people = {name for s, _, t in triples(text, "met_with") for name in (s, t)}
    assert people == {"Otto Kern", "Marta Berg", "Lev Lantz"}
    assert ("Marta Berg", OFFICE, "Copper Legion") in triples(text)


def test_a_colleague_is_of_the_state_of_who_speaks() -> None:
    text = (
        "Kenyan Foreign Minister Ada Quill left. "
        '"I discussed it with my colleague, the Minister for Trade Otto Kern," Ms Quill said.'
    )
    assert ("Otto Kern", OFFICE, "Kenya") in triples(text)


def test_who_runs_the_sites_of_a_group_runs_the_group() -> None:
    text = "It quotes the Wagner group - a web of channels and affiliated sites run by Otto Kern."
    assert ("Otto Kern", "runs", "Wagner Group") in triples(text)
