"""Claims whose content stands behind words for when, to whom or on what ground it was said."""

from __future__ import annotations

from tests.reading import claims, read


def test_a_day_behind_the_verb_is_no_part_of_an_accusation():
    found = claims("Kenya accused on Tuesday Ghana of arming rebels.")
    assert found == {("Kenya", "asserts", "Ghana of arming rebels")}


def test_what_something_is_called_goes_on_to_what_is_so_called_behind_it():
    found = claims(
        "The Kenyan government described on Tuesday as a political maneuver the announcement made "
        "by Otto Kern."
    )
    assert found == {
        ("Kenya", "asserts", "a political maneuver the announcement made by Otto Kern")
    }


def test_a_content_stands_behind_words_that_say_it_was_not_proven():
    text = "Otto Kern said this Monday without presenting evidence that Ada Quill had returned."
    found = read(text)
    said = [(found.tokens.span_text(c.start, c.end), c.date) for c in found.claims]
    assert said == [("Ada Quill had returned", "2024-10-14")]


def test_an_outlet_that_was_told_is_no_part_of_a_clause_without_that():
    found = claims("Residents told Reuters Kenyan forces had opened fire on civilians.")
    assert found == {("Residents", "asserts", "Kenyan forces had opened fire on civilians")}


def test_who_stands_behind_with_says_what_the_participle_behind_the_name_introduces():
    found = claims(
        "The Kenyan side also denied the claims, with Otto Kern, Kenya's commander, stating that "
        "Ghana is spreading rumours."
    )
    assert ("Otto Kern", "asserts", "Ghana is spreading rumours") in found
    assert ("Kenya", "asserts", "Ghana is spreading rumours") not in found
