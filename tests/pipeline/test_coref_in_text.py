"""Who "he", "the spokeswoman" and "the ministry" are."""

from __future__ import annotations

import pytest

from ingest.nlp.findings import Findings, findings
from ingest.nlp.pipeline import load
from tests.reading import claims


def taken_up(text: str) -> list[tuple[str, str]]:
    """Every coreferent mention with the name it stands for."""
    found: Findings = findings(load()(text))
    actors = {**found.entities, **found.channels}
    every = [m for actor in actors.values() for m in actor.mentions if m.kind == "coref"]
    every.sort(key=lambda m: m.start)
    return [(found.tokens.span_text(m.start, m.end), actors[m.entity].name) for m in every]


def test_a_pronoun_takes_up_the_subject_rather_than_the_last_name() -> None:
    pairs = taken_up("Boris Pistorius met Mark Rutte in Berlin. He promised more help.")
    assert pairs == [("He", "Boris Pistorius")]


def test_she_skips_a_man_named_last() -> None:
    pairs = taken_up("Maria Zakharova criticised Mark Rutte. She called the plan reckless.")
    assert pairs == [("She", "Maria Zakharova")]


def test_a_pronoun_inside_a_quotation_is_left_alone() -> None:
    pairs = taken_up("Mark Rutte answered at once. “He knows nothing of this,” a guest shouted.")
    assert pairs == []


def test_a_definite_title_takes_up_the_person_so_titled() -> None:
    pairs = taken_up(
        "Foreign Minister Andrii Sybiha spoke first, then Mark Rutte. The minister left early."
    )
    assert ("The minister", "Andrii Sybiha") in pairs


def test_a_title_that_goes_on_is_somebody_else() -> None:
    pairs = taken_up(
        "Foreign Minister Andrii Sybiha spoke. The minister of Estonia for culture was absent."
    )
    assert pairs == []


def test_the_ministry_is_the_last_ministry_named() -> None:
    pairs = taken_up("The French Foreign Ministry protested. The ministry gave no details.")
    assert pairs == [("The ministry", "Ministry of Foreign Affairs of France")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Emmanuel Macron rang. The French president hung up.", ("president", "Emmanuel Macron")),
        ("Paul Kagame left. The president of Rwanda smiled.", ("president", "Paul Kagame")),
        ("Kaja Kallas left. Estonia's prime minister smiled.", ("minister", "Kaja Kallas")),
        ("The Polish premier left. Donald Tusk smiled.", ("premier", "Donald Tusk")),
    ],
)
def test_a_leader_of_a_state_is_who_is_known_to_have_led_it(
    text: str, pair: tuple[str, str]
) -> None:
    assert taken_up(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "Joe Biden met Donald Trump. The American president smiled.",  # which of them?
        "Sergey Lavrov left. The Russian president smiled.",
        "Emmanuel Macron rang. The former French president hung up.",
        "Emmanuel Macron rang. The French president, Henrik Aldren, hung up.",
    ],
)
def test_a_leader_of_a_state_is_left_open_where_it_is_not_clear_who(text: str) -> None:
    assert taken_up(text) == []


def test_him_is_never_who_does_it_to_him() -> None:
    pairs = taken_up("Mark Rutte flew to Kyiv, where Boris Pistorius received him.")
    assert pairs == [("him", "Mark Rutte")]


def test_the_minister_is_no_prime_minister() -> None:
    text = "Foreign Minister Mark Rutte met Prime Minister Henrik Aldren. The minister left."
    assert taken_up(text) == [("The minister", "Mark Rutte")]


def test_he_in_a_quotation_opened_again_is_left_alone() -> None:
    text = (
        'Ivan Popko spoke. "He is said to have left Kenya. "He entered Ghana in 2000 and he has '
        'trained," Mr Popko said.'
    )
    assert taken_up(text) == []


def test_who_was_led_is_no_leader() -> None:
    text = (
        "Ada Quill runs a mosque in Accra, where Mr Kern had worshipped. Ms Quill says Mr Kern is "
        "a thief. The mosque leader says Mr Kern was easily led."
    )
    assert ("Ada Quill", "asserts", "Mr Kern was easily led") in claims(text)
