"""Names whose kind is a common noun beside them: units, streets, plants, groups, offices."""

from __future__ import annotations

import pytest

from tests.reading import read


def types(text: str) -> dict[str, str]:
    """What is named in a text, as the text writes it, with its type."""
    found = read(text)
    return {
        found.tokens.span_text(m.start, m.end): e.type
        for e in found.entities.values()
        for m in e.mentions
        if m.kind == "name"
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The 47th mechanised brigade held the line.", "47th mechanised brigade"),
        (
            "Men of the 61st marine operations unit left.",
            "61st marine operations unit",
        ),
        ("The Sparta battalion fought on.", "Sparta battalion"),
        ("The Carpathian Sich assault battalion came back.", "Carpathian Sich assault battalion"),
    ],
)
def test_units_are_named_with_their_noun(text: str, name: str) -> None:
    assert types(text) == {name: "ArmedGroup"}


@pytest.mark.parametrize(
    "text",
    [
        "He came 2nd in the 21st century army.",
        "They fell to the 2nd division last year.",
        "The 5th army officer left.",
        "The 10th infantry division team won.",
    ],
)
def test_a_number_before_other_nouns_names_no_unit(text: str) -> None:
    assert types(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It lies on BB Morsha street in the old town.", "BB Morsha street"),
        ("A fire broke out in Raja Morsha market.", "Raja Morsha market"),
        ("They met under the Zelena flyover.", "Zelena flyover"),
        (
            "The Zarnovo optical and gas plant burned.",
            "Zarnovo optical and gas plant",
        ),
        ("They marched in Grodno region.", "Grodno region"),
        ("Soldiers left Kherson city.", "Kherson city"),
        ("They were thrown into the River Nile.", "River Nile"),
        ("He spoke at Joint Base Morsha on Monday.", "Joint Base Morsha"),
        ("Two jets left Naval Station Rota.", "Naval Station Rota"),
        ("Police in West Morsha said so.", "West Morsha"),
    ],
)
def test_places_are_named_with_their_kind(text: str, name: str) -> None:
    assert types(text) == {name: "Place"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Kherson city council met.", {"Kherson"}),
        ("They came to the Volga city of Samara.", {"Volga", "Samara"}),
        ("They paved the Moscow–Don highway in May.", {"Moscow", "Don"}),
        ("The fighting went on in the Kherson direction.", {"Kherson direction"}),
        ("The West accused them.", {"West"}),
        ("The lithium market fell.", set()),
        ("River guards left.", set()),
    ],
)
def test_nouns_that_belong_to_another_name_end_none(text: str, names: set[str]) -> None:
    assert set(types(text)) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In June the Islamic State group left.", "Islamic State group"),
        ("Sites of the wider Lantern group spread it.", "Lantern group"),
        ("The Pravda group has many sites.", "Pravda group"),
    ],
)
def test_the_group_is_part_of_what_is_called_so(text: str, name: str) -> None:
    assert types(text) == {name: "Organization"}


def test_a_group_on_a_platform_or_of_a_state_is_no_name() -> None:
    assert "Telegram group" not in types("The Telegram group grew.")
    assert types("The US group left.") == {"US": "State"}


def test_a_company_is_named_with_the_land_in_brackets_and_taken_up_by_it() -> None:
    found = read(
        "Kettle Marine (Cyprus) Limited was sold. Kettle Cyprus paid, Norwood Trading Ltd said. "
        "Norwood Kenya denied it."
    )
    named = {e.name: len(e.mentions) for e in found.entities.values() if e.type == "Organization"}
    assert named == {
        "Kettle Marine (Cyprus) Limited": 2,
        "Norwood Trading Ltd": 1,
        "Norwood Kenya": 1,
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ukrainian security service opened a case.", "SBU"),
        ("Kenya's central bank cut its rates.", "Central Bank of Kenya"),
        ("The Kenyan supreme court ruled.", "Supreme Court of Kenya"),
    ],
)
def test_what_a_state_has_one_of_is_a_body_of_it(text: str, name: str) -> None:
    assert name in {e.name for e in read(text).entities.values()}


def test_a_bare_office_means_the_one_told_with_its_state() -> None:
    text = "The Kenyan central bank cut its rates. Ada Quill praised the central bank."
    assert [len(e.mentions) for e in read(text).entities.values() if "Bank" in e.name] == [2]
    both = "The Kenyan and the Ghanaian central banks met. The central bank is new."
    assert not any("Bank" in e.name for e in read(both).entities.values())


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Mainly Muslim Azerbaijan and Christian Armenia could be drawn in.", "Armenia"),
        ("It happened in Nazi Germany.", "Germany"),
        ("Communist Vietnam sent help.", "Vietnam"),
    ],
)
def test_a_creed_before_a_state_is_no_part_of_its_name(text: str, state: str) -> None:
    found = types(text)
    assert set(found.values()) == {"State"}
    assert state in found


@pytest.mark.parametrize(
    "text",
    [
        "It is a violation of Article 361-1 of the country's Criminal Code.",
        "He was charged under Section 124A of the Penal Code.",
        "Annex VII and Table 3 show it, as does Image 2.",
        "They hid their IP addresses, and the JPEG file has no EXIF data.",
        "An ENT specialist, a GP and an HR manager read the MRI scan.",
        "They guard the State Border and the Territorial Sea.",
        "They read of a cabal of Satan-worshipping traffickers.",
    ],
)
def test_parts_of_papers_borders_and_terms_of_a_craft_name_nobody(text: str) -> None:
    assert types(text) == {}


def test_ministers_of_a_known_body_are_a_body_of_their_own() -> None:
    found = types("The Committee of Ministers of the Council of Europe decided.")
    assert set(found) == {"Committee of Ministers", "Council of Europe"}


def test_initials_of_a_body_the_text_names_are_that_body() -> None:
    found = read(
        "They sit in the Parliamentary Assembly of the Council of Europe. The PACE met. The Morsha "
        "Southern Command [SOUTHCOM] did not; SOUTHCOM said so."
    )
    assert {e.name: len(e.mentions) for e in found.entities.values()} == {
        "Parliamentary Assembly of the Council of Europe": 2,
        "Morsha Southern Command": 3,
    }


def test_an_agency_between_strokes_is_named() -> None:
    assert {c.name for c in read("MINSK, April 5. /TASS/. The talks began.").channels.values()} == {
        "TASS"
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It could reach Guam with this missile.", "Guam"),
        ("He left Guam on Sunday.", "Guam"),
        ("Zelmora's chief minister, who is ill, left.", "Zelmora"),
        ("They met in London's Zelmora on Monday.", "Zelmora"),
    ],
)
def test_what_is_reached_governed_or_lies_in_a_city_is_a_place(text: str, name: str) -> None:
    assert types(text)[name] == "Place"


@pytest.mark.parametrize(
    "text",
    [
        "She was speaking Holo at home, and he is fluent in Sorani.",
        "Running a Reverse Image Search of the frames, they found it.",
        "THE MOURNERS CARRIED armfuls of red roses. There was a salute.",
    ],
)
def test_tongues_kinds_and_opening_capitals_name_nobody(text: str) -> None:
    assert types(text) == {}


def test_the_north_is_north_korea_in_a_text_that_names_it() -> None:
    text = "North Korea said no. The talks of the North with Ada Quill failed, the North said."
    (korea,) = (e for e in read(text).entities.values() if e.type == "State")
    assert (korea.name, len([m for m in korea.mentions if m.kind == "name"])) == ("North Korea", 3)


@pytest.mark.parametrize(
    "text",
    [
        "In the North, famine spread.",
        "North Korea said no. In the North of Kenya and the North Sea it rained.",
        "Pyongyang said no. In the North it rained.",
    ],
)
def test_the_north_of_another_land_or_text_is_a_direction(text: str) -> None:
    assert "North" not in types(text)


def test_a_secretary_of_state_is_a_person() -> None:
    assert types("U.S. Secretary of State Zelmor called on them.")["Zelmor"] == "Person"
