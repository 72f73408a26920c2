"""Claims about PDF: the text layer as paragraphs, and what has none."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from graph.errors import DocumentError
from graph.model import Document
from ingest.readers import read
from ingest.readers.pdf import join_lines, without_furniture

LEFT, TOP, LEADING = 72, 760, 14


def pdf(pages: Sequence[Sequence[str]], *, title: str = "", author: str = "") -> bytes:
    """A PDF by hand: Helvetica, one line of text below the other; a page of no lines is empty."""
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = [
            line.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)") for line in lines
        ]
        drawn = b"".join(b"(%s) Tj 0 -%d Td " % (line, LEADING) for line in shown)
        stream = b"BT /F1 11 Tf %d %d Td %sET" % (LEFT, TOP, drawn)
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number)
        )
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    bodies.append(b"<< /Title (%s) /Author (%s) >>" % (title.encode("cp1252"), author.encode()))
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(
        b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (len(bodies) + 1, len(bodies), table)
    )
    return out.getvalue()


def outcome(tmp_path: Path, raw: bytes) -> Document | DocumentError:
    path = tmp_path / "a.pdf"
    path.write_bytes(raw)
    (only,) = read(path)
    return only


def refusal(tmp_path: Path, raw: bytes) -> DocumentError:
    found = outcome(tmp_path, raw)
    assert isinstance(found, DocumentError)
    assert found.raw_sha256
    return found


PAGES = [
    [
        "The bridge that fell twice",
        "On Monday morning a Telegram channel with 41,000 subscribers wrote that the bridge had",
        "been blown up by sabo-",
        "teurs from abroad. The pro-Kremlin post was shared by eleven other channels by noon.",
        "It was false.",
        "By noon the regional governor said that the bridge was closed for repairs, and that",
    ],
    ["nobody had touched it. A second pro-", "Kremlin channel did not answer him."],
]


def test_lines_become_paragraphs_across_pages(tmp_path: Path) -> None:
    found = outcome(tmp_path, pdf(PAGES, title="The bridge", author="Ilona Varga"))
    assert isinstance(found, Document)
    assert found.text.split("\n\n") == [
        "The bridge that fell twice",
        "On Monday morning a Telegram channel with 41,000 subscribers wrote that the bridge had "
        "been blown up by saboteurs from abroad. The pro-Kremlin post was shared by eleven other "
        "channels by noon. It was false.",
        "By noon the regional governor said that the bridge was closed for repairs, and that "
        "nobody had touched it. A second pro-Kremlin channel did not answer him.",
    ]
    assert (found.title, found.authors, found.published_at) == (
        "The bridge",
        ("Ilona Varga",),
        None,
    )


def test_hyphen_stays_where_the_text_writes_the_word_with_one() -> None:
    assert join_lines(["a well-known channel, and a well-", "known man; propa-", "ganda"]) == (
        "a well-known channel, and a well-known man; propaganda"
    )
    assert join_lines(["soft\u00ad", "ly said in 2014-", "2015"]) == "softly said in 2014-2015"


def test_hyphen_before_a_sign_in_lower_case_that_is_no_letter_stays() -> None:
    assert join_lines(["The two points are-", "ⓐ the bridge", "ⓑ the road"]) == (
        "The two points are-ⓐ the bridge ⓑ the road"
    )


def test_headers_footers_and_page_numbers_are_no_text() -> None:
    pages = [
        f"Lantern Weekly, March {n}\nText of page {w}.\n\n- {n} -" for n, w in enumerate("abc")
    ]
    assert without_furniture(pages) == [[f"Text of page {word}."] for word in "abc"]


def test_lines_that_merely_end_two_pages_alike_are_kept() -> None:
    assert without_furniture(["One.\nHe said no.", "Two.\nHe said no."]) == [
        ["One.", "He said no."],
        ["Two.", "He said no."],
    ]


def test_title_a_program_made_up_is_none(tmp_path: Path) -> None:
    found = outcome(tmp_path, pdf(PAGES, title="Microsoft Word - final2.docx"))
    assert isinstance(found, Document)
    assert found.title is None


def test_scan_without_text_layer_names_the_remedy(tmp_path: Path) -> None:
    error = refusal(tmp_path, pdf([[], []]))
    assert error.reason == "it has no text layer: its pages are pictures"
    assert "ocrmypdf" in error.remedy


def test_encrypted_pdf_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(PAGES))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert refusal(tmp_path, out.getvalue()).reason == "it is encrypted"


@pytest.mark.parametrize("keep", [0.02, 0.3, 0.7])
def test_torn_pdf_is_refused_or_read_and_never_crashes(tmp_path: Path, keep: float) -> None:
    raw = pdf(PAGES)
    found = outcome(tmp_path, raw[: int(len(raw) * keep)])
    assert isinstance(found, DocumentError)
    assert found.reason.startswith(("it is no PDF that can be read", "it has no text layer"))
