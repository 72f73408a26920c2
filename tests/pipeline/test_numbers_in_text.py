"""Counts are read as texts write them, with the bound their words give."""

from __future__ import annotations

import pytest

from ingest.nlp.channels.numbers import NUMBER, Count, at, find, read

CASES = [
    ("135,000", 135_000, "exact"),
    ("135 000", 135_000, "exact"),
    ("120.000", 120_000, "exact"),
    ("some fifty-eight thousand", 58_000, "approx"),
    ("1.200.000", 1_200_000, "exact"),
    ("1.200.000 thousand", 1_200_000_000, "exact"),
    ("044.123.456", 44_123_456, "exact"),  # a telephone's
    ("just under 9.000", 9_000, "below"),
    ("1.250 million", 1_250_000, "exact"),
    ("1.3 million", 1_300_000, "exact"),
    ("1,5 million", 1_500_000, "exact"),
    ("380K", 380_000, "exact"),
    ("1.1m", 1_100_000, "exact"),
    ("two hundred thousand", 200_000, "exact"),
    ("a million", 1_000_000, "approx"),
    ("half a million", 500_000, "approx"),
    ("nearly a million", 1_000_000, "below"),
    ("up to 20,000", 20_000, "below"),
    ("over a million", 1_000_000, "at_least"),
    ("more than 600 thousand", 600_000, "at_least"),
    ("exceeds 300,000", 300_000, "at_least"),
    ("100,000+", 100_000, "at_least"),
    ("about 1.1 million", 1_100_000, "approx"),
    ("some 45K", 45_000, "approx"),
    ("not even 500", 500, "below"),
    ("hardly 300", 300, "approx"),
    ("barely 20,000", 20_000, "approx"),
    ("barely more than 20,000", 20_000, "at_least"),
    ("a few hundred", 200, "at_least"),
    ("several thousand", 2_000, "at_least"),
    ("½ million", 500_000, "exact"),
    ("1½ million", 1_500_000, "exact"),
]


@pytest.mark.parametrize(("text", "value", "bound"), CASES)
def test_count_is_read_with_its_bound(text: str, value: int, bound: str) -> None:
    match = NUMBER.search(text)
    assert match is not None
    count = read(match)
    assert (count.value, count.bound, count.start, count.end) == (value, bound, 0, len(text))


def test_words_without_a_number_are_no_count() -> None:
    assert NUMBER.search("tens of thousands of readers") is None


def test_a_range_may_leave_its_thousands_to_the_second_number() -> None:
    assert find("has 40-50,000", 0, 13) == Count(40_000, "at_least", 4, 13)


@pytest.mark.parametrize("text", ["9" * 32, "99999 billion"])
def test_more_than_there_are_people_is_no_count(text: str) -> None:
    assert find(text, 0, len(text)) is None
    assert at(text, 0, len(text)) is None
