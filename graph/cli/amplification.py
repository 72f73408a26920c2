"""`sayso amplification`: who carries on what whom, over files of posts and over the store."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.amplification_told import (
    check_places,
    looked_at,
    print_answer,
    print_explained,
    print_network,
    steps,
    tell_loaded,
)
from graph.cli.progress import announce
from graph.cli.queries import FormatOption
from graph.cli.statuses import FINE, QUARANTINED
from graph.errors import PostsError

if TYPE_CHECKING:
    from graph.amplification.network import Edges

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
QuarantineOption = Annotated[
    Path | None, typer.Option(help="List the rows of FILE set aside, with line and reason.")
]
EncodingOption = Annotated[
    str | None, typer.Option(help="Encoding of FILE, where it is told wrongly: cp1251, utf-16.")
]
WindowOption = Annotated[str, typer.Option(help="How far apart at most: 60s, 5m, 1h; 60 is 60s.")]
# A rule is told more than a measure: forwards are about forwards alone and may be of any age.
RuleObjectOption = Annotated[
    str | None,
    typer.Option(
        "--object",
        help="What is shared: forward, link (usual), text, near-text, repost, reply, claim. "
        "The rule forwards is about forwards alone.",
    ),
]
RuleWindowOption = Annotated[
    str | None,
    typer.Option(help="How far apart at most: 60s, 5m, 1h; 60 is 60s; forwards need none."),
]
USUAL_WINDOW = "60s"
WeightOption = Annotated[int, typer.Option(min=1, help="Leave out weaker edges.")]
LoopsOption = Annotated[bool, typer.Option("--loops", help="Add edges of channels to themselves.")]
SignificanceOption = Annotated[
    bool,
    typer.Option(
        "--significance",
        help="Say how likely chance gives such a weight (co-share, follow, forwards).",
    ),
]
# Nothing is usual for the command, so that a rule can refuse what it would not look at.
ParticipationOption = Annotated[
    int | None,
    typer.Option(min=1, show_default="2", help="Shares an account must have (CooRTweet)."),
]
FastOption = Annotated[str | None, typer.Option(help="A narrower window beside it (CooRTweet).")]
PercentileOption = Annotated[
    float | None,
    typer.Option(min=0, max=1, show_default="0.5", help="Edges above it are strong (CooRTweet)."),
]


@commands.command("coshare")
def coshare_command(
    file: Annotated[Path, typer.Argument(help="Posts, as .csv, .tsv, .jsonl or .parquet.")],
    preset: PresetOption = "cnt",
    rule: RuleOption = "co-share",
    object_: RuleObjectOption = None,
    window: RuleWindowOption = None,
    min_weight: WeightOption = 1,
    loops: LoopsOption = False,
    significance: SignificanceOption = False,
    min_participation: ParticipationOption = None,
    fast: FastOption = None,
    percentile: PercentileOption = None,
    out: Annotated[
        Path | None, typer.Option(help="Write the network: .csv, .parquet or .gexf.")
    ] = None,
    format_: FormatOption = "table",
    quarantine: QuarantineOption = None,
    encoding: EncodingOption = None,
) -> None:
    """Compute the network of a file of posts, without a store.

    Without --window, objects are shared within 60s, and forwards are of any age. A table shows the
    strongest edges, -f csv and -f json all of them.
    """
    from graph.amplification.asking import object_kind, parameters, rule_named
    from graph.amplification.edges import check_format
    from graph.amplification.load import load
    from graph.amplification.mapping import preset as named
    from graph.amplification.parts import pass_in_parts, write_pass
    from graph.amplification.posts import open_posts
    from graph.amplification.windowtime import micros, with_unit

    if out is not None:
        check_format(out)
        if format_ != "table":
            raise PostsError("--out writes and --format prints", remedy="Leave one of them away")
    check_places(file, out=out, quarantine=quarantine)
    by = rule_named(rule)
    if window is None and by != "forwards":
        window = USUAL_WINDOW
    asked = parameters(
        by,
        None if object_ is None else object_kind(object_),
        None if window is None else micros(window),
        min_weight=min_weight,
        loops=loops,
        significance=significance,
        min_participation=min_participation,
        fast=None if fast is None else micros(fast),
        percentile=percentile,
    )
    mapping = named(preset)
    with open_posts() as posts:
        report = load(
            posts,
            file,
            mapping,
            only=asked.columns,
            subject=asked.subject,
            encoding=encoding,
        )
        refused = tell_loaded(report, file, quarantine)
        with steps() as progress:
            tell = partial(progress, "Looking into windows")
            if out is not None:
                found: int | Edges = write_pass(posts, asked, out, progress=tell)
            else:
                # It brings numpy with it, which small networks need not wait for to be written.
                from graph.amplification.network import joined

                found = joined(pass_in_parts(posts, asked, progress=tell))
    if isinstance(found, int):
        typer.echo(f"{found:,} edges written to {out}")
    else:
        print_network(found, format_)
    what = "Forwards" if by == "forwards" else f"Same {asked.kind}"
    age = "of any age" if window is None else f"within {with_unit(window)}"
    announce(f"{what} {age}: that is no proof of an agreement.")
    raise typer.Exit(QUARANTINED if refused else FINE)


@commands.command("run")
def run_command(
    rule: RuleOption = "co-share",
    object_: RuleObjectOption = None,
    window: RuleWindowOption = None,
    min_weight: WeightOption = 2,
    loops: LoopsOption = False,
    significance: SignificanceOption = False,
    min_participation: ParticipationOption = None,
    fast: FastOption = None,
    percentile: PercentileOption = None,
) -> None:
    """Compute the network of all posts in the store and write it back as derived edges."""
    from datetime import UTC, datetime

    from graph.amplification.asking import object_kind, parameters, rule_named
    from graph.amplification.posts import open_posts
    from graph.amplification.run import run_of, run_on_store
    from graph.amplification.windowtime import micros
    from graph.cli.progress import ready_store
    from graph.settings import load_settings

    asked = parameters(
        rule_named(rule),
        None if object_ is None else object_kind(object_),
        None if window is None else micros(window),
        min_weight=min_weight,
        loops=loops,
        significance=significance,
        min_participation=min_participation,
        fast=None if fast is None else micros(fast),
        percentile=percentile,
    )
    with ready_store(load_settings()) as store, open_posts() as posts, steps() as progress:
        report = run_on_store(
            store,
            posts,
            asked,
            run_of(asked, datetime.now(UTC)),
            clock=lambda: datetime.now(UTC),
            progress=progress,
        )
    typer.echo(looked_at(report.coverage))
    typer.echo(
        f"{report.counts.written:,} {report.type} edges written, {report.counts.removed:,} that no "
        "longer hold removed. What chance or a common source would do alike, they do not tell."
    )


@commands.command("near-duplicates")
def near_duplicates_command() -> None:
    """Link the posts in the store that have nearly the same text."""
    from datetime import UTC, datetime

    from graph.amplification.duplicates import duplicates_run, write_duplicates
    from graph.amplification.posts import open_posts
    from graph.cli.progress import ready_store
    from graph.settings import load_settings

    run = duplicates_run(datetime.now(UTC))
    with ready_store(load_settings()) as store, open_posts() as posts, steps() as progress:
        report = write_duplicates(
            store, posts, run, clock=lambda: datetime.now(UTC), progress=progress
        )
    typer.echo(looked_at(report.coverage))
    typer.echo(
        f"{report.counts.written:,} {report.type} edges written, {report.counts.removed:,} that no "
        "longer hold removed."
    )


@commands.command("measure")
def measure_command(
    name: Annotated[str, typer.Argument(metavar="MEASURE", help="One of the nine above.")],
    file: Annotated[
        Path | None, typer.Argument(help="A file of posts; without one, those of the store.")
    ] = None,
    preset: PresetOption = "cnt",
    object_: ObjectOption = "link",
    window: WindowOption = "60s",
    min_weight: WeightOption = 2,
    k: Annotated[int, typer.Option("-k", min=2, help="Time to which post (spread).")] = 10,
    format_: FormatOption = "table",
    rows: Annotated[int, typer.Option(min=1, help="Rows at most in a table.")] = 20,
    quarantine: QuarantineOption = None,
    encoding: EncodingOption = None,
) -> None:
    """Measure how posts spread, whose are carried on, and which groups share alike.

    \b
    movers       how often each channel was first seen with what others shared too
    spread       who was first with each object; time to the next, k-th and half
    cascades     trees of forwards: size, depth, breadth, structural virality
    spreaders    forwards received and given, amplification ratio, FIB index
    bursts       when posts on an object came faster (Kleinberg's automaton)
    communities  groups in the co-share network, and how stable they are over time
    bridges      channels between the groups of the co-share network (betweenness)
    clones       channels with another's words as theirs, or with nearly its name
    reach        subscribers of those who shared an object, at most; of the store
    """
    from graph.amplification.asking import object_kind
    from graph.amplification.load import load
    from graph.amplification.mapping import preset as named
    from graph.amplification.measures import (
        Asked,
        columns_of,
        measure,
        measure_named,
        subject_measured,
    )
    from graph.amplification.posts import open_posts
    from graph.amplification.reach import read_observations
    from graph.amplification.stream import read_posts
    from graph.amplification.windowtime import micros
    from graph.cli.progress import ready_store
    from graph.settings import load_settings

    which, kind = measure_named(name), object_kind(object_)
    columns, subject = columns_of(which, kind), subject_measured(which, kind)
    check_places(file, quarantine=quarantine)
    asked = Asked(kind, micros(window), min_weight, k)
    if which == "reach" and file is not None:
        raise PostsError("A file knows no subscribers", remedy="Ask for the reach in the store")
    refused = 0
    with open_posts() as posts, steps() as progress:
        if file is not None:
            mapping = named(preset)
            report = load(posts, file, mapping, only=columns, subject=subject, encoding=encoding)
            refused = tell_loaded(report, file, quarantine)
        else:
            with ready_store(load_settings()) as store:
                read_posts(store, posts, only=columns, progress=partial(progress, "Reading posts"))
                if which == "reach":
                    asked = replace(asked, observations=read_observations(store))
        answer = measure(posts, which, asked)
        coverage = posts.coverage()
    print_answer(answer, format_, most=rows)
    typer.echo(looked_at(coverage), err=True)
    raise typer.Exit(QUARANTINED if refused else FINE)


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
        print_explained(console, edge)
