"""Where one saying ends and the next begins, and whose each is, when a sentence holds several."""

from __future__ import annotations

import pytest

from tests.reading import named, read


def said(text: str) -> list[tuple[str | None, str]]:
    """Each claim of a text as (who says it, what)."""
    found = read(text)
    return [
        (named(found, c.speaker) if c.speaker else None, found.tokens.span_text(c.start, c.end))
        for c in found.claims
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Governor Pavel Dunin admitted that he could not promise safety but called reports of "
            "panic “nonsense spread by strangers”.",
            ["he could not promise safety", "reports of panic “nonsense spread by strangers”"],
        ),
        (
            "The ministry said that its units had shot down 11 drones; it made no mention of the "
            "refinery.",
            ["its units had shot down 11 drones", "made no mention of the refinery"],
        ),
        (
            "Vera Lindt called the arrests “hostile,” while Pavel Dunin limited himself to the "
            "remark that such steps “do not help anybody.”",
            ["the arrests “hostile,”", "such steps “do not help anybody.”"],
        ),
        (
            "His supporters say he is innocent; his critics, that he is a spy.",
            ["he is innocent", "he is a spy"],
        ),
        (
            "Lindt claimed that the bridge had fallen, Dunin that it had never been built.",
            ["the bridge had fallen", "it had never been built"],
        ),
        (
            "After Lindt announced on May 23 that the text had been “refined”, the mood soured.",
            ["the text had been “refined”"],
        ),
        (
            "Vera Lindt advised her readers to “wait for news”, and the administrators of a page "
            "that had gathered 380 thousand subscribers called the leak “a trap for fools”.",
            ["her readers to “wait for news”", "the leak “a trap for fools”"],
        ),
    ],
)
def test_what_one_says_ends_where_another_begins(text: str, claims: list[str]) -> None:
    assert [content for _, content in said(text)] == claims


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Milan Kostic, who is followed by almost 900,000 users, denied there had been a fire.",
            "Milan Kostic",
        ),
        (
            "The station spoke to Milan Kostic, an adviser to President Emil Radev, who said that "
            "the war was over.",
            "Milan Kostic",
        ),
        (
            "On 7 May Milan Kostic posted a photograph of the mayor. “At last it works,” the "
            "caption said.",
            "Milan Kostic",
        ),
        (
            "A Telegram post by Milan Kostic made no mention of the village.",
            "Milan Kostic",
        ),
    ],
)
def test_who_speaks_where_others_are_named_beside(text: str, speaker: str) -> None:
    assert {name for name, _ in said(text)} == {speaker}


def test_a_refusal_to_answer_a_question_is_silence_and_no_claim() -> None:
    found = read("The Chadian Foreign Ministry would not say what the men were accused of.")
    assert [claim.stance for claim in found.claims] == ["silent"]


def test_what_somebody_is_punished_for_is_no_claim() -> None:
    assert said("Milan Kostic faces five years in prison for “discrediting the army.”") == []


def test_what_is_blamed_without_a_charge_is_the_claim() -> None:
    text = "A channel with 49,000 subscribers blamed a flock of birds."
    assert [content for _, content in said(text)] == ["a flock of birds"]


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether the firm had received an offer, Milan Kostic declined to answer.",
        "Asked about the school in Aktau, Milan Kostic kept silent.",
        "Milan Kostic did not write a line about the row until Sunday evening.",
        "For three hours Milan Kostic said nothing about it.",
    ],
)
def test_ways_of_keeping_silent_about_what_was_asked(text: str) -> None:
    found = read(text)
    assert [claim.stance for claim in found.claims] == ["silent"]


def test_questions_left_unanswered_are_silence_about_nothing() -> None:
    assert said("Milan Kostic did not respond to questions.") == []


def test_who_answers_is_not_whom_the_question_was_about() -> None:
    text = (
        "Milan Kostic told journalists that the talks went on. Asked if Emil Radev would come, he "
        "said no visit was planned."
    )
    assert {name for name, _ in said(text)} == {"Milan Kostic"}


def test_the_admin_of_a_channel_is_meant_by_the_pronoun_that_follows() -> None:
    text = (
        "Owl Post (@owl_post, 43K) posted the map. Its admin complained that he had been summoned. "
        "“I was asked politely,” he joked."
    )
    assert {name for name, _ in said(text)} == {"Owl Post"}


def test_it_is_no_group_of_channels() -> None:
    text = (
        "Russian channels said that all was quiet. Three Anchors, whose audience stood at 1.1 "
        "million, broke ranks: it assured its readers that the port was burning."
    )
    assert said(text)[-1][0] == "Three Anchors"


def test_the_opposition_can_accuse() -> None:
    text = "The opposition accused the president of having surrendered the mines."
    assert [name for name, _ in said(text)] == ["opposition"]


def test_a_label_over_a_text_says_nothing_itself() -> None:
    text = "Disinfo: Kyiv is selling missiles\n\nThe claim is false. It appeared in May."
    assert "Disinfo" not in {name for name, _ in said(text)}


@pytest.mark.parametrize(
    ("text", "stance", "content"),
    [
        (
            "ISW has observed no evidence to indicate that the brigade is encircled.",
            "denies",
            "the brigade is encircled",
        ),
        (
            "Milan Kostic ordered the army to “finally defeat” the rebels.",
            "asserts",
            "the army to “finally defeat” the rebels",
        ),
        (
            "Milan Kostic stated that the ministry is waiting for details and refused to guess.",
            "asserts",
            "the ministry is waiting for details",
        ),
        (
            "He named the people who, according to the head of the police, Emil Radev, had "
            "received money from the bank.",
            "asserts",
            "had received money from the bank",
        ),
    ],
)
def test_what_is_said_to_be_so_and_by_what_words(text: str, stance: str, content: str) -> None:
    found = read(text)
    (claim,) = [c for c in found.claims if c.speaker]
    assert (claim.stance, found.tokens.span_text(claim.start, claim.end)) == (stance, content)


def test_what_nobody_said_is_no_claim() -> None:
    assert said("Not one of the ministers said that the bridge had fallen.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Finnish Defence Forces say nobody was hurt. The message was posted on 13 May "
            "by Night Desk, a Telegram channel. It reported “an alarm in Rovaniemi”.",
            "Night Desk",
        ),
        (
            "The ministry denied it. According to the research company Grain Route Ltd, the "
            "account was closed.",
            "Grain Route Ltd",
        ),
    ],
)
def test_whose_the_message_is_and_which_company(text: str, speaker: str) -> None:
    assert said(text)[-1][0] == speaker


def test_new_subscribers_are_no_audience() -> None:
    found = read("Night Desk, a Telegram channel, had gained 2,700 new subscribers.")
    assert [channel.subscribers for channel in found.channels.values()] == [None]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Governor Pavel Dunin called it “an enemy fake”, and the channel did not return to it.",
            [("Pavel Dunin", "it “an enemy fake”")],
        ),
        (
            "Pavel Dunin called Sweden “a party to the war,” a phrase that he has used before.",
            [("Pavel Dunin", "Sweden “a party to the war,”")],
        ),
        (
            "“What are we being offered, a frozen front?” Pavel Dunin was indignant.",
            [("Pavel Dunin", "What are we being offered, a frozen front?")],
        ),
        (
            "The channel Night Desk, followed by 26,300 Germans, added that gas is being stolen.",
            [("Night Desk", "gas is being stolen")],
        ),
        (
            "Pavel Dunin wrote that Radev is “the only one who reads.” Others rejoiced that “no "
            "one else was asked.”",
            [("Pavel Dunin", "Radev is “the only one who reads.”")],
        ),
    ],
)
def test_quotations_and_what_stands_beside_them(text: str, claims: list[tuple[str, str]]) -> None:
    assert [claim for claim in said(text) if claim[0] not in (None, "Others")] == claims


def test_a_word_not_written_is_silence_whatever_day_it_was() -> None:
    found = read("Pavel Dunin did not write a word about Geneva that Sunday; he was on holiday.")
    assert [claim.stance for claim in found.claims] == ["silent"]


def test_a_denial_that_is_issued_is_whose_who_issues_it() -> None:
    text = "The Bulgarian National Bank issued a denial of the story about savings."
    assert said(text) == [("Bulgarian National Bank", "the story about savings")]


def test_a_second_that_clause_goes_on_with_the_first_verb() -> None:
    text = (
        "ISW continues to assess that Russia is using Belarus to threaten NATO and that Putin "
        "remains uninterested."
    )
    assert {name for name, _ in said(text)} == {"Institute for the Study of War"}


def test_what_somebody_would_not_do_is_one_claim() -> None:
    text = "Milan Kostic said that his party would not help, would not pay, and would not vote."
    assert len(said(text)) == 1


def test_the_denial_comes_from_whom_the_sentence_before_names() -> None:
    text = (
        "Emil Radev says that the dam was mined. Nobody offers evidence. A map is drawn. The "
        "first denial comes from Pavel Dunin. “There is nothing left to mine,” he says."
    )
    assert said(text)[-1][0] == "Pavel Dunin"


def test_whom_an_agency_quotes_is_no_claim_of_the_agency() -> None:
    text = "TASS quotes “an informed source” as saying that Ukraine is preparing an attack."
    assert [content for _, content in said(text)] == ["Ukraine is preparing an attack"]


def test_who_says_the_same_says_what_was_told_before() -> None:
    text = "Emil Radev said that the dam was mined. Pavel Dunin says the same on his channel."
    assert [claim for claim in said(text) if claim[0] == "Pavel Dunin"] == [
        ("Pavel Dunin", "the dam was mined")
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Downing Street denied that it had known.", "United Kingdom"),
        ("Five drones were shot down, the Ukranian air force said.", "Ukranian air force"),
        (
            "The House of Representatives has been blocking aid for Ukraine and the United States "
            "has warned that little was left.",
            "United States",
        ),
    ],
)
def test_bodies_that_speak(text: str, speaker: str) -> None:
    assert [name for name, _ in said(text)] == [speaker]


def test_who_says_the_same_may_do_so_sentences_later() -> None:
    text = (
        "Emil Radev told the hall that the war could end. The audience cheered. He is not alone. "
        "Pavel Dunin has been saying the same since 2022."
    )
    assert ("Pavel Dunin", "the war could end") in said(text)


def test_who_tells_something_is_a_person_whatever_the_trade() -> None:
    text = "A carpenter in Chemnitz told me that he had nothing against anybody."
    assert [name for name, _ in said(text)] == ["carpenter in Chemnitz"]


def test_a_quoted_thing_somebody_spoke_of() -> None:
    assert said("Pavel Dunin spoke of a “dictated peace”.") == [
        ("Pavel Dunin", "a “dictated peace”")
    ]


def test_a_footnote_between_sentences_is_nobodys_subject() -> None:
    text = (
        "Drones hunt every vehicle.[6] Another Russian milblogger, close to the ministry, rejected "
        "“this whining” and claimed that the town would fall by December."
    )
    assert [name for name, _ in said(text)] == ["Russian milblogger", "Russian milblogger"]


def test_that_before_a_noun_without_article_opens_what_is_denied() -> None:
    text = (
        "Each denied that debris from Zhytomyr came from Belarus: Night Desk said the plate was "
        "forged."
    )
    assert said(text)[0] == (None, "debris from Zhytomyr came from Belarus")
