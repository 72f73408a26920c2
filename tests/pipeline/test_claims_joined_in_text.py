"""Where one saying ends and the next begins, and whose each is, when a sentence holds several."""

from __future__ import annotations

import pytest

from tests.reading import named, read


def said(text: str) -> list[tuple[str | None, str]]:
    """Each claim of a text as (who says it, what)."""
    found = read(text)
    return [
        (named(found, c.speaker) if c.speaker else None, found.tokens.span_text(c.start, c.end))
        for c in found.claims
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Governor Pavel Dunin admitted that he could not promise safety but called reports of "
            "panic “nonsense spread by strangers”.",
            ["he could not promise safety", "reports of panic “nonsense spread by strangers”"],
        ),
        (
            "The ministry said that its units had shot down 11 drones; it made no mention of the "
            "refinery.",
            ["its units had shot down 11 drones", "made no mention of the refinery"],
        ),
        (
            "Vera Lindt called the arrests “hostile,” while Pavel Dunin limited himself to the "
            "remark that such steps “do not help anybody.”",
            ["the arrests “hostile", "such steps “do not help anybody"],
        ),
        (
            "His supporters say he is innocent; his critics, that he is a spy.",
            ["he is innocent", "he is a spy"],
        ),
        (
            "Lindt claimed that the bridge had fallen, Dunin that it had never been built.",
            ["the bridge had fallen", "it had never been built"],
        ),
    ],
)
def test_what_one_says_ends_where_another_begins(text: str, claims: list[str]) -> None:
    assert [content for _, content in said(text)] == claims


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Milan Kostic, who is followed by almost 900,000 users, denied there had been a fire.",
            "Milan Kostic",
        ),
        (
            "The station spoke to Milan Kostic, an adviser to President Emil Radev, who said that "
            "the war was over.",
            "Milan Kostic",
        ),
        (
            "On 7 May Milan Kostic posted a photograph of the mayor. “At last it works,” the "
            "caption said.",
            "Milan Kostic",
        ),
        (
            "A Telegram post by Milan Kostic made no mention of the village.",
            "Milan Kostic",
        ),
    ],
)
def test_who_speaks_where_others_are_named_beside(text: str, speaker: str) -> None:
    assert {name for name, _ in said(text)} == {speaker}


def test_a_refusal_to_answer_a_question_is_silence_and_no_claim() -> None:
    found = read("The Chadian Foreign Ministry would not say what the men were accused of.")
    assert [claim.stance for claim in found.claims] == ["silent"]


def test_what_somebody_is_punished_for_is_no_claim() -> None:
    assert said("Milan Kostic faces five years in prison for “discrediting the army.”") == []


def test_what_is_blamed_without_a_charge_is_the_claim() -> None:
    text = "A channel with 49,000 subscribers blamed a flock of birds."
    assert [content for _, content in said(text)] == ["a flock of birds"]
