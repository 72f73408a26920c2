"""Who denies what is called nonsense before it is told, and what nobody claims."""

from __future__ import annotations

import pytest

from tests.reading import claims


@pytest.mark.parametrize(
    "words",
    [
        "has described as “fake news” reports that",
        "has dismissed as a blatant lie, media reports that",
        "dismissed as “a lie” the reports that",
    ],
)
def test_what_is_called_false_before_it_is_told_is_denied_and_nobodys_claim(words: str):
    found = claims(f"Kenya {words} its troops had killed eleven civilians.")
    assert found == {("Kenya", "denies", "its troops had killed eleven civilians")}


@pytest.mark.parametrize(
    "text",
    [
        "An audio clip purported to be of Otto Kern is being circulated.",
        "There is a fake video on Kumasi going around, purporting to be from the BBC.",
    ],
)
def test_what_a_thing_purports_to_be_is_no_claim(text: str):
    assert claims(text) == set()
