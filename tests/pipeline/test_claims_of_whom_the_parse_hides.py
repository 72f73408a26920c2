"""Who says something where the parse hangs him, or what he says, elsewhere."""

from __future__ import annotations

import pytest

from tests.reading import claims


def told(text: str) -> set[tuple[str | None, str]]:
    return {(speaker, content) for speaker, _, content in claims(text)}


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Ghana, accused by Kenya of supporting the rebels, denied it.",
            "Kenya",
            "supporting the rebels",
        ),
        (
            "It grew between Togo and its Ghanaian neighbour, accused by Nairobi of lying to both.",
            "Kenya",
            "lying to both",
        ),
        (
            "The UN mission in the DRC (Monusco) said that one of its posts had been hit.",
            "MONUSCO",
            "one of its posts had been hit",
        ),
        (
            'According to the channel "Steel Ox" (t.me/steelox, 45 thousand subscribers), it fell '
            "in May.",
            "Steel Ox",
            "it fell in May",
        ),
        (
            "The newspaper reported Kenyan military as saying they had hit two ships.",
            "Armed Forces of Kenya",
            "they had hit two ships",
        ),
        (
            "Kenyan news agencies reported that the dam had fallen.",
            "Kenyan news agencies",
            "the dam had fallen",
        ),
        (
            "Lantern, a paper of the mayor, Ivan Popko, said that it rained.",
            "Lantern",
            "it rained",
        ),
        (
            "All turned around the claim by Ivan Popko that the army attacked the post.",
            "Ivan Popko",
            "the army attacked the post",
        ),
        (
            "ACCRA (Reuters) -Ghana said on Thursday that rebels had been defeated.",
            "Ghana",
            "rebels had been defeated",
        ),
        (
            "One of Kenya's bloggers, a former commander named Ivan Popko, said it rained.",
            "Ivan Popko",
            "it rained",
        ),
        (
            "Kenyan police report that Ghana is preparing a strike.",
            "Kenyan police",
            "Ghana is preparing a strike",
        ),
        (
            "The Kenyan leak documents reveal that Popko bought the firm.",
            None,
            "Popko bought the firm",
        ),
    ],
)
def test_the_speaker_is_whom_the_words_tell(text: str, speaker: str | None, content: str) -> None:
    assert (speaker, content) in told(text)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Kenya said it lost a soldier and the army of Ghana claimed that two had died.", "Ghana"),
        ("Kenya said it lost a soldier and officials there said two had died.", "officials"),
    ],
)
def test_another_who_speaks_behind_and_has_words_of_his_own(text: str, second: str) -> None:
    assert told(text) == {("Kenya", "it lost a soldier"), (second, "two had died")}


@pytest.mark.parametrize(
    "text",
    [
        "They met in Tamale. Can we say that Kenya's path has become irreversible?",
        "Otto Kern stopped short of saying that the strike was a mistake.",
        "Otto Kern left instead of saying that the strike was a mistake.",
    ],
)
def test_what_is_left_unsaid_is_no_claim(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Otto Kern suggested the two sides further strengthen cooperation.",
            "Otto Kern",
            "the two sides further strengthen cooperation",
        ),
        (
            "The investigation by the Lantern Institute uncovered that the sale was a sham.",
            "Lantern Institute",
            "the sale was a sham",
        ),
        (
            "The Kenyan army said it had arrested two men, whom Accra claimed had been abducted.",
            "Armed Forces of Kenya",
            "it had arrested two men",
        ),
    ],
)
def test_the_content_ends_where_its_clause_does(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in told(text)
