"""Counts in Indian grouping, aliases in brackets, and who speaks in reports of reports."""

from __future__ import annotations

import pytest

from tests.reading import channels, claims, read, triples


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Telegram channel Lantern has 1,16,000 subscribers.", (116000, "exact")),
        ("The Telegram channel Lantern has 2,01,31,840 subscribers.", (20131840, "exact")),
        ("The Telegram channel Lantern told its million-strong readership.", (1000000, "approx")),
    ],
)
def test_counts_are_read_however_their_digits_are_grouped(
    text: str, found: tuple[int, str]
) -> None:
    assert channels(text) == {"Lantern": found}


def test_an_alias_in_brackets_is_no_channel_of_its_own() -> None:
    text = "Lantern (Likhtar) – 9,000 subscribers\nKettle (Chainyk) – 8,000 subscribers"
    assert channels(text) == {"Lantern": (9000, "exact"), "Kettle": (8000, "exact")}


def test_a_hyphen_hanging_on_a_name_is_a_dash() -> None:
    text = "Kettle TV- The channel that has 6,980 subscribers promoted fake content."
    assert channels(text) == {"Kettle TV": (6980, "exact")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kenya said the land was “being pushed”, after Ghana issued an order to leave.",
            ("Kenya", "the land was “being pushed”"),
        ),
        (
            "“It fell in the night,” read a June 5 message from the Al-Quds brigades.",
            ("Al-Quds brigades", "It fell in the night,"),
        ),
        (
            "According to inputs from intelligence agencies, a ring is at work.",
            ("intelligence agencies", "a ring is at work"),
        ),
        (
            "Written by Ada Quill, of the Dam Institute, the memo argued that it fell.",
            ("Ada Quill", "it fell"),
        ),
        (
            "A court fined the owner €3 million, news portal Kettle News Network (KNN) reports.",
            ("Kettle News Network", "A court fined the owner €3 million"),
        ),
        (
            "1859 GMT — Kenya's envoy in Tamale, Ada Quill, has said that it fell.",
            ("Ada Quill", "it fell"),
        ),
        (
            "Leaders are seeking to reassure people that a raid is not near.",
            ("Leaders", "a raid is not near"),
        ),
    ],
)
def test_who_speaks_is_found(text: str, found: tuple[str, str]) -> None:
    assert {(who, said) for who, _, said in claims(text)} == {found}


def test_a_number_of_channels_call_somebody_something() -> None:
    text = "A number of other channels began to publish the same, calling Kenya “a time bomb”."
    assert {(who, said) for who, _, said in claims(text)} == {
        ("number of other channels", "Kenya “a time bomb”")
    }


def test_who_seeks_to_discredit_somebody_says_nothing() -> None:
    assert claims("Kenya seeks to discredit Ada Quill as a leader.") == set()


def test_money_and_ceremonies_are_nobody() -> None:
    text = "After Ada Quill's Inauguration it cost EUR 10 million and USD 5 million."
    assert {e.name for e in read(text).entities.values()} == {"Ada Quill"}


def test_forces_beside_a_states_name_may_be_against_it() -> None:
    text = "He joined the pro-Kenyan separatist forces. Ghanaian rebel forces fled."
    groups = {e.name for e in read(text).entities.values() if e.type == "ArmedGroup"}
    assert groups == {"Ghanaian rebel forces"}


@pytest.mark.parametrize("name", ["Kettle Channel", "First Baltic Channel"])
def test_a_name_that_ends_in_channel_is_one(name: str) -> None:
    assert channels(f"{name} is off air.") == {name: (None, "none")}


def test_who_launches_a_counterattack_near_a_town_fights_there() -> None:
    text = "Kenya launched a surprise counterattack near Kumasi, encircling Tamale."
    assert triples(text, "fought_at") == {
        ("Kenya", "fought_at", "Kumasi"),
        ("Kenya", "fought_at", "Tamale"),
    }


def test_a_faculty_is_part_of_its_university() -> None:
    text = "Otto Kern is the dean of the Faculty of Dams at Accra University."
    assert triples(text) == {
        ("Otto Kern", "holds_office", "Faculty of Dams"),
        ("Faculty of Dams", "part_of", "Accra University"),
    }


def test_a_count_in_a_bracket_is_the_channels_right_before_it() -> None:
    text = (
        'It started with the Telegram channel "Kettle Battalion" (over 1 million subscribers), '
        'shared through other Telegram channels, including "Good evening, we are here" (over 0.5 '
        'million subscribers) and "Joker" (160 thousand), and promoted by "Trukha" (over 2.5 '
        "million subscribers) and its network of Telegram channels."
    )
    assert channels(text) == {
        "Kettle Battalion": (1000000, "at_least"),
        "Good evening, we are here": (500000, "at_least"),
        "Joker": (160000, "exact"),
        "Trukha": (2500000, "at_least"),
    }


def test_an_editors_gloss_parts_no_sentence() -> None:
    text = (
        "“It is hard,” wrote a Russian “military correspondent” [this is what propagandists are "
        "called in Russia] at 7:25 a.m. with a following of almost 719,000 Telegram users."
    )
    assert [(c.subscribers, c.bound) for c in read(text).channels.values()] == [(719000, "below")]
    assert len({c.speaker for c in read(text).claims} - {None}) == 1
