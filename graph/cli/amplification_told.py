"""What the commands of amplification tell: rows set aside, edges, posts behind them, progress."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import combinations
from os.path import exists, isdir  # which are False where a path's own may not look
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from graph.cli.progress import announce, stderr
from graph.cli.queries import Format
from graph.errors import PostsError

if TYPE_CHECKING:
    from rich.console import Console

    from graph.amplification.explain import Explained
    from graph.amplification.load import LoadReport
    from graph.amplification.network import Edges
    from graph.amplification.posts import Coverage
    from graph.store.answers import Answer

SHOWN = 10
TEXT = 300  # characters of a post that are shown


def tell_loaded(report: LoadReport, file: Path, quarantine: Path | None) -> int:
    """Say what was read and what was set aside, list that in a file if asked to, and count it.

    Raises PostsError where nothing was read: what is computed of no post would look like an answer.
    """
    announce(f"{report.kept:,} posts read")
    for reason, count in report.reasons().items():
        line = next(row.line for row in report.quarantined if row.reason == reason)
        told = f"{count:,} set aside: {reason} (first in line {line})"
        typer.secho(told, fg="yellow", err=True)
    if quarantine is not None:
        with quarantine.open("w", encoding="utf-8", newline="") as listed:
            rows = csv.writer(listed, lineterminator="\n")
            rows.writerow(("line", "reason"))
            rows.writerows((row.line, row.reason) for row in report.quarantined)
    if not report.kept:
        raise PostsError(
            f"No post of {file.name} was read",
            remedy="Check the file, and that --preset says whose columns it has",
        )
    return len(report.quarantined)


def check_places(
    file: Path | None, *, out: Path | None = None, quarantine: Path | None = None
) -> None:
    """Refuse what cannot be written, or would take the place of what is read or written too.

    That is said before any work is done for it.
    """
    given = {"FILE": file, "--out": out, "--quarantine": quarantine}
    for name, path in given.items():
        if path is None or name == "FILE":
            continue
        if not isdir(path.parent):
            raise PostsError(f"There is no folder {path.parent}", remedy="Make it, or name another")
        # A network is written beside its place first, so that its folder has to be writable.
        place = path if name == "--quarantine" and exists(path) else path.parent
        writable = os.access(place, os.W_OK) and (not exists(path) or os.access(path, os.W_OK))
        if isdir(path) or not writable:
            raise PostsError(f"{path} cannot be written", remedy="Name another file")
    for (name, path), (other, second) in combinations(given.items(), 2):
        if path is not None and second is not None and _same(path, second):
            raise PostsError(
                f"{name} and {other} are the same file, {second}",
                remedy=f"Name another file for {other}",
            )


def _same(path: Path, other: Path) -> bool:
    """Whether two names are of one file, whether or not it is there."""
    there = exists(path) and exists(other)
    return path.samefile(other) if there else path.resolve() == other.resolve()


def print_network(edges: Edges, format_: Format) -> None:
    """Print a network whole with the columns of a file, or its strongest edges as a table."""
    if format_ == "table":
        _print_strongest(edges)
        return
    from graph.amplification.edges import COLUMNS
    from graph.amplification.network import rows
    from graph.store.answers import Answer

    found = tuple(
        (
            *(row.source, row.target, row.weight, row.first.isoformat(), row.last.isoformat()),
            *row.measures.values(),
        )
        for row in rows(edges)
    )
    print_answer(Answer((*COLUMNS, *edges.measures), found), format_, most=SHOWN)


def _print_strongest(edges: Edges) -> None:
    """Print the edges of the highest weight, with all that was measured of them."""
    import numpy as np
    from rich.console import Console
    from rich.table import Table

    from graph.amplification.network import rows

    strongest = np.zeros(len(edges), dtype=bool)
    strongest[np.argsort(-edges.weight, kind="stable")[:SHOWN]] = True
    table = Table(title=f"The strongest of {len(edges):,} edges", title_justify="left")
    # In one column, since six with their names would leave no room for those of channels.
    measured = ("measures",) if edges.measures else ()
    for column in ("source", "target", "weight", "first", "last", *measured):
        table.add_column(column, overflow="fold")
    for row in sorted(rows(edges.where(strongest)), key=lambda row: -row.weight):
        times = (f"{moment:%Y-%m-%d %H:%M:%S}" for moment in (row.first, row.last))
        cells = [_measured(row.measures)] if measured else []
        table.add_row(row.source, row.target, f"{row.weight:,}", *times, *cells)
    Console().print(table)


def _measured(measures: Mapping[str, float | bool]) -> str:
    told = ", ".join(f"{name} {_written(value)}" for name, value in measures.items())
    return told.replace("_", " ")


def _written(value: float | bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else f"{value:.3g}"


def print_explained(console: Console, edge: Explained) -> None:
    """Print an edge, what it was computed from, and the posts behind it."""
    from rich.table import Table
    from rich.text import Text

    known, asked, seen = edge.properties, edge.parameters, edge.coverage
    told = ", ".join(f"{name} {value}" for name, value in asked.items() if value is not None)
    title = Text.assemble((f"{edge.source} {edge.type} {edge.target}", "bold"))
    title.append(f"\nweight {known['weight']:,} by {known['method']} ({told})")
    if "significance" in known:
        title.append(f"\nchance gives as much with adjusted p = {known['significance']:.2g}")
    if edge.measures:
        title.append(f"\n{_measured(edge.measures)}")
    title.append(
        f"\nlooked at {seen['posts']:,} posts of {seen['channels']:,} channels, "
        f"{seen['first']} to {seen['last']}"
    )
    title.append(f"\n{known['posts']:,} posts of {edge.source} behind it; listed with the others':")
    table = Table(title=title, title_justify="left", title_style="", show_lines=True)
    for column in ("time", "channel", "text"):
        table.add_column(column, overflow="fold")
    for post in edge.posts:
        text = " ".join(post.text.split())
        shown = text if len(text) <= TEXT else f"{text[: TEXT - 1]}…"
        table.add_row(post.time or "", Text(post.name), Text(shown or post.url or post.id))
    console.print(table)


def looked_at(coverage: Coverage) -> str:
    """What a number rests on: said beside each, since nobody collects everything."""
    span = ""
    if coverage.first and coverage.last:
        span = f", {coverage.first:%Y-%m-%d} to {coverage.last:%Y-%m-%d}"
    return f"Looked at {coverage.posts:,} posts of {coverage.channels:,} channels{span}."


def print_answer(answer: Answer, format_: Format, *, most: int) -> None:
    """Print a measure, in a table at most so many rows."""
    from dataclasses import replace

    from rich.console import Console

    from graph.cli.tables import as_csv, as_json, print_table

    if format_ == "json":
        typer.echo(as_json(answer))
    elif format_ == "csv":
        typer.echo(as_csv(answer), nl=False)
    else:
        print_table(replace(answer, rows=answer.rows[:most]), Console())
        if len(answer.rows) > most:
            typer.echo(f"The first {most:,} of {len(answer.rows):,} rows.", err=True)


@contextmanager
def steps() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each step on standard error, gone afterwards; none where that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda step, done, total: None
        return
    from rich.progress import Progress, TaskID

    tasks: dict[str, TaskID] = {}
    with Progress(console=stderr(), transient=True) as bar:

        def move(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step)
            bar.update(tasks[step], completed=done, total=total)

        yield move
