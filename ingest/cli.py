"""The commands that read: `ingest` into the store, `extract` to standard output.

Everything heavy is imported inside the commands, so that `--help` and `extract` start fast.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from graph.cli.statuses import FINE, QUARANTINED
from graph.errors import DocumentError, SaysoError, SettingsError

if TYPE_CHECKING:
    from graph.model import Document
    from ingest.candidates.candidate import CandidateSource
    from ingest.extract import Extractor
    from ingest.posts.base import PostOptions
    from ingest.readers import ReadOptions

_MODEL_SETTINGS = frozenset(["SAYSO_MODEL_EN", "SAYSO_GLINER_MODEL", "SAYSO_LLM_URL"])
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
    preset: Annotated[
        str | None,
        typer.Option(help="Columns of a table of posts: cnt, cooRTweet, x, ... or a YAML file."),
    ] = None,
    platform: Annotated[
        str | None, typer.Option(help="Where the posts of a table were published: x, vk, ...")
    ] = None,
    channel: Annotated[
        str | None, typer.Option(help="Handle of the one channel of a Telegram export.")
    ] = None,
    seen_on: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="Day on which views and subscribers were seen; else that of the file.",
        ),
    ] = None,
    zone: Annotated[
        str, typer.Option(help="Time zone of times that name none, as in Europe/Kyiv.")
    ] = "UTC",
    extract: Annotated[
        bool,
        typer.Option("--extract", help="Look for entities and claims in English posts too."),
    ] = False,
) -> None:
    """Read articles and exports of channels into the store: every edge cites its source."""
    from ingest.posts.registry import split_sources

    options = read_options(columns, encoding, max_mb)
    asked = post_options(options, preset, platform, channel, seen_on, zone)
    posts, articles = split_sources(sources, asked)
    quarantined = 0
    extractor = load_extractor(model) if articles or extract else None
    if posts:
        from ingest.posts.report import ingest_posts_with_bars

        quarantined += ingest_posts_with_bars(
            posts, options=asked, extractor=extractor if extract else None, limit=limit
        )
    if articles and extractor:
        from ingest.report import ingest_with_bars

        quarantined += ingest_with_bars(articles, extractor=extractor, options=options, limit=limit)
    raise typer.Exit(QUARANTINED if quarantined else FINE)


def post_options(
    read: ReadOptions,
    preset: str | None,
    platform: str | None,
    channel: str | None,
    seen_on: datetime | None,
    zone: str,
) -> PostOptions:
    """The options of the command line as readers of posts take them."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    from ingest.posts.base import PostOptions

    try:
        known = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise typer.BadParameter(f"{zone!r} is no time zone", param_hint="--zone") from error
    return PostOptions(
        read=read,
        preset=preset,
        platform=platform.lower() if platform else None,
        channel=channel,
        seen_at=seen_on.replace(tzinfo=UTC) if seen_on else None,
        zone=known,
    )


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
    from ingest.candidates import tally

    options = read_options(columns, encoding, max_mb)
    extractor = load_extractor(model)
    refused: list[DocumentError] = []
    texts = StoredTexts(text_out)
    proposed: tally.Tally = {}
    for document, extraction in extractor.pipe(_readable(sources, options, refused)):
        texts.write(document)
        tally.add(proposed, extraction)
        found = extraction.to_text() if format_ is Format.TEXT else _json(extraction.to_json())
        _print(found)
    for sentence in tally.sentences(proposed):
        typer.echo(sentence, err=True)
    raise typer.Exit(QUARANTINED if refused else FINE)


def _configured(model: str | None) -> tuple[str, tuple[CandidateSource, ...]]:
    """The pipeline and the further models that the environment asks for; raises SettingsError."""
    from graph.settings import ModelSettings, load
    from ingest.candidates.configured import configured_sources

    settings = load(ModelSettings)
    sources = configured_sources(settings)
    if settings.sayso_llm_url:
        host = urlsplit(settings.sayso_llm_url).netloc
        typer.secho(f"The text of every document is sent to {host}.", err=True)
        _tell_waits(host)
    return model or settings.sayso_model_en, sources


def _tell_waits(host: str) -> None:
    """Say why a run stands still; stamina would print it among the findings."""
    from stamina.instrumentation import RetryDetails, set_on_retry_hooks

    def told(details: RetryDetails) -> None:
        wait, cause = details.wait_for, details.caused_by
        typer.secho(f"{host} is busy ({cause}); asking again in {wait:.0f} s.", err=True)

    set_on_retry_hooks([told])


def load_extractor(model: str | None) -> Extractor:
    """The extractor on the pipeline named, or on the one Sayso brings, and on the models set.

    Raises SettingsError where a model cannot be used.
    """
    from ingest.extract import Extractor

    name = model
    sources: tuple[CandidateSource, ...] = ()
    # Settings cost a quarter of a second to import, which a run with none of these need not pay.
    if any(key.upper() in _MODEL_SETTINGS and value for key, value in os.environ.items()):
        name, sources = _configured(model)
    try:
        return Extractor(model=name, candidates=sources) if name else Extractor()
    except OSError as error:  # what spaCy raises for a pipeline that is not installed
        raise SettingsError(
            f"The spaCy pipeline {name} cannot be loaded ({error})",
            remedy="Install it, or name another with --model or SAYSO_MODEL_EN",
        ) from error


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
            raise SaysoError(
                f"{path} is to hold one text, and there are several documents",
                remedy="Name an existing folder, which gets a file a document",
            )
        try:
            path.write_bytes(document.text.encode())
        except OSError as error:
            raise SaysoError(
                f"{path} cannot be written ({error.strerror})", remedy="Name another file"
            ) from error
        self._written = document.id


def read_options(columns: str | None, encoding: str | None, max_mb: float) -> ReadOptions:
    """The options of the command line as readers take them; wrong ones end the command."""
    from ingest.posts.base import FIELDS as POST_FIELDS
    from ingest.readers import ReadOptions
    from ingest.readers.header import FIELDS

    known = dict.fromkeys((*FIELDS, *POST_FIELDS))
    mapping: dict[str, str] = {}
    for pair in (columns or "").split(","):
        field, equals, column = pair.partition("=")
        if pair and (field.strip() not in known or not equals or not column.strip()):
            raise typer.BadParameter(
                f"{pair!r} is not FIELD=COLUMN with a field of {', '.join(known)}",
                param_hint="--map",
            )
        if pair:
            mapping[field.strip()] = column.strip()
    return ReadOptions(max_bytes=int(max_mb * 1e6), encoding=encoding, columns=mapping)


def _readable(
    sources: list[str], options: ReadOptions, refused: list[DocumentError]
) -> Iterator[Document]:
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
