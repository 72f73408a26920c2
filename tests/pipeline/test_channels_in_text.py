"""Which channels a text speaks of, how large they are and where it takes them up again."""

from __future__ import annotations

import pytest

from ingest.nlp.findings import Channel, Findings, findings
from ingest.nlp.pipeline import load


def read(text: str) -> Findings:
    return findings(load()(text))


def sizes(found: Findings) -> list[tuple[int | None, str]]:
    return [(c.subscribers, c.bound) for c in found.channels.values()]


def mentions(found: Findings, channel: Channel) -> list[str]:
    return [found.tokens.span_text(m.start, m.end) for m in channel.mentions]


def only(found: Findings) -> Channel:
    (channel,) = found.channels.values()
    return channel


@pytest.mark.parametrize(
    ("phrase", "value", "bound"),
    [
        ("with 64,000 subscribers", 64_000, "exact"),
        ("(some 45K followers)", 45_000, "approx"),
        ("with a following of nearly a million", 1_000_000, "below"),
        ("followed by 1.3 million people", 1_300_000, "exact"),
        ("whose audience exceeds 300,000", 300_000, "at_least"),
        ("read by more than 600 thousand users", 600_000, "at_least"),
        ("with an audience of about 1.1 million", 1_100_000, "approx"),
    ],
)
def test_audience_is_read_with_its_bound(phrase: str, value: int, bound: str) -> None:
    channel = only(read(f"A Telegram channel {phrase} wrote that the bridge had fallen."))
    assert (channel.subscribers, channel.bound) == (value, bound)
    assert (channel.anonymous, channel.platform) == (True, "telegram")


def test_a_million_nearly_and_over_a_million_are_three_channels() -> None:
    found = read(
        "A channel with a million followers wrote that the port burned. "
        "A channel with nearly a million followers denied it. "
        "A channel with over a million followers kept writing about the weather."
    )
    assert sizes(found) == [(1_000_000, "approx"), (1_000_000, "below"), (1_000_000, "at_least")]


def test_same_channel_is_joined_and_another_is_new() -> None:
    found = read(
        "An anonymous Telegram channel with 12,500 subscribers posted a map. "
        "The same channel later deleted it. Another channel claimed the map was forged."
    )
    first, second = found.channels.values()
    assert mentions(found, first)[1:] == ["The same channel"]
    assert mentions(found, second) == ["Another channel"]


def test_admin_of_a_channel_speaks_as_the_channel() -> None:
    found = read(
        "A small channel with 3,000 followers posted a video. Its admin said the film was genuine."
    )
    assert "Its admin" in mentions(found, only(found))


def test_one_and_the_other_are_two_channels() -> None:
    found = read(
        "Two Telegram channels disagreed. One wrote that the ship sank; "
        "the other, whose audience exceeds 300,000, insisted that it was towed."
    )
    assert sizes(found) == [(None, "none"), (300_000, "at_least")]


def test_plural_channels_are_no_channel() -> None:
    assert not read("Pro-war Telegram channels and propagandists repeated the story.").channels


def test_diplomatic_channels_are_no_media() -> None:
    assert not read("A diplomatic channel was opened and said to work.").channels


def test_apposed_channel_names_the_channel() -> None:
    found = read("Krotov Herald, a channel followed by 80,000 people, wrote that the dam held.")
    channel = only(found)
    assert (channel.name, channel.anonymous, channel.subscribers) == (
        "Krotov Herald",
        False,
        80_000,
    )


def test_name_after_the_noun_names_the_channel() -> None:
    channel = only(read("The Telegram channel Two Lanterns wrote that the dam held."))
    assert (channel.name, channel.anonymous) == ("Two Lanterns", False)


def test_handle_in_brackets_belongs_to_the_name_before_it() -> None:
    channel = only(read("The Telegram channel Lantern (@lantern_ua) wrote that the dam held."))
    assert (channel.name, channel.handle) == ("Lantern", "lantern_ua")


def test_address_alone_is_a_channel() -> None:
    channel = only(read("The film was first posted at t.me/lantern_ua on Monday."))
    assert (channel.handle, channel.platform) == ("lantern_ua", "telegram")


def test_her_channel_is_owned_by_her() -> None:
    found = read("Olena Marchuk denied the report. On her Telegram channel, she posted a map.")
    channel = only(found)
    assert channel.owner is not None
    assert found.entities[channel.owner].name == "Olena Marchuk"


def test_audience_of_a_page_belongs_to_its_blogger() -> None:
    found = read("A pro-war blogger whose page has more than 300,000 subscribers admitted it.")
    assert sizes(found) == [(300_000, "at_least")]


def test_ids_depend_on_text_and_description_alone() -> None:
    text = "An anonymous channel with 500 readers wrote that the dam held."
    assert list(read(text).channels) == list(read(text).channels)


def test_named_person_keeps_the_name_beside_a_channel_with_its_audience() -> None:
    found = read("War correspondent Yevhen Marchuk, whose channel is read by 700,000 people, left.")
    channel = only(found)
    assert channel.owner == "person:yevhen-marchuk"
    assert channel.subscribers == 700_000
    assert [e.name for e in found.entities.values() if e.type == "Person"] == ["Yevhen Marchuk"]


def test_name_and_audience_in_brackets_are_a_channel_of_the_person_before() -> None:
    channel = only(read("Milblogger Yevhen Marchuk (Lanternist, 860K followers) disagreed."))
    assert (channel.name, channel.owner) == ("Lanternist", "person:yevhen-marchuk")
    assert channel.subscribers == 860_000


def test_several_names_after_a_plural_are_several_channels() -> None:
    found = read("The Telegram channels Lanternist and Harbourmaster repeated the claim.")
    assert [c.name for c in found.channels.values()] == ["Lanternist", "Harbourmaster"]


def test_admin_of_a_channel_named_after_him_is_that_channel() -> None:
    found = read("The admin of the Telegram channel Lanternist said that the dam held.")
    assert "The admin" in mentions(found, only(found))


def test_newspaper_after_a_place_is_no_name_of_it() -> None:
    assert not read("Leaders met in Bali, a British newspaper reported on Tuesday.").channels


def test_channels_listed_after_a_plural_have_their_own_counts() -> None:
    found = read(
        "The channels include: Night Owl (640,000), Tin Soldier (over 512K) and Red Kettle."
    )
    counts = {c.name: (c.subscribers, c.bound) for c in found.channels.values()}
    assert counts == {
        "Night Owl": (640_000, "exact"),
        "Tin Soldier": (512_000, "at_least"),
        "Red Kettle": (None, "none"),
    }


@pytest.mark.parametrize("link", [", among them", ", including", " such as", " called"])
def test_channels_named_as_examples_of_several_are_channels(link: str) -> None:
    found = read(f"Several Telegram channels{link} Night Owl and Tin Soldier spread the video.")
    assert [c.name for c in found.channels.values()] == ["Night Owl", "Tin Soldier"]


def test_one_of_the_largest_channels_is_a_channel() -> None:
    found = read("One of the largest Telegram channels, with almost a million readers, denied it.")
    assert sizes(found) == [(1_000_000, "below")]


def test_a_count_alone_in_brackets_after_a_name_or_handle_is_its_audience() -> None:
    assert sizes(read("Iron Tide (@irontide, 120K) confirmed it.")) == [(120_000, "exact")]


def test_a_year_or_a_small_number_in_brackets_is_no_audience() -> None:
    found = read("The Telegram channel Iron Tide (2014) wrote that the war had begun.")
    assert sizes(found) == [(None, "none")]


@pytest.mark.parametrize(
    "phrase",
    ["with between 40,000 and 50,000 subscribers", "with 40,000 to 50,000 subscribers"],
)
def test_a_range_counts_at_least_its_lower_end(phrase: str) -> None:
    found = read(f"A Telegram channel {phrase} wrote that the dam held.")
    assert sizes(found) == [(40_000, "at_least")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 40,000 people follow the channel Night Owl.",
        "Followed by some 40,000 people, the channel Night Owl denied it.",
    ],
)
def test_a_count_ahead_of_its_channel_is_its_audience(sentence: str) -> None:
    assert sizes(read(sentence)) == [(40_000, "approx")]


def test_a_count_in_brackets_that_begins_with_it_belongs_to_the_phrase_before() -> None:
    found = read("They read it on the channel (it has more than 150,000 readers) on Monday.")
    assert sizes(found) == [(150_000, "at_least")]


def test_a_post_address_gives_the_channel_of_the_post() -> None:
    channel = only(read("The film was posted at https://t.me/iron_tide/4521 on Monday."))
    assert (channel.handle, channel.platform) == ("iron_tide", "telegram")


def test_a_handle_with_its_platform_after_a_person_is_that_persons_channel() -> None:
    channel = only(read("War correspondent Andrii Maltsev (Telegram: @maltsev_front) filmed it."))
    assert (channel.handle, channel.platform) == ("maltsev_front", "telegram")
    assert channel.owner == "person:andrii-maltsev"


def test_a_handle_after_its_kind_is_described_by_it() -> None:
    channel = only(read("The TikTok blogger @red_nastya, watched by 2 million people, left."))
    assert (channel.handle, channel.platform, channel.subscribers) == (
        "red_nastya",
        "tiktok",
        2_000_000,
    )


def test_a_platform_that_opens_the_sentence_holds_the_group() -> None:
    channel = only(read('On VKontakte, the group "Typical Rzhev" (87.4 thousand members) said so.'))
    assert (channel.platform, channel.subscribers) == ("vk", 87_400)


def test_a_platform_after_the_subscribers_is_the_channels() -> None:
    channel = only(read("A popular blogger (1.1 million subscribers on Telegram) denied it."))
    assert (channel.platform, channel.name) == (
        "telegram",
        "popular blogger (1.1 million subscribers on Telegram)",
    )


def test_views_of_a_post_and_members_of_a_party_are_no_audience() -> None:
    found = read("The video got 1.2 million views. The party has 64,000 members.")
    assert not found.channels


def test_a_count_told_in_a_later_sentence_is_the_channels() -> None:
    found = read("The Telegram channel Night Owl denied it. The channel has 64,000 subscribers.")
    assert sizes(found) == [(64_000, "exact")]


def test_a_count_behind_a_named_project_is_the_projects_and_not_the_bloggers() -> None:
    found = read("The blogger Semen Pehiv, who runs the Rybar project with 90,000 readers, left.")
    assert found.channels["channel:rybar"].subscribers == 90_000


def test_the_person_in_the_bracket_behind_a_name_owns_the_channel() -> None:
    found = read('The most active was "Neues vom Kap" (Alina Marchuk, 180,000 subscribers).')
    channel = only(found)
    assert (channel.name, channel.owner) == ("Neues vom Kap", "person:alina-marchuk")


def test_the_page_is_the_one_page_named_before() -> None:
    found = read(
        'The Facebook page "Truth about Moldova" and the TikTok account "moldova_pravda" '
        "published it. The page has 15,000 followers."
    )
    counts = {c.name: (c.platform, c.subscribers) for c in found.channels.values()}
    assert counts == {
        "Truth about Moldova": ("facebook", 15_000),
        "moldova_pravda": ("tiktok", None),
    }


def test_the_channel_of_a_ministry_is_the_ministrys_channel() -> None:
    found = read(
        "The channel of the Russian Ministry of Defense denied it. "
        "The ministry's channel has half a million readers."
    )
    channel = only(found)
    assert channel.owner == "organization:ministry-of-defense-of-russia"
    assert channel.subscribers == 500_000


def test_account_that_spread_something_is_a_channel() -> None:
    found = read("The account that spread the claim acknowledged that the video was made up.")
    (claim,) = found.claims
    assert claim.speaker == only(found).id


def test_account_of_events_is_no_channel() -> None:
    assert not read("The account of the battle that he wrote was long.").channels
