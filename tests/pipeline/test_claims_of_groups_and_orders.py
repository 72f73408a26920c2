"""Who speaks for a study, a group taken up, words somebody is told to say, and "no doubt"."""

from __future__ import annotations

import pytest

from tests.reading import claims, named, only, read, triples


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A study by the human rights group Kestrel Watch found that the news is false.",
            ("Kestrel Watch", "the news is false"),
        ),
        (
            "The news is false, a study by the civil society organization CRTA (Center for "
            "Research, Transparency and Accountability) found.",
            ("Center for Research, Transparency and Accountability", "The news is false"),
        ),
        (
            "Henrik Aldren said when Kenya attacked, Ghana won.",
            ("Henrik Aldren", "when Kenya attacked, Ghana won"),
        ),
        (
            "Henrik Aldren said when asked Ghana had won.",
            ("Henrik Aldren", "Ghana had won"),
        ),
    ],
)
def test_claim_of_its_speaker(text: str, found: tuple[str, str]) -> None:
    assert {(speaker, content) for speaker, _, content in claims(text)} == {found}


def test_they_are_the_group_a_sentence_is_about() -> None:
    text = (
        "Kenyan warbloggers are outraged at being told by a journalist that it is their own fault. "
        "They argue that the generals lied."
    )
    assert ("Kenyan warbloggers", "asserts", "the generals lied") in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan outlets were told to say that Ghana lies.",
        "Kenyan outlets were advised to blame the West for the raid.",
        "She was asked to deny that Ghana lies.",
    ],
)
def test_who_is_told_to_say_something_has_not_said_it(text: str) -> None:
    assert claims(text) == set()


def test_who_is_forced_to_admit_something_has_admitted_it() -> None:
    text = "Henrik Aldren was forced to admit that the bridge fell."
    assert claims(text) == {("Henrik Aldren", "asserts", "the bridge fell")}


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("there is no doubt that the bridge fell", "asserts"),
        ("they had no choice but to resign", "asserts"),
        ("it was no accident that the bridge fell", "asserts"),
        ("there was no accident at the bridge", "denies"),
        ("there was no question of a retreat", "denies"),
        ("there was no proof that the bridge fell", "denies"),
    ],
)
def test_stance_of_what_there_is_none_of(content: str, stance: str) -> None:
    assert [c.stance for c in read(f"Henrik Aldren said {content}.").claims] == [stance]


def test_fighting_between_two_is_at_a_place() -> None:
    found = triples(
        "Fighting overnight between Kenyan forces and Houthi rebels in the central province of "
        "Marib killed 11 fighters."
    )
    assert ("Houthis", "fought_at", "Marib") in found
    assert ("Armed Forces of Kenya", "fought_at", "Marib") in found


@pytest.mark.parametrize("rank", ["second", "third"])
def test_who_is_second_in_command_holds_an_office_and_runs_nothing(rank: str) -> None:
    text = f"Henrik Aldren, a lawyer, was {rank} in command of Sable Media."
    assert triples(text) == {("Henrik Aldren", "holds_office", "Sable Media")}
    assert dict(only(text, "holds_office").attributes) == {"title": f"{rank} in command"}


def test_a_bracket_spells_out_initials_with_commas() -> None:
    found = read("CRTA (Center for Research, Transparency and Accountability) left Ghana.")
    names = {named(found, e) for e in found.entities if e.startswith("organization")}
    assert names == {"Center for Research, Transparency and Accountability"}
