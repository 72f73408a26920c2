"""The commands of the local server: `up`, `down`, `status` and `doctor`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.server.home import Home
    from graph.server.releases import Release
    from graph.settings import Settings

NOT_RUNNING = 3
"""Exit status of `sayso status` where nothing runs, as service managers have it."""
_STYLES = {"ok": "green", "warn": "yellow", "fail": "bold red"}

app = typer.Typer()


@app.command("up")
def up() -> None:
    """Start the local Neo4j, fetching it the first time; it runs until `sayso down`."""
    from graph.cli.progress import announce, download_bar
    from graph.server.home import Home
    from graph.server.process import start
    from graph.server.releases import RELEASES
    from graph.settings import load_settings

    settings = load_settings()
    if not settings.is_local:
        _tell_existing(settings)
        return
    with download_bar() as progress:
        server = start(settings, announce=announce, progress=progress)
    home = Home.of(settings, RELEASES[settings.sayso_neo4j])
    _tell(
        f"Neo4j {server.version} {'runs now' if server.started else 'runs already'}",
        {
            "Bolt": server.connection.uri,
            "Browser": server.browser,
            "User": server.connection.user,
            "Password": f"`sayso status --password` shows it; kept in {home.password_file}",
            "Stop it": "sayso down",
        },
    )


@app.command("down")
def down() -> None:
    """Stop the local Neo4j; what it stored stays."""
    from graph.cli.progress import announce
    from graph.server.process import stop
    from graph.settings import load_settings

    stopped = stop(load_settings(), announce=announce)
    typer.echo("Stopped." if stopped else "No local Neo4j was running.")


@app.command("status")
def status(
    password: Annotated[
        bool, typer.Option("--password", help="Show the local server's password, and nothing else.")
    ] = False,
) -> None:
    """Say which store is used and whether it runs; exit 3 where the local one does not."""
    from graph.server.home import Home
    from graph.server.releases import RELEASES
    from graph.settings import load_settings

    settings = load_settings()
    if password:
        typer.echo(_password(Home.of(settings, RELEASES[settings.sayso_neo4j])))
        return
    if not settings.is_local:
        _tell_existing(settings)
        return
    told = [_tell_local(settings, release) for release in RELEASES.values()]
    if not any(told):
        typer.echo(
            f"No local Neo4j runs. Its folder is {settings.sayso_home}; `sayso up` starts it."
        )
        raise typer.Exit(NOT_RUNNING)


@app.command("doctor")
def doctor() -> None:
    """Look at Java, jars, disk, memory, ports and the server; exit 1 if something is wrong."""
    from rich.console import Console
    from rich.text import Text

    from graph.server.doctor import examine
    from graph.settings import load_settings

    console, failed = Console(highlight=False, soft_wrap=True), False
    for check in examine(load_settings()):
        failed = failed or check.verdict == "fail"
        verdict = (f"{check.verdict:<6}", _STYLES[check.verdict])
        console.print(Text.assemble(verdict, f"{check.name}: {check.found}"))
        if check.remedy:
            console.print(Text(f"      {check.remedy}"))
    if failed:
        raise typer.Exit(1)


def _password(home: Home) -> str:
    from graph.errors import ServerError

    if not home.password_file.exists():
        raise ServerError(
            f"There is no password yet in {home.root}", remedy="Run `sayso up`, which makes one"
        )
    return home.password()


def _tell_existing(settings: Settings) -> None:
    from graph.store.connection import connect, find_connection

    connection = find_connection(settings)
    with connect(connection):
        typer.echo(
            f"NEO4J_URI is set: Sayso uses the Neo4j at {connection.uri}, which answers, "
            "and runs none of its own."
        )


def _tell_local(settings: Settings, release: Release) -> bool:
    """Tell of a release's server if it runs; whether it does."""
    from datetime import UTC, datetime

    from graph.server.finding import running
    from graph.server.home import Home
    from graph.server.process import browser_of, connection_of

    found = running(settings, release)
    if found is None:
        return False
    process, state = found
    home = Home.of(settings, release)
    began = datetime.fromtimestamp(process.create_time(), UTC).astimezone()
    _tell(
        f"Neo4j {release.version} {'runs' if state.ready else 'is starting'}",
        {
            "Bolt": connection_of(home, state).uri,
            "Browser": browser_of(state),
            "Process": f"{process.pid}, since {began:%Y-%m-%d %H:%M}",
            "Memory": f"{process.memory_info().rss / 2**20:.0f} MiB",
            "Folder": str(home.root),
            "Log": str(home.log),
        },
    )
    return True


def _tell(title: str, facts: Mapping[str, str]) -> None:
    typer.echo(title)
    for name, value in facts.items():
        typer.echo(f"  {name:<9} {value}")
