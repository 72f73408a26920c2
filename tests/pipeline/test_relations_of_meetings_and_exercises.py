"""Who met, travelled and took part, in the words in which news tells it."""

from __future__ import annotations

import pytest

from tests.reading import read, triples

MET, SEEN, PART = "met_with", "visited", "participated_in"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill and Otto Kern met face to face.",
        "Ada Quill and Otto Kern embraced on the runway.",
        "Ada Quill and Otto Kern shook hands.",
        "Ada Quill spent an hour with Otto Kern.",
        "Ada Quill shared a stage with Otto Kern.",
        "Ada Quill sat opposite Otto Kern.",
        "Ada Quill and her visitor, Otto Kern, agreed.",
        "Ada Quill was photographed with Otto Kern.",
        "The talks that Ada Quill held with Otto Kern were secret.",
        "Ada Quill held a bilateral with Otto Kern.",
    ],
)
def test_two_meet_by_whatever_they_do_together(text: str) -> None:
    pairs = {frozenset((source, target)) for source, _, target in triples(text, MET)}
    assert pairs == {frozenset(("Ada Quill", "Otto Kern"))}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill saw Otto Kern as a rival.",
        "Ada Quill shares a view with Otto Kern.",
        "Ada Quill stood with Otto Kern on taxes.",
        "The town Ada Quill left with Otto Kern was empty.",
    ],
)
def test_who_only_agrees_with_somebody_has_not_met_them(text: str) -> None:
    assert triples(text, MET) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill passed through Tamale on Monday.",
        "Ada Quill turned up in Tamale.",
        "Ada Quill slipped into Tamale for six hours.",
        "Ada Quill was flown to Tamale.",
        "Ada Quill was spotted in Tamale.",
        "The tour took Ada Quill to Tamale.",
        "Ada Quill embarked on a tour of Tamale.",
        "Ada Quill's plane landed in Tamale.",
        "Ada Quill came back from Tamale.",
    ],
)
def test_who_turns_up_somewhere_has_been_there(text: str) -> None:
    assert triples(text, SEEN) == {("Ada Quill", SEEN, "Tamale")}


def test_who_is_turned_away_has_not_been_there() -> None:
    (visit,) = read("Ada Quill was refused entry to Ghana.").relations
    assert (visit.type, visit.modality) == (SEEN, "denied")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya sent ships to the naval exercise Copper Heron.",
        "Leaders from Kenya gathered for the Copper Heron exercise.",
        "Kenya joined the Copper Heron naval drills.",
        "Copper Heron, a yearly war game, involved Kenya.",
        "The roster of Copper Heron, the largest drill in Africa, includes Kenya.",
        "Kenya arrived late at the exercise dubbed Copper Heron.",
    ],
)
def test_an_exercise_of_any_name_is_known_by_the_noun_beside_it(text: str) -> None:
    assert ("Kenya", PART, "Copper Heron") in triples(text, PART)


def test_a_meeting_of_any_name_is_known_by_its_kind() -> None:
    text = "Ada Quill chaired the Argyle peace conference, which Kenya boycotted."
    assert triples(text, PART) == {
        ("Ada Quill", PART, "Argyle peace conference"),
        ("Kenya", PART, "Argyle peace conference"),
    }


def test_a_person_is_no_exercise_though_much_goes_on_during_their_visit() -> None:
    types = {
        e.type for e in read("During Ada Quill's visit, the exercise ended.").entities.values()
    }
    assert types == {"Person"}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill delivered a speech at the Baltic Forum.",
        "On the sidelines of the Baltic Forum, Ada Quill agreed.",
        "Ada Quill led a delegation to the Baltic Forum.",
    ],
)
def test_who_speaks_or_leads_at_a_meeting_takes_part(text: str) -> None:
    assert triples(text, PART) == {("Ada Quill", PART, "Baltic Forum")}


def test_who_only_talks_about_a_meeting_takes_no_part() -> None:
    assert triples("Ada Quill talked about the Baltic Forum.", PART) == set()


def test_a_head_of_state_and_officials_of_hers_do_not_make_her_meet_her_state() -> None:
    text = "Kenya's president Ada Quill and a number of Kenyan and Ghanaian officials met."
    met = triples(text, MET)
    assert {("Ada Quill", MET, "Kenya"), ("Kenya", MET, "Ada Quill")}.isdisjoint(met)
    assert ("Ghanaian officials", MET, "Ada Quill") in met


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ada Quill attends talks with President Oleg Lantz in Accra.",
        "Ada Quill said on the sidelines of talks with President Oleg Lantz that ties would grow.",
    ],
)
def test_who_attends_talks_or_speaks_beside_them_takes_part(text: str) -> None:
    assert triples(text, "met_with") == {("Ada Quill", "met_with", "Oleg Lantz")}
