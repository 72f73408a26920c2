"""Whom the arguments of a relation stand for: each test is a claim about English."""

from __future__ import annotations

import pytest

from tests.reading import only, triples


def test_it_takes_up_the_subject_of_the_sentence_around_it() -> None:
    text = "Finland angered its neighbour when it joined NATO."
    assert triples(text, "member_of") == {("Finland", "member_of", "NATO")}


def test_its_takes_up_the_actor_named_last_where_the_subject_does_not_act() -> None:
    text = "The council discussed pressure on Kenya over its war against Ghana."
    assert triples(text, "at_war_with") == {("Ghana", "at_war_with", "Kenya")}


def test_they_takes_up_several_before_one_who_speaks() -> None:
    both = {(state, "member_of", "NATO") for state in ("Kenya", "Ghana")}
    assert triples("Kenya and Ghana said they had joined NATO.", "member_of") == both
    text = "Kenya and Ghana voted. They have joined NATO, Norway said."
    assert triples(text, "member_of") == both
    assert triples("Kenya said they had joined NATO.", "member_of") == {
        ("Kenya", "member_of", "NATO")
    }
    assert triples("Kenya left when they had joined NATO.", "member_of") == set()


def test_a_pronoun_in_an_opening_phrase_waits_for_the_subject() -> None:
    text = "Olaf Scholz left. In his meeting with Joe Biden, Emmanuel Macron smiled."
    assert triples(text, "met_with") == {("Emmanuel Macron", "met_with", "Joe Biden")}


def test_the_alliance_is_the_one_named_last() -> None:
    text = "NATO held a summit. Finland joined the alliance."
    assert triples(text, "member_of") == {("Finland", "member_of", "NATO")}


@pytest.mark.parametrize(
    "text",
    [
        "Poland shelled villages in the Opole region.",
        "Poland struck critical infrastructure in the eastern Opole region.",
        "Polish missiles hit a hospital in the Opole region.",
        "A power plant in the Opole region was hit by Polish strikes.",
        "Poland launched drones at homes and schools in the Opole region.",
    ],
)
def test_what_hits_something_at_a_place_hits_the_place(text: str) -> None:
    assert triples(text, "attacked") == {("Poland", "attacked", "Opole region")}


def test_a_state_is_struck_where_its_bases_are() -> None:
    assert triples("Kenya struck Ghana's air bases.", "attacked") == {
        ("Kenya", "attacked", "Ghana")
    }


def test_a_leaders_forces_are_the_forces_of_the_state() -> None:
    text = "France is large. Macron's troops invaded Kenya."
    assert triples(text, "attacked") == {("France", "attacked", "Kenya")}


def test_a_leaders_administration_acts_for_the_state() -> None:
    text = "The United States is large. The Biden administration sent tanks to Kenya."
    assert triples(text, "supplies") == {("United States", "supplies", "Kenya")}


def test_examples_stand_for_the_plural_they_illustrate() -> None:
    text = "Kenya sanctioned companies including Gazprom and Rosneft."
    assert triples(text, "sanctions") == {
        ("Kenya", "sanctions", name) for name in ("Gazprom", "Rosneft")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Poland announced $300 million in assistance for Ukraine.",
        "Poland committed 25 billion euros worth of aid to Ukraine.",
        "Poland approved a package of military aid for Ukraine.",
        "Polish military aid to Ukraine continues.",
    ],
)
def test_sums_and_packages_pass_on_what_is_supplied_and_to_whom(text: str) -> None:
    assert triples(text, "supplies") == {("Poland", "supplies", "Ukraine")}
    assert only(text, "supplies").attributes == {"what": "aid"}


def test_which_the_two_countries_signed_is_signed_by_the_two_last_named() -> None:
    text = "Kenya and Ghana discussed the Fair Trade Agreement, which the two countries signed."
    assert triples(text, "signed") == {
        (state, "signed", "Fair Trade Agreement") for state in ("Kenya", "Ghana")
    }


def test_a_read_out_headed_by_one_party_has_the_other_as_its_first_subject() -> None:
    text = (
        "Telephone conversation with President of Kenya Peter Mwangi\n\n"
        "Emmanuel Macron congratulated Peter Mwangi on the holiday."
    )
    assert triples(text, "met_with") == {("Emmanuel Macron", "met_with", "Peter Mwangi")}


def test_warning_somebody_during_a_call_is_a_call() -> None:
    text = "Emmanuel Macron warned Joe Biden during a phone call."
    assert only(text, "met_with").attributes == {"medium": "call"}


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Brzeg, a town in the southern Opole region.",
        "Shells fell on Brzeg, in the hard-hit southern Opole region.",
        "Shells fell on Brzeg (Opole region).",
    ],
)
def test_a_place_lies_where_the_words_after_its_name_say(text: str) -> None:
    assert triples(text, "located_in") == {("Brzeg", "located_in", "Opole region")}


def test_a_channel_close_to_somebody_is_affiliated_with_them() -> None:
    text = "The Kenyan army denied it. Rybar, which is close to the Kenyan army, agreed."
    assert ("Rybar", "affiliated_with", "Armed Forces of Kenya") in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "Russia is waging war against Ukraine.",
        "Ukraine is at war with Russia.",
        "The Russo-Ukrainian war drags on.",
        "Russia's war in Ukraine drags on.",
    ],
)
def test_one_war_in_many_constructions(text: str) -> None:
    assert triples(text, "at_war_with") == {("Russia", "at_war_with", "Ukraine")}


@pytest.mark.parametrize(
    "text",
    [
        "Brzeg has been under Ghanaian occupation since May.",
        "Shells hit the Ghanaian-occupied city of Brzeg.",
        "The town of Brzeg fell to Ghana in May.",
        "Ghana took control of Brzeg.",
    ],
)
def test_a_place_is_captured_where_somebody_else_holds_it(text: str) -> None:
    assert ("Ghana", "captured", "Brzeg") in triples(text)


def test_what_is_under_sanctions_or_attack_undergoes_them() -> None:
    assert triples("Rosneft is under Kenyan sanctions.", "sanctions") == {
        ("Kenya", "sanctions", "Rosneft")
    }
    assert triples("Accra came under Kenyan missile attack.", "attacked") == {
        ("Kenya", "attacked", "Accra")
    }


def test_the_name_before_bought_goods_is_who_sells_them() -> None:
    assert triples("Ghana buys Kenyan gas.", "supplies") == {("Kenya", "supplies", "Ghana")}


def test_who_comes_for_talks_has_them() -> None:
    text = "Emmanuel Macron arrived in Accra for talks with Peter Mwangi."
    assert triples(text, "met_with") == {("Emmanuel Macron", "met_with", "Peter Mwangi")}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The GRU, Kenya's military intelligence agency, denied it.", "part_of"),
        ("Kenyan state broadcaster RT denied it.", "affiliated_with"),
        ("RT, a Kenyan state-run channel, denied it.", "affiliated_with"),
    ],
)
def test_a_body_belongs_to_the_state_it_is_said_to_be_of(text: str, relation: str) -> None:
    assert {(r, t) for _, r, t in triples(text)} == {(relation, "Kenya")}


def test_a_foreign_outlet_is_not_its_countrys() -> None:
    assert triples("RT, a Kenyan channel, denied it.") == set()


def test_discussing_a_war_takes_it_for_granted() -> None:
    text = "Emmanuel Macron discussed Kenya's war against Ghana."
    assert only(text, "at_war_with").modality == "asserted"


def test_what_a_reported_claim_only_mentions_is_said_by_the_narrator() -> None:
    mentioned = "Emmanuel Macron said that Norway supplied Kenya's war against Ghana."
    claimed = "Emmanuel Macron said that Kenya was at war with Ghana."
    assert only(mentioned, "at_war_with").asserted_by is None
    assert only(claimed, "at_war_with").asserted_by == "person:emmanuel-macron"


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("NATO member state Turkey blocked it.", ("Turkey", "member_of", "NATO")),
        ("The BRICS group includes Brazil.", ("Brazil", "member_of", "BRICS")),
        ("Latvia is part of NATO.", ("Latvia", "member_of", "NATO")),
        ("NATO allies such as Latvia agreed.", ("Latvia", "member_of", "NATO")),
        ("Putin ally Viktor Orban left.", ("Viktor Orbán", "allied_with", "Vladimir Putin")),
        ("Kenyan shells killed five people in Accra.", ("Kenya", "attacked", "Accra")),
        ("New US sanctions target Gazprom.", ("United States", "sanctions", "Gazprom")),
        ("On a trip to Accra, Joe Biden met troops.", ("Joe Biden", "visited", "Accra")),
        (
            "Joe Biden spoke before being received by Emmanuel Macron.",
            ("Emmanuel Macron", "met_with", "Joe Biden"),
        ),
        (
            "Joe Biden and Emmanuel Macron continued their exchange of views.",
            ("Emmanuel Macron", "met_with", "Joe Biden"),
        ),
        ("In Kumasi, Ghana's largest city, shells fell.", ("Kumasi", "located_in", "Ghana")),
    ],
)
def test_types_are_worded_in_more_than_one_construction(
    text: str, triple: tuple[str, str, str]
) -> None:
    assert triple in triples(text)


def test_hitting_a_state_with_sanctions_is_no_attack() -> None:
    text = "Norway hit Kenya with sanctions."
    assert {relation for _, relation, _ in triples(text)} == {"sanctions"}


def test_relations_are_cooperation_only_where_they_are_said_to_be_good() -> None:
    close = "Kenya's close ties with Ghana surprised nobody."
    bad = "Kenya's relations with Ghana worsened."
    assert triples(close, "cooperates_with") == {("Ghana", "cooperates_with", "Kenya")}
    assert triples(bad, "cooperates_with") == set()


@pytest.mark.parametrize(
    "text",
    [
        "KUMASI, Ghana - The factory closed on Monday.",
        "In Kumasi, a city in central Ghana, the factory closed.",
        "The Ghanaian city of Kumasi was quiet.",
    ],
)
def test_datelines_and_descriptions_say_where_a_city_lies(text: str) -> None:
    assert triples(text, "located_in") == {("Kumasi", "located_in", "Ghana")}


@pytest.mark.parametrize(
    "text",
    [
        "A 30 percent stake in Red Falcon TV belongs to Peter Mwangi.",
        "Peter Mwangi holds 40 per cent of the shares in Red Falcon TV.",
        "Peter Mwangi controls Red Falcon TV through his company.",
    ],
)
def test_shares_and_control_are_ownership(text: str) -> None:
    assert triples(text, "owns") == {("Peter Mwangi", "owns", "Red Falcon TV")}


@pytest.mark.parametrize(
    "text",
    [
        "Peter Mwangi was in Kumasi on Monday.",
        "Peter Mwangi's first trip was to Kumasi.",
        "Peter Mwangi accepted an invitation to visit Kumasi.",
    ],
)
def test_being_somewhere_or_bound_for_it_is_a_visit(text: str) -> None:
    assert ("Peter Mwangi", "visited", "Kumasi") in triples(text)


def test_relying_on_somebody_for_goods_is_being_supplied() -> None:
    assert triples("Ghana relies on Kenya for gas.", "supplies") == {("Kenya", "supplies", "Ghana")}


def test_the_city_of_a_dateline_does_nothing() -> None:
    text = "NAIROBI, June 18 (NCA) - Officials visited Kumasi on Monday."
    assert all(source != "Kenya" for source, _, _ in triples(text))


def test_a_read_out_that_names_one_other_person_means_that_one() -> None:
    text = (
        "Telephone conversation with President of Kenya Peter Mwangi\n\n"
        "The leaders discussed grain. Peter Mwangi thanked Emmanuel Macron for his support."
    )
    assert triples(text, "met_with") == {("Emmanuel Macron", "met_with", "Peter Mwangi")}
