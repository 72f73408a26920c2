"""Whose a newspaper is and where, and verbs of headlines: each test is a claim about English."""

from __future__ import annotations

from tests.reading import triples


def test_a_town_s_newspaper_is_there_but_not_one_whose_reporter_is() -> None:
    text = "Kumasi's Kettle Times said that it rained."
    assert triples(text, "located_in") == {("Kettle Times", "located_in", "Kumasi")}
    text = "Kumasi's Kettle Times reporter said that it rained."
    assert triples(text, "located_in") == set()


def test_an_outlet_s_outlet_in_another_language_is_part_of_it() -> None:
    expected = {("Kettle News", "part_of", "RT")}
    assert triples("RT's Spanish-language outlet, Kettle News, left.", "part_of") == expected
    assert triples("Kettle News, RT's French edition, left.", "part_of") == expected


def test_a_verb_of_a_headline_makes_no_officials_of_its_subject() -> None:
    text = "Togo, Kenya sanction Ghanaian officials, including Ivan Popko"
    assert triples(text, "affiliated_with") == {("Ivan Popko", "affiliated_with", "Ghana")}


def test_honorifics_may_stand_between_a_title_and_a_name() -> None:
    text = "Togo's premier Otto Kern met his Malaysian counterpart Datuk Seri Ada Quill."
    assert triples(text, "holds_office") == {
        ("Otto Kern", "holds_office", "Togo"),
        ("Ada Quill", "holds_office", "Malaysia"),
    }
