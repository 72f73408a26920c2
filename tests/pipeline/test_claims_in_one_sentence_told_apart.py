"""Claims that stand in one sentence: each with its own words and whoever says them."""

from __future__ import annotations

import pytest

from tests.reading import claims


def test_what_is_added_behind_words_of_saying_is_by_the_same_speaker() -> None:
    assert claims("Two people were hurt, the mayor said, adding that rescue work continued.") == {
        ("mayor", "asserts", "Two people were hurt"),
        ("mayor", "asserts", "rescue work continued"),
    }
    assert claims(
        "The dam will hold, the prime minister of Kenya said, stressing that it rained."
    ) == {
        ("prime minister of Kenya", "asserts", "The dam will hold"),
        ("prime minister of Kenya", "asserts", "it rained"),
    }


@pytest.mark.parametrize("called", ["a trap", "a lie and a trap", "“a trap”"])
def test_what_something_is_called_ends_before_what_else_the_speaker_did(called: str) -> None:
    said = claims(f"The ministry denounced what it called {called} and demanded an apology.")
    assert {content for _, _, content in said} == {called.strip("“”"), "an apology"}


@pytest.mark.parametrize(
    "words",
    [
        "which Kenya called “a trap”",
        "which Kenya described as a trap",
        "a remark that Kenya called “a trap”",
        "a statement Kenya described as “a trap”",
    ],
)
def test_what_a_third_calls_a_content_is_no_part_of_it_and_his_claim(words: str) -> None:
    said = {(who, content) for who, _, content in claims(f"Ada Quill said it fell, {words}.")}
    assert {(who, content.strip("“”")) for who, content in said} == {
        ("Ada Quill", "it fell"),
        ("Kenya", "a trap"),
    }


def test_what_the_speaker_calls_his_content_goes_on_with_it() -> None:
    said = claims("Ada Quill said troops would be sent, which she called a duty.")
    assert ("Ada Quill", "asserts", "troops would be sent, which she called a duty") in said


@pytest.mark.parametrize(
    "words",
    ["a charge Otto Kern rejects", "a charge Otto Kern dismisses", "a claim Otto Kern denies"],
)
def test_a_denial_in_the_present_tense_ends_a_content_and_takes_it_up(words: str) -> None:
    assert claims(f"Ada Quill says the drone was old, {words}.") == {
        ("Ada Quill", "asserts", "the drone was old"),
        ("Otto Kern", "denies", "the drone was old"),
    }


@pytest.mark.parametrize("words", ["Kenya said", "Kenya said in a note", "Kenya said on Monday"])
def test_who_says_it_inside_a_sentence_is_not_its_subject(words: str) -> None:
    text = f"Ghana, {words}, was “trying to shift the blame”."
    assert claims(text) == {("Kenya", "asserts", text.rstrip("."))}


def test_a_body_says_it_inside_a_sentence_in_what_an_outlet_carries() -> None:
    said = "Ghana, it said in a statement carried by Reuters, was “trying to shift the blame”"
    assert ("Kenya", "asserts", said) in claims(f"Kenya rejected the report. {said}.")


def test_who_points_elsewhere_does_not_say_what_the_clause_before_does() -> None:
    said = claims("Kenya blames Ghana, and Ghana points to a rogue unit.")
    assert said == {("Kenya", "asserts", "Ghana")}


def test_what_somebody_denies_to_have_said_is_no_claim_of_his() -> None:
    assert claims("Kenya denied it had rejected the proposal.") == {
        ("Kenya", "denies", "it had rejected the proposal")
    }
    assert ("Kenya", "denies", "the proposal") in claims("Kenya said it rejected the proposal.")


@pytest.mark.parametrize(
    "words",
    [
        "dismissed as “hysteria” suggestions",
        "described as “nonsense” reports",
        "described as “nonsense” the reports",
    ],
)
def test_what_is_called_nonsense_before_it_is_told_is_denied(words: str) -> None:
    said = claims(f"Otto Kern {words} that Ghana was blocking the loan.")
    assert said == {("Otto Kern", "denies", "Ghana was blocking the loan")}


def test_a_letter_that_somebody_published_is_not_what_was_said_before() -> None:
    said = claims("It is a forgery, says the historian. The letter, which Kenya published, is old.")
    assert said == {("historian", "asserts", "It is a forgery")}


def test_who_is_told_apart_by_a_clause_is_none_who_was_not_called_so() -> None:
    told = "It fell, says the investigator who found the invoices."
    assert claims(f"It stands, says Otto Kern. {told}") == {
        ("Otto Kern", "asserts", "It stands"),
        ("investigator", "asserts", "It fell"),
    }
    assert claims(f"It stands, says investigator Otto Kern. {told}") == {
        ("Otto Kern", "asserts", "It stands"),
        ("Otto Kern", "asserts", "It fell"),
    }


def test_a_name_explains_who_wrote_so() -> None:
    said = claims(
        "“It was Ghana.” So wrote the editor of the newspaper Lantern, Ada Quill, in May."
    )
    assert said == {("Ada Quill", "asserts", "It was Ghana.")}
    assert claims("“It was Ghana.” So says the governor.") == {
        ("governor", "asserts", "It was Ghana.")
    }


def test_an_aside_about_whose_words_they_are_stands_inside_the_content() -> None:
    assert claims("Otto Kern claimed Ghana, in his words, “stole” the gas.") == {
        ("Otto Kern", "asserts", "Ghana, in his words, “stole” the gas")
    }
    assert claims("The raid was, in Otto Kern's words, “a mistake”.") == {
        ("Otto Kern", "asserts", "a mistake")
    }


def test_each_content_behind_a_that_of_its_own_is_a_claim() -> None:
    text = "Otto Kern told the council that the dam was safe and that nobody had fled to Togo."
    assert claims(text) == {
        ("Otto Kern", "asserts", "the dam was safe"),
        ("Otto Kern", "denies", "nobody had fled to Togo"),
    }


def test_a_that_inside_a_content_does_not_part_it() -> None:
    text = "Otto Kern said that a ship that was old and that leaked had sunk."
    assert claims(text) == {
        ("Otto Kern", "asserts", "a ship that was old and that leaked had sunk")
    }
