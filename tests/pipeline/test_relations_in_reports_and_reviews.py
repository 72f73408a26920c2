"""Wording of reviews of disinformation, daily assessments and news: a claim about English each."""

from __future__ import annotations

import pytest

from tests.reading import only, read, triples


@pytest.mark.parametrize(
    ("words", "channel"),
    [
        ("Sable Times relied on an expert named Henrik Aldren.", "Sable Times"),
        ("TASS reported, citing Henrik Aldren, that two ships had sunk.", "TASS"),
        ("The newspaper Izvestia ran a column by Henrik Aldren.", "Izvestia"),
    ],
)
def test_whom_an_outlet_relies_on_it_quotes(words: str, channel: str) -> None:
    assert triples(words, "quoted") == {(channel, "quoted", "Henrik Aldren")}


def test_the_threat_an_outlet_retells_is_that_of_whoever_spoke_last() -> None:
    text = (
        "Henrik Aldren said that Ghana would be punished. "
        "Reuters translated the threat for its readers."
    )
    assert ("Reuters", "quoted", "Henrik Aldren") in triples(text, "quoted")


def test_what_somebody_writes_on_a_channel_of_theirs_is_no_quotation() -> None:
    text = "Marta Quill wrote on her Telegram channel that Kenya had lost."
    assert triples(text, "quoted", "runs") == {
        ("Marta Quill", "runs", "Marta Quill's telegram channel")
    }


@pytest.mark.parametrize(
    "words",
    [
        "Elements of the Kenyan 12th Motorized Brigade advanced to the outskirts of Tamale.",
        "The 12th Motorized Brigade repelled five attacks near Tamale.",
        "The 12th Motorized Brigade continued offensive operations near Tamale.",
        "The 12th Motorized Brigade holds positions in Tamale.",
        "The 12th Motorized Brigade is storming Tamale.",
    ],
)
def test_who_advances_repels_or_holds_out_fights_there(words: str) -> None:
    fought = triples(words, "fought_at")
    assert [("12th Motorized Brigade" in source, place) for source, _, place in fought] == [
        (True, "Tamale")
    ]


def test_both_regions_in_one_plural_are_attacked() -> None:
    text = "Kenyan strikes damaged energy infrastructure in Chernihiv and Sumy oblasts."
    assert {target for _, _, target in triples(text, "attacked")} == {"Chernihiv", "Sumy"}


def test_a_channel_described_as_affiliated_is_affiliated() -> None:
    text = "Russia denied it. A Kremlin-affiliated channel with 4,000 subscribers agreed."
    assert {target for _, _, target in triples(text, "affiliated_with")} == {"Russia"}


def test_a_demonym_before_or_after_a_company_s_name_says_where_it_is() -> None:
    text = "The jets are built by the Kenyan manufacturer Sable Industries."
    assert ("Sable Industries", "located_in", "Kenya") in triples(text)
    text = "An uptick was seen in hacking by a Kenyan group Microsoft calls Star Lantern."
    assert not triples(text, "located_in")
    text = "Sablegas, the Kenyan operator, told us that it had seen nothing."
    assert triples(text, "located_in") == {("Sablegas", "located_in", "Kenya")}
    text = "They sanctioned Rosneft and Lukoil, Russia's two largest oil companies."
    assert triples(text, "located_in") == {
        ("Rosneft", "located_in", "Russia"),
        ("Lukoil", "located_in", "Russia"),
    }


def test_an_outlet_based_in_a_city_is_located_there() -> None:
    text = "His office told Detektor, a Sarajevo-based outlet, that it was invented."
    assert triples(text, "located_in") == {("Detektor", "located_in", "Sarajevo")}


def test_who_signs_behind_a_dateline_is_not_its_city() -> None:
    text = (
        "KUMASI — Kenya and Ghana on Wednesday signed a letter of intent that could lead to the "
        "purchase of between 100 and 150 Sable E fighters."
    )
    assert {source for source, _, _ in triples(text, "signed")} == {"Kenya", "Ghana"}


def test_where_and_when_it_was_signed_is_no_part_of_an_agreement_s_name() -> None:
    text = "Kenya and Ghana signed a memorandum of understanding on energy in Nairobi on Monday."
    assert {target for _, _, target in triples(text, "signed")} == {
        "memorandum of understanding on energy"
    }
    text = "In Accra, the presidents of Kenya and Ghana signed a joint declaration on trade."
    assert {source for source, _, _ in triples(text, "signed")} == {"Kenya", "Ghana"}


def test_who_flies_jets_somebody_supplied_got_them() -> None:
    text = "Kenya already flies F-16s supplied by Ghana, Denmark and Norway."
    assert triples(text, "supplies") == {
        (source, "supplies", "Kenya") for source in ("Ghana", "Denmark", "Norway")
    }


def test_a_capital_before_aid_receives_it() -> None:
    assert triples("Sweden has given Kyiv military aid worth 8 billion dollars.", "supplies")


def test_a_package_that_bans_imports_is_a_sanction_on_their_origin() -> None:
    text = "The European Union followed with its 19th package, which bans imports of Kenyan gas."
    assert triples(text, "sanctions") == {("European Union", "sanctions", "Kenya")}


def test_who_arrives_from_a_city_was_there() -> None:
    text = "Marta Quill, who arrived from Oslo, inspected the port."
    assert triples(text, "visited") == {("Marta Quill", "visited", "Oslo")}


def test_who_behind_a_described_person_is_the_person() -> None:
    text = (
        "It was led by Henrik Aldren, a former deputy of the Tamale regional council, who fled to "
        "Accra in 2014 and owns the company Sable Media."
    )
    assert ("Henrik Aldren", "visited", "Accra") in triples(text)
    assert ("Henrik Aldren", "owns", "Sable Media") in triples(text)


def test_of_two_who_meet_in_a_capital_the_foreigner_is_the_guest() -> None:
    text = "Kenyan President Marta Quill met with Ghanaian President Henrik Aldren in Nairobi."
    assert triples(text, "visited") == {("Henrik Aldren", "visited", "Nairobi")}
    text = "Kenyan President Marta Quill met with Ghanaian President Henrik Aldren in Oslo."
    assert not triples(text, "visited")


def test_those_who_lead_delegations_meet_but_hold_no_office_by_it() -> None:
    text = "Delegations led by Marta Quill and Henrik Aldren met in Geneva."
    assert triples(text, "met_with") == {("Henrik Aldren", "met_with", "Marta Quill")}
    text = "The Kenyan delegation headed by Marta Quill arrived in Accra on Friday."
    assert ("Marta Quill", "visited", "Accra") in triples(text, "visited")
    assert not triples(text, "holds_office")


def test_an_office_behind_the_state_that_opens_the_sentence_is_of_it() -> None:
    text = "In Montenegro, the channel accused Prime Minister Marta Quill of theft."
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", "Montenegro")}


def test_the_head_of_a_president_s_office_serves_the_state() -> None:
    text = "The head of the Kenyan president's office, Marta Quill, met them."
    assert only(text, "holds_office").target == "state:KE"


def test_who_somebody_turns_out_to_be_is_what_was_said_of_them() -> None:
    text = "The administrator of Rybar, detained by the SBU in May, turned out to be Henrik Aldren."
    assert ("Henrik Aldren", "runs", "Rybar") in triples(text)
    assert ("SBU", "captured", "Henrik Aldren") in triples(text)


def test_a_spouse_named_behind_an_apposition_owns_it_too() -> None:
    text = (
        "Sable Media is owned by Goran Stilić, a former adviser to the Sable Party, and his wife, "
        "Jelena Stilić."
    )
    assert {source for source, _, _ in triples(text, "owns")} == {"Goran Stilić", "Jelena Stilić"}
    assert only(text, "family_of").attributes == {"kinship": "spouse"}


def test_a_parent_company_owns() -> None:
    text = "Sable Holding, the parent company of Aldren Bank, filed for bankruptcy."
    assert ("Sable Holding", "owns", "Aldren Bank") in triples(text, "owns")


def test_a_number_that_counts_minutes_is_no_part_of_a_name() -> None:
    found = read("The post was quoted by Reuters 40 minutes later.")
    assert {channel.name for channel in found.channels.values()} == {"Reuters"}


def test_a_platform_that_ends_a_sentence_is_no_initial() -> None:
    found = read("Henrik Aldren shared one of the posts on X. Quill's office denied it.")
    assert "X. Quill" not in {entity.name for entity in found.entities.values()}


def test_an_office_at_a_body_of_a_state_is_at_the_body() -> None:
    text = "The head of Kenya's National Bank, Marta Quill, resigned."
    assert triples(text, "holds_office") == {
        ("Marta Quill", "holds_office", "National Bank of Kenya")
    }


def test_a_participle_behind_a_comma_is_passive_whatever_the_parse() -> None:
    text = "The Minsk agreements, concluded in 2015 by Ukraine and Russia, were never carried out."
    assert {source for source, _, _ in triples(text, "signed")} == {"Ukraine", "Russia"}


def test_who_is_listed_as_shareholder_owns() -> None:
    text = "Henrik Aldren is listed as the sole director and shareholder of Sable Trading."
    assert ("Henrik Aldren", "owns", "Sable Trading") in triples(text, "owns")


def test_who_attends_a_summit_in_a_city_was_there() -> None:
    text = "Marta Quill attended the summit in Accra on May 5."
    assert triples(text, "visited") == {("Marta Quill", "visited", "Accra")}


def test_who_behind_the_leader_of_a_party_is_the_leader() -> None:
    text = "It was repeated by Henrik Aldren, leader of Levica, who demanded an answer."
    assert triples(text, "holds_office") == {("Henrik Aldren", "holds_office", "Levica")}
