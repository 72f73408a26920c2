"""Posts in a table: CSV, JSON Lines or Parquet, a row a post, by a mapping of its columns."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import chain, groupby
from math import isnan
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import duckdb

from graph.amplification.lists import read_list
from graph.amplification.mapping import Mapping as Columns
from graph.amplification.mapping import preset
from graph.amplification.numbers import EXACT
from graph.errors import DocumentError
from graph.ids import sha256
from graph.post_ids import channel_id, counted_by_channel, post_id
from graph.posts import ChannelProfile, Post
from ingest.posts.base import Draft, Outcome, PostOptions, build, flawed, in_utc, storable
from ingest.posts.seen import Seen
from ingest.readers.base import LONE_SURROGATE, Resource
from ingest.readers.jsonl import records
from ingest.readers.table import Row, opened_rows, refuse_twice, some

MORE = ("channel_name", "url", "edited_at", "forwards", "reactions", "subscribers", "seen_at")
"""Fields beyond those of the posts table, found by these names or mapped with --map."""

_PLATFORMS = {"x": "x", "crowdtangle": "facebook"}
_ROWS = 5_000
_LONGEST = 4_000  # digits; int() refuses some more
# What DuckDB makes of the infinite times of Parquet, and nobody's time of a post.
_ENDLESS = (datetime.max, datetime.min, date.max, date.min)
Rows = Iterator[Row | DocumentError]


def columns_for(options: PostOptions) -> tuple[Columns, dict[str, tuple[str, ...]]]:
    """The mapping of a table and the columns of further fields.

    Raises PostsError for an unknown preset, DocumentError never.
    """
    base = preset(options.preset or "sayso")
    given: dict[str, tuple[str, ...]] = {
        field: (column,) for field, column in options.read.columns.items()
    }
    more = {name: given.pop(name, (name,)) for name in MORE}
    return base.model_copy(update={"columns": {**base.columns, **given}}), more


def parse_csv(resource: Resource, options: PostOptions) -> Iterator[Outcome]:
    """The rows of a CSV file as posts, a bad one refused by its line."""
    with opened_rows(resource, options.read) as (names, rows):
        mapping, more = columns_for(options)
        mapped = (*mapping.columns.values(), *more.values())
        refuse_twice(names, chain.from_iterable(mapped), resource.source)
        if missing := mapping.missing(tuple(names)):
            raise DocumentError(
                resource.source,
                f"it has no column {', '.join(map(repr, missing))}; its columns are: "
                f"{', '.join(names)}",
                remedy="Name them with --map id=...,channel=...,time=..., or a --preset",
            )
        yield from _posts(rows, resource, options)


def parse_jsonl(resource: Resource, options: PostOptions) -> Iterator[Outcome]:
    """The objects of a JSON Lines file as posts."""
    yield from _posts(records(resource, options.read), resource, options)


def parse_parquet(resource: Resource, options: PostOptions) -> Iterator[Outcome]:
    """The rows of a Parquet file as posts, some thousands in memory at a time."""
    rows = some(_parquet_rows(Path(resource.source)), resource.source)
    yield from _posts(rows, resource, options)


def _parquet_rows(path: Path) -> Rows:
    with duckdb.connect() as connection:
        try:
            found = connection.execute("FROM read_parquet($path)", {"path": str(path)})
        except duckdb.Error as error:
            raise DocumentError(
                str(path), "it is no Parquet file", remedy="Check how it was written"
            ) from error
        names = [column[0] for column in found.description or ()]
        number = 0
        while rows := _fetched(found, path):
            for row in rows:
                number += 1
                raw = json.dumps(row, default=str, ensure_ascii=False).encode()
                yield Row(f"{path}#{number}", raw, dict(zip(names, row, strict=True)))


def _fetched(found: duckdb.DuckDBPyConnection, path: Path) -> list[Any]:
    try:
        return found.fetchmany(_ROWS)
    except duckdb.Error as error:
        raise DocumentError(
            str(path),
            "it is damaged, and its rows were read only in part",
            remedy="Write or copy it again",
        ) from error


def _posts(rows: Rows, resource: Resource, options: PostOptions) -> Iterator[Outcome]:
    mapping, more = columns_for(options)
    platform = options.platform or _PLATFORMS.get((options.preset or "").casefold(), "other")
    record = Record(mapping, more, platform, resource, options)
    profiles = Seen()
    for same in _grouped(rows, mapping):
        if isinstance(same, DocumentError):
            yield same
            continue
        read = record.read(same)
        if isinstance(read, DocumentError):
            yield read
            continue
        draft, profile = read
        post = build(draft)
        if profile and isinstance(post, Post) and profiles.add(profile.id):
            yield profile
        yield post


def _grouped(rows: Rows, mapping: Columns) -> Iterator[list[Row] | DocumentError]:
    """One row a post, or where a row is one object of a post, all its rows that follow another."""
    if mapping.one_row_per == "post":
        yield from ([row] if isinstance(row, Row) else row for row in rows)
        return
    columns = mapping.columns["id"]

    def key(row: Row | DocumentError) -> object:
        return _first(row, columns) if isinstance(row, Row) else row.source

    for _, group in groupby(rows, key=key):
        same = list(group)
        refused = [row for row in same if isinstance(row, DocumentError)]
        yield from refused
        if kept := [row for row in same if isinstance(row, Row)]:
            yield kept


class Record:
    """Reads fields of rows by a mapping."""

    def __init__(
        self,
        mapping: Columns,
        more: Mapping[str, tuple[str, ...]],
        platform: str,
        resource: Resource,
        options: PostOptions,
    ) -> None:
        # A preset's names of channels are for comparing: a document each would be too many.
        self._columns = {str(field): names for field, names in mapping.columns.items()} | {**more}
        self._mapping = mapping
        self._platform = platform
        self._options = options
        self._seen = options.seen(resource)

    def read(self, rows: list[Row]) -> tuple[Draft, ChannelProfile | None] | DocumentError:
        """The rows of one post, and what the first says of its channel; or what is wrong."""
        draft = Draft(
            source=rows[0].place,
            raw_sha256=sha256(b"".join(one.raw for one in rows)),
            reader="table",
            channel=None,
            native=None,
            published_at=None,
        )
        try:
            self._fill(draft, rows)
            return draft, self._profile(rows[0], draft)
        except ValueError as error:
            return flawed(draft, str(error), "Correct the row, or map another column")

    def _fill(self, draft: Draft, rows: list[Row]) -> None:
        row = rows[0]
        draft.native = _native(self._key(row, "id"))
        home = draft.channel = self._id("channel", self._key(row, "channel"), "")
        draft.text = self._word(row, "text") or ""
        draft.lang, draft.url = self._word(row, "lang"), self._word(row, "url")
        draft.urls = [link for one in rows for link in self._words(one, "links")]
        draft.published_at = self._moment(row, "time")
        draft.edited_at = self._moment(row, "edited_at")
        draft.seen_at = self._moment(row, "seen_at") or self._seen
        draft.views, draft.forwards, draft.reactions = (
            self._number(row, name) for name in ("views", "forwards", "reactions")
        )
        if home:
            origin = self._key(row, "forward_from")
            draft.forward_from = self._id("channel", origin, home)
            # A number that each channel gives anew is no post without its channel.
            source = home if not counted_by_channel(self._platform) else draft.forward_from
            draft.forward_of = self._id("post", self._key(row, "forward_of"), source)
            draft.reply_to = self._id("post", self._key(row, "reply_to"), home)

    def _profile(self, row: Row, draft: Draft) -> ChannelProfile | None:
        """What the row says of its channel beyond its id, if anything."""
        name, subscribers = self._word(row, "channel_name"), self._number(row, "subscribers")
        if not name or draft.channel is None:
            return None
        name = " ".join(name.split())
        counted = f"{name}\n{subscribers} subscribers"
        return ChannelProfile(
            channel=draft.channel,
            name=name,
            text=name if subscribers is None else counted,
            raw_sha256=sha256(counted),
            reader="table",
            source=row.place,
            subscribers=subscribers,
            bound=None if subscribers is None else "exact",
            quoted=None if subscribers is None else (len(name) + 1, len(counted)),
            seen_at=draft.seen_at,
        )

    def _id(self, kind: str, key: str | None, home: str | None) -> str | None:
        """An id of ours as it stands, or made from a platform's own; posts are of a `home`."""
        if key is None or key.startswith(f"{kind}:"):
            return key
        if kind == "channel":
            return channel_id(self._platform, key)
        return post_id(home, key) if home else None

    def _value(self, row: Row, field: str) -> object:
        return _first(row, self._columns.get(field, ()))

    def _word(self, row: Row, field: str) -> str | None:
        value = self._value(row, field)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool | bytes | list | tuple | dict):
            raise ValueError(f"its {field} {str(value)[:40]!r} is no text")
        word = str(value).strip() or None if value is not None else None
        # In a text such halves tell of a wrong encoding, which is then said of the whole record.
        if word and field != "text" and LONE_SURROGATE.search(word):
            raise ValueError(f"its {field} holds half a character (a lone surrogate)")
        return word

    def _key(self, row: Row, field: str) -> str | None:
        """What a platform calls something: a text or a whole number that has kept its digits."""
        value = self._value(row, field)
        if isinstance(value, float) and not (value.is_integer() and abs(value) < EXACT):
            raise ValueError(f"its {field} {value!r} has lost digits, or is no whole number")
        return self._word(row, field)

    def _words(self, row: Row, field: str) -> list[str]:
        """A list, an array as JSON or Python writes it, or words between separators."""
        value = self._value(row, field)
        if value is None:
            return []
        found = value
        if isinstance(value, str):
            text = value.strip()
            array = text.startswith("[")
            found = read_list(text) if array else text.split(self._mapping.separator)
        key = self._mapping.item_key
        items = found if isinstance(found, list | tuple) else [found]
        picked = [one.get(key) if key and isinstance(one, dict) else one for one in items]
        words = [one.strip() for one in picked if isinstance(one, str)]
        if found is None or len(words) + picked.count(None) < len(picked):
            raise ValueError(f"its {field} {str(value)[:40]!r} are no list of texts")
        if any(map(LONE_SURROGATE.search, words)):
            raise ValueError(f"its {field} hold half a character (a lone surrogate)")
        return list(filter(None, words))

    def _number(self, row: Row, field: str) -> int | None:
        value = self._value(row, field)
        if value is None:
            return None
        text = str(value).replace(",", "").removesuffix(".0")
        if isinstance(value, bool) or not text.isdecimal() or len(text) > _LONGEST:
            raise ValueError(f"its {field} {str(value)[:40]!r} are no number")
        return storable(field, int(text))

    def _moment(self, row: Row, field: str) -> datetime | None:
        value = self._value(row, field)
        if value is None:
            return None
        if value in _ENDLESS:
            raise ValueError(f"its {field} is infinite, or as good as that")
        if isinstance(value, datetime):
            return in_utc(field, value if value.tzinfo else value.replace(tzinfo=UTC))
        for form in (*self._mapping.time, *(("iso",) if field != "time" else ())):
            moment = self._parsed(str(value).strip(), form)
            if moment is not None:
                zoned = moment if moment.tzinfo else moment.replace(tzinfo=self._options.zone)
                return in_utc(field, zoned)
        raise ValueError(f"its {field} {str(value)[:40]!r} is no date")

    def _parsed(self, text: str, form: str) -> datetime | None:
        for name, offset in self._mapping.zones.items():
            if text.endswith(f" {name}"):
                text = text.removesuffix(f" {name}") + offset
        try:
            if form in ("epoch_seconds", "epoch_milliseconds"):
                scale = 1 if form == "epoch_seconds" else 1000
                return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=float(text) / scale)
            return datetime.fromisoformat(text) if form == "iso" else datetime.strptime(text, form)
        except (ValueError, OverflowError):
            return None


def _first(row: Row, columns: tuple[str, ...]) -> object:
    """The value of the first of these columns that a row has filled, else None."""
    values = (row.values.get(column) for column in columns)
    return next((value for value in values if _is_filled(value)), None)


def _is_filled(value: object) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and not (isinstance(value, float) and isnan(value))


def _native(key: str | None) -> str | None:
    """What the platform calls a post, also where the table has our own id of it."""
    return unquote(key.rpartition(":")[2]) if key and key.startswith("post:") else key
