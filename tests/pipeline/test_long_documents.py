"""Texts longer than spaCy takes in one go: parsed in pieces, understood as a whole."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

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


def test_a_text_of_many_tokens_is_read_in_pieces_and_gives_what_it_gives_in_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "\n\n".join([PARAGRAPH] * 6)
    whole = Extractor().extract(document(text)).to_json()
    monkeypatch.setattr(extract, "PIECE_TOKENS", 60)
    assert Extractor().extract(document(text)).to_json() == whole


def test_a_word_without_end_is_cut_into_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "PIECE_TOKENS", 100)
    marks = "(" * 1_010
    doc = Doc.from_docs(list(Extractor()._cut(marks)), ensure_whitespace=False)
    assert doc is not None
    assert doc.text == marks


def test_no_more_documents_are_held_than_are_parsed_in_one_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(extract, "PIECE_TOKENS", 9)
    taken: list[int] = []

    def documents() -> Iterator[Document]:
        for number in range(6):
            taken.append(number)
            yield document(f"Ship {number} is quiet.")  # five tokens

    held = [len(taken) - done for done, _ in enumerate(Extractor().pipe(documents()), 1)]
    assert held == [1, 1, 1, 1, 1, 0]


@pytest.mark.parametrize("word", ["a" + ")" * 8_000, "(" * 6_000 + "'" * 6_000])
def test_a_word_of_thousands_of_marks_is_parted_in_seconds(word: str) -> None:
    begun = time.process_time()
    assert "".join(token.text for token in Extractor().nlp.make_doc(word)) == word
    assert time.process_time() - begun < 10
