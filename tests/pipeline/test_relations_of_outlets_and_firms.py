"""Who owns, runs and quotes, and where things sit, in the words in which news tells it."""

from __future__ import annotations

import pytest

from tests.reading import triples

OWNS, RUNS, QUOTED, IN = "owns", "runs", "quoted", "located_in"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill retained control of Sable Media.",
        "Ada Quill's takeover of Sable Media was approved.",
        "Among the assets of Ada Quill is Sable Media.",
        "The assets of Ada Quill include Sable Media.",
        "Ada Quill bought up Sable Media.",
    ],
)
def test_owners_take_over_keep_and_count_among_their_assets(text: str) -> None:
    assert triples(text, OWNS) == {("Ada Quill", OWNS, "Sable Media")}


def test_who_controls_no_body_owns_none() -> None:
    assert triples("Ada Quill took control of the room at Sable Media.", OWNS) == set()


@pytest.mark.parametrize(
    "text",
    [
        "At the helm of Sable Media stands Ada Quill.",
        "Ada Quill sits at the helm of Sable Media.",
        "Sable Media, fronted by Ada Quill, closed.",
        "Ada Quill oversees Sable Media.",
    ],
)
def test_who_is_at_the_helm_runs_it_wherever_the_sentence_puts_them(text: str) -> None:
    assert triples(text, RUNS) == {("Ada Quill", RUNS, "Sable Media")}


@pytest.mark.parametrize(
    "text",
    [
        "Otto Kern disclosed to Politico that it was over.",
        "Quoted in Politico, Otto Kern denied it.",
        "Otto Kern told a reporter for Politico that it was over.",
        "Politico attributed the denial to Otto Kern.",
        "Otto Kern made the accusation on Politico.",
    ],
)
def test_whom_an_outlet_hears_it_quotes(text: str) -> None:
    assert triples(text, QUOTED) == {("Politico", QUOTED, "Otto Kern")}


@pytest.mark.parametrize(
    "text", ["Otto Kern said nothing to Politico.", "Otto Kern declared war on Politico."]
)
def test_whom_an_outlet_does_not_hear_it_does_not_quote(text: str) -> None:
    assert triples(text, QUOTED) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The Reef Institute closed its Tamale office.",
        "The Tamale bureau of the Reef Institute moved.",
        "Tamale is home to the Reef Institute.",
        "The Reef Institute, of Tamale, agreed.",
        "The Reef Institute has its seat in Tamale.",
    ],
)
def test_bodies_sit_where_their_offices_are(text: str) -> None:
    assert triples(text, IN) == {("Reef Institute", IN, "Tamale")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill in Accra for talks on grain",
        "Ada Quill, in Accra for a third round of talks, agreed.",
        "Ada Quill, in Accra on a visit, agreed.",
    ],
)
def test_who_is_somewhere_for_talks_has_come(text: str) -> None:
    assert triples(text, "visited") == {("Ada Quill", "visited", "Accra")}


def test_who_is_somewhere_for_years_has_not_come_on_an_errand() -> None:
    assert triples("Ada Quill, in Accra for years, agreed.", "visited") == set()
