"""What texts nobody tuned on say in roundabout ways: each test is a claim about English."""

from __future__ import annotations

import pytest

from tests.reading import only, triples


@pytest.mark.parametrize(
    "text",
    [
        "Sable Media is in turn controlled by Marta Quill.",
        "Sable Media is controlled by Marta Quill.",
    ],
)
def test_words_put_into_a_passive_do_not_hide_its_subject(text: str) -> None:
    assert triples(text, "owns") == {("Marta Quill", "owns", "Sable Media")}


def test_a_name_beside_its_noun_is_the_subject() -> None:
    text = "Marta Quill left. Her cousin Henrik Quill heads the Aldren Institute."
    assert ("Henrik Quill", "holds_office", "Aldren Institute") in triples(text)


def test_whose_leader_does_what_is_told_and_not_the_party() -> None:
    text = "The Aldren Party, whose deputy leader Marta Quill visited Nairobi in May, won."
    assert triples(text, "visited") == {("Marta Quill", "visited", "Nairobi")}


def test_a_relative_pronoun_stands_for_the_body_before_it() -> None:
    text = "The ministers spoke about the African Union, of which Kenya is a founding member."
    assert triples(text, "member_of") == {("Kenya", "member_of", "African Union")}


def test_a_preposition_told_twice_has_two_objects() -> None:
    text = "The United States imposed sanctions on Sable Media and on the Aldren Institute."
    assert {target for _, _, target in triples(text, "sanctions")} == {
        "Sable Media",
        "Aldren Institute",
    }


def test_the_company_is_what_the_text_called_one() -> None:
    text = (
        "Balkan Truth is published by Vidik Media, a firm in Belgrade. "
        "Marta Quill sold half of the company to Lanterna Holdings."
    )
    assert ("Lanterna Holdings", "owns", "Vidik Media") in triples(text)


def test_the_company_is_not_who_sanctioned_it() -> None:
    text = "Boyu Imports sold engines to Kenya. The US Treasury sanctioned the company."
    assert triples(text, "sanctions") == {("US Treasury", "sanctions", "Boyu Imports")}


def test_its_owner_beside_the_company_owns_the_company() -> None:
    text = "The European Union sanctioned Boyu Imports and its owner, Marta Quill."
    assert triples(text, "owns") == {("Marta Quill", "owns", "Boyu Imports")}


def test_the_two_countries_are_those_the_text_is_about() -> None:
    text = (
        "Kenya and Ghana fell out over a river. Kenya built a dam. Ghana, backed by Togo, closed "
        "its border. The two countries signed the Accra Agreement in 2019."
    )
    assert {source for source, _, _ in triples(text, "signed")} == {"Kenya", "Ghana"}


def test_ministers_sign_in_person() -> None:
    text = (
        "Kenyan Foreign Minister Marta Quill received Ghanaian Foreign Minister Henrik Aldren. "
        "The ministers signed a memorandum on fishing."
    )
    assert {source for source, _, _ in triples(text, "signed")} == {"Marta Quill", "Henrik Aldren"}


def test_a_general_s_troops_are_the_force_he_commands() -> None:
    text = (
        "General Marta Quill, commander of the Aldren Brigade, said that her troops had taken "
        "control of Kisumu."
    )
    assert ("Aldren Brigade", "captured", "Kisumu") in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sable Bank has signed an agreement with the Kenyan company Aldren Oil on repairs.",
        "Sable Bank signed a repair agreement with Aldren Oil.",
    ],
)
def test_an_agreement_is_told_by_its_kind_or_its_parties(text: str) -> None:
    assert {source for source, _, _ in triples(text, "signed")} == {"Sable Bank", "Aldren Oil"}
    assert triples(text, "cooperates_with") == {("Aldren Oil", "cooperates_with", "Sable Bank")}


def test_what_is_set_to_be_signed_lies_ahead() -> None:
    text = "Kenya is set to sign a security pact with Ghana."
    assert {source for source, _, _ in triples(text, "signed")} == {"Kenya", "Ghana"}


def test_what_is_due_to_happen_has_its_subject_and_is_no_fact() -> None:
    assert only("Marta Quill is due to visit Nairobi.", "visited").modality == "hypothetical"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Marta Quill teaches at the Aldren Institute.", "affiliated_with"),
        ("Marta Quill sits on the board of the Aldren Institute.", "affiliated_with"),
        ("Marta Quill, who speaks for the Aldren Institute, left.", "affiliated_with"),
        ("Aldren Institute columnist Marta Quill left.", "holds_office"),
        ("Marta Quill chairs the Aldren Institute's committee on water.", "holds_office"),
        ("Marta Quill is a deputy of the State Duma for the Aldren Institute.", "member_of"),
        ("It was Marta Quill's Aldren Institute that paid.", "affiliated_with"),
    ],
)  # fmt: skip
def test_people_belong_to_bodies_in_many_words(text: str, relation: str) -> None:
    assert ("Marta Quill", relation, "Aldren Institute") in triples(text)


def test_who_is_described_as_something_is_it_to_whoever_says_so() -> None:
    text = "The GRU described the Aldren Institute as an affiliate of NATO."
    assert ("Aldren Institute", "affiliated_with", "NATO") in triples(text)


def test_who_claims_responsibility_for_a_strike_made_it() -> None:
    text = "Kenya claimed responsibility for the strike on the Ghanaian port of Tema."
    assert {(source, type_) for source, type_, _ in triples(text, "attacked")} == {
        ("Kenya", "attacked")
    }


def test_how_often_is_no_object() -> None:
    text = "Kenyan aircraft have hit Ghanaian positions hundreds of times."
    assert triples(text, "attacked") == {("Kenya", "attacked", "Ghana")}


def test_a_base_to_be_opened_is_a_deployment() -> None:
    text = "Turkey would open a military base in Mombasa."
    relation = only(text, "deployed_to")
    assert relation.modality == "hypothetical"


def test_who_acts_together_with_another_does_not_share_what_he_is() -> None:
    text = (
        "Sable Radio was founded by Marta Quill, a member of the State Duma, together with the "
        "Aldren Institute."
    )
    found = triples(text)
    assert ("Aldren Institute", "runs", "Sable Radio") in found
    assert ("Aldren Institute", "member_of", "State Duma") not in found


def test_a_minister_of_several_fields_holds_the_office_of_the_state_after_them() -> None:
    text = (
        "The Minister of Foreign Affairs of the Republic of Kenya Marta Quill held talks with the "
        "Minister of Trade and Industry of Ghana Henrik Aldren."
    )
    assert triples(text, "holds_office") == {
        ("Marta Quill", "holds_office", "Kenya"),
        ("Henrik Aldren", "holds_office", "Ghana"),
    }


def test_a_whole_made_of_bodies_has_them_as_parts() -> None:
    text = "Sable Media includes the Aldren Institute and the Kisumu Press Service."
    assert ("Aldren Institute", "part_of", "Sable Media") in triples(text)


def test_who_leads_a_delegation_does_not_rule_its_country() -> None:
    assert triples("Pavel Dunin, who led the Kenyan delegation, agreed.", "holds_office") == set()
