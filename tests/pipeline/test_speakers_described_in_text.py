"""Speakers that a text describes instead of naming: "the top diplomat", "two people close to X"."""

from __future__ import annotations

import pytest

from tests.reading import claims


def speakers(text: str) -> set[str | None]:
    """Who says in a text that the dam was safe, whatever else is said."""
    return {who for who, _, said in claims(text) if "dam was safe" in said}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Sani Bello, the Kenyan foreign minister, met Ada Quill. "
            "Kenya's top diplomat said that the dam was safe.",
            "Sani Bello",
        ),
        (
            "“The dam was safe,” Ghana's top diplomat said on Friday. Rain fell. "
            "Foreign Minister Sani Bello flew home.",
            "Sani Bello",
        ),
        ("“The dam was safe,” the Ghanaian top diplomat said.", "Ghanaian top diplomat"),
        (
            "Sani Bello said he was glad. The Tamale leader said that the dam was safe.",
            "Sani Bello",
        ),
        (
            "A spokeswoman for the company, Ada Quill, said it was glad. "
            "The spokeswoman added that the dam was safe.",
            "Ada Quill",
        ),
    ],
)
def test_description_is_the_person_called_so(text: str, speaker: str) -> None:
    assert speakers(text) == {speaker}


def test_lead_does_not_make_a_head_of_government_a_diplomat() -> None:
    text = (
        "The dam was safe, the union's top diplomat announced on Monday, after weeks of rain.\n\n"
        "Prime Minister Sani Bello said that nobody knew."
    )
    assert speakers(text) == {"union's top diplomat"}


def test_deputy_of_a_speaker_is_somebody_else() -> None:
    text = "Sani Bello said that it rained. But his deputy said that the dam was safe."
    assert speakers(text) == {"deputy of Sani Bello"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Two people briefed on the matter said that the dam was safe.",
            "Two people briefed on the matter",
        ),
        (
            "The dam was safe, according to people close to the talks.",
            "people close to the talks",
        ),
        (
            "The dam was safe, a Kenyan newspaper reported on Tuesday, citing an official.",
            "Kenyan newspaper",
        ),
        ("The army's statement said that the dam was safe.", "army"),
        ("The dam was safe, according to the ministry's website.", "ministry"),
        ("Ghana's ombudsman said: “The dam was safe.”", "Ghana's ombudsman"),
    ],
)
def test_people_and_bodies_told_of_speak_unnamed(text: str, speaker: str) -> None:
    assert speakers(text) == {speaker}


def test_people_at_large_are_no_speaker() -> None:
    assert not claims("No wonder people say that the dam was safe.")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Twitter closed 60 accounts. The platform said that the dam was safe.", "Twitter"),
        (
            "Ghana's spy agency, known as Blue Heron, said that the dam was safe.",
            "Blue Heron",
        ),
        ("The European Commission met. The company said that the dam was safe.", "company"),
    ],
)
def test_body_is_the_one_named_and_a_company_no_public_one(text: str, speaker: str) -> None:
    assert speakers(text) == {speaker}


def test_who_is_quoted_speaks_and_who_quotes_passes_it_on() -> None:
    text = "Sani Bello came home. “The dam was safe,” he was quoted as saying by Reuters."
    assert speakers(text) == {"Sani Bello"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("(AFP) – When it rained, her neighbours said that the dam was safe.", "her neighbours"),
        (
            "The dam was safe, according to an interview with Ada Quill published on Friday.",
            "Ada Quill",
        ),
        (
            "“It rained,” said Amjad Quill. Pointing to a photo of Ivan Popko, Quill grew calm. "
            "He said: “The dam was safe.”",
            "Amjad Quill",
        ),
    ],
)
def test_speaker_is_neither_the_agency_nor_who_is_only_spoken_of(text: str, speaker: str) -> None:
    assert speakers(text) == {speaker}


def test_media_named_as_examples_speak_each() -> None:
    text = "Russian media, namely Dozhd and Ekho Moskvy, confirmed that the dam was safe."
    assert speakers(text) == {"TV Rain", "Ekho Moskvy"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "NATO chief Sani Bello said it rained. "
            "The former Ghanaian prime minister said the dam was safe.",
            "Sani Bello",
        ),
        (
            "Ada Quill of the University of Tamale said it rained. "
            "The epidemiologist added that the dam was safe.",
            "Ada Quill",
        ),
        ("Ada Quill - who built it - said the dam was safe.", "Ada Quill"),
        ("The dam was safe, Ada Quill was quoted as saying by Reuters.", "Ada Quill"),
        ("Ada Quill drew criticism for saying the dam was safe.", "Ada Quill"),
        ("Ada Quill said the dam was safe, according to Reuters.", "Ada Quill"),
    ],
)
def test_speaker_is_the_person_whatever_stands_between(text: str, speaker: str) -> None:
    assert speakers(text) == {speaker}


def test_only_the_chief_diplomat_of_a_union_speaks_and_not_the_union() -> None:
    text = (
        "It rained in Kenya. “The dam was safe then” in the heat of May, "
        "the chief diplomat of the EU said."
    )
    assert speakers(text) == {"chief diplomat of the EU"}


def test_envoy_is_not_the_head_of_a_body_told_of_before() -> None:
    text = (
        "Ada Quill told Reuters that it rained. "
        "The head of Ghanaian intelligence said that the dam was safe."
    )
    assert speakers(text) == {"head of Ghanaian intelligence"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A nurse opened the door. “The dam was safe that night,” she said.", "nurse"),
        ("The mayor was quick to respond. “The dam was safe then,” he said.", "mayor"),
        ("The storm hit the coast. “The dam was safe then,” he said.", None),
    ],
)
def test_pronoun_takes_up_the_unnamed_person_who_acted_before(
    text: str, speaker: str | None
) -> None:
    assert speakers(text) == {speaker}


def test_source_may_close_its_sentence_with_as_it_said() -> None:
    assert speakers("The dam was safe, as the ministry said on Monday.") == {"ministry"}
    assert not claims("The crowd at the dam cheered, as Ada Quill said goodbye.")


def test_title_cut_short_before_a_name_is_taken_up_in_full() -> None:
    text = (
        "Gov. Otto Quill left. Ada Kern, the governor's sister, stayed. "
        "The 72-year-old governor has repeatedly denied all allegations against him."
    )
    assert ("Otto Quill", "denies", "all allegations against him") in claims(text)


def test_a_party_named_behind_opposition_speaks_itself() -> None:
    assert claims("The opposition Kettle Party said that it rained.") == {
        ("Kettle Party", "asserts", "it rained")
    }


def test_a_clause_that_tells_of_a_speaker_does_not_hide_the_verb_behind_it() -> None:
    text = "“They laughed,” the refugee, who asked not to be named, recalled."
    assert claims(text) == {("refugee", "asserts", "They laughed,")}


def test_a_counterpart_without_a_name_speaks() -> None:
    text = "Otto Kern is Kenya's foreign minister. His French counterpart said the raid was legal."
    assert claims(text) == {("French counterpart of Otto Kern", "asserts", "the raid was legal")}


@pytest.mark.parametrize("mark", ["-", "–", "—"])
def test_a_person_without_a_name_may_be_explained_between_dashes(mark: str) -> None:
    text = f"A lawyer from Accra {mark} who had fled {mark} said that it was raining."
    assert claims(text) == {("lawyer from Accra", "asserts", "it was raining")}
