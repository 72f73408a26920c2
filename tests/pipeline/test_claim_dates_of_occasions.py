"""What was said at a meeting, in a report or a post whose day the text gives elsewhere."""

from __future__ import annotations

import pytest

from ingest.nlp.findings import Findings, findings
from ingest.nlp.pipeline import ended, load
from tests.reading import read


def dates(text: str) -> list[tuple[str, str | None]]:
    """The words of each claim of a text with their date."""
    return dated(read(text))


def dated(found: Findings) -> list[tuple[str, str | None]]:
    return [(found.tokens.span_text(c.start, c.end), c.date) for c in found.claims]


def test_who_met_somebody_on_a_day_speaks_on_it_though_he_is_named_again() -> None:
    assert dates(
        "On Monday, Ada Quill met at her residence with a delegation from Kenya. In remarks, "
        "President Quill pointed out that the bridge stood, and that she believes Togo would pay."
    ) == [
        ("the bridge stood", "2024-10-14"),
        ("Togo would pay", "2024-10-14"),
    ]


def test_who_was_received_on_a_day_speaks_on_it() -> None:
    text = "Ada Quill received Otto Kern on October 3. Otto Kern said that the bridge was safe."
    assert dates(text) == [("the bridge was safe", "2024-10-03")]


def test_who_held_talks_on_a_day_speaks_on_it_and_nobody_else_does() -> None:
    text = "On October 3, Ada Quill and Otto Kern held talks in Accra. {} said that it was safe."
    assert dates(text.format("Ada Quill")) == [("it was safe", "2024-10-03")]
    assert dates(text.format("Ivan Popko")) == [("it was safe", None)]


@pytest.mark.parametrize("talk", ["spoke with", "talked with", "called", "phoned"])
def test_who_spoke_with_somebody_on_a_day_says_all_of_a_read_out_on_it(talk: str) -> None:
    text = (
        f"Accra, Togo\n\nYesterday, Ada Quill {talk} Otto Kern. Quill stressed that the bridge "
        "was safe. The roads are old. The dam is older. The mill stands by it. The well is dry. "
        "Ada Quill stressed that Kenya would pay."
    )
    assert {day for words, day in dates(text)} == {"2024-10-15"}


def test_who_called_somebody_a_liar_spoke_of_him_and_not_with_him() -> None:
    text = "On October 3 Ada Quill called Otto Kern a liar. Otto Kern said that Togo would pay."
    assert ("Togo would pay", None) in dates(text)


def test_an_act_that_is_no_meeting_does_not_date_what_its_doer_says() -> None:
    text = "Kenya fired rockets on October 3. Kenya said that Ghana had lied."
    assert dates(text) == [("Ghana had lied", None)]


def test_what_a_report_found_is_of_the_day_on_which_it_came_out() -> None:
    assert dates(
        "Lantern Watch found that the dam leaked. Lantern Watch published its report on Monday. "
        "It takes up an article written by Open Ledger in early September. "
        "Open Ledger found that the bridge was old. In their report, Lantern Watch said that "
        "Kenya would pay."
    ) == [
        ("the dam leaked", "2024-10-14"),
        ("the bridge was old", "2024-09"),
        ("Kenya would pay", "2024-10-14"),
    ]


def test_a_report_that_came_out_dates_neither_other_words_of_its_maker_nor_two_reports() -> None:
    text = "Open Ledger published a report on Monday. The dam held. Rain came. Open Ledger {}."
    assert dates(text.format("said that Kenya would pay")) == [("Kenya would pay", None)]
    assert dates(text.format("found that the dam leaked")) == [("the dam leaked", "2024-10-14")]
    two = "In May Open Ledger published a study. " + text.format("found that the dam leaked")
    assert dates(two) == [("the dam leaked", None)]


def test_posts_copied_into_a_text_give_it_their_day_where_it_names_that_weekday() -> None:
    text = (
        "“It is a tense time,” Otto Kern wrote on {}.\n\n"
        "Lantern says that the tower stands.\n\n— Ada Quill (@adaquill) August 2, 2022"
    )
    nlp = load()
    kern, lantern = "It is a tense time,", "the tower stands"
    post = [(f"Lantern says that {lantern}", "2022-08-02"), (lantern, "2022-08-02")]
    of_tuesday = findings(nlp(nlp.make_doc(ended(text.format("Tuesday")))))
    assert dated(of_tuesday) == [(kern, "2022-08-02"), *post]
    of_monday = findings(nlp(nlp.make_doc(ended(text.format("Monday")))))
    assert dated(of_monday) == [(kern, None), *post]


def test_an_aside_between_who_speaks_and_what_he_says_dates_it() -> None:
    text = (
        "Otto Kern said, at the briefing of the Ministry of Foreign Affairs Monday, that it rained."
    )
    assert dates(text) == [("it rained", "2024-10-14")]


@pytest.mark.parametrize(
    "when",
    [
        "She made the remark in an interview with the newspaper Lantern on Monday.",
        "Her remarks came on Monday, a day after the vote.",
        "The comments were made during a visit to Tamale on Monday.",
    ],
)
def test_a_sentence_that_tells_when_somebody_said_it_dates_what_was_said(when: str) -> None:
    text = "Ada Quill said that the deal was a trap. "
    assert dates(text + when) == [("the deal was a trap", "2024-10-14")]
    other = "Ada Quill said that the deal was a trap. Otto Kern said that it rained. "
    assert dates(other + when) == [("the deal was a trap", None), ("it rained", "2024-10-14")]


def test_turns_are_of_the_day_of_the_one_occasion_told_before_them() -> None:
    told = "At a press conference on {}, Ada Quill took questions.\n\n"
    turns = (
        "Question: Is it true?\n\nAda Quill: It is a very old dam. Nobody knows any more than that."
        "\n\nQuestion: Who paid?\n\nAda Quill: The government of Kenya paid for it."
    )
    assert {date for _, date in dates(told.format("Monday") + turns)} == {"2024-10-14"}
    bylined = "Lantern (Interview), 15 October 2024\n\n" + told.format("Monday") + turns
    assert {date for _, date in dates(bylined)} == {"2024-10-14"}
    unsure = told.format("Monday and at another press conference on Friday")
    assert {date for _, date in dates(unsure + turns)} == {None}


def test_a_press_conference_named_in_its_headline_dates_what_is_said_there() -> None:
    text = "Ada Quill's Press Conference on May 7, 2023\n\nOtto Kern said yesterday that it rained."
    nlp = load()
    found = findings(nlp(nlp.make_doc(ended(text))))
    assert dated(found) == [("it rained", "2023-05-06")]


def test_who_held_calls_on_a_day_speaks_on_it_some_sentences_later() -> None:
    text = (
        "Minister Ada Quill held several calls on Monday with Otto Kern of Togo. The talks were "
        "about the dam. They were long. Minister Quill stressed that the dam would hold."
    )
    assert dates(text) == [("the dam would hold", "2024-10-14")]


def test_the_feet_of_two_posts_date_these_and_not_what_follows() -> None:
    text = (
        "It rained all day in Tamale.\n\n— Ada Quill (@adaquill) August 2, 2022\n\n"
        "It snowed all day in Tamale.\n\n— Ada Quill (@adaquill) August 3, 2022\n\n"
        "The papers were printed. Otto Kern said that the tower stands."
    )
    told = dict(dates(text))
    assert told["It rained all day in Tamale"] == "2022-08-02"
    assert told["It snowed all day in Tamale"] == "2022-08-03"
    assert told["the tower stands"] is None
