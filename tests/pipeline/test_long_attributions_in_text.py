"""Speakers far from their words, charges over long lists, and what a hyphen or a list tells."""

from __future__ import annotations

import pytest

from tests.reading import claims, read, triples


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "All issues are dealt with, and those who spread rumours will face a court, added the "
            "spokesperson.",
            (
                "spokesperson",
                "All issues are dealt with, and those who spread rumours will face a court",
            ),
        ),
        (
            "“The army has shelled no villages,” Lieutenant General Otto Kern, Director General of "
            "the Kenyan army's media wing Inter-Services Public Relations (ISPR), which is based "
            "in Nairobi, was quoted as saying by the state broadcaster.",
            ("Otto Kern", "The army has shelled no villages,"),
        ),
        (
            "Otto Kern accused the CIA and the Pentagon, as well as former US diplomats Ada Quill "
            "and Ivan Popko, who also served as ambassador to Ghana, of planning the scheme.",
            (
                "Otto Kern",
                "the CIA and the Pentagon, as well as former US diplomats Ada Quill and Ivan "
                "Popko, who also served as ambassador to Ghana, of planning the scheme",
            ),
        ),
        (
            "The raid led to 47 deaths, according to unverified claims by Otto Kern.",
            ("Otto Kern", "The raid led to 47 deaths"),
        ),
    ],
)
def test_who_speaks_is_found_however_far_the_words_are(text: str, found: tuple[str, str]) -> None:
    assert {(who, said) for who, _, said in claims(text)} == {found}


def test_accusations_dismissed_in_marked_words_are_denied() -> None:
    text = "Kenya dismissed as “false and dangerous” accusations by Ghana that it had left."
    told = {("Kenya", "denies"), ("Ghana", "asserts")}
    assert {(who, stance) for who, stance, _ in claims(text)} == told


@pytest.mark.parametrize(
    ("text", "type_", "found"),
    [
        (
            "Kenya is involved in supplying missiles to Togo.",
            "supplies",
            {("Kenya", "supplies", "Togo")},
        ),
        (
            "Kenyan aggression against Ghana must end.",
            "attacked",
            {("Kenya", "attacked", "Ghana")},
        ),
        (
            "Houthi-run Al Masirah TV said that it rained.",
            "runs",
            {("Houthis", "runs", "Al Masirah TV")},
        ),
        (
            "They mourned the author of the Telegram channel “Grey Lantern” Otto Kern.",
            "runs",
            {("Otto Kern", "runs", "Grey Lantern")},
        ),
    ],
)
def test_relations_told_by_joined_words_and_gerunds(
    text: str, type_: str, found: set[tuple[str, str, str]]
) -> None:
    assert triples(text, type_) == found


def test_a_place_named_after_a_king_keeps_his_title() -> None:
    found = read("They met at King Khalid International Airport.").entities.values()
    assert {(e.type, e.name) for e in found} == {("Place", "King Khalid International Airport")}


def test_clocks_and_short_months_are_no_names() -> None:
    assert read("It was posted on Mar 6, 2022, at 8:30 pm ET and at 1859 GMT.").entities == {}


def test_what_was_posted_is_not_the_sentence_before() -> None:
    assert claims("They met in Accra in May. It was posted by the channel Lantern.") == set()
