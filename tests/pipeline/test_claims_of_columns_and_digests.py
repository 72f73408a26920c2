"""Claims as columns, threads and digests word them: claims about English."""

from __future__ import annotations

import pytest

from ingest.nlp.layout import headings, quotes
from tests.reading import claims, read


def said(text: str) -> set[tuple[str | None, str]]:
    return {(who, what) for who, _, what in claims(text)}


@pytest.mark.parametrize(
    "words",
    [
        "says so",
        "says so too",
        "thinks so as well",
        "admits as much",
        "has said the same for years",
    ],
)
def test_who_says_so_says_what_was_said_before(words: str) -> None:
    text = f"Otto Kern said that the ban works. Ada Quill {words}."
    assert {("Otto Kern", "the ban works"), ("Ada Quill", "the ban works")} <= said(text)


def test_who_says_the_opposite_denies_what_was_said_before() -> None:
    found = claims("Otto Kern said that the ban works. Ada Quill claims the opposite.")
    assert ("Ada Quill", "denies", "the ban works") in found


def test_who_repeats_a_denial_denies_too() -> None:
    found = claims("Otto Kern said that no ship was hit. Ada Quill says so too.")
    assert {stance for _, stance, _ in found} == {"denies"}


@pytest.mark.parametrize(
    "text",
    [
        "Otto Kern said that the ban works. Ada Quill said so many were hurt that help came late.",
        "Ghana says so, Kenya says so.",
    ],
)
def test_so_is_no_content_where_none_was_told_or_it_goes_on(text: str) -> None:
    assert not {who for who, what in said(text) if "says so" in what or what == "the ban works"} - {
        "Otto Kern"
    }


@pytest.mark.parametrize("verb", ["shrugged", "smirked", "sighed", "drawled"])
def test_a_short_sentence_in_quotes_is_told_by_a_gesture(verb: str) -> None:
    assert said(f"“It is old”, Ada Quill {verb}.") == {("Ada Quill", "It is old")}


def test_words_in_quotes_before_a_verb_of_another_kind_are_no_speech() -> None:
    assert said("“It is old”, Ada Quill played for an hour.") == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A third goes through Ghana, whose president insists his country is neutral.",
         "president of Ghana"),
        ("Ada Quill runs the Reef Institute, whose director said his country is neutral.",
         "director of Reef Institute"),
    ],
)  # fmt: skip
def test_whose_president_is_named_by_whom_he_is_of_and_says_only_his_own(
    text: str, who: str
) -> None:
    assert said(text) == {(who, "his country is neutral")}


@pytest.mark.parametrize(
    "text",
    [
        "It told of protests in Lima, which Ada Quill called “the agony of a land”.",
        "He praised the pact, which Ada Quill described as the agony of a land.",
    ],
)
def test_what_somebody_calls_something_in_a_relative_clause_is_a_claim(text: str) -> None:
    assert ("Ada Quill", "the agony of a land") in said(text)


def test_whoever_is_rung_up_is_called_nothing() -> None:
    assert said("The minister whom Ada Quill called on Monday left.") == set()


def test_unnamed_speakers_are_not_called_by_a_pronoun() -> None:
    found = read("The port said no. Its spokeswoman told us the ship had been inspected.")
    assert not any(e.name.lower().startswith("its ") for e in found.entities.values())


DIGEST = """THE SHOWS

Ministers were out with one message.

Vice President Ada Quill on Meet the Nation

- On the strikes: “We are not at war with Ghana.”
- On peace: “We do not want war.”

Foreign Secretary Otto Kern on Sunday Talk

“It will depend on what Ghana does.”
"""


def test_quotations_below_a_heading_are_of_the_person_it_names() -> None:
    assert said(DIGEST) == {
        ("Ada Quill", "We are not at war with Ghana."),
        ("Ada Quill", "We do not want war."),
        ("Otto Kern", "It will depend on what Ghana does."),
    }


@pytest.mark.parametrize(
    "heading", ["Otto Kern and Emil Radev on Sunday Talk", "Otto Kern spoke on Sunday Talk"]
)
def test_a_heading_with_two_people_or_a_verb_says_not_who_speaks(heading: str) -> None:
    found = read(f"THE SHOWS\n\n{heading}\n\n“It will depend on Ghana.”\n")
    (quote,) = quotes.find(found.tokens)
    assert headings.speaker_above(found, quote) is None


INTERVIEW = """Ada Quill has taught in Accra for years. I recently spoke with Quill by phone.

How do you think the world got here?

I think all the trouble started at the summit in Lima.

You said that Ghana would join. Does that help anybody?

If Ghana joins, its neighbours will close the border.

You keep saying that. It seems like an issue for Ghana to decide.

It is not a matter of law and never was.
"""


def test_paragraphs_take_turns_in_a_talk_whose_questions_need_no_mark() -> None:
    found = said(INTERVIEW)
    assert ("Ada Quill", "It is not a matter of law and never was") in found
    assert not any("seems like an issue" in what for who, what in found if who == "Ada Quill")


def test_a_column_that_asks_its_readers_is_no_interview() -> None:
    column = INTERVIEW.replace("I recently spoke with Quill by phone.", "She retired last year.")
    assert ("Ada Quill", "It is not a matter of law and never was") not in said(column)


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The court was convinced that it fell in May.", "court", "it fell in May"),
        ("Ada Quill was persuaded that it would hold.", "Ada Quill", "it would hold"),
        ("“He told me it was old,” Ada Quill remembered.", "Ada Quill", "He told me it was old,"),
        ("Three former collaborators told us that it fell.", "Three former collaborators",
         "it fell"),
    ],
)  # fmt: skip
def test_states_of_mind_memories_and_people_by_their_ties_are_somebodys(
    text: str, who: str, what: str
) -> None:
    assert (who, what) in said(text)


def test_whoever_ridicules_a_claim_mocks_what_was_claimed() -> None:
    found = claims("Ada Quill said that the village fell. Otto Kern ridiculed the claim.")
    assert ("Otto Kern", "mocks", "the village fell") in found
