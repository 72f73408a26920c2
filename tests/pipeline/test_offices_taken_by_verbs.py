"""Verbs of ruling and commanding, and the titles of more bodies."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill presides over the Reef Institute.",
        "Ada Quill runs the Reef Institute.",
        "Ada Quill took the helm at the Reef Institute in May.",
        "The registrar of the Reef Institute, Ada Quill, left.",
        "Reef Institute treasurer Ada Quill left.",
        "The Reef Institute's exiled president Ada Quill left.",
        "Ada Quill was reappointed as director of the Reef Institute.",
    ],
)
def test_who_presides_over_or_runs_a_body_holds_an_office(text: str) -> None:
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Reef Institute")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill runs the Reef Institute's website.",
        "Kenya sacked minister Ada Quill.",
        "Israel killed commander Ada Quill.",
        "The rebels took power in Kenya.",
        "Ada Quill took over the army's barracks.",
    ],
)
def test_no_office_is_read_from_who_is_hit_or_what_is_taken(text: str) -> None:
    assert triples(text, "holds_office") == set()


def test_power_taken_and_command_assumed_are_offices() -> None:
    ruler = {("Ada Quill", "holds_office", "Kenya")}
    assert triples("Ada Quill seized power in Kenya.", "holds_office") == ruler
    commander = {("Ada Quill", "holds_office", "5th Brigade")}
    assert triples("Ada Quill assumed command of the 5th Brigade.", "holds_office") == commander
