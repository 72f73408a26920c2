"""Channels and their audiences as profiles, lists and reports on accounts tell of them."""

from __future__ import annotations

import pytest

from tests.reading import channels, named, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "One Telegram channel bills itself as the voice of the front and has 310,000 readers. "
            "Another has 1.3 million.",
            {
                "One Telegram channel with 310,000 readers": (310_000, "exact"),
                "channel with 1.3 million": (1_300_000, "exact"),
            },
        ),
        (
            "The Telegram channel Northern Smoke has 210,000 subscribers. Grey Heron has 1.3 "
            "million.",
            {"Northern Smoke": (210_000, "exact"), "Grey Heron": (1_300_000, "exact")},
        ),
        (
            "The Telegram channel Northern Smoke has 210,000 subscribers. Grey Heron, an account "
            "run by a former baker named Osip Lantz, has 40,000.",
            {"Northern Smoke": (210_000, "exact"), "Grey Heron": (40_000, "exact")},
        ),
        (
            "Salt Wind, a channel of well over a hundred thousand, wrote that it was over.",
            {"Salt Wind": (100_000, "at_least")},
        ),
        (
            "An Instagrammer known as Lady Osmunda, with about one million followers, was fined.",
            {"Lady Osmunda": (1_000_000, "approx")},
        ),
        (
            "Osip Lantz, a prominent figure with a substantial following exceeding 6.6 million "
            "across three sites, stayed away.",
            {"Osip Lantz": (6_600_000, "at_least")},
        ),
        (
            "The banned channels include Dune News with 1.9 million subscribers, and Reef News, "
            "which has the highest following at 18.1 million.",
            {"Dune News": (1_900_000, "exact"), "Reef News": (18_100_000, "exact")},
        ),
        (
            "The agency named several channels, among them “Zora” (‘the dawn,’ 228,000 "
            "subscribers) and “Kotel” (‘cauldron,’ 173,000 subscribers).",
            {"Zora": (228_000, "exact"), "Kotel": (173_000, "exact")},
        ),
        (
            "There are figures like Osip Lantz, allegedly a former commander during the siege of "
            "Accra in 2014, who now has 800,000 subscribers on Telegram.",
            {"Osip Lantz": (800_000, "exact")},
        ),
        (
            "Salt Wind (@saltwind, ~865,000+ subscribers) denied it.",
            {"Salt Wind": (865_000, "approx")},
        ),
        (
            "The Telegram channel Зоря (“War on Myths”) ended its first day with 161 subscribers. "
            "Within two weeks, War on Myths grew to over 625,000 subscribers.",
            {"War on Myths": (625_000, "at_least")},
        ),
        (
            "An anonymous man, posting under the username @saltlamp, was the first to show the "
            "clip to his more than 650,000 followers.",
            {"saltlamp": (650_000, "at_least")},
        ),
    ],
)  # fmt: skip
def test_whose_audience_a_count_is(text: str, expected: dict[str, tuple[int, str]]) -> None:
    assert channels(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A Twitter user with more than 143,000 followers, Osip Lantz, was translating the clip.",
        "With over 143,000 YouTube followers, Osip Lantz has kept his independence.",
        "Osip Lantz was relaxed. He was a hero who reported from the front to his 143,000 "
        "followers.",
    ],
)
def test_a_person_with_an_audience_owns_the_channel_and_stays_a_person(text: str) -> None:
    found = read(text)
    [channel] = found.channels.values()
    assert channel.subscribers == 143_000
    assert channel.owner is not None
    assert named(found, channel.owner) == "Osip Lantz"


def test_the_channel_of_a_known_body_is_its_own_and_the_body_stays_one() -> None:
    found = read("The Hamas Telegram channel has 90,000 subscribers. Hamas said it was over.")
    assert "organization:hamas" in found.entities
    [channel] = found.channels.values()
    assert (channel.owner, channel.subscribers) == ("organization:hamas", 90_000)


def test_a_group_led_by_somebody_is_no_channel_of_that_name() -> None:
    found = read("The head of Kenya's Lion Brigade group, Osip Lantz, said on Sunday that it fell.")
    assert found.channels == {}


def test_what_a_text_speaks_of_later_is_not_taken_up_by_words_before_it() -> None:
    text = (
        "Salt Wind (@saltwind) is the largest Kenyan Telegram channel at 2 million subscribers. "
        "Grey Heron (@greyheron) is small."
    )
    assert channels(text)["Grey Heron"] == (None, "none")


def test_a_channel_the_headline_describes_is_the_one_the_text_names() -> None:
    text = (
        "Another dissident Telegram channel labelled as ‘extremist’ in Belarus\n\n"
        "On April 19, the court declared the Telegram channel Salt Wind extremist."
    )
    assert list(channels(text)) == ["Salt Wind"]


def test_the_platform_of_an_account_stands_behind_what_it_does() -> None:
    found = read("One account posted on X: “The minister was caught on video.”")
    [channel] = found.channels.values()
    [claim] = found.claims
    assert (channel.platform, claim.speaker) == ("x", channel.id)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "The audience of the channel Northern Smoke exceeds 40,000.",
            "Northern Smoke",
            (40_000, "at_least"),
        ),
        (
            "More than 40,000 people subscribe to the Telegram channel Northern Smoke.",
            "Northern Smoke",
            (40_000, "at_least"),
        ),
        (
            "Northern Smoke and Grey Heron, Telegram channels with 40,000 and 90,000 subscribers, "
            "denied it.",
            "Grey Heron",
            (90_000, "exact"),
        ),
        (
            "The channel, called Northern Smoke, has 40,000 subscribers.",
            "Northern Smoke",
            (40_000, "exact"),
        ),
        (
            "On his Telegram channel, which has 50,000 subscribers, Osip Lantz denied it.",
            "Osip Lantz's telegram channel",
            (50_000, "exact"),
        ),
    ],
)
def test_an_audience_is_read_in_wordings_written_without_the_rules(
    text: str, name: str, expected: tuple[int, str]
) -> None:
    assert channels(text)[name] == expected


def test_a_platform_before_a_list_of_counts_is_no_channel() -> None:
    text = "Northern Smoke and Grey Heron, Telegram channels with 40,000 and 90,000 readers, left."
    assert "Telegram" not in channels(text)
