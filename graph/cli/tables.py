"""Answers as people and programs read them: a table that keeps each quote whole, JSON, or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Literal

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from graph.exports.cells import safe_cell, words
from graph.store.answers import Answer, Plain

Format = Literal["table", "json", "csv"]

# Shown together in one cell as what an answer rests on, or only of use to programs.
_EVIDENCE = ("quote", "title", "url", "published_at", "date", "modality", "asserted_by")
_NAMELESS = {"document": "the document", "unknown": "somebody the document does not name"}
_FOR_PROGRAMS = ("document", "citation")
_TRIPLE = ("source", "relationship", "target")
# Columns of a screen that a fact and a sentence need to be read with ease.
_FACT_WIDTH, _QUOTE_WIDTH = 16, 48
_STYLES = {"denied": "red", "alleged": "yellow", "hypothetical": "yellow"}


def as_json(answer: Answer, *, question: Mapping[str, object] | None = None) -> str:
    """One JSON object: what was asked, columns, a record for each row, and whether it is all."""
    content = dict(question or {}) | {
        "columns": answer.columns,
        "rows": answer.records(),
        "truncated": answer.truncated,
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def as_csv(answer: Answer) -> str:
    """Comma-separated rows under their column names, safe to open in a spreadsheet.

    What `safe_cell` says of a cell holds for every one of them.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([safe_cell(column) for column in answer.columns])
    writer.writerows([[safe_cell(value) for value in row] for row in answer.rows])
    return buffer.getvalue()


def print_table(answer: Answer, console: Console, *, title: str | None = None) -> None:
    """Print rows as a table; what an answer rests on stands in one cell beside it.

    Where the screen is too narrow for a column a fact, the facts of a row share one cell.
    """
    cited = "quote" in answer.columns
    shown = [column for column in answer.columns if not (cited and _hidden(column, answer.columns))]
    joined = cited and set(_TRIPLE) <= set(shown)
    if joined:
        shown = ["statement" if column == "source" else column for column in shown]
        shown = [column for column in shown if column not in _TRIPLE]
    stacked = cited and console.width < _QUOTE_WIDTH + _FACT_WIDTH * len(shown)
    table = Table(
        title=title, box=box.SIMPLE_HEAD, show_lines=cited, title_justify="left", expand=cited
    )
    for column in ["answer"] if stacked else shown:
        table.add_column(column.replace("_", " "), overflow="fold", ratio=2)
    if cited:
        table.add_column("on whose say-so", overflow="fold", ratio=3 if stacked else 5)
    for record in answer.records():
        cells: list[RenderableType] = [_fact(column, record) for column in shown]
        if stacked:
            cells = [_stack(shown, record)]
        table.add_row(*cells, *([_evidence(record)] if cited else []))
    console.print(table)


def _stack(columns: Sequence[str], record: Mapping[str, Plain]) -> Group:
    """The facts of a row below each other, each under its name, except for a whole statement."""
    lines = []
    for column in columns:
        fact = _fact(column, record)
        if fact.plain:
            label = "" if column == "statement" else f"{column.replace('_', ' ')} "
            lines.append(Text.assemble((label, "dim"), fact))
    return Group(*lines)


def _hidden(column: str, columns: Sequence[str]) -> bool:
    named = column.removesuffix("_id")
    return column in (*_EVIDENCE, *_FOR_PROGRAMS) or (named != column and named in columns)


def _fact(column: str, record: Mapping[str, Plain]) -> Text:
    if column == "statement" and column not in record:
        source, relationship, target = (words(record[name]) for name in _TRIPLE)
        return Text.assemble(source, " ", (relationship, "bold cyan"), " ", target)
    return Text(words(record[column]))


def _evidence(record: Mapping[str, Plain]) -> Group:
    modality = words(record.get("modality"))
    by = words(record.get("asserted_by"))
    said = Text.assemble((modality, _STYLES.get(modality, "green")))
    said.append(f" by {_NAMELESS.get(by, by)}" if by else "")
    said.append(f", of {words(record['date'])}" if record.get("date") else "")
    origin = ", ".join(
        words(record[name]) for name in ("title", "published_at") if record.get(name)
    )
    lines = [Text(f"“{' '.join(words(record['quote']).split())}”", style="italic"), said]
    lines += [Text(text, style="dim") for text in (origin, words(record.get("url"))) if text]
    return Group(*lines)
