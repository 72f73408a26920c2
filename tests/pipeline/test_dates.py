"""Dates: what the words mean, which anchor they count from, and which verb they belong to."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.nlp.dates.annotate import date_near
from ingest.nlp.findings import Findings, findings
from ingest.nlp.pipeline import load

WEDNESDAY = date(2024, 10, 16)


def read(text: str, published: date | None = WEDNESDAY) -> Findings:
    nlp = load()
    doc = nlp.make_doc(text)
    doc.user_data["published"] = published
    return findings(nlp(doc))


def values(text: str, published: date | None = WEDNESDAY) -> list[str]:
    return [mention.edtf for mention in read(text, published).dates]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It began on 12 December 2024.", "2024-12-12"),
        ("It began on December 12, 2024.", "2024-12-12"),
        ("It began on Dec. 12, 2024.", "2024-12-12"),
        ("Digest | 12 DEC 2024, 1800 GMT", "2024-12-12"),
        ("It began on Thursday, 12 December 2024.", "2024-12-12"),
        ("It began on the 12th of December 2024.", "2024-12-12"),
        ("It began on 12.12.2024 at noon.", "2024-12-12"),
        ("It began on 2024-12-12 at noon.", "2024-12-12"),
        ("It began on 2024/12/12 at noon.", "2024-12-12"),
        ("It began in mid-December 2024.", "2024-12"),
        ("It began in October of 2023.", "2023-10"),
        ("It began in mid-2023.", "2023-06~"),
        ("It began in early 2023.", "2023-01/2023-03"),
        ("It will be over by the end of 2024.", "2024-12~"),
        ("It began in the early 2000s.", "2000/2004"),
        ("It began in the 1990s.", "1990/1999"),
        ("It began in the fall of 2024.", "2024-23"),
        ("It began in spring 2022.", "2022-21"),
        ("It began in the first quarter of 2024.", "2024-01/2024-03"),
        ("The programme (Q2, 2023 – Q1, 2027) began.", "2023-04/2027-03"),
        ("It lasted between 5 and 9 May 2023.", "2023-05-05/2023-05-09"),
        ("It lasted from 24 February to 3 March 2022.", "2022-02-24/2022-03-03"),
        ("It lasted from 2014 to 2022.", "2014/2022"),
        ("It lasted through the winter of 2022/23.", "2022-24"),
        ("It began in the third quarter of 2023.", "2023-07/2023-09"),
        ("It began in the nineties.", "1990/1999"),
        ("The forum, June 15–18, was short.", "2024-06-15/2024-06-18"),
    ],
)
def test_absolute_dates_in_their_many_spellings(text: str, edtf: str) -> None:
    assert values(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The minister resigned yesterday.", "2024-10-15"),
        ("The minister resigned on Tuesday.", "2024-10-15"),
        ("The minister resigned on Wednesday.", "2024-10-16"),
        ("The minister resigned last week.", "2024-10-07/2024-10-13"),
        ("The minister resigned last month.", "2024-09"),
        ("The minister resigned three years ago.", "2021"),
        ("The minister resigned in November.", "2023-11"),
        ("The minister resigned on October 4.", "2024-10-04"),
        ("The minister resigned last summer.", "2024-22"),
        ("The minister resigned in autumn of last year.", "2023-23"),
        ("The minister will resign on Friday.", "2024-10-18"),
        ("The minister resigned overnight.", "2024-10-15/2024-10-16"),
        ("The minister resigned over the weekend.", "2024-10-12/2024-10-13"),
        ("The minister resigned late last year.", "2023-10/2023-12"),
        ("The minister resigned in February last year.", "2023-02"),
        ("The minister resigned on 9 May of this year.", "2024-05-09"),
        ("The minister resigned in the third quarter.", "2024-07/2024-09"),
        ("The minister will resign by the end of the year.", "2024-12~"),
    ],
)
def test_words_counted_from_publication(text: str, edtf: str) -> None:
    assert values(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The minister resigned 1,000 days ago.", ["2022-01-20"]),
        ("The town was founded 2,000 years ago.", ["0024"]),
        ("The minister resigned 1.5 years ago.", []),
    ],
)
def test_a_count_is_read_whole_and_not_from_its_last_digits(text: str, edtf: list[str]) -> None:
    assert values(text) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "The strait closed 5,000 years ago.",
        "It will last until 100,000 years after May 2024.",
        "The minister resigned 999,999 weeks ago.",
    ],
)
def test_what_leaves_the_calendar_has_no_value(text: str) -> None:
    assert [v for v in values(text) if v != "2024-05"] == []


@pytest.mark.parametrize(
    ("day", "text", "edtf"),
    [
        (date.min, "Last week he left. Yesterday she left. On 5 May he came. A century ago.", []),
        (date.min, "Next year he will leave. He left last summer.", ["0002"]),
        (date.max, "Next week he will leave. Tomorrow she will. In June it fell.", ["9999-06"]),
        (date.max, "On Tuesday he left. Two weeks later he came.", ["9999-12-28"]),
    ],
)
def test_at_the_ends_of_the_calendar_only_what_lies_in_it_is_dated(
    day: date, text: str, edtf: list[str]
) -> None:
    assert values(text, day) == edtf


def test_the_same_evening_is_the_day_the_story_has_reached() -> None:
    text = "On 14 March 2023, a drone hit the port. The mayor spoke the same evening."
    assert values(text) == ["2023-03-14", "2023-03-14"]


def test_two_days_earlier_counts_from_the_story_and_not_from_publication() -> None:
    text = "By 16 March 2023 the story had changed. He had argued two days earlier that it burned."
    assert values(text) == ["2023-03-16", "2023-03-14"]


@pytest.mark.parametrize(
    ("after", "edtf"),
    [
        ("Hours later it was out.", "2024-05-03"),
        ("The night before, a drone was seen.", "2024-05-02"),
        ("A fortnight later it was rebuilt.", "2024-05-17"),
        ("At that time nobody cared.", "2024-05-03"),
    ],
)
def test_words_counted_from_the_story(after: str, edtf: str) -> None:
    assert values(f"On 3 May 2024 the depot burned. {after}") == ["2024-05-03", edtf]


def test_days_after_another_event_count_from_that_event() -> None:
    assert values("Two weeks after the vote of 4 June 2023, he fled.")[0] == "2023-06-18"


def test_an_agency_leaves_out_the_year_that_the_day_of_the_week_gives() -> None:
    text = (
        "GDYNIA, May 21 (Bay Press) - The mayor resigned on Wednesday. He was elected in May 2024."
    )
    assert values(text, None)[:2] == ["2025-05-21", "2025-05-21"]


def test_a_weekday_that_fits_two_years_leaves_the_year_of_an_agency_unknown() -> None:
    text = "GDYNIA, June 7 (Bay Press) - The mayor resigned on Sunday. He was elected in 2015."
    assert values(text, None) == ["2015"]


def test_a_month_far_from_any_year_is_of_the_latest_year_told() -> None:
    filler = "Nothing else was said about it by anybody at all. " * 16
    text = f"They met in June 2003. They parted in March 2024. In 1999 it began. {filler}"
    assert values(f"{text} In February he left.", None)[-1] == "2024-02"


def test_a_month_takes_the_year_the_story_is_in() -> None:
    text = "In December 2022 the talks failed. In January they resumed."
    assert values(text, None) == ["2022-12", "2023-01"]


@pytest.mark.parametrize("when", ["last May", "in May this year", "next May"])
def test_words_counted_from_publication_do_not_take_the_year_of_the_story(when: str) -> None:
    assert values(f"In March 2020 they met. They will part {when}.", None) == ["2020-03"]


def test_a_month_half_a_year_before_the_story_may_be_of_the_next_year() -> None:
    assert values("The raid of September 2023 failed. He left in February.", None) == ["2023-09"]
    assert values("The raid of September 2023 failed. He left in July.", None)[-1] == "2023-07"


def test_a_month_before_the_year_of_some_old_war_has_no_year() -> None:
    filler = "Nothing else was said about it by anybody at all. " * 12
    assert values(f"On 14 February they met. {filler}It began in August 2008.", None) == ["2008-08"]


def test_a_year_told_in_passing_does_not_move_the_story() -> None:
    text = "On 16 March 2023 they cited the pact signed in 2005. In January it was renewed."
    assert values(text, None) == ["2023-03-16", "2005", "2023-01"]


def test_a_date_alone_at_the_top_dates_the_page() -> None:
    assert values("The pact\n\n5 June 2023\n\nIt was signed yesterday.", None)[-1] == "2023-06-04"


def test_relative_words_without_any_anchor_give_no_date() -> None:
    assert values("The minister resigned on Tuesday.", None) == []


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "About 2000 soldiers took part.",
        "The fall of the city surprised everyone.",
        "It cost $2022 in all.",
        "He turned to page 12.5 of the report.",
        "In its 1530 gmt bulletin the station was silent.",
    ],
)
def test_words_and_numbers_that_only_look_like_dates(text: str) -> None:
    assert values(text) == []


def near(text: str, word: str) -> str | None:
    found = read(text)
    return date_near(found, found.tokens.lower.index(word))


def test_a_date_belongs_to_the_clause_it_stands_in() -> None:
    text = "On 3 May 2023 Kenya met Ghana, which signed the pact in 2011."
    assert near(text, "met") == "2023-05-03"
    assert near(text, "signed") == "2011"


def test_the_date_of_saying_dates_what_is_said_where_nothing_else_does() -> None:
    text = "In May 2023 the minister said that Kenya was supplying grain to Ghana."
    assert near(text, "supplying") == "2023-05"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She left on 3 May 2023, a day after meeting the minister in Accra.", "meeting"),
        ("On 3 May 2023 she left Accra, two weeks after talks with the minister.", "talks"),
        ("She met the minister on 3 May 2023, a week before visiting Kenya.", "visiting"),
    ],
)
def test_what_lies_days_before_or_after_has_another_date(text: str, word: str) -> None:
    assert near(text, word) is None
    assert near(text, "left" if "left" in text else "met") == "2023-05-03"


def test_the_date_of_another_event_is_not_borrowed() -> None:
    text = "The visit was his first trip after the inauguration on 19 March 2022."
    assert near(text, "visit") is None


def test_what_follows_talks_on_a_day_is_done_on_that_day() -> None:
    assert near("Following talks in Accra today, Kenya signed the pact.", "signed") == "2024-10-16"
    assert near("Following the coup in 2019, Kenya signed the pact.", "signed") is None


def test_what_is_claimed_to_have_been_done_has_not_the_date_of_the_claim() -> None:
    text = "In May the channel claimed that Kenya had sent soldiers to Ghana."
    assert near(text, "sent") is None


def test_what_is_agreed_or_invited_to_lies_ahead() -> None:
    assert values("They agreed to meet in Accra in March.") == ["2025-03"]
    assert values("They met in Accra in March.") == ["2024-03"]


def test_nothing_is_dated_by_publication_alone() -> None:
    assert near("Kenya supplied grain to Ghana.", "supplied") is None


def test_since_opens_an_interval() -> None:
    assert values("The embargo has held since March 2014.") == ["2014-03/.."]


def test_a_date_between_bars_in_the_header_dates_the_page() -> None:
    text = "Monitor | Fact-check | 20.11.2025 | A. Author\n\nThe claim appeared on 12 November."
    assert values(text, None) == ["2025-11-20", "2025-11-12"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Thursday, 14 March 2024, was quiet. The raid came on Friday.", "2024-03-15"),
        ("The raid was on Tuesday, 15 February 2022. It was announced on Monday.", "2022-02-14"),
    ],
)
def test_a_weekday_is_the_nearest_to_a_day_just_told(text: str, edtf: str) -> None:
    found = findings(load()(text))
    assert found.dates[-1].edtf == edtf


def test_a_season_with_its_year_is_where_the_story_is() -> None:
    text = "In 2023 it was calm. The tone changed in the summer of 2024. On June 27, police came."
    found = findings(load()(text))
    assert found.dates[-1].edtf == "2024-06-27"


@pytest.mark.parametrize(
    "line",
    [
        "Outlet: example.org (archived); Date of publication: 11 February 2025; Keywords: Mali",
        "Television digest, 11 February 2025: a quiet week",
        "State television\nWeek of 5–11 February 2025",
        "How did Telegram react? A thread. (11 February 2025)",
        "ACCRA, 11 February 2025. On paper the company is small.",
        "Olena Marchuk taught there. She spoke to Ivan Popko in Accra on 11 February 2025.",
    ],
)
def test_a_line_about_the_text_dates_it(line: str) -> None:
    found = findings(load()(f"{line}\n\nThe claim appeared on 9 February."))
    assert found.dates[-1].edtf == "2025-02-09"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On 2 September it fell. It fell again on that Monday morning.", "2024-09-02"),
        ("On 2 September it fell. She told them the same evening that it stood.", "2024-09-02"),
    ],
)
def test_days_told_before_are_taken_up(text: str, edtf: str) -> None:
    assert values(text)[-1] == edtf


def test_only_what_both_readings_of_a_line_give_is_dated() -> None:
    text = "The raid\n\n09-07-2025\n\nThe dam fell this April, and the bridge fell on Tuesday."
    assert values(text, None) == ["2025", "2025-04"]
    assert values(text.replace("09-07", "05-05"), None) == ["2025-05-05", "2025-04", "2025-04-29"]


def test_an_agency_dateline_tells_which_of_two_readings_of_a_line_is_meant() -> None:
    text = "Kenya speaks\n\n09/07/25\n\nACCRA, July 9 (Agency) - On Monday the bridge fell."
    assert values(text, None) == ["2025", "2025-07-09", "2025-07-07"]
    assert values(text.replace("July 9", "July 8"), None) == ["2025", "2025-07-08"]


def test_two_digits_behind_a_second_stroke_are_a_year_of_this_century() -> None:
    assert values("The dam fell on 9/13/23.") == ["2023-09-13"]


def test_a_line_with_several_days_dates_a_text_by_the_last() -> None:
    text = "A week in the channels\n15-21 September 2025\n\nOn Thursday the dam fell."
    assert values(text, None)[-1] == "2025-09-18"


def test_a_day_in_the_name_of_a_body_is_no_date() -> None:
    assert values("The March 23 Movement left the town.") == []


@pytest.mark.parametrize(
    "line",
    [
        "5 June 2023 - 11:01 By Marta Quill",
        "20:47 05.06.2023",
        "by The Bay Press news desk June 5, 2023 8:12 AM",
    ],
)
def test_a_time_or_a_byline_beside_a_day_leaves_it_the_day_of_the_page(line: str) -> None:
    assert values(f"The pact\n\n{line}\n\nIt was signed yesterday.", None)[-1] == "2023-06-04"


@pytest.mark.parametrize(
    "text",
    [
        "Quill said on Monday evening that the dam held. "
        + "He waited in the town. " * 40
        + "\n\nUpdated: May 10, 2023, 3:53 PM",
        "Wed 10th May 2023 | 11:00 PM\n\nQuill said on Monday evening that the dam held.",
        "ACCRA (Otter News / Sable - 10th May, 2023) Quill said on Monday evening that it held.",
    ],
)
def test_label_at_the_foot_and_brackets_of_an_agency_date_a_text(text: str) -> None:
    assert "2023-05-08" in {d.edtf for d in findings(load()(text)).dates}


@pytest.mark.parametrize(
    ("clear", "day"), [("30/9/2024", "2024-10-01"), ("9/30/2024", "2024-01-10"), ("", "2024")]
)
def test_an_unclear_date_is_read_as_the_clear_ones_of_its_text(clear: str, day: str) -> None:
    found = read(f"The film came out on 1/10/2024. It was made on {clear}.")
    assert found.dates[0].edtf == day
