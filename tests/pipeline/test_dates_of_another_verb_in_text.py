"""What a date, a plan or a call of one verb leaves alone about the next."""

from __future__ import annotations

import pytest

from tests.reading import channels, only, triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Otto Kern fled to Minsk in 2020 and now lives in Moscow.", None),
        ("Otto Kern left Minsk in June 2013 and lives in Moscow.", None),
        ("Otto Kern, president until 2014, lives in Moscow.", None),
        ("Otto Kern has lived in Moscow since 2014.", "2014/.."),
    ],
)
def test_where_somebody_lives_now_has_no_date_of_what_he_did_before(
    text: str, expected: str | None
) -> None:
    assert only(text, "located_in").date == expected


def test_verbs_of_one_tense_share_their_date() -> None:
    text = "In 2020 Kenya attacked Ghana and captured Tamale."
    assert only(text, "captured").date == "2020"


@pytest.mark.parametrize("verb", ["hopes", "hoped", "wants"])
def test_a_journey_hoped_for_is_not_made(verb: str) -> None:
    assert only(f"Donald Tusk {verb} to visit Kenya.", "visited").modality == "hypothetical"


@pytest.mark.parametrize("told", ["to leave Kenya", "not to arm Kenya"])
def test_who_is_called_on_to_do_something_is_not_met(told: str) -> None:
    assert triples(f"Macron called on Xi {told}.", "met_with") == set()


@pytest.mark.parametrize("kin", ["son", "nephew", "daughter"])
def test_the_channel_of_somebodys_kin_is_not_his(kin: str) -> None:
    text = f"The channel of Ivan Popko's {kin} has 12,000 subscribers."
    assert triples(text, "runs") == set()
    assert [number for number, _ in channels(text).values()] == [12000]


def test_kin_with_a_name_has_its_channel() -> None:
    text = "The channel of Ivan Popko's nephew, Otto Kern, has 12,000 subscribers."
    assert triples(text, "runs") == {("Otto Kern", "runs", "Otto Kern's channel")}


def test_who_acts_in_the_next_sentence_has_no_account_of_this_one() -> None:
    text = "The court suspended the account of the man. Ivan Popko called the judge a dictator."
    assert triples(text, "runs") == set()
