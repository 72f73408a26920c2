"""Shares: who put which object before the public when, as arrays of integers for the kernels.

What an object is, the caller says: the post that was forwarded or answered, an address, a claim,
the text itself or a text nearly like it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.amplification.asking import ObjectKind
from graph.amplification.neartext import near_texts
from graph.amplification.posts import Posts
from graph.amplification.windows import group_by

NO_FORWARD = "forward_of IS NULL AND forward_from IS NULL"

# Everything Unicode calls white space. Texts are the same when they are in lower case, without
# @names and with single spaces: coordination-network-toolkit's rule for the co-tweet network.
_SPACE = (
    r"\t-\r\x1c-\x20\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
)
_NAMES, _SPACES = f"@[^{_SPACE}]*", f"[{_SPACE}]+"
SAME_TEXT = (
    f"nullif(trim(regexp_replace(regexp_replace(lower(text), '{_NAMES}', '', 'g'), "
    f"'{_SPACES}', ' ', 'g')), '')"
)
_OBJECTS: dict[ObjectKind, str] = {
    "forward": "forward_of",
    "repost": "forward_of",
    "link": "unnest(links)",
    "text": SAME_TEXT,
    "near-text": "'near:' || near_text",
    "reply": "reply_to",
    "claim": "unnest(claims)",
}


@dataclass(frozen=True, slots=True)
class Shares:
    """Parallel arrays, one item a share, by object and then by time.

    Objects that only one post has may be left out: nothing is shared with anybody there. `objects`
    holds where each object begins, with one item more at the end. `time` is in microseconds;
    `post` is the row of the posts table; `channel` indexes `names`, which is sorted. `activity` is
    the number of posts of each channel that have any object at all. `own` is where a post has
    itself as its object.
    """

    names: tuple[str, ...]
    activity: NDArray[np.int64]
    channel: NDArray[np.int32]
    post: NDArray[np.int32]
    time: NDArray[np.int64]
    objects: NDArray[np.int64]
    own: NDArray[np.bool_]

    @property
    def posts(self) -> int:
        """How many posts have an object of this kind."""
        return int(self.activity.sum())


def find_shares(posts: Posts, kind: ObjectKind, *, every: bool = False) -> Shares:
    """The shares of one kind of object.

    `every` keeps those of objects that one post alone has, and each time a post names one.
    """
    where = "" if kind in ("forward", "repost") else f"WHERE {NO_FORWARD}"
    if kind == "near-text":
        near = near_texts(posts)
        posts.connection.register("near", {"post": near.post, "near_text": near.group})
        where = "JOIN near ON near.post = posts.rowid"
    several = _OBJECTS[kind].startswith("unnest")
    distinct = "DISTINCT" if several and not every else ""
    posts.connection.execute(
        f"CREATE OR REPLACE TEMP TABLE shares AS SELECT {distinct} "
        f"posts.rowid AS post, channel, epoch_us(time) AS time, {_OBJECTS[kind]} AS object, "
        f"id = object AS own FROM posts {where}"
    )
    posts.connection.execute("DELETE FROM shares WHERE object IS NULL")
    counted = "DISTINCT post" if several else "*"
    posts.connection.execute(
        f"CREATE OR REPLACE TEMP TABLE sharers AS SELECT channel, count({counted}) AS activity, "
        "row_number() OVER (ORDER BY channel) - 1 AS code FROM shares GROUP BY channel"
    )
    sharers = posts.rows("SELECT channel, activity FROM sharers ORDER BY code")
    found = posts.arrays(
        "WITH shared AS (SELECT object, row_number() OVER (ORDER BY min(post), object) - 1 AS code "
        f"FROM shares GROUP BY object HAVING count(*) > {0 if every else 1}) "
        "SELECT sharers.code::INTEGER AS channel, post::INTEGER AS post, time, "
        "shared.code::INTEGER AS object, own FROM shares JOIN shared USING (object) "
        "JOIN sharers USING (channel)"
    )
    posts.connection.execute("DROP TABLE shares; DROP TABLE sharers")
    # Sorted here and not in SQL: by time, which files mostly are already, and then by counting.
    by_time = np.lexsort((found["post"], found["time"]))
    object_ = np.asarray(found["object"], dtype=np.int32)[by_time]
    by_object, objects = group_by(object_, int(object_.max(initial=-1)) + 1)
    order = by_time[by_object]
    return Shares(
        names=tuple(str(name) for name, _ in sharers),
        activity=np.array([activity for _, activity in sharers], dtype=np.int64),
        channel=np.asarray(found["channel"], dtype=np.int32)[order],
        post=np.asarray(found["post"], dtype=np.int32)[order],
        time=np.asarray(found["time"], dtype=np.int64)[order],
        objects=objects,
        own=np.asarray(found["own"], dtype=np.bool_)[order],
    )


def between(shares: Shares, low: int, high: int) -> Shares:
    """The shares from `low` up to before `high`, in microseconds, of the same channels."""
    inside = (shares.time >= low) & (shares.time < high)
    counts = np.concatenate(([0], np.cumsum(inside)))[shares.objects]
    channel, post = shares.channel[inside], shares.post[inside]
    _, once = np.unique(post, return_index=True)
    return Shares(
        names=shares.names,
        activity=np.bincount(channel[once], minlength=len(shares.names)).astype(np.int64),
        channel=channel,
        post=post,
        time=shares.time[inside],
        objects=counts.astype(np.int64),
        own=shares.own[inside],
    )
