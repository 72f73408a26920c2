"""Who keeps silent about what: refusals, unanswered questions, and no comment on what was told."""

from __future__ import annotations

import pytest

from tests.reading import claims


def silences(text: str) -> set[tuple[str | None, str]]:
    """Who is silent in a text and how."""
    return {(who, what) for who, stance, what in claims(text) if stance == "silent"}


@pytest.mark.parametrize(
    ("sentence", "who", "what"),
    [
        ("Kenya declined to comment.", "Kenya", "declined to comment"),
        ("Kenya has not commented.", "Kenya", "has not commented"),
        (
            "Ada Quill did not respond to a request for comment.",
            "Ada Quill",
            "did not respond to a request for comment",
        ),
        (
            "There was no immediate comment from Kenya.",
            "Kenya",
            "There was no immediate comment from Kenya",
        ),
        ("Kenya declined comment.", "Kenya", "declined comment"),
    ],
)
def test_who_gives_no_comment_is_silent_on_what_stands_before(
    sentence: str, who: str, what: str
) -> None:
    assert silences(f"The bridge at Tamale fell. {sentence}") == {(who, what)}
    assert silences(sentence) == set()


@pytest.mark.parametrize(
    ("who", "what"),
    [
        ("Ada Quill", "did not reply to questions about the strike"),
        ("Ada Quill", "would not confirm that the bridge fell"),
        ("Ada Quill", "would not be drawn on whether the bridge fell"),
        ("Ada Quill", "sidestepped the question of who ordered the raid"),
        ("Ada Quill", "has avoided answering the question of who ordered the raid"),
    ],
)
def test_who_leaves_a_question_unanswered_is_silent_on_it(who: str, what: str) -> None:
    assert silences(f"{who} {what}.") == {(who, what)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Quill declined to comment further.",
        "Ada Quill dodged a bullet.",
        "Ada Quill did not answer the letter.",
        "Ada Quill was not drawn into the war.",
        "Kenya will not discuss the dam without Ghana.",
        "Ada Quill said that the summit will not address the raid.",
    ],
)
def test_who_leaves_something_else_undone_is_not_silent(sentence: str) -> None:
    assert silences(f"The bridge at Tamale fell. {sentence}") == set()
