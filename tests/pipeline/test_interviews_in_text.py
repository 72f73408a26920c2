"""Interviews and posts in the forms they are printed in: whose words the turns are."""

from __future__ import annotations

import pytest

from ingest.nlp.findings import findings
from ingest.nlp.pipeline import load

INTRODUCTION = "Marta Holub heads the Institute for Media Studies. We met her in May.\n\n"
TURNS = (
    ("Who pays for the channel?", "The channel is paid by a firm. I have seen the books."),
    ("And who reads it?", "Mostly pensioners read it."),
    ("What did you hear?", "Minister Jan Kollar told me that the ministry would close it."),
)


def said(text: str) -> set[tuple[str | None, str]]:
    found = findings(load()(text))
    known = {**found.entities, **found.channels}
    return {
        (
            None if c.speaker is None else known[c.speaker].name,
            found.tokens.span_text(c.start, c.end).rstrip(".,"),
        )
        for c in found.claims
    }


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("Q: ", "A: "),
        ("Q. ", "A. "),
        ("Question: ", "Answer: "),
        ("DM: ", "MH: "),
        ("Harbour Post: ", "HOLUB: "),
        ("— ", "— "),
        ("**", ""),
        ("", ""),
    ],
)
def test_answers_are_of_the_person_interviewed_however_turns_are_marked(
    asks: str, answers: str
) -> None:
    closing = "**" if asks == "**" else ""
    turns = "\n\n".join(f"{asks}{q}{closing}\n\n{answers}{a}" for q, a in TURNS)
    claims = said(INTRODUCTION + turns)
    assert {
        ("Marta Holub", "The channel is paid by a firm"),
        ("Marta Holub", "Mostly pensioners read it"),
        ("Jan Kollar", "the ministry would close it"),
    } <= claims
    assert not any("?" in text for _, text in claims)


def test_questions_as_headings_make_no_interview() -> None:
    text = INTRODUCTION + "\n\n".join(
        f"{heading}\n\nThe channel is paid by a firm. It has no other income."
        for heading in ("Who pays?", "Since when?", "Is it true?")
    )
    assert said(text) == set()


def test_outlet_that_asks_in_a_transcript_says_nothing() -> None:
    turns = "\n\n".join(f"Meduza: {q}\n\nMarta Holub: {a}" for q, a in TURNS)
    found = said(INTRODUCTION + turns)
    assert {who for who, _ in found} == {"Marta Holub", "Jan Kollar"}
    assert ("Jan Kollar", "the ministry would close it") in found


def test_numbered_points_are_the_narrators_own() -> None:
    points = "1/ The ferry lost power at dawn.\n\n2/ It drifted for hours.\n\n3/ It sank at noon.\n"
    assert said(f"Marsh Watch (@marsh_watch)\n\n{points}") == set()


def test_channel_whose_post_reports_somebody_passes_it_on() -> None:
    text = "@marsh_watch: Ivan Popko said that an anchor cut the cable.\n@harbour_post: It did.\n"
    found = findings(load()(text))
    (claim,) = (c for c in found.claims if c.mode == "reported")
    assert (claim.speaker, claim.via) == ("person:ivan-popko", "channel:marsh-watch")


def test_what_a_question_says_that_others_said_is_theirs() -> None:
    text = (
        "Question: The Financial Times wrote yesterday that Moscow had asked for a delay. Is that "
        "so?\n\nMaria Zakharova: We do not ask anyone for anything. It did not try to get a "
        "comment.\n\nQuestion: Will you come again?\n\nMaria Zakharova: We will see about that."
    )
    found = findings(load()(text))
    assert found.claims[0].speaker == "channel:financial-times"
    assert {c.speaker for c in found.claims[1:]} == {"person:maria-zakharova"}


def test_a_label_copied_with_its_bubble_is_the_label_of_a_turn() -> None:
    text = (
        "President of Kenya Henrik Aldren: We are glad to see you here. We restore what was "
        "broken. Welcome again to the city. President of Ghana Ivan Popko Popko IvanPresident of "
        "Ghana(retranslated): It is a great pleasure for me. We feel solidarity with Kenya. We "
        "have good prospects in various areas."
    )
    found = findings(load()(text))
    assert {claim.speaker for claim in found.claims} == {
        "person:henrik-aldren",
        "person:ivan-popko",
    }


@pytest.mark.parametrize("dash", ["", "— "])
def test_the_letters_q_and_a_tell_an_interview_even_for_one_answer(dash: str) -> None:
    turns = f"Q: Did they pay the bloggers?\n\nA: {dash}Never. The ministry paid for the films."
    assert said(INTRODUCTION + turns) == {("Marta Holub", "The ministry paid for the films")}


def test_a_titled_interview_may_have_two_questions_with_what_leads_up_to_them() -> None:
    text = (
        "Interview with Marta Holub of the Institute for Media Studies\n\n"
        "The summit has ended. It took three days. How do you judge it?\n\n"
        "We gained a council. It will meet in May.\n\n"
        "The war goes on. Some are tired of it. Are you? Will there be talks?\n\n"
        "Talks need two sides."
    )
    assert {
        ("Marta Holub", "We gained a council"),
        ("Marta Holub", "It will meet in May"),
        ("Marta Holub", "Talks need two sides"),
    } <= said(text)
    assert said(text.replace("Interview with", "An article by")) == set()


@pytest.mark.parametrize(
    "mark", ["o Marta Holub said", "Claim: Marta Holub said", "THE FACTS: Marta Holub said"]
)
def test_a_bullet_or_a_label_is_no_part_of_the_sentence_behind_it(mark: str) -> None:
    text = f"Marta Holub spoke in May.\n\n{mark} that the channel was paid by a firm."
    assert said(text) == {("Marta Holub", "the channel was paid by a firm")}


def test_a_page_in_a_labelled_claim_is_its_speaker() -> None:
    text = "Claim: A Facebook page, Steel Ox, claimed that the channel was paid by a firm."
    assert said(text) == {("Steel Ox", "the channel was paid by a firm")}


def test_a_single_answer_behind_a_name_and_an_office_in_capitals_is_a_turn() -> None:
    text = (
        "ADA QUILL: Will the allies stay?\n\nOTTO KERN, GHANAIAN MINISTER OF FOREIGN AFFAIRS: "
        "Well, the dam must hold. Whatever they decide, we need more boats.\n\n"
        "QUILL: Which allies do you mean?"
    )
    assert said(text) == {
        ("Otto Kern", "Well, the dam must hold"),
        ("Otto Kern", "Whatever they decide, we need more boats"),
    }


def test_a_question_may_go_on_with_what_it_rests_on() -> None:
    text = (
        "“The dam must hold”, says Ada Quill, who will speak in Accra.\n\nWhat did you see?\n\n"
        "I saw the water rise.\n\nAre you afraid? They have arrested many of your colleagues.\n\n"
        "I am used to it. The police have come to my house.\n\nWill you stay?\n\n"
        "I will stay in Accra."
    )
    assert {who for who, _ in said(text)} == {"Ada Quill"}
    assert ("Ada Quill", "The police have come to my house") in said(text)
    assert not any("arrested" in words for _, words in said(text))
