"""The commands that read articles: `ingest` into the store, `extract` to standard output.

Everything heavy is imported inside the commands, so that `--help` and `extract` start fast.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from graph.errors import DocumentError
    from graph.model import Document
    from ingest.extract import Extractor
    from ingest.readers import ReadOptions

FINE, FAILED, QUARANTINED = 0, 1, 3
"""Exit statuses: all read; the run failed; the run went through, something was refused."""

app = typer.Typer(no_args_is_help=True, add_completion=False)

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH|URL...", help="Files, folders, http(s) addresses, or - for standard input."
    ),
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN,...",
        help="Columns of a CSV or keys of a JSONL, as in text=body,title=headline,url=link,"
        "published=date.",
    ),
]
Encoding = Annotated[
    str | None, typer.Option(help="Encoding of the files, where it is known (cp1251, ...).")
]
MaxMegabytes = Annotated[
    float,
    typer.Option("--max-mb", envvar="SAYSO_MAX_MB", min=0.001, help="Size limit of a document."),
]
Model = Annotated[
    str | None,
    typer.Option(envvar="SAYSO_MODEL_EN", help="Another spaCy pipeline for English."),
]


class Format(StrEnum):
    """How `extract` prints."""

    JSON = "json"
    TEXT = "text"


@app.command()
def ingest(
    sources: Sources,
    columns: Columns = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Stop after this many documents.")
    ] = None,
    encoding: Encoding = None,
    max_mb: MaxMegabytes = 20,
    model: Model = None,
) -> None:
    """Read articles into the store: every edge cites its sentence."""
    from graph.errors import SaysoError
    from ingest.report import ingest_with_bars

    options = read_options(columns, encoding, max_mb)
    try:
        quarantined = ingest_with_bars(
            sources, extractor=load_extractor(model), options=options, limit=limit
        )
    except SaysoError as error:
        fail(error.message, error.remedy)
    raise typer.Exit(QUARANTINED if quarantined else FINE)


@app.command()
def extract(
    sources: Sources,
    format_: Annotated[
        Format, typer.Option("--format", help="One JSON document a line, or a summary to read.")
    ] = Format.JSON,
    text_out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write the stored text, which all offsets refer to; a folder for several.",
        ),
    ] = None,
    columns: Columns = None,
    encoding: Encoding = None,
    max_mb: MaxMegabytes = 20,
    model: Model = None,
) -> None:
    """Print what is found in articles, without a store."""
    options = read_options(columns, encoding, max_mb)
    extractor = load_extractor(model)
    refused: list[DocumentError] = []
    texts = StoredTexts(text_out)
    for document, extraction in extractor.pipe(_readable(sources, options, refused)):
        texts.write(document)
        found = extraction.to_text() if format_ is Format.TEXT else _json(extraction.to_json())
        _print(found)
    raise typer.Exit(QUARANTINED if refused else FINE)


def load_extractor(model: str | None) -> Extractor:
    """The extractor on the pipeline named, or on the one Sayso brings; a wrong name ends it."""
    from ingest.extract import Extractor

    try:
        return Extractor(model=model) if model else Extractor()
    except OSError as error:  # what spaCy raises for a pipeline that is not installed
        fail(
            f"The spaCy pipeline {model} cannot be loaded ({error})", "Install it, or name another"
        )


class StoredTexts:
    """Where `--text-out` goes: one document into a file, several into a folder by their ids."""

    def __init__(self, target: Path | None) -> None:
        self._target = target
        self._written: str | None = None

    def write(self, document: Document) -> None:
        """Write one stored text as UTF-8, its line ends as they are."""
        if self._target is None:
            return
        path = self._target
        if path.is_dir():
            path = path / f"{document.id.replace(':', '-')}.txt"
        elif self._written not in (None, document.id):
            fail(f"{path} is a file, and there are several documents", "Name an existing folder")
        try:
            path.write_bytes(document.text.encode())
        except OSError as error:
            fail(f"{path} cannot be written ({error.strerror})", "Name another file")
        self._written = document.id


def read_options(columns: str | None, encoding: str | None, max_mb: float) -> ReadOptions:
    """The options of the command line as readers take them; wrong ones end the command."""
    from ingest.readers import ReadOptions
    from ingest.readers.header import FIELDS

    mapping: dict[str, str] = {}
    for pair in (columns or "").split(","):
        field, equals, column = pair.partition("=")
        if pair and (field.strip() not in FIELDS or not equals or not column.strip()):
            raise typer.BadParameter(
                f"{pair!r} is not FIELD=COLUMN with a field of {', '.join(FIELDS)}",
                param_hint="--map",
            )
        if pair:
            mapping[field.strip()] = column.strip()
    return ReadOptions(max_bytes=int(max_mb * 1e6), encoding=encoding, columns=mapping)


def fail(message: str, remedy: str) -> NoReturn:
    """Say on standard error what went wrong and what to do, and end the command."""
    typer.secho(f"{message}. {remedy}.", err=True, fg=typer.colors.RED)
    raise typer.Exit(FAILED)


def _readable(
    sources: list[str], options: ReadOptions, refused: list[DocumentError]
) -> Iterator[Document]:
    from graph.errors import DocumentError
    from ingest.readers import read

    for source in sources:
        for outcome in read(source, options=options):
            if isinstance(outcome, DocumentError):
                refused.append(outcome)
                typer.secho(f"Not read: {outcome}.", err=True, fg=typer.colors.YELLOW)
            else:
                yield outcome


def _json(found: object) -> str:
    return json.dumps(found, ensure_ascii=False)


def _print(text: str) -> None:
    """Print as UTF-8 in any locale, and at once, so that a pipe sees every document."""
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()
