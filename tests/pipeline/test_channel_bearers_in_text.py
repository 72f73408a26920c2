"""Whose audience a count is, where other names and nouns stand between."""

from __future__ import annotations

import pytest

from tests.reading import channels, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three Anchors, whose audience then stood at 1.1 million, was the first to speak.",
            {"Three Anchors": (1_100_000, "exact")},
        ),
        (
            "Lantern, a project of Milan Kostic with over 1.2 million followers, blamed London.",
            {"Lantern": (1_200_000, "at_least")},
        ),
        (
            "“Smoke Line,” which has been labelled a foreign agent and counts over 150,000 "
            "readers, published a list.",
            {"Smoke Line": (150_000, "at_least")},
        ),
        (
            "Neither the ministry nor Milan Kostic, with his 1.3 million-strong audience, went on.",
            {"Milan Kostic": (1_300_000, "exact")},
        ),
        (
            "The biggest page, Harbour Truth, amassed 212,000 followers. "
            "The second largest, Voix du Lac, had 88K followers.",
            {"Harbour Truth": (212_000, "exact"), "Voix du Lac": (88_000, "exact")},
        ),
        (
            "An hour later it was forwarded by Africa Rising Live (64,500 subscribers).",
            {"Africa Rising Live": (64_500, "exact")},
        ),
        (
            "The post appeared in Owl Post (@owl_post), a Telegram channel. With 38,412 "
            "subscribers at the time of writing, the channel is not large.",
            {"Owl Post": (38_412, "exact")},
        ),
    ],
)
def test_a_count_belongs_to_whom_the_sentence_is_about(
    text: str, expected: dict[str, tuple[int, str]]
) -> None:
    found = channels(text)
    assert {name: found.get(name) for name in expected} == expected


def test_whose_channel_is_that_of_the_person_and_not_of_her_employer() -> None:
    text = (
        "Vera Lindt, the head of Channel 9, whose Telegram channel has more than half a million "
        "subscribers, reposted it."
    )
    found = channels(text)
    assert found["Vera Lindt's telegram channel"] == (500_000, "at_least")
    assert all(size is None for name, (size, _) in found.items() if "Lindt" not in name)


def test_another_one_is_the_channel_and_not_who_runs_it() -> None:
    text = (
        "An anonymous channel published it. Another one, run by the former officer Anton Greben "
        "and followed by 310,000 people, mocked the governor."
    )
    found = read(text)
    counted = [c for c in found.channels.values() if c.subscribers == 310_000]
    assert [(c.anonymous, c.kind) for c in counted] == [(True, "channel")]


def test_channels_counted_together_are_as_many_as_their_counts() -> None:
    text = "Two bigger channels, with 1.1 million and 870,000 subscribers, ignored the arrest."
    assert sorted(channels(text).values()) == [(870_000, "exact"), (1_100_000, "exact")]


def test_a_channel_of_so_many_leaves_out_what_it_counts() -> None:
    found = channels("Another anonymous channel, of 57,000, noticed the contradiction.")
    assert list(found.values()) == [(57_000, "exact")]


def test_the_author_of_a_third_channel_introduces_it() -> None:
    found = read("The author of a third channel wrote that the bridge stood.")
    (channel,) = found.channels.values()
    assert channel.anonymous
    assert [claim.speaker for claim in found.claims] == [channel.id]


def test_a_platform_before_its_accounts_is_no_channel_of_the_list() -> None:
    text = "A cluster of Telegram channels, TikTok accounts and websites spread the claim."
    assert "TikTok" not in channels(text)


def test_who_has_a_channel_of_so_many_owns_it() -> None:
    found = read("Milan Kostic, who has a channel of 270,000 subscribers, agreed.")
    assert [(c.subscribers, c.owner) for c in found.channels.values()] == [
        (270_000, "person:milan-kostic")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The list is headed by the channel of the propagandist Milan Kostic (180 thousand "
            "followers), followed by “Smoke Line” with its 190,000.",
            {"Milan Kostic's channel": (180_000, "exact")},
        ),
        (
            "It was repeated by Night Desk, a mirror of the blocked site, and by deputy Milan "
            "Kostic, who has 51K followers on Telegram.",
            {"Milan Kostic": (51_000, "exact")},
        ),
        (
            "The Telegram channel “Old Harbour” (@oldharbour, 22K subs) wrote that it fell.",
            {"Old Harbour": (22_000, "exact")},
        ),
        (
            "What about the second largest channel in the network, Ararat Insider (nearly 19K)?",
            {"Ararat Insider": (19_000, "below")},
        ),
    ],
)
def test_a_count_in_brackets_or_behind_who_belongs_to_its_name(
    text: str, expected: dict[str, tuple[int, str]]
) -> None:
    found = channels(text)
    assert {name: found.get(name) for name in expected} == expected


def test_what_is_defined_as_a_channel_gives_it_its_name() -> None:
    assert list(channels("Old Harbour is a Telegram channel.")) == ["Old Harbour"]


def test_the_largest_of_them_is_a_channel_and_not_one_of_them_is_none() -> None:
    text = (
        "The survey covered forty channels. Not one of the forty channels told its readers. The "
        "largest of them, whose audience exceeds 3 million, has published nothing about it."
    )
    assert list(channels(text).values()) == [(3_000_000, "at_least")]


def test_the_one_war_correspondent_is_taken_up_however_late() -> None:
    text = (
        "A war correspondent with 830,000 readers urged caution. A channel that had about 380 "
        "thousand subscribers laughed. Emil Radev, a senator with 190,000 followers, agreed. The "
        "war correspondent who had urged caution was silent. The channel with 380 thousand "
        "subscribers was not."
    )
    found = read(text)
    assert sorted((c.subscribers, c.bound) for c in found.channels.values()) == [
        (190_000, "exact"),
        (380_000, "approx"),
        (830_000, "exact"),
    ]


def test_a_quoted_name_behind_one_channel_is_its_name() -> None:
    text = "Only one channel, the anonymous “Insider Z” (over 95,000), said that it was genuine."
    assert channels(text) == {"Insider Z": (95_000, "at_least")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The second largest is “Shtab bez Pravdy” (over 290,000 followers).",
            {"Shtab bez Pravdy": (290_000, "at_least")},
        ),
        (
            "“Mother of a Sailor”, some 57 thousand readers, is devoted to it.",
            {"Mother of a Sailor": (57_000, "approx")},
        ),
        (
            "“Port Signal,” with 134,500 subscribers, and “River Signal,” with 98,700, agree.",
            {"Port Signal": (134_500, "exact"), "River Signal": (98_700, "exact")},
        ),
        (
            "Istina Sada, which had nearly 30,000 subscribers, made videos. Vesnik 24/7 (approx. "
            "8,200) wrote in Macedonian.",
            {"Vesnik 24/7": (8_200, "approx")},
        ),
        (
            "Posts went through a group named “For a Free Valley”, whose 112,000 members made it "
            "the largest.",
            {"For a Free Valley": (112_000, "exact")},
        ),
    ],
)
def test_quoted_and_numbered_names_are_whole(
    text: str, expected: dict[str, tuple[int, str]]
) -> None:
    found = channels(text)
    assert {name: found.get(name) for name in expected} == expected


def test_a_count_that_has_become_another_is_the_channels() -> None:
    text = (
        "A Telegram channel called “Lobby” appeared. By the end of the year it had 38,000 "
        "subscribers; today 412,000 people read it. The flagship told its 412,000 readers that "
        "all was well."
    )
    found = read(text)
    assert [(c.name, c.subscribers) for c in found.channels.values()] == [("Lobby", 412_000)]
    assert [claim.speaker for claim in found.claims] == ["channel:lobby"]


def test_his_colleague_with_readers_is_a_channel() -> None:
    text = "His colleague, who is read by more than half a million people, agreed."
    assert list(channels(text).values()) == [(500_000, "at_least")]


def test_an_address_in_the_bracket_is_the_channels() -> None:
    text = "Balkanski Glas (t.me/bglas), with 61,400 subscribers, served as the source."
    found = read(text)
    assert [(c.name, c.handle, c.subscribers) for c in found.channels.values()] == [
        ("Balkanski Glas", "bglas", 61_400)
    ]


def test_a_day_before_a_channel_is_no_name_of_it() -> None:
    text = "At 07:42 on Sunday, a Telegram channel nobody had heard of announced that it fell."
    assert "Sunday" not in channels(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Telegram channel of Readovka, with its 2.3 million subscribers, was silent.",
            {"Readovka": (2_300_000, "exact")},
        ),
        (
            "Channels reacted, among them Old Laundress (68,000) and Nezygar (over 300,000).",
            {"Old Laundress": (68_000, "exact"), "Nezygar": (300_000, "at_least")},
        ),
    ],
)
def test_counts_of_known_channels_and_of_lists(
    text: str, expected: dict[str, tuple[int, str]]
) -> None:
    found = channels(text)
    assert {name: found.get(name) for name in expected} == expected


def test_a_retweet_is_not_the_outlet_of_that_name() -> None:
    assert list(channels("RT @oldmill_news: the bridge is closed.")) == ["oldmill_news"]


def test_a_channel_run_by_somebody_and_read_by_many_is_one() -> None:
    text = (
        "It comes from a Telegram channel called “Neues vom Hafen”, run by the blogger Anna Greben "
        "and followed by some 180,000 people. Greben repeats it on her channel."
    )
    found = read(text)
    assert [(c.name, c.subscribers, c.owner) for c in found.channels.values()] == [
        ("Neues vom Hafen", 180_000, "person:anna-greben")
    ]


@pytest.mark.parametrize(
    "said",
    [
        "The researcher Ada Quill counts 310,000 followers on VKontakte.",
        "The analyst Ivo Kern found 12,000 subscribers of the group.",
        "Ada Quill estimates 9,000 followers.",
    ],
)
def test_who_looks_how_many_follow_others_is_no_channel(said: str) -> None:
    assert channels(f"It is popular. {said}") == {}


def test_a_channel_that_is_read_by_many_explains_the_name_before_it() -> None:
    text = "Black Lighthouse, a Telegram channel read by more than 60,000 people, told of the raid."
    assert channels(text) == {"Black Lighthouse": (60000, "at_least")}
