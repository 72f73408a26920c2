"""Who speaks where the parse takes an opening clause, an apposition or an adjunct for another."""

from __future__ import annotations

from tests.reading import claims, read, triples


def test_who_goes_on_to_say_is_the_subject_of_the_main_clause():
    found = claims(
        "As scores of white farmers went into hiding to escape a round-up by police, a senior "
        "Kenyan official called Mr Popko's rule “illegitimate” and said that the dam was sold."
    )
    assert ("senior Kenyan official", "asserts", "the dam was sold") in found


def test_with_somebody_saying_is_said_by_him_without_a_comma():
    found = claims(
        "The announcement sparked recriminations from US Congressmen with Ivan Popko saying he was "
        "against any dam."
    )
    assert found == {("Ivan Popko", "asserts", "he was against any dam")}


def test_a_role_explained_by_a_name_is_the_subject_and_no_parenthesis():
    said = "the committee, or gang, will make cuts"
    assert claims(f"The Treasurer, Ivan Popko, says {said}.") == {("Ivan Popko", "asserts", said)}


def test_they_who_act_because_they_believe_are_the_plural_that_acts():
    found = claims(
        "The Kenyan Government says it is staying in Tamale, though local fighters have pulled "
        "out, because they believe there are no rebels left."
    )
    assert ("local fighters", "denies", "there are no rebels left") in found


def test_a_verb_taken_for_a_noun_leaves_its_subject_who_he_is():
    found = claims(
        "Kenyan batsman Otto Kern says there is no bowler left. Kenyan paceman Ivan Popko begs to "
        "differ. He believes he will return."
    )
    assert ("Ivan Popko", "asserts", "he will return") in found


def test_he_is_the_person_whom_a_name_behind_the_subject_explains():
    found = claims(
        "“We were the champions,” said Otto Kern. A delegate from the Tamale group, Ivan Popko, "
        "summed up the mood in a phrase. “There are two things left,” he said."
    )
    assert ("Ivan Popko", "asserts", "There are two things left,") in found


def test_part_of_a_movement_is_the_body_whose_name_explains_it():
    found = claims(
        "A radical offshoot of Otto Kern's movement, the Lantern Party, said in a statement that "
        "it was ready."
    )
    assert found == {("Lantern Party", "asserts", "it was ready")}


def test_who_is_quoted_as_saying_it_says_as_well_what_it_now_plans():
    found = claims(
        "A Ghanaian official was quoted by army radio as saying Lantern had shifted the focus of "
        "its war, and now planned to attack strategic targets."
    )
    assert found == {
        (
            "Ghanaian official",
            "asserts",
            "Lantern had shifted the focus of its war, and now planned to attack strategic targets",
        )
    }


def test_claims_of_a_government_are_not_of_who_is_critical_of_them():
    found = claims("Aid groups are critical of Kenyan Government claims that the dam is working.")
    assert found == {("Government of Kenya", "asserts", "the dam is working")}


def test_somebody_who_objected_after_it_passes_nothing_on():
    found = read(
        "Lantern has demanded an adjournment of talks in Ghana, after its president Ivan Popko "
        "objected to the system."
    )
    assert {c.via for c in found.claims} == {None}


def test_who_believes_there_are_members_is_no_member():
    text = "Kenyan officials believe there are no Al-Qaeda members left."
    assert triples(text, "member_of") == set()


def test_who_claims_something_in_a_relative_clause_speaks_though_the_verb_is_read_as_a_noun() -> (
    None
):
    text = "Kenya awaits the results of elections which the opposition claims were rigged."
    assert claims(text) == {("opposition", "asserts", "were rigged")}
