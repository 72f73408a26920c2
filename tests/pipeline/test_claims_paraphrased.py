"""Ways of saying that somebody said something, written without regard to the rules."""

from __future__ import annotations

import pytest

from tests.reading import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv denies blowing up the dam.", ("Ukraine", "denies", "blowing up the dam")),
        ("Ada Quill scoffed at the report.", ("Ada Quill", "mocks", "the report")),
        (
            "Ada Quill brushed aside reports that the dam had burst.",
            ("Ada Quill", "denies", "the dam had burst"),
        ),
        (
            "The Telegram channel Northern Smoke was the first to report that the dam had burst.",
            ("Northern Smoke", "asserts", "the dam had burst"),
        ),
        (
            "CNN reported, citing Ada Quill, that the dam was safe.",
            ("CNN", "asserts", "the dam was safe"),
        ),
        (
            "Research by the Reef Institute shows that the dam was safe.",
            ("Reef Institute", "asserts", "the dam was safe"),
        ),
        (
            "Ada Quill celebrated the capture of Tamale.",
            ("Ada Quill", "praises", "the capture of Tamale"),
        ),
        (
            "Ada Quill made it clear that the dam was safe.",
            ("Ada Quill", "asserts", "the dam was safe"),
        ),
        (
            "It is not true that the dam burst, Ada Quill said.",
            ("Ada Quill", "denies", "It is not true that the dam burst"),
        ),
        (
            "The channel Northern Smoke was blocked. A day later, the same channel, Northern "
            "Smoke, wrote that the dam was safe.",
            ("Northern Smoke", "asserts", "the dam was safe"),
        ),
        (
            "Ada Quill met Oleg Lantz on Monday. He told her that the dam was safe.",
            ("Oleg Lantz", "asserts", "the dam was safe"),
        ),
        (
            "Ada Quill met Oleg Lantz on Monday. She told him that the dam was safe.",
            ("Ada Quill", "asserts", "the dam was safe"),
        ),
    ],
)
def test_a_claim_has_its_speaker_and_stance_however_it_is_worded(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in claims(text)


def test_western_fears_are_what_the_west_says() -> None:
    found = claims("Western fears that the dam burst were widespread.")
    assert {who for who, _, _ in found} == {"the West"}


@pytest.mark.parametrize(
    ("text", "stance", "content"),
    [
        ("Ada Quill left open the possibility that Kenya would return.", "hedges",
         "Kenya would return"),
        ("Ada Quill raised the possibility that the dam would burst.", "hedges",
         "the dam would burst"),
        ("Ada Quill has not ruled out that the dam would burst.", "hedges",
         "the dam would burst"),
        ("Ada Quill expressed the view on the dam that it must hold.", "asserts",
         "it must hold"),
    ],
)  # fmt: skip
def test_possibilities_and_views_with_their_topic_are_contents(
    text: str, stance: str, content: str
) -> None:
    assert claims(text) == {("Ada Quill", stance, content)}


def test_words_behind_a_quotation_that_go_on_from_its_speaker_take_nothing_from_him() -> None:
    text = 'Ada Quill stated, "The border is fragile and needs care," stressing her wish for peace.'
    assert ("Ada Quill", "asserts", "The border is fragile and needs care,") in claims(text)


def test_what_is_made_clear_to_somebody_is_a_claim() -> None:
    text = "Ada Quill made clear to Otto Kern that the dam must hold."
    assert claims(text) == {("Ada Quill", "asserts", "the dam must hold")}


def test_doctor_of_a_lead_is_no_minister_named_next() -> None:
    text = (
        "A doctor said the dam had caused injuries. Deputy Prime Minister Ada Quill said it held."
    )
    assert {(who, said) for who, _, said in claims(text)} == {
        ("doctor", "the dam had caused injuries"),
        ("Ada Quill", "it held"),
    }
