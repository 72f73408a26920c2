"""Files of posts are read whatever their columns are called and their rows hold, or refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.amplification.asking import subject_of
from graph.amplification.load import load
from graph.amplification.mapping import preset
from graph.amplification.posts import open_posts
from graph.errors import PostsError
from tests.post_files import loaded

LINK = subject_of("link")


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (",message_id,user_id,timestamp,urls", "0,1,a,1,u"),
        ("message_id,user_id,timestamp,urls,,", "1,a,1,u,x,y"),
        ("message_id,user_id,timestamp,urls,x,x", "1,a,1,u,x,y"),
        ("message_id,user_id,timestamp,Urls,urls,URLS", "1,a,1,z,u,z"),
        ('message_id,user_id,timestamp,urls,c0,"a""b"', "1,a,1,u,x,y"),
    ],
)
def test_columns_that_are_not_asked_for_may_be_called_anything(
    tmp_path: Path, header: str, row: str
) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(f"{header}\n{row}\n,{row}\n", encoding="utf-8")
    assert loaded(path, subject=LINK, only=LINK.columns) == (
        [("1", ["u"])],
        [(3, "no row: too many columns")],
    )


def test_a_column_that_is_asked_for_stands_once(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("message_id,user_id,timestamp,urls,urls\n1,a,1,u,v\n", encoding="utf-8")
    with pytest.raises(PostsError, match=r"posts\.csv has more than one column 'urls'\. Give each"):
        loaded(path)
    assert loaded(path, only=("text",)) == ([("1", None)], [])


def test_a_header_without_names_is_none(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(",,,\n1,a,1,u\n", encoding="utf-8")
    with pytest.raises(PostsError, match="does not begin with a row of column names"):
        loaded(path)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("absent.csv", "There is no file .*absent.csv"),
        ("folder.csv", "folder.csv is a folder"),
        ("pipe.csv", "pipe.csv is a pipe or a device"),
        (f"{'x' * 300}.csv", "xxx.csv cannot be read: File name too long"),
    ],
)
def test_what_is_no_file_is_refused_for_what_it_is(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(PostsError, match=why):
        loaded(tmp_path / name)
    with pytest.raises(PostsError, match=r"not read from standard input\. Save them in a file"):
        loaded(Path("-"))


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    path = tmp_path / "posts.csv"
    path.touch(mode=0)
    with pytest.raises(PostsError, match="cannot be read: Permission denied"):
        loaded(path)


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_mark_within_a_field_opens_no_quotes_whatever_the_line_ends(
    tmp_path: Path, delimiter: str
) -> None:
    texts = ['5" screen', '5""', '"two\r\nlines"', '"a ""b""\r\nc"', '"""\n"""', '"d" e"', "f"]
    rows = (delimiter.join((str(n), "a", "1", "u", text)) for n, text in enumerate(texts))
    header = delimiter.join(("message_id", "user_id", "timestamp", "urls", "message"))
    path = tmp_path / "posts.csv"
    path.write_bytes("\r\n".join((header, *rows)).encode() + b"\n")
    with open_posts() as posts:
        report = load(posts, path, preset("cnt"))
        kept = dict(posts.rows("SELECT id, text FROM posts"))
    read = ['5" screen', '5""', "two\r\nlines", 'a "b"\r\nc', '"\n"', None, "f"]
    assert kept == {str(n): text for n, text in enumerate(read) if n != 5}
    assert [(row.line, row.reason) for row in report.quarantined] == [
        (10, "no row: unquoted value")
    ]
