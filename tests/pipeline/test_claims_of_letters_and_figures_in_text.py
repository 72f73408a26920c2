"""Who speaks in letters to others, and who voices a hope or an expectation."""

from __future__ import annotations

import pytest

from tests.reading import claims


@pytest.mark.parametrize(
    "letter",
    [
        "The letter from Minister Ada Quill to her counterpart, Otto Kern, said",
        "The message of Ada Quill to the mayor of Tamale, Otto Kern, said",
        "The May 7 letter from Kenya's Foreign Minister Ada Quill to his peer, Otto Kern, said",
    ],
)
def test_a_letter_is_said_by_who_sent_it_and_not_by_who_gets_it(letter: str) -> None:
    assert {(who, what) for who, _, what in claims(f"{letter} the bridge had fallen.")} == {
        ("Ada Quill", "the bridge had fallen")
    }


def test_figures_who_voice_an_expectation_are_people_who_say_it() -> None:
    text = "While Ghana waited, opposition figures voiced their expectation that Kenya would leave."
    assert claims(text) == {("opposition figures", "asserts", "Kenya would leave")}


def test_an_adjective_in_marks_behind_a_noun_is_what_the_noun_is_called() -> None:
    text = "Kenya calls Ghana's accusations of military aggression 'deplorable'"
    assert claims(text) == {
        ("Kenya", "asserts", "Ghana's accusations of military aggression 'deplorable")
    }


def test_a_former_host_of_an_outlet_speaks_for_himself() -> None:
    text = (
        "Otto Kern went to Kenya in May. Kern never asked about the war. The former Fox News host "
        "(fired last year) did ask about Ada Quill, but justified her arrest by conceding that "
        "she may have broken some laws."
    )
    assert claims(text) == {("Otto Kern", "hedges", "she may have broken some laws")}


def test_what_a_thing_is_called_in_marks_ends_before_the_clause_that_says_why() -> None:
    text = (
        "On state television, Channel One aired footage of planes landing in Togo, calling the "
        "sight “absolutely incredible,” since direct flights were suspended."
    )
    assert claims(text) == {("Channel One", "asserts", "the sight “absolutely incredible,”")}
