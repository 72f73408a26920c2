"""Sentences written like a relation's whose words tell of another, or of none."""

from __future__ import annotations

from tests.reading import only, triples


def test_sea_lies_in_no_state() -> None:
    assert triples("Ada Quill criticised Kenya's Pacific solution.") == set()
    assert triples("They were sent to the Pacific Island of Nauru.") == set()


def test_adjective_behind_based_puts_no_state_into_another() -> None:
    text = "The Togo-based Ghanaian news agency said the road was shut."
    assert triples(text) == {("Togo-based Ghanaian news agency", "located_in", "Togo")}


def test_who_clashes_over_a_question_does_not_fight() -> None:
    assert triples("Kenya and Ghana clashed in Tamale over how best to help.", "fought_at") == set()
    text = "Kenyan forces and rebels clashed in Tamale over the weekend."
    assert triples(text) == {("Armed Forces of Kenya", "fought_at", "Tamale")}


def test_place_near_which_people_are_shot_is_not_attacked() -> None:
    assert triples("Kenyan troops shot eight children near the Tamale border crossing.") == set()
    assert triples("Kenyan troops shot eight children in Tamale.") == {
        ("Armed Forces of Kenya", "attacked", "Tamale")
    }


def test_who_is_held_to_account_is_not_captured() -> None:
    assert triples("The Kenyan army left after holding Otto Kern to account for it.") == set()


def test_goods_in_quotation_marks_are_only_called_so() -> None:
    assert triples("But Kenya has not given Ghana a “smoking gun,” it said.", "supplies") == set()
    assert triples("Kenya gave Ghana “Kettle” missiles.") == {("Kenya", "supplies", "Ghana")}


def test_funding_a_camp_in_a_state_supplies_the_state_with_nothing() -> None:
    assert triples("The Lantern Front funded training camps in Ghana.") == set()
    assert triples("Kenya funded schools in Ghana.") == {("Kenya", "supplies", "Ghana")}


def test_what_one_looks_for_somebody_to_do_is_not_done() -> None:
    text = "The mayor is looking for Kenya to get behind Ghana."
    assert only(text, "supports").modality == "hypothetical"
    assert only("It took weeks for Kenya to get behind Ghana.", "supports").modality == "asserted"


def test_rejected_wish_of_another_stays_a_wish() -> None:
    text = "Kenya has rejected Otto Kern's bid to make his annual visit to Tamale."
    assert only(text, "visited").modality == "hypothetical"


def test_who_could_have_been_killed_in_an_attack_was_perhaps_not_attacked() -> None:
    text = "Otto Kern could have been killed in the Kenyan bombardment."
    assert only(text, "attacked").modality == "hypothetical"
    assert only("Otto Kern was killed in the Kenyan raid.", "attacked").modality == "asserted"


def test_title_ends_before_the_comma_in_front_of_its_bearer() -> None:
    text = "The Kenyan head of security, Otto Kern says the road is shut."
    assert only(text, "holds_office").attributes == {"title": "head of security"}


def test_parliamentarian_of_a_party_is_its_member() -> None:
    assert triples("Die Linke Parliamentarian Otto Kern said so.") == {
        ("Otto Kern", "member_of", "Die Linke")
    }


def test_chief_minister_governs_a_region_and_no_field() -> None:
    assert triples("Otto Kern, the chief minister of Tamale, said it was late.") == {
        ("Otto Kern", "holds_office", "Tamale")
    }


def test_guest_who_says_something_on_a_program_is_quoted_and_no_part_of_the_outlet() -> None:
    text = "Appearing on the CBS “Reef Hour” program, Otto Kern said the war was over."
    assert triples(text) == {("CBS", "quoted", "Otto Kern")}


def test_base_of_one_unit_is_no_deployment_of_the_forces_it_is_of() -> None:
    text = "The soldiers were from a Kenyan army special forces unit based at Fort Kettle, Togo."
    assert triples(text, "deployed_to") == set()
    assert triples("Kenyan soldiers are based in Togo.") == {
        ("Armed Forces of Kenya", "deployed_to", "Togo")
    }
