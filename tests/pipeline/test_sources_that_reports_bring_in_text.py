"""Whom reports quote, what bodies are called with an article, and places behind directions."""

from __future__ import annotations

import pytest

from tests.reading import claims, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kumasi Daily quoted an unnamed Togolese official who said the raid destroyed homes.",
            {("unnamed Togolese official", "asserts", "the raid destroyed homes")},
        ),
        (
            "Kumasi Daily quoted two residents who said they saw tanks.",
            {("two residents", "asserts", "they saw tanks")},
        ),
        ("An official who said the raid destroyed homes left.", set()),
        ("Those who say that Kenya lost are wrong.", set()),
    ],
)
def test_who_is_quoted_or_met_says_what_the_relative_clause_tells(
    text: str, expected: set[tuple[str | None, str, str]]
) -> None:
    assert claims(text) == expected


def test_a_body_with_a_capital_article_behind_its_noun_is_no_paper_and_speaks() -> None:
    text = "The watchdog The Sentry said Kenya lost."
    assert claims(text) == {("Sentry", "asserts", "Kenya lost")}
    assert {e.name: e.type for e in read(text).entities.values()}["Sentry"] == "Organization"
    assert claims("Rights group The Sentry said Kenya lost.") == {
        ("Sentry", "asserts", "Kenya lost")
    }


def test_the_group_that_published_is_taken_up_and_not_the_forces_it_told_of() -> None:
    text = (
        "The investigative organisation The Lantern published a report, exposing what it calls a "
        "“complex” built by Kumasi Rapid Forces (KRF) Commander Otto Kern. The group alleges that "
        "the KRF relies on companies."
    )
    assert ("Lantern", "asserts", "the KRF relies on companies") in claims(text)


def test_it_said_behind_a_sentence_is_its_subject_and_no_agency_of_the_byline() -> None:
    text = "By AFP\n\nThe Kenyan State Department is offering a reward, it said on Monday."
    content = "The Kenyan State Department is offering a reward"
    assert claims(text) == {("State Department of Kenya", "asserts", content)}


def test_a_headline_names_a_body_behind_its_dash() -> None:
    told = "\n\nMore than a dozen people were killed."
    text = f"Over a dozen rebels slain in Tamale clashes – police{told}"
    assert claims(text) == {("police", "asserts", "Over a dozen rebels slain in Tamale clashes")}
    text = f"Rebels kill five in Tamale - government{told}"
    assert claims(text) == {("government", "asserts", "Rebels kill five in Tamale")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They fought in Northern Gaza.", "Gaza"),
        ("They fought in Central Gaza Strip.", "Gaza"),
        ("Eastern Crimea was hit.", "Crimea"),
        ("They went to Northern Ireland.", "Northern Ireland"),
        ("They went to West Bank towns.", "West Bank"),
    ],
)
def test_a_direction_before_a_known_place_is_no_part_of_its_name(text: str, place: str) -> None:
    assert [e.name for e in read(text).entities.values()] == [place]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The US knew of it, according to an interview with Kenyan Foreign Minister Otto Kern "
            "published on Sunday.",
            ("Otto Kern", "asserts", "The US knew of it"),
        ),
        (
            "Members of the Lantern group posed for a photo. They claimed: “We have crossed it.”",
            ("Lantern group", "asserts", "We have crossed it."),
        ),
        (
            "Kenyan propagandists reacted strangely. Some praised the “fearless wolves” of the "
            "army, while others denied their presence.",
            ("Kenyan propagandists", "praises", "the “fearless wolves” of the army"),
        ),
        (
            "Kenyan soldiers entered Tamale. Some said they were tired.",
            (None, "asserts", "they were tired"),
        ),
    ],
)
def test_members_and_some_of_a_group_speak_for_it_as_far_as_it_is_one(
    text: str, expected: tuple[str | None, str, str]
) -> None:
    assert expected in claims(text)
