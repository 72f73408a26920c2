"""Channels told in tables, cards and lists, and by what stands in place of a sentence."""

from __future__ import annotations

import pytest

from tests.reading import channels, named, read

_BOTH = {"Lantern": (120_000, "exact"), "Harbour Watch": (45_000, "exact")}


@pytest.mark.parametrize(
    "text",
    [
        "| Channel | Subscribers |\n| --- | --- |\n| Lantern | 120,000 |\n| Harbour Watch | 45K |",
        "Name\tReach\nLantern\t120,000\nHarbour Watch\t45,000",
        "| Followers | Account |\n| 120,000 | Lantern |\n| 45K | Harbour Watch |",
        "Lantern | 120K subscribers | war news\nHarbour Watch | 45K subscribers | maps",
        "Name: Lantern\nSubscribers: 120,000\n\nName: Harbour Watch\nSubscribers: 45,000",
        "Lantern\nSubscribers: 120,000\nOwner: Ada Quill\n\nHarbour Watch\nFollowers: 45K",
    ],
)
def test_rows_and_cards_give_each_channel_its_number(text: str) -> None:
    assert channels(text) == _BOTH


def test_cells_tell_the_platform_and_cards_the_owner() -> None:
    table = read("Channel\tPlatform\tFollowers\nLantern\tTelegram\t120,000\nHarbour\tX\t45,000")
    assert {c.name: c.platform for c in table.channels.values()} == {
        "Lantern": "telegram",
        "Harbour": "x",
    }
    card = read("Name: Lantern\nPlatform: Telegram\nSubscribers: 9,000\nOwner: Ada Quill")
    (channel,) = card.channels.values()
    assert (channel.platform, named(card, channel.owner or "")) == ("telegram", "Ada Quill")


def test_the_heading_of_a_list_tells_the_platform_of_its_entries() -> None:
    found = read("Top Telegram channels:\n- Lantern – 120K\n- Harbour Watch – 45K")
    assert {c.platform for c in found.channels.values()} == {"telegram"}


@pytest.mark.parametrize(
    "text",
    [
        "| Party | Members |\n| --- | --- |\n| Lantern | 120,000 |\n| Harbour | 45,000 |",
        "| Country | Viewers |\n| --- | --- |\n| Kenya | 120,000 |\n| Ghana | 45,000 |",
        "| Year | Followers |\n| --- | --- |\n| 2023 | 120,000 |\n| 2024 | 145,000 |",
        "Name: Lantern\nEmployees: 120,000",
    ],
)
def test_tables_of_parties_lands_and_years_have_no_channels(text: str) -> None:
    assert channels(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("Lantern (@lantern, 9,500 subscribers): an anonymous channel of jokes.", "Lantern", 9_500),
        ("@kettle_eu is a Telegram channel with 9,500 subscribers.", "kettle_eu", 9_500),
        (
            "Kettle Watch (@kettle, that is, pot) is one of the largest Telegram channels there, "
            "with 9,500 subscribers.",
            "Kettle Watch",
            9_500,
        ),
        ("Kettle⚡️Watch (@kw) is a channel with 9,500 subscribers.", "Kettle⚡️Watch", 9_500),
    ],
)
def test_what_explains_a_name_with_a_bracket_is_no_second_channel(
    text: str, name: str, count: int
) -> None:
    assert channels(text) == {name: (count, "exact")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A 4chan user by the name of ‘Q’ claimed to have access.", "Q"),
        ("An Instagram influencer going by the name “Lady Morsha” wrote it.", "Lady Morsha"),
        ("A blogger calling himself Grim Owl said so.", "Grim Owl"),
        ("A Facebook page going by Old Mill posted it.", "Old Mill"),
    ],
)
def test_channels_are_called_by_the_name_they_go_by(text: str, name: str) -> None:
    assert set(channels(text)) == {name}


def test_a_handle_may_begin_with_a_figure_but_a_time_is_none() -> None:
    assert set(channels("The channel @3rdwatch wrote it. The channel is on @5pm.")) == {"3rdwatch"}


def test_a_long_aside_may_stand_between_a_person_and_his_number() -> None:
    text = (
        "There are figures like Otto Kern, allegedly a former commander of Kenyan-backed "
        "separatist forces during the annexation of Zelena in 2014, who now has 800,000 "
        "subscribers on Telegram."
    )
    found = read(text)
    (channel,) = found.channels.values()
    assert (channel.subscribers, channel.platform) == (800_000, "telegram")
    assert named(found, channel.owner or "") == "Otto Kern"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The X account Old Mill added 9,000 followers, bringing its total to 88,000.",
            (88_000, "exact"),
        ),
        (
            "The Kettle channel gained 9,000 subscribers in a week, reaching 70,000.",
            (70_000, "exact"),
        ),
        ("The Instagram page Old Mill gained 45,000 followers overnight.", (None, "none")),
        ("The channel Lantern lost 9,000 subscribers in May.", (None, "none")),
        ("The channel Lantern has gained 120,000 followers since 2022.", (120_000, "exact")),
    ],
)
def test_how_many_came_or_went_is_not_how_many_there_are(
    text: str, expected: tuple[int | None, str]
) -> None:
    assert list(channels(text).values()) == [expected]


def test_a_ministry_with_a_handle_has_the_account_and_stays_a_ministry() -> None:
    found = read("The Kenyan Defence Ministry (@modkenya, 90,000 followers on X) posted the clip.")
    (channel,) = found.channels.values()
    assert (channel.handle, channel.subscribers, channel.platform) == ("modkenya", 90_000, "x")
    assert named(found, channel.owner or "") == "Ministry of Defense of Kenya"


def test_a_platform_with_its_number_in_brackets_is_somebodys_account() -> None:
    found = read("Ada Quill's Instagram (1.2M followers) and Otto Kern's TikTok (340K) carried it.")
    assert {(c.platform, c.subscribers) for c in found.channels.values()} == {
        ("instagram", 1_200_000),
        ("tiktok", 340_000),
    }
    assert channels("Durov's Telegram (founded in 2013) met Otto Kern's Facebook (2004).") == {}


def test_with_her_number_opens_a_sentence_about_her() -> None:
    text = "With her 340,000 followers on Instagram, Mila Stone is a star."
    assert channels(text) == {"Mila Stone": (340_000, "exact")}
