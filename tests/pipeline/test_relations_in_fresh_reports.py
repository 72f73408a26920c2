"""More roundabout wording, of reports and read-outs: each test is a claim about English."""

from __future__ import annotations

import pytest

from tests.reading import read, triples


def test_who_arrives_behind_a_dateline_is_not_its_city() -> None:
    text = (
        "NAIROBI, Aug. 21 (AFP) - Kenya's ruler, General Marta Quill, arrived in Accra on Monday."
    )
    assert ("Marta Quill", "visited", "Accra") in triples(text, "visited")


def test_a_verb_behind_a_relative_clause_is_the_head_s() -> None:
    text = "Turkey, whose minister Marta Quill met Henrik Aldren, sells drones to Kenya."
    assert triples(text, "supplies") == {("Turkey", "supplies", "Kenya")}


@pytest.mark.parametrize("words", ["together with", "along with"])
def test_company_after_the_verb_acts_and_suffers_too(words: str) -> None:
    text = f"Marta Quill visited Nairobi {words} Henrik Aldren."
    assert {source for source, _, _ in triples(text, "visited")} == {
        "Marta Quill",
        "Henrik Aldren",
    }
    text = f"Sable Bank was sanctioned by Kenya in May {words} the Aldren Institute."
    assert {target for _, _, target in triples(text, "sanctions")} == {
        "Sable Bank",
        "Aldren Institute",
    }


def test_the_latter_is_whoever_was_named_last() -> None:
    text = "He bought Sable Radio and Aldren Radio. The latter is edited by Marta Quill."
    assert triples(text, "runs") == {("Marta Quill", "runs", "Aldren Radio")}


def test_its_after_a_sentence_about_one_body_is_that_body_s() -> None:
    text = (
        "The name also turns up in papers of Sable Bank. "
        "Its shareholders are Marta Quill and Henrik Aldren."
    )
    assert {source for source, _, _ in triples(text, "owns")} == {"Marta Quill", "Henrik Aldren"}


def test_an_apposition_behind_a_list_describes_the_last_of_it() -> None:
    text = "They met Marta Quill and Henrik Aldren, an adviser to Olaf Scholz."
    assert triples(text, "affiliated_with") == {("Henrik Aldren", "affiliated_with", "Olaf Scholz")}


def test_a_role_before_a_comma_and_a_name_is_that_person_s() -> None:
    text = "A member of the State Duma's Defense Committee, Marta Quill, threatened to leave."
    assert "Marta Quill" in {source for source, _, _ in triples(text, "member_of")}


def test_the_strikes_are_those_of_whoever_attacked_last() -> None:
    text = "Kenya launched 30 missiles against Ghana. The strikes hit gas facilities in Tamale."
    assert ("Kenya", "attacked", "Tamale") in triples(text, "attacked")


def test_an_installed_head_holds_the_office_of_the_region() -> None:
    text = "Marta Quill, the Moscow-installed head of occupied Kherson Oblast, spoke."
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", "Kherson Oblast")}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("Kenya shot down a Ghanaian drone.", ("Kenya", "attacked", "Ghana")),
        ("Aldren Brigade overran a base in Tamale.", ("Aldren Brigade", "attacked", "Tamale")),
        ("Kenya has some 2,000 men in Ghana.", ("Kenya", "deployed_to", "Ghana")),
        (
            "Kenya delivered five patrol vessels to the Ghanaian Coast Guard.",
            ("Kenya", "supplies", "Coast Guard of Ghana"),
        ),
    ],
)
def test_what_is_done_in_war_is_told_in_many_words(text: str, triple: tuple[str, ...]) -> None:
    assert triple in triples(text)


def test_the_two_states_of_ours_are_not_those_of_others() -> None:
    text = "Kenya and Ghana spoke. Togo sees potential for cooperation between our states."
    assert triples(text, "cooperates_with") == set()


def test_the_party_founded_by_somebody_is_no_person() -> None:
    text = "Marta Quill, the leader of Aldren Union, the party founded by Henrik Aldren, left."
    assert ("Henrik Aldren", "runs", "Aldren Union") in triples(text)


def test_the_state_corporation_is_the_one_named_behind_it() -> None:
    text = "The state corporation Rosatom, headed by Marta Quill, acquired a stake in Aldren Bank."
    assert ("Rosatom", "owns", "Aldren Bank") in triples(text)


@pytest.mark.parametrize("owner", ["Kenyan state corporation", "Nairobi company"])
def test_an_office_at_a_company_is_not_at_its_state_or_town(owner: str) -> None:
    text = f"They met Marta Quill, the director of the {owner} Aldren Oil, in May."
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", "Aldren Oil")}


def test_its_war_in_a_relative_clause_is_of_whom_the_clause_tells() -> None:
    text = "Kenya, which recognised Togo after its five-day war with Ghana, welcomed it."
    assert triples(text, "at_war_with") == {("Ghana", "at_war_with", "Kenya")}


def test_who_takes_part_in_an_assault_attacks() -> None:
    text = "Aldren Brigade took part in the assaults on Kisumu and Mombasa."
    assert triples(text, "attacked") == {
        ("Aldren Brigade", "attacked", "Kisumu"),
        ("Aldren Brigade", "attacked", "Mombasa"),
    }


def test_ministers_without_a_country_are_of_the_capital_a_report_is_filed_in() -> None:
    text = (
        "TBILISI, 12 March 2025 (Reuters) - Georgia passed a law on Wednesday.\n\n"
        "Britain froze the assets of Interior Minister Marta Quill."
    )
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", "Georgia")}


def test_a_president_named_behind_the_capital_is_of_its_state() -> None:
    text = "Ghana voted. In Accra President Marta Quill spoke."
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", "Ghana")}


def test_a_colleague_of_another_country_has_the_same_office() -> None:
    text = "Kenyan Foreign Minister Marta Quill met her Ghanaian colleague Henrik Aldren."
    assert triples(text, "holds_office") == {
        ("Marta Quill", "holds_office", "Kenya"),
        ("Henrik Aldren", "holds_office", "Ghana"),
    }


def test_missiles_named_for_somebody_are_not_supplied_by_him() -> None:
    text = "Kenya bought Barak missiles in 2017."
    assert triples(text, "supplies") == set()


def test_a_visit_cut_short_took_place() -> None:
    text = "Marta Quill cut short a visit to Ghana."
    assert triples(text, "visited") == {("Marta Quill", "visited", "Ghana")}


def test_an_agreement_concluded_by_the_two_governments_is_signed_by_the_two_states() -> None:
    text = (
        "Kenya and Ghana praised the work of the Treaty on Fishing, and of the Agreement on "
        "Nuclear Energy concluded by the two governments last year."
    )
    assert {s for s, _, t in triples(text, "signed") if "Nuclear" in t} == {"Kenya", "Ghana"}


def test_a_native_of_a_town_is_named_behind_it() -> None:
    text = "The Aldren Institute is run by a native of the town, Marta Quill, who left."
    assert triples(text, "runs") == {("Marta Quill", "runs", "Aldren Institute")}


def test_who_co_owns_owns() -> None:
    text = "Marta Quill co-owns the Aldren Institute."
    assert triples(text, "owns") == {("Marta Quill", "owns", "Aldren Institute")}


def test_a_minister_who_represents_a_state_is_its_minister() -> None:
    text = "Deputy Prime Minister Marta Quill will represent Kenya at the forum."
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", "Kenya")}


def test_the_second_thing_said_of_a_person_may_be_an_office() -> None:
    text = "Marta Quill, grandson of Aldren and chairman of the Aldren Institute, spoke."
    assert ("Marta Quill", "holds_office", "Aldren Institute") in triples(text)


def test_who_blocks_a_channel_may_stand_behind_in() -> None:
    text = "Sputnik Moldova, blocked in Moldova since 2022, wrote so."
    assert triples(text, "sanctions") == {("Moldova", "sanctions", "Sputnik Moldova")}


def test_whose_owner_owns_it_where_the_clause_is_lost() -> None:
    text = "They read a post by the channel Rybar, whose owner Marta Quill advises NATO."
    assert ("Marta Quill", "owns", "Rybar") in triples(text)


def test_a_party_of_somebody_is_his() -> None:
    text = "It went to European Solidarity, the party of former president Petro Poroshenko."
    assert ("Petro Poroshenko", "affiliated_with", "European Solidarity") in triples(text)


def test_the_head_of_a_regional_administration_heads_the_region() -> None:
    text = "The head of the Ternopil regional military administration, Marta Quill, came."
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", "Ternopil")}


def test_a_title_in_quotation_marks_is_a_title() -> None:
    text = 'Transnistria\'s "foreign minister" Marta Quill left.'
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", "Transnistria")}


def test_a_prisoner_in_a_town_does_not_visit_it() -> None:
    assert triples("Marta Quill was a prisoner in Olenivka.", "visited") == set()


def test_a_town_in_an_occupied_region_lies_in_the_region() -> None:
    text = "It is a company in Simferopol, in Russia-occupied Crimea."
    assert ("Simferopol", "located_in", "Crimea") in triples(text, "located_in")
    assert ("Simferopol", "located_in", "Russia") not in triples(text, "located_in")


def test_a_governor_is_of_the_region_spoken_of() -> None:
    text = "Drones struck the Saratov region. Governor Marta Quill said that nobody was hurt."
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", "Saratov region")}


def test_what_a_state_owns_by_name_belongs_to_it_but_no_chain_does() -> None:
    assert triples("France's Viginum exposed it.", "affiliated_with") == {
        ("Viginum", "affiliated_with", "France")
    }
    assert triples("France's NATO bid failed.", "affiliated_with") == set()


def test_what_somebody_is_does_what_the_clause_behind_it_tells() -> None:
    text = "Marta Quill is a former sergeant who fought in Kenya with the Wagner Group."
    assert ("Marta Quill", "affiliated_with", "Wagner Group") in triples(text)


def test_a_letter_of_intent_is_signed_by_both() -> None:
    text = "France and Kenya had signed a letter of intent on the purchase of jets in Accra."
    assert triples(text, "signed") == {
        (state, "signed", "letter of intent on the purchase of jets")
        for state in ("France", "Kenya")
    }


def test_goods_are_delivered_to_ports() -> None:
    text = "Russia had delivered 30,000 tonnes of fertiliser to the port of Tanga."
    assert triples(text, "supplies") == {("Russia", "supplies", "Tanga")}


def test_authors_of_a_byline_belong_to_the_body_behind_them() -> None:
    text = "How it spread\n\nMarta Quillen and Henrik Aldren, Open Trace Lab\n\nIt began in May."
    assert triples(text, "affiliated_with") == {
        ("Marta Quillen", "affiliated_with", "Open Trace Lab"),
        ("Henrik Aldren", "affiliated_with", "Open Trace Lab"),
    }


def test_who_visits_may_be_named_far_behind_by() -> None:
    text = "The purchase follows a visit to Accra in May by Kenyan President Marta Quill."
    assert ("Marta Quill", "visited", "Accra") in triples(text, "visited")


def test_both_are_the_two_people_named_before() -> None:
    text = "Marta Quill works as an adviser to Henrik Aldren. Both have travelled to Accra."
    assert {source for source, _, _ in triples(text, "visited")} == {"Marta Quill", "Henrik Aldren"}


def test_who_is_a_person_and_no_council() -> None:
    text = "They met Marta Quill, a member of the State Duma who is under EU sanctions."
    assert triples(text, "sanctions") == {("European Union", "sanctions", "Marta Quill")}


def test_a_minister_for_a_field_has_an_office() -> None:
    text = "Minister for Foreign Affairs of Kenya Marta Quill visited Ghana."
    assert triples(text, "holds_office", "visited") == {
        ("Marta Quill", "holds_office", "Kenya"),
        ("Marta Quill", "visited", "Ghana"),
    }


def test_a_minister_met_in_a_capital_is_of_its_state() -> None:
    text = "Ghana is near. In Accra she held talks with Prime Minister Marta Quill."
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", "Ghana")}


def test_representatives_met_beside_somebody_are_others() -> None:
    text = "She also met Marta Quill, and representatives of the Aldren Institute."
    assert triples(text, "affiliated_with") == set()


def test_a_treaty_is_not_signed_where_another_is() -> None:
    text = (
        "They welcomed progress on the Kenya-Ghana Treaty on Fishing and noted with satisfaction "
        "that officials of two other countries intend to sign a declaration."
    )
    assert triples(text, "signed") == {
        ("Kenya", "signed", "Kenya-Ghana Treaty on Fishing"),
        ("Ghana", "signed", "Kenya-Ghana Treaty on Fishing"),
    }
    assert {r.modality for r in read(text).relations if r.type == "signed"} == {"asserted"}


def test_troops_sent_to_a_capital_are_deployed_and_not_supplied() -> None:
    text = "Ghana is near. Kenya sent troops to Accra."
    assert {type_ for _, type_, _ in triples(text)} == {"deployed_to"}


def test_talks_on_signing_leave_the_signature_open() -> None:
    text = "They hailed the progress of talks on signing a trade pact with Kenya."
    assert {r.modality for r in read(text).relations if r.type == "signed"} == {"hypothetical"}


def test_a_chairman_behind_and_is_no_part_of_a_council_s_name() -> None:
    text = (
        "Marta Quill, Deputy Chairman of the Council of the Aldren Union and Chairman of it, came."
    )
    assert all("Chairman" not in target for _, _, target in triples(text))
