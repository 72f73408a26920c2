"""One pass over the posts table: a rule with its parameters, and the network it gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from graph.amplification import coortweet as of_coortweet
from graph.amplification import coshare as of_coshare
from graph.amplification.coshare import Edges, count, open_windows
from graph.amplification.posts import Posts
from graph.amplification.shares import ObjectKind, find_shares
from graph.errors import PostsError

Rule = Literal["co-share", "CooRTweet"]
RULES: tuple[Rule, ...] = get_args(Rule)
VERSIONS: dict[Rule, str] = {"co-share": of_coshare.RULE, "CooRTweet": of_coortweet.RULE}


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a pass is told; spans of time are in microseconds.

    `min_participation`, `fast` and `percentile` are CooRTweet's alone, `significance` is for
    co-share alone.
    """

    kind: ObjectKind
    window: int
    rule: Rule = "co-share"
    min_weight: int = 1
    loops: bool = False
    significance: bool = False
    min_participation: int = 2
    fast: int | None = None
    percentile: float = 0.5

    def as_json(self) -> str:
        """The parameters the rule looks at, in order, as they are stored with its edges."""
        known: dict[str, object] = {
            "object": self.kind,
            "window_seconds": self.window / 1e6,
            "min_weight": self.min_weight,
            "loops": self.loops,
        }
        if self.rule == "CooRTweet":
            known |= {
                "min_participation": self.min_participation,
                "fast_seconds": None if self.fast is None else self.fast / 1e6,
                "percentile": self.percentile,
            }
        elif self.significance:
            known["null_model"] = _null_model()
        return json.dumps(known, sort_keys=True)


def _null_model() -> str:
    from graph.amplification.significance import NULL_MODEL

    return NULL_MODEL


def rule_named(name: str) -> Rule:
    """The rule of this name in any case. Raises PostsError."""
    for rule in RULES:
        if rule.casefold() == name.casefold():
            return rule
    raise PostsError(f"There is no rule {name!r}", remedy=f"Known: {', '.join(RULES)}")


def find_edges(
    posts: Posts, asked: Parameters, *, progress: Callable[[int, int], None] | None = None
) -> Edges:
    """The network of a pass over the posts table.

    `progress` hears how many of how many parts are done. Raises PostsError for what the rule
    cannot give.
    """
    if asked.rule == "CooRTweet":
        if asked.significance:
            raise PostsError(
                "Significance is not known for CooRTweet's rule", remedy="Ask for co-share"
            )
        edges = of_coortweet.coortweet(
            find_shares(posts, asked.kind, every=True),
            window=asked.window,
            min_participation=asked.min_participation,
            fast=asked.fast,
            loops=asked.loops,
            percentile=asked.percentile,
        ).edges
        return edges.where(edges.weight >= asked.min_weight)
    opened = open_windows(find_shares(posts, asked.kind), asked.window)
    edges = count(opened, min_weight=asked.min_weight, loops=asked.loops, progress=progress)
    if asked.significance:
        from graph.amplification.significance import with_significance

        return with_significance(edges, opened)
    return edges
