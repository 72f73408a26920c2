"""Rows, pages and feeds with something wrong in them: one record is set aside, with its reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from graph.amplification.lists import read_list
from graph.errors import DocumentError
from graph.posts import ChannelProfile, Post
from ingest.posts.base import Outcome, PostOptions
from ingest.posts.registry import read_posts
from ingest.posts.telegram_page import counted

X = PostOptions(platform="x")
GOOD = {"id": "1", "channel": "a", "time": "2024-01-01T00:00:00Z"}


def posts(outcomes: list[Outcome]) -> list[Post]:
    return [one for one in outcomes if isinstance(one, Post)]


def reasons(outcomes: list[Outcome]) -> list[str]:
    return [one.reason for one in outcomes if isinstance(one, DocumentError)]


def row_read(folder: Path, **fields: Any) -> list[Outcome]:
    """What becomes of one row among good ones, which must stay what they are."""
    path = folder / "posts.jsonl"
    rows = [GOOD, GOOD | {"id": "2"} | fields, GOOD | {"id": "3"}]
    path.write_text("\n".join(map(json.dumps, rows)))
    outcomes = list(read_posts(path, X))
    first, *_, last = posts(outcomes)
    assert (first.native, last.native) == ("1", "3")
    return [one for one in outcomes if one not in (first, last)]


LATE, EARLY = "9999-12-31T23:59:59-05:00", "0001-01-01T00:00:00+05:00"


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("id", [8], "its id '[8]' is no text"),
        ("id", {"a": 1}, "its id \"{'a': 1}\" is no text"),
        ("id", True, "its id 'True' is no text"),
        ("id", 8.5, "its id 8.5 has lost digits, or is no whole number"),
        ("id", 1.85e18, "its id 1.85e+18 has lost digits, or is no whole number"),
        ("id", "\ud800", "its id holds half a character (a lone surrogate)"),
        ("channel", ["x"], "its channel \"['x']\" is no text"),
        ("channel_name", {}, "its channel_name '{}' is no text"),
        ("text", ["a", "b"], "its text \"['a', 'b']\" is no text"),
        ("reply_to", [1], "its reply_to '[1]' is no text"),
        ("views", 2**63, f"its views {2**63} are not between 0 and 2^63"),
        ("views", "9" * 5_000, f"its views '{'9' * 40}' are no number"),
        ("views", True, "its views 'True' are no number"),
        ("reactions", -1, "its reactions '-1' are no number"),
        ("subscribers", 10**23, f"its subscribers {10**23} are not between 0 and 2^63"),
        ("subscribers", "many", "its subscribers 'many' are no number"),
        ("time", EARLY, f"its time {EARLY} lies outside the years 1 to 9999 in UTC"),
        ("time", LATE, f"its time {LATE} lies outside the years 1 to 9999 in UTC"),
        ("edited_at", LATE, f"its edited_at {LATE} lies outside the years 1 to 9999 in UTC"),
        ("seen_at", EARLY, f"its seen_at {EARLY} lies outside the years 1 to 9999 in UTC"),
        ("links", "['a.example", "its links \"['a.example\" are no list of texts"),
        ("links", "['a.b' 'c.d']", "its links \"['a.b' 'c.d']\" are no list of texts"),
        ("links", ["a.example", 1], "its links \"['a.example', 1]\" are no list of texts"),
        ("links", 5, "its links '5' are no list of texts"),
        ("links", ["\ud800"], "its links hold half a character (a lone surrogate)"),
    ],
)  # fmt: skip
def test_a_row_of_a_wrong_type_or_range_is_set_aside_alone(
    tmp_path: Path, field: str, value: Any, reason: str
) -> None:
    assert reasons(row_read(tmp_path, **{field: value})) == [reason]


def test_a_time_of_another_zone_is_kept_in_utc(tmp_path: Path) -> None:
    [post] = posts(row_read(tmp_path, views=1, seen_at="2024-01-01T01:00:00+03:00"))
    assert post.seen_at is not None
    assert post.seen_at.isoformat() == "2023-12-31T22:00:00+00:00"


@pytest.mark.parametrize(
    ("written", "links"),
    [
        ("['http://a.example/x', 'http://b.example/y']", ["a.example/x", "b.example/y"]),
        ("""['http://a.example/q', "http://a.example/it's"]""", ["a.example/it's", "a.example/q"]),
        ('["http://a.example/x"]', ["a.example/x"]),
        ("[]", []),
        ("[None]", []),
        ("http://a.example/x http://b.example/y", ["a.example/x", "b.example/y"]),
    ],
)
def test_a_list_is_read_as_json_and_python_write_it(
    tmp_path: Path, written: str, links: list[str]
) -> None:
    [post] = posts(row_read(tmp_path, links=written))
    assert sorted(post.links) == [f"https://{link}" for link in links]


@pytest.mark.parametrize("text", ["[" * 5_000, "[__import__('os')]", "['a''b']", "[1", "[\x00]"])
def test_what_is_no_list_is_none(text: str) -> None:
    assert read_list(text) is None


def test_a_used_column_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("id,channel,time,channel,x,x\n1,a,2024-01-01,b,,\n")
    assert reasons(list(read_posts(path, X))) == ["it has more than one column 'channel'"]
    path.write_text("id,channel,time,x,x\n1,a,2024-01-01,,\n")
    assert [post.native for post in posts(list(read_posts(path, X)))] == ["1"]


def test_numbers_kept_as_floats_stay_ids_and_none_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "posts.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            "COPY (SELECT 7.0::DOUBLE AS id, 'a' AS channel, TIMESTAMP '2024-01-01' AS time, "
            "'nan'::DOUBLE AS reply_to) TO $path (FORMAT parquet)",
            {"path": str(path)},
        )
    [post] = posts(list(read_posts(path, X)))
    assert (post.native, post.reply_to) == ("7", None)


@pytest.mark.parametrize("type_", ["TIMESTAMP", "TIMESTAMPTZ", "TIMESTAMP_NS", "DATE"])
def test_an_infinite_time_of_parquet_is_set_aside(tmp_path: Path, type_: str) -> None:
    path = tmp_path / "posts.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            "COPY (SELECT row_number() OVER () AS id, 'a' AS channel, time FROM (VALUES "
            "('infinity'::TYPE), ('-infinity'::TYPE), ('2024-01-01'::TYPE)) AS r(time)) "
            "TO $path (FORMAT parquet)".replace("TYPE", type_),
            {"path": str(path)},
        )
    outcomes = list(read_posts(path, X))
    assert [post.native for post in posts(outcomes)] == ["3"]
    assert reasons(outcomes) == ["its time is infinite, or as good as that"] * 2


def test_a_damaged_parquet_file_gives_the_rows_before_the_damage(tmp_path: Path) -> None:
    path = tmp_path / "posts.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            "COPY (SELECT i::VARCHAR AS id, 'a' AS channel, TIMESTAMP '2024-01-01' AS time, "
            "repeat(hash(i)::VARCHAR, 200) AS other FROM range(20000) AS r(i)) TO $path "
            "(FORMAT parquet, ROW_GROUP_SIZE 2048)",
            {"path": str(path)},
        )
    raw = path.read_bytes()
    late = len(raw) * 9 // 10
    path.write_bytes(raw[:late] + b"\xff" * 5_000 + raw[late + 5_000 :])
    outcomes = list(read_posts(path, X))
    assert 0 < len(posts(outcomes)) < 20_000
    assert reasons(outcomes) == ["it is damaged, and its rows were read only in part"]


PAGE = """<div class="tgme_channel_info_header_title">Lesna</div>
<div class="tgme_channel_info_header_username">@lesna</div>
<div class="tgme_channel_info_counter">{subscribers} subscribers</div>
<div class="tgme_widget_message" data-post="lesna/1">
<span class="tgme_widget_message_views">{views}</span>
<a class="tgme_widget_message_date"><time datetime="2024-05-01T10:00:00+00:00"></time></a></div>"""
AMISS = "its views or reactions are no numbers"


@pytest.mark.parametrize(
    ("views", "found", "told"),
    [
        ("1.2K", [1_200], []),
        ("", [None], []),
        ("12,3.4.5K", [], [AMISS]),
        ("many", [], [AMISS]),
        ("9" * 400 + "K", [], [AMISS]),
        ("9" * 5_000, [], [AMISS]),
    ],
)
def test_a_count_that_a_page_shows_oddly_is_told(
    tmp_path: Path, views: str, found: list[int | None], told: list[str]
) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(views=views, subscribers="5"))
    outcomes = list(read_posts(path, PostOptions()))
    assert [post.views for post in posts(outcomes)] == found
    assert reasons(outcomes) == told


def test_a_number_of_subscribers_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(views="5", subscribers="1,2.3.4K"))
    outcomes = list(read_posts(path, PostOptions()))
    [profile] = [one for one in outcomes if isinstance(one, ChannelProfile)]
    assert (profile.subscribers, profile.quoted) == (None, None)
    assert reasons(outcomes) == ["its number of subscribers '1,2.3.4K subscribers' cannot be read"]


def test_no_counter_is_read_as_more_than_the_store_holds() -> None:
    assert counted("9223372036854775807") == (2**63 - 1, True)
    assert counted("9223372036854775808") == (None, False)


ITEM = "<item><title>{0}</title><guid>{0}</guid><pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate>"
HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><link>https://s.example</link>'
ONE, TWO = (ITEM.format(name) for name in ("one", "two"))
END = "</channel></rss>"
BEHIND = "the feed ends too early, behind its last entry"


@pytest.mark.parametrize(
    ("feed", "found", "told"),
    [
        (f"{HEAD}{ONE}</item>{TWO}</item>{END}", ["one", "two"], []),
        (f"{HEAD}{ONE}</item>{TWO}<x>& so on</item>{END}", ["one", "two"], []),
        (f"{HEAD}{ONE}</item>{TWO}</item>", ["one", "two"], [BEHIND]),
        (f"{HEAD}{ONE}</item>{TWO}</item></chan", ["one", "two"], [BEHIND]),
        (f"{HEAD}{ONE}</item>{TWO}</item><ite", ["one", "two"], [BEHIND]),
        (
            f"{HEAD}{ONE}</item>{TWO}<description>The bridge is not",
            ["one"],
            ["the feed ends too early, within its entry 2"],
        ),
        ("", [], ["it is no feed that can be read"]),
    ],
)
def test_a_feed_that_is_cut_off_is_told_and_its_cut_entry_not_taken_for_whole(
    tmp_path: Path, feed: str, found: list[str], told: list[str]
) -> None:
    path = tmp_path / "feed.rss"
    path.write_text(feed)
    outcomes = list(read_posts(path, PostOptions()))
    assert [post.native for post in posts(outcomes)] == found
    assert reasons(outcomes) == told


def test_a_feed_that_is_the_path_of_another_file_does_not_have_that_one_read(
    tmp_path: Path,
) -> None:
    other, path = tmp_path / "other.xml", tmp_path / "feed.rss"
    other.write_text(f"{HEAD}{ONE}</item>{END}")
    path.write_text(str(other))
    (refused,) = read_posts(path, PostOptions())
    assert isinstance(refused, DocumentError)
    assert (refused.source, refused.reason) == (str(path), "it is no feed that can be read")


def test_a_feed_that_the_parser_fails_on_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    for damage in (b'encoding="utf-8\xc0"', b'encoding="utf-8\xed\xa0\x80"'):
        path.write_bytes(f"{HEAD}{ONE}</item>{END}".encode().replace(b'version="1.0"', damage, 1))
        assert reasons(list(read_posts(path, PostOptions()))) == ["it is no feed that can be read"]


def test_an_entry_whose_summary_or_date_the_parser_cannot_make_out_is_judged_alone(
    tmp_path: Path,
) -> None:
    path = tmp_path / "feed.rss"
    within = "<description>a<description>b</description></description>"
    undated = TWO.replace("06 May", "some day of May")
    path.write_text(f"{HEAD}{ONE}{within}</item>{undated}</item>{END}")
    outcomes = list(read_posts(path, PostOptions()))
    assert [post.native for post in posts(outcomes)] == ["one"]
    assert reasons(outcomes) == ["it has no date"]
