"""Contents told before, lines with a label, and what stands beside a quotation without a verb."""

from __future__ import annotations

import pytest

from ingest.nlp.findings import findings
from ingest.nlp.pipeline import load

Said = tuple[str | None, str, str]


def read(text: str) -> set[Said]:
    """Speaker, stance and content of every claim."""
    found = findings(load()(text))
    known = {**found.entities, **found.channels}
    return {
        (
            None if c.speaker is None else known[c.speaker].name,
            c.stance,
            found.tokens.span_text(c.start, c.end).rstrip(".,"),
        )
        for c in found.claims
    }


DENIED: Said = ("Olena Marchuk", "denies", "the dam had been mined")


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Popko said that the dam had been mined. Olena Marchuk denied it.",
        "Ivan Popko said that the dam had been mined, but Olena Marchuk disputes this.",
        "Ivan Popko said that the dam had been mined; Olena Marchuk rejected that.",
        "Ivan Popko said that the dam had been mined, a claim Olena Marchuk has denied.",
        "Ivan Popko said that the dam had been mined. The claim was dismissed by Olena Marchuk.",
        "Rumours spread that the dam had been mined. Olena Marchuk denied it.",
        "It rained. Soldiers said the dam had been mined, although Olena Marchuk denied it.",
    ],
)
def test_what_somebody_denies_is_the_content_told_before(text: str) -> None:
    assert DENIED in read(text)


def test_denial_in_an_apposition_is_of_the_clause_it_stands_behind() -> None:
    claims = read("Romania armed the rebels, an allegation Olena Marchuk has repeatedly denied.")
    assert claims == {("Olena Marchuk", "denies", "Romania armed the rebels")}


def test_a_claim_made_by_one_and_repeated_by_another_is_of_both() -> None:
    claims = read(
        "The claim that the dam had been mined is false. It was first made by Ivan Popko "
        "and repeated by Olena Marchuk."
    )
    assert claims >= {
        ("Ivan Popko", "asserts", "the dam had been mined"),
        ("Olena Marchuk", "asserts", "the dam had been mined"),
    }


def test_a_rumour_repeated_is_the_rumour_and_not_the_denial_between() -> None:
    claims = read(
        "Ivan Popko has spread the rumour that soldiers mined the dam. “Nobody mined anything,” "
        "said Olena Marchuk. The rumour, repeated by Petro Hnatyuk, has no basis."
    )
    assert ("Petro Hnatyuk", "asserts", "soldiers mined the dam") in claims


def test_denying_something_else_takes_up_nothing() -> None:
    claims = read("Ivan Popko said that the dam had been mined. Olena Marchuk denied them entry.")
    assert [c for c in claims if c[0] == "Olena Marchuk" and "mined" in c[2]] == []


def test_names_with_one_verb_say_the_same() -> None:
    claims = read("Ivan Popko and Olena Marchuk said that the dam had been mined.")
    assert {c[0] for c in claims} == {"Ivan Popko", "Olena Marchuk"}


@pytest.mark.parametrize(
    "text",
    [
        "Olena Marchuk put it differently: the dam had been mined.",
        "Olena Marchuk’s verdict: the dam had been mined.",
    ],
)
def test_colon_opens_a_content_without_quotation_marks(text: str) -> None:
    assert read(text) == {("Olena Marchuk", "asserts", "the dam had been mined")}


def test_semicolon_ends_a_content_where_somebody_else_reports() -> None:
    claims = read(
        "Ivan Popko said that the dam had been mined; Olena Marchuk and a group of engineers "
        "from the ministry said it had cracked."
    )
    assert ("Ivan Popko", "asserts", "the dam had been mined") in claims


def test_quotation_under_a_colon_is_of_whom_the_paragraph_before_names() -> None:
    claims = read("In a letter of 9 June, Olena Marchuk wrote:\n“The dam was mined for weeks.”\n")
    assert claims == {("Olena Marchuk", "asserts", "The dam was mined for weeks")}


@pytest.mark.parametrize(
    "text",
    [
        "Olena Marchuk was blunt. “The dam was mined for weeks.”",
        "Olena Marchuk shrugged. “The dam was mined for weeks.”",
        "“The dam was mined for weeks.” That is the version of Olena Marchuk.",
        "“The dam was mined for weeks.” So says Olena Marchuk.",
    ],
)
def test_quotation_without_a_verb_is_of_whom_the_sentence_beside_it_names(text: str) -> None:
    assert read(text) == {("Olena Marchuk", "asserts", "The dam was mined for weeks")}


def test_posts_of_a_thread_are_their_channels_words() -> None:
    claims = read("@harbour_post: The dam fell at dawn.\n@marsh_watch: Nobody saw it fall.\n")
    assert claims == {
        ("harbour_post", "asserts", "The dam fell at dawn"),
        ("marsh_watch", "denies", "Nobody saw it fall"),
    }


@pytest.mark.parametrize(
    ("headline", "claim"),
    [
        ("Olena Marchuk: dam “not mined”", ("Olena Marchuk", "denies", "dam “not mined”")),
        ("Kremlin: the dam has fallen", ("Russia", "asserts", "the dam has fallen")),
        ("Dam has fallen – Olena Marchuk", ("Olena Marchuk", "asserts", "Dam has fallen")),
    ],
)
def test_headline_with_a_source_is_a_claim(headline: str, claim: Said) -> None:
    assert read(f"{headline}\n\nNothing else is known.\n") == {claim}


@pytest.mark.parametrize(
    "headline", ["Ukraine: the dam has fallen", "Olena Marchuk: what we know of the dam"]
)
def test_headline_that_only_names_its_topic_is_no_claim(headline: str) -> None:
    assert read(f"{headline}\n\nNothing else is known.\n") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Olena Marchuk made no mention of the flood.",
        "Olena Marchuk said nothing about the flood.",
        "Olena Marchuk had nothing to say about the flood.",
        "Olena Marchuk passed over the flood in silence.",
        "Not a word about the flood came from Olena Marchuk.",
        "Neither Olena Marchuk nor her party has commented on the flood.",
    ],
)
def test_silence_in_many_words(text: str) -> None:
    claims = read(text)
    assert {(who, stance) for who, stance, _ in claims} >= {("Olena Marchuk", "silent")}
    assert all("the flood" in content for _, _, content in claims)


def test_no_evidence_found_is_a_denial() -> None:
    claims = read("Olena Marchuk found no evidence that the dam had been mined.")
    assert claims == {DENIED}


def test_question_left_open_is_a_hedge() -> None:
    claims = read("Olena Marchuk wondered aloud whether the dam had been mined.")
    assert claims == {("Olena Marchuk", "hedges", "the dam had been mined")}


def test_outlet_that_a_claim_was_made_by_passes_nothing_on() -> None:
    found = findings(
        load()(
            "The claim that the dam fell was made by the website Harbour Post and repeated by "
            "Olena Marchuk."
        )
    )
    assert [c.via for c in found.claims] == [None] * len(found.claims)


def test_words_quoted_as_the_object_of_a_verb_are_a_claim() -> None:
    claims = read("Olena Marchuk reported “a planned regrouping” and left.")
    assert claims == {("Olena Marchuk", "asserts", "a planned regrouping")}


def test_source_named_in_a_relative_clause_says_that_clause() -> None:
    claims = read(
        "The dam belongs to a trust, which according to Olena Marchuk is held by a singer."
    )
    assert claims == {("Olena Marchuk", "asserts", "is held by a singer")}


def test_first_person_in_a_post_is_whoever_posts() -> None:
    claims = read(
        "@marsh_watch: We confirm that the dam fell at dawn.\n@harbour_post: It is gone.\n"
    )
    assert {who for who, _, content in claims if "fell at dawn" in content} == {"marsh_watch"}


def test_minister_of_other_duties_is_not_meant() -> None:
    claims = read(
        "Olena Marchuk, the defence minister, left. The foreign minister said the dam fell."
    )
    assert [who for who, _, _ in claims if who == "Olena Marchuk"] == []


def test_author_in_a_byline_is_not_whom_a_title_takes_up() -> None:
    claims = read("By Olena Marchuk\n\nThe minister said that the dam had been mined.\n")
    assert [who for who, _, _ in claims if who == "Olena Marchuk"] == []


def test_officer_is_the_general_and_not_the_host_who_spoke_last() -> None:
    claims = read(
        "General Ivan Popko complained about the dam. The host, Olena Marchuk, warned that such "
        "words help nobody. The officer said that the dam had been mined."
    )
    assert ("Ivan Popko", "asserts", "the dam had been mined") in claims


def test_clause_goes_on_behind_the_words_that_report_it() -> None:
    claims = read("The channel ran a piece on the dam, which, Olena Marchuk alleged, was mined.")
    assert claims == {("Olena Marchuk", "asserts", "was mined")}


def test_state_media_that_report_nothing_are_silent() -> None:
    claims = read("State media did not report the fall of the dam.")
    assert {stance for _, stance, _ in claims} == {"silent"}


def test_forgetting_to_mention_ends_a_content_and_is_silence() -> None:
    claims = read(
        "Olena Marchuk assures us that the dam stands; she forgets to mention the flood below it."
    )
    assert claims == {
        ("Olena Marchuk", "asserts", "the dam stands"),
        ("Olena Marchuk", "silent", "forgets to mention the flood below it"),
    }


def test_caption_is_of_the_channel_in_the_sentence_before() -> None:
    claims = read(
        "The video appeared on the channel Harbour Post. Caption: “The dam was mined for weeks.”"
    )
    assert claims == {("Harbour Post", "asserts", "The dam was mined for weeks")}


def test_denial_in_a_second_clause_is_of_the_first() -> None:
    claims = read("The road was closed. Hungary mined the dam, although Olena Marchuk denied this.")
    assert claims == {("Olena Marchuk", "denies", "Hungary mined the dam")}


def test_content_ends_before_others_reject_it() -> None:
    claims = read(
        "Ivan Popko claimed that his men held the dam, but local bloggers, including one with "
        "links to the brigade, rejected the claim."
    )
    assert ("Ivan Popko", "asserts", "his men held the dam") in claims


def test_what_somebody_calls_a_thing_ends_with_the_next_subject() -> None:
    claims = read("What Olena Marchuk calls sober prudence I call fear of the dam.")
    assert claims == {("Olena Marchuk", "asserts", "sober prudence")}


@pytest.mark.parametrize(
    "text",
    [
        "Did the general know? Olena Marchuk says he did.",
        "Asked whether the dam had been mined, Olena Marchuk replied with a proverb.",
        "An engineer, who asked not to be named, fled.",
    ],
)
def test_words_that_say_nothing_by_themselves_are_no_claims(text: str) -> None:
    assert read(text) == set()


def test_former_employee_does_not_speak_for_the_employer() -> None:
    claims = read("A former engineer of Delta Media LLC said that the dam had been mined.")
    assert {who for who, _, _ in claims} == {"former engineer of Delta Media LLC"}


def test_title_line_of_wrapped_text_ends_a_sentence() -> None:
    claims = read(
        "The dam has fallen, says Olena Marchuk\n"
        "General Ivan Popko reminded deputies on Friday that the dam had been mined for weeks.\n"
    )
    assert claims == {
        ("Olena Marchuk", "asserts", "The dam has fallen"),
        ("Ivan Popko", "asserts", "the dam had been mined for weeks"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "If we are to believe Olena Marchuk, the dam had been mined.",
        "If Olena Marchuk is to be believed, the dam had been mined.",
        "To hear Olena Marchuk tell it, the dam had been mined.",
        "Olena Marchuk would have us believe that the dam had been mined.",
        "Olena Marchuk has a simple explanation: the dam had been mined.",
        "According to Olena Marchuk the dam had been mined.",
    ],
)
def test_ways_of_giving_a_view_without_a_verb_of_speech(text: str) -> None:
    assert read(text) == {("Olena Marchuk", "asserts", "the dam had been mined")}


def test_denial_that_is_a_content_though_parsed_as_what_is_denied() -> None:
    claims = read("Olena Marchuk's denial that she mined the dam is contradicted by her letters.")
    assert claims == {("Olena Marchuk", "denies", "she mined the dam")}


def test_whom_somebody_told_may_stand_inside_the_content() -> None:
    claims = read(
        "Olena Marchuk was having none of it: Armenia, she reminded the host, has a dam of its own."
    )
    assert [(who, text.endswith("has a dam of its own")) for who, _, text in claims] == [
        ("Olena Marchuk", True)
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Olena Marchuk admitted having mined the dam.", "having mined the dam"),
        ("Olena Marchuk boasted of an old friendship.", "an old friendship"),
        ("Olena Marchuk confirmed her readiness to rebuild.", "her readiness to rebuild"),
    ],
)
def test_objects_and_gerunds_that_are_contents(text: str, content: str) -> None:
    assert read(text) == {("Olena Marchuk", "asserts", content)}


def test_charge_ends_at_a_semicolon() -> None:
    claims = read("Olena Marchuk accused Latvia of mining the dam; its author has since left.")
    assert claims == {("Olena Marchuk", "asserts", "Latvia of mining the dam")}
