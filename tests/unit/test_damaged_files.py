"""Files damaged at random: what cannot be read is a refusal, and nothing ends the run."""

from __future__ import annotations

import codecs
from pathlib import Path
from random import Random

import pytest

from graph.errors import DocumentError
from graph.model import Document
from graph.posts import ChannelProfile, Post
from ingest.posts.base import PostOptions, Skipped
from ingest.posts.registry import form_of, read_posts
from ingest.readers.base import bytes_resource
from ingest.readers.registry import read

DATA = Path(__file__).parents[1] / "data"
FILES = [*sorted((DATA / "readers").iterdir()), *sorted((DATA / "posts").iterdir())]
TABLES = (".csv", ".jsonl")
# Tables also as Excel writes "Unicode text".
WHOLE = {file.name: file.read_bytes() for file in FILES} | {
    f"utf-16-{file.name}": codecs.BOM_UTF16_LE + file.read_text("utf-8").encode("utf-16-le")
    for file in FILES
    if file.suffix in TABLES
}
AS_POSTS = PostOptions(platform="telegram")
TRIES = 30
PIECES = (
    *(b"\x00", b"\xff", b"\r", b"\n\n", b"---\n", b"<", b">", b'"', b"{", b"[", b"<!--", b"]]>"),
    *(b"\\ud800", b"\xed\xa0\x80", b"\xe2\x93\x90", b"&#x0;", b"\xc0"),
    *(b"99999999999999999999", b"-1", b"1e400", b"NaN", b"null", b"true"),
)


def damaged(raw: bytes, random: Random) -> bytes:
    """The bytes with some of them cut out, repeated, replaced, or another piece put between."""
    for _ in range(random.choice((1, 1, 2, 4, 8))):
        at = random.randrange(len(raw) + 1)
        match random.randrange(5):
            case 0:
                raw = raw[:at] + random.choice(PIECES) + raw[at:]
            case 1:
                raw = raw[:at] + raw[at + random.randrange(1, 200) :]
            case 2:
                raw = raw[:at] + raw[at : at + 80] * random.randrange(1, 4) + raw[at:]
            case 3:
                raw = raw[:at] or raw
            case _:
                raw = raw[:at] + bytes([random.randrange(256)]) + raw[at + 1 :]
    return raw


@pytest.mark.parametrize("name", WHOLE)
def test_a_damaged_file_gives_records_and_refusals_and_nothing_else(
    tmp_path: Path, name: str
) -> None:
    random, path = Random(name), tmp_path / name  # noqa: S311 - the same for ever
    for _ in range(TRIES):
        raw = damaged(WHOLE[name], random)
        path.write_bytes(raw)  # and pytest keeps the one that fails
        if form_of(path, AS_POSTS):
            kinds = {type(one) for one in read_posts(path, AS_POSTS)}
            assert kinds <= {Post, ChannelProfile, Skipped, DocumentError}
        if not form_of(path, PostOptions()):
            articles = read(bytes_resource(name, raw, suffix=path.suffix))
            assert {type(one) for one in articles} <= {Document, DocumentError}
