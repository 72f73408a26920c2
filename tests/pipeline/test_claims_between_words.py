"""Contents that the words of saying part, cut off or set in a paragraph of their own."""

from __future__ import annotations

import pytest

from tests.reading import claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The dam was safe, the alliance's envoy announced Monday, in the latest sign of calm.",
            ("alliance's envoy", "asserts", "The dam was safe"),
        ),
        (
            "This dam, Ada Quill explained to Sani Bello, made life easier.",
            (
                "Ada Quill",
                "asserts",
                "This dam, Ada Quill explained to Sani Bello, made life easier",
            ),
        ),
        (
            "The dam, Ada Quill argued in a Facebook post, was safe.",
            ("Ada Quill", "asserts", "The dam, Ada Quill argued in a Facebook post, was safe"),
        ),
        (
            "Ada Quill flatly denied being paid by the firm.",
            ("Ada Quill", "denies", "being paid by the firm"),
        ),
        (
            "Bloomberg reported that the dam was safe, citing people familiar with the matter.",
            ("Bloomberg", "asserts", "the dam was safe"),
        ),
    ],
)
def test_content_is_what_the_words_of_saying_part_from_themselves(
    text: str, claim: tuple[str, str, str]
) -> None:
    assert claims(text) == {claim}


@pytest.mark.parametrize("end", ["something Ghana denies", "which Ghana denies"])
def test_words_that_take_a_content_up_end_it_and_are_a_denial(end: str) -> None:
    assert claims(f"Kenya says the dam was safe, {end}.") == {
        ("Kenya", "asserts", "the dam was safe"),
        ("Ghana", "denies", "the dam was safe"),
    }


@pytest.mark.parametrize(
    "lead",
    [
        "The governor, Ada Quill, issued a statement explaining,",
        "The governor, Ada Quill, wrote on her Facebook page:",
    ],
)
def test_paragraph_set_off_is_said_by_who_the_line_before_tells_of(lead: str) -> None:
    text = f"{lead}\n\nThe dam will stand. The town is dry.\n\nRain fell for a week."
    assert claims(text) == {("Ada Quill", "asserts", "The dam will stand. The town is dry.")}


def test_paragraph_behind_a_line_that_says_nothing_is_the_narrators() -> None:
    assert not claims("Here are the main points:\n\nThe dam will stand in Tamale.")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Ada Quill vowed to rebuild the dam and bragged about her ties with Ghana.",
            ("Ada Quill", "asserts", "rebuild the dam"),
        ),
        (
            "Ada Quill denied any role in the blast.",
            ("Ada Quill", "denies", "any role in the blast"),
        ),
        (
            "Google announced the removal of 40 channels.",
            ("Google", "asserts", "the removal of 40 channels"),
        ),
        (
            "Kenya announced plans to close the port.",
            ("Kenya", "asserts", "plans to close the port"),
        ),
        (
            "Prosecutors accused Ada Quill of taking bribes, charges she denies.",
            ("Prosecutors", "asserts", "Ada Quill of taking bribes"),
        ),
        (
            "The dam, which according to Ada Quill burst in May, was new.",
            ("Ada Quill", "asserts", "burst in May"),
        ),
    ],
)
def test_content_reaches_as_far_as_its_own_words(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in claims(text)


def test_what_nobody_can_do_is_not_said_to_be_done() -> None:
    assert not claims("No one predicted a war in Ghana.")


def test_challenge_of_encouraging_people_reports_nothing() -> None:
    assert not claims("This is a challenge in encouraging people to seek help.")
