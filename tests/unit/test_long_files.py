"""Long texts of one mark over and over: reading takes a time that grows with their length alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ingest.posts.base import PostOptions
from ingest.posts.links import links_in
from ingest.posts.registry import split_sources
from ingest.readers.base import bytes_resource
from ingest.readers.front_matter import front_matter
from ingest.readers.header import Header
from ingest.readers.registry import read

SECONDS = 3
"""Of the processor. What stands here takes less than a second; in quadratic time it takes many."""


@contextmanager
def at_once() -> Iterator[None]:
    """A block that takes no more than SECONDS of the processor's time."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize("mark", ["<!-- ", "<script ", "<script>", "<style x>", "<![CDATA["])
def test_markdown_of_tags_that_are_never_closed(mark: str) -> None:
    list(read(bytes_resource("a.md", b"The parser is loaded.", suffix=".md")))
    with at_once():
        raw = mark.encode() * 40_000 + b"\n\nText."
        list(read(bytes_resource("a.md", raw, suffix=".md")))


def test_front_matter_that_is_no_yaml_behind_empty_lines() -> None:
    text = "---" + "\n" * 40_000 + "a: [\n---\nThe text."
    with at_once():
        assert front_matter(text, "a.txt") == (Header(), text)


def test_address_with_brackets_it_does_not_open() -> None:
    with at_once():
        assert links_in("https://a.example/b" + ")" * 300_000) == ["https://a.example/b"]


def test_folder_of_articles_and_posts(tmp_path: Path) -> None:
    for number in range(5_000):
        (tmp_path / f"{number}.txt").touch()
        (tmp_path / f"{number}.json").touch()
    with at_once():
        posts, articles = split_sources([str(tmp_path)], PostOptions())
    assert (len(posts), len(articles)) == (5_000, 5_000)
