"""Files of posts are read by their mapping; a bad row is set aside, by line and reason."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from graph.amplification.load import DUPLICATE, NO_TIME, load
from graph.amplification.mapping import preset, preset_names
from graph.amplification.posts import open_posts
from graph.amplification.sources import Quarantined
from graph.errors import PostsError

HEADER = "message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n"


def test_bad_rows_are_set_aside_with_line_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(
        HEADER
        + '1,a,,,,"two\nlines",10,u v\n'
        + "2,b\n"
        + "3,,,,,text,20,\n"
        + "\n"
        + "4,c,,,,text,yesterday,\n"
        + "1,d,,,,text,5,\n"
        + '5,e,,,,"two\nlines",5,\n'
        + ",e,,,,text,5,\n"
        + '6,f,,,,"open,5,\n',
        encoding="utf-8",
    )
    with open_posts() as posts:
        report = load(posts, path, preset("cnt"))
        assert posts.rows("SELECT id, channel, links FROM posts ORDER BY id") == [
            ("1", "a", ["u", "v"]),
            ("5", "e", None),
        ]
    assert report.kept == 2
    assert report.quarantined == (
        Quarantined(4, "no row: missing columns"),
        Quarantined(5, "no channel"),
        Quarantined(7, NO_TIME),
        Quarantined(8, DUPLICATE),
        Quarantined(11, "no id"),
        Quarantined(12, "no row: unquoted value"),
    )


def test_json_lines_keep_their_line_numbers(tmp_path: Path) -> None:
    rows = [
        {"id": 1, "channel": "a", "time": "2024-05-01T10:00:00+03:00", "links": ["x", "y'z"]},
        "{broken",
        "",
        {"id": 2, "channel": "a", "time": "2024-05-01", "views": "many"},
        {"id": 3, "channel": "ü", "time": 1714546800.5, "views": 7, "claims": "c1 c2"},
    ]
    path = tmp_path / "posts.jsonl"
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with open_posts() as posts:
        report = load(posts, path, preset("sayso"))
        assert posts.rows("SELECT id, channel, time, links, claims, views FROM posts") == [
            ("1", "a", datetime(2024, 5, 1, 7), ["x", "y'z"], None, None),
            ("3", "ü", datetime(2024, 5, 1, 7, 0, 0, 500_000), None, ["c1", "c2"], 7),
        ]
    assert report.quarantined == (
        Quarantined(2, "no JSON"),
        Quarantined(4, "views that are no count"),
    )


def test_the_table_comes_back_from_parquet_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(HEADER + "1,a,,,,text,0.25,u v\n2,b,,1,7,,1,\n", encoding="utf-8")
    with open_posts() as posts:
        load(posts, path, preset("cnt"))
        before = posts.rows("FROM posts ORDER BY id")
        posts.connection.table("posts").write_parquet(str(tmp_path / "posts.parquet"))
    with open_posts() as posts:
        load(posts, tmp_path / "posts.parquet", preset("sayso"))
        assert posts.rows("FROM posts ORDER BY id") == before


def test_rows_of_one_post_join_their_objects(tmp_path: Path) -> None:
    path = tmp_path / "shares.csv"
    path.write_text(
        "object_id,account_id,content_id,timestamp_share\n"
        "o1,a,c1,10\no2,a,c1,10\no1,a,c1,10\no1,b,c1,10\n",
        encoding="utf-8",
    )
    with open_posts() as posts:
        report = load(posts, path, preset("CooRTweet"))
        assert posts.rows("SELECT id, channel, links FROM posts") == [
            ("c1", "a", ["o1", "o2", "o1"])
        ]
    assert report.quarantined == (Quarantined(5, DUPLICATE),)


def test_crowdtangle_times_are_those_of_new_york(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(
        "URL,Facebook Id,Post Created\n"
        "u1,1,2020-05-05 10:01:24 EDT\nu2,1,2020-01-05 10:01:24 EST\n",
        encoding="utf-8",
    )
    with open_posts() as posts:
        load(posts, path, preset("crowdtangle"))
        assert posts.rows("SELECT time FROM posts ORDER BY id") == [
            (datetime(2020, 5, 5, 14, 1, 24),),
            (datetime(2020, 1, 5, 15, 1, 24),),
        ]


def test_links_of_x_are_the_expanded_addresses(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    row = {
        "id": "1",
        "author_id": "9",
        "created_at": "Wed Oct 10 20:19:24 +0000 2018",
        "entities.urls": [{"url": "t", "expanded_url": "e1"}, {"expanded_url": "e2"}],
    }
    path.write_text(json.dumps(row), encoding="utf-8")
    with open_posts() as posts:
        load(posts, path, preset("x"))
        assert posts.rows("SELECT time, links FROM posts") == [
            (datetime(2018, 10, 10, 20, 19, 24), ["e1", "e2"])
        ]


def test_a_missing_column_is_named_with_what_there_is(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("id,when\n1,2\n", encoding="utf-8")
    with (
        open_posts() as posts,
        pytest.raises(
            PostsError,
            match=r"posts\.csv has no column 'message_id', 'user_id', 'timestamp'\. It has id",
        ),
    ):
        load(posts, path, preset("cnt"))


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("absent.csv", "There is no file"),
        ("posts.xls", "no file of posts"),
        ("a.csv", "column names"),
    ],
)
def test_what_is_no_file_of_posts_is_refused(tmp_path: Path, name: str, problem: str) -> None:
    for there in ("posts.xls", "a.csv"):
        (tmp_path / there).write_text("")
    with open_posts() as posts, pytest.raises(PostsError, match=problem):
        load(posts, tmp_path / name, preset("cnt"))


def test_every_preset_names_what_a_post_needs() -> None:
    for name in preset_names():
        assert {"id", "channel", "time"} <= preset(name).columns.keys()


def test_a_mapping_of_yours_is_a_file_like_a_preset(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("doc: Mine.\ncolumns: {id: a, channel: b, time: c}\n", encoding="utf-8")
    assert preset(str(path)).columns["time"] == ("c",)
    path.with_name("bad.yaml").write_text("columns: {who: a}\n", encoding="utf-8")
    with pytest.raises(PostsError, match=r"bad\.yaml is no mapping"):
        preset(str(path.with_name("bad.yaml")))
    with pytest.raises(PostsError, match="There is no preset 'nobody'"):
        preset("nobody")
