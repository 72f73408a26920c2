"""Channels that may be one, and what speaks for it."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.channel_likeness import Bound, Known, Size, compare, folded, likenesses, sizes_agree

DAY = date(2024, 10, 26)


def size(value: int, bound: Bound = "exact", day: date | None = DAY, of: str = "doc:1") -> Size:
    return Size(value, bound, day, of)


ARTICLE = Known(
    "channel:anonymous:1",
    ("a channel with 64,000 subscribers",),
    anonymous=True,
    sizes=(size(64_000),),
    documents=("doc:1",),
)
EXPORT = Known(
    "channel:telegram:lesna_live",
    ("Лесна live", "lesna_live"),
    handle="lesna_live",
    url="https://t.me/lesna_live",
    platform="telegram",
    sizes=(size(64_200, "approx", of="profile:1"),),
    documents=("profile:1",),
)
NAMED = Known("channel:lesna-live", ("LESNA LIVE",), documents=("doc:2",))
OTHER = Known("channel:telegram:far_away", ("Far Away",), handle="far_away", platform="telegram")


def test_an_anonymous_channel_meets_an_export_by_its_subscribers() -> None:
    found = compare(ARTICLE, EXPORT)
    assert found
    assert (found.source, found.target) == (ARTICLE.id, EXPORT.id)
    assert found.score == 0.45
    assert found.reasons == (
        "subscribers agree: 64,000 (exact) on 2024-10-26 and 64,200 (approx) on 2024-10-26",
    )
    assert found.documents == ("doc:1", "profile:1")


def test_a_name_in_another_script_and_like_the_handle_counts_twice() -> None:
    found = compare(NAMED, EXPORT)
    assert found
    assert found.score == pytest.approx(1 - 0.3 * 0.4)
    assert found.reasons == (
        "one is called LESNA LIVE as the other's handle is",
        "'LESNA LIVE' and 'Лесна live' are one name",
    )


def test_letters_that_look_alike_are_alike() -> None:
    assert folded("Norvia Tоday") == folded("NORVIA TODAY") == "norvia today"
    assert folded("Верхівка Сіті") == folded("Верхивка Сити")


def test_two_accounts_with_different_handles_are_two() -> None:
    clone = Known("channel:telegram:lesna_1ive", EXPORT.names, handle="lesna_1ive",
                  platform="telegram")  # fmt: skip
    assert compare(EXPORT, clone) is None


def test_subscribers_that_contradict_each_other_halve_the_score() -> None:
    small = Known("channel:lesna-live", ("Lesna Live",), sizes=(size(900),))
    found, without = compare(small, EXPORT), compare(NAMED, EXPORT)
    assert found
    assert without
    assert found.score == pytest.approx(without.score / 2)
    assert "do not agree" in found.reasons[-1]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (size(64_000), size(64_200, "approx"), True),
        (size(64_123), size(64_123), True),
        (size(64_123), size(66_900), None),
        (size(64_000), size(910), False),
        (size(64_000), size(64_000, day=date(2023, 1, 1)), None),
        (size(64_000), size(64_000, day=None), True),
        (size(50), size(50), None),
        (size(100_000, "below"), size(64_000), None),
        (size(50_000, "below"), size(64_000), False),
        (size(60_000, "at_least"), size(64_000), None),
        (size(90_000, "at_least"), size(64_000), False),
        (size(90_000, "at_least"), size(10, "below"), None),
    ],
)
def test_numbers_agree_as_exactly_as_they_are_given(
    one: Size, other: Size, verdict: bool | None
) -> None:
    assert sizes_agree(one, other) is verdict
    assert sizes_agree(other, one) is verdict


def test_pairs_are_found_in_whatever_order_channels_come() -> None:
    channels = (ARTICLE, EXPORT, NAMED, OTHER)
    answers = {tuple(likenesses(order)) for order in permutations(channels)}
    [pairs] = answers
    assert [(pair.source, pair.target) for pair in pairs] == [
        (ARTICLE.id, EXPORT.id),
        (NAMED.id, EXPORT.id),
    ]


SIZES = st.builds(
    size,
    st.integers(1, 10**7),
    st.sampled_from(["exact", "approx", "below", "at_least"]),
    st.none() | st.dates(date(2024, 1, 1), date(2024, 12, 31)),
)
CHANNELS = st.lists(
    st.builds(
        Known,
        st.integers(0, 99).map("channel:x:{}".format),
        st.tuples(st.sampled_from(["Лесна live", "Lesna Live", "Far Away", "Норвия", "a"])),
        st.sampled_from([None, "lesna_live", "far_away"]),
        sizes=st.lists(SIZES, max_size=2).map(tuple),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@given(CHANNELS)
def test_looking_at_likely_pairs_alone_loses_no_pair_of_equals(channels: list[Known]) -> None:
    found = {(pair.source, pair.target): pair for pair in likenesses(channels)}
    for one in channels:
        for other in channels:
            if one.id < other.id and (alike := compare(one, other)):
                assert 0.2 <= alike.score < 1
                turned = compare(other, one)
                assert turned
                assert turned.score == alike.score
                if any("one name" in reason for reason in alike.reasons):
                    assert found[one.id, other.id] == alike
