"""Claims about CSV and JSONL: streamed, mapped, and refused record by record."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.delimited import delimiter_of
from graph.errors import DocumentError
from graph.ids import sha256
from graph.model import Document
from ingest.quarantine import Quarantine
from ingest.readers import ReadOptions, read

DATA = Path(__file__).parents[1] / "data" / "readers"


def told(path: Path, **options: object) -> list[tuple[str, str]]:
    """Each outcome as its place in the file and its text or the reason of its refusal."""
    outcomes = read(path, options=ReadOptions(**options))  # type: ignore[arg-type]
    return [
        (o.source.removeprefix(str(path)), o.reason if isinstance(o, DocumentError) else o.text)
        for o in outcomes
    ]


def test_rows_become_documents_and_bad_ones_are_refused_by_their_line() -> None:
    assert told(DATA / "articles.csv") == [
        (":2", 'The governor said "no".\nThen he left; nobody followed.'),
        (":4", "the row is malformed: it has 2 fields, the header 4"),
        (":5", "its column 'body' holds no text"),
        (":6", "The channel said nothing, and everybody noticed."),
    ]


def test_columns_of_usual_names_fill_the_document() -> None:
    first = next(read(DATA / "articles.csv"))
    assert isinstance(first, Document)
    assert (first.title, first.published_at) == ("The first", "2025-03-04")
    assert first.url == "https://lantern.example/1"
    lines = (DATA / "articles.csv").read_bytes().splitlines(keepends=True)
    assert first.raw_sha256 == sha256(b"".join(lines[1:3]))


def test_mapped_columns_win_over_usual_names(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text,body,when\nA summary.,The whole article.,2025-03-04\n")
    columns = {"text": "body", "published": "when"}
    (document,) = read(path, options=ReadOptions(columns=columns))
    assert isinstance(document, Document)
    assert (document.text, document.published_at) == ("The whole article.", "2025-03-04")


@pytest.mark.parametrize(
    ("header", "columns", "reason"),
    [
        ("a,b", {}, "none of its columns is known to hold the text; they are: a, b"),
        ("a,text", {"text": "body"}, "it has no column 'body' for text; its columns are: a, text"),
        ("", {}, "it holds no header line"),
    ],
)
def test_table_without_the_column_lists_those_it_has(
    tmp_path: Path, header: str, columns: dict[str, str], reason: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{header}\n1,2\n")
    assert told(path, columns=columns) == [("", reason)]


def test_a_used_column_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text,note,text\nHe said no.,,other\n")
    assert told(path) == [("", "it has more than one column 'text'")]
    path.write_text("text,note,note\nHe said no.,,\n")
    assert told(path) == [(":2", "He said no.")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_tables_are_read_in_their_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("title;text\r\nОдин;Губернатор сказал нет.\r\n".encode(encoding))
    assert told(path) == [(":2", "Губернатор сказал нет.")]


def test_row_with_broken_bytes_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("text\nПерше слово.\n".encode() + b"\xd0\n" + "Друге слово.\n".encode())
    assert told(path) == [
        (":2", "Перше слово."),
        (":3", "its bytes do not fit the encoding of the file"),
        (":4", "Друге слово."),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("damage", [b"\x0a", b"\xff"])
@pytest.mark.parametrize(
    ("suffix", "lines"),
    [
        (".csv", "text\nПерше слово.\nДруге слово.\n"),
        (".jsonl", '\n{"text": "Перше слово."}\n{"text": "Друге слово."}\n'),
    ],
)
def test_rows_before_a_break_in_utf_16_are_read_and_the_rest_is_refused(
    tmp_path: Path, suffix: str, lines: str, damage: bytes, encoding: str
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(lines.encode(encoding) + damage)
    assert told(path, encoding=encoding) == [
        (":2", "Перше слово."),
        (":3", "Друге слово."),
        (":4", "from here on its bytes do not fit the encoding of the file"),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_row_with_half_a_character_in_utf_16_is_refused_and_the_rest_is_read(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "a.csv"
    lines = "text\nПерше слово.\n\udcd0\nДруге слово.\n"
    path.write_bytes(lines.encode(encoding, errors="surrogatepass"))
    assert told(path, encoding=encoding) == [
        (":2", "Перше слово."),
        (":3", "its bytes do not fit the encoding of the file"),
        (":4", "Друге слово."),
    ]


def test_half_a_character_in_a_key_is_told_in_words_that_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"\\ud800": 1, "\\udcff": 2}\n')
    (refused,) = read(path)
    assert isinstance(refused, DocumentError)
    quarantine = Quarantine(tmp_path / "quarantine", started=datetime(2026, 1, 1, tzinfo=UTC))
    quarantine.add(refused, at=datetime(2026, 1, 1, tzinfo=UTC))
    record = json.loads(quarantine.path.read_text("utf-8"))
    assert record["reason"] == (
        r"none of its columns is known to hold the text; they are: \ud800, \udcff"
    )


def test_field_larger_than_the_csv_module_allows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = "He said no. " * 20_000
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["text"], [text]])
    assert told(path) == [(":2", text.rstrip())]


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_record_over_the_limit_is_refused_and_the_rest_is_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    texts = ["He said no.", "x" * 5000, "She said yes."]
    if suffix == ".csv":
        path.write_text("\n".join(["text", *texts]))
    else:
        path.write_text("\n".join(json.dumps({"text": text}) for text in texts))
    found = told(path, max_bytes=1000)
    assert [reason for _, reason in found] == [
        "He said no.",
        "it is larger, the limit is 0.001 MB",
        "She said yes.",
    ]


def test_stray_quote_is_refused_and_not_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('text,title\n"He" said no,One\nShe said yes,Two\n"never closed,Three\n')
    assert [place for place, _ in told(path)] == [":2", ":3", ":4"]
    assert [reason.partition(":")[0] for _, reason in told(path)] == [
        "the row is malformed",
        "She said yes",
        "the row is malformed",
    ]


def test_a_line_feed_in_a_quoted_name_of_a_column_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'title,"a\r\nb; c",text\r\nOne,x,She said yes.\r\nTwo,He said no.\r\n')
    assert told(path) == [
        (":3", "She said yes."),
        (":4", "the row is malformed: it has 2 fields, the header 3"),
    ]


@pytest.mark.parametrize("rows", [1, 300])
def test_a_header_whose_quotation_mark_is_never_closed_is_refused_without_its_text(
    tmp_path: Path, rows: int
) -> None:
    path = tmp_path / "a.csv"
    path.write_text('title,"text\n' + "One,She said yes.\n" * rows)
    assert told(path) == [("", "a quotation mark in its header is never closed")]


def test_a_header_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text," + "a" * 5_000 + "\nx,y\n")
    assert told(path, max_bytes=1_000) == [("", "it is larger, the limit is 0.001 MB")]


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [
        ('"id","a;b;c;d"', ","),
        ('id;"a, ""b"",c,d"', ";"),
        ('size 5",b;c,d', ","),
        ('a|"b,c,\n', "|"),
        ('"a;b";"c,d,e,f"', ";"),
    ],
)
def test_a_delimiter_is_told_from_outside_of_quotation_marks(header: str, delimiter: str) -> None:
    assert delimiter_of(header) == delimiter


def test_lines_become_documents_and_bad_ones_are_refused_by_their_line() -> None:
    found = told(DATA / "articles.jsonl")
    assert found[0] == (":1", "The governor said no.")
    assert found[1][0] == ":3"
    assert found[1][1].startswith("it is no JSON (Expecting value")
    assert found[2] == (":4", "it is no JSON object")
    assert found[3][0] == ":5"
    assert found[3][1].startswith("none of its columns is known to hold the text")
    assert found[4] == (":6", "The channel said nothing.")


def test_mapped_key_that_an_object_leaves_out_is_simply_unknown(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"t": "He said no."}\n{"t": "She said yes.", "h": "A headline"}\n{"h": "x"}\n')
    columns = {"text": "t", "title": "h"}
    first, second, third = read(path, options=ReadOptions(columns=columns))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert isinstance(third, DocumentError)
    assert (first.title, second.title) == (None, "A headline")


@pytest.mark.parametrize(
    ("name", "held"),
    [("empty.jsonl", ""), ("blank.ndjson", "\n \n"), ("header.csv", "text,title\n")],
)
def test_a_file_without_records_is_refused_and_not_passed_over(
    tmp_path: Path, name: str, held: str
) -> None:
    path = tmp_path / name
    path.write_text(held, encoding="utf-8")
    assert told(path) == [("", "it holds no records")]
