"""Round-ups of reactions under the names of who wrote them, and broadcasts by their titles."""

from __future__ import annotations

import pytest

from tests.reading import channels, claims, triples

_ROUNDUP = (
    "Blogger Ada Quill\n\n{first}\n\n"
    "Otto Kern, former separatist leader (wanted in Ghana)\n\n{second}\n"
)


def test_words_below_a_line_that_names_somebody_are_his_where_they_are_in_the_first_person() -> (
    None
):
    text = _ROUNDUP.format(
        first="This is our harbour. Let's hope the answer is as hard as theirs was.",
        second="But I do not see it that way. Our fleet has suffered worse than that.",
    )
    assert {(who, said) for who, _, said in claims(text)} == {
        ("Ada Quill", "This is our harbour"),
        ("Ada Quill", "Let's hope the answer is as hard as theirs was"),
        ("Otto Kern", "But I do not see it that way"),
        ("Otto Kern", "Our fleet has suffered worse than that"),
    }


def test_what_is_told_of_somebody_below_his_name_is_not_said_by_him() -> None:
    text = _ROUNDUP.format(
        first="The blogger was born in Tamale. Her page has many readers there.",
        second="The leader fled the country in 2014. His house was sold.",
    )
    assert claims(text) == set()


@pytest.mark.parametrize(
    "show",
    [
        "talk show Evening With Ada Quill",
        "morning show “60 Minutes”",
        "podcast called Time Will Tell",
        "show on Channel One called Time Will Tell",
    ],
)
def test_a_broadcast_is_known_by_its_whole_title(show: str) -> None:
    title = show.rpartition("called ")[2].removeprefix("talk show ").removeprefix("morning show ")
    assert title.strip("“”") in channels(f"Otto Kern hosts the {show}.")


@pytest.mark.parametrize("text", ["The show Ada Quill hosts is old.", "The program Kenya runs is."])
def test_who_makes_a_show_is_not_its_title(text: str) -> None:
    assert channels(text) == {}


def test_the_channel_of_a_host_did_not_carry_what_he_said_elsewhere() -> None:
    text = "Otto Kern, host of the talk show Kettle Hour on RT, suggested that it rained."
    assert triples(text, "quoted") == set()
    assert ("Otto Kern", "holds_office", "Kettle Hour") in triples(text)


def test_a_weekday_behind_a_show_is_no_title() -> None:
    assert "Tuesday" not in channels("On his show Tuesday night, Otto Kern spoke of war.")
