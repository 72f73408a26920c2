"""Attributions as analyses of channels write them, and words that only look like a speaker's."""

from __future__ import annotations

import pytest

from tests.reading import claims, read, triples


def _said(text: str) -> set[tuple[str | None, str]]:
    return {(who, said) for who, _, said in claims(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "“It fell in the night,” former Kenyan lawyer and now blogger Ada Quill wrote.",
            ("Ada Quill", "It fell in the night,"),
        ),
        (
            "Posters were shown with a quote by Kenya's Supreme Leader Otto Kern: “We shall win.”",
            ("Otto Kern", "We shall win."),
        ),
        (
            "Ada Quill wrote about a “large-scale Kenyan operation in Ghana” as a fact.",
            ("Ada Quill", "a “large-scale Kenyan operation in Ghana” as a fact"),
        ),
        (
            "Some channels published a picture of an unknown man saying that the army is ready.",
            ("Some channels", "the army is ready"),
        ),
        (
            "The Kenyan authorities announced the implementation of two decisions on plates.",
            ("Kenya", "the implementation of two decisions on plates"),
        ),
        ("Indian posts claim that the dam fell.", (None, "the dam fell")),
    ],
)
def test_who_speaks_is_found(text: str, found: tuple[str | None, str]) -> None:
    assert _said(text) == {found}


def test_a_word_in_marks_before_a_speakers_noun_hides_nobody() -> None:
    text = "“It is hard,” wrote a Russian “military correspondent” with 9,000 readers on Telegram."
    (claim,) = read(text).claims
    assert claim.speaker in read(text).channels


def test_its_website_is_the_ministrys_that_speaks() -> None:
    text = (
        "The news came from Ada Quill's Telegram channel. The Kenyan Defense Ministry said on its "
        "website that “the army has not crossed the line”."
    )
    assert triples(text, "quoted") == set()


def test_a_headlines_verb_is_no_given_name() -> None:
    text = "Kenya's Foreign Minister Challenges Ghana: A Controversial Stance on the Recent Coup\n"
    assert [e.name for e in read(text).entities.values() if e.type == "Person"] == []


@pytest.mark.parametrize(
    "text",
    [
        "They quoted an open supporter of the Kenyan invasion of Ghana Otto Kern.",
        "Kremlin propaganda changed under the presidency of Otto Kern.",
    ],
)
def test_who_is_named_beside_an_invasion_or_a_presidency_is_in_neither(text: str) -> None:
    kern = {t for t in triples(text, "attacked", "holds_office") if "Otto Kern" in (t[0], t[2])}
    assert kern == set()
