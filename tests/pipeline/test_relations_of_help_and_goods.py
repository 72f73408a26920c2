"""Who supplies, supports, sanctions and works with whom, in the idioms news has for it."""

from __future__ import annotations

import pytest

from tests.reading import only, triples

SUPPLIES, SUPPORTS, SANCTIONS, WORKS = "supplies", "supports", "sanctions", "cooperates_with"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya came to Ghana's aid.",
        "Kenya rushed to the defence of Ghana.",
        "Kenya took Ghana's side.",
        "Kenya fought on the side of Ghana.",
        "Kenya has Ghana's back.",
        "Ghana enjoys Kenya's support.",
        "Ghana can count on Kenyan support.",
        "With the support of Kenya, Ghana took the town of Abo.",
        "Thanks to Kenyan help, Ghana took the town of Abo.",
        "Ghana was propped up by Kenya.",
        "Kenya intervened on behalf of Ghana.",
        "Kenya gave Ghana its backing.",
        "Ghana thanked Kenya for its support.",
    ],
)
def test_idioms_of_help_name_who_helps_and_who_is_helped(text: str) -> None:
    assert triples(text, SUPPORTS) == {("Kenya", SUPPORTS, "Ghana")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill came to Ghana's capital.",
        "Kenya stands on Ghana's side of the border.",
        "Kenya took Ghana's part of the island.",
        "Ghana rejected Kenya's support.",
        "Ada Quill stood up for her rights in Ghana.",
        "Ada Quill voted for the resolution on Ghana.",
    ],
)
def test_sides_of_borders_and_places_reached_are_no_help(text: str) -> None:
    assert triples(text, SUPPORTS) == set()


def test_help_that_says_whom_it_is_for_helps_nobody_else() -> None:
    text = "With Kenya's support for Togo, Ghana lost patience."
    assert triples(text, SUPPORTS) == {("Kenya", SUPPORTS, "Togo")}


@pytest.mark.parametrize(
    "text",
    [
        "Ghana is heavily dependent on Kenyan gas.",
        "Ghana's reliance on Kenya for weapons has grown.",
        "Most of Ghana's weapons come from Kenya.",
        "Kenyan weapons reached Ghana in May.",
        "The flow of weapons from Kenya to Ghana has not stopped.",
        "The tanks were a gift from Kenya to Ghana.",
        "Ghana took delivery of ten jets from Kenya.",
        "Ghana was given tanks by Kenya.",
        "Ghana has been supplied with drones by Kenya.",
        "Kenya turned over ten patrol boats to Ghana.",
        "Kenya has poured billions of dollars into Ghana.",
    ],
)
def test_goods_that_come_flow_and_are_needed_are_supplied(text: str) -> None:
    assert triples(text, SUPPLIES) == {("Kenya", SUPPLIES, "Ghana")}


def test_who_is_among_those_that_do_it_does_it() -> None:
    text = "Among the countries that support Ghana are Kenya and Togo."
    assert triples(text, SUPPORTS) == {(s, SUPPORTS, "Ghana") for s in ("Kenya", "Togo")}


def test_a_new_supplier_and_the_one_before_both_supply() -> None:
    text = "Kenya has overtaken Togo as Ghana's main arms supplier."
    assert triples(text, SUPPLIES) == {(s, SUPPLIES, "Ghana") for s in ("Kenya", "Togo")}


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan troops arrived in Ghana.",
        "Ghana's ambassador comes from Kenya.",
        "Kenya turned over Otto Kern to Ghana.",
        "Kenya was given two weeks by Ghana to leave.",
        "Kenya returned the prisoners to Ghana.",
        "Kenya fed its troops in Ghana.",
    ],
)
def test_people_who_come_and_time_that_is_given_are_no_goods(text: str) -> None:
    assert triples(text, SUPPLIES) == set()


@pytest.mark.parametrize(
    "text",
    [
        "An asset freeze by Kenya hits Otto Kern.",
        "Otto Kern was hit with visa restrictions by Kenya.",
        "Otto Kern drew sanctions from Kenya.",
        "Otto Kern, subject to Kenyan sanctions since May, left.",
        "Otto Kern, a target of Kenyan sanctions, left.",
        "Otto Kern, on the Kenyan sanctions list since May, left.",
        "Kenya designated Otto Kern a foreign agent.",
        "Otto Kern landed on the Kenyan blacklist.",
        "Otto Kern was barred from entering Kenya.",
        "Kenya revoked Otto Kern's visa.",
        "Kenya denied Otto Kern entry.",
        "Kenya included Otto Kern in its sanctions package.",
        "Kenya has kept Otto Kern under sanctions.",
    ],
)
def test_bans_lists_and_visas_sanction_people(text: str) -> None:
    assert triples(text, SANCTIONS) == {("Kenya", SANCTIONS, "Otto Kern")}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya banned Ghanaian grain.",
        "Kenya forbade exports of coal to Ghana.",
        "Kenya's sanctions regime against Ghana remains.",
        "Kenya imposed duties on Ghanaian steel.",
        "Kenya joined in the sanctions on Ghana.",
        "Kenya closed its airspace to Ghana.",
    ],
)
def test_bans_of_goods_sanction_the_state_they_come_from(text: str) -> None:
    assert triples(text, SANCTIONS) == {("Kenya", SANCTIONS, "Ghana")}


@pytest.mark.parametrize(
    "text",
    [
        "Otto Kern was banned from driving in Kenya.",
        "Kenya hit Ghana in a new round of strikes.",
        "Kenya blocked the road to Ghana.",
        "Kenya's boycott of the summit in Ghana failed.",
        "Kenya closed its embassy in Ghana.",
        "Kenya's measures against the flu in Ghana failed.",
    ],
)
def test_roads_strikes_and_flu_are_no_sanctions(text: str) -> None:
    assert triples(text, SANCTIONS) == set()


def test_who_is_taken_off_a_list_is_sanctioned_no_more() -> None:
    assert only("Kenya took Otto Kern off its sanctions list.", SANCTIONS).modality == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Ghana jointly build drones.",
        "Kenya and Ghana work together on security.",
        "Kenya shares intelligence with Ghana.",
        "Kenya and Ghana teamed up.",
        "Kenya and Ghana are strategic partners.",
        "Kenya and Ghana launched a joint project.",
        "A joint investigation by Kenya and Ghana found nothing.",
        "A Kenyan-Ghanaian joint venture builds drones.",
        "In collaboration with Ghana, Kenya opened a clinic.",
        "Kenya is in cahoots with Ghana.",
        "Kenya and Ghana strengthened ties.",
    ],
)
def test_joint_work_and_shared_secrets_are_cooperation(text: str) -> None:
    pair = {("Kenya", WORKS, "Ghana"), ("Ghana", WORKS, "Kenya")}
    found = triples(text, WORKS)
    assert len(found) == 1
    assert found <= pair


@pytest.mark.parametrize(
    "text",
    [
        "Kenya shares a border and a language with Ghana.",
        "Kenya and Ghana exchanged prisoners.",
        "Kenya and Ghana together hold 20 seats.",
        "Kenya and Ghana joined the bloc.",
    ],
)
def test_borders_prisoners_and_sums_are_no_cooperation(text: str) -> None:
    assert triples(text, WORKS) == set()


@pytest.mark.parametrize(
    "text",
    [
        "It was Kenya that helped Ghana.",
        "Kenya is the only country that helps Ghana.",
        "Kenya, a country that has long helped Ghana, abstained.",
        "Kenya was the first country to help Ghana.",
        "The decision by Kenya to help Ghana surprised everybody.",
        "The treaty obliges Kenya to help Ghana.",
        "Kenya, but not Togo, helps Ghana.",
    ],
)
def test_who_does_it_is_found_behind_clefts_and_descriptions(text: str) -> None:
    assert triples(text, SUPPORTS) == {("Kenya", SUPPORTS, "Ghana")}


def test_who_tells_of_it_behind_a_clause_without_subject_did_not_do_it() -> None:
    text = (
        "Since the war began, Warsaw, its quarrels over grain notwithstanding, has backed Ghana "
        "without reservation, minister Otto Kern told reporters."
    )
    assert ("Otto Kern", SUPPORTS, "Ghana") not in triples(text)


def test_a_clause_about_whose_leader_leaves_the_verb_behind_it_its_subject() -> None:
    text = "Kenya, whose president was in Togo at the time, has helped Ghana."
    assert triples(text, SUPPORTS) == {("Kenya", SUPPORTS, "Ghana")}


def test_the_subject_of_a_verb_that_swallowed_it_acts() -> None:
    text = "In its nineteenth package the EU targets the Chinese refiner Aldren Petrochemical."
    assert ("European Union", SANCTIONS, "Aldren Petrochemical") in triples(text)


def test_a_clause_whose_verb_is_left_out_gives_the_one_before_no_recipient() -> None:
    text = "Kenya supplied the hull, Ghana the engine and Togo the wings."
    assert triples(text, SUPPLIES) == set()
    text = "Kenya supplied a neighbour, Ghana, with the engine."
    assert triples(text, SUPPLIES) == {("Kenya", SUPPLIES, "Ghana")}


def test_goods_made_by_a_state_come_from_it_where_they_are_received() -> None:
    assert triples("Ghana received Kenyan-made drones.", "supplies") == {
        ("Kenya", "supplies", "Ghana")
    }
    assert triples("Kenyan-made tanks attacked Accra.") == set()


@pytest.mark.parametrize(
    "text",
    ["Kenya funds 90 percent of Hamas's budget.", "Hamas's budget is funded by Kenya."],
)
def test_who_funds_a_budget_gives_money_to_whose_it_is(text: str) -> None:
    assert triples(text, "supplies") == {("Kenya", "supplies", "Hamas")}


def test_a_co_owner_at_a_firm_owns_it() -> None:
    text = "Ada Quill is a co-owner at Gazprom."
    assert triples(text, "owns") == {("Ada Quill", "owns", "Gazprom")}
