"""Whose posts are carried on: forwards received and given, the ratio, and the FIB index.

The amplification ratio is forwards received for each post of one's own (Kaushik, "Best social media
metrics: conversation, amplification, applause, economic value", 2011). The FIB index is the largest
f such that f posts of a channel were forwarded at least f times each (DeVerna, Aiyappa, Pacheco,
Bryden and Menczer, "Identifying and characterizing superspreaders of low-credibility content on
Twitter", PLOS ONE 19, 2024, after Hirsch's h): a channel is not a superspreader for one lucky post.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph.amplification.posts import Posts


@dataclass(frozen=True, slots=True)
class Spreader:
    """A channel: its own posts, how often others forwarded it and by how many, what it forwarded.

    Only forwards that were collected are counted; a platform's own counter may know more.
    """

    channel: str
    own: int
    received: int
    by: int
    given: int
    fib: int

    @property
    def ratio(self) -> float | None:
        """Forwards received for each post of its own; None where it has none in the table."""
        return self.received / self.own if self.own else None


_RECEIVED = (
    "SELECT coalesce(o.channel, p.forward_from) AS origin, coalesce(p.forward_of, '') AS post, "
    "p.channel, count(*) FROM posts AS p LEFT JOIN posts AS o ON o.id = p.forward_of "
    "WHERE (p.forward_of IS NOT NULL OR p.forward_from IS NOT NULL) "
    "AND origin IS DISTINCT FROM p.channel GROUP BY ALL ORDER BY ALL"
)
_OWN = (
    "SELECT channel, count(*) FILTER (forward_of IS NULL AND forward_from IS NULL) "
    "FROM posts GROUP BY channel"
)


def spreaders(posts: Posts) -> list[Spreader]:
    """Every channel, the one with the highest FIB index first, then the most forwarded."""
    own = dict(posts.rows(_OWN))
    per_post: dict[str, Counter[str]] = {}
    by: dict[str, set[str]] = {}
    given: Counter[str] = Counter()
    for origin, post, channel, count in posts.rows(_RECEIVED):
        given[channel] += count
        if origin is not None:
            per_post.setdefault(origin, Counter())[post] += count
            by.setdefault(origin, set()).add(channel)
    found = [
        Spreader(
            channel,
            own.get(channel, 0),
            counts.total(),
            len(by.get(channel, ())),
            given[channel],
            # Forwards whose post is not named cannot be told apart, so they are no one post's.
            fib_index(count for post, count in counts.items() if post),
        )
        for channel in own.keys() | per_post.keys()
        for counts in [per_post.get(channel, Counter())]
    ]
    return sorted(found, key=lambda one: (-one.fib, -one.received, one.channel))


def fib_index(forwards: Iterable[int]) -> int:
    """The largest f such that at least f of the numbers are at least f."""
    ranked = sorted(forwards, reverse=True)
    return sum(count >= place for place, count in enumerate(ranked, start=1))
