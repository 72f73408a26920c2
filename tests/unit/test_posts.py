"""Ids of channels, posts and links, and what a post may say of its times."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.post_ids import channel_id, link_id, named_channel_id, post_id
from graph.posts import ChannelProfile
from tests.factories import NOON, post

PARTS = st.text(min_size=1, max_size=12).filter(lambda part: part.strip() == part)


def test_a_handle_is_one_channel_in_any_case_and_with_or_without_its_sign() -> None:
    assert channel_id("telegram", "@Lesna_Radio") == channel_id("telegram", "lesna_radio")
    assert channel_id("table", "User_A") != channel_id("table", "user_a")


def test_a_channel_known_by_name_is_not_the_one_with_that_handle() -> None:
    assert named_channel_id("telegram", "Lesna  Radio") == "channel:telegram:~Lesna%20Radio"
    assert named_channel_id("telegram", "lesna") != channel_id("telegram", "lesna")


def test_a_post_is_named_by_its_channel_and_number() -> None:
    assert post().id == "post:telegram:lesna_radio:815"
    assert post().platform == "telegram"
    assert link_id("https://lesna.example/bridge") == "link:https://lesna.example/bridge"


@given(PARTS, PARTS, PARTS, PARTS)
def test_different_parts_never_make_the_same_post(a: str, b: str, c: str, d: str) -> None:
    one, other = post_id(channel_id("site", a), b), post_id(channel_id("site", c), d)
    same_channel = a.removeprefix("@") == c.removeprefix("@")
    assert (one == other) == (same_channel and b == d)


def test_a_time_without_a_zone_or_in_another_one_is_refused() -> None:
    with pytest.raises(ValueError, match="not in UTC"):
        post(published_at=NOON.replace(tzinfo=None))
    with pytest.raises(ValueError, match="not in UTC"):
        post(edited_at=NOON.astimezone(timezone(timedelta(hours=3))))


def test_a_profile_seen_twice_on_a_day_is_one_and_on_another_day_another() -> None:
    def seen(at: datetime) -> str:
        return ChannelProfile(
            channel="channel:telegram:lesna",
            name="Lesna",
            text="Lesna\n64.2K subscribers",
            raw_sha256="0" * 64,
            reader="test",
            source="test",
            seen_at=at,
        ).id

    assert seen(NOON) == seen(NOON + timedelta(hours=3)) != seen(NOON + timedelta(days=1))
