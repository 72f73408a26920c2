"""Which ids stand for one thing, given the judgements that hold: the same in any order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """A verdict about two nodes."""

    judgement: str
    verdict: str
    a: str
    b: str


def canonical_ids(pairs: Iterable[Pair]) -> dict[str, str]:
    """For each id judged the same as others, the id that stands for them all, itself left out.

    Union-find over "same"; of a group the first id in order stands, whoever was merged first.
    """
    parents: dict[str, str] = {}

    def root(id_: str) -> str:
        while (above := parents.setdefault(id_, id_)) != id_:
            parents[id_] = parents[above]
            id_ = above
        return id_

    for pair in pairs:
        if pair.verdict == "same":
            first, second = sorted((root(pair.a), root(pair.b)))
            parents[second] = first
    return {id_: root(id_) for id_ in parents if root(id_) != id_}


def contradiction(pairs: Iterable[Pair]) -> Pair | None:
    """A "different" whose two nodes the "same" judgements make one, or None."""
    held = sorted(pairs, key=lambda pair: pair.judgement)
    canonical: Mapping[str, str] = canonical_ids(held)
    for pair in held:
        ends = (canonical.get(pair.a, pair.a), canonical.get(pair.b, pair.b))
        if pair.verdict == "different" and ends[0] == ends[1]:
            return pair
    return None
