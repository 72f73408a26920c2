"""Speakers that a part of their name or a word for two takes up: "the Post", "the latter"."""

from __future__ import annotations

import pytest

from tests.reading import claims


@pytest.mark.parametrize(
    ("paper", "short"),
    [
        ("Washington Post", "the Post"),
        ("Lantern Times", "the Times"),
        ("Accra Herald", "the Herald"),
    ],
)
def test_the_last_word_of_a_papers_name_is_the_paper(paper: str, short: str) -> None:
    found = claims(
        f"The {paper} reported a flood in Togo. Kenya was silent. Nevertheless, {short} said that "
        "the bridge fell."
    )
    assert (paper, "asserts", "the bridge fell") in found
    assert {name for name, _, _ in found} <= {paper, "Kenya"}


def test_a_possessor_in_short_is_the_paper() -> None:
    found = claims(
        "The Washington Post reported a flood. As for the Post’s assurance that the bridge stands, "
        "nobody in Kenya agrees."
    )
    assert found == {("Washington Post", "asserts", "the bridge stands")}


def test_the_latter_of_three_people_is_the_last_and_no_state() -> None:
    found = claims(
        "Speaking with Otto Kern, Ivan Popko quoted the former ambassador to Kenya, Ada Quill. The "
        "latter, who worked in Accra, declared that the bridge fell."
    )
    assert found == {("Ada Quill", "asserts", "the bridge fell")}


def test_the_press_of_a_land_is_not_its_state() -> None:
    assert claims("The Kenyan press is saying that the bridge fell.") == {
        ("Kenyan press", "asserts", "the bridge fell")
    }


def test_who_writes_on_a_platform_does_not_speak_for_it() -> None:
    text = "Pro-war Telegram bloggers said that the bridge fell. The bloggers added that it burnt."
    assert {who for who, _, _ in claims(text)} == {"Pro-war Telegram bloggers"}
    assert claims("Telegram researchers said that the bridge fell.") == {
        ("Telegram", "asserts", "the bridge fell")
    }
