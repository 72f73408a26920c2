"""Channels in lists and under odd names, and audiences told as what they became."""

from __future__ import annotations

import pytest

from tests.reading import channels, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "• Northern Smoke (@nsmoke): 40K\n• Old Quay (@oldquay): 8,300\n",
            {"Northern Smoke": (40_000, "exact"), "Old Quay": (8_300, "exact")},
        ),
        (
            "The largest Telegram channels:\n1. Grey Dawn – over 40K\n2. Red Dusk – 112K\n",
            {"Grey Dawn": (40_000, "at_least"), "Red Dusk": (112_000, "exact")},
        ),
        ("Houses lost by region:\n• Kharkiv: 4,300\n• Odesa: 2,100\n", {}),
        (
            "The two largest pages in the network, Prairie Voices and Heartland Now, had 120,000 "
            "and 75,000 followers respectively.",
            {"Prairie Voices": (120_000, "exact"), "Heartland Now": (75_000, "exact")},
        ),
        (
            "It was reposted by X users including @kettle.one (203,000 followers) and @kettle_two "
            "(64,000 followers).",
            {"kettle.one": (203_000, "exact"), "kettle_two": (64_000, "exact")},
        ),
    ],
)
def test_a_list_of_channels_counts_each(text: str, expected: dict[str, tuple[int, str]]) -> None:
    assert channels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A VK group called Mothers of the Volga, with around 15,000 members, left.",
            {"Mothers of the Volga": (15_000, "approx")},
        ),
        (
            "The newsletter The Quiet Ledger, which says it has 60,000 subscribers, left.",
            {"Quiet Ledger": (60_000, "exact")},
        ),
        (
            "The account War Atlas, followed by 1.5m people, denied it.",
            {"War Atlas": (1_500_000, "exact")},
        ),
        (
            "A Polish-language Telegram channel, Nowa Fala, denied it. It has 9,000 subscribers.",
            {"Nowa Fala": (9_000, "exact")},
        ),
        (
            "Grey Harbour, one of the most popular channels (over 450K subscribers), denied it.",
            {"Grey Harbour": (450_000, "at_least")},
        ),
        (
            "One account with no ties to Tehran - Daily Kettle - has 9,000 followers.",
            {"Daily Kettle": (9_000, "exact")},
        ),
        (
            "A TikTok account using the handle @kettle.de had 56,700 followers.",
            {"kettle.de": (56_700, "exact")},
        ),
        (
            "The War on Lies Telegram channel denied it. War on Lies has 9,000 subscribers.",
            {"War on Lies": (9_000, "exact")},
        ),
        (
            "UKR NEWS_pl is part of a group of Telegram channels.",
            {"UKR NEWS_pl": (None, "none")},
        ),
        (
            "An account called “KettleNews_”, which describes itself as a fan account for a "
            "singer, has gathered more than one million followers.",
            {"KettleNews_": (1_000_000, "at_least")},
        ),
    ],
)
def test_names_of_channels_have_odd_shapes(
    text: str, expected: dict[str, tuple[int | None, str]]
) -> None:
    assert channels(text) == expected


def test_a_name_is_defined_by_what_it_is_one_of() -> None:
    text = "Grey Kettle grew to 9,000 readers and is now one of the top Telegram channels."
    assert channels(text) == {"Grey Kettle": (9_000, "exact")}


def test_who_a_clause_says_acts_on_an_account_is_not_its_name() -> None:
    text = "An account Grevka has linked to the state had 9,000 followers."
    assert "Grevka" not in channels(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "The channel Grey Kettle saw its followers on X grow from just over 700,000 on 13 June "
            "to 1.4m by 19 June.",
            1_400_000,
        ),
        ("The page “Grey Kettle” swelled from 6,000 followers in June to 58,000 in July.", 58_000),
        ("The channel Grey Kettle had 3,000 subscribers then. It now has 24,000.", 24_000),
        ("The page Grey Kettle is followed by nearly 2 lakh people.", 200_000),
    ],
)
def test_an_audience_is_what_it_became(text: str, count: int) -> None:
    assert [size for size, _ in channels(text).values()] == [count]


def test_who_posts_where_the_channels_of_the_text_do_is_one() -> None:
    text = (
        "A Telegram channel with 40,000 readers denied it. Quiet Front wrote on Telegram that it "
        "was over. Popko Bank wrote on Telegram that it was not. Ivan Popko wrote on Telegram too."
    )
    assert set(channels(text)) == {"Telegram channel with 40,000 readers", "Quiet Front"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It began with three Telegram channels: Honest Desna, Lviv Without Rumours and Quiet "
            "Bug. The first has 84,000 subscribers, the second 41,000 and the third just over "
            "12,000.",
            {
                "Honest Desna": (84_000, "exact"),
                "Lviv Without Rumours": (41_000, "exact"),
                "Quiet Bug": (12_000, "at_least"),
            },
        ),
        (
            "The Facebook pages Grey Kettle and Red Lantern copied it. The pages have 55,000 and "
            "210,000 followers, respectively.",
            {"Grey Kettle": (55_000, "exact"), "Red Lantern": (210_000, "exact")},
        ),
        (
            "Telegram channels close to the army, such as Grey Kettle and Red Lantern, denied it.",
            {"Grey Kettle": (None, "none"), "Red Lantern": (None, "none")},
        ),
        (
            "Twelve Telegram channels were blocked, among them Brest Without Fear and Grodno 97.",
            {"Brest Without Fear": (None, "none"), "Grodno 97": (None, "none")},
        ),
        (
            "Two of Hungary's largest Facebook pages, Szabad Kanna and Igaz Hang, copied it.",
            {"Szabad Kanna": (None, "none"), "Igaz Hang": (None, "none")},
        ),
    ],
)
def test_channels_told_together_are_taken_up_one_by_one(
    text: str, expected: dict[str, tuple[int | None, str]]
) -> None:
    assert channels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The account Grey Kettle stayed. Its 31,500 followers included several members of "
            "parliament.",
            {"Grey Kettle": (31_500, "exact")},
        ),
        (
            "The page Grey Kettle, which is liked by 19,000 people and followed by 22,000, left.",
            {"Grey Kettle": (22_000, "exact")},
        ),
        (
            "The account Grey Kettle wrote. It tweeted daily and amassed 71,000 followers.",
            {"Grey Kettle": (71_000, "exact")},
        ),
        (
            "With just 2,900 subscribers, the channel Grey Kettle was the first.",
            {"Grey Kettle": (2_900, "exact")},
        ),
        (
            "Ivan Popko runs a Facebook page with 19,500 followers called Eyes on Lviv.",
            {"Eyes on Lviv": (19_500, "exact")},
        ),
        (
            "An influencer who goes by Uncle Kettle and has 4 million fans on Douyin laughed.",
            {"Uncle Kettle": (4_000_000, "exact")},
        ),
        ("Sixty thousand fans watched. The club has 60,000 fans in Lviv.", {}),
        (
            "The Instagram account lviv.diary (98.4k) asked for money.",
            {"lviv.diary": (98_400, "exact")},
        ),
        (
            "A page with the name Grey Kettle, counting 41 thousand followers, shared it.",
            {"Grey Kettle": (41_000, "exact")},
        ),
        (
            "About 300,000 people subscribe to Ivan Popko's YouTube channel.",
            {"Ivan Popko's youtube channel": (300_000, "approx")},
        ),
    ],
)
def test_counts_find_their_channel_in_either_order(
    text: str, expected: dict[str, tuple[int, str]]
) -> None:
    assert channels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It is over,” said one widely read Telegram channel, The Ensign's Notes.",
            {"Ensign's Notes": (None, "none")},
        ),
        (
            "A blogger with the pseudonym “Grey Wagtail” and an audience of about 51,000 lied.",
            {"Grey Wagtail": (51_000, "approx")},
        ),
        (
            "The group's English-language channel, Grey Kettle, has 12,700 subscribers; the Arabic "
            "one has 189,000.",
            {"Grey Kettle": (12_700, "exact"), "Arabic one with 189,000": (189_000, "exact")},
        ),
    ],
)
def test_names_may_be_somebodys_and_one_may_stand_for_the_noun(
    text: str, expected: dict[str, tuple[int | None, str]]
) -> None:
    assert channels(text) == expected


@pytest.mark.parametrize("noun", ["platform", "channel"])
def test_the_channel_of_an_entry_is_the_name_that_heads_it(noun: str) -> None:
    text = (
        f"Kettle Web News - The {noun} is misused to spread lies about the army. As of May, 14,000 "
        "people have subscribed to the channel."
    )
    assert channels(text) == {"Kettle Web News": (14_000, "exact")}


@pytest.mark.parametrize("head", ["Ghana", "Ivan Popko", "Reuters"])
def test_a_state_a_person_and_an_agency_before_a_dash_are_no_such_channel(head: str) -> None:
    text = f"{head} - The platform is shut. The channel has 9,000 subscribers."
    assert channels(text).get("channel with 9,000 subscribers") == (9_000, "exact")


def test_two_names_joined_by_and_are_two_channels() -> None:
    text = "The channels Sharp Angle and Grey Front claimed that the bridge had been hit."
    assert channels(text) == {"Sharp Angle": (None, "none"), "Grey Front": (None, "none")}


def test_what_each_of_a_list_has_is_the_count_of_all() -> None:
    for told in ("have 30,000 subscribers each.", "each have 30,000 subscribers."):
        text = f"The channels Sharp Angle and Grey Front {told}"
        assert channels(text) == {"Sharp Angle": (30000, "exact"), "Grey Front": (30000, "exact")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Letters from the Rear, a Telegram channel, has 1.1 million subscribers.",
            {"Letters from the Rear": (1_100_000, "exact")},
        ),
        (
            "The channel Notes from the Front claimed that the bridge had been hit.",
            {"Notes from the Front": (None, "none")},
        ),
        (
            "Letters from the Rear (90,000 subscribers)\nUncle Popko's Notes (50,000 subscribers)\n"
            "Popko's Notes: 98,050 subscribers",
            {
                "Letters from the Rear": (90_000, "exact"),
                "Uncle Popko's Notes": (50_000, "exact"),
                "Popko's Notes": (98_050, "exact"),
            },
        ),
    ],
)
def test_a_title_of_plain_nouns_is_whole_with_its_from_or_its_owner(
    text: str, expected: dict[str, tuple[int | None, str]]
) -> None:
    assert channels(text) == expected


def test_where_somebody_is_from_is_not_of_the_name() -> None:
    text = "The blogger Ivan Popko from the Azov Brigade has 9,000 subscribers."
    assert channels(text) == {"Ivan Popko": (9_000, "exact")}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("by June the figure had climbed to nearly 90,000", (90_000, "below")),
        ("by June the death toll had climbed to 90,000", (9_000, "exact")),
    ],
)
def test_the_figure_that_climbed_is_the_audience(told: str, expected: tuple[int, str]) -> None:
    text = f"The channel Lantern had 9,000 subscribers in March; {told}."
    assert channels(text) == {"Lantern": expected}


def test_an_entry_names_its_channel_in_latin_letters_where_it_has_them() -> None:
    text = (
        "We read four anonymous Telegram channels:\n\n"
        "1. Тамалець (Tamalets, The Man of Tamale) — 73.2 thousand subscribers.\n"
        "2. Чайник і Віл (Chainyk i Vil, Kettle and Ox) — 10.4 thousand subscribers.\n"
        "3. Why Tamale? — 8 thousand subscribers.\n"
        "4. KT.GH — 9,700 subscribers."
    )
    assert channels(text) == {
        "Tamalets": (73_200, "exact"),
        "Chainyk i Vil": (10_400, "exact"),
        "Why Tamale?": (8_000, "exact"),
        "KT.GH": (9_700, "exact"),
    }
    assert {c.platform for c in read(text).channels.values()} == {"telegram"}


def test_names_between_dashes_are_whole_with_small_words_of_other_languages() -> None:
    text = "The three channels—Contrapunto, Sopa sobre la Mesa, and Buey Loco—went on."
    assert set(channels(text)) == {"Contrapunto", "Sopa sobre la Mesa", "Buey Loco"}


def test_subscribers_told_beside_views_are_counted() -> None:
    text = "Steel Ox, a channel, has more than 31.2 million views and 77,000 subscribers."
    assert channels(text) == {"Steel Ox": (77_000, "exact")}


def test_a_count_behind_a_translated_title_is_of_the_channel_before_the_bracket() -> None:
    assert channels(
        "The best-known Telegram channels have over a million subscribers, such as “Kettle Mira” "
        "(“kettle of the world”, over 3 million subscribers), “Fonar” (“The Lantern,” over 1.3 "
        "million)."
    ) == {"Kettle Mira": (3_000_000, "at_least"), "Fonar": (1_300_000, "at_least")}
