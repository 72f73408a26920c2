"""The `sayso` program: every command, gathered from the packages that own them."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from graph.errors import SaysoError

COMMANDS = {
    "serve": "api.serve",
    "match-channels": "graph.cli.channels",
    "ingest": "ingest.cli",
    "extract": "ingest.cli",
    "telegram": "ingest.posts.telegram_command",
    "queries": "graph.cli.queries",
    "query": "graph.cli.queries",
    "cypher": "graph.cli.queries",
    "amplification": "graph.cli.amplification",
    "export": "graph.cli.export",
    "judge": "graph.cli.judge",
    "retract": "graph.cli.store",
    "verify": "graph.cli.store",
    "up": "graph.cli.server",
    "down": "graph.cli.server",
    "status": "graph.cli.server",
    "doctor": "graph.cli.server",
    "keys": "api.auth.cli",
    "demo": "api.demo",
}
"""The commands in the order of the help, and the module whose `app` has each."""


class Commands(TyperGroup):
    """The commands, of which a run imports the one it is asked for, and `--help` all."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        # Known by name, for the help and for what may have been meant by another one.
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        owner = import_module(COMMANDS[cmd_name])
        return typer.main.get_group(owner.app).commands[cmd_name]


app = typer.Typer(
    cls=Commands,
    name="sayso",
    help="On whose say-so? A graph of actors, channels and claims, each edge with its sentence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib import metadata

        typer.echo(f"sayso {metadata.version('sayso')}")
        raise typer.Exit


@app.callback()
def sayso(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """On whose say-so? A graph of actors, channels and claims, each edge with its sentence."""
    del version


def main() -> None:
    """Run the command line; an error of ours is a message and exit status 1, not a traceback."""
    try:
        app()
    except SaysoError as error:
        typer.secho(f"Error: {error.message}", fg="red", err=True)
        if error.remedy:
            typer.echo(f"What to do: {error.remedy}.", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
