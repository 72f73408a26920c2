"""Which sources hold posts, and `read_posts`, which takes them to Posts one by one."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import DocumentError
from graph.posts import Post
from ingest.posts.base import Outcome, PostOptions, PostReader
from ingest.posts.seen import Seen
from ingest.readers.base import Resource, file_resource
from ingest.readers.registry import STDIN, files

_MODULES = {
    "telegram-export": ("ingest.posts.telegram_export", "parse"),
    "telegram-page": ("ingest.posts.telegram_page", "parse"),
    "feed": ("ingest.posts.feed", "parse"),
    "csv": ("ingest.posts.table", "parse_csv"),
    "jsonl": ("ingest.posts.table", "parse_jsonl"),
    "parquet": ("ingest.posts.table", "parse_parquet"),
}
_TABLES = {".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}
_PAGES = (".html", ".htm", ".xhtml")
_FEEDS = (".rss", ".atom", ".xml")
_HEAD = 1 << 16


def form_of(path: Path, options: PostOptions) -> str | None:
    """The form in which a file holds posts; None where it is to be read as an article.

    A CSV or JSON Lines table holds articles unless a preset, a platform or a mapped channel column
    says that it holds posts. A folder of Telegram Desktop's is read by its `result.json`.
    """
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return "parquet"
    if suffix == ".json":
        return "telegram-export"
    if suffix in _FEEDS:
        return "feed"
    if suffix in _TABLES:
        return _TABLES[suffix] if options.table else None
    if suffix in _PAGES and b"tgme_" in _head(path):
        return "telegram-page"
    return None


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""  # the reader of articles says what is wrong with it


def split_sources(sources: Iterable[str], options: PostOptions) -> tuple[list[Path], list[str]]:
    """The files that hold posts, and the sources that hold articles, folders looked into.

    Raises DocumentError where a folder cannot be looked into, and for standard input with options
    for posts: a post is cited by its file and line, so that there must be a file.
    """
    posts: list[Path] = []
    articles: list[str] = []
    for source in sources:
        path = Path(source)
        if source == STDIN and (options.table or options.channel):
            raise DocumentError(
                "standard input",
                "it is read as an article, and --preset, --platform, --channel and --map "
                "channel=... are for posts",
                remedy="Save it to a file, and name that",
            )
        if "://" in source or source == STDIN or not path.is_dir():
            held = "://" not in source and source != STDIN and form_of(path, options)
            (posts if held else articles).append(path if held else source)  # type: ignore[arg-type]
            continue
        if (path / "result.json").is_file():
            posts.append(path / "result.json")
            continue
        found = list(files(path))
        held_files = dict.fromkeys(file for file in found if form_of(file, options))
        posts += held_files
        if not held_files:
            articles.append(source)
        else:
            articles += [str(file) for file in found if file not in held_files]
    return posts, articles


def read_posts(path: Path, options: PostOptions) -> Iterator[Outcome]:
    """Every post and profile of a file, and what could not be read in its place.

    A record with the id of an earlier one is refused, unless it is an edit of it.
    """
    seen = Seen()
    try:
        for outcome in _parsed(file_resource(path), options):
            if isinstance(outcome, Post) and not seen.add(f"{outcome.id}\n{outcome.edited_at}"):
                yield DocumentError(
                    outcome.source,
                    f"an earlier record has its id {outcome.native!r}",
                    remedy="Remove one of the two",
                    raw_sha256=outcome.raw_sha256,
                )
            else:
                yield outcome
    except DocumentError as error:
        yield error


def _parsed(resource: Resource, options: PostOptions) -> Iterator[Outcome]:
    form = form_of(Path(resource.source), options)
    if form is None:
        raise DocumentError(
            resource.source,
            "it is no form of posts that Sayso knows",
            remedy="Name a --preset or --map the columns of a table",
        )
    module, function = _MODULES[form]
    reader: PostReader = getattr(importlib.import_module(module), function)
    return reader(resource, options)
