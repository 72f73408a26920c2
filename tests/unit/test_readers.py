"""Claims about what each reader makes of a small real file, and of what it must refuse."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.ids import document_id, sha256
from graph.model import Document
from ingest.readers import read
from tests.reader_files import DATA, NOON, documents, refusal


def test_plain_text_is_kept_whole_but_for_its_front_matter() -> None:
    (document,) = documents(DATA / "report.txt")
    text = "The bridge was closed, the governor said.\n\n“It was never blown up,” he added."
    assert document == Document(
        id=document_id(text),
        text=text,
        sha256=sha256(text),
        raw_sha256=sha256((DATA / "report.txt").read_bytes()),
        reader="text",
        source=str(DATA / "report.txt"),
        title="Why the bridge was closed",
        lang="en",
        url="https://radio.example/bridge",
        outlet="Lesna Radio",
        authors=("Pavel Ostrik", "Mira Dolenc"),
        published_at="2025-03-05",
        fetched_at=NOON,
    )


def test_same_text_in_another_file_is_the_same_document(tmp_path: Path) -> None:
    (tmp_path / "windows.txt").write_bytes("One line.\r\nAnother\u00a0one. \r\n".encode("utf-16"))
    (tmp_path / "unix.txt").write_text("One line.\nAnother one.")
    unix, windows = documents(tmp_path)
    assert unix.id == windows.id
    assert unix.raw_sha256 != windows.raw_sha256


@pytest.mark.parametrize("width", range(50, 121, 7))
def test_wrapped_text_is_the_same_document_as_text_as_table_and_as_written_out(
    tmp_path: Path, width: int
) -> None:
    short = "The minister told the parliament that a new convoy had left the port of Lesna."
    for number, length in enumerate((1, 1, 4, 1)):
        text = "\n".join([textwrap.fill(" ".join([short] * length), width)] * (number + 1))
        (tmp_path / "a.txt").write_text(text)
        (tmp_path / "b.txt").write_text(f"---\noutlet: {'Lesna Radio ' * 9}\n---\n{text}")
        (tmp_path / "c.jsonl").write_text(json.dumps({"text": text}))
        (tmp_path / "d.txt").write_text(documents(tmp_path / "a.txt")[0].text)
        assert len({document.id for document in documents(tmp_path)}) == 1


def test_title_above_a_wrapped_paragraph_is_found(tmp_path: Path) -> None:
    title = "Two channels and one bridge"
    text = textwrap.fill("It fell on Monday, the governor of the region told the press. " * 5, 72)
    (tmp_path / "a.txt").write_text(f"{title}\n\n{text}\n12 May 2024")
    (document,) = documents(tmp_path / "a.txt")
    # The date stands below a running paragraph, and no wrapped line of that is an opening line.
    assert (document.title, document.published_at) == (title, None)


def test_an_underlined_heading_of_wrapped_markdown_is_its_title(tmp_path: Path) -> None:
    heading = "Two channels, one bridge and what the governor had to say of it"
    text = textwrap.fill("It fell on Monday, the governor of the region told the press. " * 5, 64)
    (tmp_path / "a.md").write_text(f"{heading}\n{'=' * len(heading)}\n\n{text}\n")
    (document,) = documents(tmp_path / "a.md")
    assert document.title == heading
    assert document.text == f"{heading}\n\n{' '.join(text.split())}"


def test_opening_lines_tell_title_author_and_date_and_stay_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = (
        "Two channels and one bridge\n\nBy Ilona Varga and Tomas Reinholt\n4 March 2025\n\nIt fell."
    )
    path.write_text(text)
    (document,) = documents(path)
    assert document.text == text
    assert document.title == "Two channels and one bridge"
    assert document.authors == ("Ilona Varga", "Tomas Reinholt")
    assert document.published_at == "2025-03-04"


@pytest.mark.parametrize(
    "first",
    [
        "The bridge fell on Monday, and nobody saw it.",
        "Lantern Weekly",
        "By Ilona Varga",
        "Ilona Varga, reporter at Lantern Weekly",
        "He named three towns in his speech:",
    ],
)
def test_sentence_name_or_byline_is_no_title(tmp_path: Path, first: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{first}\n\nThe governor denied it.")
    (document,) = documents(path)
    assert document.title is None


def test_names_with_a_trade_are_authors_and_people_in_sentences_are_not(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Ilona Varga\n\nDeputy head of the monitoring centre\n\nMira Dolenc, analyst\n\n"
        "Pavel Ostrik\n\nHe closed the bridge.\n\nJournalist Ana Bell, editor, said so."
    )
    (document,) = documents(path)
    assert document.authors == ("Ilona Varga", "Mira Dolenc")


def test_credits_at_the_end_tell_who_reported_and_not_who_edited(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    credit = "(Reporting by Ilona Varga in Tamale and Mira Dolenc; Editing by Tomas Reinholt)"
    path.write_text(f"The bridge fell.\n\n{credit}\n\nOur Standards: The Lantern Principles.")
    (document,) = documents(path)
    assert document.authors == ("Ilona Varga", "Mira Dolenc")


def test_rule_of_dashes_at_the_start_is_no_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "---\nThe governor: said no.\n---\nThe channel said yes."
    path.write_text(text)
    (document,) = documents(path)
    assert document.text == text


def test_front_matter_that_is_no_yaml_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("---\ndate: 2025-03-04\ntitle: One: two\n---\nThe text.")
    error = refusal(path)
    assert error.reason == "its front matter is no valid YAML in line 3"
    assert "quotation marks" in error.remedy


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("value", ["2024-13-45", "2024-02-30", "2024-03-01 25:00:00"])
def test_an_impossible_date_sets_the_document_aside_with_its_line(
    tmp_path: Path, value: str, suffix: str
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text(f"---\ntitle: The dam\ndate: {value}\n---\nOtto Kern said no.")
    (tmp_path / "b.txt").write_text("Ada Quill said yes.")
    error, document = read(tmp_path)
    assert isinstance(error, DocumentError)
    assert isinstance(document, Document)
    assert error.source == str(path)
    assert error.reason == f"its front matter holds '{value}', which is no date, in line 3"
    assert error.remedy == "Correct the value, or leave it out"
    assert document.text == "Ada Quill said yes."


def test_a_word_for_a_date_sets_the_document_aside_and_an_unclear_date_is_unknown(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("---\ntitle: The dam\ndate: soon\n---\nOtto Kern said no on Tuesday.")
    assert refusal(path).reason == "its front matter holds 'soon', which is no date"
    path.write_text("---\ntitle: The dam\ndate: 03/04/2024\n---\nOtto Kern said no on Tuesday.")
    (document,) = documents(path)
    assert document.published_at is None


@pytest.mark.parametrize(
    "value", ["!!timestamp soon", "!!bool maybe", "0x_", "9" * 5000, "[" * 5000, "!!binary x"]
)
def test_a_value_that_yaml_cannot_make_sets_the_document_aside(tmp_path: Path, value: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"---\npublished: {value}\n---\nThe text.")
    assert refusal(path).reason.startswith("its front matter ")


def test_a_number_too_long_to_write_is_no_title(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"---\ntitle: 0x{'f' * 5000}\noutlet: Lantern\n---\nThe text.")
    (document,) = documents(path)
    assert (document.title, document.outlet) == (None, "Lantern")


def test_an_impossible_date_in_a_table_or_a_page_stays_unknown(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,date\nOtto Kern said no.,2024-13-45\n")
    (tmp_path / "b.jsonl").write_text('{"text": "Ada Quill said yes.", "date": "2024-02-30"}\n')
    (tmp_path / "c.html").write_text(
        '<html><head><meta property="article:published_time" content="2024-13-45"></head><body>'
        "<article><p>Ivan Popko told the paper Lantern on Monday that the dam had to be closed."
        "</p></article></body></html>"
    )
    assert [document.published_at for document in documents(tmp_path)] == [None, None, None]


def test_markdown_becomes_blocks_without_marks() -> None:
    (document,) = documents(DATA / "article.md")
    assert document.text == (
        "Two answers, one question\n\n"
        "The channel Lesna Today asked who closed the bridge and gave two answers within an hour."
        "\n\n“It was the governor,” it wrote first.\n\n"
        "“It was the saboteurs,” it wrote later.\n\nWhat followed\n\nThe governor laughed.\n\n"
        "The channel deleted both posts.\n\nHour | Answer\n\n10 | governor\n\n11 | saboteurs\n\n"
        "The bridge in March"
    )
    assert document.title == "Two answers: one question"
    assert document.published_at == "2025-03-06"
    assert document.authors == ("Ilona Varga", "Tomas Reinholt")


@pytest.mark.parametrize(
    ("block", "seen"),
    [
        ("<div>The <b>bridge</b></div>", "The bridge"),
        ("<div>5 < 6 <i>boats</i></div>", "5 < 6 boats"),
        ("<div>One <!-- two --> three <script>four()</script></div>", "One  three"),
        ("<div>One <!-- two, <b>three</b>", "One"),
        ("<div>One <STYLE>two <b>three</b>", "One"),
        ("<div><script-note>One</script-note></div>", "One"),
    ],
)
def test_html_within_markdown_is_what_a_reader_sees(tmp_path: Path, block: str, seen: str) -> None:
    (tmp_path / "a.md").write_text(f"{block}\n\nThe end.")
    (document,) = documents(tmp_path / "a.md")
    assert document.text == f"{seen}\n\nThe end."


def test_markdown_without_front_matter_is_titled_by_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Lantern Weekly\n\n# Silence\n\nThe channel said *nothing*.")
    (document,) = documents(path)
    assert document.title == "Silence"


def test_html_keeps_the_article_and_drops_the_menus() -> None:
    (document,) = documents(DATA / "article.html")
    assert document.text.split("\n\n") == [
        "The bridge that fell twice",
        "On Monday morning a Telegram channel with 41,000 subscribers wrote that the bridge over "
        "the river Lesna had been blown up by saboteurs from abroad.",
        "By noon the regional governor, Pavel Ostrik, said that the bridge was closed for repairs, "
        "and that nobody had touched it.\nThe channel did not answer him.",
        "A second explosion",
        "“We saw the smoke with our own eyes,” the channel insisted in the evening, “and no "
        "governor will tell us otherwise.”",
        "Three claims were made that day:",
        "that the bridge had been blown up;",
        "that it had been closed for repairs;",
        "that there had never been a bridge at all.",
        "Hour | What was said",
        "09:00 | Blown up",
        "The bridge was still standing when our correspondents drove across it on Wednesday and "
        "photographed both of its banks.",
    ]
    assert document.title == "The bridge that fell twice"
    assert document.outlet == "Lantern Weekly"
    assert document.authors == ("Ilona Varga", "Tomas Reinholt")
    assert document.published_at == "2025-03-04"
    assert document.url == "https://lantern.example/2025/bridge"


def test_html_is_read_in_the_encoding_it_declares(tmp_path: Path) -> None:
    page = (DATA / "article.html").read_text(encoding="utf-8")
    page = page.replace('charset="utf-8"', 'charset="windows-1251"').replace("©", "")
    page = page.replace("Pavel Ostrik", "Павел Острик")
    path = tmp_path / "a.html"
    path.write_bytes(page.encode("cp1251"))
    (document,) = documents(path)
    assert "the regional governor, Павел Острик, said" in document.text


def test_a_word_whose_letters_are_marked_is_one_word_on_a_short_page_too(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><body><p>Otto Kern told the <i>L</i>antern that <b>Ken</b>ya and Gha<wbr>na had "
        "<a href='/x'>sign</a>ed it.</p></body></html>"
    )
    (document,) = documents(path)
    assert document.text == "Otto Kern told the Lantern that Kenya and Ghana had signed it."


def test_html_without_an_article_is_refused() -> None:
    assert refusal(DATA / "menu.html").reason.startswith("the page holds no article")
