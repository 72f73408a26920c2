"""Quotations that hold others, are parted by who says them, or stand before a gesture."""

from __future__ import annotations

import pytest

from tests.reading import claims, named, read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '"For whom is “simply curious”, the tale of "just reading" is no excuse. He will '
            'pay," Ada Quill said.',
            'For whom is “simply curious”, the tale of "just reading" is no excuse. He will pay,',
        ),
        (
            '“He told me "it will burn" and left,” Ada Quill said.',
            'He told me "it will burn" and left,',
        ),
        ('“We left," Ada Quill said. “They stayed.”', "They stayed."),
        ('"We left," Ada Quill said. "They stayed."', "They stayed."),
    ],
)
def test_a_quotation_holds_others(text: str, said: str) -> None:
    assert ("Ada Quill", said) in {(who, content) for who, _, content in claims(text)}


def test_a_content_keeps_the_mark_that_closes_its_quotation() -> None:
    assert ("Ada Quill", "asserts", "a battle against what she called “inner enemies”") in claims(
        "Ada Quill announced a battle against what she called “inner enemies”."
    )


def test_the_rhetorical_questions_of_a_columnist_make_no_interview() -> None:
    found = claims(
        "Ada Quill met Otto Kern in Accra. Ada Quill was pleased.\n\n"
        "So how do you think Kenya has answered?\n\n"
        "I had to read it twice. The bridge is to be given away.\n\n"
        "“It will not stand,” wrote the Daily Lantern.\n\n"
        "But why the praise?\n\n"
        "“Nobody needs a bridge,” wrote the Daily Lantern.\n\n"
        "And does it matter?\n\n"
        "We cannot know. The river is wide.\n"
    )
    assert not {content for _, _, content in found} & {
        "The bridge is to be given away",
        "The river is wide",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "“The bridge,” Otto Kern explained, “was never safe.”",
            {"The bridge,” Otto Kern explained, “was never safe."},
        ),
        (
            "“After the rain of May,” Otto Kern told Radio Delta, “it had to close.”",
            {"After the rain of May,” Otto Kern told Radio Delta, “it had to close."},
        ),
        (
            "“We left,” Otto Kern said, “because it rained.”",
            {"We left,", "because it rained."},
        ),
    ],
)
def test_a_sentence_parted_by_who_says_it_is_one_content(text: str, said: set[str]) -> None:
    assert claims(text) == {("Otto Kern", "asserts", content) for content in said}


def test_a_gesture_opens_the_next_quotation() -> None:
    assert claims(
        "“It burned,” says Marta Holub. “The flour, the ovens, the lot.” Otto Kern nods. “It is "
        "over,” he says."
    ) == {
        ("Marta Holub", "asserts", "It burned,"),
        ("Marta Holub", "asserts", "The flour, the ovens, the lot."),
        ("Otto Kern", "asserts", "It is over,"),
    }


def test_what_the_speaker_does_behind_a_quotation_is_no_content() -> None:
    assert ("Otto Kern", "asserts", "our men hold the bridge") in claims(
        "Otto Kern wrote that “our men hold the bridge” but gave no proof."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Otto Kern's claim that the bridge was safe was rejected by Ada Quill.",
            {
                ("Otto Kern", "asserts", "the bridge was safe"),
                ("Ada Quill", "denies", "the bridge was safe"),
            },
        ),
        (
            "Otto Kern's message was simple: the bridge must go.",
            {("Otto Kern", "asserts", "the bridge must go")},
        ),
        (
            "Otto Kern was one of the first to say that the bridge was old.",
            {("Otto Kern", "asserts", "the bridge was old")},
        ),
        ("What Otto Kern said next shocked them: the bridge had been sold.", set()),
        (
            "What Otto Kern said was that the bridge stands.",
            {("Otto Kern", "asserts", "the bridge stands")},
        ),
        ("The mayor in a statement warned of floods.", {("mayor", "asserts", "floods")}),
        (
            "In other words, the bridge is to go: according to the BBC.",
            {("BBC", "asserts", "In other words, the bridge is to go")},
        ),
    ],
)
def test_contents_of_nouns_and_sources(text: str, said: set[tuple[str, str, str]]) -> None:
    assert claims(text) == said


def test_a_rumour_ends_with_its_clause() -> None:
    assert (None, "asserts", "the president was ill") in claims(
        "Rumours swirled that the president was ill; her office was silent."
    )


def test_one_of_them_is_of_those_who_spoke() -> None:
    found = read("Two officials said the deal was dead. One of them added that talks may resume.")
    assert len({claim.speaker for claim in found.claims}) == 1
    assert len(found.claims) == 2


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Otto Kern sent an email, dated 3 May 2013, to the Harrow Group requesting it to pay.",
            ("Otto Kern", "2013-05-03"),
        ),
        (
            "A report by the BBC, dated October 13, 2020, shows a bridge. According to the report, "
            "the bridge is old.",
            ("BBC", "2020-10-13"),
        ),
    ],
)
def test_the_date_of_a_text_is_that_of_what_it_says(text: str, date: tuple[str, str]) -> None:
    found = read(text)
    assert {(c.speaker and named(found, c.speaker), c.date) for c in found.claims} == {date}


def test_a_quotation_without_a_verb_goes_on_from_the_one_before() -> None:
    found = claims(
        "“There will be talks,” Otto Kern told Radio Delta. “Late in the year, by the river.”"
    )
    assert ("Otto Kern", "asserts", "Late in the year, by the river.") in found
    assert not claims("He praised the film. “The Sound of Water.” It was late.")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A nurse who asked to be called Vera Lindt said that the ward was full.", "Vera Lindt"),
        ("A woman who gave her name as Marta Holub said the ward was full.", "Marta Holub"),
        ("A driver who asked Otto Kern for help said that the road was closed.", "driver"),
    ],
)
def test_the_name_somebody_gives_is_his(text: str, who: str) -> None:
    assert {name and name.split(" who")[0] for name, _, _ in claims(text)} == {who}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The footage is from Accra, as Ada Quill, an analyst, pointed out.",
            {("Ada Quill", "asserts", "The footage is from Accra")},
        ),
        (
            "The raid was, in Otto Kern's words, “a mistake of historic size”.",
            {("Otto Kern", "asserts", "a mistake of historic size")},
        ),
        ("What Otto Kern calls “a trap” was a raid.", {("Otto Kern", "asserts", "a trap")}),
        ("Ada Quill demanded that Kern resign.", {("Ada Quill", "asserts", "Kern resign")}),
        ("The bank denies any wrongdoing.", {("bank", "denies", "any wrongdoing")}),
        (
            "In a statement posted on Facebook, the union said the strike would go on.",
            {("union", "asserts", "the strike would go on")},
        ),
    ],
)
def test_sources_and_wishes_in_few_words(text: str, said: set[tuple[str, str, str]]) -> None:
    assert claims(text) == said


@pytest.mark.parametrize("opening", ["", '"'])
def test_who_is_named_behind_the_last_paragraph_said_those_before(opening: str) -> None:
    text = (
        '"I spoke to the mayor about the dam.\n\n'
        f'{opening}It is vital that both sides wait," Ada Quill said. She left.'
    )
    assert {(who, said) for who, _, said in claims(text)} == {
        ("Ada Quill", "I spoke to the mayor about the dam."),
        ("Ada Quill", "It is vital that both sides wait,"),
    }


@pytest.mark.parametrize(
    ("opening", "content"),
    [
        ("He also pledged to “end this war and go home.”", "end this war and go home"),
        ("He told reporters “we will end this war now.”", "we will end this war now."),
    ],
)
def test_words_that_open_the_next_quotation_do_not_close_the_one_before(
    opening: str, content: str
) -> None:
    assert claims(f"Otto Kern said that Togo “will never be scared by anyone.” {opening}") == {
        ("Otto Kern", "asserts", "Togo “will never be scared by anyone.”"),
        ("Otto Kern", "asserts", content),
    }


def test_a_clause_that_tells_of_the_quotation_before_it_is_nobodys_words() -> None:
    found = claims(
        "“We do not want to make the same mistakes that we made with Kenya on fossil fuels,” which "
        "Togo was very dependent on, “with Ghana, where we do not want to be too dependent for the "
        "things that we need. That is why it matters,” Otto Kern said."
    )
    assert {(name, what) for name, _, what in found} == {
        (
            "Otto Kern",
            "We do not want to make the same mistakes that we made with Kenya on fossil fuels,",
        ),
        (
            "Otto Kern",
            "with Ghana, where we do not want to be too dependent for the things that we need. "
            "That is why it matters,",
        ),
    }


def test_a_belief_told_behind_the_marks_is_no_content_by_itself() -> None:
    found = claims(
        "Ada Quill met Otto Kern in Accra. Quill said the two leaders discussed the war and "
        "“reaffirmed our shared belief” that the use of force is “unacceptable.”"
    )
    assert "our shared belief" not in {what for _, _, what in found}


@pytest.mark.parametrize("joint", [" and that ", ", and that "])
def test_a_second_quotation_behind_a_that_of_its_own_is_a_claim(joint: str) -> None:
    text = f"Otto Kern stressed that “Kenya needs the port”{joint}“talks with Ghana bring peace.”"
    assert claims(text) == {
        ("Otto Kern", "asserts", "Kenya needs the port"),
        ("Otto Kern", "asserts", "talks with Ghana bring peace."),
    }
