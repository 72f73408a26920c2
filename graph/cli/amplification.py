"""`sayso amplification`: who carries on what whom, over files of posts and over the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.progress import stderr

if TYPE_CHECKING:
    from rich.console import Console

    from graph.amplification.coshare import Edges
    from graph.amplification.explain import Explained
    from graph.amplification.load import LoadReport

SHOWN = 10
TEXT = 300  # characters of a post that are shown

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
RuleOption = Annotated[str, typer.Option(help="co-share, follow, forwards or CooRTweet.")]
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
    from graph.amplification.passes import parameters, rule_named, run_pass
    from graph.amplification.posts import open_posts
    from graph.amplification.shares import object_kind
    from graph.amplification.windowtime import micros

    if out is not None:
        check_format(out)
    asked = parameters(
        rule_named(rule),
        object_kind(object_),
        micros(window),
        min_weight=min_weight,
        loops=loops,
        significance=significance,
        min_participation=min_participation,
        fast=None if fast is None else micros(fast),
        percentile=percentile,
    )
    mapping = named(preset)
    with open_posts() as posts:
        report = load(posts, file, mapping, only=asked.columns)
        _tell_loaded(report, quarantine)
        with _steps() as progress:
            tell = partial(progress, "Looking into windows")
            edges = run_pass(posts, asked, progress=tell).edges
    if out is not None:
        write_edges(edges, out)
    _tell_edges(edges, out, kind=asked.kind, window=window)


@commands.command("run")
def run_command(
    rule: RuleOption = "co-share",
    object_: Annotated[
        str | None,
        typer.Option("--object", help="As for coshare; forwards are about forwards alone."),
    ] = None,
    window: Annotated[
        str | None, typer.Option(help="How far apart at most; forwards need none.")
    ] = None,
    min_weight: WeightOption = 2,
    loops: LoopsOption = False,
    significance: SignificanceOption = False,
    min_participation: ParticipationOption = 2,
    fast: FastOption = None,
    percentile: PercentileOption = 0.5,
) -> None:
    """Compute the network of all posts in the store and write it back as derived edges."""
    from datetime import UTC, datetime

    from graph.amplification.passes import parameters, rule_named
    from graph.amplification.posts import open_posts
    from graph.amplification.run import run_of, run_on_store
    from graph.amplification.shares import object_kind
    from graph.amplification.windowtime import micros
    from graph.cli.progress import ready_store
    from graph.settings import load_settings

    named = rule_named(rule)
    asked = parameters(
        named,
        object_kind(object_ or ("forward" if named == "forwards" else "link")),
        None if window is None else micros(window),
        min_weight=min_weight,
        loops=loops,
        significance=significance,
        min_participation=min_participation,
        fast=None if fast is None else micros(fast),
        percentile=percentile,
    )
    with ready_store(load_settings()) as store, open_posts() as posts, _steps() as progress:
        report = run_on_store(
            store,
            posts,
            asked,
            run_of(asked, datetime.now(UTC)),
            clock=lambda: datetime.now(UTC),
            progress=progress,
        )
    coverage = report.coverage
    span = (
        f", {coverage.first:%Y-%m-%d} to {coverage.last:%Y-%m-%d}"
        if coverage.first and coverage.last
        else ""
    )
    typer.echo(f"Looked at {coverage.posts:,} posts of {coverage.channels:,} channels{span}.")
    typer.echo(
        f"{report.counts.written:,} {report.type} edges written, {report.counts.removed:,} that no "
        "longer hold removed. What chance or a common source would do alike, they do not tell."
    )


@commands.command("explain")
def explain_command(
    source: Annotated[str, typer.Argument(help="A channel's id, name or handle.")],
    target: Annotated[str, typer.Argument(help="Another one's.")],
) -> None:
    """List the posts behind what was computed between two channels."""
    from rich.console import Console

    from graph.amplification.explain import explain
    from graph.cli.progress import ready_store
    from graph.settings import load_settings

    with ready_store(load_settings()) as store:
        found = explain(store, source, target)
    console = Console(highlight=False)
    for edge in found:
        _print_explained(console, edge)


def _print_explained(console: Console, edge: Explained) -> None:
    from rich.table import Table
    from rich.text import Text

    known, asked, seen = edge.properties, edge.parameters, edge.coverage
    told = ", ".join(f"{name} {value}" for name, value in asked.items() if value is not None)
    title = Text.assemble((f"{edge.source} {edge.type} {edge.target}", "bold"))
    title.append(f"\nweight {known['weight']:,} by {known['method']} ({told})")
    if "significance" in known:
        title.append(f"\nchance gives as much with adjusted p = {known['significance']:.2g}")
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


@contextmanager
def _steps() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each step on standard error, gone afterwards."""
    from rich.progress import Progress, TaskID

    tasks: dict[str, TaskID] = {}
    with Progress(console=stderr(), transient=True) as bar:

        def move(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step)
            bar.update(tasks[step], completed=done, total=total)

        yield move


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
