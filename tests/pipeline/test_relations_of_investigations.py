"""Who owns, heads, carries and attacks what, in the words investigations and digests use."""

from __future__ import annotations

import pytest

from ingest.nlp.findings import findings
from ingest.nlp.pipeline import load
from tests.reading import triples


@pytest.mark.parametrize(
    "text",
    [
        "Radio Liman has been in the hands of the Kovalchuk Group since 2018.",
        "Kovalchuk Group, a Cyprus company, holds 75 percent of Radio Liman.",
    ],
)
def test_what_is_in_hands_or_held_by_shares_is_owned(text: str) -> None:
    assert triples(text, "owns") == {("Kovalchuk Group", "owns", "Radio Liman")}


def test_a_persons_company_is_owned_by_the_person() -> None:
    text = "Oleg Stolyarov's company, Delta Media LLC, prints nothing."
    assert triples(text, "owns") == {("Oleg Stolyarov", "owns", "Delta Media LLC")}


@pytest.mark.parametrize(
    "text",
    [
        "Delta Media LLC, a Tallinn company, prints nothing.",
        "Delta Media LLC, a Tallinn-registered firm, prints nothing.",
    ],
)
def test_company_of_a_place_is_located_there(text: str) -> None:
    assert triples(text, "located_in") == {("Delta Media LLC", "located_in", "Tallinn")}


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of Serbia and Hungary, Goran Stanic and Laszlo Kerenyi, met in Subotica.",
        "The two presidents, Goran Stanic of Serbia and Laszlo Kerenyi of Hungary, met on Friday.",
    ],
)
def test_a_plural_office_is_shared_out_among_names(text: str) -> None:
    assert triples(text, "holds_office") == {
        ("Goran Stanic", "holds_office", "Serbia"),
        ("Laszlo Kerenyi", "holds_office", "Hungary"),
    }


def test_its_spokesman_with_a_long_rank_is_of_the_body_before() -> None:
    text = "The Defence Ministry of Belarus ran it; its spokesman, Major General Ivan Zhuk, spoke."
    assert triples(text, "holds_office") == {
        ("Ivan Zhuk", "holds_office", "Ministry of Defense of Belarus")
    }


def test_its_chairman_beside_a_name_is_not_of_the_subject() -> None:
    text = "The EU sanctioned Delta Media LLC and its chairman, Anton Savich."
    assert triples(text, "holds_office") == {("Anton Savich", "holds_office", "Delta Media LLC")}


def test_names_with_titles_act_together() -> None:
    text = (
        "NATO spokeswoman Freya Lindholm and EU commissioner Piet Maas took part in the Riga Forum."
    )
    assert triples(text, "participated_in") == {
        ("Freya Lindholm", "participated_in", "Riga Forum"),
        ("Piet Maas", "participated_in", "Riga Forum"),
    }


def test_adviser_to_a_person_is_affiliated_with_him() -> None:
    text = "Tiberiu Calin, an adviser to Grigore Vasluian, left."
    assert triples(text, "affiliated_with") == {
        ("Tiberiu Calin", "affiliated_with", "Grigore Vasluian")
    }


def test_verb_parsed_as_part_of_its_object_still_has_a_subject() -> None:
    text = "In 2014 Russia annexed Crimea, and in 2022 its army invaded Ukraine."
    assert ("Russia", "annexed", "Crimea") in triples(text, "annexed")


@pytest.mark.parametrize("dateline", ["KYIV—", "KYIV, Ukraine (AP) — ", "MOSCOW (Agency) - "])
def test_who_acts_stands_behind_the_dateline(dateline: str) -> None:
    text = f"{dateline}Russia struck a plant in Lviv."
    assert ("Russia", "attacked", "Lviv") in triples(text, "attacked")


def test_attack_near_a_place_is_an_attack_on_it() -> None:
    text = "Russian forces attacked near Robotyne."
    assert triples(text, "attacked") == {("Armed Forces of Russia", "attacked", "Robotyne")}


def test_purchase_of_a_states_goods_is_a_supply() -> None:
    text = "Algeria's purchase of Russian missiles worries Morocco."
    assert triples(text, "supplies") == {("Russia", "supplies", "Algeria")}


def test_two_states_at_war_are_those_named_before() -> None:
    text = "Sudan left the talks with Chad. The two states have been at war since April."
    assert triples(text, "at_war_with") == {("Sudan", "at_war_with", "Chad")}


def test_joining_sanctions_is_imposing_them() -> None:
    text = "Moldova joined the sanctions against Belarus."
    assert triples(text, "sanctions") == {("Moldova", "sanctions", "Belarus")}


@pytest.mark.parametrize(
    "text",
    [
        "Lev Sazonov told viewers of TV Don that the army had left.",
        "TV Don aired a video in which Lev Sazonov says that the army has left.",
        "In an interview with the newspaper TV Don, Mayor Lev Sazonov of Kharkiv called it a lie.",
    ],
)
def test_who_speaks_on_a_channel_is_quoted_by_it(text: str) -> None:
    assert triples(text, "quoted") == {("TV Don", "quoted", "Lev Sazonov")}


def test_speakers_without_a_name_are_not_quoted() -> None:
    assert triples("A retired general told TV Don that the army had left.", "quoted") == set()


def test_what_a_colon_explains_is_the_narrators() -> None:
    text = "Flight records suggest closer ties: Ivan Popko met Olena Marchuk in Minsk."
    relations = findings(load()(text)).relations
    assert [(r.type, r.modality, r.asserted_by) for r in relations] == [
        ("met_with", "asserted", None)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Pskov company, OOO Vektor, prints nothing.",
        "A Pskov studio called OOO Vektor drew the map.",
    ],
)
def test_place_before_a_company_noun_locates_the_company(text: str) -> None:
    assert triples(text, "located_in") == {("OOO Vektor", "located_in", "Pskov")}


@pytest.mark.parametrize("name", ["the bank Belveks", "the think tank Belveks", "Belveks LLC"])
def test_company_noun_or_legal_form_makes_a_name_a_body(name: str) -> None:
    found = findings(load()(f"The EU sanctioned {name} in May."))
    assert "Organization" in {e.type for e in found.entities.values() if "Belveks" in e.name}


def test_weapons_sent_to_a_state_are_supplied_and_not_deployed() -> None:
    text = "Hungary sent missiles to Ukraine."
    assert triples(text, "deployed_to") == set()
    assert triples(text, "supplies") == {("Hungary", "supplies", "Ukraine")}


def test_a_persons_show_on_a_channel_affiliates_him() -> None:
    text = "Andrei Kolchin's talk show on TV Don staged a debate."
    assert triples(text, "affiliated_with") == {("Andrei Kolchin", "affiliated_with", "TV Don")}


def test_adviser_to_a_president_serves_the_state() -> None:
    text = "Nenad Ilic, a former adviser to the Serbian president, drew the map."
    assert triples(text, "holds_office") == {("Nenad Ilic", "holds_office", "Serbia")}


@pytest.mark.parametrize(
    "text",
    [
        "Peter Szalai left for Ankara on Monday.",
        "Peter Szalai made a stopover in Ankara.",
        "On a working visit to Ankara, Peter Szalai was received by Omer Yildiz.",
    ],
)
def test_ways_of_being_on_a_visit(text: str) -> None:
    assert ("Peter Szalai", "visited", "Ankara") in triples(text, "visited")


def test_signatures_put_to_a_treaty_sign_it() -> None:
    text = "Goran Stanic and Ilham Rzayev put their signatures to the Baku Declaration."
    assert triples(text, "signed") == {
        ("Goran Stanic", "signed", "Baku Declaration"),
        ("Ilham Rzayev", "signed", "Baku Declaration"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "TV Don published a statement by Artem Dyomin.",
        "TV Don reposted a message by Artem Dyomin.",
        "TV Don gave the floor to Artem Dyomin.",
        "Journalists of TV Don spoke to Artem Dyomin.",
    ],
)
def test_ways_in_which_a_channel_carries_somebodys_words(text: str) -> None:
    assert triples(text, "quoted") == {("TV Don", "quoted", "Artem Dyomin")}


def test_head_of_the_company_heads_the_one_named_before() -> None:
    text = "Delta Media LLC prints nothing. The company's director is Anna Reznik."
    assert triples(text, "holds_office") == {("Anna Reznik", "holds_office", "Delta Media LLC")}


def test_second_subject_behind_a_title_meets_the_first() -> None:
    text = "Moldova's President, Ana Munteanu, and the EU's Marta Ruiz met in Munich."
    assert triples(text, "met_with") == {("Ana Munteanu", "met_with", "Marta Ruiz")}


def test_office_behind_whose_is_of_the_body_before() -> None:
    text = "Delta Media LLC, whose president Igor Melnyk sits in the Federation Council, closed."
    assert triples(text, "holds_office") == {("Igor Melnyk", "holds_office", "Delta Media LLC")}
    assert triples(text, "member_of") == {("Igor Melnyk", "member_of", "Federation Council")}


def test_what_an_office_moves_to_a_city_is_no_force() -> None:
    assert triples("The ministry closed its embassy and moved it to Lviv.", "deployed_to") == set()
