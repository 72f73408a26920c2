"""Reading Telegram by way of Telethon's interface, with a client that only looks like it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace as Thing
from typing import Any

import pytest
from typer.testing import CliRunner

from graph.errors import DocumentError, SaysoError, SettingsError
from graph.posts import ChannelProfile, Post
from ingest.posts.base import PostOptions
from ingest.posts.registry import read_posts
from ingest.posts.telegram_command import Saved, app, save
from ingest.posts.telegram_live import Telegram

NOON = datetime(2024, 10, 26, 12, tzinfo=UTC)
LESNA = Thing(
    id=1400000001,
    username="Lesna_Live",
    title="Лесна live",
    broadcast=True,
    participants_count=None,  # so Telethon leaves it in what get_entity gives
)
PERSON = Thing(id=5, username="a_friend", first_name="A friend")


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


class RPCError(Exception):
    """As `telethon.errors.RPCError`, the base of every refusal."""


class UsernameInvalidError(RPCError):
    def __init__(self) -> None:
        super().__init__("Nobody is using this username, or the username is unacceptable")


class ChannelPrivateError(RPCError):
    def __init__(self) -> None:
        super().__init__("The channel specified is private and you lack permission to access it")


class FloodWaitError(RPCError):
    def __init__(self, seconds: int) -> None:
        super().__init__(f"A wait of {seconds} seconds is required")
        self.seconds = seconds


class FullChannelRequest:
    """As `telethon.tl.functions.channels.GetFullChannelRequest`."""

    def __init__(self, channel: Any) -> None:
        self.channel = channel


class LookAlike:
    """Answers as a Telethon client does, from a list; `refusals` are by the handle asked for."""

    def __init__(self, messages: list[Any] = MESSAGES, **refusals: Exception) -> None:
        self.messages = messages
        self.refusals = refusals

    async def get_entity(self, entity: str) -> Any:
        if entity in self.refusals:
            raise self.refusals[entity]
        known = {"lesna_live": LESNA, "a_friend": PERSON}
        if entity.lower() not in known:
            raise ValueError(f'No user has "{entity}" as username')
        return known[entity.lower()]

    async def __call__(self, request: Any) -> Any:
        assert isinstance(request, FullChannelRequest)
        assert request.channel is LESNA
        if "full" in self.refusals:
            raise self.refusals["full"]
        return Thing(full_chat=Thing(participants_count=38_200), chats=[LESNA])

    async def iter_messages(
        self, entity: Any, *, limit: int | None, offset_date: datetime | None, reverse: bool
    ) -> AsyncIterator[Any]:
        assert (entity, offset_date, reverse) == (LESNA, None, False)
        for one in self.messages[:limit]:
            if isinstance(one, Exception):
                raise one
            yield one


def saved(client: LookAlike, handles: list[str], path: Path, limit: int | None = None) -> Saved:
    telegram = Telegram(client, FullChannelRequest, RPCError)
    return asyncio.run(save(telegram, handles, path, limit=limit))


def test_what_was_saved_is_read_in_as_any_table(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    assert saved(LookAlike(), ["@Lesna_Live", "nobody"], path) == (5, 0, 2)
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


def test_subscribers_come_from_the_full_channel_which_alone_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    saved(LookAlike(), ["lesna_live"], path)
    outcomes = list(read_posts(path, PostOptions(platform="telegram")))
    [profile] = {one.id: one for one in outcomes if isinstance(one, ChannelProfile)}.values()
    assert (profile.name, profile.subscribers) == ("Лесна live", 38_200)


def test_a_limit_holds(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    saved(LookAlike(), ["lesna_live"], path, limit=2)
    assert len(path.read_text().splitlines()) == 1


def test_a_second_run_adds_nothing_but_new_posts_and_edits(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    day = datetime(2024, 10, 28, tzinfo=UTC)
    saved(LookAlike(), ["lesna_live"], path)
    first = path.read_text()
    assert saved(LookAlike(), ["lesna_live"], path) == (0, 5, 1)
    assert path.read_text() == first
    later = [*MESSAGES[1:6], message(8, "New"), message(2, "Corrected", edit_date=day)]
    assert saved(LookAlike(later), ["lesna_live"], path) == (2, 5, 0)
    outcomes = list(read_posts(path, PostOptions(platform="telegram")))
    assert not [one for one in outcomes if isinstance(one, DocumentError)]


def test_a_run_cut_off_within_a_line_is_made_good_by_the_next(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    saved(LookAlike(), ["lesna_live"], path)
    path.write_text(path.read_text()[:-40])
    assert saved(LookAlike(), ["lesna_live"], path) == (1, 4, 1)
    outcomes = read_posts(path, PostOptions(platform="telegram"))
    posts = [one for one in outcomes if isinstance(one, Post)]
    assert [post.native for post in posts] == ["2", "3", "4", "5", "6"]


@pytest.mark.parametrize(
    ("refusal", "told"),
    [
        (UsernameInvalidError(), "Nobody is using this username"),
        (ChannelPrivateError(), "The channel specified is private"),
        (ConnectionError("Connection to Telegram failed 5 time(s)"), "failed 5 time(s)"),
        (FloodWaitError(3_540), "Telegram asks to wait 3,540 seconds"),
    ],
)
def test_a_channel_that_cannot_be_read_is_told_and_the_others_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], refusal: Exception, told: str
) -> None:
    path = tmp_path / "posts.jsonl"
    client = LookAlike(MESSAGES[:6], closed=refusal)
    assert saved(client, ["closed", "lesna_live"], path) == (5, 0, 1)
    assert told in capsys.readouterr().err


def test_what_came_before_a_flood_wait_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "posts.jsonl"
    client = LookAlike([*MESSAGES[:3], FloodWaitError(90)])
    assert saved(client, ["lesna_live"], path) == (2, 0, 1)
    assert "Run it again in 90 seconds" in capsys.readouterr().err


def test_a_full_channel_that_is_refused_is_told(tmp_path: Path) -> None:
    client = LookAlike(full=ChannelPrivateError())
    assert saved(client, ["lesna_live"], tmp_path / "posts.jsonl") == (0, 0, 1)


def test_the_conversation_with_a_person_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "posts.jsonl"
    assert saved(LookAlike(), ["a_friend"], path) == (0, 0, 1)
    assert path.read_text() == ""
    assert "no channel but a person" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="cannot be written"):
        saved(LookAlike(), ["lesna_live"], tmp_path / "none" / "posts.jsonl")


def test_without_credentials_the_command_says_where_to_get_them(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["lesna_live", "--out", str(tmp_path / "posts.jsonl")])
    assert isinstance(shown.exception, SettingsError)
    assert "my.telegram.org" in str(shown.exception)
