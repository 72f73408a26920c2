"""Cascades: trees of posts and the posts that forward them, and how far they reach from the root.

A post that forwards hangs under the post that it names as its original. Platforms that name the
first post of all, and not the one that was met, give stars: then the depth is a lower bound. Size,
depth and breadth are those of Vosoughi, Roy and Aral, "The spread of true and false news online"
(Science 359, 2018); structural virality is the mean distance between two posts of a cascade (Goel,
Anderson, Hofman and Watts, "The structural virality of online diffusion", Management Science 62,
2016), which is near 2 for a star and grows with every generation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.amplification.posts import Posts


@dataclass(frozen=True, slots=True)
class Cascade:
    """A tree of posts: how many, how many generations below the root, how many in the widest one.

    `seen` says whether the root itself is in the table or only named by those that forward it.
    """

    root: str
    channel: str | None
    seen: bool
    size: int
    depth: int
    breadth: int
    virality: float


def cascades(posts: Posts, *, least: int = 2) -> list[Cascade]:
    """Every cascade of at least `least` posts, the largest first."""
    parents = dict(posts.rows("SELECT id, forward_of FROM posts WHERE forward_of IS NOT NULL"))
    channels = dict(posts.rows("SELECT id, channel FROM posts"))
    trees: dict[str, dict[str, str]] = {}
    for post, root in roots(parents).items():
        if post != root:
            trees.setdefault(root, {})[post] = parents[post]
    found = [
        Cascade(root, channels.get(root), root in channels, *shape(root, tree))
        for root, tree in trees.items()
        if len(tree) + 1 >= least
    ]
    return sorted(found, key=lambda one: (-one.size, -one.depth, one.root))


def roots(parents: Mapping[str, str]) -> dict[str, str]:
    """The root of every post that is or has a parent.

    Posts in a ring, which only broken data has, count under the least of its ids.
    """
    root: dict[str, str] = {}
    for start in parents:
        path: dict[str, int] = {}
        at = start
        while at not in root and at in parents and at not in path:
            path[at] = len(path)
            at = parents[at]
        end = min(list(path)[path[at] :]) if at in path else root.get(at, at)
        root.setdefault(at, end)
        root.update(dict.fromkeys(path, end))
    return root


def shape(root: str, parents: Mapping[str, str]) -> tuple[int, int, int, float]:
    """Size, depth, breadth and structural virality of the tree that `parents` describes.

    The sum of all distances is counted edge by edge: one above s of n posts lies between s (n - s)
    pairs of them.
    """
    children: dict[str, list[str]] = {}
    for child, parent in parents.items():
        if child != root:
            children.setdefault(parent, []).append(child)
    order, level = [root], {root: 0}
    for post in order:
        for child in children.get(post, ()):
            level[child] = level[post] + 1
            order.append(child)
    size, below, distances = len(order), dict.fromkeys(order, 1), 0
    for post in reversed(order[1:]):
        distances += below[post] * (size - below[post])
        below[parents[post]] += below[post]
    widths = Counter(level.values())
    pairs = size * (size - 1) / 2
    return size, max(widths), max(widths.values()), distances / pairs if pairs else 0.0
