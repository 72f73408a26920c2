"""The work on a text grows with its length, also where one sentence or list makes up all of it.

What is counted are calls, which no other program on the machine changes, of a text and of one four
times as long.
"""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable

import pytest

from graph import ids
from graph.model import Document
from ingest.extract import Extractor

SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
MOST_TIMES = 6.0  # four times the length, and what is read once a document or looked up anew


def name(number: int) -> str:
    """A capitalised word that no other number gives."""
    first, second, third = number % 70, number // 70 % 70, number // 4_900
    return (SYLLABLES[first] + SYLLABLES[second] + SYLLABLES[third] + "n").capitalize()


def people(count: int) -> str:
    return ", ".join(f"{name(2 * n)} {name(2 * n + 1)}" for n in range(count))


TEXTS: dict[str, Callable[[int], str]] = {
    "paragraphs of channels": lambda n: "\n\n".join(
        ["The Telegram channel Lantern, with 64,000 subscribers, said that Kenya had won."] * n
    ),
    "a list of channels": lambda n: (
        "Channels such as "
        + ", ".join(f"{name(i)} ({1_000 + i} subscribers)" for i in range(n))
        + " said that Kenya had won."
    ),
    "a list of people": lambda n: f"Otto Kern met {people(n)} in Accra.",
    "treaties": lambda n: f"Kenya signed {', '.join(f'the {name(i)} Treaty' for i in range(n))}.",
    "verbs of saying": lambda n: " ".join(f"{name(i)} said that" for i in range(n)),
    "capitals": lambda n: " ".join(map(name, range(n))),
}


def document(text: str) -> Document:
    digest = ids.sha256(text)
    return Document(ids.document_id(text), text, digest, digest, "text", "test")


def calls(extractor: Extractor, text: str) -> int:
    profile = cProfile.Profile()
    profile.runcall(extractor.extract, document(text))
    total: int = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]
    return total


@pytest.mark.parametrize("kind", TEXTS)
def test_work_grows_with_the_length_of_a_text(kind: str) -> None:
    extractor = Extractor()
    calls(extractor, TEXTS[kind](5))  # what is loaded once
    assert calls(extractor, TEXTS[kind](400)) / calls(extractor, TEXTS[kind](100)) < MOST_TIMES


def test_a_run_of_two_thousand_capitalised_words_is_read() -> None:
    letters = "abcdefghijklmnopqrst"
    words = [
        f"Zor{letters[n // 400]}{letters[n // 20 % 20]}{letters[n % 20]}" for n in range(2_000)
    ]
    text = " ".join(words)
    found = Extractor().extract(document(text))
    assert all(text[m.start : m.end] == m.text for e in found.entities for m in e.mentions)
