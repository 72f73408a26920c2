"""Whose a channel is, and on which platform, where other words than its own tell it."""

from __future__ import annotations

import pytest

from tests.reading import channels, claims, named, read, triples


def owners(text: str) -> dict[str, str | None]:
    """Each channel of a text by name, with the name of who runs it."""
    found = read(text)
    return {
        c.name: None if c.owner is None else named(found, c.owner) for c in found.channels.values()
    }


def platforms(text: str) -> dict[str, str | None]:
    return {c.name: c.platform for c in read(text).channels.values()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oleh Marchuk, a coach turned war commentator whose YouTube channel has 9,000 readers, "
            "left.",
            {"Oleh Marchuk's youtube channel": "Oleh Marchuk"},
        ),
        (
            "On his Telegram channel, Sergei Popko, a member of parliament, said it was over.",
            {"Sergei Popko's telegram channel": "Sergei Popko"},
        ),
        (
            "In a video posted to her YouTube channel, which has 17,600 subscribers, Petra Holm "
            "said it was over.",
            {"Petra Holm's youtube channel": "Petra Holm"},
        ),
        (
            "The Orchard Watch channel denied it. Orchard Watch is run by Dmytro Marchuk.",
            {"Orchard Watch": "Dmytro Marchuk"},
        ),
        (
            "Ivan Popko, who runs the Telegram channel Grey Kettle (9,000 subscribers), left.",
            {"Grey Kettle": "Ivan Popko"},
        ),
        (
            "Anna Marchuk, the blogger behind the popular page Backstage Lviv (9,000 readers), "
            "left.",
            {"Backstage Lviv": "Anna Marchuk"},
        ),
        (
            "Anna Marchuk, who blogs as Red Kettle, has 90,000 subscribers.",
            {"Red Kettle": "Anna Marchuk"},
        ),
        (
            "Ivan Popko, known online as Voice of Volhynia, boasts an audience of 1.4 million.",
            {"Voice of Volhynia": "Ivan Popko"},
        ),
        (
            "@ivanpopko: It is over. Ivan Popko, who has more than 29,000 followers, left.",
            {"ivanpopko": "Ivan Popko"},
        ),
        (
            "TikTok removed the account of Maya Popko, which had 90,000 followers.",
            {"Maya Popko's tiktok account": "Maya Popko"},
        ),
        (
            "Anna Marchuk wrote on her Instagram that it was over.",
            {"Anna Marchuk's instagram account": "Anna Marchuk"},
        ),
    ],
)
def test_who_has_a_channel_is_told_around_it(text: str, expected: dict[str, str]) -> None:
    assert owners(text) == expected


def test_books_and_columns_are_written_under_names_as_well() -> None:
    assert owners("Anna Marchuk, who writes under the name Red Kettle, left Lviv.") == {}


def test_the_channel_an_outlet_has_on_a_platform_is_another() -> None:
    text = "The Global Times, a tabloid, said on its Weibo account that the ship had left."
    assert platforms(text) == {"Global Times": "press", "Global Times's weibo account": "weibo"}


def test_a_body_has_the_channel_that_its_clause_calls_its() -> None:
    text = "The Energy Ministry said on its Telegram channel that power was back."
    assert platforms(text) == {"Energy Ministry's telegram channel": "telegram"}


def test_a_state_has_no_magazines_and_bloggers_of_its_own() -> None:
    text = "Russia's most popular milblogger said that it had failed."
    assert owners(text) == {"Russia's most popular milblogger": None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was first posted on Facebook by a page called Blue Kettle.",
            {"Blue Kettle": "facebook"},
        ),
        ("“It is over,” the Blue Kettle channel wrote on Telegram.", {"Blue Kettle": "telegram"}),
        (
            "YouTube terminated “Blue Kettle”, a channel that had 9,000 subscribers.",
            {"Blue Kettle": "youtube"},
        ),
        (
            "An account posing as the mayor had 11,000 followers before X suspended it.",
            {"account with 11,000 followers": "x"},
        ),
        (
            "It began on TikTok, where a user called Blue Kettle, who has 9,000 followers, lied.",
            {"Blue Kettle": "tiktok"},
        ),
        ("Blue Kettle (X, 1.2M followers) laughed.", {"Blue Kettle": "x"}),
        ("Blue Kettle told his 1.1 million YouTube subscribers to go.", {"Blue Kettle": "youtube"}),
    ],
)
def test_the_clause_around_a_channel_tells_its_platform(
    text: str, expected: dict[str, str]
) -> None:
    assert platforms(text) == expected


def test_a_group_that_writes_on_a_platform_is_no_channel() -> None:
    assert platforms("Verifiers, an online group, wrote on X that it was over.") == {}


def test_a_place_that_only_says_where_has_no_audience() -> None:
    text = "Ivan Popko, a former commander from the annexation of Crimea, who has 800,000 readers."
    assert "Crimea" not in channels(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twitter suspended @kettle_one and 41 others on Wednesday.", {"kettle_one": "x"}),
        ("It was tweeted by @kettle_one on Monday.", {"kettle_one": "x"}),
        ("Blue Kettle has 400,000 fans on Facebook.", {"Blue Kettle": "facebook"}),
        (
            "Anna Marchuk shared it on Truth Social, where she has 9.6 million followers.",
            {"Anna Marchuk": "truth social"},
        ),
    ],
)
def test_accounts_are_where_they_are_acted_on(text: str, expected: dict[str, str]) -> None:
    assert platforms(text) == expected


def test_the_person_named_after_whose_channel_it_is_has_it() -> None:
    text = "On Friday the channel of the Lviv governor, Ivan Popko, reported it."
    assert owners(text) == {"Ivan Popko's channel": "Ivan Popko"}


def test_the_admin_a_sentence_opens_with_is_of_the_channel_told_before() -> None:
    text = (
        "Lantern, a channel with 1.1 million followers, denied it. A smaller outlet with some 45K "
        "followers agreed. According to its anonymous admin, no drone came near the bridge."
    )
    said = {content: speaker for speaker, _, content in claims(text)}
    assert said["no drone came near the bridge"] == "smaller outlet with some 45K followers"


@pytest.mark.parametrize(
    ("text", "name", "platform"),
    [
        ("A Kenyan Telegram account circulated the clip.", "Kenyan Telegram account", "telegram"),
        ("It was first posted on an anonymous X account.", "anonymous X account", "x"),
        ("It was uploaded to a Kenyan YouTube account.", "Kenyan YouTube account", "youtube"),
    ],
)
def test_an_account_is_known_by_what_is_put_out_there(text: str, name: str, platform: str) -> None:
    assert platforms(text) == {name: platform}


def test_a_platform_of_two_words_is_one() -> None:
    text = "Ada Quill posted pictures on her Truth Social account."
    assert owners(text) == {"Ada Quill's truth social account": "Ada Quill"}
    assert platforms("A Kenyan Telegram account deleted the clip.") == {}


def test_a_channel_has_more_of_them_on_other_platforms() -> None:
    text = "Lantern has 97,300 followers on X. Its Telegram channel has only 8,100."
    assert channels(text) == {
        "Lantern": (97_300, "exact"),
        "Lantern's telegram channel": (8_100, "exact"),
    }


def test_an_account_of_the_same_name_is_of_the_same_owner() -> None:
    text = (
        "The Telegram channel Lantern has 97,300 followers; the TikTok account of the same name "
        "has 210,000."
    )
    assert channels(text) == {
        "Lantern": (97_300, "exact"),
        "Lantern's tiktok account": (210_000, "exact"),
    }


def test_people_who_follow_a_channel_are_not_whose_it_is() -> None:
    text = "In a post on his channel, which 92,000 people follow, Ivan Popko wrote that it fell."
    assert channels(text) == {"Ivan Popko's channel": (92_000, "exact")}


@pytest.mark.parametrize("who", ["who runs the channel Kettle", "behind the channel Kettle"])
def test_followers_of_who_runs_a_channel_are_the_channels(who: str) -> None:
    text = f"The milblogger {who}, Ivan Popko, has 600K followers."
    assert channels(text) == {"Kettle": (600_000, "exact")}


def test_his_channel_is_of_whom_the_sentences_between_go_on_about() -> None:
    text = (
        "Ivan Popko led the troops. He was arrested. A court convicted him. Some praised it. His "
        "Telegram channel has 80,000 readers."
    )
    assert channels(text) == {"Ivan Popko's telegram channel": (80_000, "exact")}


def test_a_channel_of_nobody_named_is_not_called_his() -> None:
    assert channels("It rained. His Telegram channel has 80,000 readers.") == {
        "Telegram channel with 80,000 readers": (80_000, "exact")
    }


@pytest.mark.parametrize(
    ("text", "name", "owner"),
    [
        ("Hezbollah's Kestrel channel reported that ten died.", "Kestrel", "Hezbollah"),
        (
            "Ada Quill's Lantern Telegram channel has 9,000 subscribers.",
            "Lantern",
            "Ada Quill",
        ),
        (
            "Kenya's Defence Ministry channel said that ten died.",
            "Ministry of Defense of Kenya's channel",
            "Ministry of Defense of Kenya",
        ),
    ],
)
def test_a_name_between_owner_and_channel_is_the_channels(text: str, name: str, owner: str) -> None:
    found = read(text)
    assert [(c.name, named(found, c.owner or "")) for c in found.channels.values()] == [
        (name, owner)
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Otto Kern insulted Ivan Popko on his Telegram channel.", "Otto Kern"),
        ("Ada Quill thanked Ivan Popko on her Telegram channel.", "Ada Quill"),
        ("Ada Quill met Ivan Popko, who wrote so on his Telegram channel.", "Ivan Popko"),
        ("Otto Kern told Ivan Popko about his Telegram channel.", "Ivan Popko"),
    ],
)
def test_whoever_does_something_on_his_channel_owns_it(text: str, owner: str) -> None:
    assert list(channels(text)) == [f"{owner}'s telegram channel"]


@pytest.mark.parametrize("when", ["", " on Monday", " late on 3 May"])
def test_a_channel_that_opens_a_sentence_is_of_who_acts_in_it(when: str) -> None:
    text = f"Otto Kern left. In a video posted on his Telegram channel{when}, Ivan Popko said so."
    assert list(channels(text)) == ["Ivan Popko's telegram channel"]


def test_a_named_outlet_that_serves_as_a_partys_channel_is_that_channel() -> None:
    text = "The outlet Lantern, which serves as the Reef Party's main propaganda channel, fell."
    assert set(channels(text)) == {"Lantern"}
    assert triples(text) == {("Lantern", "affiliated_with", "Reef Party")}
