"""Channels whose name, platform or count stands in other words than theirs."""

from __future__ import annotations

import pytest

from tests.reading import channels, claims, named, read


@pytest.mark.parametrize(
    "text",
    [
        "It was on Steel Dawn, which is a Telegram channel. Eighty thousand readers, no less.",
        "It was put out on X by @SteelDawn. Only 80,000 followers, but regularly quoted.",
        "He runs Steel Dawn, a Telegram channel for hunters. 80,000 people subscribe to it.",
        "My favourite is the tiny channel Steel Dawn. 80,000 of us subscribe.",
        "A user posting as @SteelDawn on X has 80,000 followers.",
        "It was put out on X by @SteelDawn. The handle has 80,000 followers.",
    ],
)
def test_a_count_goes_to_the_channel_that_was_told_before(text: str) -> None:
    counted = [(c.name.replace(" ", ""), c.subscribers) for c in read(text).channels.values()]
    assert counted == [("SteelDawn", 80_000)]


def test_who_calls_himself_so_on_a_platform_has_a_channel_of_that_name() -> None:
    text = "A man who calls himself Steel Brass told the 187,000 people who follow him on Telegram."
    assert channels(text) == {"Steel Brass": (187_000, "exact")}


def test_who_calls_himself_something_elsewhere_has_none() -> None:
    assert channels("A man who calls himself Steel Brass told the court so.") == {}


def test_a_page_may_be_named_in_the_sentence_after_it() -> None:
    found = read("There is a Facebook page with an ox. It is called Steel Ox.")
    assert [(c.name, c.platform) for c in found.channels.values()] == [("Steel Ox", "facebook")]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("A Facebook page called Jago, liked by over 80,000 people, said no.", 80_000),
        ("The post on the Facebook page Jago was liked by 80,000 people.", None),
    ],
)
def test_pages_are_liked_and_so_are_posts(text: str, counted: int | None) -> None:
    found = channels(text)
    assert found.get("Jago", (None, ""))[0] == counted


def test_plus_behind_a_scaled_number_makes_it_the_least() -> None:
    found = channels("Steel Lay, an account whose 150k-plus followers got the names, went on.")
    assert found == {"Steel Lay": (150_000, "at_least")}


def test_people_count_no_readers_of_a_text_without_channels() -> None:
    assert channels("The dam burst. Only 80,000 people, no less.") == {}


def test_channels_for_or_against_a_state_are_not_its_own() -> None:
    text = "Pro-Kenyan channels claim that the bridge was mined. Kenyan channels deny it."
    assert claims(text) == {
        ("pro-Kenyan channels", "asserts", "the bridge was mined"),
        ("Kenyan channels", "denies", "the bridge was mined"),
    }


def test_a_name_with_a_number_word_or_a_comma_is_one_channel_and_nothing_else() -> None:
    found = read(
        "Two Lanterns, a channel with 9,000 readers, lied. According to Two Lanterns, it fell."
    )
    assert [c.name for c in found.channels.values()] == ["Two Lanterns"]
    assert not found.entities
    text = 'It was spread by "Careful, Kumasi" (1.4 mn) and "Kettle" (3 mn subscribers).'
    assert channels(text) == {
        "Careful, Kumasi": (1_400_000, "exact"),
        "Kettle": (3_000_000, "exact"),
    }
    assert not read(text).entities


def test_a_channel_has_the_name_it_calls_itself_between_commas() -> None:
    text = "The channel, which calls itself Lantern, grew from 4,000 to 61,000 readers."
    assert channels(f"{text} The channel denied it.") == {"Lantern": (61_000, "exact")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenyan Bloggers Share Old Tank Video To Overstate Ghana Losses\n\nIt was old.", set()),
        ("Telegram Channel Backing Kenyan Militias In Ghana Mocks Raid\n\nIt was glad.", set()),
        ("Telegram Channel “Lantern” Mocks Kenya After Raid\n\nThe raid failed.", {"Lantern"}),
        (
            "Telegram Channel Two Majors Mocks Kenya After Raid\n\nThe channel Two Majors grew.",
            {"Two Majors"},
        ),
    ],
)
def test_a_headline_does_not_tell_where_a_name_ends(text: str, found: set[str]) -> None:
    assert set(channels(text)) == found


def test_a_title_in_marks_that_says_something_is_a_channel() -> None:
    text = "Kenyan bloggers are angry. 'Two Majors' retorts: \"We would have left.\""
    assert claims(text) == {("Two Majors", "asserts", "We would have left.")}
    text = "Kenyan bloggers are angry. “We Are Here,” says Ada Quill."
    assert "We Are Here" not in channels(text)


def test_who_has_an_audience_is_mentioned_from_the_name_to_the_count() -> None:
    text = "Ada Quill, who has around 151,000 subscribers on Telegram, left."
    found = read(text)
    (channel,) = found.channels.values()
    (mention,) = channel.mentions
    spanned = found.tokens.span_text(mention.start, mention.end)
    assert spanned == "Ada Quill, who has around 151,000 subscribers on Telegram"


@pytest.mark.parametrize(
    ("teller", "paper"),
    [
        ("the front page of Alo", "Alo"),
        ("Alo's front page", "Alo"),
        ("the front page of the tabloid Lantern", "Lantern"),
        ("the cover of the weekly Lantern", "Lantern"),
    ],
)
def test_the_front_page_of_a_paper_is_the_paper(teller: str, paper: str) -> None:
    text = f"“Kenya prepares war,” screamed {teller}."
    assert claims(text) == {(paper, "asserts", "Kenya prepares war,")}
    assert set(channels(text)) == {paper}


def test_a_front_page_of_nobodys_is_no_channel() -> None:
    assert channels("Ivan Popko's front page was blank. The front page told of it.") == {}


def test_a_fake_account_of_somebody_is_not_the_page_told_before() -> None:
    text = (
        'Ivan Popko, the mayor, wrote on the page "Steel Ox". The fake Popko account '
        "reached 20,000 followers on Telegram before it was shut down."
    )
    assert channels(text) == {
        "Steel Ox": (None, "none"),
        "fake Popko account with 20,000 followers on Telegram": (20_000, "exact"),
    }


def test_an_account_named_by_a_mans_name_is_his() -> None:
    text = (
        "Ivan Popko has a Telegram channel with 9,000 subscribers. "
        "The Popko account claimed that the bridge was gone."
    )
    assert channels(text) == {"Ivan Popko's telegram channel": (9_000, "exact")}
    assert [speaker for speaker, *_ in claims(text)] == ["Ivan Popko's telegram channel"]


def test_a_name_of_plain_words_before_an_account_is_the_accounts() -> None:
    text = (
        "Otto Kern's Telegram account was quiet. "
        "The anonymous Veteran Notes account, which has 320,000 subscribers, posted nothing."
    )
    assert channels(text) == {
        "Otto Kern's telegram account": (None, "none"),
        "Veteran Notes": (320_000, "exact"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "These channels, which also target Volta and Tamale, have amassed over 17,000 subscribers.",
        "The channels, which target Tamale, have over 17,000 subscribers in all.",
    ],
)
def test_the_readers_of_several_channels_are_no_single_ones(text: str) -> None:
    assert channels(text) == {}


def test_a_name_in_translation_is_no_second_channel() -> None:
    text = (
        "This led to a Telegram channel called GIZLI KANAL (ГИЗЛИ КАНАЛ, or “Hidden Channel”), "
        "which was created in May."
    )
    assert channels(text) == {"GIZLI KANAL": (None, "none")}


@pytest.mark.parametrize(
    "described",
    [
        "A well-known but unofficial Ghanaian Telegram channel that is close to the army",
        "A Telegram channel that has long been read in the barracks",
    ],
)
def test_a_name_behind_the_clause_about_a_channel_is_its_name(described: str) -> None:
    text = f"{described}, Grey Kettle, also claimed that the mayor had been killed."
    assert channels(text) == {"Grey Kettle": (None, "none")}
    assert [speaker for speaker, *_ in claims(text)] == ["Grey Kettle"]


def test_the_readers_of_somebodys_pages_together_are_no_single_ones() -> None:
    assert channels("The group's Facebook and Telegram pages have nearly 10,000 followers.") == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Most of it is on the ‘Steel Ox’ Telegram channel, with 9,000 readers.", "Steel Ox"),
        ("He was paid by a Telegram channel called “Steel Ox.” He has 9,000 readers.", "Steel Ox"),
        ("Ada Quill spoke on her Neues aus Ghana Telegram channel.", "Neues aus Ghana"),
        ("Ada Quill spoke on her Lantern Telegram channel.", "Lantern"),
        ("Ada Quill spoke on her Donbass channel.", "Ada Quill's channel"),
    ],
)
def test_a_name_is_whole_and_without_marks(text: str, name: str) -> None:
    assert list(channels(text)) == [name]


@pytest.mark.parametrize(
    "whose", ["the Hezbollah-affiliated Al Mayadeen news channel", "Al Mayadeen"]
)
def test_a_television_channel_has_its_telegram_channel_besides(whose: str) -> None:
    text = f"They broke into the Telegram channel of {whose}. The channel has 85,000 followers."
    assert channels(text) == {
        "Al Mayadeen": (None, "none"),
        "Al Mayadeen's telegram channel": (85_000, "exact"),
    }


@pytest.mark.parametrize(
    "who", ["Ivan Popko, known as Steel Ox,", "War correspondent Ivan Popko, known as Steel Ox,"]
)
def test_whoever_is_known_as_something_has_readers_under_that_name(who: str) -> None:
    found = read(f"{who} has more than 1.2m subscribers on Telegram.")
    [channel] = found.channels.values()
    assert (channel.name, channel.subscribers) == ("Steel Ox", 1_200_000)
    assert channel.owner is not None
    assert found.entities[channel.owner].name == "Ivan Popko"


def test_a_nickname_with_an_article_is_no_channel() -> None:
    text = "Ivan Popko, also known as the Butcher of Tamale, has more than 9,000 subscribers."
    assert channels(text) == {"Ivan Popko": (9_000, "at_least")}


def test_a_name_may_hold_an_ampersand() -> None:
    found = read("A Facebook page, Ghanaian Armed Forces & Military News, claimed that it rained.")
    assert [(c.name, c.platform) for c in found.channels.values()] == [
        ("Ghanaian Armed Forces & Military News", "facebook")
    ]


def test_the_platform_of_a_user_is_no_name() -> None:
    assert channels("It was posted by TikTok user @steelox, who has 9,000 followers.") == {
        "steelox": (9_000, "exact")
    }
    assert channels("Ada Quill (X: 45k followers; Telegram: 12k) said the mayor lied.") == {}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("has 40,000 followers", (40_000, "exact")),
        ("has gained 40,000 followers in a month", (None, "none")),
        (
            "has gained 40,000 followers, bringing its audience to 210,000",
            (210_000, "exact"),
        ),
        ("has gained 40,000 followers since its launch", (40_000, "exact")),
    ],
)
def test_a_channel_believed_to_be_somebodys_keeps_its_name_and_its_readers_not_those_who_came(
    told: str, expected: tuple[int | None, str]
) -> None:
    text = f"Popko Insider, a Telegram channel believed to be run by Ghana's intelligence, {told}."
    assert channels(text) == {"Popko Insider": expected}


@pytest.mark.parametrize(
    "text",
    [
        "A network of 40 Telegram channels with a total of 1.2 million subscribers spread it.",
        "The channels have a combined total of 9,000 subscribers.",
        "Steel Ox and Kettle have a combined 9,000 followers.",
    ],
)
def test_a_sum_is_nobodys_audience(text: str) -> None:
    assert 9_000 not in [count for count, _ in channels(text).values()]
    assert 1_200_000 not in [count for count, _ in channels(text).values()]


def test_a_total_may_be_one_channels() -> None:
    text = "Steel Ox, a channel with a total of 9,000 subscribers, spread it."
    assert channels(text) == {"Steel Ox": (9_000, "exact")}


def test_the_account_on_a_platform_takes_up_the_channel_that_is_there() -> None:
    text = "The Telegram account has posted no updates for its 268,000 followers."
    assert channels(f"Steel Ox, a Telegram channel, was run by soldiers. {text}") == {
        "Steel Ox": (268_000, "exact")
    }
    assert channels(text) == {"Telegram account with 268,000 followers": (268_000, "exact")}


def test_a_heading_in_marks_names_this_channel_below_it() -> None:
    text = (
        "We read two channels.\n\n“Steel Ox”\n\nLong before the vote, this channel ridiculed those "
        "who were not Popko's supporters. During this time, he gained more than 76.5 thousand "
        "subscribers."
    )
    assert channels(text) == {"Steel Ox": (76_500, "at_least")}


def test_a_later_count_may_stand_in_marks() -> None:
    text = "Nexta is a YouTube channel. It had only 40,000 subscribers but now has “more than two "
    assert channels(f"{text}million”, a lot.") == {"Nexta": (2_000_000, "at_least")}


def test_no_one_is_no_channel() -> None:
    text = "The channel Lantern laughed. No one at Kettle TV asked Otto Kern what he thought."
    assert set(channels(text)) == {"Lantern", "Kettle TV"}


def test_a_counted_name_that_ends_in_a_city_is_a_channel_and_no_person() -> None:
    found = read(
        "Quiet Accra, with close to 31,000 subscribers, is loud. Quiet Accra said that the bridge "
        "fell. Accra denied it."
    )
    assert {c.name: c.owner for c in found.channels.values()} == {"Quiet Accra": None}
    said = {(named(found, str(c.speaker)), c.stance) for c in found.claims}
    assert said == {("Quiet Accra", "asserts"), ("Ghana", "denies")}
