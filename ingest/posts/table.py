"""Posts in a table: CSV, JSON Lines or Parquet, a row a post, by a mapping of its columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote

import duckdb

from graph.amplification.mapping import Mapping as Columns
from graph.amplification.mapping import preset
from graph.errors import DocumentError
from graph.ids import sha256
from graph.post_ids import channel_id, counted_by_channel, post_id
from graph.posts import ChannelProfile
from ingest.posts.base import Draft, Outcome, PostOptions, build, flawed
from ingest.posts.seen import Seen
from ingest.readers.base import Resource
from ingest.readers.jsonl import records
from ingest.readers.table import Row, opened_rows

MORE = ("channel_name", "url", "edited_at", "forwards", "reactions", "subscribers", "seen_at")
"""Fields beyond those of the posts table, found by these names or mapped with --map."""

_PLATFORMS = {"x": "x", "crowdtangle": "facebook"}
_ROWS = 5_000
Rows = Iterator[Row | DocumentError]


def columns_for(options: PostOptions) -> tuple[Columns, dict[str, str]]:
    """The mapping of a table and the columns of further fields.

    Raises PostsError for an unknown preset, DocumentError never.
    """
    base = preset(options.preset or "sayso")
    given = dict(options.read.columns)
    more = {name: given.pop(name, name) for name in MORE}
    return base.model_copy(update={"columns": {**base.columns, **given}}), more


def parse_csv(resource: Resource, options: PostOptions) -> Iterator[Outcome]:
    """The rows of a CSV file as posts, a bad one refused by its line."""
    with opened_rows(resource, options.read) as (names, rows):
        mapping, _ = columns_for(options)
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
    yield from _posts(_parquet_rows(Path(resource.source)), resource, options)


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
        while rows := found.fetchmany(_ROWS):
            for row in rows:
                number += 1
                raw = json.dumps(row, default=str, ensure_ascii=False).encode()
                yield Row(f"{path}#{number}", raw, dict(zip(names, row, strict=True)))


def _posts(rows: Rows, resource: Resource, options: PostOptions) -> Iterator[Outcome]:
    mapping, more = columns_for(options)
    platform = options.platform or _PLATFORMS.get((options.preset or "").casefold(), "other")
    record = Record(mapping, more, platform, resource, options)
    profiles = Seen()
    for same in _grouped(rows, mapping):
        if isinstance(same, DocumentError):
            yield same
            continue
        draft = record.draft(same)
        if isinstance(draft, DocumentError):
            yield draft
            continue
        post = build(draft)
        profile = record.profile(same[0], draft)
        if profile is not None and profiles.add(profile.id):
            yield profile
        yield post


def _grouped(rows: Rows, mapping: Columns) -> Iterator[list[Row] | DocumentError]:
    """One row a post, or where a row is one object of a post, all its rows that follow another."""
    if mapping.one_row_per == "post":
        yield from ([row] if isinstance(row, Row) else row for row in rows)
        return
    column = mapping.columns["id"]

    def key(row: Row | DocumentError) -> object:
        return row.values.get(column) if isinstance(row, Row) else row.source

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
        more: Mapping[str, str],
        platform: str,
        resource: Resource,
        options: PostOptions,
    ) -> None:
        self._columns = dict(more)
        self._columns.update((str(field), column) for field, column in mapping.columns.items())
        self._mapping = mapping
        self._platform = platform
        self._options = options
        self._seen = options.seen(resource)

    def draft(self, rows: list[Row]) -> Draft | DocumentError:
        """The rows of one post as a draft, or what is wrong with its numbers or times."""
        row = rows[0]
        native, channel = self._word(row, "id"), self._word(row, "channel")
        home = self._id("channel", channel, "")
        raw = sha256(b"".join(one.raw for one in rows))
        draft = Draft(
            source=row.place,
            raw_sha256=raw,
            reader="table",
            channel=home,
            native=_native(native),
            published_at=None,
            text=self._word(row, "text") or "",
            lang=self._word(row, "lang"),
            url=self._word(row, "url"),
            urls=[link for one in rows for link in self._words(one, "links")],
        )
        try:
            draft.published_at = self._moment(row, "time")
            draft.edited_at = self._moment(row, "edited_at")
            draft.views, draft.forwards, draft.reactions = (
                self._number(row, name) for name in ("views", "forwards", "reactions")
            )
            draft.seen_at = self._moment(row, "seen_at") or self._seen
        except ValueError as error:
            return flawed(draft, str(error), "Correct the row, or map another column")
        if home:
            origin = self._word(row, "forward_from")
            draft.forward_from = self._id("channel", origin, home)
            # A number that each channel gives anew is no post without its channel.
            source = home if not counted_by_channel(self._platform) else draft.forward_from
            draft.forward_of = self._id("post", self._word(row, "forward_of"), source)
            draft.reply_to = self._id("post", self._word(row, "reply_to"), home)
        return draft

    def profile(self, row: Row, draft: Draft) -> ChannelProfile | None:
        """What the row says of its channel beyond its id, if anything."""
        name = self._word(row, "channel_name")
        if not name or draft.channel is None:
            return None
        name = " ".join(name.split())
        try:
            subscribers = self._number(row, "subscribers")
        except ValueError:
            subscribers = None
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
        value = row.values.get(self._columns.get(field, ""))
        return None if value is None or value == "" else value

    def _word(self, row: Row, field: str) -> str | None:
        value = self._value(row, field)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return str(value).strip() or None if value is not None else None

    def _words(self, row: Row, field: str) -> list[str]:
        """A list, a JSON array, or words between separators."""
        value = self._value(row, field)
        if isinstance(value, str) and value.lstrip().startswith("["):
            try:
                value = json.loads(value)
            except ValueError:
                return []
        if isinstance(value, str):
            value = value.split(self._mapping.separator)
        items: Iterable[object] = value if isinstance(value, list | tuple) else ()
        key = self._mapping.item_key
        picked = (item.get(key) if key and isinstance(item, dict) else item for item in items)
        return [item.strip() for item in picked if isinstance(item, str) and item.strip()]

    def _number(self, row: Row, field: str) -> int | None:
        value = self._value(row, field)
        if value is None:
            return None
        text = str(value).replace(",", "").removesuffix(".0")
        if isinstance(value, bool) or not text.isdecimal():
            raise ValueError(f"its {field} {str(value)[:40]!r} are no number")
        return int(text)

    def _moment(self, row: Row, field: str) -> datetime | None:
        value = self._value(row, field)
        if value is None:
            return None
        if isinstance(value, datetime):
            return value if value.tzinfo else value.replace(tzinfo=UTC)
        for form in (*self._mapping.time, *(("iso",) if field != "time" else ())):
            moment = self._parsed(str(value).strip(), form)
            if moment is not None:
                return moment if moment.tzinfo else moment.replace(tzinfo=self._options.zone)
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


def _native(key: str | None) -> str | None:
    """What the platform calls a post, also where the table has our own id of it."""
    return unquote(key.rpartition(":")[2]) if key and key.startswith("post:") else key
