"""Files of posts into the posts table; a bad row is set aside with its reason, the rest goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from graph.amplification.asking import Subject
from graph.amplification.expressions import PYTHON_LIST, expression, is_no_list, text
from graph.amplification.isotime import PYTHON_TIME, in_utc
from graph.amplification.lists import as_json
from graph.amplification.mapping import LISTS, Column, Mapping, fitting
from graph.amplification.posts import COLUMNS, Posts
from graph.amplification.sources import BLANK, Columns, Quarantined, Source, opened_source
from graph.amplification.sql import literal
from graph.errors import PostsError

NO_TIME = "no time, or one in another form than the mapping says"
DUPLICATE = "an id that an earlier row has"
# In the order they are looked for, after the flaws of rows as such: the first that holds is the
# reason.
CHECKS = {
    "id IS NULL": "no id",
    "channel IS NULL": "no channel",
    "time IS NULL": NO_TIME,
    "time < '0001-01-01' OR time >= '10000-01-01'": "a time outside the years 1 to 9999",
    "views < 0": "views that are no count",
}
_CHECKS = " ".join(f"WHEN {test} THEN {why!r}" for test, why in CHECKS.items())
_PYTHON = {PYTHON_LIST: as_json, PYTHON_TIME: in_utc}
_REASONS = f"CASE WHEN flaw IS NOT NULL THEN flaw {_CHECKS} END"


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of a file's rows; `quarantined` is in the order of the file."""

    kept: int
    quarantined: tuple[Quarantined, ...]

    def reasons(self) -> dict[str, int]:
        """How many rows were set aside for each reason, the most frequent first."""
        return dict(Counter(row.reason for row in self.quarantined).most_common())


def load(
    posts: Posts,
    path: Path,
    mapping: Mapping,
    *,
    only: Iterable[Column] | None = None,
    subject: Subject | None = None,
    encoding: str | None = None,
) -> LoadReport:
    """Read a CSV, JSONL or Parquet file into an empty posts table.

    `only` names the columns a pass needs besides id, channel and time; others stay empty, which
    saves time and memory, and are not checked. `subject` is what the pass is about, without which
    there is nothing to compute. `encoding` overrides what the file's beginning tells of its own.
    Raises PostsError for a file that is missing, of another kind or without the columns that the
    mapping or the subject needs.
    """
    wanted = set(COLUMNS) if only is None else {"id", "channel", "time", *only}
    columns: Columns = {key: names for key, names in mapping.columns.items() if key in wanted}
    with opened_source(path, columns, mapping, encoding=encoding) as source:
        _check_columns(source, path.name, mapping, subject)
        _insert(posts, source, path.name, columns, mapping)
        rejected = source.rejected(posts)
        bad = _bad_rows(posts, mapping)
        lines = dict(source.lines(bad, {row.line for row in rejected}))
    if bad:
        posts.connection.execute("DELETE FROM posts WHERE rowid IN (SELECT row FROM bad)")
    posts.connection.execute("ALTER TABLE posts DROP COLUMN flaw")
    if mapping.one_row_per == "object":
        _join_rows(posts)
    told = (Quarantined(lines[row], why) for row, why in bad.items() if why != BLANK)
    quarantined = sorted((*rejected, *told), key=lambda row: row.line)
    [(kept,)] = posts.rows("SELECT count(*) FROM posts")
    if subject is not None and kept and not source.columns:
        _check_values(posts, path.name, mapping, subject)
    return LoadReport(kept, tuple(quarantined))


def _check_columns(source: Source, name: str, mapping: Mapping, subject: Subject | None) -> None:
    """Refuse a file without the columns that every post has, or all that the subject stands in."""
    found = source.columns
    there = f"It has {', '.join(found[:20])}"
    if missing := mapping.missing(found) if found else ():
        remedy = f"{there}; choose another preset or write a mapping"
        if fit := fitting(found):
            remedy = f"Its columns are those of --preset {' or '.join(fit)}"
        elif len(found) == 1 and source.kind == "csv":
            remedy += f", and say its `delimiter` if that is not {source.delimiter!r}"
        raise PostsError(f"{name} has no column {', '.join(map(repr, missing))}", remedy=remedy)
    if subject is None:
        return
    names = subject.names(mapping)
    if not names:
        raise PostsError(
            f"The mapping has no column for {' or '.join(subject.columns)}, which {subject.what} "
            "looks at",
            remedy=f"Choose another preset, or add `{subject.columns[0]}: COLUMN` to the columns "
            "of a mapping of yours",
        )
    if found and not set(names) & set(found):
        raise PostsError(
            f"{name} has no column {' or '.join(map(repr, names))}, which {subject.what} looks at",
            remedy=f"{there}; map one of them to {subject.columns[0]}, or ask for something else",
        )


def _check_values(posts: Posts, name: str, mapping: Mapping, subject: Subject) -> None:
    """Refuse a file of objects none of which has anything of the subject."""
    held = " + ".join(f"count({column})" for column in subject.columns)
    if posts.rows(f"SELECT {held} FROM posts") == [(0,)]:
        names = " or ".join(map(repr, subject.names(mapping)))
        raise PostsError(
            f"No row of {name} has {names}, which {subject.what} looks at",
            remedy=f"Map another key to {subject.columns[0]}, or ask for something else",
        )


def _insert(posts: Posts, source: Source, name: str, columns: Columns, mapping: Mapping) -> None:
    """All rows of a file, with what is wrong with a row as such in a column `flaw`."""
    values: dict[str, list[str]] = {
        column: [source.values[known] for known in names if known in source.values]
        for column, names in columns.items()
    }
    lists: list[str] = [column for column in LISTS if values.get(column)]
    flaws = " ".join(
        f"WHEN {is_no_list(f'raw_{column}', column)} THEN '{column} that are no list of texts'"
        for column in lists
    )
    flaw = f"CASE WHEN flaw IS NOT NULL THEN flaw {flaws} END"
    read = ", ".join(
        (
            *(f"{expression(key, values.get(key, ()), mapping)} AS {key}" for key in COLUMNS),
            *(f"{text(values[column])} AS raw_{column}" for column in lists),
            f"{source.flaw} AS flaw",
        )
    )
    # A post that lists an object twice shares it once; rows of one object are what a tool made.
    once = lists if mapping.one_row_per == "post" else []
    kept = ", ".join(_named_once(column) if column in once else column for column in COLUMNS)
    posts.connection.execute("ALTER TABLE posts ADD COLUMN flaw VARCHAR")
    # Each that is made brings numpy with it, which files without lists need not wait for.
    made = {name: python for name, python in _PYTHON.items() if name in read}
    for function, python in made.items():
        posts.connection.create_function(function, python, ["VARCHAR"], "VARCHAR")
    try:
        posts.connection.execute(
            f"INSERT INTO posts SELECT {kept}, {flaw} FROM (SELECT {read} FROM {source.scan})"
        )
    except duckdb.Error as error:
        why = str(error).splitlines()[0]
        raise PostsError(f"{name} cannot be read: {why}", remedy="Check the file") from error
    finally:
        for function in made:
            posts.connection.remove_function(function)


def _named_once(column: str) -> str:
    """A list without what it repeats, and as it stands where it repeats nothing."""
    repeats = f"list_unique({column}) < len({column})"
    return f"CASE WHEN {repeats} THEN list_sort(list_distinct({column})) ELSE {column} END"


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
