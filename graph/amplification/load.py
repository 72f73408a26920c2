"""Files of posts into the posts table; a bad row is set aside with its reason, the rest goes on."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from graph.amplification.mapping import LISTS, Column, Mapping
from graph.amplification.posts import COLUMNS, Posts
from graph.amplification.sql import identifier, literal
from graph.errors import PostsError

NO_TIME = "no time, or one in another form than the mapping says"
DUPLICATE = "an id that an earlier row has"
# In the order they are looked for: the first that holds is the reason.
CHECKS = {
    "id IS NULL": "no id",
    "channel IS NULL": "no channel",
    "time IS NULL": NO_TIME,
    "views < 0": "views that are no count",
}
_REASONS = f"CASE {' '.join(f'WHEN {test} THEN {why!r}' for test, why in CHECKS.items())} END"
_UNQUOTED_CSV = "auto_detect=false, delim='\x01', quote='', escape='', header=false"


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A row that was set aside: the line of the file where it begins, from 1, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of a file's rows; `quarantined` is in the order of the file."""

    kept: int
    quarantined: tuple[Quarantined, ...]

    def reasons(self) -> dict[str, int]:
        """How many rows were set aside for each reason, the most frequent first."""
        return dict(Counter(row.reason for row in self.quarantined).most_common())


def load(
    posts: Posts, path: Path, mapping: Mapping, *, only: Iterable[Column] | None = None
) -> LoadReport:
    """Read a CSV, JSONL or Parquet file into an empty posts table.

    `only` names the columns a pass needs besides id, channel and time; others stay empty, which
    saves time and memory. Raises PostsError for a file that is missing, of another kind or without
    the columns the mapping needs.
    """
    if not path.is_file():
        raise PostsError(f"There is no file {path}", remedy="Check the path")
    wanted = set(COLUMNS) if only is None else {"id", "channel", "time", *only}
    columns = {name: column for name, column in mapping.columns.items() if name in wanted}
    source = _source(path, mapping)
    found = source.columns
    if missing := mapping.missing(found) if found else ():
        raise PostsError(
            f"{path.name} has no column {', '.join(map(repr, missing))}",
            remedy=f"It has {', '.join(found[:20])}; choose another preset or write a mapping",
        )
    values: dict[str, str] = {
        name: source.value(column)
        for name, column in columns.items()
        if not found or column in found
    }
    fields = ", ".join(_expression(name, values.get(name), mapping) for name in COLUMNS)
    posts.connection.execute(f"INSERT INTO posts SELECT {fields} FROM {source.scan}")
    rejected = source.rejected(posts)
    bad = _bad_rows(posts, mapping)
    if bad:
        posts.connection.execute("DELETE FROM posts WHERE rowid IN (SELECT row FROM bad)")
    if mapping.one_row_per == "object":
        _join_rows(posts)
    [(kept,)] = posts.rows("SELECT count(*) FROM posts")
    lines = source.lines(bad, {row.line for row in rejected})
    quarantined = (*rejected, *(Quarantined(line, bad[row]) for row, line in lines))
    return LoadReport(kept, tuple(sorted(quarantined, key=lambda row: row.line)))


@dataclass(frozen=True, slots=True)
class _Source:
    """A file as DuckDB scans it; `columns` is empty where every line has its own."""

    path: Path
    kind: str
    scan: str
    columns: tuple[str, ...] = ()

    def value(self, column: str) -> str:
        """The text of a column, or JSON where it holds a list."""
        if self.kind == "jsonl":
            path = literal(f'$."{column}"')
            return (
                f"CASE WHEN json_valid(line) THEN CASE json_type(line, {path}) "
                f"WHEN 'ARRAY' THEN CAST(json_extract(line, {path}) AS VARCHAR) "
                f"ELSE json_extract_string(line, {path}) END END"
            )
        if self.kind == "parquet":
            name = identifier(column)
            return (
                f"CASE WHEN typeof({name}) LIKE '%[]' THEN CAST(to_json({name}) AS VARCHAR) "
                f"ELSE CAST({name} AS VARCHAR) END"
            )
        return identifier(column)

    def rejected(self, posts: Posts) -> list[Quarantined]:
        """The rows of a CSV file that are no rows: too few or many fields, open quotes."""
        if self.kind != "csv":
            return []
        rows = posts.rows(
            "SELECT DISTINCT ON (line) line_byte_position, lower(CAST(error_type AS VARCHAR)) "
            "FROM reject_errors ORDER BY line, column_idx NULLS LAST"
        )
        posts.connection.execute("DROP TABLE reject_errors; DROP TABLE reject_scans")
        places = sorted((place, f"no row: {why}") for place, why in rows)
        return list(_counted(self.path, places))

    def lines(self, bad: dict[int, str], rejected: set[int]) -> Iterator[tuple[int, int]]:
        """The line where each of these rows of the table began, by its place among rows read."""
        if not bad:
            return
        if self.kind != "csv":
            yield from ((row, row + 1) for row in bad)
            return
        with self.path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            reader, row, line = csv.reader(file), -1, 1
            for record in reader:
                if record and line not in rejected:
                    if row in bad:
                        yield row, line
                    row += 1
                line = reader.line_num + 1


def _counted(path: Path, places: list[tuple[int, str]]) -> Iterator[Quarantined]:
    """Byte positions as lines, by counting line ends up to each."""
    line, done = 1, 0
    with path.open("rb") as file:
        for place, reason in places:
            while done < place - 1:
                block = file.read(min(1 << 20, place - 1 - done))
                done += len(block)
                line += block.count(b"\n")
            yield Quarantined(line, reason)


def _source(path: Path, mapping: Mapping) -> _Source:
    file, kind = literal(str(path)), path.suffix.casefold().lstrip(".")
    if kind in ("jsonl", "ndjson"):
        columns = "columns={'line': 'VARCHAR'}"
        scan = f"read_csv({file}, {columns}, {_UNQUOTED_CSV}, max_line_size=16777216)"
        return _Source(path, "jsonl", scan)
    if kind == "parquet":
        return _Source(path, kind, f"read_parquet({file})", _parquet_columns(path))
    if kind not in ("csv", "tsv", "txt"):
        raise PostsError(
            f"{path.name} is no file of posts", remedy="Give a .csv, .tsv, .jsonl or .parquet file"
        )
    delimiter = "\t" if kind == "tsv" else mapping.delimiter
    header = _csv_header(path, delimiter)
    columns = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in header)
    scan = (
        f"read_csv({file}, columns={{{columns}}}, auto_detect=false, header=true, "
        f"delim={literal(delimiter)}, quote='\"', escape='\"', store_rejects=true, "
        "rejects_limit=0, max_line_size=16777216)"
    )
    return _Source(path, "csv", scan, header)


def _csv_header(path: Path, delimiter: str) -> tuple[str, ...]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        header = next(csv.reader(file, delimiter=delimiter), [])
    if len(set(header)) < len(header) or not header:
        raise PostsError(
            f"{path.name} does not begin with a row of column names, each once",
            remedy="Give it a header row",
        )
    return tuple(header)


def _parquet_columns(path: Path) -> tuple[str, ...]:
    try:
        with duckdb.connect() as connection:
            scanned = connection.execute(f"DESCRIBE FROM read_parquet({literal(str(path))})")
            return tuple(row[0] for row in scanned.fetchall())
    except duckdb.Error as error:
        raise PostsError(f"{path.name} is no Parquet file", remedy="Check the file") from error


def _expression(name: str, value: str | None, mapping: Mapping) -> str:
    """The SQL of one column of the posts table."""
    if value is None:
        return f"CAST(NULL AS {COLUMNS[name]})"
    if name == "text":
        return value
    text = f"nullif(trim({value}), '')"
    if name == "time":
        return f"coalesce({', '.join(_time(kind, text, mapping) for kind in mapping.time)})"
    if name in LISTS:
        return _list(text, mapping)
    if name == "views":
        return f"CASE WHEN {text} IS NOT NULL THEN coalesce(TRY_CAST({text} AS BIGINT), -1) END"
    return text


def _time(kind: str, text: str, mapping: Mapping) -> str:
    if kind in ("epoch_seconds", "epoch_milliseconds"):
        scale = "1e6" if kind == "epoch_seconds" else "1e3"
        micros = f"TRY_CAST({text} AS DOUBLE) * {scale}"
        return f"CASE WHEN abs({micros}) < 1e17 THEN make_timestamp(CAST({micros} AS BIGINT)) END"
    if kind == "iso":
        for name, offset in mapping.zones.items():
            text = f"replace({text}, {literal(f' {name}')}, {literal(offset)})"
        return f"TRY_CAST({text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'"
    form = f"try_strptime({text}, {literal(kind)})"
    return f"CAST({form} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'"


def _list(text: str, mapping: Mapping) -> str:
    # Python writes its lists with single quotes, and some tools write those into their files.
    json = f"CASE WHEN json_valid({text}) THEN {text} ELSE replace({text}, '''', '\"') END"
    if mapping.item_key is None:
        items = f"CAST(TRY_CAST({json} AS JSON) AS VARCHAR[])"
    else:
        items = (
            f"json_extract_string(TRY_CAST({text} AS JSON), {literal(f'$[*].{mapping.item_key}')})"
        )
    words = f"string_split({text}, {literal(mapping.separator)})"
    chosen = f"CASE WHEN {text} LIKE '[%' THEN {items} ELSE {words} END"
    return f"list_filter({chosen}, lambda item: item <> '')"


def _bad_rows(posts: Posts, mapping: Mapping) -> dict[int, str]:
    """Rows to set aside by their place, with the reason; also in the temporary table `bad`."""
    posts.connection.execute(
        "CREATE OR REPLACE TEMP TABLE bad AS "
        f"SELECT rowid AS row, {_REASONS} AS reason FROM posts WHERE {_REASONS} IS NOT NULL"
    )
    [(distinct, ids)] = posts.rows("SELECT count(DISTINCT id), count(id) FROM posts")
    if distinct != ids:
        same = "PARTITION BY id ORDER BY rowid"
        differs = "row_number() OVER rows > 1"
        if mapping.one_row_per == "object":
            differs = (
                "(channel, time) IS DISTINCT FROM "
                "(first_value(channel) OVER rows, first_value(time) OVER rows)"
            )
        posts.connection.execute(
            f"INSERT INTO bad SELECT rowid, {literal(DUPLICATE)} FROM posts "
            f"WHERE rowid NOT IN (SELECT row FROM bad) WINDOW rows AS ({same}) QUALIFY {differs}"
        )
    return dict(posts.rows("FROM bad ORDER BY row"))


def _join_rows(posts: Posts) -> None:
    """Make rows of one id one post; an object named twice stays twice, as CooRTweet counts it."""
    once = ", ".join(
        f"flatten(list({name} ORDER BY rowid) FILTER ({name} IS NOT NULL)) AS {name}"
        if name in LISTS
        else f"first({name} ORDER BY rowid) AS {name}"
        for name in COLUMNS
        if name != "id"
    )
    posts.connection.execute(
        f"CREATE OR REPLACE TABLE posts AS SELECT id, {once} FROM posts GROUP BY id"
    )
