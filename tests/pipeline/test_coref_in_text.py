"""Who "he", "the spokeswoman" and "the ministry" are."""

from __future__ import annotations

from ingest.nlp.findings import Findings, findings
from ingest.nlp.pipeline import load


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
