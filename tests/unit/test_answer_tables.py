"""Answers as tables, JSON and CSV."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from graph.cli.tables import as_csv, as_json, print_table
from graph.store.answers import Answer, Collector, Limits, left_after, plain

CITED = (
    "source",
    "relationship",
    "target",
    "target_id",
    "what",
    "date",
    "modality",
    "asserted_by",
    "quote",
    "title",
    "url",
    "published_at",
    "document",
    "citation",
)
ROW = ("Norvia", "SUPPLIES", "Sudmark", "state:sudmark", "arms", "2024-23", "denied", "Norvia",
       "Norvia denied\nthat it ships drones to Sudmark.", "The harbour", "https://a.example/1",
       "2024-10-26", "doc:1", "assertion:1")  # fmt: skip


def printed(answer, width=100):
    console = Console(file=io.StringIO(), width=width, color_system=None)
    print_table(answer, console, title="Deliveries")
    return console.file.getvalue()


def test_table_puts_the_evidence_beside_the_statement():
    text = printed(Answer(CITED, (ROW,)))
    assert re.search(r"Norvia SUPPLIES\s.*\n\s*Sudmark\s", text)
    for part in ("“Norvia denied that it ships", "denied by Norvia, of 2024-23",
                 "The harbour, 2024-10-26", "https://a.example/1"):  # fmt: skip
        assert part in text
    assert "assertion:1" not in text
    assert "state:sudmark" not in text


def test_narrow_table_loses_no_word_of_the_quote():
    text = printed(Answer(CITED, (ROW,)), width=60)
    for word in ROW[8].split():
        assert word in text
    assert max(map(len, text.splitlines())) <= 60


def test_square_brackets_of_a_quote_are_not_markup():
    assert "[/red]" in printed(Answer(("name",), (("[/red] x",),)))


def test_json_carries_the_question_and_every_record():
    content = json.loads(as_json(Answer(("a", "b"), ((1, ["x"]),), True), question={"query": "q"}))
    assert content == {
        "query": "q",
        "columns": ["a", "b"],
        "rows": [{"a": 1, "b": ["x"]}],
        "truncated": True,
    }


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "＝1"])
def test_csv_text_is_never_a_formula(text):
    (row,) = list(csv.reader(io.StringIO(as_csv(Answer(("a",), ((text,),))), newline="")))[1:]
    assert row == [f"'{text}"]


def test_csv_numbers_stay_numbers_and_lists_are_joined():
    columns = ("n", "f", "l", "m", "none", "yes")
    answer = Answer(columns, ((-1, 0.5, ["a", "b"], {"k": 1}, None, True),))
    assert as_csv(answer) == 'n,f,l,m,none,yes\n-1,0.5,a; b,"{""k"": 1}",,True\n'


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_csv_is_read_back_as_it_was_but_for_apostrophes(texts):
    written = as_csv(Answer(tuple(f"c{i}" for i in range(len(texts))), (tuple(texts),)))
    row = list(csv.reader(io.StringIO(written, newline="")))[1]
    lines = [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]
    assert [cell.removeprefix("'") for cell in row] == [text.removeprefix("'") for text in lines]


def test_collector_stops_at_rows_and_at_bytes():
    few = Collector(("a",), Limits(rows=2))
    assert [few.add((n,)) for n in range(3)] == [True, True, False]
    assert few.answer().rows == ((0,), (1,))
    small = Collector(("a",), Limits(size=20))
    assert [small.add(("x" * 10,)), small.add(("x" * 10,))] == [True, False]
    assert small.answer().truncated


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
))  # fmt: skip
def test_plain_values_are_json_and_take_about_their_length(value):
    length = len(json.dumps(plain(value), ensure_ascii=False).encode(errors="surrogatepass"))
    assert 10**6 - left_after(value, 10**6) >= length / 8


def test_a_value_is_counted_no_further_than_it_fits():
    row = ["x" * 10, range(10**12), "never counted"]
    assert left_after([1, row], 10**6) < 0
    collector = Collector(("a",), Limits(size=10**6))
    assert not collector.add((row,))
    assert collector.answer().rows == ()
    assert collector.answer().truncated
