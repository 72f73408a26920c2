"""What somebody calls for, announces, dismisses or denies in few words."""

from __future__ import annotations

import pytest

from tests.reading import claims


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Kenya called on the countries involved to prevent a war.",
            {("Kenya", "asserts", "the countries involved to prevent a war")},
        ),
        (
            "Ada Quill on Tuesday called upon all parties to lay down their arms.",
            {("Ada Quill", "asserts", "all parties to lay down their arms")},
        ),
        (
            "Ada Quill met Otto Kern in Accra, calling on the two sides to carry forward talks.",
            {("Ada Quill", "asserts", "the two sides to carry forward talks")},
        ),
        (
            "Otto Kern called again on Ghana to leave.",
            {("Otto Kern", "asserts", "Ghana to leave")},
        ),
        (
            "Otto Kern left the stage while calling for Kenya to have a new board.",
            {("Otto Kern", "asserts", "Kenya to have a new board")},
        ),
        ("Otto Kern called on Ada Quill in Accra on his way to Nairobi.", set()),
        ("Otto Kern called on Ada Quill, who was ill, and left.", set()),
        (
            "Otto Kern called on Monday to say that he was safe.",
            {("Otto Kern", "asserts", "he was safe")},
        ),
        (
            "Otto Kern called on the radio to say that he was safe.",
            {("Otto Kern", "asserts", "he was safe")},
        ),
        ("Ada Quill waited for Kenya to leave.", set()),
    ],
)
def test_who_is_called_on_to_do_something(text: str, said: set[tuple[str, str, str]]) -> None:
    assert claims(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Otto Kern used the visit to announce an aid package for farmers.",
            {("Otto Kern", "asserts", "an aid package for farmers")},
        ),
        (
            "Ada Quill declared her solidarity with the miners.",
            {("Ada Quill", "asserts", "her solidarity with the miners")},
        ),
        ("Ada Quill announced her engagement.", set()),
        ("Otto Kern denies involvement.", {("Otto Kern", "denies", "involvement")}),
        (
            "Kenya and Ghana denied responsibility.",
            {
                ("Kenya", "denies", "responsibility"),
                ("Ghana", "denies", "responsibility"),
            },
        ),
        (
            "Kenya is pleased to announce that it will host the games.",
            {("Kenya", "asserts", "it will host the games")},
        ),
        ("Otto Kern is reluctant to admit that the bridge fell.", set()),
        ("It is easy to claim that the bridge fell.", set()),
    ],
)
def test_what_is_announced_declared_or_denied(text: str, said: set[tuple[str, str, str]]) -> None:
    assert claims(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Otto Kern dismissed the civilians and took power.", set()),
        ("Otto Kern dismissed the government.", set()),
        ("Otto Kern dismissed the report.", {("Otto Kern", "denies", "the report")}),
        (
            "Otto Kern dismissed the ministers as fools.",
            {("Otto Kern", "denies", "the ministers as fools")},
        ),
    ],
)
def test_who_is_dismissed_from_office_is_not_denied(
    text: str, said: set[tuple[str, str, str]]
) -> None:
    assert claims(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "His lawyers are reported to have said “none of it was his”.",
            {("His lawyers", "denies", "none of it was his")},
        ),
        (
            "The prosecution is reported to have claimed that Otto Kern paid bloggers.",
            {("prosecution", "asserts", "Otto Kern paid bloggers")},
        ),
        (
            "Otto Kern is said to have ordered the raid.",
            {(None, "asserts", "Otto Kern is said to have ordered the raid")},
        ),
    ],
)
def test_what_somebody_is_reported_to_have_said_is_his(
    text: str, said: set[tuple[str | None, str, str]]
) -> None:
    assert claims(text) == said


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("NATO says no buildup in the region", ("NATO", "asserts", "no buildup in the region")),
        ("Kenya says no truce before Sunday", ("Kenya", "asserts", "no truce before Sunday")),
    ],
)
def test_a_headline_says_what_there_is_not(headline: str, said: tuple[str, str, str]) -> None:
    assert claims(f"{headline}\n\nThey met on Monday.") == {said}


def test_nobody_says_no_in_a_sentence() -> None:
    assert claims("Otto Kern said no to the offer.") == set()


def test_the_crew_of_an_outlet_speaks_for_it() -> None:
    assert claims("BBC crew in Accra estimated that 5,000 people were there.") == {
        ("BBC", "asserts", "5,000 people were there")
    }
