"""Files of posts as DuckDB scans them, and where in a file the rows stood that it read."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from graph.amplification.mapping import LISTS, Column, Mapping
from graph.amplification.numbers import (
    float_text,
    is_exact,
    is_lost,
    is_lost_text,
    whole,
    whole_text,
)
from graph.amplification.posts import Posts
from graph.amplification.rewriting import as_utf8
from graph.amplification.sql import identifier, json_path, literal
from graph.delimited import admit_fields, delimiter_of
from graph.errors import PostsError

BLANK = "an empty line"
"""The flaw of a line that is none: it is left out and not told."""

_KEYS: tuple[Column, ...] = ("id", "channel", "forward_of", "forward_from", "reply_to")
_CALLED: dict[Column, str] = {"id": "an id", "links": "an object", "claims": "an object"}
_NO_FLAW = "CAST(NULL AS VARCHAR)"
_FLOATS = ("FLOAT", "DOUBLE")
_TEXTUAL = ("VARCHAR", "JSON", "ENUM")
_BLOCK = 1 << 20
_READING = "auto_detect=false, store_rejects=true, rejects_limit=0, max_line_size=16777216"
_UNQUOTED = "columns={'line': 'VARCHAR'}, delim='\x01', quote='', escape='', header=false"
_NO_KEYS = ("BOOLEAN", "STRUCT", "MAP", "UNION")
_TEXTS = ("csv", "tsv", "txt", "jsonl", "ndjson")

Columns = dict[Column, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A row that was set aside: the line of the file where it begins, from 1, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file as DuckDB scans it.

    `values` is the SQL of the columns asked for, as text or JSON, and `flaw` that of what a row is
    instead of one. `columns` are all there are, empty where every line has its own.
    """

    path: Path
    kind: str
    scan: str
    values: dict[str, str]
    columns: tuple[str, ...] = ()
    flaw: str = _NO_FLAW
    delimiter: str = ","

    def rejected(self, posts: Posts) -> list[Quarantined]:
        """The lines that are no rows: too few or many fields, open quotes, another encoding."""
        if self.kind == "parquet":
            return []
        rows = posts.rows(
            "SELECT DISTINCT ON (line) line_byte_position, lower(CAST(error_type AS VARCHAR)) "
            "FROM reject_errors ORDER BY line, column_idx NULLS LAST"
        )
        posts.connection.execute("DROP TABLE reject_errors; DROP TABLE reject_scans")
        places = sorted((place, f"no row: {why}") for place, why in rows)
        return list(_counted(self.path, places))

    def lines(self, bad: Iterable[int], rejected: Iterable[int]) -> Iterator[tuple[int, int]]:
        """The line where each of these rows of the table began, by its place among rows read."""
        if self.kind == "csv":
            yield from self._csv_lines(frozenset(bad), frozenset(rejected))
            return
        lost, skipped = sorted(rejected), 0
        for row in sorted(bad):
            while skipped < len(lost) and lost[skipped] <= row + 1 + skipped:
                skipped += 1
            yield row, row + 1 + skipped

    def _csv_lines(
        self, bad: frozenset[int], rejected: frozenset[int]
    ) -> Iterator[tuple[int, int]]:
        if not bad:
            return
        admit_fields(self.path.stat().st_size)
        with self.path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            reader, row, line = csv.reader(file, delimiter=self.delimiter), -1, 1
            for record in reader:
                if record and line not in rejected:
                    if row in bad:
                        yield row, line
                    row += 1
                line = reader.line_num + 1


@contextmanager
def opened_source(
    path: Path, columns: Columns, mapping: Mapping, *, encoding: str | None
) -> Iterator[Source]:
    """A file of posts ready to be scanned for these columns of a mapping.

    The delimiter and the encoding are told from its beginning where they are None. Raises
    PostsError for a file that is missing, of another kind or not readable.
    """
    _check_file(path)
    kind = path.suffix.casefold().lstrip(".")
    if kind == "parquet":
        yield _parquet(path, columns, mapping)
        return
    if kind not in _TEXTS:
        raise PostsError(
            f"{path.name} is no file of posts", remedy="Give a .csv, .tsv, .jsonl or .parquet file"
        )
    json = "json" in kind
    with as_utf8(path, encoding, quoted=not json, delimiter=mapping.delimiter) as text:
        yield _jsonl(text, columns, mapping) if json else _csv(text, columns, path.name, mapping)


def _check_file(path: Path) -> None:
    """Refuse what is no file, or none that can be opened, before anything is made of it."""
    if str(path) == "-":
        raise PostsError("Posts are not read from standard input", remedy="Save them in a file")
    try:
        if path.is_dir():
            raise PostsError(f"{path} is a folder", remedy="Give a file of posts")
        if not path.exists():
            raise PostsError(f"There is no file {path}", remedy="Check the path")
        if not path.is_file():
            raise PostsError(f"{path} is a pipe or a device", remedy="Save the posts in a file")
        path.open("rb").close()
    except OSError as error:
        raise PostsError(
            f"{path} cannot be read: {error.strerror}", remedy="Check its name and its permissions"
        ) from error


def _ids(columns: Columns, mapping: Mapping) -> list[tuple[Column, str]]:
    """The fields that hold an id, with their columns: a row of one object holds that by its id."""
    objects = LISTS if mapping.one_row_per == "object" else ()
    return [(field, name) for field in (*_KEYS, *objects) for name in columns.get(field, ())]


def _jsonl(path: Path, columns: Columns, mapping: Mapping) -> Source:
    """All values of a line are taken at once, since parsing it is what takes the time."""
    names = list(dict.fromkeys(name for alternatives in columns.values() for name in alternatives))
    ids = _ids(columns, mapping)
    lists = {name for field in LISTS for name in columns.get(field, ())}
    typed = list(dict.fromkeys((*(name for _, name in ids), *lists)))
    paths = ", ".join(json_path("$", name) for name in names)
    types = ", ".join(("'$'", *(json_path("$", name) for name in typed)))
    lines = f"read_csv({literal(str(path))}, {_UNQUOTED}, {_READING})"
    scan = (
        f"(SELECT line, valid, CASE WHEN valid THEN json_extract_string(line, [{paths}]) END AS "
        f"found, CASE WHEN valid THEN json_type(line, [{types}]) END AS types "
        f"FROM (SELECT line, json_valid(line) AS valid FROM {lines}))"
    )
    values = {name: f"found[{place}]" for place, name in enumerate(names, start=1)}
    type_of = {name: f"types[{place}]" for place, name in enumerate(typed, start=2)}
    wrong = []
    for field, name in ids:
        value, type_ = values[name], type_of[name]
        number = f"TRY_CAST({value} AS DOUBLE)"
        others = "'ARRAY', 'OBJECT', 'BOOLEAN'" if field in _KEYS else "'OBJECT', 'BOOLEAN'"
        wrong.append(f"WHEN {type_} IN ({others}) THEN '{_no_key(field)}'")
        # Of whole numbers beyond 64 bits, which are of this type too, all digits are there.
        lost = f"NOT regexp_full_match({value}, '-?[0-9]+') AND NOT {is_exact(number)}"
        wrong.append(f"WHEN {type_} = 'DOUBLE' AND {lost} THEN '{_lost(field)}'")
    flaw = (
        f"CASE WHEN valid THEN CASE WHEN types[1] <> 'OBJECT' THEN 'no JSON object' "
        f"{' '.join(wrong)} END "
        f"WHEN trim(coalesce(line, ''), ' \t\r') = '' THEN {literal(BLANK)} ELSE 'no JSON' END"
    )
    read = {name: _json_value(value, type_of.get(name)) for name, value in values.items()}
    for name in lists - {name for _, name in ids}:
        # Anything else becomes a list of what is no text, or of an object that may hold one.
        text = f"{type_of[name]} IN ('VARCHAR', 'ARRAY')"
        read[name] = f"CASE WHEN {text} THEN {values[name]} ELSE '[' || {values[name]} || ']' END"
    return Source(path, "jsonl", scan, read, flaw=flaw)


def _json_value(value: str, type_: str | None) -> str:
    if type_ is None:
        return value
    number = whole(f"TRY_CAST({value} AS DOUBLE)", value)
    return f"CASE WHEN {type_} = 'DOUBLE' THEN {number} ELSE {value} END"


def _no_key(field: Column) -> str:
    return f"{_CALLED.get(field, f'a {field}')} that is no text and no number"


def _lost(field: Column) -> str:
    return f"{_CALLED.get(field, f'a {field}')} that has lost digits, or is no whole number"


def _csv(path: Path, columns: Columns, name: str, mapping: Mapping) -> Source:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        delimiter = mapping.delimiter or delimiter_of(file.readline(_BLOCK))
        file.seek(0)
        admit_fields(path.stat().st_size)
        header = next(csv.reader(file, delimiter=delimiter), [])
    values = {column: f"c{place}" for place, column in enumerate(header) if column}
    if not values:
        raise PostsError(
            f"{name} does not begin with a row of column names", remedy="Give it a header row"
        )
    wanted = dict.fromkeys(name for alternatives in columns.values() for name in alternatives)
    if twice := [column for column in wanted if header.count(column) > 1]:
        raise PostsError(
            f"{name} has more than one column {', '.join(map(repr, twice))}",
            remedy="Give each column a name of its own",
        )
    # By names of ours: DuckDB needs one for each, and takes those that differ in case for the same.
    types = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(len(header)))
    scan = (
        f"read_csv({literal(str(path))}, columns={{{types}}}, header=true, "
        f"delim={literal(delimiter)}, quote='\"', escape='\"', {_READING})"
    )
    ids = [(field, name) for field, name in _ids(columns, mapping) if name in values]
    wrong = [f"WHEN {is_lost_text(values[name])} THEN '{_lost(field)}'" for field, name in ids]
    read = values | {name: whole_text(values[name]) for _, name in ids}
    return Source(path, "csv", scan, read, tuple(read), _case(wrong), delimiter)


def _case(wrong: list[str]) -> str:
    return f"CASE {' '.join(wrong)} END" if wrong else _NO_FLAW


def _parquet(path: Path, columns: Columns, mapping: Mapping) -> Source:
    scan = f"read_parquet({literal(str(path))})"
    try:
        with duckdb.connect() as connection:
            described = connection.execute(f"DESCRIBE FROM {scan}").fetchall()
    except duckdb.Error as error:
        raise PostsError(f"{path.name} is no Parquet file", remedy="Check the file") from error
    types = {str(row[0]): str(row[1]) for row in described}
    ids = [(field, name) for field, name in _ids(columns, mapping) if name in types]
    wrong = []
    for field, name in ids:
        if types[name].startswith(_NO_KEYS) or (field in _KEYS and types[name].endswith("]")):
            raise PostsError(
                f"The column {name!r} of {path.name} holds {types[name]}, which is "
                f"{_no_key(field)}",
                remedy=f"Map another column to {field}",
            )
        if types[name] in _FLOATS:
            wrong.append(f"WHEN {is_lost(identifier(name))} THEN '{_lost(field)}'")
    values = {name: _parquet_value(identifier(name), type_) for name, type_ in types.items()}
    for name in {name for field in LISTS for name in columns.get(field, ())} & types.keys():
        if name not in {name for _, name in ids}:
            values[name] = _parquet_list(identifier(name), types[name])
    return Source(path, "parquet", scan, values, tuple(types), _case(wrong))


def _parquet_value(value: str, type_: str) -> str:
    if type_ in _FLOATS:
        return float_text(value)
    return f"CAST({f'to_json({value})' if type_.endswith(']') else value} AS VARCHAR)"


def _parquet_list(value: str, type_: str) -> str:
    """A list of texts, one text, or an object that may hold one; else a list that is none."""
    if type_.startswith("STRUCT") and not type_.endswith("]"):
        one = f"'[' || CAST(to_json({value}) AS VARCHAR) || ']'"
        return f"CASE WHEN {value} IS NOT NULL THEN {one} END"
    if type_.startswith(_TEXTUAL) or (type_.endswith("]") and "BLOB" not in type_):
        return _parquet_value(value, type_)
    filled = f"NOT isnan({value})" if type_ in _FLOATS else f"{value} IS NOT NULL"
    return f"CASE WHEN {filled} THEN '[false]' END"


def _counted(path: Path, places: list[tuple[int, str]]) -> Iterator[Quarantined]:
    """Byte positions as lines, by counting line ends up to each.

    DuckDB puts some rows where the empty lines before them begin, or between the carriage return
    and the line feed before them.
    """
    line, done = 1, 0
    with path.open("rb") as file:
        for place, reason in places:
            while done < place - 1:
                block = file.read(min(_BLOCK, place - 1 - done))
                while block.endswith(b"\r") and done + len(block) < place - 1:
                    block += file.read(1)
                done += len(block)
                block = block.removesuffix(b"\r")
                line += block.count(b"\n") + block.count(b"\r") - block.count(b"\r\n")
            while (mark := file.read(1)) in (b"\r", b"\n"):
                done += 1
                line += mark == b"\n"
            file.seek(done)
            yield Quarantined(line, reason)
