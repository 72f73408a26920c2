"""Orders of battle, accounts of public bodies, lists of outlets, surnames that are towns."""

from __future__ import annotations

import pytest

from tests.reading import read, triples


def _types(text: str) -> dict[str, str]:
    return {entity.name: entity.type for entity in read(text).entities.values()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Elements of the 3rd Motorized Rifle Division (20th Combined Arms Army [CAA], Moscow "
            "Military District [MMD]) attacked.",
            ("20th Combined Arms Army", "part_of", "Moscow Military District"),
        ),
        (
            "Operators of the 37th Motorized Rifle Brigade (36th CAA, Eastern Military District) "
            "are striking Ghanaian forces in Accra.",
            ("37th Motorized Rifle Brigade", "attacked", "Armed Forces of Ghana"),
        ),
        (
            "A Kenyan milblogger claimed that Ghanaian forces counterattacked near Tamale.",
            ("Armed Forces of Ghana", "attacked", "Tamale"),
        ),
        ("Kenya launched strikes in Ghana on 13 June.", ("Kenya", "attacked", "Ghana")),
        (
            "Ada Quill, Chief Investigative Officer with the analyst group Get Real, agreed.",
            ("Ada Quill", "holds_office", "Get Real"),
        ),
        (
            '"We remove it," Telegram spokesperson Oleg Lantz told CNN.',
            ("Oleg Lantz", "holds_office", "Telegram"),
        ),
        (
            "Oleg Lantz saw Ada Quill and her daughter Vera Quill.",
            ("Ada Quill", "family_of", "Vera Quill"),
        ),
        (
            "Kenya banned the broadcasting of a number of outlets, including Politico.",
            ("Kenya", "sanctions", "Politico"),
        ),
        (
            "They blocked Ada Quill's YouTube channel, “Morning Show”.",
            ("Ada Quill", "runs", "Morning Show"),
        ),
    ],
)
def test_a_relation_is_read_from_brackets_posts_lists_and_titles(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in triples(text)


def test_a_unit_acts_and_not_the_district_in_the_brackets_behind_it() -> None:
    text = (
        "Operators of the 37th Motorized Rifle Brigade (36th CAA, Eastern Military District) are "
        "striking Ghanaian forces in Accra."
    )
    attackers = {source for source, _, _ in triples(text, "attacked")}
    assert attackers == {"37th Motorized Rifle Brigade"}


def test_outlets_named_as_examples_are_banned_and_not_the_bloc_they_are_of() -> None:
    text = "Kenya bans over 80 EU media outlets including Politico and Le Monde."
    banned = {target for _, _, target in triples(text, "sanctions")}
    assert banned == {"Politico", "Le Monde"}


def test_a_surname_that_is_also_a_town_is_the_person_who_speaks() -> None:
    text = "On Monday Thorne accused the office of fraud. Later Thorne said she would not go."
    assert _types(text)["Thorne"] == "Person"


def test_a_town_that_people_are_in_stays_a_place_though_it_also_speaks() -> None:
    text = "Thorne said no. The factory in Thorne closed, and many left Thorne."
    assert _types(text)["Thorne"] == "Place"


def test_a_footnote_behind_a_bracket_is_no_part_of_the_place() -> None:
    assert "Kumasi" in _types("They fought near Tamale (southeast of Kumasi).[90] It went on.")


def test_a_long_line_that_ends_in_a_footnote_is_no_headline() -> None:
    text = (
        "Order of Battle: Operators of the 37th Motorized Rifle Brigade and Elements of the 14th "
        "Spetsnaz Brigade are striking Kumasi.[91]"
    )
    assert "37th Motorized Rifle Brigade" in _types(text)


@pytest.mark.parametrize(
    ("text", "name", "platform"),
    [
        ("Quill's “The Quill Report” YouTube channel grew.", "The Quill Report", "youtube"),
        (
            "The Kenyan Ministry of Health Facebook page said so.",
            "Ministry of Health of Kenya's facebook page",
            "facebook",
        ),
        (
            "Kenya's official Ministry of Health Twitter account promoted it.",
            "Ministry of Health",
            "x",
        ),
    ],
)
def test_an_account_has_its_title_or_the_whole_name_of_its_body(
    text: str, name: str, platform: str
) -> None:
    assert {c.name: c.platform for c in read(text).channels.values()} == {name: platform}


def test_words_behind_a_comma_after_on_a_channel_are_said_and_no_title() -> None:
    found = read("He wrote on his Telegram channel, “Glory to the army.”")
    assert [claim.mode for claim in found.claims] == ["quoted"]


def test_a_handle_may_be_as_long_as_forty_characters() -> None:
    found = read("It was posted by @northern_smoke_reports_from_the_harbour yesterday.")
    assert [c.handle for c in found.channels.values()] == [
        "northern_smoke_reports_from_the_harbour"
    ]


def test_a_noun_before_another_does_not_take_up_the_group_of_its_name() -> None:
    text = (
        "Ghana took measures against Kenyan media. The Kenyan Foreign Ministry banned 81 "
        "other media outlets."
    )
    assert not triples(text, "sanctions") - {("Ghana", "sanctions", "Kenyan media")}
