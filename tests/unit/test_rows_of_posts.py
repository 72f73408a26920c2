"""The rows of a file of posts are read whatever wrote them, and bad ones told by their line."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.amplification.asking import object_kind, subject_of
from graph.amplification.lists import read_list
from graph.amplification.load import DUPLICATE, NO_TIME, load
from graph.amplification.mapping import preset
from graph.amplification.posts import open_posts
from graph.errors import PostsError
from tests.post_files import Aside, Rows, loaded

HEADER = "message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n"
SHORT = "message_id,user_id,timestamp,message,urls\n"


def read(
    path: Path, content: str | bytes, name: str = "cnt", **asked: object
) -> tuple[Rows, Aside]:
    """What `loaded` gives for a file with this content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return loaded(path, name, **asked)


def test_lists_as_python_prints_them_keep_every_item(tmp_path: Path) -> None:
    lists = {
        "1": "['http://a.example/q', 'http://b.example']",
        "2": """['http://a.example/q', "http://a.example/it's"]""",
        "3": r"""['http://a.example/it\'s "so"', 'C:\d\\e']""",
        "4": '["http://a.example/it\'s"]',
        "5": "['http://a.example', None, '']",
        "6": "[]",
        "7": "['open",
        "8": "[" * 5_000,
    }
    rows = [f'{id_},a,1,,"{urls.replace(chr(34), chr(34) * 2)}"\n' for id_, urls in lists.items()]
    kept, quarantined = read(tmp_path / "posts.csv", SHORT + "".join(rows))
    assert kept == [
        ("1", ["http://a.example/q", "http://b.example"]),
        ("2", ["http://a.example/q", "http://a.example/it's"]),
        ("3", ['http://a.example/it\'s "so"', r"C:\d\e"]),
        ("4", ["http://a.example/it's"]),
        ("5", ["http://a.example"]),
        ("6", []),
    ]
    assert quarantined == [
        (8, "links that are no list of texts"),
        (9, "links that are no list of texts"),
    ]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=4))
def test_any_list_is_read_as_python_printed_it(texts: list[str]) -> None:
    assert read_list(repr(texts)) == texts
    assert read_list(json.dumps(texts)) == texts


def test_objects_in_a_python_list_give_their_key(tmp_path: Path) -> None:
    header = "id,author_id,created_at,entities.urls\n"
    row = """1,9,2018-10-10,"[{'url': 't', 'expanded_url': ""http://a.example/it's""}]"\n"""
    kept, _ = read(tmp_path / "posts.csv", header + row, "x")
    assert kept == [("1", ["http://a.example/it's"])]


def test_the_first_alternative_that_is_filled_counts(tmp_path: Path) -> None:
    header = "URL,Facebook Id,Post Created,Final Link,Link\n"
    rows = "u1,1,2020-05-05,,l1\nu2,1,2020-05-05,f2,l2\nu3,1,2020-05-05,,\n"
    kept, _ = read(tmp_path / "posts.csv", header + rows, "crowdtangle")
    assert kept == [("u1", ["l1"]), ("u2", ["f2"]), ("u3", None)]
    header = header.replace("Final Link,", "")
    kept, _ = read(tmp_path / "posts.csv", header + "u1,1,2020-05-05,l1\n", "crowdtangle")
    assert kept == [("u1", ["l1"])]


def test_ids_that_are_no_text_and_no_number_are_set_aside(tmp_path: Path) -> None:
    rows = [
        {"id": [8], "channel": "a"},
        {"id": {"a": 1}, "channel": "a"},
        {"id": True, "channel": "a"},
        {"id": 4, "channel": ["x"]},
        {"id": None, "channel": "a"},
        {"id": 6, "channel": 7},
        "[1, 2]",
        "null",
        " \t",
    ]
    lines = (row if isinstance(row, str) else json.dumps({**row, "time": 1}) for row in rows)
    kept, quarantined = read(tmp_path / "posts.jsonl", "\n".join(lines), "sayso")
    assert kept == [("6", None)]
    assert quarantined == [
        (1, "an id that is no text and no number"),
        (2, "an id that is no text and no number"),
        (3, "an id that is no text and no number"),
        (4, "a channel that is no text and no number"),
        (5, "no id"),
        (7, "no JSON object"),
        (8, "no JSON object"),
    ]
    duckdb.sql("SELECT true AS id, 'a' AS channel, 1 AS time").write_parquet(
        str(tmp_path / "posts.parquet")
    )
    with (
        open_posts() as posts,
        pytest.raises(PostsError, match="holds BOOLEAN, which is"),
    ):
        load(posts, tmp_path / "posts.parquet", preset("sayso"))


def test_lines_of_json_that_cannot_be_read_leave_the_others_their_numbers(tmp_path: Path) -> None:
    good = b'{"id": 1, "channel": "a", "time": 1}'
    long = b'{"id": 2, "text": "%s"}' % (b"x" * (17 << 20))
    lines = [b'{"id": "\xff"}', good, long, b'{"id": 3, "channel": "a"}', b"{", good]
    kept, quarantined = read(
        tmp_path / "posts.jsonl", b"\r\n".join(lines), "sayso", encoding="utf-8"
    )
    assert kept == [("1", None)]
    assert quarantined == [
        (1, "no row: invalid encoding"),
        (3, "no row: line size over maximum"),
        (4, NO_TIME),
        (5, "no JSON"),
        (6, DUPLICATE),
    ]


@pytest.mark.parametrize(
    "ends", [("\n",), ("\r\n",), ("\r",), ("\n", "\r\n"), ("\r\n", "\n"), ("\r\n", "\r")]
)
def test_line_ends_of_any_kind_part_rows(tmp_path: Path, ends: tuple[str, ...]) -> None:
    rows = [SHORT.strip(), '1,a,1,"two\r\nlines\r",u', ",b,1,,", "2", '3,c,1,"x",v']
    content = "".join(row + ends[n % len(ends)] for n, row in enumerate(rows))
    kept, quarantined = read(tmp_path / "posts.csv", content)
    assert kept == [("1", ["u"]), ("3", ["v"])]
    assert quarantined == [(5, "no id"), (6, "no row: missing columns")]


def test_rows_set_aside_have_their_lines_whatever_the_delimiter(tmp_path: Path) -> None:
    content = SHORT + '1,a,1,"two\r\nlines\r",u\r\n\r\n2\r\n,b,1,,\n3,c,1,,v\n'
    for delimiter in ",;\t|":
        kept, quarantined = read(tmp_path / "posts.csv", content.replace(",", delimiter))
        assert kept == [("1", ["u"]), ("3", ["v"])]
        assert quarantined == [(6, "no row: missing columns"), (7, "no id")]


def test_a_long_field_and_a_text_survive_beside_a_bad_row(tmp_path: Path) -> None:
    text = "ж" * 200_000
    content = f"{SHORT}1,a,1,{text},\n,b,1,,\n"
    kept, quarantined = read(tmp_path / "posts.csv", content)
    assert (kept, quarantined) == ([("1", None)], [(3, "no id")])


def test_another_encoding_is_told_or_named(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    letters = "Міст через річку Лісна закрито пише сайт. Хто це сказав першим?"
    content = f"{SHORT}Ж,a,1,{letters},u\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251"):
        kept, quarantined = read(path, content.encode(encoding))
        assert (kept, quarantined) == ([("Ж", ["u"])], [])
    kept, _ = read(path, content.encode("koi8_u"), encoding="koi8_u")
    assert kept == [("Ж", ["u"])]
    with pytest.raises(PostsError, match="klingon is no known encoding"):
        read(path, content, encoding="klingon")
    with pytest.raises(PostsError, match="does not fit the encoding utf-16"):
        read(path, b"\xff\xfea\x00\x00\xd8a\x00", encoding="utf-16")
    with pytest.raises(PostsError, match="a gzip archive, not text"):
        read(path, b"\x1f\x8b\x08\x00")


@pytest.mark.parametrize(
    ("file", "content", "name", "kind", "problem"),
    [
        (
            "a.csv",
            "message_id,user_id,timestamp\n",
            "cnt",
            "link",
            "a.csv has no column 'urls', wh",
        ),
        ("a.csv", SHORT, "cnt", "claim", "The mapping has no column for claims, which claim looks"),
        ("a.jsonl", '{"id":1,"channel":2,"time":3}', "sayso", "reply", "No row of a.jsonl has 're"),
    ],
)
def test_what_a_file_cannot_tell_is_no_empty_network(
    tmp_path: Path, file: str, content: str, name: str, kind: str, problem: str
) -> None:
    subject = subject_of(object_kind(kind))
    with pytest.raises(PostsError, match=problem):
        read(tmp_path / file, content, name, only=subject.columns, subject=subject)


def test_a_header_in_one_piece_is_told_from_its_delimiter(tmp_path: Path) -> None:
    header = SHORT.replace(",", "^")
    with pytest.raises(PostsError, match="say its `delimiter` if that is not ','"):
        read(tmp_path / "posts.csv", header)


def test_views_are_checked_where_they_are_read(tmp_path: Path) -> None:
    views = ("7", "1,234", "5.0", "1.5", "-1", "1e3", "true", str(10**30))
    lines = [
        json.dumps({"id": n, "channel": "a", "time": 1, "views": view})
        for n, view in enumerate(views)
    ]
    path = tmp_path / "posts.jsonl"
    _, quarantined = read(path, "\n".join(lines), "sayso")
    assert [line for line, _ in quarantined] == [4, 5, 6, 7, 8]
    _, quarantined = read(path, "\n".join(lines), "sayso", only=("text",))
    assert quarantined == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"doc: \xcf\xf0\ncolumns: {id: a, channel: b, time: c}\n", "is no mapping: 'utf-8'"),
        (b"doc: x\ncolumns: {id: a, channel: b, time: c}\ntime: ['%Q']\n", "%Q in '%Q' is no part"),
        (b"doc: x\ncolumns: {id: a, channel: b, time: c}\ntime: [isoo]\n", "'isoo' is no form"),
        (b"doc: x\ncolumns: {id: []}\n", "is no mapping"),
    ],
)
def test_a_mapping_that_cannot_be_read_is_refused(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(content)
    with pytest.raises(PostsError, match=problem):
        preset(str(path))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30))
@settings(max_examples=60)
def test_any_text_survives_a_csv_file(text: str) -> None:
    import csv
    import tempfile

    with tempfile.TemporaryDirectory() as folder, open_posts() as posts:
        path = Path(folder) / "posts.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL)
            writer.writerow(["message_id", "user_id", "timestamp", "message"])
            writer.writerow(["1", "a", "0", text])
        report = load(posts, path, preset("cnt"))
        assert report.quarantined == ()
        assert posts.rows("SELECT coalesce(text, '') FROM posts") == [(text,)]
