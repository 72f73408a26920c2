"""Ids, links and times in files of posts are taken for what they are, or set aside."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.amplification.isotime import in_utc
from graph.amplification.load import NO_TIME, load
from graph.amplification.mapping import Mapping, preset
from graph.amplification.posts import open_posts

Rows = list[tuple[object, ...]]
Aside = dict[int, str]
LOST = "that has lost digits, or is no whole number"
NO_TEXTS = "links that are no list of texts"
ISO = preset("sayso").model_copy(update={"time": ("iso", "epoch_seconds")})


def loaded(path: Path, columns: str, mapping: Mapping = ISO) -> tuple[Rows, Aside]:
    with open_posts() as posts:
        report = load(posts, path, mapping)
        kept = posts.rows(f"SELECT {columns} FROM posts ORDER BY rowid")  # noqa: S608
    return kept, {row.line: row.reason for row in report.quarantined}


def written_json(path: Path, *rows: dict[str, object]) -> Path:
    lines = ({"id": n, "channel": "a", "time": 1, **row} for n, row in enumerate(rows, start=1))
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def test_whole_floats_in_parquet_are_the_integers_they_were(tmp_path: Path) -> None:
    path = tmp_path / "posts.parquet"
    duckdb.sql(
        "SELECT * FROM (VALUES (1.0::DOUBLE, 7.0::FLOAT, 'NaN'::DOUBLE), (2, 7, 1), (3.5, 7, 1), "
        "(4, 7, 1.85e18), (1.85e18, 7, 1), (6, 'inf', 1), ('NaN', 7, 1)) AS t(id, channel, "
        "forward_of), (SELECT 1 AS time)"
    ).write_parquet(str(path))
    kept, aside = loaded(path, "id, channel, forward_of")
    assert kept == [("1", "7", None), ("2", "7", "1")]
    assert aside == {
        3: f"an id {LOST}",
        4: f"a forward_of {LOST}",
        5: f"an id {LOST}",
        6: f"a channel {LOST}",
        7: "no id",
    }


def test_whole_floats_in_json_are_the_integers_they_were(tmp_path: Path) -> None:
    path = written_json(
        tmp_path / "posts.jsonl",
        {"id": 1.0, "reply_to": 2.0},
        {"id": 8.5},
        {"id": 1700000000000000001.0},
        {"forward_from": [1]},
        {"id": 10**30, "reply_to": "2.0"},
        {"reply_to": 2**53 - 1.0},
        {"reply_to": 2.0**53},
    )
    kept, aside = loaded(path, "id, reply_to")
    assert kept == [("1", "2"), (str(10**30), "2.0"), ("6", str(2**53 - 1))]
    assert aside == {
        2: f"an id {LOST}",
        3: f"an id {LOST}",
        4: "a forward_from that is no text and no number",
        7: f"a reply_to {LOST}",
    }


def test_floats_that_pandas_wrote_into_a_table_are_the_integers_they_were(tmp_path: Path) -> None:
    ids = ["100", "100.0", " 7.0", "1712345678.123450", "v1.0", "9007199254740991.0", "+1"]
    lost = ["9007199254740992.0", "1.85e+18", "1.85E+18"]
    path = tmp_path / "posts.csv"
    rows = (f"{n},a,1,{id_},2.0" for n, id_ in enumerate((*ids, *lost), start=2))
    path.write_text("\n".join(("id,channel,time,reply_to,text", *rows)), encoding="utf-8")
    kept, aside = loaded(path, "reply_to, text")
    assert [row[0] for row in kept] == ["100", "100", "7", *ids[3:5], ids[5][:-2], "+1"]
    assert {row[1] for row in kept} == {"2.0"}
    assert aside == dict.fromkeys((9, 10, 11), f"a reply_to {LOST}")


def test_only_texts_and_lists_of_them_are_links(tmp_path: Path) -> None:
    good: list[object] = ["u v", ["u", None, ""], '["u"]', "['u']", [], None, "", "5"]
    bad: list[object] = [{"a": 1}, [5, "u"], [["u"]], [{"a": 1}], True, 5, 1.5, "[5]", "[True]"]
    path = written_json(tmp_path / "posts.jsonl", *({"links": links} for links in (*good, *bad)))
    kept, aside = loaded(path, "links")
    texts = [["u", "v"], ["u"], ["u"], ["u"], [], None, None, ["5"]]
    assert [row[0] for row in kept] == texts
    assert aside == dict.fromkeys(range(len(good) + 1, len(good) + len(bad) + 1), NO_TEXTS)


def test_objects_give_what_their_key_holds_beside_plain_texts(tmp_path: Path) -> None:
    mapping = ISO.model_copy(update={"item_key": "url"})
    links = [{"url": "u"}, [{"url": "u"}, "v", {}, {"url": None}], [{"url": 5}], {"url": ["u"]}]
    path = written_json(tmp_path / "posts.jsonl", *({"links": one} for one in links))
    assert loaded(path, "links", mapping) == ([(["u"],), (["u", "v"],)], {3: NO_TEXTS, 4: NO_TEXTS})


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ("['u', NULL]", ["u"]),
        ("'u v'", ["u", "v"]),
        ("CAST([] AS INTEGER[])", []),
        ("CAST('NaN' AS DOUBLE)", None),
        ("CAST(NULL AS STRUCT(a VARCHAR))", None),
        ("{'a': 'u'}", NO_TEXTS),
        ("[{'a': 'u'}]", NO_TEXTS),
        ("[1]", NO_TEXTS),
        ("5", NO_TEXTS),
        ("2.0::DOUBLE", NO_TEXTS),
        ("DATE '2024-02-01'", NO_TEXTS),
        ("'u'::BLOB", NO_TEXTS),
        ("['u'::BLOB]", NO_TEXTS),
    ],
)
def test_links_in_parquet_are_texts_too(tmp_path: Path, links: str, expected: object) -> None:
    path = tmp_path / "posts.parquet"
    duckdb.sql(f"SELECT 1 AS id, 'a' AS channel, 1 AS time, {links} AS links").write_parquet(
        str(path)
    )
    kept, aside = loaded(path, "links")
    assert (aside[1] if aside else kept[0][0]) == expected


def test_an_object_that_has_a_row_of_its_own_is_an_id(tmp_path: Path) -> None:
    objects: list[object] = [7, 8.0, "o", 8.5, {"a": 1}, True, ["p", "q"]]
    rows = (
        {"content_id": n, "account_id": "a", "timestamp_share": 1, "object_id": one}
        for n, one in enumerate(objects)
    )
    path = tmp_path / "shares.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    kept, aside = loaded(path, "id, links", preset("cooRTweet"))
    assert sorted(kept) == [("0", ["7"]), ("1", ["8"]), ("2", ["o"]), ("6", ["p", "q"])]
    no_text = "an object that is no text and no number"
    assert aside == {4: f"an object {LOST}", 5: no_text, 6: no_text}


NOON = datetime(2024, 2, 1, 12)


def test_times_are_read_as_the_standard_writes_them(tmp_path: Path) -> None:
    noon = [
        *("2024-02-01T12:00", "2024-02-01 12:00:00", "2024-02-01T14:00+02", "20240201T120000Z"),
        *("20240201T1400+0200", "2024-02-01T12", "2024-W05-4T12:00", "2024W054T12", "1706788800"),
        *("2024-02-01T12:00:00,0Z", "2024-02-01 07:00:00-05:00"),
    ]
    bad = [
        *("epoch", "infinity", "-infinity", "nan", "2024-02-01 12:00 EST", "2024-02-30", "today"),
        *("2024-02-01 12:00 Europe/Kiev", "2024-02-01 24:00", "2024-1-2", "2024/02/01"),
        *("0044-03-15 (BC)", "10000-01-01", "-100000000000", "253402300800", "1e18"),
    ]
    path = tmp_path / "posts.jsonl"
    kept, aside = loaded(written_json(path, *({"time": time} for time in (*noon, *bad))), "time")
    assert kept == [(NOON,)] * len(noon)
    assert aside == dict.fromkeys(range(len(noon) + 1, len(noon) + len(bad) + 1), NO_TIME)


def test_times_lie_in_the_years_1_to_9999(tmp_path: Path) -> None:
    inside = ["0001-01-01", "9999-12-31T23:59:59.999999", "-62135596800", "253402300799"]
    outside = ["0001-01-01T00:00+01:00", "9999-12-31T23:59-01:00", "0000-01-01"]
    path = tmp_path / "posts.jsonl"
    kept, aside = loaded(written_json(path, *({"time": t} for t in (*inside, *outside))), "time")
    first, last = datetime.min, datetime.max
    assert kept == [(first,), (last,), (first,), (last.replace(microsecond=0),)]
    assert aside == dict.fromkeys((5, 6, 7), "a time outside the years 1 to 9999")
    duckdb.sql(
        "SELECT 1 AS id, 'a' AS channel, unnest(['infinity', '-infinity'])::TIMESTAMP AS time"
    ).write_parquet(str(tmp_path / "posts.parquet"))
    assert loaded(tmp_path / "posts.parquet", "id") == ([], {1: NO_TIME, 2: NO_TIME})


@given(st.datetimes(timezones=st.timezones()))
def test_a_time_in_any_zone_is_one_in_utc(moment: datetime) -> None:
    try:
        expected = moment.astimezone(UTC)
    except OverflowError:
        assert in_utc(moment.isoformat()) == ""
    else:
        assert datetime.fromisoformat(in_utc(moment.isoformat())) == expected
