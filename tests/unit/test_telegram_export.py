"""Exports of Telegram Desktop that are odd or damaged: nothing private gets out, little is lost."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DocumentError
from graph.posts import ChannelProfile, Post
from ingest.posts.base import Outcome, PostOptions, Skipped
from ingest.posts.json_blocks import BROKEN, Blocks
from ingest.posts.registry import read_posts
from ingest.readers import read as read_articles
from ingest.readers.base import LONE_SURROGATE

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


def test_what_is_told_of_broken_bytes_between_messages_holds_none_of_the_text(
    tmp_path: Path,
) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(json.dumps(account(MUM)).encode().replace(b'"secret 2"', b'"secret 2" \xff'))
    [reason] = reasons(list(read_posts(path, PostOptions())))
    assert reason == (
        "the file ends too early or is damaged (lexical error: invalid char in json text.)"
    )


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


BROKEN_CHARACTER = "a character in it is broken (half of one, or bytes that are no UTF-8)"


@pytest.mark.parametrize(
    "broken", [rb"\ud800", rb"\uDFFF", rb"\\\ud83d\ud83d\u0041", b"\xff", b"\xd0"]
)
@pytest.mark.parametrize("field", ["text", "media_type", "forwarded_from", "date", "x"])
def test_a_message_with_a_broken_character_is_set_aside_alone(
    tmp_path: Path, broken: bytes, field: str
) -> None:
    path = tmp_path / "result.json"
    messages = [
        message(1, "before"),
        message(2, **{field: "xBROKENy"}),
        message(3, "after \U0001f600"),
    ]
    export = json.dumps(account(chat("A", "public_channel", 1, *messages), MUM))
    path.write_bytes(export.encode().replace(b"BROKEN", broken))
    outcomes = list(read_posts(path, PostOptions()))
    assert texts(outcomes) == [("1", "before"), ("1", "after \U0001f600")]
    assert reasons(outcomes) == [BROKEN_CHARACTER]
    assert Skipped("messages between people", 2) in outcomes


def test_a_channel_whose_name_is_broken_is_told_and_its_messages_read(tmp_path: Path) -> None:
    outcomes = read(tmp_path, chat("A\ud800", "public_channel", 1, message(1, "one")))
    assert texts(outcomes) == [("1", "one")]
    assert reasons(outcomes) == ["a character in the name of the chat 1 is broken"]


@pytest.mark.parametrize(
    "said", ["\\ud800", "after \\", '"\\"' + "9" * 5_000, "a, " + "1" * 200_000, "\\" * 70_001]
)
def test_backslashes_and_digits_in_a_text_are_neither_escapes_nor_a_number(
    tmp_path: Path, said: str
) -> None:
    outcomes = read(tmp_path, chat("A", "public_channel", 1, message(1, said), message(2, "after")))
    assert texts(outcomes) == [("1", said), ("1", "after")]


class Trickle(BytesIO):
    """A stream that gives a few bytes at a time, so that every cut is tried."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(3)


@given(st.lists(st.text(st.sampled_from('\ud83d\ude00\udfff\\",ud8я9'), max_size=12)))
def test_halves_of_characters_are_marked_and_all_else_stays_wherever_it_is_cut(
    words: list[str],
) -> None:
    blocks = Blocks(Trickle(json.dumps(words).encode()))
    kept = json.loads(b"".join(iter(lambda: blocks.read(9), b"")))
    whole = json.loads(json.dumps(words))
    assert kept == [LONE_SURROGATE.sub(BROKEN, word) for word in whole]


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
