"""Through which channel somebody speaks, and the channel for which its people go on."""

from __future__ import annotations

import pytest

from tests.reading import claims, named, read


def through(text: str) -> set[tuple[str, str | None, str]]:
    """Each claim of a text as (who says it, through which channel, what)."""
    found = read(text)
    return {
        (
            named(found, str(c.speaker)),
            None if c.via is None else named(found, c.via),
            found.tokens.span_text(c.start, c.end),
        )
        for c in found.claims
    }


def test_who_goes_on_in_the_paragraph_speaks_through_the_same_channel() -> None:
    found = through("Otto Kern told Reuters that the bridge fell. “It burned,” he added.")
    assert found == {
        ("Otto Kern", "Reuters", "the bridge fell"),
        ("Otto Kern", "Reuters", "It burned,"),
    }


@pytest.mark.parametrize(
    "more", [" “It burned,” he said at a briefing.", "\n\n“It burned,” he said."]
)
def test_what_is_said_elsewhere_or_a_paragraph_on_is_through_none(more: str) -> None:
    found = through(f"Otto Kern told Reuters that the bridge fell.{more}")
    assert found == {
        ("Otto Kern", "Reuters", "the bridge fell"),
        ("Otto Kern", None, "It burned,"),
    }


def test_a_guest_of_a_show_speaks_through_it() -> None:
    found = through("On the show Evening With Ada Quill, Otto Kern said that the bridge fell.")
    assert found == {("Otto Kern", "Evening With Ada Quill", "the bridge fell")}


@pytest.mark.parametrize(
    "more",
    [
        "“It burned,” the propagandists wrote.",
        "In this version of events, propagandists claim that it burned.",
    ],
)
def test_the_people_of_a_channel_that_just_spoke_go_on_for_it(more: str) -> None:
    found = claims(
        "Kenyan propagandists mocked Togo. A channel with over a million subscribers reported that "
        f"the bridge fell. {more}"
    )
    speakers = {name for name, stance, _ in found if stance == "asserts"}
    assert speakers == {"channel with over a million subscribers"}


def test_bare_propagandists_are_no_channel_that_just_spoke() -> None:
    found = claims(
        "A channel with over a million subscribers reported that the bridge fell. Propagandists "
        "claim that it burned."
    )
    assert ("channel with over a million subscribers", "asserts", "it burned") not in found
