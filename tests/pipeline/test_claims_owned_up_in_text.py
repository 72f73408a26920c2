"""What somebody claims as his deed, calls something, confirms with others or is not sure of."""

from __future__ import annotations

import pytest

from tests.reading import claims


@pytest.mark.parametrize("what", ["responsibility", "credit"])
def test_claiming_responsibility_for_a_deed_is_a_claim(what: str) -> None:
    assert claims(f"Hamas claimed {what} for the attack on the bridge.") == {
        ("Hamas", "asserts", "the attack on the bridge")
    }


def test_deed_that_no_group_claims_is_nobodys_claim() -> None:
    assert claims("No group claimed responsibility for the attack on the bridge.") == set()


def test_three_past_verbs_of_a_report_are_one_content() -> None:
    said = "strikes had damaged houses, killed at least ten people, and injured about twelve"
    assert claims(f"Al Masirah TV said that {said}.") == {("Al Masirah TV", "asserts", said)}


def test_what_is_called_a_breach_is_a_claim_of_the_caller() -> None:
    text = "Kenya closed its border, calling Ghana's move a breach of diplomatic norms."
    assert claims(text) == {("Kenya", "asserts", "Ghana's move a breach of diplomatic norms")}


def test_false_word_about_something_else_dismisses_nothing() -> None:
    text = "The EU Commission declared Facebook the platform with the most false posts."
    assert {stance for _, stance, _ in claims(text)} == {"asserts"}


def test_report_called_a_piece_of_false_propaganda_is_denied() -> None:
    text = "Otto Kern called the report a piece of false propaganda."
    assert {stance for _, stance, _ in claims(text)} == {"denies"}


@pytest.mark.parametrize("word", ["sure", "certain", "convinced"])
def test_who_is_not_sure_hedges(word: str) -> None:
    assert claims(f"Officials were not {word} that the drone came from Ghana.") == {
        ("Officials", "hedges", "the drone came from Ghana")
    }


def test_what_the_parties_confirm_is_their_claim() -> None:
    text = "The parties confirmed the commitment to the statements adopted in May."
    assert claims(text) == {
        ("parties", "asserts", "the commitment to the statements adopted in May")
    }


def test_who_is_keen_to_stress_something_says_it() -> None:
    assert claims("Kenya was keen to stress that the bridge fell.") == {
        ("Kenya", "asserts", "the bridge fell")
    }
