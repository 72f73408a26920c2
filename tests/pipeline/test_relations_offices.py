"""Offices and affiliations: each test is a claim about English, on a sentence made up for it."""

from __future__ import annotations

import pytest

from tests.reading import only, triples


def test_a_president_without_a_country_is_president_of_the_state_he_is_known_to_have_led() -> None:
    text = "Poland sent a letter. President Andrzej Duda spoke on Friday."
    assert triples(text, "holds_office") == {("Andrzej Duda", "holds_office", "Poland")}


def test_no_state_is_named_that_the_document_does_not_speak_of() -> None:
    assert triples("President Andrzej Duda spoke on Friday.", "holds_office") == set()


def test_a_known_name_without_a_title_holds_no_office() -> None:
    assert triples("Poland sent a letter. Andrzej Duda spoke.", "holds_office") == set()


def test_a_title_in_the_plural_belongs_to_every_name_of_its_list() -> None:
    text = "Former Kenyan presidents Peter Mwangi and John Otieno spoke."
    found = triples(text, "holds_office")
    assert found == {(name, "holds_office", "Kenya") for name in ("Peter Mwangi", "John Otieno")}


def test_a_title_in_the_plural_is_written_in_the_singular() -> None:
    text = "Kenyan ministers Peter Mwangi and John Otieno left. Peter Mwangi returned."
    assert triples(text, "holds_office")
    assert only("Kenyan presidents Peter Mwangi met nobody.", "holds_office").attributes == {
        "title": "president"
    }


def test_who_was_in_power_held_the_office_of_the_state_spoken_of() -> None:
    text = "Emmanuel Macron visited Kenya in 2001, when Peter Mwangi was in power."
    assert triples(text, "holds_office") == {("Peter Mwangi", "holds_office", "Kenya")}
    assert only(text, "holds_office").attributes == {}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya changed under the rule of Peter Mwangi.",
        "The regime under Peter Mwangi in Kenya is old.",
    ],
)
def test_under_whose_rule_a_state_is_holds_its_office(text: str) -> None:
    assert triples(text, "holds_office") == {("Peter Mwangi", "holds_office", "Kenya")}


def test_a_member_of_a_parliament_holds_an_office_and_a_member_of_a_gang_does_not() -> None:
    member = "Kenyan parliament member Peter Mwangi spoke."
    assert triples(member, "holds_office") == {("Peter Mwangi", "holds_office", "Kenya")}
    assert triples("Kenyan gang member Peter Mwangi spoke.", "holds_office") == set()


def test_the_president_of_a_body_named_after_a_state_is_no_president_of_the_state() -> None:
    text = "Peter Mwangi, president of the Kenya Paralympic committee, spoke."
    assert triples(text, "holds_office") == set()


def test_a_spokesman_of_a_person_is_affiliated_with_that_person() -> None:
    text = "Emmanuel Macron's spokesman Peter Mwangi declined to comment."
    assert triples(text, "affiliated_with") == {
        ("Peter Mwangi", "affiliated_with", "Emmanuel Macron")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Peter Mwangi, of the World Bank, spoke.",
        "Peter Mwangi of the World Bank spoke.",
        "Peter Mwangi (World Bank) spoke.",
        "Peter Mwangi, from the World Bank, spoke.",
        "Peter Mwangi works for the World Bank.",
    ],
)
def test_people_belong_to_the_body_named_beside_them(text: str) -> None:
    assert triples(text, "affiliated_with") == {("Peter Mwangi", "affiliated_with", "World Bank")}


def test_telling_something_at_a_body_makes_nobody_belong_to_it() -> None:
    text = "The paper met Peter Mwangi at the World Bank."
    assert triples(text, "affiliated_with", "holds_office") == set()


def test_an_office_without_a_name_is_whoever_the_text_gave_it() -> None:
    text = "Kenyan President Peter Mwangi spoke. Later the Kenyan president visited Ghana."
    assert triples(text, "visited") == {("Peter Mwangi", "visited", "Ghana")}


def test_a_former_president_is_not_the_president() -> None:
    text = "Former Kenyan President Peter Mwangi spoke. Later the Kenyan president visited Ghana."
    assert triples(text, "visited") == set()


def test_a_title_takes_the_only_state_whose_holder_the_text_speaks_of() -> None:
    text = "The Kenyan prime minister will travel. Prime Minister Peter Mwangi packed."
    assert triples(text, "holds_office") == {("Peter Mwangi", "holds_office", "Kenya")}


def test_a_parliament_appoints_the_prime_minister_of_its_state() -> None:
    text = "Kenya's parliament appointed Peter Mwangi prime minister."
    assert triples(text, "holds_office") == {("Peter Mwangi", "holds_office", "Kenya")}


def test_the_office_of_a_state_stands_for_the_state() -> None:
    text = "The chief of Kenya's presidential office, Peter Mwangi, denied it."
    assert triples(text, "holds_office") == {("Peter Mwangi", "holds_office", "Kenya")}


def test_state_with_a_president_has_no_second_one() -> None:
    text = "President of Kenya Ada Quill ordered it. President Otto Kern has expressed his wish."
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Kenya")}


def test_special_envoy_holds_an_office_of_who_sends_him() -> None:
    for text, sender in (
        ("Ada Quill, Kenya's special envoy to Sudan, left.", "Kenya"),
        ("Ada Quill, Kenya's former envoy to Sudan, left.", "Kenya"),
        ("Ada Quill, the UN special envoy for Sudan, left.", "United Nations"),
    ):
        assert triples(text, "holds_office") == {("Ada Quill", "holds_office", sender)}


def test_office_in_a_committee_of_a_body_before_a_name_is_of_the_body() -> None:
    text = "The spokeswoman of the State Duma's defence committee, Ada Quill, said so."
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "State Duma")}


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Kenya's popular President Otto Kern left.", "President"),
        ("Kenya's former leftist President Otto Kern left.", "former President"),
        ("The Kenyan leftist President Otto Kern left.", "President"),
    ],
)
def test_an_adjective_may_stand_between_a_state_and_its_office(words: str, title: str) -> None:
    office = only(words, "holds_office")
    assert office.attributes["title"] == title


def test_a_people_before_a_cause_leads_no_state() -> None:
    assert triples("A Kenyan fascist leader, Otto Kern, left.", "holds_office") == set()


def test_an_office_that_opens_a_sentence_needs_no_second_comma() -> None:
    text = "The head of the Lantern Union, Otto Kern said on Sunday that it fell."
    assert triples(text, "holds_office") == {("Otto Kern", "holds_office", "Lantern Union")}
    text = "The day after the talks with the head of the Lantern Union, Otto Kern said it fell."
    assert triples(text, "holds_office") == set()


def test_who_speaks_for_a_president_serves_the_state() -> None:
    text = "Otto Kern, spokesman of the president of Kenya, left."
    assert triples(text, "holds_office") == {("Otto Kern", "holds_office", "Kenya")}
