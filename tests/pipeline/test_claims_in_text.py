"""Who says what: quotations and reported speech with their speakers, stance and modality."""

from __future__ import annotations

import pytest

from ingest.nlp.findings import Claim, Findings, findings
from ingest.nlp.pipeline import load


def read(text: str) -> Findings:
    return findings(load()(text))


def content(found: Findings, claim: Claim) -> str:
    return found.tokens.span_text(claim.start, claim.end).rstrip(".,")


def name(found: Findings, id_: str | None) -> str | None:
    if id_ is None:
        return None
    return (found.entities.get(id_) or found.channels[id_]).name


def said(text: str) -> list[tuple[str | None, str]]:
    found = read(text)
    return [(name(found, c.speaker), content(found, c)) for c in found.claims]


@pytest.mark.parametrize(
    "text",
    [
        "Olena Marchuk said that the dam had been mined.",
        "Olena Marchuk said the dam had been mined.",
        "The dam had been mined, Olena Marchuk said.",
        "The dam had been mined, according to Olena Marchuk.",
        "According to Olena Marchuk, the dam had been mined.",
    ],
)
def test_reported_clause_and_its_speaker(text: str) -> None:
    (claim,) = said(text)
    assert claim[0] == "Olena Marchuk"
    assert claim[1].lower() == "the dam had been mined"


@pytest.mark.parametrize(
    "text",
    [
        "“The dam had been mined for weeks,” said Olena Marchuk.",
        '"The dam had been mined for weeks," Olena Marchuk said.',
        "«The dam had been mined for weeks», Olena Marchuk said.",
        "„The dam had been mined for weeks“, Olena Marchuk said.",
        "Olena Marchuk said: “The dam had been mined for weeks.”",
        "Olena Marchuk wrote, ‘The dam had been mined for weeks.’",
        "Olena Marchuk claimed on Monday that “the dam had been mined for weeks.”",
    ],
)
def test_quotation_and_its_speaker_in_every_style(text: str) -> None:
    (claim,) = said(text)
    assert claim[0] == "Olena Marchuk"
    assert claim[1].lower() == "the dam had been mined for weeks"


def test_split_quotation_keeps_its_speaker() -> None:
    claims = said("“The dam was mined,” said Olena Marchuk. “We found the wires on Monday.”")
    assert claims == [
        ("Olena Marchuk", "The dam was mined"),
        ("Olena Marchuk", "We found the wires on Monday"),
    ]


def test_fragment_in_quotes_stays_inside_its_clause() -> None:
    claims = said("Olena Marchuk said that the dam was a “silent witness” of the war.")
    assert claims == [("Olena Marchuk", "the dam was a “silent witness” of the war")]


def test_titles_and_scare_quotes_are_no_claims() -> None:
    assert said("Details are in the article “Bridges, Dams and Other Targets”.") == []
    assert said("The so-called “people's republic” lost its bridge.") == []


def test_charge_holds_whom_it_is_against() -> None:
    claims = said("Olena Marchuk accused Moscow of mining the dam.")
    assert claims == [("Olena Marchuk", "Moscow of mining the dam")]


def test_judgement_holds_what_it_is_about() -> None:
    claims = said("Olena Marchuk called the attack a war crime.")
    assert claims == [("Olena Marchuk", "the attack a war crime")]


def test_clause_ends_where_the_reporting_sentence_goes_on() -> None:
    claims = said("Olena Marchuk said that the dam was mined and added that wires were found.")
    assert [c[1] for c in claims] == ["the dam was mined", "wires were found"]


def test_hearsay_has_no_speaker_and_is_alleged() -> None:
    found = read("It was claimed that the dam had been mined.")
    (claim,) = found.claims
    assert (claim.speaker, claim.modality) == (None, "alleged")


def test_post_speaks_for_the_channel_it_stands_in() -> None:
    claims = said("In a channel with 900,000 followers, a May post claimed that the dam held.")
    assert claims == [("channel with 900,000 followers", "the dam held")]


def test_unnamed_group_is_known_by_what_it_is_called() -> None:
    text = "Two local analysts said that the dam would not hold."
    assert said(text) == [("Two local analysts", "the dam would not hold")]


@pytest.mark.parametrize(
    ("text", "stance", "modality"),
    [
        ("Olena Marchuk said the dam fell.", "asserts", "asserted"),
        ("Olena Marchuk said there were no soldiers at the dam.", "denies", "denied"),
        ("Olena Marchuk said the dam would not fall.", "asserts", "hypothetical"),
        ("Olena Marchuk said the dam is not safe.", "asserts", "asserted"),
        ("Olena Marchuk said nobody is at the dam.", "denies", "denied"),
        ("“We do not want that dam in the valley,” Olena Marchuk said.", "asserts", "asserted"),
        ("“We did not mine that dam in the valley,” Olena Marchuk said.", "denies", "denied"),
        ("Olena Marchuk denied that the dam fell.", "denies", "denied"),
        ("Olena Marchuk denied mining the old dam.", "denies", "denied"),
        ("Olena Marchuk called the report nonsense.", "denies", "denied"),
        ("Olena Marchuk dismissed the report as a fake.", "denies", "denied"),
        ("Olena Marchuk suggested that the dam fell.", "hedges", "alleged"),
        ("Olena Marchuk said the dam had probably fallen.", "hedges", "asserted"),
        ("Olena Marchuk alleged that the dam fell.", "asserts", "alleged"),
        ("Olena Marchuk promised to rebuild the dam.", "asserts", "hypothetical"),
        ("Olena Marchuk praised the brigade for its courage.", "praises", "asserted"),
    ],
)
def test_stance_and_modality_come_from_cue_negation_and_hedges(
    text: str, stance: str, modality: str
) -> None:
    (claim,) = read(text).claims
    assert (claim.stance, claim.modality) == (stance, modality)


def test_silence_about_a_topic_is_a_claim_of_silence() -> None:
    found = read("Olena Marchuk remained silent about the flood in the valley.")
    (claim,) = found.claims
    assert (claim.stance, content(found, claim)) == (
        "silent",
        "remained silent about the flood in the valley",
    )


def test_own_words_of_the_narrator_are_kept_apart() -> None:
    (claim,) = read("We believe that the dam was mined.").claims
    assert (claim.mode, claim.speaker) == ("narrator", None)


def test_turns_of_an_interview_belong_to_their_speakers() -> None:
    text = (
        "Question: What happened at the dam?\n"
        "Olena Marchuk: The dam was mined in the spring by a small unit. We found wires there.\n"
        "Question: Who did it?\n"
        "Olena Marchuk: The commission will name the unit in its report next week.\n"
    )
    assert {c[0] for c in said(text)} == {"Olena Marchuk"}


def test_who_is_quoted_speaks_and_who_quotes_passes_it_on() -> None:
    found = read("Reuters quoted Olena Marchuk as saying that the dam was intact.")
    (claim,) = found.claims
    assert (name(found, claim.speaker), name(found, claim.via)) == ("Olena Marchuk", "Reuters")


def test_quotation_behind_a_colon_leaves_its_clause_a_claim() -> None:
    claims = said("Olena Marchuk denied that the dam fell: “It stood on Monday and stands today.”")
    assert [c[1] for c in claims] == ["the dam fell", "It stood on Monday and stands today"]


def test_standing_quotation_goes_on_from_the_one_before() -> None:
    claims = said("“The dam was mined,” Olena Marchuk said.\n\n“It fell in an hour that night.”")
    assert [c[0] for c in claims] == ["Olena Marchuk", "Olena Marchuk"]


def test_date_in_the_content_is_not_when_it_was_said() -> None:
    found = read("In May 2024, Olena Marchuk said that the dam had been mined in April 2023.")
    (claim,) = found.claims
    assert claim.date == "2024-05"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Olena Marchuk recalled how the wires were found.", "the wires were found"),
        ("Olena Marchuk claims to have found the old wires.", "have found the old wires"),
        ("Olena Marchuk put the death toll at nine.", "the death toll at nine"),
        ("Olena Marchuk rejected the charges as baseless.", "the charges as baseless"),
        ("Olena Marchuk urged voters to “think of the dam”.", "voters to “think of the dam”"),
        ("As Olena Marchuk put it, “the dam was an open wound”.", "the dam was an open wound"),
        ("The dam, Olena Marchuk says, is old.", "The dam, Olena Marchuk says, is old"),
    ],
)
def test_frames_of_what_is_said(text: str, content: str) -> None:
    assert said(text) == [("Olena Marchuk", content)]


def test_another_speaker_behind_while_ends_a_content() -> None:
    claims = said("Olena Marchuk said the dam fell, while Ivan Popko said it stood.")
    assert claims == [("Olena Marchuk", "the dam fell"), ("Ivan Popko", "it stood")]


def test_denial_ends_where_its_speaker_calls_something_names() -> None:
    claims = said("Olena Marchuk denied involvement, calling the report “another fantasy”.")
    assert [c[1] for c in claims] == ["involvement", "the report “another fantasy”"]


def test_explanation_behind_a_colon_is_a_claim_of_its_own() -> None:
    claims = said("Olena Marchuk denied the dam was mined: a pump had failed, she explained.")
    assert {c[0] for c in claims} == {"Olena Marchuk"}
    assert [c[1] for c in claims] == ["the dam was mined", "a pump had failed"]


def test_whoever_is_said_to_make_a_claim_makes_it() -> None:
    claims = said("The claim that the dam was mined is also made by Olena Marchuk.")
    assert claims == [("Olena Marchuk", "the dam was mined")]


def test_rumours_that_appear_are_claims_of_nobody() -> None:
    claims = said("Messages have appeared on Telegram that the army is leaving the old dam.")
    assert claims == [(None, "the army is leaving the old dam")]


def test_any_verb_attributes_a_quotation_it_closes() -> None:
    text = "“The dam is in danger,” Olena Marchuk summed up."
    assert said(text) == [("Olena Marchuk", "The dam is in danger")]


def test_going_according_to_plan_is_nobodys_claim() -> None:
    claims = said("Olena Marchuk said that the work was going according to plan.")
    assert claims == [("Olena Marchuk", "the work was going according to plan")]


def test_what_explains_a_source_is_no_part_of_its_claim() -> None:
    claims = said("According to Olena Marchuk, the head of the region, the dam was mined.")
    assert claims == [("Olena Marchuk", "the dam was mined")]


def test_saying_it_states_nothing() -> None:
    assert said("Ministers say it, ambassadors say it.") == []


def test_ignoring_it_is_silence_about_what_was_told_before() -> None:
    text = (
        "A Telegram channel claimed that no proof existed. When a proof did appear, "
        "the channel simply ignored it."
    )
    assert [(c.stance, content(f, c)) for f in [read(text)] for c in f.claims] == [
        ("denies", "no proof existed"),
        ("silent", "a proof did appear"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Citing a “source working in the region,” the reporters left.",
        "Our experts teach the young, advocate for the rights of journalists, and rest.",
        "In this version of events, the army had left.",
    ],
)
def test_sources_and_things_say_nothing_themselves(text: str) -> None:
    assert said(text) == []


def test_a_source_between_semicolons_is_that_of_its_own_clause() -> None:
    text = "The commission called it noise; according to Reuters, the number of travellers halved."
    assert said(text)[-1] == ("Reuters", "the number of travellers halved")


def test_who_wrote_nothing_of_the_sort_is_not_silent() -> None:
    assert said("Henrik Aldren wrote nothing of the sort: I kept the screenshot.") == []


def test_the_last_word_of_a_title_says_nothing() -> None:
    assert said("On “Time Will Tell” host Henrik Aldren opened with the blackout.") == []
