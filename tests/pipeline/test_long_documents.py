"""Texts longer than spaCy takes in one go: parsed in pieces, understood as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import ids
from graph.model import Document
from ingest import extract
from ingest.extract import Extractor, pieces

PARAGRAPH = (
    "Foreign Minister Andrii Sybiha said that the bridge was safe. Sybiha visited Warsaw on "
    "Monday. A Telegram channel with 64,000 subscribers denied it."
)


def document(text: str) -> Document:
    digest = ids.sha256(text)
    return Document(ids.document_id(text), text, digest, digest, "text", "test")


@given(st.text(alphabet="ab \n", max_size=300), st.integers(4, 50))
def test_pieces_joined_are_the_text_and_none_is_too_long(text: str, size: int) -> None:
    cut = pieces(text, size)
    assert "".join(cut) == text
    assert max(map(len, cut)) <= size


def test_a_text_read_in_pieces_gives_what_it_gives_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join([PARAGRAPH] * 6)
    whole = Extractor().extract(document(text)).to_json()
    monkeypatch.setattr(extract, "PIECE", len(PARAGRAPH) * 2 + 10)
    monkeypatch.setattr(extract.pieces, "__defaults__", (len(PARAGRAPH) * 2 + 10,))
    assert Extractor().extract(document(text)).to_json() == whole


def test_long_and_short_documents_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "PIECE", 200)
    monkeypatch.setattr(extract.pieces, "__defaults__", (200,))
    texts = ["Oslo is quiet.", "\n\n".join([PARAGRAPH] * 3), "Riga is quiet.", "Lviv is quiet."]
    given_ = [document(text) for text in texts]
    assert [d.id for d, _ in Extractor().pipe(given_)] == [d.id for d in given_]
