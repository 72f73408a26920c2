"""`sayso retract` and `sayso verify`: taking a document back, and checking every citation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.store.verify import Failure

SHOWN = 80  # characters of a quote in the list of failures

app = typer.Typer()


@app.command("retract")
def retract_command(
    document: Annotated[str, typer.Argument(help="The document's id, or how it begins.")],
) -> None:
    """Remove a document and everything that rests on it alone."""
    from graph.cli.progress import ready_store
    from graph.settings import load_settings
    from graph.store.retract import find_document, retract

    with ready_store(load_settings()) as store:
        id_ = find_document(store, document)
        counts = retract(store, id_)
    typer.echo(
        f"Took back {id_}: {_count(counts.edges, 'edge')} and {_count(counts.nodes, 'node')} "
        f"removed, {_count(counts.changed, 'node')} left with what other documents say."
    )


@app.command("verify")
def verify_command() -> None:
    """Check every citation in the store against the stored text; exit 1 if one fails."""
    from graph.cli.progress import ready_store
    from graph.settings import load_settings
    from graph.store.verify import verify

    with ready_store(load_settings()) as store:
        report = verify(store, on_failure=lambda failure: typer.echo(_line(failure)))
    checked = (
        f"{_count(report.citations, 'citation')} and {_count(report.mentions, 'mention')} "
        f"in {_count(report.documents, 'document')}"
    )
    if report.failed:
        typer.echo(f"{_count(report.failed, 'problem')} among {checked}.")
        raise typer.Exit(1)
    typer.echo(f"All as the texts say: {checked}.")


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _line(failure: Failure) -> str:
    """One failure, as `doc:1 12:40 ATTACKED state:a -> state:b: the text says something else`."""
    place = failure.document
    if failure.start is not None:
        place += f" {failure.start}:{failure.end}"
    edge = f" {failure.edge} {failure.source} -> {failure.target}" if failure.edge else ""
    cited = f"; cited: {_short(failure.quote)}" if failure.quote is not None else ""
    found = f"; found: {_short(failure.found)}" if failure.found is not None else ""
    return f"{place}{edge}: {failure.problem}{cited}{found}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= SHOWN else flat[: SHOWN - 1] + "…")
