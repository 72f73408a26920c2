"""Actions told by event nouns, light verbs and verbs of phase, purpose and undoing."""

from __future__ import annotations

import pytest

from tests.reading import read, triples


def _told(text: str) -> set[tuple[str, str]]:
    """Each relation of a text in words, with how the text stands to it."""
    found = read(text)
    names = {id_: entity.name for id_, entity in found.entities.items()}
    return {
        (f"{names.get(r.source)} {r.type} {names.get(r.target)}", r.modality)
        for r in found.relations
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya chose this moment to strike Ghana.", "Kenya attacked Ghana"),
        ("Ada Quill ordered an invasion of Ghana.", "Ada Quill attacked Ghana"),
        ("Kenya responded with strikes on Tamale.", "Kenya attacked Tamale"),
        ("Kenya struck deep inside Ghana.", "Kenya attacked Ghana"),
        ("Tamale was rocked by Kenyan strikes.", "Kenya attacked Tamale"),
        ("Tamale was targeted in a Kenyan drone attack.", "Kenya attacked Tamale"),
        ("Kenya and Ghana are locked in a war.", "Ghana at_war_with Kenya"),
        ("Kenya launched a cyberattack on Ghana.", "Kenya attacked Ghana"),
        ("Kenya has laid siege to Tamale.", "Kenya attacked Tamale"),
        ("Kenya stepped up its cooperation with Ghana.", "Ghana cooperates_with Kenya"),
        ("Kenya faces Norwegian sanctions.", "Norway sanctions Kenya"),
        ("Norway eased sanctions on Kenya.", "Norway sanctions Kenya"),
        ("Norway reimposed sanctions on Kenya.", "Norway sanctions Kenya"),
        ("Ada Quill had dinner with Oleg Lantz.", "Ada Quill met_with Oleg Lantz"),
        ("Ada Quill called Oleg Lantz to discuss it.", "Ada Quill met_with Oleg Lantz"),
        ("Oleg Lantz kicked off a tour of Ghana.", "Oleg Lantz visited Ghana"),
        ("Oleg Lantz touched down in Ghana.", "Oleg Lantz visited Ghana"),
        ("Ghana depends on Kenyan gas.", "Kenya supplies Ghana"),
        ("Ghana signed a deal to buy drones from Kenya.", "Kenya supplies Ghana"),
        ("Ghanaian forces regained control of Tamale.", "Armed Forces of Ghana captured Tamale"),
        ("Kenyan troops pulled out of Ghana.", "Armed Forces of Kenya deployed_to Ghana"),
        ("Kenya's military presence in Ghana has grown.", "Kenya deployed_to Ghana"),
    ],
)
def test_an_action_is_found_behind_verbs_of_phase_purpose_and_answer(
    text: str, expected: str
) -> None:
    assert expected in {" ".join(triple) for triple in triples(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's allies include Ghana.", "Ghana allied_with Kenya"),
        ("Ada Quill was among those sanctioned by Norway.", "Norway sanctions Ada Quill"),
        ("Togo is among the countries backing Kenya.", "Togo supports Kenya"),
        (
            "Fighting broke out between Kenyan troops and Hezbollah in Tamale.",
            "Hezbollah fought_at Tamale",
        ),
        ("Clashes between Kenya and Ghana erupted near Tamale.", "Ghana fought_at Tamale"),
        (
            "Kenyan troops clashed with Hezbollah near Tamale.",
            "Hezbollah fought_at Tamale",
        ),
        (
            "Heavy fighting between Kenyan and Ghanaian forces raged.",
            "Armed Forces of Ghana at_war_with Armed Forces of Kenya",
        ),
    ],
)
def test_parties_are_found_in_lists_of_many_and_where_the_fighting_is_told_to_be(
    text: str, expected: str
) -> None:
    assert expected in {" ".join(triple) for triple in triples(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya designated Ada Quill to lead the talks.",
        "Kenya designated Ada Quill as his successor.",
        "Kenya designated Ada Quill its candidate.",
        "Kenya designated Ada Quill for the post.",
        "Kenya declared Ada Quill the winner.",
        "Kenya listed Ada Quill as a member of the group.",
        "Kenya removed Ada Quill from the list of speakers.",
    ],
)
def test_who_is_designated_for_a_task_or_an_honour_is_not_sanctioned(text: str) -> None:
    assert not triples(text, "sanctions")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya designated Sable Bank as a terrorist organisation.",
        "Kenya has declared Sable Bank a terrorist organisation.",
        "Kenya labelled Sable Bank an extremist organisation.",
        "Sable Bank was designated by Kenya for its role in the war.",
    ],
)
def test_who_is_declared_a_terrorist_or_designated_for_a_deed_is_sanctioned(text: str) -> None:
    assert ("Kenya", "sanctions", "Sable Bank") in triples(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway lifted sanctions on Kenya.", ("Norway sanctions Kenya", "denied")),
        ("Norway will not lift sanctions on Kenya.", ("Norway sanctions Kenya", "asserted")),
        ("Norway refused to lift its sanctions on Kenya.", ("Norway sanctions Kenya", "asserted")),
        ("Norway's decision to sanction Kenya fell.", ("Norway sanctions Kenya", "hypothetical")),
        ("Norway threatened Kenya with sanctions.", ("Norway sanctions Kenya", "hypothetical")),
        ("Kenya was preparing an attack on Ghana.", ("Kenya attacked Ghana", "hypothetical")),
        ("Kenya is gearing up to attack Ghana.", ("Kenya attacked Ghana", "hypothetical")),
        ("Kenya denied responsibility for a raid on Tamale.", ("Kenya attacked Tamale", "denied")),
        ("Oleg Lantz called off his trip to Ghana.", ("Oleg Lantz visited Ghana", "denied")),
        ("Oleg Lantz was invited to Ghana.", ("Oleg Lantz visited Ghana", "hypothetical")),
        ("Kenya boycotted the Paris Olympics.", ("Kenya participated_in Paris Olympics", "denied")),
        ("Kenya will withdraw its troops from Ghana.", ("Kenya deployed_to Ghana", "asserted")),
    ],
)  # fmt: skip
def test_what_is_undone_planned_or_not_yet_ended_is_told_as_such(
    text: str, expected: tuple[str, str]
) -> None:
    assert expected in _told(text)


def test_going_to_war_is_open_where_somebody_only_could() -> None:
    assert {m for r, m in _told("Kenya could go to war with Ghana.") if "at_war_with" in r} == {
        "hypothetical"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill called the attack on Ghana a crime.",
        "Ada Quill considered the invasion of Ghana a mistake.",
        "Kenya hit Ghana in the final.",
        "Kenya met Ghana in the final.",
        "Ada Quill called Oleg Lantz a liar.",
        "Ada Quill, who writes for Politico, left.",
    ],
)
def test_words_about_an_event_a_game_or_a_job_tell_no_act(text: str) -> None:
    assert not {t for t in triples(text) if t[1] in ("attacked", "met_with", "quoted")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill began her tour across Africa last week in Ghana.",
        "Ada Quill ended her trip in Ghana.",
    ],
)
def test_who_begins_or_ends_a_trip_somewhere_was_there(text: str) -> None:
    found = [r for r in read(text).relations if r.type == "visited" and r.target == "state:GH"]
    assert [r.modality for r in found] == ["asserted"]
