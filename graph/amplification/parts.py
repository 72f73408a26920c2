"""The network of a pass in parts, for those who write it down and look at no post behind it.

Compiled code is loaded where a pass needs it and not before: a second that small files need not
wait for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from graph.amplification.asking import Parameters
from graph.amplification.edges import write_edges
from graph.amplification.posts import Posts
from graph.amplification.share_table import share_table
from graph.amplification.sparse import Part, fetched, is_sparse, join_edges

if TYPE_CHECKING:
    from graph.amplification.network import Edges
    from graph.amplification.passes import Progress


def write_pass(
    posts: Posts, asked: Parameters, path: Path, *, progress: Progress | None = None
) -> int:
    """Write the network of a pass, in the format the file's name says; returns its edges.

    It is written as `edges.write_edges` says. Raises PostsError for other formats.
    """
    return write_edges(posts.connection, _parts(posts, asked, progress), path)


def pass_in_parts(
    posts: Posts, asked: Parameters, *, progress: Progress | None = None
) -> Iterator[Edges]:
    """The network of a pass in its order, in parts where the rule does not need it whole.

    `progress` hears how many of how many parts are done.
    """
    return map(fetched, _parts(posts, asked, progress))


def _parts(posts: Posts, asked: Parameters, progress: Progress | None) -> Iterator[Part]:
    if asked.rule == "forwards":
        from graph.amplification.passes import run_pass

        yield run_pass(posts, asked, progress=progress).edges
        return
    if asked.rule == "CooRTweet":
        yield from _coortweet(posts, asked, progress)
        return
    window, backward = asked.window or 0, asked.rule == "follow"
    with share_table(posts, asked.kind) as table:
        if not (asked.loops or asked.significance) and is_sparse(table, window):
            yield join_edges(table, window, backward=backward, min_weight=asked.min_weight)
            return
        from graph.amplification.coshare import count_in_parts, open_windows
        from graph.amplification.shares import read_shares
        from graph.amplification.significance import with_significance

        opened = open_windows(read_shares(table), window, backward=backward)
    parts = partial(
        count_in_parts,
        opened,
        min_weight=asked.min_weight,
        loops=asked.loops,
        progress=progress,
    )
    yield from with_significance(parts, opened) if asked.significance else parts()


def _coortweet(posts: Posts, asked: Parameters, progress: Progress | None) -> Iterator[Edges]:
    from graph.amplification.coortweet import count_in_parts, pair_up, with_strong
    from graph.amplification.shares import find_shares

    paired = pair_up(
        find_shares(posts, asked.kind, every=True),
        window=asked.window or 0,
        min_participation=asked.min_participation,
        fast=asked.fast,
        loops=asked.loops,
    )
    parts = partial(count_in_parts, paired, progress=progress)
    yield from with_strong(parts, asked.percentile, min_weight=asked.min_weight)
