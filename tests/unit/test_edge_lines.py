"""Edges as lines, written by compiled code, are letter by letter what DuckDB writes."""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.amplification import lines as by_line
from graph.amplification.edges import COLUMNS, write_edges
from graph.amplification.lines import lines
from graph.amplification.network import Edges

FIRST, LAST = -62_135_596_800_000_000, 253_402_300_799_999_999  # of the years 1 to 9999
NAMES = ("a", "", 'say "x"', "b,c", "two\nlines", "two\r", "#d", "e#", " f ", "Ї😀", "'g'", "\\N")
moments = st.integers(FIRST, LAST) | st.integers(-9, 9).map(lambda second: second * 1_000_000)


def network(rows: list[tuple[int, int, int, int, int]], names: tuple[str, ...]) -> Edges:
    source, target, weight, first, last = np.array(rows, np.int64).T
    ends = source.astype(np.int32), target.astype(np.int32)
    return Edges(names, *ends, *map(np.ascontiguousarray, (weight, first, last)))


def by_duckdb(edges: Edges, path: Path) -> bytes:
    with duckdb.connect() as connection:
        connection.execute("SET VARIABLE names = $names", {"names": list(edges.names)})
        connection.register("edges", {name: getattr(edges, name) for name in COLUMNS})
        connection.execute(
            "COPY (SELECT getvariable('names')[source + 1] AS source, "
            "getvariable('names')[target + 1] AS target, weight, make_timestamp(first) AS first, "
            "make_timestamp(last) AS last FROM edges) TO $path (HEADER false)",
            {"path": str(path)},
        )
    return path.read_bytes()


@given(
    rows=st.lists(
        st.tuples(*[st.integers(0, len(NAMES) - 1)] * 2, st.integers(1, 2**62), moments, moments),
        min_size=1,
        max_size=30,
    )
)
@settings(max_examples=50)
def test_lines_are_what_duckdb_writes(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, int, int, int, int]]
) -> None:
    edges = network(rows, NAMES)
    path = tmp_path_factory.getbasetemp() / "edges.csv"
    assert b"".join(lines(edges)) == by_duckdb(edges, path)


def test_every_day_of_four_hundred_years_is_written_as_duckdb_does(tmp_path: Path) -> None:
    day = 86_400_000_000
    moments = [FIRST + 700_000 * day + n * day + n * 1_234_567 for n in range(146_098)]
    edges = network([(0, 1, 1, moment, moment + 1) for moment in moments], ("a", "b"))
    assert b"".join(lines(edges)) == by_duckdb(edges, tmp_path / "edges.csv")


def test_parts_with_other_names_are_written_with_theirs(tmp_path: Path) -> None:
    out = tmp_path / "edges.csv"
    for names in (("a", "b"), ("c", "d")):
        part = network([(0, 1, 2, 0, 500_000)], names)
        with duckdb.connect() as connection:
            assert write_edges(connection, [part, part], out) == 2
        line = f"{names[0]},{names[1]},2,1970-01-01 00:00:00,1970-01-01 00:00:00.5\n"
        assert out.read_text() == f"source,target,weight,first,last\n{line}{line}"


def test_many_lines_are_written_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    edges = network([(0, 1, n, 0, 0) for n in range(5)], ("a", "b"))
    whole = b"".join(lines(edges))
    monkeypatch.setattr(by_line, "_AT_A_TIME", 2)
    assert [len(bytes(some).splitlines()) for some in lines(edges)] == [2, 2, 1]
    assert b"".join(lines(edges)) == whole


def test_no_edges_are_no_lines() -> None:
    nothing = np.empty(0, np.int64)
    assert [*lines(Edges((), *[nothing.astype(np.int32)] * 2, nothing, nothing, nothing))] == []
