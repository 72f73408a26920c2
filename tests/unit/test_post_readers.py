"""Exports, saved pages, tables and feeds: what each reader makes of them, and what it refuses."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DocumentError, PostsError
from graph.posts import ChannelProfile, Handle, Post
from ingest.posts.base import Outcome, PostOptions, Skipped
from ingest.posts.profiles import profile_graph
from ingest.posts.registry import form_of, read_posts, split_sources
from ingest.posts.seen import Seen
from ingest.posts.telegram_page import counted
from ingest.readers import ReadOptions
from tests.network import FOLDER, SEED, Network, later_look

DATA = Path(__file__).parents[1] / "data" / "posts"
SEEN = datetime(2024, 11, 1, tzinfo=UTC)
OPTIONS = PostOptions(seen_at=SEEN)
LESNA = "channel:telegram:1400000001"


def posts(outcomes: list[Outcome]) -> list[Post]:
    return [one for one in outcomes if isinstance(one, Post)]


def reasons(outcomes: list[Outcome]) -> list[tuple[str, str]]:
    refused = [one for one in outcomes if isinstance(one, DocumentError)]
    return [(Path(one.source).name, one.reason) for one in refused]


def profiles(outcomes: list[Outcome]) -> list[ChannelProfile]:
    return [one for one in outcomes if isinstance(one, ChannelProfile)]


def read(path: Path, options: PostOptions = OPTIONS) -> list[Outcome]:
    return list(read_posts(path, options))


def test_a_telegram_export_becomes_posts() -> None:
    first, photo, forward, by_name, old = posts(read(DATA / "result.json"))
    assert first.id == "post:telegram:1400000001:2"
    assert first.published_at == datetime(2024, 10, 26, 9, 0, tzinfo=UTC)
    assert first.text == "Мост закрыт, пишет сайт. См. @river_report"
    assert first.links == ("https://lesna.example/bridge",)
    assert first.handles == (Handle("channel:telegram:river_report", 29, 42),)
    assert (first.lang, first.reactions, first.seen_at) == ("ru", 5, SEEN)
    assert photo.media == ("photo",)
    assert photo.edited_at == datetime(2024, 10, 26, 10, 30, tzinfo=UTC)
    assert forward.forward_from == "channel:telegram:1400000002"
    assert forward.reply_to == first.id
    assert (by_name.forward_from, by_name.media, by_name.text) == (
        "channel:telegram:~Somebody%20Else",
        ("video",),
        "",
    )
    assert old.published_at == datetime(2024, 10, 26, 16, tzinfo=UTC)


def test_what_an_export_has_beside_posts_is_counted_or_refused_by_number() -> None:
    outcomes = read(DATA / "result.json")
    assert [one for one in outcomes if isinstance(one, Skipped)] == [Skipped("service messages")]
    assert [one.name for one in profiles(outcomes)] == ["Лесна live"]
    assert reasons(outcomes) == [
        ("result.json#6", "an earlier record has its id '5'"),
        ("result.json#7", "it has no id"),
        ("result.json#8", "its date 'yesterday' is none"),
        ("result.json#9", "it has no date"),
    ]


def test_a_handle_given_for_an_export_names_its_channel() -> None:
    options = PostOptions(channel="@Lesna_Live", seen_at=SEEN)
    [first, *_] = posts(read(DATA / "result.json", options))
    assert (first.id, first.url) == (
        "post:telegram:lesna_live:2",
        "https://t.me/lesna_live/2",
    )


def test_times_without_a_zone_are_of_the_zone_named() -> None:
    options = PostOptions(seen_at=SEEN, zone=timezone(timedelta(hours=3)))
    assert posts(read(DATA / "result.json", options))[-1].published_at.hour == 13


def test_a_whole_account_gives_its_channels_and_passes_over_people(tmp_path: Path) -> None:
    chat = json.loads((DATA / "result.json").read_text())
    other = {**chat, "name": "Other", "id": 77, "messages": chat["messages"][1:3]}
    friend = {"name": "A friend", "type": "personal_chat", "id": 5, "messages": [{"id": 1}] * 4}
    account = {
        "about": "x",
        "personal_information": {"user_id": 1, "first_name": "N"},
        "chats": {"about": "x", "list": [friend, chat, other]},
        "left_chats": {"about": "x", "list": [{**other, "id": 78}]},
    }
    path = tmp_path / "result.json"
    path.write_text(json.dumps(account))
    outcomes = read(path)
    by_channel = Counter(post.channel for post in posts(outcomes))
    assert by_channel == {LESNA: 5, "channel:telegram:77": 2, "channel:telegram:78": 2}
    assert Skipped("messages between people", 4) in outcomes
    assert len(profiles(outcomes)) == 3


def test_a_damaged_export_gives_what_comes_before_the_damage(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    whole = (DATA / "result.json").read_bytes()
    path.write_bytes(whole[: whole.index(b'"id": 4')])
    outcomes = read(path)
    assert [post.native for post in posts(outcomes)] == ["2", "3"]
    assert "too early" in reasons(outcomes)[-1][1]


def test_a_saved_page_becomes_its_channel_and_posts() -> None:
    outcomes = read(DATA / "page.html")
    [profile] = profiles(outcomes)
    assert (profile.channel, profile.name, profile.handle) == (
        "channel:telegram:river_report",
        "River Report",
        "river_report",
    )
    assert (profile.subscribers, profile.bound) == (12_600, "approx")
    assert profile.quoted
    assert profile.text[slice(*profile.quoted)] == "12.6K subscribers"
    closed, forward = posts(outcomes)
    assert closed.text == "The bridge is closed.\nSee the notice."
    assert closed.published_at == datetime(2024, 10, 26, 12, tzinfo=UTC)
    assert closed.links == ("https://lesna.example/bridge",)
    assert (closed.views, closed.reactions) == (4_310, 1_112)
    assert forward.forward_of == "post:telegram:lesna_live:55"
    assert forward.forward_from == "channel:telegram:lesna_live"
    assert forward.reply_to == closed.id
    assert (forward.text, forward.media, forward.views) == ("Мост закрыт", ("photo",), 987)
    assert reasons(outcomes) == [("page.html#4", "it has no date")]


def test_the_number_of_subscribers_is_cited_from_the_profile() -> None:
    [profile] = profiles(read(DATA / "page.html"))
    graph = profile_graph(profile)
    [assertion] = graph.assertions
    assert assertion.citation.quote == "12.6K subscribers"
    assert graph.nodes[1].properties == {"value": 12_600, "bound": "approx", "date": "2024-11-01"}


@pytest.mark.parametrize(
    ("shown", "number"),
    [
        ("64 200 subscribers", (64_200, True)),
        ("1.2M subscribers", (1_200_000, False)),
        ("3,4K підписників", (3_400, False)),
        ("12", (12, True)),
        ("no subscribers", (None, False)),
    ],
)
def test_counters_are_read_with_their_exactness(
    shown: str, number: tuple[int | None, bool]
) -> None:
    assert counted(shown) == number


def test_a_feed_becomes_posts_of_its_site() -> None:
    outcomes = read(DATA / "feed.xml")
    [profile], [post] = profiles(outcomes), posts(outcomes)
    assert (profile.channel, profile.name) == ("channel:site:lesna-news.example", "Lesna News")
    assert post.id == "post:site:lesna-news.example:n1"
    assert post.text == "Bridge closed\n\nThe bridge is closed.\n\nSee Porog."
    assert post.published_at == datetime(2024, 10, 26, 12, tzinfo=UTC)
    assert post.links == ("https://porog.example/x",)
    assert reasons(outcomes) == [("feed.xml#2", "it has no date")]


CNT = """message_id,user_id,username,repost_id,reply_id,message,timestamp,urls
1,a,A,,,Hello https://x.example/1,1729944000,https://x.example/1
2,b,B,1,,RT Hello,1729944010,
3,,C,,,No channel,1729944020,
4,d,D,,,Bad time,noon,
5,e,E,,1,"Over
two lines",1729944040,
,f,F,,,No id,1729944050,
1,g,G,,,Same id,1729944060,
8,h,H,,Too few
"""


def test_a_table_by_a_preset_and_its_bad_rows_by_line(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(CNT)
    outcomes = read(path, PostOptions(preset="cnt", platform="x", seen_at=SEEN))
    first, repost, reply = posts(outcomes)
    assert (first.id, first.channel) == ("post:x:1", "channel:x:a")
    assert first.links == ("https://x.example/1",)
    assert (repost.forward_of, reply.reply_to) == ("post:x:1", "post:x:1")
    assert reply.text == "Over\ntwo lines"
    assert reasons(outcomes) == [
        ("posts.csv:4", "it names no channel"),
        ("posts.csv:5", "its time 'noon' is no date"),
        ("posts.csv:8", "it has no id"),
        ("posts.csv:9", "an earlier record has its id '1'"),
        ("posts.csv:10", "the row is malformed: it has 5 fields, the header 8"),
    ]


def test_a_presets_names_of_accounts_become_channels_names_only_where_they_are_mapped(
    tmp_path: Path,
) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("".join(CNT.splitlines(keepends=True)[:2]))

    def names(**columns: str) -> list[str]:
        options = PostOptions(preset="cnt", platform="x", read=ReadOptions(columns=columns))
        return [one.name for one in profiles(read(path, options))]

    assert names() == []
    assert names(channel_name="username") == ["A"]


def test_rows_of_one_object_each_are_one_post(tmp_path: Path) -> None:
    path = tmp_path / "shares.csv"
    rows = ["https://a.example/1,a,7,1729944000", "https://a.example/2,a,7,1729944000"]
    path.write_text("\n".join(["object_id,account_id,content_id,timestamp_share", *rows]))
    [post] = posts(read(path, PostOptions(preset="cooRTweet", platform="x")))
    assert post.links == ("https://a.example/1", "https://a.example/2")


def test_json_lines_with_mapped_columns(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    record = {"key": 7, "who": "@Lesna", "at": "2024-10-26 15:00+03:00", "body": "Мост закрыт"}
    further = {
        "forward_from": "other_one",
        "forward_of": 3,
        "channel_name": "Лесна",
        "views": "1,200",
    }
    lines = [
        record | further,
        record | {"key": 8, "views": "many"},
        [1],
        record | {"key": 9, "forward_of": 3},
    ]
    path.write_text("\n".join(map(json.dumps, lines)))
    columns = {"id": "key", "channel": "who", "time": "at", "text": "body"}
    options = PostOptions(read=ReadOptions(columns=columns), platform="telegram", seen_at=SEEN)
    outcomes = read(path, options)
    first, last = posts(outcomes)
    assert (first.id, first.views) == ("post:telegram:lesna:7", 1_200)
    assert first.forward_of == "post:telegram:other_one:3"
    assert first.published_at == datetime(2024, 10, 26, 12, tzinfo=UTC)
    assert last.forward_of is None, "a number is no post without its channel"
    assert [one.name for one in profiles(outcomes)] == ["Лесна"]
    assert [where for where, _ in reasons(outcomes)] == ["posts.jsonl:2", "posts.jsonl:3"]


def test_a_column_of_a_table_may_have_alternatives(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(
        "URL,Facebook Id,Post Created,Message,Final Link,Link\n"
        "u1,1,2020-05-05,hello,,https://a.example/x\n"
        "u2,1,2020-05-05,hello,https://a.example/y,https://b.example/1\n",
        encoding="utf-8",
    )
    found = posts(read(path, PostOptions(preset="crowdtangle")))
    assert [post.links for post in found] == [("https://a.example/x",), ("https://a.example/y",)]


def test_a_table_without_its_columns_is_refused_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("a,b\n1,2\n")
    [refusal] = read(path, PostOptions(platform="x"))
    assert isinstance(refusal, DocumentError)
    assert "no column 'id', 'channel', 'time'" in refusal.reason
    with pytest.raises(PostsError, match="no preset 'cntt'"):
        read(path, PostOptions(preset="cntt"))


def test_the_posts_table_itself_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "posts.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            "COPY (SELECT 'post:telegram:lesna:7' AS id, 'channel:telegram:lesna' AS channel, "
            "TIMESTAMP '2024-10-26 12:00:00' AS time, 'Text' AS text, "
            "['https://a.example/x'] AS links, 12 AS views) TO $path (FORMAT parquet)",
            {"path": str(path)},
        )
    [post] = posts(read(path))
    assert (post.id, post.channel, post.views) == (
        "post:telegram:lesna:7",
        "channel:telegram:lesna",
        12,
    )


def test_files_are_told_apart_by_what_they_hold(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body>An article</body></html>")
    (tmp_path / "b.html").write_bytes((DATA / "page.html").read_bytes())
    (tmp_path / "c.csv").write_text("text\nAn article\n")
    (tmp_path / "d.json").write_text("{}")
    found, articles = split_sources([str(tmp_path), "-", "https://a.example/x"], PostOptions())
    assert [path.name for path in found] == ["b.html", "d.json"]
    assert [Path(one).name for one in articles] == ["a.html", "c.csv", "-", "x"]
    assert form_of(tmp_path / "c.csv", PostOptions(preset="cnt")) == "csv"


@given(st.lists(st.text(max_size=3), max_size=60))
def test_seen_is_a_set(ids: list[str]) -> None:
    seen, known = Seen(), set()
    for id_ in ids:
        assert seen.add(id_) == (id_ not in known)
        known.add(id_)


def test_seen_stays_a_set_when_its_blocks_are_joined() -> None:
    seen = Seen()
    assert all(seen.add(str(number)) for number in range(200_000))
    assert not any(seen.add(str(number)) for number in range(0, 200_000, 997))


def test_the_invented_network_is_as_its_generator_makes_it() -> None:
    made = Network(SEED).make()
    shipped = posts(read(FOLDER / "posts.parquet"))
    assert [post.id for post in shipped] == [row["id"] for row in made]
    assert [post.text for post in shipped] == [row["text"] for row in made]
    assert len(shipped) >= 5_000
    assert len({post.channel for post in shipped}) >= 30
    assert {post.lang for post in shipped} == {"ru", "uk", "en"}
    later = posts(read(FOLDER / "later.parquet"))
    assert [post.id for post in later] == [row["id"] for row in later_look(made)]
