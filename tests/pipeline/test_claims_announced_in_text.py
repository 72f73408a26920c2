"""Words that a line of their own announces, without quotation marks."""

from __future__ import annotations

import pytest

from tests.reading import claims

_BODY = "\n\nKenya has built the bridge.\n\nWith your backing, I believe that Togo will grow."


@pytest.mark.parametrize(
    "line",
    [
        "A translation of President Quill's remarks follows:",
        "Following is the transcript of Quill's remarks at a meeting with Otto Kern:",
        "The full text of the speech follows:",
        "Remarks by President Quill (as delivered):",
        "Ada Quill's statement in full:",
    ],
)
def test_paragraphs_below_a_line_that_announces_words_are_the_speakers(line: str) -> None:
    assert claims(f"President Ada Quill spoke in Kumasi on Monday.\n\n{line}{_BODY}") == {
        ("Ada Quill", "asserts", "Kenya has built the bridge"),
        ("Ada Quill", "asserts", "With your backing, I believe that Togo will grow"),
    }


@pytest.mark.parametrize(
    "after",
    [
        "Background\n\nThe bridge was finished in 2014.",
        "Quill was elected in a close vote in 2020.",
    ],
)
def test_announced_words_end_at_a_heading_and_where_their_speaker_is_named(after: str) -> None:
    line = "Remarks by President Ada Quill (as prepared):"
    assert claims(f"{line}\n\nKenya has built the bridge.\n\n{after}") == {
        ("Ada Quill", "asserts", "Kenya has built the bridge")
    }


def test_a_line_about_two_people_who_own_no_words_announces_nobody() -> None:
    line = "The full text of the speech follows:"
    assert claims(f"Ada Quill met Otto Kern.\n\n{line}\n\nKenya has grown fast.") == set()
