"""Blocs named by an adjective and bodies named by an acronym first: claims about English."""

from __future__ import annotations

import pytest

from tests.reading import read, triples


def names(text: str) -> dict[str, str]:
    return {e.name: e.type for e in read(text).entities.values()}


@pytest.mark.parametrize(
    "text",
    [
        "The Western press praised Ghana.",
        "Ada Quill thanked Western military experts.",
        "Western sanctions hurt Ghana.",
    ],
)
def test_western_before_a_common_noun_is_the_west(text: str) -> None:
    assert names(text).get("the West") == "Bloc"


@pytest.mark.parametrize(
    "text",
    [
        "They crossed Western Ukraine and the Western Balkans.",
        "Western districts of Ghana were hit.",
        "It lies in the Western Hemisphere.",
    ],
)
def test_western_before_a_name_or_a_part_of_the_map_is_a_direction(text: str) -> None:
    assert "the West" not in names(text)


def test_what_western_countries_do_the_west_does() -> None:
    found = triples("Western countries supplied Ukraine with tanks.")
    assert found == {("the West", "supplies", "Ukraine")}


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("The RBF, the Reef Border Force, left. The RBF said no.", "Reef Border Force", 3),
        ("RDB, Kenya's Reef Development Bank, said no.", "Reef Development Bank of Kenya", 2),
        ("The GRDA (Gulf Reef Development Agency) said no.", "Gulf Reef Development Agency", 2),
    ],
)
def test_an_acronym_is_what_the_name_behind_it_spells_out(
    text: str, name: str, mentions: int
) -> None:
    found = read(text)
    bodies = [e for e in found.entities.values() if e.type != "State"]
    assert [(e.name, len(e.mentions)) for e in bodies] == [(name, mentions)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Rapid Support Forces left. The RSF said no.", "Rapid Support Forces"),
        ("The World Health Organization met. The WHO said no.", "World Health Organization"),
    ],
)
def test_initials_without_brackets_are_the_body_named_in_full(text: str, name: str) -> None:
    found = read(text)
    assert [(e.name, len(e.mentions)) for e in found.entities.values()] == [(name, 2)]


def test_who_written_small_or_without_an_article_is_no_body() -> None:
    assert names("The man who left said no. WHO left?") == {}


@pytest.mark.parametrize("word", ["fascist", "nationalist", "separatist", "opposition"])
def test_leaders_of_a_cause_hold_no_office_of_the_state(word: str) -> None:
    assert triples(f"Kenyan {word} leader Otto Kern left.", "holds_office") == set()


def test_whoever_wins_a_presidency_holds_it() -> None:
    found = triples("Ada Quill won the presidency of Ghana in 2023.")
    assert found == {("Ada Quill", "holds_office", "Ghana")}
