"""Reading Telegram by way of Telethon's interface, with a client that only looks like it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace as Thing
from typing import Any

from typer.testing import CliRunner

from graph.errors import SettingsError
from graph.posts import ChannelProfile, Post
from ingest.posts.base import PostOptions
from ingest.posts.registry import read_posts
from ingest.posts.telegram_command import app, save

NOON = datetime(2024, 10, 26, 12, tzinfo=UTC)
LESNA = Thing(id=1400000001, username="Lesna_Live", title="Лесна live", participants_count=38_200)


def message(id_: int, text: str = "Мост закрыт", **more: Any) -> Thing:
    nothing = dict.fromkeys(
        ("edit_date", "fwd_from", "reply_to", "entities", "views", "forwards", "reactions",
         "photo", "video", "voice", "poll", "document", "action", "forward")
    )  # fmt: skip
    return Thing(**nothing | {"id": id_, "date": NOON, "message": text} | more)


MESSAGES = [
    message(1, action=Thing()),
    message(2, views=120, forwards=3, reactions=Thing(results=[Thing(count=2), Thing(count=5)])),
    message(3, "See this", entities=[Thing(url="https://a.example/x?utm_source=tg"), Thing()]),
    message(
        4,
        fwd_from=Thing(from_id=Thing(channel_id=77), from_name=None, channel_post=9),
        forward=Thing(chat=Thing(username="River_Report")),
        reply_to=Thing(reply_to_msg_id=2, reply_to_peer_id=None),
        photo=Thing(),
    ),
    message(5, fwd_from=Thing(from_id=None, from_name="Some Body", channel_post=None)),
    message(6, "Edited", edit_date=datetime(2024, 10, 27, tzinfo=UTC)),
    message(7, date=None),
]


class LookAlike:
    """Answers as a Telethon client does, from a list."""

    async def get_entity(self, entity: str) -> Any:
        if entity.lower() != "lesna_live":
            raise ValueError("No user has that username")
        return LESNA

    async def iter_messages(
        self, entity: Any, *, limit: int | None, offset_date: datetime | None, reverse: bool
    ) -> AsyncIterator[Any]:
        assert (entity, offset_date, reverse) == (LESNA, None, False)
        for one in MESSAGES[:limit]:
            yield one


def test_what_was_saved_is_read_in_as_any_table(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    client = LookAlike()
    assert asyncio.run(save(client, ["@Lesna_Live", "nobody"], path)) == (5, 2)
    outcomes = list(read_posts(path, PostOptions(platform="telegram")))
    plain, linked, forward, by_name, edited = (one for one in outcomes if isinstance(one, Post))
    assert plain.id == "post:telegram:lesna_live:2"
    assert (plain.views, plain.forwards, plain.reactions) == (120, 3, 7)
    assert plain.published_at == NOON
    assert linked.links == ("https://a.example/x",)
    assert forward.forward_of == "post:telegram:river_report:9"
    assert forward.forward_from == "channel:telegram:river_report"
    assert forward.reply_to == plain.id
    assert by_name.forward_from == "channel:telegram:~Some%20Body"
    assert edited.edited_at == datetime(2024, 10, 27, tzinfo=UTC)
    [profile] = {one.id: one for one in outcomes if isinstance(one, ChannelProfile)}.values()
    assert (profile.name, profile.subscribers) == ("Лесна live", 38_200)


def test_a_limit_holds_and_files_grow(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    asyncio.run(save(LookAlike(), ["lesna_live"], path, limit=2))
    asyncio.run(save(LookAlike(), ["lesna_live"], path, limit=2))
    assert len(path.read_text().splitlines()) == 2


def test_without_credentials_the_command_says_where_to_get_them(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["lesna_live", "--out", str(tmp_path / "posts.jsonl")])
    assert isinstance(shown.exception, SettingsError)
    assert "my.telegram.org" in str(shown.exception)
