"""Channels that texts call by their address: each with its own number."""

from __future__ import annotations

import pytest

from tests.reading import channels, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The account x.com/lantern has 1.1m followers. The channel t.me/kettle has 1.3 million "
            "subscribers. The page vk.com/harbour has 20,000 followers.",
            {
                "lantern": (1_100_000, "exact"),
                "kettle": (1_300_000, "exact"),
                "harbour": (20_000, "exact"),
            },
        ),
        (
            "The channel at t.me/lantern has 64,000 subscribers. The channel "
            "https://t.me/kettle_news, which has 9,000 readers, denied it.",
            {"lantern": (64_000, "exact"), "kettle_news": (9_000, "exact")},
        ),
        (
            "The channel gab.com/lantern has 64,000 subscribers. The channel rumble.com/c/kettle "
            "has 9,000 followers.",
            {"gab.com/lantern": (64_000, "exact"), "rumble.com/c/kettle": (9_000, "exact")},
        ),
        (
            "The site lantern.gh has 2 million readers. The site kettle.gh has 9,000 readers.",
            {"lantern.gh": (2_000_000, "exact"), "kettle.gh": (9_000, "exact")},
        ),
    ],
)
def test_each_address_has_the_number_told_of_it(
    text: str, expected: dict[str, tuple[int, str]]
) -> None:
    assert channels(text) == expected


@pytest.mark.parametrize("name", ["Kettle", "@kettle", "t.me/kettle"])
def test_another_one_has_the_name_between_commas(name: str) -> None:
    text = f"The channel Lantern has 64,000 subscribers. Another one, {name}, has 9,000 readers."
    assert channels(text) == {
        "Lantern": (64_000, "exact"),
        name.lstrip("@").removeprefix("t.me/"): (9_000, "exact"),
    }


@pytest.mark.parametrize(
    "bracket",
    [
        "(Telegram: @quill_front, 156k)",
        "(@quill_front on Telegram, 156,000 subscribers)",
        "(t.me/quill_front, 156,000 subscribers)",
        "(156,000 subscribers; Telegram: @quill_front)",
    ],
)
def test_the_account_and_the_number_in_a_bracket_are_one_channels(bracket: str) -> None:
    found = read(f"The blogger Ada Quill {bracket} said the bridge had been hit.")
    [channel] = found.channels.values()
    assert (channel.handle, channel.platform) == ("quill_front", "telegram")
    assert (channel.name, channel.subscribers) == ("Ada Quill", 156_000)


def test_a_show_is_on_the_platform_named_before_it() -> None:
    found = read("The YouTube show Plain Talk (2.1 million subscribers) told of the raid.")
    [channel] = found.channels.values()
    assert (channel.name, channel.platform) == ("Plain Talk", "youtube")
