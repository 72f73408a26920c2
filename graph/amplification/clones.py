"""Clones: channels that publish what another had before as their own, or go by nearly its name.

A post copies an earlier one of another channel when the texts are nearly the same (neartext.py) and
neither says it is a forward. A channel goes by the last part of its id, which is its handle where
it has one, and by the names it has in the posts table. Names are nearly the same when they are so
in plain Latin letters, where scripts and look-alike letters fall together, or when one letter more,
less or other makes them so: a distance of one in the sense of Levenshtein ("Binary codes capable of
correcting deletions, insertions, and reversals", 1966), found through the names with one letter
left out. Two channels with one text may both have it from an agency, and a clone does not prove who
runs it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from graph.amplification.coshare import count, open_windows
from graph.amplification.posts import Posts
from graph.amplification.shares import find_shares, time_span
from graph.channel_likeness import LARGEST_BLOCK, folded

Likeness = Literal["same letters", "one letter"]
# Letters a name must have: numbered accounts and short names are one letter apart by chance.
SHORTEST = 6
# Half of what a channel publishes was another's before.
LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Clone:
    """A channel, the one it is like, how alike their names are, and its copies among its posts."""

    channel: str
    original: str
    names: Likeness | None
    copies: int
    posts: int

    @property
    def share(self) -> float:
        """The part of its posts that the original had before."""
        return self.copies / self.posts if self.posts else 0.0


def clones(posts: Posts, *, least: int = 2) -> list[Clone]:
    """Channels of which half the posts, and at least so many, are copies, or whose names are alike.

    The most copied first.
    """
    shares = find_shares(posts, "near-text")
    first, last = time_span(shares)
    copied = count(open_windows(shares, last - first, backward=True)).weights()
    owned = {name: int(n) for name, n in zip(shares.names, shares.activity, strict=True)}
    alike = alike_names(_names(posts))
    found = [
        Clone(one, other, alike.get(frozenset((one, other))), copies, owned[one])
        for (one, other), copies in copied.items()
    ]
    kept = [one for one in found if one.copies >= least and one.share >= LEAST_SHARE]
    seen = {frozenset((clone.channel, clone.original)) for clone in kept}
    for pair in alike.keys() - seen:
        # Of two whose names alone are alike, the one that copied more stands as the clone.
        one, other = sorted(pair)
        if copied.get((other, one), 0) > copied.get((one, other), 0):
            one, other = other, one
        kept.append(Clone(one, other, alike[pair], copied.get((one, other), 0), owned.get(one, 0)))
    return sorted(kept, key=lambda clone: (-clone.copies, clone.channel, clone.original))


def _names(posts: Posts) -> dict[str, list[str]]:
    """What each channel goes by: the last part of its id, and its names where posts have them."""
    known = posts.rows(
        "SELECT channel, list(DISTINCT channel_name) FILTER (channel_name IS NOT NULL) "
        "FROM posts GROUP BY channel"
    )
    return {channel: [channel.rpartition(":")[2], *(names or ())] for channel, names in known}


def alike_names(names: Mapping[str, Iterable[str]]) -> dict[frozenset[str], Likeness]:
    """Pairs of channels of which some names are nearly the same; too common ones are left out."""
    called: dict[str, set[str]] = defaultdict(set)
    for channel, given in names.items():
        for name in given:
            plain = folded(name).replace(" ", "")
            if sum(map(str.isalpha, plain)) >= SHORTEST:
                called[plain].add(channel)
    by_name = {
        name: sorted(channels)
        for name, channels in called.items()
        if len(channels) <= LARGEST_BLOCK
    }
    shortened: dict[str, set[str]] = defaultdict(set)
    for name in by_name:
        for form in {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}:
            shortened[form].add(name)
    near = {
        pair
        for names in shortened.values()
        for pair in combinations(sorted(names), 2)
        if one_apart(*pair)
    }
    found: dict[frozenset[str], Likeness] = {
        frozenset((one, other)): "one letter"
        for first, second in near
        for one in by_name[first]
        for other in by_name[second]
        if one != other
    }
    for same in by_name.values():
        found |= {frozenset(pair): "same letters" for pair in combinations(same, 2)}
    return found


def one_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or other makes two names the same.

    The same are not apart, and one number in place of another makes a different name.
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at + 1 :] == long[at + 1 :] and not (short[at] + long[at]).isdigit()
