"""When something was said: which date of a text belongs to the saying and not to its content."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.nlp.findings import findings
from ingest.nlp.pipeline import load


def said(text: str) -> list[tuple[str, str | None]]:
    """The claims of a text published on Wednesday, 16 October 2024, each with its date."""
    nlp = load()
    doc = nlp.make_doc(text)
    doc.user_data["published"] = date(2024, 10, 16)
    doc = nlp(doc)
    return [(doc[c.start : c.end].text, c.date) for c in findings(doc).claims]


def dates(text: str) -> list[str | None]:
    return [when for _, when in said(text)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On Tuesday, the minister said that the bridge was safe.", "2024-10-15"),
        ("The ambassador said Thursday that the talks had failed.", "2024-10-10"),
        ("In a post dated 3 September, Grey Heron claimed that the dam was mined.", "2024-09-03"),
        (
            "Speaking to journalists on October 11, Anna Lindqvist said Sweden was ready.",
            "2024-10-11",
        ),
        ("In an interview aired on Sunday, she argued that sanctions do not work.", "2024-10-13"),
        ("According to a report released in March 2022, the factory made drones.", "2022-03"),
        ("According to a report they released in March 2022, it made drones.", "2022-03"),
        ("Harrow said on Monday it had hired nobody.", "2024-10-14"),
        ("Last Friday Olena Marchuk claimed that the dam stood.", "2024-10-11"),
        ("The envoy, due in Accra next month, told them on Monday that it fell.", "2024-10-14"),
        ("In a livestream of 3 September, she argued that sanctions do not work.", "2024-09-03"),
        ("Asked about it last month, the spokesman said the plane was never there.", "2024-09"),
        ("The channel Reed had accused Paris of arming the rebels in July, a slip.", "2024-07"),
        (
            "Responding to questions on October 5, the ministry confirmed that it paid.",
            "2024-10-05",
        ),
        ("The minister, speaking on radio on 12 October, warned that gas was short.", "2024-10-12"),
        ("After a meeting on 3 September, Otto Kern said that it fell.", "2024-09-03"),
        ("Otto Kern held a Monday meeting with judges, saying that it fell.", "2024-10-14"),
        ("Throughout 2023 the channel Slate insisted that the front was quiet.", "2023"),
        ("In July Vesna Mijat, a secretary, told TV Kompas that the war was over.", "2024-07"),
        ('"It fell," Otto Kern said in an interview with TV Kompas aired on Sunday.', "2024-10-13"),
        (
            "The dam fell, according to an interview with the minister published on Monday.",
            "2024-10-14",
        ),
        (
            "The dam fell, according to the September 24 court order seen by Lantern.",
            "2024-09-24",
        ),
        (
            '"It fell," Kern said in an interview with Otter TV published on Sunday, 6 October.',
            "2024-10-06",
        ),
        ('"The dam held," Otto Kern was quoted as saying by TV Kompas on Monday.', "2024-10-14"),
    ],
)
def test_the_reporting_words_give_the_date(text: str, edtf: str) -> None:
    assert dates(text) == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that the ship had sunk on 3 October.",
        "Washington announced the aid last week, but Austin said it was too little.",
        "Guests of the May 2024 forum said that the war was over.",
        "They discussed the results of the May 2024 summit, noting that Kenya won.",
        "Otto Kern praised the June 5 ban, saying that it was right.",
        "Otto Kern accused Kenya over the May 5 raid, saying that it broke the pact.",
        "Kenya accused Ghana of the May 5 raid.",
        "They confirmed the importance of keeping the pact with Ghana of May 9, 2020, and "
        "January 11 and May 6, 2021.",
        "After the raid of 5 May, Otto Kern said that it broke the pact.",
        "On Friday Kenya began a raid and later claimed to have taken Tamale.",
        '"That has no place in today\'s Kenya."',
        "According to the Kenyan programme (Q2, 2023 – Q1, 2027), the debt is $12 billion.",
    ],
)
def test_the_date_of_something_else_is_not_that_of_the_saying(text: str) -> None:
    assert dates(text)[-1] is None


def test_what_the_speaker_adds_has_the_date_of_what_he_said_before() -> None:
    text = "On 5 August 2024, Olaf Brenner said that the depot was empty. He added that it was old."
    assert dates(text) == ["2024-08-05", "2024-08-05"]


def test_what_the_speaker_had_said_before_has_not() -> None:
    text = "On 5 August 2024, Olaf Brenner said it was empty. Brenner had denied that it was old."
    assert dates(text) == ["2024-08-05", None]


def test_what_is_said_on_arrival_has_the_date_of_the_arrival() -> None:
    text = "Olaf Brenner arrived in Rome on 5 August 2024. He said that the depot was empty."
    assert dates(text) == ["2024-08-05"]


def test_a_dated_line_heads_what_stands_below_it() -> None:
    text = (
        "Monday, 3 June 2024\n\nOlaf Brenner said that the depot was empty.\n\n"
        "Tuesday, 4 June 2024\n\nOlaf Brenner said that the depot was full."
    )
    assert dates(text) == ["2024-06-03", "2024-06-04"]


def test_a_day_that_runs_into_a_sentence_heads_its_paragraph() -> None:
    text = (
        "According to Lantern:\n\nMay 5, 2024 In fact, Otto Kern said that it fell. “It lay.” "
        "Popko denied it."
    )
    assert dates(text)[:2] == ["2024-05-05", "2024-05-05"]


def test_todays_meeting_is_today_in_what_is_spoken() -> None:
    assert dates('"We thank you for today\'s meeting."') == ["2024-10-16"]


def test_what_is_read_in_a_poster_has_the_date_on_which_it_came_out() -> None:
    text = "On 5 May 2024, Kern's channel released a poster. The poster's text reads: “It fell.”"
    assert dates(text) == ["2024-05-05"]


def test_a_post_printed_after_its_handle_is_said_by_it_and_then() -> None:
    text = (
        "Two posts differ.\n\n@quiet_harbor (12 May 2024, 14:05): The convoy left at dawn.\n\n"
        "@steppe_wire (13 May 2024, 15:40): Nobody left. Stop lying."
    )
    assert said(text) == [
        ("The convoy left at dawn", "2024-05-12"),
        ("Nobody left. Stop lying", "2024-05-13"),
    ]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            "Two days later, on May 19, 2024, Milan Kostic held a live broadcast. He admitted that "
            "he could not help.",
            "2024-05-19",
        ),
        (
            "The earliest post appeared on 9 September 2025 in Owl Post (@owl_post), a channel "
            "created in March 2025. “They will know,” it read.",
            "2025-09-09",
        ),
        (
            "On October 17, 2023, after the third raid in a month, Milan Kostic posted a photo "
            "of the mayor. “At last it works,” the caption said.",
            "2023-10-17",
        ),
    ],
)
def test_what_is_said_on_the_day_of_an_act_told_before(text: str, edtf: str) -> None:
    assert dates(text) == [edtf]


@pytest.mark.parametrize(
    ("opening", "edtf"),
    [
        ("As early as 2014,", "2014"),
        ("In her 2021 book,", "2021"),
        ("In a 2019 report,", "2019"),
    ],
)
def test_year_of_a_book_or_of_an_early_warning_dates_what_is_said(opening: str, edtf: str) -> None:
    assert dates(f"{opening} Milan Kostic warned that the dam would burst.") == [edtf]


def test_what_somebody_denies_later_has_two_dates() -> None:
    text = "In March 2023, Milan Kostic said the dam was safe. In May he denied it."
    assert sorted(filter(None, dates(text))) == ["2023-03", "2023-05"]


def test_what_happened_a_day_later_does_not_date_what_was_said_before() -> None:
    text = "Milan Kostic asked the president to go; a day later, on 5 May 2024, he withdrew it."
    assert dates(text) == [None]
