"""Who speaks where the parse takes an opening clause, an apposition or an adjunct for another."""

from __future__ import annotations

from tests.reading import claims


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
    found = claims("The minister, Ivan Popko, says the committee, or gang, will make cuts.")
    assert found == {("Ivan Popko", "asserts", "the committee, or gang, will make cuts")}
