"""`sayso amplification`: who carries on what whom, over files of posts and over the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.progress import stderr

if TYPE_CHECKING:
    from graph.amplification.coshare import Edges
    from graph.amplification.load import LoadReport

SHOWN = 10

app = typer.Typer()
commands = typer.Typer(help="Who carries on what whom, by exact rules.", no_args_is_help=True)
app.add_typer(commands, name="amplification")


@commands.command("presets")
def list_presets() -> None:
    """List the kinds of files whose columns are known."""
    from graph.amplification.mapping import preset, preset_names

    for name in preset_names():
        typer.echo(f"{name:<12} {preset(name).doc}")


PresetOption = Annotated[
    str, typer.Option(help="Whose columns the file has, or a YAML file that says so.")
]
RuleOption = Annotated[str, typer.Option(help="co-share or CooRTweet.")]
ObjectOption = Annotated[
    str,
    typer.Option(
        "--object", help="What is shared: forward, link, text, near-text, repost, reply, claim."
    ),
]
WindowOption = Annotated[str, typer.Option(help="How far apart at most: 60s, 5m, 1h.")]
WeightOption = Annotated[int, typer.Option(min=1, help="Leave out weaker edges.")]
LoopsOption = Annotated[bool, typer.Option("--loops", help="Add edges of channels to themselves.")]
SignificanceOption = Annotated[
    bool,
    typer.Option("--significance", help="Say how likely chance gives such a weight (co-share)."),
]
ParticipationOption = Annotated[
    int, typer.Option(min=1, help="Shares an account must have (CooRTweet).")
]
FastOption = Annotated[str | None, typer.Option(help="A narrower window beside it (CooRTweet).")]
PercentileOption = Annotated[
    float, typer.Option(min=0, max=1, help="Edges above it are strong (CooRTweet).")
]


@commands.command("coshare")
def coshare_command(
    file: Annotated[Path, typer.Argument(help="Posts, as .csv, .tsv, .jsonl or .parquet.")],
    preset: PresetOption = "cnt",
    rule: RuleOption = "co-share",
    object_: ObjectOption = "link",
    window: WindowOption = "60s",
    min_weight: WeightOption = 1,
    loops: LoopsOption = False,
    significance: SignificanceOption = False,
    min_participation: ParticipationOption = 2,
    fast: FastOption = None,
    percentile: PercentileOption = 0.5,
    out: Annotated[
        Path | None, typer.Option(help="Write the network: .csv, .parquet or .gexf.")
    ] = None,
    quarantine: Annotated[
        Path | None, typer.Option(help="List the rows set aside, with line and reason.")
    ] = None,
) -> None:
    """Compute the network of a file of posts, without a store."""
    from graph.amplification.edges import check_format, write_edges
    from graph.amplification.load import load
    from graph.amplification.mapping import preset as named
    from graph.amplification.passes import Parameters, find_edges, rule_named
    from graph.amplification.posts import open_posts
    from graph.amplification.shares import NEEDED_COLUMNS, object_kind
    from graph.amplification.windowtime import micros

    if out is not None:
        check_format(out)
    asked = Parameters(
        kind=object_kind(object_),
        window=micros(window),
        rule=rule_named(rule),
        min_weight=min_weight,
        loops=loops,
        significance=significance,
        min_participation=min_participation,
        fast=None if fast is None else micros(fast),
        percentile=percentile,
    )
    mapping = named(preset)
    with open_posts() as posts:
        report = load(posts, file, mapping, only=NEEDED_COLUMNS[asked.kind])
        _tell_loaded(report, quarantine)
        with _bar("Windows") as progress:
            edges = find_edges(posts, asked, progress=progress)
    if out is not None:
        write_edges(edges, out)
    _tell_edges(edges, out, kind=asked.kind, window=window)


def _tell_loaded(report: LoadReport, quarantine: Path | None) -> None:
    console = stderr()
    console.print(f"{report.kept:,} posts read", style="dim")
    for reason, count in report.reasons().items():
        line = next(row.line for row in report.quarantined if row.reason == reason)
        console.print(f"{count:,} set aside: {reason} (first in line {line})", style="yellow")
    if quarantine is not None:
        rows = (f"{row.line},{row.reason}" for row in report.quarantined)
        quarantine.write_text("\n".join(("line,reason", *rows)) + "\n", encoding="utf-8")


def _tell_edges(edges: Edges, out: Path | None, *, kind: str, window: str) -> None:
    import numpy as np
    from rich.console import Console
    from rich.table import Table

    from graph.amplification.edges import rows

    if out is None:
        strongest = np.zeros(len(edges), dtype=bool)
        strongest[np.argsort(-edges.weight, kind="stable")[:SHOWN]] = True
        table = Table(title=f"The strongest of {len(edges):,} edges", title_justify="left")
        for column in ("source", "target", "weight", "first", "last"):
            table.add_column(column, overflow="fold")
        for row in sorted(rows(edges.where(strongest)), key=lambda row: -row.weight):
            times = (f"{moment:%Y-%m-%d %H:%M:%S}" for moment in (row.first, row.last))
            table.add_row(row.source, row.target, f"{row.weight:,}", *times)
        Console().print(table)
    else:
        typer.echo(f"{len(edges):,} edges written to {out}")
    stderr().print(f"Same {kind} within {window}: that is no proof of an agreement.", style="dim")


@contextmanager
def _bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error that is gone afterwards."""
    from rich.progress import Progress

    with Progress(console=stderr(), transient=True) as bar:
        task = bar.add_task(what)
        yield lambda done, total: bar.update(task, completed=done, total=total)
