"""The network of a pass in parts, for those who write it down and look at no post behind it.

Compiled code is loaded where a pass needs it and not before: a second that small files need not
wait for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from graph.amplification.asking import Parameters
from graph.amplification.network import Edges
from graph.amplification.posts import Posts
from graph.amplification.share_table import share_table
from graph.amplification.sparse import is_sparse, join_edges

if TYPE_CHECKING:
    from graph.amplification.passes import Progress


def pass_in_parts(
    posts: Posts, asked: Parameters, *, progress: Progress | None = None
) -> Iterator[Edges]:
    """The network of a pass in its order, in parts where the rule does not need it whole.

    `progress` hears how many of how many parts are done.
    """
    if asked.rule not in ("co-share", "follow"):
        from graph.amplification.passes import run_pass

        yield run_pass(posts, asked, progress=progress).edges
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
