"""Which ids stand for one thing, given the judgements that hold: the same in any order."""

from __future__ import annotations

from collections import deque
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


def joining(pairs: Iterable[Pair], a: str, b: str) -> Pair:
    """Of the fewest "same" judgements that make `a` and `b` one, the one about `a`."""
    ways: dict[str, list[tuple[str, Pair]]] = {}
    for pair in sorted(pairs, key=lambda pair: pair.judgement):
        if pair.verdict == "same":
            ways.setdefault(pair.a, []).append((pair.b, pair))
            ways.setdefault(pair.b, []).append((pair.a, pair))
    towards: dict[str, Pair] = {}
    waiting = deque([b])
    while a not in towards:
        for far, pair in ways[waiting.popleft()]:
            if far not in towards:
                towards[far] = pair
                waiting.append(far)
    return towards[a]


def contradiction(pairs: Iterable[Pair]) -> Pair | None:
    """A "different" whose two nodes the "same" judgements make one, or None."""
    held = sorted(pairs, key=lambda pair: pair.judgement)
    canonical: Mapping[str, str] = canonical_ids(held)
    for pair in held:
        ends = (canonical.get(pair.a, pair.a), canonical.get(pair.b, pair.b))
        if pair.verdict == "different" and ends[0] == ends[1]:
            return pair
    return None
