"""`sayso queries`, `sayso query` and `sayso cypher`: asking the graph from a shell."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from graph.errors import QueryError

if TYPE_CHECKING:
    from graph.catalogue import Query
    from graph.store.answers import Answer

app = typer.Typer()

Format = Literal["table", "json", "csv"]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to print the answer.")]
ParamOption = Annotated[
    list[str] | None,
    typer.Option("--param", "-p", metavar="NAME=VALUE", help="May be given several times."),
]


@app.command("queries")
def list_queries(
    id_: Annotated[str | None, typer.Argument(metavar="[ID]", help="Explain this one.")] = None,
    format_: FormatOption = "table",
) -> None:
    """List the questions of the catalogue, or explain one."""
    from graph.catalogue import load_catalogue

    catalogue = load_catalogue()
    if id_ is not None:
        _explain(catalogue.get(id_))
        return
    from graph.store.answers import Answer

    rows = tuple((q.topic, q.id, q.title, _signature(q)) for q in catalogue)
    _print(Answer(("topic", "id", "question", "parameters"), rows), format_)


@app.command("query")
def ask(
    id_: Annotated[str, typer.Argument(metavar="ID", help="See `sayso queries`.")],
    param: ParamOption = None,
    format_: FormatOption = "table",
) -> None:
    """Ask a question of the catalogue; every row shows the sentence it rests on.

    A name that the store does not know is an error, since no rows would say something else.
    """
    from graph.catalogue import load_catalogue
    from graph.cli.progress import ready_store
    from graph.settings import load_settings
    from graph.store.names import refuse_unknown
    from graph.store.readonly import read

    query = load_catalogue().get(id_)
    arguments = query.arguments(given(param))
    with ready_store(load_settings()) as store:
        answer = read(store, query.statement, arguments)
        if not answer.rows:
            refuse_unknown(store, query.named(arguments))
    _print(answer, format_, title=query.title, question={"query": id_, "parameters": arguments})


@app.command("cypher")
def cypher(
    statement: Annotated[str, typer.Argument(help="A read statement; `-` reads it from a pipe.")],
    param: ParamOption = None,
    format_: FormatOption = "table",
    rows: Annotated[int, typer.Option(min=1, max=100_000, help="Rows at most.")] = 1_000,
    seconds: Annotated[float, typer.Option(min=0.1, max=600, help="Time at most.")] = 30.0,
) -> None:
    """Run your own Cypher; whatever would write, load or administrate is refused."""
    from graph.cli.progress import ready_store
    from graph.settings import load_settings
    from graph.store.answers import Limits
    from graph.store.readonly import read_guarded

    text = sys.stdin.read() if statement == "-" else statement
    with ready_store(load_settings()) as store:
        answer = read_guarded(store, text, given(param), limits=Limits(seconds=seconds, rows=rows))
    _print(answer, format_)


def given(pairs: Iterable[str] | None) -> dict[str, object]:
    """`name=value` pairs as arguments; a name given several times holds a list."""
    found: dict[str, list[str]] = {}
    for pair in pairs or ():
        name, sign, value = pair.partition("=")
        if not sign or not name:
            raise QueryError(f"--param {pair!r} is not NAME=VALUE", remedy="Write name=value")
        found.setdefault(name.strip(), []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in found.items()}


def _signature(query: Query) -> str:
    return " ".join(item.name if item.required else f"[{item.name}]" for item in query.parameters)


def _print(
    answer: Answer,
    format_: Format,
    *,
    title: str | None = None,
    question: Mapping[str, object] | None = None,
) -> None:
    from graph.cli.tables import as_csv, as_json, print_table

    if format_ == "json":
        typer.echo(as_json(answer, question=question))
    elif format_ == "csv":
        typer.echo(as_csv(answer), nl=False)
    elif answer.rows:
        from rich.console import Console

        print_table(answer, Console(), title=title)
    if not answer.rows:
        typer.echo("No rows. What was not read, or not found in it, does not show.", err=True)
    if answer.truncated:
        typer.echo(f"Cut short after {len(answer.rows)} rows; ask for less.", err=True)


def _explain(query: Query) -> None:
    from rich.console import Console
    from rich.markdown import Markdown

    from graph.catalogue.reference import section

    Console().print(Markdown(section(query)))
