"""Counts that are told short, and channels counted, listed or labelled together."""

from __future__ import annotations

import pytest

from tests.reading import channels, read, triples


def mentions(text: str) -> list[list[str]]:
    found = read(text)
    return [
        [found.tokens.span_text(m.start, m.end) for m in c.mentions]
        for c in found.channels.values()
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Two channels spread it. One has 300,000 subscribers, the other 45,000.",
            [(300_000, "exact"), (45_000, "exact")],
        ),
        (
            "Paper Boat has about 48 thousand subscribers; Tin Soldier, more than 150 thousand.",
            [(48_000, "approx"), (150_000, "at_least")],
        ),
        (
            "Telegram channels Owl Post and Night Desk have 120,000 and 75,000 subscribers.",
            [(120_000, "exact"), (75_000, "exact")],
        ),
        (
            "One channel (over 400,000 subscribers) laughed; a second, with 31,000, wept.",
            [(400_000, "at_least"), (31_000, "exact")],
        ),
        (
            "First was Cold Front (212K subs). It rained. They left. Trains stood. Hot Front "
            "(38,700) denied it. Varenko (2,400) is a village.",
            [(212_000, "exact"), (38_700, "exact")],
        ),
        (
            "It stood on Cold Front (210,000 subscribers) and was copied by Hot Front (95,000).",
            [(210_000, "exact"), (95_000, "exact")],
        ),
        (
            "The channel Salt Road, which had 100,000 subscribers in January, now has 160,000.",
            [(160_000, "exact")],
        ),
        ("Lantern, a Telegram channel subscribed to by 380K people, left.", [(380_000, "exact")]),
        (
            "With over two million subscribers, Steel Horizon is the biggest of the channels.",
            [(2_000_000, "at_least")],
        ),
        ("Hollow Oak, a channel, grew from 20,000 to 140,000 subscribers.", [(140_000, "exact")]),
        ("Velvet Rain, whose readership is put at 260,000, left.", [(260_000, "exact")]),
        (
            "Two accounts, @mirna.ba and @old.bridge, with 51,000 and 8,300 followers, left.",
            [(51_000, "exact"), (8_300, "exact")],
        ),
        ("Of all channels Kurier Dnia (Telegram, 18K) had it first.", [(18_000, "exact")]),
        (
            "The channel Old Harbour, which more than 50,000 people read, left.",
            [(50_000, "at_least")],
        ),
        ("The channel Reed (@reed, 9.4K): The mayor is lying to us.", [(9_400, "exact")]),
        ("The community “Don” on VKontakte (18,900 members) closed.", [(18_900, "exact")]),
    ],
)
def test_counts_told_short_reach_their_channels(text: str, counts: list[tuple[int, str]]) -> None:
    assert list(channels(text).values()) == counts


def test_a_number_beside_no_audience_counts_nothing() -> None:
    text = "The channel Reed has 9,000 subscribers; the army lost 1,200 men and Kharkiv, 3,000."
    assert channels(text) == {"Reed": (9_000, "exact")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Channel Volga Wire and channel Steppe Signal wrote it.", {"Volga Wire", "Steppe Signal"}),
        (
            "The channels that carried it were Red Kite (88K), Birch Line and Slag (14,300).",
            {"Red Kite", "Birch Line", "Slag"},
        ),
        (
            "Several anonymous channels repeated it, among them Night Ferry and Cold Tea.",
            {"Night Ferry", "Cold Tea"},
        ),
        (
            "Marble Arch and Cinder Path, two channels with 60,000 subscribers each, said so.",
            {"Marble Arch", "Cinder Path"},
        ),
        (
            "A channel with 5,000 subscribers, Orchard Road, was the first to say so.",
            {"Orchard Road"},
        ),
        ("The depot was empty, wrote “Moloko” (t.me/moloko_live).", {"Moloko"}),
    ],
)
def test_every_channel_of_a_list_is_found(text: str, names: set[str]) -> None:
    assert set(channels(text)) == names


@pytest.mark.parametrize(
    ("text", "name", "owner"),
    [
        (
            "Olena Marchuk runs Signal Fire. The channel has 240,000 subscribers.",
            "Signal Fire",
            "person:olena-marchuk",
        ),
        (
            "Olena Marchuk's YouTube channel, The Other Bank, has 78K subscribers.",
            "Other Bank",
            "person:olena-marchuk",
        ),
    ],
)
def test_a_channel_named_beside_its_owner_is_hers(text: str, name: str, owner: str) -> None:
    (channel,) = read(text).channels.values()
    assert (channel.name, channel.owner) == (name, owner)


def test_each_entry_of_a_printed_list_has_its_number() -> None:
    text = "The channels:\n\n1. Owl Post – 120,000 subscribers\n2. Kettle – 9,800 subscribers\n"
    assert channels(text) == {"Owl Post": (120_000, "exact"), "Kettle": (9_800, "exact")}


def test_the_first_and_the_second_milblogger_are_two() -> None:
    text = (
        "One milblogger claimed that the village fell. Another milblogger said that it stood. "
        "The first milblogger complained. The second milblogger denied that."
    )
    assert mentions(text) == [
        ["One milblogger", "The first milblogger"],
        ["Another milblogger", "The second milblogger"],
    ]


def test_the_other_channel_is_the_one_not_spoken_of_last() -> None:
    text = (
        "Grey Heron, a Telegram channel, said yes. Owl Post, another channel, said no. "
        "The other channel insisted that it was right."
    )
    assert mentions(text)[0] == ["Grey Heron", "a Telegram channel", "The other channel"]


def test_a_national_source_that_claims_is_a_channel_and_an_informant_is_none() -> None:
    assert list(channels("A Russian source claimed that the village fell.")) == ["Russian source"]
    assert channels("A Russian source told reporters that the village fell.") == {}
    assert channels("A source in the ministry claimed that the village fell.") == {}


def test_a_place_before_a_newspaper_is_no_name_of_it() -> None:
    text = "The text is set to pass at the summit in Bali, a British newspaper reported on Tuesday."
    assert "Bali" not in channels(text)


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        (
            "Copper Gate 24, an X account that 212K people follow, laughed.",
            "Copper Gate 24",
            (212_000, "exact"),
        ),
        (
            "Copper Gate, a 1.2M-strong anonymous channel, wrote that it fell.",
            "Copper Gate",
            (1_200_000, "exact"),
        ),
        (
            "A channel named Copper Gate, 30-odd thousand strong, laughed.",
            "Copper Gate",
            (30_000, "approx"),
        ),
        (
            "Copper Gate, a Kenyan channel (118k members), wrote that it fell.",
            "Copper Gate",
            (118_000, "exact"),
        ),
        (
            "The YouTube host Marta Quill (followers: a shade over 72,000) wrote that it fell.",
            "Marta Quill",
            (72_000, "at_least"),
        ),
    ],
)
def test_audiences_told_in_few_words(text: str, name: str, count: tuple[int, str]) -> None:
    assert channels(text)[name] == count


def test_another_one_whose_channel_is_counted_is_one_more() -> None:
    text = (
        'A "war correspondent" with 138,000 subscribers said that it fell. '
        "Another one, whose channel has half a million followers, said that it stood. "
        "The group's leader, Marta Quill, laughed."
    )
    assert list(channels(text).values()) == [(138_000, "exact"), (500_000, "approx")]


def test_an_army_so_many_strong_is_no_channel() -> None:
    assert channels("Kenya sent a 30,000-strong army. The army, 30,000 strong, stood there.") == {}


def test_a_place_behind_an_article_is_no_name_of_a_channel() -> None:
    text = "It was Kotelok, a Moscow channel with 182,000 subscribers, that set the tone."
    assert channels(text) == {"Kotelok": (182_000, "exact")}


def test_one_of_a_group_of_bloggers_is_a_channel_and_another_is_another() -> None:
    text = (
        "Iranian military bloggers were divided. One of them, with more than 550,000 subscribers, "
        "complained that Tehran slept; another, whose readership is not public, argued that it did."
    )
    assert list(channels(text).values()) == [(550_000, "at_least"), (None, "none")]


def test_what_somebody_blogs_as_is_a_channel_of_his() -> None:
    text = "Deniz Aksoy, who blogs as Bozkurt Defteri for 64,300 followers, left."
    assert channels(text) == {"Bozkurt Defteri": (64_300, "exact")}
    assert triples(text, "runs") == {("Deniz Aksoy", "runs", "Bozkurt Defteri")}


def test_his_channel_has_the_name_he_calls_it_by() -> None:
    text = (
        "Kirill Aldren came. In his Telegram channel, which he calls «Aldren Without Makeup» and "
        "which has 412,000 subscribers, he said nothing."
    )
    assert channels(text) == {"Aldren Without Makeup": (412_000, "exact")}
    assert triples(text, "runs") == {("Kirill Aldren", "runs", "Aldren Without Makeup")}


def test_a_page_is_of_the_blogger_and_not_of_the_town_he_lives_in() -> None:
    text = "Kester Aldren, a blogger in Accra whose page has some 12,000 followers, said no."
    assert channels(text) == {"Kester Aldren": (12_000, "approx")}


def test_a_body_that_tells_of_the_channel_is_not_the_channel() -> None:
    assert channels("According to the Copper Centre, the channel was registered in Accra.") == {}


def test_the_daily_and_the_television_station_name_outlets() -> None:
    text = (
        "In 2009 Ivan Popko took over the daily Utrinna Duma and the television station Kanal 11."
    )
    assert set(channels(text)) == {"Utrinna Duma", "Kanal 11"}
    assert ("Ivan Popko", "owns", "Utrinna Duma") in triples(text)


def test_an_aside_before_a_count_does_not_part_it_from_its_channel() -> None:
    text = (
        "“Baltic Vector” – a Telegram channel which, at last count, some 88 thousand people read."
    )
    assert channels(text) == {"Baltic Vector": (88_000, "approx")}


def test_following_channels_is_no_following() -> None:
    assert channels("In March we were following 41 channels.") == {}


def test_what_follows_the_channel_now_is_its_count() -> None:
    text = (
        "The “Lantern” account has grown the most. On 4 May the Telegram channel still had 8,000 "
        "subscribers. More than 130,000 people now follow the channel."
    )
    assert channels(text) == {"Lantern": (130_000, "at_least")}


def test_accounts_that_are_subscribed_to_a_page_are_counted() -> None:
    text = "At its peak, 100 thousand accounts were subscribed to the page Lantern."
    assert channels(text) == {"Lantern": (100_000, "exact")}


def test_correspondent_of_a_site_is_no_channel() -> None:
    assert channels("Ada Quill, the news site's military correspondent, left.") == {}


@pytest.mark.parametrize(
    "said",
    [
        "wants to reach 20,000 subscribers by May",
        "plans to grow to 20,000 followers",
        "aims for 20,000 readers",
        "will soon have 20,000 subscribers",
        "is short of its goal of 20,000 readers",
        "gained 20,000 subscribers in March",
        "gained 20,000 followers last week",
    ],
)
def test_readers_hoped_for_or_won_in_a_month_are_no_audience(said: str) -> None:
    assert channels(f"The channel Lantern {said}.") == {"Lantern": (None, "none")}


@pytest.mark.parametrize(
    "said", ["wants to reach its 20,000 subscribers", "has gained 20,000 followers since May"]
)
def test_readers_reached_are_an_audience(said: str) -> None:
    assert channels(f"The channel Lantern {said}.") == {"Lantern": (20_000, "exact")}


def test_what_was_told_last_has_a_count_and_not_what_was_told_with_a_hope() -> None:
    text = (
        "The channel Lantern has 9,000 readers. The channel Kettle wants to reach 2 million "
        "readers. Of the channel's 50,000 subscribers, 30,000 are bots."
    )
    assert channels(text) == {"Lantern": (9_000, "exact"), "Kettle": (50_000, "exact")}


@pytest.mark.parametrize("said", ["does not even have 500 readers", "never had 500 readers"])
def test_a_channel_that_has_not_so_many_has_fewer(said: str) -> None:
    assert channels(f"The channel Lantern {said}.") == {"Lantern": (500, "below")}


@pytest.mark.parametrize("joint", ["; by", ". By"])
def test_what_it_had_on_a_later_day_is_its_count(joint: str) -> None:
    text = f"In January the channel Lantern had 10,000 subscribers{joint} June it had 35,000."
    assert channels(text) == {"Lantern": (35_000, "exact")}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("passed the 500,000 mark in May", (500_000, "at_least")),
        ("has since passed the 1.2 million mark", (1_200_000, "at_least")),
        ("crossed the 500,000-subscriber mark", (500_000, "at_least")),
        ("reached the 500,000-subscriber mark", (500_000, "exact")),
        ("hopes to pass the 500,000 mark", (None, "none")),
    ],
)
def test_who_passed_a_mark_has_more_than_so_many(
    told: str, expected: tuple[int | None, str]
) -> None:
    assert channels(f"The channel Lantern {told}.") == {"Lantern": expected}


def test_a_mark_that_prices_pass_is_no_audience() -> None:
    text = "The channel Lantern said so. Prices of bread crossed the 5,000 mark."
    assert channels(text) == {"Lantern": (None, "none")}


def test_a_mark_passed_is_the_named_bloggers_own() -> None:
    text = "The channel Lantern said so. The blogger Ada Quill has crossed the 200,000-reader mark."
    assert channels(text) == {"Lantern": (None, "none"), "Ada Quill": (200_000, "at_least")}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("lost 12,000 subscribers within a week and now has 78,000", (78_000, "exact")),
        ("has gained 12,000 subscribers since May and now has over 78,000", (78_000, "at_least")),
    ],
)
def test_what_a_channel_has_now_counts_and_not_how_many_came_or_went(
    told: str, expected: tuple[int, str]
) -> None:
    assert channels(f"The channel Lantern {told}.") == {"Lantern": expected}


@pytest.mark.parametrize("count", ["an audience of just over 90,000", "over 90,000 subscribers"])
def test_one_of_the_largest_channels_with_so_many_has_them(count: str) -> None:
    text = f"Lantern, one of the largest pro-war channels with {count}, denied it."
    assert channels(text) == {"Lantern": (90_000, "at_least")}
