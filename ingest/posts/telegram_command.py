"""`sayso telegram`: save what channels published, with your own account, as a file to read in."""

from __future__ import annotations

import importlib
import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TextIO

import typer

from graph.errors import DocumentError, SaysoError, SettingsError

if TYPE_CHECKING:
    from ingest.posts.seen import Seen
    from ingest.posts.telegram_live import Telegram

app = typer.Typer()


@app.command("telegram")
def telegram(
    channels: Annotated[list[str], typer.Argument(metavar="CHANNEL...", help="Their handles.")],
    out: Annotated[Path, typer.Option(help="JSON Lines file; posts not in it are added.")],
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="From this day on, in UTC.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Posts of each channel at most.")] = None,
) -> None:
    """Save posts of Telegram channels with your own account (needs the extra `telegram`).

    SAYSO_TELEGRAM_API_ID and SAYSO_TELEGRAM_API_HASH are yours from my.telegram.org; the first run
    asks for your phone number and the code that Telegram sends.
    """
    import asyncio

    from graph.settings import load_settings
    from ingest.posts.telegram_live import Telegram

    settings = load_settings()
    if settings.sayso_telegram_api_id is None or settings.sayso_telegram_api_hash is None:
        raise SettingsError(
            "Reading Telegram needs your own API id and hash",
            remedy="Get them at my.telegram.org and set SAYSO_TELEGRAM_API_ID and "
            "SAYSO_TELEGRAM_API_HASH",
        )
    try:
        telethon = importlib.import_module("telethon")
    except ImportError as error:
        raise SettingsError(
            "Telethon is not installed", remedy="Install Sayso with its extra: sayso[telegram]"
        ) from error
    settings.sayso_home.mkdir(parents=True, exist_ok=True)
    client = telethon.TelegramClient(
        str(settings.sayso_home / "telegram"),
        settings.sayso_telegram_api_id,
        settings.sayso_telegram_api_hash.get_secret_value(),
    )
    telegram = Telegram(
        client,
        importlib.import_module("telethon.tl.functions.channels").GetFullChannelRequest,
        importlib.import_module("telethon.errors").RPCError,
    )
    day = since.replace(tzinfo=UTC) if since else None
    saved = asyncio.run(_save_all(telegram, channels, out, day, limit))
    typer.echo(
        f"{saved.new:,} posts are added to {out}, {saved.known:,} were in it; "
        f"read them in: sayso ingest {out} --platform telegram"
    )
    raise typer.Exit(3 if saved.refused else 0)


async def _save_all(
    telegram: Telegram,
    channels: Sequence[str],
    out: Path,
    since: datetime | None,
    limit: int | None,
) -> Saved:
    client: Any = telegram.client
    try:
        async with client:
            return await save(telegram, channels, out, since=since, limit=limit)
    except (telegram.refusal, ConnectionError) as error:
        raise SettingsError(
            f"Telegram does not let you in: {' '.join(str(error).split())}",
            remedy="Check SAYSO_TELEGRAM_API_ID, SAYSO_TELEGRAM_API_HASH and the connection",
        ) from error


class Saved(NamedTuple):
    """How many posts were added to the file, were in it already, and could not be read."""

    new: int
    known: int
    refused: int


async def save(
    telegram: Telegram,
    channels: Sequence[str],
    out: Path,
    *,
    since: datetime | None = None,
    limit: int | None = None,
) -> Saved:
    """Append to a file the posts of the channels that are not in it, and the edits of those.

    Raises SaysoError where the file cannot be written.
    """
    from graph.posts import Post
    from ingest.posts.telegram_live import read_channel, record, version_of

    new = known = refused = 0
    now = datetime.now(UTC)
    with _opened(out) as file:
        seen = _versions(file)
        for handle in channels:
            async for channel, outcome in read_channel(
                telegram, handle, since=since, limit=limit, now=now
            ):
                if isinstance(outcome, Post):
                    line = record(outcome, channel)
                    if seen.add(version_of(line)):
                        file.write(json.dumps(line, ensure_ascii=False) + "\n")
                        new += 1
                    else:
                        known += 1
                elif isinstance(outcome, DocumentError):
                    refused += 1
                    typer.secho(f"Not read: {outcome}.", err=True, fg=typer.colors.YELLOW)
    return Saved(new, known, refused)


def _opened(out: Path) -> TextIO:
    try:
        return out.open("a+", encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        raise SaysoError(
            f"{out} cannot be written ({error.strerror})", remedy="Name another file with --out"
        ) from error


def _versions(file: TextIO) -> Seen:
    """The posts in a file, which is left so that a line can be added."""
    from ingest.posts.seen import Seen
    from ingest.posts.telegram_live import version_of

    seen = Seen()
    line = "\n"
    file.seek(0)
    for line in file:
        with suppress(ValueError):
            if isinstance(record := json.loads(line), dict):
                seen.add(version_of(record))
    if not line.endswith("\n"):
        file.write("\n")  # an earlier run was cut off within its last line
    return seen
