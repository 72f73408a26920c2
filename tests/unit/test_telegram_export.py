"""Exports of Telegram Desktop that are odd or damaged: nothing private gets out, little is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import DocumentError
from graph.posts import ChannelProfile, Post
from ingest.posts.base import Outcome, PostOptions, Skipped
from ingest.posts.registry import read_posts
from ingest.readers import read as read_articles

NOT_SAID = "messages of chats that do not say what they are"


def message(id_: Any, text: Any = "Text", **more: Any) -> dict[str, Any]:
    return {"id": id_, "type": "message", "date_unixtime": "1709287200", "text": text} | more


def chat(name: str, kind: str, id_: int, *messages: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "id": id_, "messages": list(messages)}


def account(*chats: Any) -> dict[str, Any]:
    return {"about": "x", "chats": {"about": "y", "list": list(chats)}}


def written(folder: Path, export: Any) -> Path:
    path = folder / "result.json"
    path.write_text(export if isinstance(export, str) else json.dumps(export))
    return path


def read(folder: Path, export: Any, options: PostOptions | None = None) -> list[Outcome]:
    return list(read_posts(written(folder, export), options or PostOptions()))


def texts(outcomes: list[Outcome]) -> list[tuple[str, str]]:
    return [
        (one.channel.removeprefix("channel:telegram:"), one.text)
        for one in outcomes
        if isinstance(one, Post)
    ]


def reasons(outcomes: list[Outcome]) -> list[str]:
    return [one.reason for one in outcomes if isinstance(one, DocumentError)]


PUBLIC_1 = chat("Pub1", "public_channel", 901, message(1, "one"), message(2, "two"))
MUM = chat("Mum", "personal_chat", 9, message(5, "secret 1"), message(6, "secret 2"))
PUBLIC_2 = chat("Pub2", "public_channel", 902, message(1, "three"), message(2, "four"))
ALL = [("901", "one"), ("901", "two"), ("902", "three"), ("902", "four")]


@pytest.mark.parametrize("odd", [None, "oops", 7, [], [message(3)], True])
@pytest.mark.parametrize("where", range(3))
def test_private_messages_are_nobodys_posts_whatever_stands_among_messages(
    tmp_path: Path, odd: Any, where: int
) -> None:
    chats = [json.loads(json.dumps(one)) for one in (PUBLIC_1, MUM, PUBLIC_2)]
    chats[where]["messages"].insert(0, odd)
    outcomes = read(tmp_path, account(*chats))
    assert texts(outcomes) == ALL
    people = 3 if where == 1 else 2
    assert [one for one in outcomes if isinstance(one, Skipped)] == [
        Skipped("messages between people", people)
    ]
    assert reasons(outcomes) == ([] if where == 1 else ["it is no message"])


@pytest.mark.parametrize("odd", [None, "oops", [MUM], {"name": "Mum", "messages": MUM["messages"]}])
def test_a_chat_of_no_type_is_told_and_none_of_its_messages_read(tmp_path: Path, odd: Any) -> None:
    outcomes = read(tmp_path, account(PUBLIC_1, odd, PUBLIC_2))
    assert texts(outcomes) == ALL
    [reason] = reasons(outcomes)
    assert "does not say what type it is of" in reason
    told = [one for one in outcomes if isinstance(one, Skipped)]
    assert told == ([Skipped(NOT_SAID, 2)] if isinstance(odd, dict) else [])


@pytest.mark.parametrize("suffix", [".txt", ".md", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "export", [account(PUBLIC_1, MUM), MUM, [MUM], account(PUBLIC_1, MUM)["chats"]["list"]]
)
def test_an_export_under_another_name_is_nobodys_article(
    tmp_path: Path, suffix: str, encoding: str, export: Any
) -> None:
    path = tmp_path / f"export{suffix}"
    for indent in (None, 1):
        path.write_text("\n" + json.dumps(export, indent=indent), encoding=encoding)
        [outcome] = read_articles(path)
        assert isinstance(outcome, DocumentError)
        assert outcome.reason == "it is JSON and no article"
        assert ".json" in outcome.remedy


def test_names_of_members_that_look_like_paths_open_no_chat(tmp_path: Path) -> None:
    odd = {"chats.list.item": PUBLIC_2, "messages.item": message(9), "x": account(PUBLIC_2)}
    outcomes = read(tmp_path, odd | account({**PUBLIC_1, "y": PUBLIC_2}))
    assert texts(outcomes) == ALL[:2]


def test_chats_whose_messages_stand_first_are_read(tmp_path: Path) -> None:
    backwards = [dict(reversed(one.items())) for one in (PUBLIC_1, MUM, PUBLIC_2)]
    assert texts(read(tmp_path, backwards[0])) == ALL[:2]
    outcomes = read(tmp_path, account(*backwards))
    assert texts(outcomes) == ALL
    assert reasons(outcomes) == []
    assert Skipped("messages between people", 2) in outcomes
    assert [one.name for one in outcomes if isinstance(one, ChannelProfile)] == ["Pub1", "Pub2"]


def test_a_chat_that_is_cut_off_before_it_says_what_it_is_stays_unread(tmp_path: Path) -> None:
    export = json.dumps(account(PUBLIC_1, dict(reversed(MUM.items()))))
    outcomes = read(tmp_path, export[: export.index('"personal_chat"')])
    assert texts(outcomes) == ALL[:2]
    assert [reason.partition(" (")[0] for reason in reasons(outcomes)] == [
        "the chat '' does not say what type it is of",
        "the file ends too early or is damaged",
    ]
    assert Skipped(NOT_SAID, 2) in outcomes


@pytest.mark.parametrize("damage", ["", "nonsense", ": 5, "])
def test_a_damaged_account_gives_all_before_the_damage(tmp_path: Path, damage: str) -> None:
    export = json.dumps(account(PUBLIC_1, MUM, PUBLIC_2))
    outcomes = read(tmp_path, export[: export.index('"four"')] + damage)
    assert texts(outcomes) == ALL[:3]
    [reason] = reasons(outcomes)
    assert "too early or is damaged" in reason
    assert Skipped("messages between people", 2) in outcomes


def test_what_is_told_of_damage_holds_none_of_the_text(tmp_path: Path) -> None:
    export = json.dumps(account(MUM))
    outcomes = read(tmp_path, export.replace('"secret 2"', '"secret 2" secret'))
    assert "secret" not in " ".join(reasons(outcomes))


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"views": 10**30}, f"its views {10**30} are not between 0 and 2^63"),
        ({"views": 2**63}, f"its views {2**63} are not between 0 and 2^63"),
        ({"views": -1}, "its views -1 are not between 0 and 2^63"),
        ({"views": True}, "its views 'True' is no whole number"),
        ({"forwards": "many"}, "its forwards 'many' is no whole number"),
        ({"id": True}, "its id 'True' is no whole number"),
        ({"id": "2"}, "its id '2' is no whole number"),
        ({"reply_to_message_id": True}, "its reply_to_message_id 'True' is no whole number"),
        (
            {"reactions": [{"count": 2**62}] * 3},
            f"its reactions {3 * 2**62} are not between 0 and 2^63",
        ),
        ({"reactions": 5}, "its reactions are no list of counts"),
        ({"reactions": [{"count": None}, 5]}, "its reactions are no list of counts"),
        ({"text": [{"type": "link", "text": None}]}, "a part of its text is no text"),
        ({"text": ["a", 5]}, "a part of its text is no text"),
        ({"text": {"text": ["a"]}}, "a part of its text is no text"),
        ({"date_unixtime": "253402300800"}, "its date '253402300800' is none"),
        ({"date_unixtime": 10**30}, f"its date '{10**30}' is none"),
        ({"edited_unixtime": "noon"}, "its edited 'noon' is none"),
        (
            {"date_unixtime": None, "date": "0001-01-01T00:00:00+05:00"},
            "its time 0001-01-01T00:00:00+05:00 lies outside the years 1 to 9999 in UTC",
        ),
    ],
)
def test_one_message_of_a_wrong_type_or_range_is_set_aside_alone(
    tmp_path: Path, wrong: dict[str, Any], reason: str
) -> None:
    messages = [message(1, "before"), message(2, **{"text": "bad"} | wrong), message(3, "after")]
    outcomes = read(tmp_path, chat("A", "public_channel", 1, *messages))
    assert texts(outcomes) == [("1", "before"), ("1", "after")]
    assert reasons(outcomes) == [reason]


def test_a_message_nested_without_end_is_set_aside_alone(tmp_path: Path) -> None:
    export = json.dumps(chat("A", "public_channel", 1, message(1, "DEEP"), message(2, "after")))
    outcomes = read(tmp_path, export.replace('"DEEP"', "[" * 100_000 + "]" * 100_000))
    assert texts(outcomes) == [("1", "after")]
    assert reasons(outcomes) == ["it is nested too deeply"]


@pytest.mark.parametrize("number", ["9" * 5_000, "1e9999999999999999999"])
def test_a_number_that_no_parser_holds_is_told_as_damage(tmp_path: Path, number: str) -> None:
    messages = [message(n) for n in range(1, 2_001)]
    export = json.dumps(chat("A", "public_channel", 1, *messages, message(2_001, views=17_171)))
    outcomes = read(tmp_path, export.replace("17171", number))
    assert len(texts(outcomes)) > 1_000
    [reason] = reasons(outcomes)
    assert "a number in it is too" in reason


def test_a_byte_order_mark_is_no_damage(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "\ufeff" + json.dumps(PUBLIC_1))) == ALL[:2]


def test_one_handle_is_not_given_to_the_chats_of_a_whole_account(tmp_path: Path) -> None:
    outcomes = read(tmp_path, account(MUM, PUBLIC_1, PUBLIC_2), PostOptions(channel="lesna"))
    assert texts(outcomes) == []
    assert reasons(outcomes) == [
        "it holds a whole account, and --channel is the handle of one chat"
    ]
