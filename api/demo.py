"""`sayso demo`: a graph of the example articles and posts, eight cited answers, and a clean stop.

The demo keeps its store in a folder of its own and never uses another server, so that it cannot
touch a graph that somebody already has.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from graph.catalogue import Query
    from graph.server.process import Running
    from graph.settings import Settings
    from graph.store.connection import Store

QUESTIONS: Mapping[str, Mapping[str, str | int]] = {
    "said": {},
    "story-changes": {},
    "channel-owners": {},
    "treaties": {},
    "supplies": {},
    "denied-or-alleged": {},
    "near-simultaneous": {},
    "paths": {"a": "Ruslan Chebotaru", "b": "Iran", "k": 1},
}
"""The questions of the catalogue that are asked, each with its example's parameters and these."""

ROWS = 4
"""Rows shown of each answer; a chain of `paths` is shown whole."""

app = typer.Typer()


@app.command("demo")
def demo(
    folder: Annotated[Path, typer.Argument(help="What to read.")] = Path("examples"),
    home: Annotated[
        Path, typer.Option(help="Where the demo keeps its store, apart from yours.")
    ] = Path(".sayso"),
) -> None:
    """Build a graph from the example articles and posts and ask it eight questions."""
    from rich.console import Console

    from graph.settings import load_settings
    from graph.store.connection import connect

    if not folder.is_dir():
        raise typer.BadParameter(f"There is no folder {folder}; run this in a checkout of Sayso.")
    console = Console()
    mine = {"neo4j_uri": None, "sayso_home": home.absolute()}
    settings = load_settings().model_copy(update=mine)
    _step(console, 1, "Starting a Neo4j of its own")
    with local_server(settings) as server, connect(server.connection) as store:
        _step(console, 2, f"Reading the articles and posts of {folder} (about a minute)")
        _forget_others(store, folder)
        _ingest(store, settings, folder, console)
        _step(console, 3, f"Asking {len(QUESTIONS)} of the questions in the catalogue")
        for id_, special in QUESTIONS.items():
            _ask(store, id_, special, console)
        _step(console, 4, "Where to go from here")
        _farewell(server, home, console)


def _step(console: Console, number: int, what: str) -> None:
    console.print(f"\n[bold]\\[{number}/4] {what}[/]")


@contextmanager
def local_server(settings: Settings) -> Iterator[Running]:
    """The demo's server, stopped at the end whatever happens, unless it ran before we came."""
    from graph.cli.progress import announce, download_bar
    from graph.server.finding import running
    from graph.server.process import start, stop
    from graph.server.releases import RELEASES

    ran_before = running(settings, RELEASES[settings.sayso_neo4j]) is not None
    try:
        with download_bar() as progress:
            server = start(settings, announce=announce, progress=progress)
        yield server
    finally:
        if not ran_before:
            stop(settings, announce=announce)


def _forget_others(store: Store, folder: Path) -> None:
    """Take back what earlier versions of the articles left, since a changed text is a new one."""
    from graph.model import Document
    from graph.store.retract import retract
    from graph.store.schema import ensure_schema
    from ingest.readers import read

    ensure_schema(store)
    present = [one.id for one in read(folder) if isinstance(one, Document)]
    others = "MATCH (d:Article) WHERE NOT d.id IN $present RETURN d.id AS id ORDER BY id"
    for row in store.read(others, present=present):
        retract(store, str(row["id"]))


def _ingest(store: Store, settings: Settings, folder: Path, console: Console) -> None:
    from ingest.extract import Extractor
    from ingest.readers import ReadOptions, count
    from ingest.report import bars_of, summary_table
    from ingest.run import ingest

    with bars_of(console, total=count(str(folder))) as bars:
        summary = ingest(
            [folder],
            extractor=Extractor(model=settings.sayso_model_en),
            store=store,
            settings=settings,
            progress=bars,
            options=ReadOptions(),
        )
    console.print(summary_table(summary))
    _ingest_posts(store, settings, folder, console)


def _ingest_posts(store: Store, settings: Settings, folder: Path, console: Console) -> None:
    from ingest.posts.base import PostOptions
    from ingest.posts.registry import split_sources
    from ingest.posts.report import post_bars, summary_table
    from ingest.posts.run import ingest_posts

    posts, _ = split_sources([str(folder)], PostOptions())
    if posts:
        with post_bars(console) as bars:
            summary = ingest_posts(posts, store=store, settings=settings, progress=bars)
        console.print(summary_table(summary))


def _ask(store: Store, id_: str, special: Mapping[str, str | int], console: Console) -> None:
    from graph.catalogue import load_catalogue
    from graph.cli.tables import print_table
    from graph.store.readonly import read

    query = load_catalogue().get(id_)
    asked = {**query.example, **special}
    answer = read(store, query.statement, query.arguments(asked))
    rows = len(answer.rows)
    shown = rows if special else min(rows, ROWS)
    console.print()
    if not rows:
        console.print(f"{query.title}: No answer in what was read.")
        return
    print_table(replace(answer, rows=answer.rows[:shown]), console, title=query.title)
    console.print(f"{shown} of {rows} rows; all of them: ", end="")
    console.print(_command(query, asked), style="cyan", markup=False, highlight=False)


def _command(query: Query, asked: Mapping[str, object]) -> str:
    """How to ask the same on a command line."""
    words = ["sayso", "query", query.id]
    for name, value in asked.items():
        values = value if isinstance(value, list | tuple) else [value]
        words += [word for item in values for word in ("-p", f"{name}={item}")]
    return shlex.join(words)


def _farewell(server: Running, home: Path, console: Console) -> None:
    sayso = os.path.relpath(Path(sys.executable).with_name("sayso"))
    mine = f"SAYSO_HOME={home} {sayso}"
    lines = (
        ("open the API in your browser", "make serve, then http://127.0.0.1:8000/v1/docs"),
        ("draw the graph in Neo4j Browser", f"{mine} up, then {server.browser}"),
        ("  its password, for user neo4j", f"{mine} status --password"),
        ("see all the questions", f"{mine} queries"),
        ("check every citation", f"{mine} verify"),
        ("read articles of your own", f"{sayso} ingest FOLDER"),
        ("stop what you started", "make stop"),
    )
    for purpose, command in lines:
        console.print(f"  {purpose:<33}[cyan]{command}[/]", highlight=False, soft_wrap=True)
