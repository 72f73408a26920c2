"""Who is meant by "they", "the presenter", "a spokesman", "some" after the text brought them in."""

from __future__ import annotations

import pytest

from tests.reading import claims


def speakers(text: str) -> set[str | None]:
    """Who says in a text that the dam was safe, whatever else is said."""
    return {who for who, _, said in claims(text) if "dam was safe" in said}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The father of Sani Bello told Reuters that the dam was safe.", "father of Sani Bello"),
        ("Sani Bello was held in May. His uncle said the dam was safe.", "uncle of Sani Bello"),
        (
            "The father of Sani Bello said it rained. But the father added that the dam was safe.",
            "father of Sani Bello",
        ),
        (
            "Sani Bello, 45, owns a mill in Tamale. The father of three says the dam was safe.",
            "Sani Bello",
        ),
        ("Sani Bello came. Bello's lawyer said the dam was safe.", "Bello's lawyer"),
    ],
)
def test_kin_of_a_person_is_not_that_person(text: str, speaker: str) -> None:
    assert speakers(text) == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "A TikTok spokesperson said that it was glad. “The dam was safe,” they said.",
        "A spokeswoman for TikTok said that the dam was safe.",
    ],
)
def test_spokesperson_of_a_platform_speaks_for_it_also_as_they(text: str) -> None:
    assert speakers(text) == {"TikTok"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Interior Ministry opened an inquiry. A ministry spokesman said the dam was safe.",
            "Ministry of Internal Affairs",
        ),
        (
            "Gazprom cut supplies on Friday. A company spokeswoman said that the dam was safe.",
            "Gazprom",
        ),
        ("Gazprom cut supplies on Friday. A spokesman said that the dam was safe.", "Gazprom"),
    ],
)
def test_mere_spokesman_speaks_for_the_body_told_of(text: str, speaker: str) -> None:
    assert speakers(text) == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Quill hosts a radio show. The presenter said the dam was safe.", "Ada Quill"),
        (
            "Ada Quill is a teacher in Accra. It rained in May. The teacher said the dam was safe.",
            "Ada Quill",
        ),
        (
            "Ada Quill, who founded a school, spoke. Rain fell. The founder said the dam was safe.",
            "Ada Quill",
        ),
        ("Ada Quill flew to Accra. The Republican said the dam was safe.", "Ada Quill"),
    ],
)
def test_what_somebody_does_is_what_the_text_may_call_him(text: str, speaker: str) -> None:
    assert speakers(text) == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ada Quill was glad. One of the drivers said it rained. “The dam was safe,” "
            "the driver said.",
            "One of the drivers",
        ),
        ("Many of the residents said that the dam was safe.", "Many of the residents"),
        (
            "Residents fled. Some said that soldiers had come. Others said the dam was safe.",
            "Residents",
        ),
        ("A resident of Accra spoke up. “The dam was safe,” they said.", None),
        (
            "A resident of Accra said it rained. “The dam was safe,” they added.",
            "resident of Accra",
        ),
    ],
)
def test_some_of_many_and_one_of_many_are_unnamed_speakers(text: str, speaker: str | None) -> None:
    assert speakers(text) == {speaker}


def test_official_who_spoke_to_an_outlet_is_not_the_founder_named_later() -> None:
    text = (
        "A law enforcement official told Reuters that the dam was safe.\n\n"
        "Sani Bello, founder of a mill, said that he was glad."
    )
    assert speakers(text) == {"law enforcement official"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Quill, a cook, came.\n\n“The dam was safe. Nobody paid us.”", "Ada Quill"),
        ("Ada Quill met Sani Bello.\n\n“The dam was safe. Nobody paid us.”", None),
        ("Rain fell in Accra.\n\n“The dam was safe. Nobody paid us.”", None),
    ],
)
def test_paragraph_of_quotation_is_of_the_only_one_who_acts_before_it(
    text: str, speaker: str | None
) -> None:
    assert speakers(text) == {speaker}


def test_given_name_tells_who_of_two_she_is() -> None:
    text = "Pablo Ruiz flew to Oslo with Ingrid Dahl. She said the dam was safe."
    assert speakers(text) == {"Ingrid Dahl"}


@pytest.mark.parametrize(("verb", "speaker"), [("added", "Otto Kern"), ("said", "Ivan Popko")])
def test_who_adds_something_is_who_spoke_last_whomever_the_text_named_since(
    verb: str, speaker: str
) -> None:
    text = (
        "Otto Kern said that the dam fell. The death of the rebel leader Ivan Popko was confirmed "
        f"on Saturday.\n“Talks go on,” he {verb}."
    )
    assert {who for who, _, said in claims(text) if said == "Talks go on,"} == {speaker}


def test_two_given_names_that_tell_either_gender_tell_none() -> None:
    text = (
        "Otto Kern left Accra. Noor Mohammad Popko said that rain fell.\n\n"
        "The dam was safe, he added."
    )
    assert speakers(text) == {"Noor Mohammad Popko"}
