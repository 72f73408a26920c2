"""`sayso judge`: deciding who is who and which relationships hold, and taking it back."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, cast

import typer

if TYPE_CHECKING:
    from graph.identity.judgements import Judgement, Verdict

judge_app = typer.Typer(no_args_is_help=True)
app = typer.Typer()
app.add_typer(
    judge_app,
    name="judge",
    help="Decide who is who and which relationships hold; all can be undone.",
)

Id = Annotated[str, typer.Argument(help="Id of an entity or claim.")]
Citation = Annotated[str, typer.Argument(help="Id of the relationship, `citation` in answers.")]
Why = Annotated[str, typer.Option("--why", help="The reason, for whoever reads it later.")]
Who = Annotated[str | None, typer.Option("--who", help="Who decides; your user name unless given.")]


@judge_app.command("same")
def same(a: Id, b: Id, why: Why, who: Who = None) -> None:
    """Two ids are one: they become one node, with everything said of either."""
    _judge("same", a, b, why, who)


@judge_app.command("different")
def different(a: Id, b: Id, why: Why, who: Who = None) -> None:
    """Two ids are not one, and may not become one through others."""
    _judge("different", a, b, why, who)


@judge_app.command("unsure")
def unsure(a: Id, b: Id, why: Why, who: Who = None) -> None:
    """Somebody looked and could not tell."""
    _judge("unsure", a, b, why, who)


@judge_app.command("accept")
def accept(citation: Citation, why: Why, who: Who = None) -> None:
    """A relationship says what its sentence says."""
    _judge("accept", citation, None, why, who)


@judge_app.command("reject")
def reject(citation: Citation, why: Why, who: Who = None) -> None:
    """A relationship misreads its sentence: it is kept aside and left out of every answer."""
    _judge("reject", citation, None, why, who)


@judge_app.command("undo")
def undo_command(
    id_: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id.")],
    why: Why,
    who: Who = None,
) -> None:
    """Take a judgement back; the graph is as if it had not been made."""
    from graph.cli.progress import ready_store
    from graph.identity.judgements import undo
    from graph.settings import load_settings

    with ready_store(load_settings()) as store:
        _tell(undo(store, id_, who=who or getpass.getuser(), why=why, at=datetime.now(UTC)))


@judge_app.command("list")
def list_judgements(
    about: Annotated[str | None, typer.Argument(help="Only those about this id.")] = None,
    undone: Annotated[bool, typer.Option("--undone", help="Those taken back too.")] = False,
) -> None:
    """List judgements, the latest first."""
    from graph.cli.progress import ready_store
    from graph.identity.judgements import judgements
    from graph.settings import load_settings

    with ready_store(load_settings()) as store:
        found = judgements(store, about=about, undone=undone)
    for one in found:
        _tell(one)
    if not found:
        typer.echo("No judgements.", err=True)


def _judge(verdict: str, a: str, b: str | None, why: str, who: str | None) -> None:
    from graph.cli.progress import ready_store
    from graph.identity.judgements import judge
    from graph.settings import load_settings

    given = cast("Verdict", verdict)
    with ready_store(load_settings()) as store:
        by = who or getpass.getuser()
        _tell(judge(store, given, a, b, who=by, why=why, at=datetime.now(UTC)))


def _tell(made: Judgement) -> None:
    about = made.a if made.b is None else f"{made.a} and {made.b}"
    undone = f"; undone {made.undone_at} by {made.undone_by}: {made.undone_why}"
    end = undone if made.undone_at else ""
    typer.echo(f"{made.id}  {made.verdict} {about}: {made.why} ({made.who}, {made.made_at}{end})")
