"""Contents of verbs that say something in one use and do something in another."""

from __future__ import annotations

import pytest

from tests.reading import claims


def test_who_maintains_nothing_else_maintains_what_stands_before() -> None:
    text = "The vote was fair, the commission maintains."
    assert claims(text) == {("commission", "asserts", "The vote was fair")}
    assert claims("The firm, in which Otto Kern holds shares, fell.") == set()


def test_what_is_defended_as_something_is_a_claim() -> None:
    text = "Ada Quill defended the raid as “legal” and justified the arrests as necessary."
    assert claims(text) == {
        ("Ada Quill", "asserts", "the raid as “legal”"),
        ("Ada Quill", "asserts", "the arrests as necessary"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill defended Tamale as part of the army.",
        "Ada Quill defended Tamale as Ghana attacked.",
        "Ada Quill defended the decision.",
    ],
)
def test_what_is_defended_in_another_way_is_no_claim(text: str) -> None:
    assert claims(text) == set()


def test_who_found_no_evidence_of_a_thing_denies_it() -> None:
    who = "International Atomic Energy Agency"
    for words, thing in (
        ("have found no evidence of a weapons programme", "a weapons programme"),
        ("found no trace of chemical weapons", "chemical weapons"),
        ("found no sign of damage", "damage"),
        ("found no evidence of missiles at the site", "missiles at the site"),
    ):
        assert claims(f"IAEA inspectors {words}.") == {(who, "denies", thing)}
    assert claims("IAEA inspectors found no trace of Ivan Popko.") == set()
    assert claims("IAEA inspectors found evidence of damage.") == set()


def test_who_described_how_it_happened_says_so() -> None:
    text = "Ada Quill described how the guards had burned passports."
    assert claims(text) == {("Ada Quill", "asserts", "the guards had burned passports")}
    assert claims("Ada Quill described how to burn passports.") == set()
    assert claims("Below we describe how the scheme of Ada Quill worked.") == set()


@pytest.mark.parametrize(
    ("words", "doubted"),
    [
        ("voiced doubt that the tape was real", "the tape was real"),
        ("cast doubt on the claim that the tape was real", "the tape was real"),
        ("raised doubts about whether the tape was real", "the tape was real"),
        ("expressed scepticism about the footage", "the footage"),
        ("cast doubt on the report", "the report"),
    ],
)
def test_who_expresses_doubt_hedges_what_is_doubted(words: str, doubted: str) -> None:
    assert claims(f"Ada Quill {words}.") == {("Ada Quill", "hedges", doubted)}


def test_who_has_no_doubt_and_what_casts_doubt_hedge_nothing() -> None:
    assert claims("Kenya has no doubt that the tape was real.") == set()
    assert claims("The raid cast doubt on the truce.") == set()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Nonsense” was how Otto Kern described the report.", "Nonsense"),
        ("“A fairy tale” is what Otto Kern called the report.", "A fairy tale"),
        ("“Nonsense,” was Otto Kern's reply.", "Nonsense,"),
        ("Otto Kern's verdict on the report: “pure nonsense”.", "pure nonsense"),
    ],
)
def test_words_that_are_how_somebody_described_it_are_his(text: str, words: str) -> None:
    assert claims(text) == {("Otto Kern", "denies", words)}


def test_marked_words_behind_a_colon_that_names_no_verdict_are_nobodys() -> None:
    assert claims("Otto Kern's plan for the dam: “clean water”.") == set()


def test_what_is_to_come_before_somebody_admits_it_is_admitted_by_nobody() -> None:
    text = "It’s only a matter of time before Kenya admits its defeat and pays for the bridge."
    assert claims(text) == set()


def test_lies_presented_as_fact_are_no_denial() -> None:
    found = claims("The Kenyan media is presenting wild rumours and plain lies as fact.")
    assert {stance for _, stance, _ in found} == {"asserts"}


def test_what_is_presented_as_a_lie_is_denied() -> None:
    found = claims("Otto Kern described the rumours about the bridge as a lie.")
    assert {stance for _, stance, _ in found} == {"denies"}


def test_a_clause_of_fear_ends_before_the_verb_of_its_sentence() -> None:
    found = claims("Otto Kern, 37, fearing he was not going to last in prison, agreed to fight.")
    assert {what for _, _, what in found} == {"he was not going to last in prison"}


def test_a_proverb_without_a_cue_is_nobodys_who_spoke_paragraphs_above() -> None:
    found = claims(
        "Otto Kern said that the bridge fell.\n\nThe river rose.\n\nThe war in Togo goes on. "
        "“Whom the gods would destroy they first make mad.”"
    )
    assert found == {
        ("Otto Kern", "asserts", "the bridge fell"),
        (None, "asserts", "Whom the gods would destroy they first make mad."),
    }


@pytest.mark.parametrize("told", ["criticised", "pointed to", "complained about"])
def test_who_judges_a_fact_says_that_it_is_one(told: str) -> None:
    text = f"Otto Kern {told} the fact that the army had left Tamale."
    assert claims(text) == {("Otto Kern", "asserts", "the army had left Tamale")}


def test_who_denies_a_fact_denies_it() -> None:
    text = "Otto Kern denied the fact that the army had left Tamale."
    assert claims(text) == {("Otto Kern", "denies", "the army had left Tamale")}
