"""Shares: who put which object before the public when, as arrays of integers for the kernels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.amplification.asking import ObjectKind
from graph.amplification.posts import Posts
from graph.amplification.share_table import ShareTable, share_table
from graph.amplification.windows import group_by


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
    with share_table(posts, kind, every=every) as table:
        return read_shares(table)


def read_shares(table: ShareTable) -> Shares:
    """The shares of a table as arrays."""
    found = table.posts.arrays("SELECT channel, post, time, object, own FROM shares")
    # Sorted here and not in SQL: by time, which files mostly are already, and then by counting.
    by_time = np.lexsort((found["post"], found["time"]))
    object_ = np.asarray(found["object"], dtype=np.int32)[by_time]
    by_object, objects = group_by(object_, int(object_.max(initial=-1)) + 1)
    order = by_time[by_object]
    return Shares(
        names=table.names,
        activity=np.array(table.activity, dtype=np.int64),
        channel=np.asarray(found["channel"], dtype=np.int32)[order],
        post=np.asarray(found["post"], dtype=np.int32)[order],
        time=np.asarray(found["time"], dtype=np.int64)[order],
        objects=objects,
        own=np.asarray(found["own"], dtype=np.bool_)[order],
    )


def time_span(shares: Shares) -> tuple[int, int]:
    """The times of the first and the last share; 0 and 0 where there are none."""
    if not len(shares.time):
        return 0, 0
    return int(shares.time.min()), int(shares.time.max())


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
