"""The sentences that state relations, and how what is found in them is counted."""

from __future__ import annotations

import pytest
import typer
from typer.testing import CliRunner

from evaluation import bank
from evaluation.labels import RELATIONS
from evaluation.tally import Tally
from tests.reading import read


def test_every_type_has_its_sentences_in_two_halves_that_share_none() -> None:
    for type_ in bank.types():
        halves = [bank.read(type_, half) for half in bank.HALVES]
        texts = [item.text for half in halves for item in half]
        assert len(texts) == len(set(texts)) == 70
        stated = {relation for half in halves for item in half for _, relation, _ in item.relations}
        assert type_ in stated <= RELATIONS


@pytest.mark.parametrize(
    ("text", "relations", "tally"),
    [
        ("Ada Quill visited Ghana.", [("Ada Quill", "visited", "Ghana")], Tally(1, 0, 0)),
        ("Ada Quill visited Ghana.", [("Ghana", "visited", "Ada Quill")], Tally(0, 1, 1)),
        ("Ada Quill met Otto Kern.", [("Otto Kern", "met_with", "Quill")], Tally(1, 0, 0)),
        ("Kenyan troops attacked Tamale.", [("Kenya", "fought_at", "Tamale")], Tally(1, 0, 0)),
        ("Ada Quill left.", [("Ada Quill", "visited", "Ghana")], Tally(0, 0, 1)),
    ],
)
def test_relations_count_by_their_ends_and_direction(
    text: str, relations: list[bank.Triple], tally: Tally
) -> None:
    assert bank.score(bank.Stated(text, tuple(relations)), read(text)).tally == tally


def test_nothing_of_the_held_half_is_shown_but_sums() -> None:
    app = typer.Typer()
    app.command()(bank.main)
    shown = " ".join(CliRunner().invoke(app, ["visited", "-v"]).output.split())
    assert "missed" in shown
    assert not [item for item in bank.read("visited", "held") if item.text[:40] in shown]


def test_a_type_without_sentences_is_refused_by_name() -> None:
    app = typer.Typer()
    app.command()(bank.main)
    result = CliRunner().invoke(app, ["orbited"])
    assert result.exit_code == 2
    assert "orbited" in result.output
