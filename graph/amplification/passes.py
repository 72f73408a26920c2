"""One pass over the posts table: a rule with its parameters, and the network it gives."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from graph.amplification import coortweet, coshare, forwards
from graph.amplification.coshare import Edges, Windows, count, count_in_parts, open_windows
from graph.amplification.evidence import Evidence, find_evidence
from graph.amplification.mapping import Column
from graph.amplification.posts import Posts
from graph.amplification.shares import NEEDED_COLUMNS, ObjectKind, find_shares
from graph.amplification.significance import NULL_MODEL, with_significance
from graph.errors import PostsError

Rule = Literal["co-share", "CooRTweet", "follow", "forwards"]
RULES: tuple[Rule, ...] = get_args(Rule)
METHODS: dict[Rule, str] = {
    "co-share": coshare.RULE,
    "CooRTweet": coortweet.RULE,
    "follow": coshare.FOLLOW,
    "forwards": forwards.RULE,
}
# Posts of the source listed as behind an edge; with their partners, twice as many documents.
CAP = 50

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a pass is told; spans of time are in microseconds.

    `window` may only be None for "forwards", which then counts a forward of any age. `loops` are
    for "co-share" and "CooRTweet"; `min_participation`, `fast` and `percentile` are CooRTweet's
    alone, which knows no `significance`.
    """

    rule: Rule
    kind: ObjectKind
    window: int | None
    min_weight: int = 1
    loops: bool = False
    significance: bool = False
    min_participation: int = 2
    fast: int | None = None
    percentile: float = 0.5

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the posts table that the pass reads, beside id, channel and time."""
        return (
            ("forward_of", "forward_from") if self.rule == "forwards" else NEEDED_COLUMNS[self.kind]
        )

    def as_json(self) -> str:
        """The parameters that the rule looks at, as they are stored with its edges."""
        known: dict[str, object] = {
            "object": self.kind,
            "window_seconds": None if self.window is None else self.window / 1e6,
            "min_weight": self.min_weight,
        }
        if self.rule in ("co-share", "CooRTweet"):
            known["loops"] = self.loops
        if self.rule == "CooRTweet":
            known |= {
                "min_participation": self.min_participation,
                "fast_seconds": None if self.fast is None else self.fast / 1e6,
                "percentile": self.percentile,
            }
        if self.significance:
            model = forwards.NULL_MODEL if self.rule == "forwards" else NULL_MODEL
            known["null_model"] = model
        return json.dumps(known, sort_keys=True)


@dataclass(frozen=True, slots=True)
class Found:
    """The network of a pass, and what is behind each edge where that was asked for."""

    edges: Edges
    evidence: Evidence | None = None


def parameters(rule: Rule, kind: ObjectKind, window: int | None, **more: object) -> Parameters:
    """Parameters that fit together. Raises PostsError."""
    asked = Parameters(rule, kind, window, **more)  # type: ignore[arg-type]
    if rule == "forwards" and kind not in ("forward", "repost"):
        raise PostsError(
            f"The rule forwards is not about {kind}", remedy="Leave --object away, or use follow"
        )
    if window is None and rule != "forwards":
        raise PostsError(f"The rule {rule} needs a window", remedy="Add --window 60s")
    if rule == "CooRTweet" and asked.significance:
        raise PostsError("CooRTweet's rule knows no significance", remedy="Use --rule co-share")
    if asked.loops and rule in ("follow", "forwards"):
        raise PostsError(f"The rule {rule} has no loops", remedy="Leave --loops away")
    return asked


def rule_named(name: str) -> Rule:
    """The rule of this name in any case. Raises PostsError."""
    for rule in RULES:
        if rule.casefold() == name.casefold():
            return rule
    raise PostsError(f"There is no rule {name!r}", remedy=f"Known: {', '.join(RULES)}")


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
    opened = _opened(posts, asked)
    edges = count(opened, min_weight=asked.min_weight, loops=asked.loops, progress=progress)
    if asked.significance:
        edges = with_significance(edges, opened)
    return Found(edges, find_evidence(edges, opened, cap=CAP) if evidence else None)


def pass_in_parts(
    posts: Posts, asked: Parameters, *, progress: Progress | None = None
) -> Iterator[Edges]:
    """The network of a pass in its order, in parts where the rule does not need it whole."""
    if asked.significance or asked.rule not in ("co-share", "follow"):
        yield run_pass(posts, asked, progress=progress).edges
        return
    yield from count_in_parts(
        _opened(posts, asked), min_weight=asked.min_weight, loops=asked.loops, progress=progress
    )


def _opened(posts: Posts, asked: Parameters) -> Windows:
    shares = find_shares(posts, asked.kind)
    return open_windows(shares, asked.window or 0, backward=asked.rule == "follow")


def _forwards(posts: Posts, asked: Parameters) -> Found:
    found = forwards.forwards(
        posts,
        window=asked.window,
        min_weight=asked.min_weight,
        significance=asked.significance,
        cap=CAP,
    )
    return Found(found.edges, Evidence(found.edges.weight, found.posts, found.originals))


def _coortweet(posts: Posts, asked: Parameters, window: int, *, evidence: bool) -> Found:
    found = coortweet.coortweet(
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
    behind = find_evidence(edges, found.opened, cap=CAP, active=found.active, kept=found.kept)
    return Found(edges, behind)
