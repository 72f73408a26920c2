"""Files of posts as DuckDB scans them, and where in a file the rows stood that it read."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from graph.amplification.mapping import Column
from graph.amplification.posts import Posts
from graph.amplification.sql import identifier, json_path, literal
from graph.delimited import admit_fields, delimiter_of
from graph.encoding import LINES_SAMPLE, detect_lines
from graph.errors import DocumentError, PostsError

BLANK = "an empty line"
"""The flaw of a line that is none: it is left out and not told."""

_KEYS: tuple[Column, ...] = ("id", "channel")
_BLOCK = 1 << 20
_ENDS = re.compile("\r\n?")
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
    flaw: str = "CAST(NULL AS VARCHAR)"
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
    path: Path, columns: Columns, *, delimiter: str | None, encoding: str | None
) -> Iterator[Source]:
    """A file of posts ready to be scanned for these columns.

    The delimiter and the encoding are told from its beginning where they are None. Raises
    PostsError for a file that is missing, of another kind or not readable.
    """
    _check_file(path)
    kind = path.suffix.casefold().lstrip(".")
    if kind == "parquet":
        yield _parquet(path, columns)
        return
    if kind not in _TEXTS:
        raise PostsError(
            f"{path.name} is no file of posts", remedy="Give a .csv, .tsv, .jsonl or .parquet file"
        )
    json = "json" in kind
    with _as_utf8(path, encoding, quoted=not json) as text:
        yield _jsonl(text, columns) if json else _csv(text, columns, path.name, delimiter)


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


def _jsonl(path: Path, columns: Columns) -> Source:
    """All values of a line are taken at once, since parsing it is what takes the time."""
    names = list(dict.fromkeys(name for alternatives in columns.values() for name in alternatives))
    keys = [(field, name) for field in _KEYS for name in columns.get(field, ())]
    paths = ", ".join(json_path("$", name) for name in names)
    typed = ", ".join(("'$'", *(json_path("$", name) for _, name in keys)))
    lines = f"read_csv({literal(str(path))}, {_UNQUOTED}, {_READING})"
    scan = (
        f"(SELECT line, valid, CASE WHEN valid THEN json_extract_string(line, [{paths}]) END AS "
        f"found, CASE WHEN valid THEN json_type(line, [{typed}]) END AS types "
        f"FROM (SELECT line, json_valid(line) AS valid FROM {lines}))"
    )
    wrong = " ".join(
        f"WHEN types[{place}] IN ('ARRAY', 'OBJECT', 'BOOLEAN') THEN '{_no_key(field)}'"
        for place, (field, _) in enumerate(keys, start=2)
    )
    flaw = (
        f"CASE WHEN valid THEN CASE WHEN types[1] <> 'OBJECT' THEN 'no JSON object' {wrong} END "
        f"WHEN trim(coalesce(line, ''), ' \t\r') = '' THEN {literal(BLANK)} ELSE 'no JSON' END"
    )
    values = {name: f"found[{place}]" for place, name in enumerate(names, start=1)}
    return Source(path, "jsonl", scan, values, flaw=flaw)


def _no_key(field: Column) -> str:
    return f"{'an id' if field == 'id' else 'a channel'} that is no text and no number"


def _csv(path: Path, columns: Columns, name: str, delimiter: str | None) -> Source:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        delimiter = delimiter or delimiter_of(file.readline(_BLOCK))
        file.seek(0)
        admit_fields(path.stat().st_size)
        header = next(csv.reader(file, delimiter=delimiter), [])
    named = {column: f"c{place}" for place, column in enumerate(header) if column}
    if not named:
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
    return Source(path, "csv", scan, named, tuple(named), delimiter=delimiter)


def _parquet(path: Path, columns: Columns) -> Source:
    scan = f"read_parquet({literal(str(path))})"
    try:
        with duckdb.connect() as connection:
            described = connection.execute(f"DESCRIBE FROM {scan}").fetchall()
    except duckdb.Error as error:
        raise PostsError(f"{path.name} is no Parquet file", remedy="Check the file") from error
    types = {str(row[0]): str(row[1]) for row in described}
    for field in _KEYS:
        for name in columns.get(field, ()):
            if types.get(name, "").endswith("]") or types.get(name, "").startswith(_NO_KEYS):
                raise PostsError(
                    f"The column {name!r} of {path.name} holds {types[name]}, which is "
                    f"{_no_key(field)}",
                    remedy=f"Map another column to {field}",
                )
    values = {
        name: f"CAST(to_json({identifier(name)}) AS VARCHAR)"
        if type_.endswith("]")
        else f"CAST({identifier(name)} AS VARCHAR)"
        for name, type_ in types.items()
    }
    return Source(path, "parquet", scan, values, tuple(types))


@contextmanager
def _as_utf8(path: Path, given: str | None, *, quoted: bool) -> Iterator[Path]:
    """A file of text as DuckDB reads it, in UTF-8 with line ends all alike, else such a copy.

    Lines stay where they are, and those that are `quoted` within a field as they are. Bytes that do
    not fit their encoding stay too, so that only their row is set aside.
    """
    try:
        with path.open("rb") as file:
            encoding = detect_lines(file.read(LINES_SAMPLE), path.name, given=given)
    except DocumentError as error:
        raise PostsError(error.message, remedy=error.remedy) from error
    if codecs.lookup(encoding).name in ("utf-8", "utf-8-sig") and _ends_alike(path):
        yield path
        return
    with TemporaryDirectory(prefix="sayso-posts-") as folder:
        copy = Path(folder) / "posts"
        try:
            _rewrite(path, encoding, copy, quoted=quoted)
        except UnicodeError as error:
            raise PostsError(
                f"{path.name} does not fit the encoding {encoding} ({error})",
                remedy="Save it as UTF-8, or name its encoding with --encoding",
            ) from error
        yield copy


def _ends_alike(path: Path) -> bool:
    """Whether a file's lines all end in a line feed, or all in carriage return and line feed.

    DuckDB stumbles over a mixture, or sets good rows aside for it.
    """
    with path.open("rb") as file:
        if not any(b"\r" in block for block in iter(lambda: file.read(_BLOCK), b"")):
            return True
        file.seek(0)
        while block := file.read(_BLOCK):
            if block.endswith(b"\r"):
                block += file.read(1)
            if not block.count(b"\r") == block.count(b"\n") == block.count(b"\r\n"):
                return False
    return True


def _rewrite(path: Path, encoding: str, copy: Path, *, quoted: bool) -> None:
    within = False
    with (
        path.open(encoding=encoding, errors="surrogateescape", newline="") as file,
        copy.open("w", encoding="utf-8", errors="surrogateescape", newline="") as written,
    ):
        while block := file.read(_BLOCK):
            while block.endswith("\r") and (more := file.read(1)):
                block += more
            for place, part in enumerate(block.split('"') if quoted else (block,)):
                if place:
                    written.write('"')
                    within = not within
                written.write(part if within else _ENDS.sub("\n", part))


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
