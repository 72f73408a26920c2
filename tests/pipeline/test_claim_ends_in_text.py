"""Where contents end: before what somebody else says, and before what the speaker adds."""

from __future__ import annotations

import pytest

from tests.reading import claims


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Otto Kern called for a truce in Ghana as President Ada Quill demanded a retreat.",
            {
                ("Otto Kern", "asserts", "a truce in Ghana"),
                ("Ada Quill", "asserts", "a retreat"),
            },
        ),
        (
            "Otto Kern warned of floods as Ada Quill said that the dam had burst.",
            {("Otto Kern", "asserts", "floods"), ("Ada Quill", "asserts", "the dam had burst")},
        ),
        (
            "Otto Kern called for Ghana to leave after Ada Quill said it would stay.",
            {
                ("Otto Kern", "asserts", "Ghana to leave"),
                ("Ada Quill", "asserts", "it would stay"),
            },
        ),
        (
            "Otto Kern called for Ghana to leave after the summer was over.",
            {("Otto Kern", "asserts", "Ghana to leave after the summer was over")},
        ),
        (
            "Otto Kern called for talks as fighting entered a third day.",
            {("Otto Kern", "asserts", "talks")},
        ),
        (
            "Otto Kern said that the bridge had fallen as the lorry crossed it.",
            {("Otto Kern", "asserts", "the bridge had fallen as the lorry crossed it")},
        ),
    ],
)
def test_what_happens_meanwhile_is_not_part_of_a_demand(
    text: str, said: set[tuple[str, str, str]]
) -> None:
    assert claims(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Otto Kern said he was leaving amid growing accusations that Kenya had paid him.",
            ("Otto Kern", "asserts", "he was leaving"),
        ),
        (
            "Otto Kern said he left amid the chaos that followed.",
            ("Otto Kern", "asserts", "he left amid the chaos that followed"),
        ),
    ],
)
def test_what_others_say_is_told_as_a_circumstance(text: str, said: tuple[str, str, str]) -> None:
    assert said in claims(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ada Quill added that she had seen a boy in a photo “of blood and tears,” saying he "
            "“never was a rioter.”",
            {
                ("Ada Quill", "asserts", "she had seen a boy in a photo “of blood and tears,”"),
                ("Ada Quill", "asserts", "he “never was a rioter.”"),
            },
        ),
        (
            "Otto Kern said it was “a free paper,” strongly rejecting claims that Kenya paid it.",
            {
                ("Otto Kern", "asserts", "it was “a free paper,”"),
                ("Otto Kern", "denies", "Kenya paid it"),
            },
        ),
        (
            "Ada Quill announced that her page was gone, writing on another, “We never leave.”",
            {
                ("Ada Quill", "asserts", "her page was gone"),
                ("Ada Quill", "denies", "We never leave."),
            },
        ),
        (
            "Otto Kern argued that the goal is “to win while spending little,” adding that the "
            "war is lost.",
            {
                ("Otto Kern", "asserts", "the goal is “to win while spending little,”"),
                ("Otto Kern", "asserts", "the war is lost"),
            },
        ),
        (
            "Ada Quill said that the storm had moved north, threatening the coast.",
            {
                (
                    "Ada Quill",
                    "asserts",
                    "the storm had moved north, threatening the coast",
                )
            },
        ),
    ],
)
def test_a_participle_of_speech_begins_a_claim_behind_marks_and_adverbs(
    text: str, said: set[tuple[str, str, str]]
) -> None:
    assert claims(text) == said


def test_a_perfect_goes_on_behind_a_clause_in_the_present() -> None:
    assert claims(
        "Otto Kern has published a list of groups that are now banned and warned people that "
        "joining them would be a crime."
    ) == {("Otto Kern", "asserts", "joining them would be a crime")}


def test_law_enforcement_speaks() -> None:
    assert claims("Kenyan law enforcement warned that the road was closed.") == {
        ("Kenyan law enforcement", "asserts", "the road was closed")
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The dam fell, police said on Monday, and two people died.",
            {("Police", "asserts", "The dam fell"), ("Police", "asserts", "two people died")},
        ),
        (
            "Kenya has held talks, Ada Quill said, Ghana encourages all efforts that help.",
            {
                ("Ada Quill", "asserts", "Kenya has held talks"),
                ("Ada Quill", "asserts", "Ghana encourages all efforts that help"),
            },
        ),
        (
            "The dam fell, Ada Quill said, and she left.",
            {("Ada Quill", "asserts", "The dam fell")},
        ),
        (
            "The dam fell, Ada Quill said, while the crowd left.",
            {("Ada Quill", "asserts", "The dam fell")},
        ),
    ],
)
def test_a_content_goes_on_behind_who_says_it(text: str, said: set[tuple[str, str, str]]) -> None:
    assert {(who and who.title(), how, what) for who, how, what in claims(text)} == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ada Quill refuted claims that the unit had left and claimed that it advances.",
            {
                ("Ada Quill", "denies", "the unit had left"),
                ("Ada Quill", "asserts", "it advances"),
            },
        ),
        (
            "According to Otto Kern, who led the team, the bridge was old.",
            {("Otto Kern", "asserts", "the bridge was old")},
        ),
        (
            "Kenya's position remains that the border is closed.",
            {("Kenya", "asserts", "the border is closed")},
        ),
        ("Otto Kern hinted at a new law.", {("Otto Kern", "hedges", "a new law")}),
        (
            "The union issued a statement to members urging them to stay home.",
            {("union", "asserts", "them to stay home")},
        ),
    ],
)
def test_nouns_and_addressees_beside_contents(text: str, said: set[tuple[str, str, str]]) -> None:
    assert claims(text) == said


def test_what_another_said_before_is_no_part_of_a_content_behind_a_comma() -> None:
    text = "Kenya said that the dam was safe, after Ada Quill accused it of mining the road."
    assert claims(text) == {
        ("Kenya", "asserts", "the dam was safe"),
        ("Ada Quill", "asserts", "it of mining the road"),
    }
