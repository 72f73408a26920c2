"""Spans of time are read as people write them, and fit every time that can be read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from graph.amplification.asking import RULES, parameters
from graph.amplification.load import load
from graph.amplification.mapping import preset
from graph.amplification.passes import run_pass
from graph.amplification.posts import open_posts
from graph.amplification.windowtime import micros
from graph.errors import PostsError


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("60s", 60_000_000),
        ("60", 60_000_000),
        ("5m", 300_000_000),
        ("500ms", 500_000),
        ("1.5h", 5_400_000_000),
    ],
)
def test_spans_of_time(span: str, expected: int) -> None:
    assert micros(span) == expected


def test_no_span_of_time() -> None:
    with pytest.raises(PostsError, match="is no span of time"):
        micros("soon")


@pytest.mark.parametrize("span", ["999999999d", "100000000d", "3660001d", "9" * 18])
def test_a_span_that_no_times_are_apart_is_refused(span: str) -> None:
    with pytest.raises(PostsError, match="is longer than 10,000 years"):
        micros(span)


def test_the_longest_window_holds_posts_of_all_times(tmp_path: Path) -> None:
    rows = [("1", "a", "0001-01-01"), ("2", "b", "9999-12-31T23:59:59.999999")]
    lines = (json.dumps({"id": i, "channel": c, "time": t, "links": "u"}) for i, c, t in rows)
    path = tmp_path / "posts.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    for rule in RULES[:3]:
        asked = parameters(rule, "link", micros("3660000d"), significance=rule != "CooRTweet")
        if rule == "CooRTweet":
            asked = replace(asked, fast=asked.window, min_participation=1)
        with open_posts() as posts:
            load(posts, path, preset("sayso"))
            assert len(run_pass(posts, asked).edges) == (2 if rule == "co-share" else 1)
