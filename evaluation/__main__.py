"""`python -m evaluation`: run the extractor on every gold document and print the scores."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from evaluation.predict import predictor
from evaluation.report import as_json, markdown, measures_table, relations_table
from evaluation.run import SETS, SetResult, run

console = Console()


def evaluate(
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="List errors, of the open and shared sets.")
    ] = False,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="Save counts and shares here.")
    ] = None,
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the table that docs/evaluation.md records.")
    ] = False,
    sets: Annotated[
        list[str] | None, typer.Option("--set", help="Only this set: open, blind or shared.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="Another spaCy model to build on.")] = None,
) -> None:
    """Score extraction against the annotated documents of this project (docs/evaluation.md)."""
    unknown = set(sets or ()) - set(SETS)
    if unknown:
        raise typer.BadParameter(f"no such set: {', '.join(sorted(unknown))}")
    chosen = {name: folder for name, folder in SETS.items() if not sets or name in sets}
    results = list(run(chosen, predictor(model)))
    if verbose:
        for result in results:
            _print_errors(result)
    totals = {result.name: result.total for result in results}
    if as_markdown:
        print(markdown(totals))
    else:
        console.print(measures_table(totals))
        console.print(relations_table(totals))
    for name in sorted(set(chosen) - set(totals)):
        console.print(f"{name}: no documents here")
    if json_file:
        json_file.write_text(json.dumps(as_json(totals), indent=1) + "\n", encoding="utf8")


def _print_errors(result: SetResult) -> None:
    for key, scores in result.documents.items():
        console.print(f"\n{result.name}/{key}", style="bold")
        for kind, errors in scores.errors.items():
            for error in errors:
                console.print(f"  {kind}: {error}", markup=False, highlight=False)


if __name__ == "__main__":
    typer.run(evaluate)
