"""Who speaks through documents, behind titles and after other people's words."""

from __future__ import annotations

import pytest

from tests.reading import claims


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Kenya sent guidelines to the press. According to the guidelines, the bridge fell.",
            "Kenya",
        ),
        (
            "The report, compiled by researchers at Kumasi University, found that the bridge fell.",
            "researchers at Kumasi University",
        ),
        ("A social media post claimed that the bridge fell.", None),
    ],
)
def test_document_is_of_who_sent_or_compiled_it(text: str, speaker: str | None) -> None:
    assert claims(text) == {(speaker, "asserts", "the bridge fell")}


def test_report_is_of_the_outlet_though_its_sources_spoke_since() -> None:
    text = (
        "Reuters reported that the bank failed. Two lawyers said that the mine closed. "
        "The bridge fell, according to the report."
    )
    assert claims(text) == {
        ("Reuters", "asserts", "the bank failed"),
        ("Two lawyers", "asserts", "the mine closed"),
        ("Reuters", "asserts", "The bridge fell"),
    }


@pytest.mark.parametrize("noun", ["group", "coalition"])
def test_noun_for_a_body_takes_up_no_unnamed_people(noun: str) -> None:
    text = f"Kenya's mine closed, residents said. The {noun} said that the bridge fell."
    assert claims(text) == {
        ("residents", "asserts", "Kenya's mine closed"),
        (noun, "asserts", "the bridge fell"),
    }


def test_coalition_takes_up_the_body_so_called_and_no_other() -> None:
    text = "The Arab Coalition bombed Tamale. Hamas fired. The coalition said the bridge fell."
    assert ("Arab Coalition", "asserts", "the bridge fell") in claims(text)


def test_the_source_is_nobody_who_was_named() -> None:
    text = "Otto Kern fled to Kumasi. The source said that the bridge fell."
    assert claims(text) == {("source", "asserts", "the bridge fell")}


def test_name_between_commas_behind_a_role_is_who_goes_on_speaking() -> None:
    text = (
        "The president of Kenya, Ada Quill, also declared the non-recognition of the election "
        "results, calling them totally falsified."
    )
    assert {speaker for speaker, _, _ in claims(text)} == {"Ada Quill"}


def test_political_forces_of_a_land_are_not_its_army() -> None:
    text = "The opposition Kenyan political forces declared that the vote was stolen."
    assert {who for who, _, _ in claims(text)} == {"Kenyan political forces"}


def test_outlet_with_a_sentence_for_its_name_finds_something() -> None:
    text = "Through a reverse image search, Check Your Fact found that the video is from May."
    assert claims(text) == {("Check Your Fact", "asserts", "the video is from May")}


@pytest.mark.parametrize(
    "speaker", ["member of parliament", "family member of the driver", "counterintelligence"]
)
def test_members_and_counterintelligence_say_things(speaker: str) -> None:
    article = "" if speaker == "counterintelligence" else "a "
    text = f"According to {article}{speaker}, the bridge fell."
    assert claims(text) == {(speaker, "asserts", "the bridge fell")}


@pytest.mark.parametrize("pair", ["Both men", "The pair"])
def test_each_of_a_pair_that_met_speaks(pair: str) -> None:
    text = f"Otto Kern met Ivan Popko in Tamale. {pair} said that the bridge fell."
    assert claims(text) == {
        ("Otto Kern", "asserts", "the bridge fell"),
        ("Ivan Popko", "asserts", "the bridge fell"),
    }


def test_version_of_events_is_of_whose_it_is() -> None:
    text = "According to Ghana's version of events, Kenya shot first."
    assert claims(text) == {("Ghana", "asserts", "Kenya shot first")}


def test_fact_checkers_find_something() -> None:
    assert claims("AFP's fact-checkers found that the video was old.") == {
        ("AFP's fact-checkers", "asserts", "the video was old")
    }


def test_institution_without_a_name_makes_no_comment() -> None:
    assert claims("The coalition has made no comment on the allegation.") == {
        ("coalition", "silent", "has made no comment on the allegation")
    }


def test_a_statement_is_of_who_called_something_a_name_in_one() -> None:
    text = (
        "Kenyan officials condemned the raid, calling it in a statement an “act of piracy”.\n"
        "“The dam was safe,” the statement said."
    )
    assert {who for who, _, said in claims(text) if "dam" in said} == {"Kenyan officials"}
