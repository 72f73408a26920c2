"""`sayso telegram`: save what channels published, with your own account, as a file to read in."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.errors import DocumentError, SettingsError

if TYPE_CHECKING:
    from ingest.posts.telegram_live import Client

app = typer.Typer()


@app.command("telegram")
def telegram(
    channels: Annotated[list[str], typer.Argument(metavar="CHANNEL...", help="Their handles.")],
    out: Annotated[Path, typer.Option(help="JSON Lines file; posts are added at its end.")],
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
    day = since.replace(tzinfo=UTC) if since else None
    saved, refused = asyncio.run(_save_all(client, channels, out, day, limit))
    typer.echo(
        f"{saved:,} posts are in {out}; read them in: sayso ingest {out} --platform telegram"
    )
    raise typer.Exit(3 if refused else 0)


async def _save_all(
    client: Any, channels: Sequence[str], out: Path, since: datetime | None, limit: int | None
) -> tuple[int, int]:
    async with client:
        return await save(client, channels, out, since=since, limit=limit)


async def save(
    client: Client,
    channels: Sequence[str],
    out: Path,
    *,
    since: datetime | None = None,
    limit: int | None = None,
) -> tuple[int, int]:
    """Append the posts of the channels to a file: how many were saved and how many refused."""
    from graph.posts import Post
    from ingest.posts.telegram_live import read_channel, record

    saved = refused = 0
    now = datetime.now(UTC)
    with out.open("a", encoding="utf-8") as file:
        for handle in channels:
            async for entity, outcome in read_channel(
                client, handle, since=since, limit=limit, now=now
            ):
                if isinstance(outcome, Post):
                    file.write(record(outcome, entity) + "\n")
                    saved += 1
                elif isinstance(outcome, DocumentError):
                    refused += 1
                    typer.secho(f"Not read: {outcome}.", err=True, fg=typer.colors.YELLOW)
    return saved, refused
