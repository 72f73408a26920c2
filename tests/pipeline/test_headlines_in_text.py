"""Headlines that tell who says what, without the verb that a clause needs."""

from __future__ import annotations

import pytest

from tests.reading import claims, triples

_TEXT = "\n\nForeign Minister of Kenya Ada Otieno spoke in Nairobi on Monday."


@pytest.mark.parametrize(
    ("headline", "speaker", "content"),
    [
        ("Ghana trying to buy shells for the war, White House says", "White House",
         "Ghana trying to buy shells for the war"),
        ("Ghana, Togo to Hold Naval Exercises, Kremlin Says", "Russia",
         "Ghana, Togo to Hold Naval Exercises"),
        ("Ghana's soldiers 'exhausted' after winter, says Kenya", "Kenya",
         "Ghana's soldiers 'exhausted' after winter"),
        ("Kremlin says talks with Accra possible", "Russia", "talks with Accra possible"),
        ("Kenya's FM says talks with Ghana 'complicated' by strikes", "Ada Otieno",
         "talks with Ghana 'complicated' by strikes"),
    ],
)  # fmt: skip
def test_headline_without_a_finite_verb_is_a_claim(
    headline: str, speaker: str, content: str
) -> None:
    assert (speaker, "asserts", content) in claims(headline + _TEXT)


@pytest.mark.parametrize(
    "headline",
    [
        "What Ada Otieno said about Ghana",
        "Ada Otieno says hello",
        "Ada Otieno to speak, sources say?",
    ],
)
def test_headline_that_tells_nothing_is_no_claim(headline: str) -> None:
    assert claims(headline + _TEXT) == set()


def test_capital_verb_of_a_headline_is_nobodys_name() -> None:
    text = "NATO Chief Discusses Tensions In Kenya With Ghanaian Leaders\n\nThey met in Accra."
    assert triples(text, "holds_office") == set()


@pytest.mark.parametrize(
    ("headline", "speaker", "content"),
    [
        ("Ghana to get new shells: Kremlin", "Russia", "Ghana to get new shells"),
        ("Kremlin: no plans for talks with Ghana", "Russia", "no plans for talks with Ghana"),
        ("Five killed in strike on Accra – governor", "governor", "Five killed in strike on Accra"),
    ],
)
def test_source_behind_a_mark_needs_no_finite_verb(
    headline: str, speaker: str, content: str
) -> None:
    assert claims(headline + _TEXT) == {(speaker, "asserts", content)}


def test_label_before_a_title_says_nothing() -> None:
    assert claims("Putin: From spy to president\n\nVladimir Putin was a spy.") == set()


def test_surname_in_a_headline_is_whom_the_text_names_in_full() -> None:
    text = "Otieno Says Ghana To Hold Naval Exercises\n\nMinister Ada Otieno spoke in Nairobi."
    assert ("Ada Otieno", "asserts", "Ghana To Hold Naval Exercises") in claims(text)


def test_a_headline_alone_names_its_source() -> None:
    text = "Ada Quill: Ghana will respond to the strikes"
    assert claims(text) == {("Ada Quill", "asserts", "Ghana will respond to the strikes")}


def test_who_is_doing_something_in_a_headline_is_said_to_do_it() -> None:
    text = "Ada Quill: Ghana preparing a raid on Kumasi\nThe blogger repeated it on Friday."
    assert ("Ada Quill", "asserts", "Ghana preparing a raid on Kumasi") in claims(text)


def test_a_label_on_the_last_line_is_no_headline() -> None:
    assert claims("The talks ended.\n\nAda Quill: Ghana will respond") == set()


def test_who_does_something_in_a_headline_says_what_follows() -> None:
    text = "Kenya answers Popko, says Ghana keeps to the treaty\n\nThe talks went on."
    assert claims(text) == {("Kenya", "asserts", "Ghana keeps to the treaty")}
    assert claims("Talks fell through, says Kenya\n\nThe talks went on.") == {
        ("Kenya", "asserts", "Talks fell through")
    }
