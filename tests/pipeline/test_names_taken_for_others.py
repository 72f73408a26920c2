"""Names that are written like another's: of whom or what a text speaks all the same."""

from __future__ import annotations

import pytest

from tests.reading import channels, claims, read


def _names(text: str) -> set[tuple[str, str]]:
    """Each entity of a text as (type, name)."""
    return {(entity.type, entity.name) for entity in read(text).entities.values()}


def test_surname_of_a_person_of_the_text_is_no_outlet_of_that_name() -> None:
    text = "Defence Minister Otto Hill went home. Senator Hill says the troops are safe. Hill left."
    assert channels(text) == {}
    assert claims(text) == {("Otto Hill", "asserts", "the troops are safe")}


def test_word_behind_a_title_is_a_surname_where_an_outlet_is_called_so() -> None:
    assert claims("Senator Hill says the road is shut.") == {
        ("Hill", "asserts", "the road is shut")
    }


def test_article_keeps_the_outlet_beside_a_person_of_its_name() -> None:
    text = "Senator Otto Hill resigned. The Hill reported that Otto Hill went to Ghana."
    assert ("The Hill", "asserts", "Otto Hill went to Ghana") in claims(text)


def test_small_words_and_surname_are_the_person_named_in_full() -> None:
    text = "Otto bin Kern fled to Togo. Troops were looking for bin Kern. They think bin Kern died."
    assert _names(text) == {("Person", "Otto bin Kern"), ("State", "Togo")}


def test_and_between_two_places_joins_no_body() -> None:
    assert _names("Troops left the Gaza Strip and West Bank on Monday.") == {
        ("Place", "Gaza"),
        ("Place", "West Bank"),
    }


def test_acronym_in_brackets_behind_an_outlet_is_the_outlet() -> None:
    text = "The Ghana Kettle Press (GKP) reported that the road was shut. GKP said two men died."
    assert claims(text) == {
        ("Ghana Kettle Press", "asserts", "the road was shut"),
        ("Ghana Kettle Press", "asserts", "two men died"),
    }


def test_names_in_the_spellings_of_older_news_are_the_known_ones() -> None:
    text = "U-S troops attacked al-Qa'ida. The Egyptian Islamic Jihad left Cairo."
    assert _names(text) == {
        ("State", "United States"),
        ("ArmedGroup", "Armed Forces of United States"),
        ("Organization", "Al-Qaeda"),
        ("Organization", "Egyptian Islamic Jihad"),
        ("Place", "Cairo"),
    }


def test_office_and_rank_before_a_name_speak_with_its_bearer() -> None:
    text = "Chairman of the Joint Chiefs General Otto Kern said the camps were empty."
    assert claims(text) == {("Otto Kern", "asserts", "the camps were empty")}


def test_group_called_so_is_a_body_where_nothing_is_posted() -> None:
    text = "Otto Kern had established a militant group called UTN."
    assert channels(text) == {}
    assert _names(text) == {("Person", "Otto Kern"), ("Organization", "UTN")}
    assert channels("Posts went through a group called Lantern.") == {"Lantern": (None, "none")}


def test_who_was_the_source_of_money_is_no_channel() -> None:
    assert channels("Otto Kern was the source and destination of the sale proceeds.") == {}


@pytest.mark.parametrize("number", ["Nine", "Eleven", "Nineteen", "Twenty"])
def test_a_number_that_opens_a_sentence_is_no_part_of_a_name(number: str) -> None:
    text = f"{number} Gazprom managers left Accra."
    assert {e.name for e in read(text).entities.values()} == {"Gazprom", "Accra"}
