"""Offices without a state in a text that speaks of one state."""

import pytest

from tests.reading import triples

_COUP = "Many accounts praise Ada Quill, Kenya's military leader. "


def test_an_ousted_president_is_of_the_one_state_the_text_speaks_of() -> None:
    found = triples(_COUP + "She overthrew civilian President Otto Kern in 2022.", "holds_office")
    assert found == {
        ("Ada Quill", "holds_office", "Kenya"),
        ("Otto Kern", "holds_office", "Kenya"),
    }


def test_a_president_is_of_no_state_where_the_text_names_two() -> None:
    text = _COUP + "Ghana protested when she overthrew President Otto Kern in 2022."
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Kenya")}


def test_a_former_minister_who_comments_may_be_from_elsewhere() -> None:
    text = _COUP + "Her plan has failed, according to former Foreign Minister Otto Kern."
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Kenya")}


def test_a_minister_is_of_the_one_state_a_text_keeps_returning_to() -> None:
    once = "Kenya has a new budget.\n\nIt was drawn up by Minister of Trade Otto Kern last week."
    assert triples(once, "holds_office") == set()
    often = once.replace("budget.", "budget. Kenya is in debt, the bank of Kenya said.")
    assert triples(often, "holds_office") == {("Otto Kern", "holds_office", "Kenya")}


def test_a_chairman_is_of_no_state() -> None:
    text = _COUP + "She met the former chairman Otto Kern."
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Kenya")}


def test_whoever_is_overthrown_held_the_office_that_another_holds() -> None:
    text = "In Kenya, President Ada Quill led the overthrow of elected President Otto Kern."
    assert triples(text, "holds_office") == {
        ("Ada Quill", "holds_office", "Kenya"),
        ("Otto Kern", "holds_office", "Kenya"),
    }


def test_a_state_has_several_deputy_prime_ministers() -> None:
    text = (
        "Kenya's Deputy Prime Minister Ada Quill spoke in Kenya's capital.\n\n"
        "Kenya told reporters that Deputy Prime Minister Otto Kern had drawn up the plan."
    )
    assert triples(text, "holds_office") == {
        ("Ada Quill", "holds_office", "Kenya"),
        ("Otto Kern", "holds_office", "Kenya"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kremlin said President Ada Quill would arrive in Sochi on Friday.", set()),
        (
            "Kyiv said Defence Minister Ada Quill had left.",
            {("Ada Quill", "holds_office", "Ukraine")},
        ),
        ("Amnesty International left. Foreign ministry spokesman Otto Kern said no.", set()),
        ("Gazprom stopped deliveries. Police spokesman Otto Kern said so.", set()),
        (
            "Gazprom stopped deliveries. Company spokesman Otto Kern said so.",
            {("Otto Kern", "holds_office", "Gazprom")},
        ),
    ],
)
def test_an_office_is_not_of_whoever_was_named_before_where_its_words_tell_another(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert triples(text, "holds_office") == expected
