"""Folders of files, and what readers refuse: by name, by content, by size."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

import pytest

from graph.errors import DocumentError
from graph.ids import sha256
from ingest.readers import read
from ingest.readers.base import Resource
from tests.reader_files import DATA, OPTIONS, documents, refusal


def test_folder_is_read_in_order_of_names_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/c.txt", "c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"The text of {name}")
    names = [Path(d.source).relative_to(tmp_path).as_posix() for d in documents(tmp_path)]
    assert names == ["b.txt", "c.md", "a/z.txt"]


def test_folder_goes_on_past_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Привіт".encode()[:-1])
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04rest")
    (tmp_path / "c.txt").write_text("The governor said no.")
    (tmp_path / "d.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "e.txt").write_text(" \n\u200b\n")
    outcomes = list(read(tmp_path, options=OPTIONS))
    assert [o.reason if isinstance(o, DocumentError) else o.text for o in outcomes] == [
        "its UTF-8 is broken at byte 10",
        "it is a ZIP archive or an office document",
        "The governor said no.",
        "it is a PNG picture",
        "it holds no text",
    ]


def test_folder_without_files_says_what_to_put_in_it(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    error = refusal(tmp_path)
    assert error.reason == "the folder holds no files to read"
    assert ".txt" in error.remedy


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it holds no text"),
        (b"---\ntitle: Only a header\n---\n", "it holds no text"),
        (b"12:30 -- 14:00 ...", "it holds no words"),
        (b"%PDF-1.4 renamed", "it is a PDF, not text"),
        ("� bro�ken � let�ters".encode(), "its letters were lost earlier (many U+FFFD)"),
    ],
)
def test_file_without_a_readable_text_is_refused(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    error = refusal(path)
    assert error.reason == reason
    assert error.raw_sha256 == sha256(content)


def test_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    error = refusal(path)
    assert error.reason == "it has 50 MB, the limit is 20 MB"
    assert "--max-mb" in error.remedy
    assert error.raw_sha256 is None


def test_text_longer_than_the_parser_takes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("He said no. " * 90_000)
    assert refusal(path).reason.startswith("its text has 1,079,999 characters")


def test_missing_file_and_special_file_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt").reason == "there is no such file"
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe").reason == "it is not a regular file"


def test_refusals_of_the_system_are_told_in_words() -> None:
    def forbidden() -> BinaryIO:
        raise PermissionError(13, "Permission denied")

    with pytest.raises(DocumentError, match="reading it is not permitted") as caught:
        Resource(source="a.txt", open=forbidden).read(OPTIONS)
    assert caught.value.remedy == "Give yourself the right to read it"


def test_name_without_a_suffix_is_judged_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes((DATA / "article.html").read_bytes())
    (tmp_path / "text").write_text("The governor said no.")
    assert [document.reader for document in documents(tmp_path)] == ["html", "text"]


def test_unknown_suffix_names_what_sayso_reads(tmp_path: Path) -> None:
    path = tmp_path / "notes.xyz"
    path.write_text("The governor said no.")
    error = refusal(path)
    assert error.reason == ".xyz is no format Sayso reads"
    assert ".pdf" in error.remedy


def test_address_of_another_kind_is_refused() -> None:
    assert "http and https" in refusal("ftp://example.com/a.txt").reason
