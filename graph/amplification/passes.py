"""One pass over the posts table: a rule with its parameters, and the network it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graph.amplification.asking import Parameters
from graph.amplification.coortweet import coortweet
from graph.amplification.coshare import count, open_windows
from graph.amplification.evidence import Evidence, find_evidence
from graph.amplification.forwards import forwards
from graph.amplification.network import Edges
from graph.amplification.posts import Posts
from graph.amplification.shares import find_shares
from graph.amplification.significance import with_significance

# Posts of the source listed as behind an edge; with their partners, twice as many documents.
CAP = 50

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Found:
    """The network of a pass, and what is behind each edge where that was asked for."""

    edges: Edges
    evidence: Evidence | None = None


def run_pass(
    posts: Posts, asked: Parameters, *, evidence: bool = False, progress: Progress | None = None
) -> Found:
    """The network of a pass over the posts table, with the posts behind it if `evidence`.

    `progress` hears how many of how many parts are done.
    """
    if asked.rule == "forwards":
        return _forwards(posts, asked)
    if asked.rule == "CooRTweet":
        return _coortweet(posts, asked, asked.window or 0, evidence=evidence)
    shares = find_shares(posts, asked.kind)
    opened = open_windows(shares, asked.window or 0, backward=asked.rule == "follow")
    edges = count(opened, min_weight=asked.min_weight, loops=asked.loops, progress=progress)
    if asked.significance:
        [edges] = with_significance(lambda: (edges,), opened)
    return Found(edges, find_evidence(edges, opened, cap=CAP) if evidence else None)


def _forwards(posts: Posts, asked: Parameters) -> Found:
    found = forwards(
        posts,
        window=asked.window,
        min_weight=asked.min_weight,
        significance=asked.significance,
        cap=CAP,
    )
    return Found(found.edges, Evidence(found.edges.weight, found.posts, found.originals))


def _coortweet(posts: Posts, asked: Parameters, window: int, *, evidence: bool) -> Found:
    found = coortweet(
        find_shares(posts, asked.kind, every=True),
        window=window,
        min_participation=asked.min_participation,
        fast=asked.fast,
        loops=asked.loops,
        percentile=asked.percentile,
    )
    edges = found.edges.where(found.edges.weight >= asked.min_weight)
    if not evidence:
        return Found(edges)
    paired = found.paired
    behind = find_evidence(edges, paired.opened, cap=CAP, active=paired.active, kept=paired.kept)
    return Found(edges, behind)
