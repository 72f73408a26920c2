"""Texts that end anywhere: a page cut off, a preview, a post without its last words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.extract import Extractor
from ingest.nlp.findings import findings
from ingest.nlp.pipeline import load
from tests.factories import document
from tests.reading import read

EXAMPLES = Path(__file__).parents[2] / "examples"
PIECES = 600
# What a rule may look behind for, at the very end of a text.
ENDS = ("", "(", "“", ",", "that", "in", "-", "a phrase", "of", "by", "RT @x_y", ";", ":", "[6]")


def pieces() -> Iterator[str]:
    """Stretches of the example articles, cut in the middle of sentences."""
    chance = random.Random(11)  # noqa: S311 - places to cut, not secrets
    articles = sorted(p for p in EXAMPLES.iterdir() if p.suffix in {".md", ".txt", ".html"})
    texts = [path.read_text(encoding="utf8").split(" ") for path in articles]
    for number in range(PIECES):
        words = chance.choice(texts)
        start = chance.randrange(len(words))
        piece = " ".join(words[start : start + chance.randrange(3, 50)])
        yield f"{piece.rstrip('.!?”')} {ENDS[number % len(ENDS)]}".strip()


def test_no_rule_looks_beyond_the_end_of_a_text() -> None:
    for doc in load().pipe(pieces(), batch_size=32):
        assert all(claim.end <= len(doc) for claim in findings(doc).claims)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has read it more than the largest channel in Kenya, Lantern",
        "The fighting went on in several directions in the Kursk region",
        "It named those who, according to an unnamed European official, Russia's",
        "They have told Moscow that they would take it, could and",
        "Milan Kostic called it “a trap,” a phrase",
        "Hackers claim they gained access to it, ordering",
        "Popko leads the Lantern (",
    ],
)
def test_a_sentence_cut_off_is_read(text: str) -> None:
    assert len(findings(load()(text)).tokens)


@pytest.mark.parametrize(
    "text",
    [
        "New US sanctions target Gazprom",
        "The account of",
        "Ada Quill did not respond to",
        "The raid, which Kenya condemned as",
        "Olena Marchuk was shown greeting her guest and",
        "Ivan Popko told the 187,000 people who follow him on",
        "The blogger was born",
        "The claims that Kenya attacked Ghana are",
        "and Niger) and two dialogue partners (Chad",
        "Sable Media is owned by Goran Stilić, a former adviser to the Sable Party, and",
        "“It is over,” the Blue Kettle channel wrote on Telegram",
        "A blogger calling",
        "They came to the Republic of",
        "Ministry of Industry and Trade",
        "Ivan Popko said that the dam had been mined, a claim Olena Marchuk has denied",
    ],
)
def test_a_text_that_ends_with_a_word_is_read(text: str) -> None:
    assert read(text).tokens.stored == f"{text}\n"


def test_what_is_cited_ends_with_the_text() -> None:
    text = "Kenya attacked Ghana"
    found = Extractor().extract(document(text))
    assert [(r.start, r.end) for r in found.relations] == [(0, len(text))]
    assert max(m.end for entity in found.entities for m in entity.mentions) == len(text)
