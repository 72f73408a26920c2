"""How an object spread: who was first, and how long until the next, the k-th and half of all posts.

First means first of the posts that were looked at. Somebody who was not collected may have been
earlier, and a post that was deleted cannot be seen; every row therefore stands beside its coverage.
Times until so many shares are those of Vosoughi, Roy and Aral, "The spread of true and false news
online" (Science 359, 2018), who count users; here posts are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from graph.amplification.asking import ObjectKind
from graph.amplification.network import moment
from graph.amplification.posts import Posts
from graph.amplification.shares import Shares, find_shares


@dataclass(frozen=True, slots=True)
class Spread:
    """One object: its first post seen, how many posts and channels, and seconds from the first.

    `to_next` is until the first post of another channel, `to_kth` until the k-th post and `to_half`
    until half of all posts were there, the first counted; None where there are not as many.
    """

    first_post: str
    first_channel: str
    began: datetime
    posts: int
    channels: int
    to_next: float | None
    to_kth: float | None
    to_half: float


def spreads(posts: Posts, kind: ObjectKind, *, k: int = 10, least: int = 2) -> list[Spread]:
    """The spread of every object that at least `least` channels shared, the widest first."""
    ids = dict(posts.rows("SELECT rowid, id FROM posts"))
    found = [
        spread for spread in _each(find_shares(posts, kind), ids, k) if spread.channels >= least
    ]
    return sorted(found, key=lambda one: (-one.channels, -one.posts, one.began, one.first_post))


def _each(shares: Shares, ids: dict[int, str], k: int) -> Iterator[Spread]:
    for low, high in zip(shares.objects[:-1], shares.objects[1:], strict=True):
        times, channels = shares.time[low:high], shares.channel[low:high]
        seconds = (times - times[0]) / 1e6
        others = np.flatnonzero(channels != channels[0])
        count = int(high - low)
        yield Spread(
            first_post=ids[int(shares.post[low])],
            first_channel=shares.names[channels[0]],
            began=moment(int(times[0])),
            posts=count,
            channels=len(np.unique(channels)),
            to_next=float(seconds[others[0]]) if len(others) else None,
            to_kth=float(seconds[k - 1]) if count >= k else None,
            to_half=float(seconds[(count + 1) // 2 - 1]),
        )


@dataclass(frozen=True, slots=True)
class Mover:
    """How often a channel was the first seen, of the objects that it shared with others."""

    channel: str
    first: int
    objects: int

    @property
    def share(self) -> float:
        """The part of its objects in which it was first."""
        return self.first / self.objects


def first_movers(posts: Posts, kind: ObjectKind) -> list[Mover]:
    """Every channel that shares objects with others, by how often it was the first seen."""
    shares = find_shares(posts, kind)
    first: Counter[int] = Counter()
    objects: Counter[int] = Counter()
    for low, high in zip(shares.objects[:-1], shares.objects[1:], strict=True):
        channels = np.unique(shares.channel[low:high]).tolist()
        if len(channels) > 1:
            objects.update(channels)
            first[int(shares.channel[low])] += 1
    movers = [Mover(shares.names[code], first[code], objects[code]) for code in objects]
    return sorted(movers, key=lambda one: (-one.first, -one.share, one.channel))
