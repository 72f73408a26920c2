"""Contents between two speakers, sources behind them, and quotations that are no sentence."""

from __future__ import annotations

import pytest

from tests.reading import claims, triples


@pytest.mark.parametrize("citing", ["citing a source in the port", "quoting two witnesses"])
def test_source_cited_behind_is_no_content(citing: str) -> None:
    assert claims(f"The dam had burst, Reuters reported, {citing}.") == {
        ("Reuters", "asserts", "The dam had burst")
    }


def test_who_tells_more_of_a_noun_ends_the_words_of_another() -> None:
    text = "Ada Quill said there was a plan, which military sources said would cost millions."
    assert {(who, said) for who, _, said in claims(text)} == {
        ("Ada Quill", "there was a plan"),
        ("military sources", "would cost millions"),
    }


def test_who_argues_behind_while_is_the_one_who_acts_there() -> None:
    text = (
        "Kenya said it was open to talks, while Ghana made a truce conditional on withdrawal, "
        "arguing that nothing else was left."
    )
    assert {(who, said) for who, _, said in claims(text)} == {
        ("Kenya", "it was open to talks"),
        ("Ghana", "nothing else was left"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kenya issued an alert claiming that the dam had burst.",
        "Kenya shared a photo claiming that the dam had burst.",
    ],
)
def test_what_somebody_puts_out_speaks_for_him(text: str) -> None:
    assert {(who, said) for who, _, said in claims(text)} == {("Kenya", "the dam had burst")}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Social media users have shared a video claiming that it fell.", "Social media users"),
        (
            "Ada Quill said it rained. A number of users posted screenshots claiming that it fell.",
            "number of users",
        ),
        ("The army published a statement saying that it fell.", "army"),
    ],
)
def test_who_puts_out_a_document_may_be_unnamed(text: str, speaker: str) -> None:
    assert {who for who, _, said in claims(text) if said == "it fell"} == {speaker}


def test_depot_that_officials_said_was_used() -> None:
    text = "Kenya hit a depot that Ghanaian officials said was used for grain."
    assert {(who, said) for who, _, said in claims(text)} == {
        ("Ghanaian officials", "was used for grain")
    }


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Quill condemned the “cowardly” attack on it.", "the “cowardly” attack on it"),
        ("Ada Quill acknowledged it as a “failure”.", "it as a “failure"),
        ("Ada Quill posted a clip and wrote, “Rough day for us” – a lie.", "Rough day for us"),
        ("Ada Quill shared it with the message, “All is well here.”", "All is well here."),
    ],
)
def test_few_quoted_words_are_somebodys(text: str, content: str) -> None:
    assert [(who, said.rstrip("”")) for who, _, said in claims(text)] == [("Ada Quill", content)]


def test_quoted_name_of_a_quarter_is_no_claim() -> None:
    assert claims("Ada Quill enjoyed a “record” quarter.") == set()


def test_who_argues_behind_while_may_hang_on_the_verb_of_saying() -> None:
    text = (
        "Kenya said it was open to a ceasefire, while Ghana has made a truce conditional on the "
        "Kenyan forces’ withdrawal, arguing that the failure of talks left it with no choice."
    )
    assert {who for who, _, said in claims(text) if "failure" in said} == {"Ghana"}


def test_sentence_that_opens_the_next_quotation_does_not_close_the_one_before() -> None:
    text = (
        "Sani Bello met his guests. In an address, Ada Quill said that talks “have brought "
        "nothing. We have waited.” She said: “Nobody came to help us.”"
    )
    assert {who for who, _, _ in claims(text)} == {"Ada Quill"}


def test_a_source_that_a_clause_explains_closes_its_sentence() -> None:
    text = (
        "The guests are the ministers Otto Kern and Ivan Popko, who fled to the fort, the source, "
        "who had seen them, told Reuters."
    )
    said = "The guests are the ministers Otto Kern and Ivan Popko, who fled to the fort"
    assert claims(text) == {("source", "asserts", said)}


def test_nobody_is_quoted_who_is_named_only_in_what_another_tells_an_outlet() -> None:
    text = "Otto Kern fled to the fort, the source, who had seen him, told Reuters."
    assert triples(text, "quoted") == set()
    assert triples("Otto Kern told Reuters that he had fled.", "quoted") == {
        ("Reuters", "quoted", "Otto Kern")
    }
