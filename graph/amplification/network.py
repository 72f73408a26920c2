"""Networks as the rules give them: edges between channels, as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Edges:
    """Edges as parallel arrays sorted by source and target, which index `names`.

    `first` and `last` are the times, in microseconds, of the earliest and latest post of the source
    that counts. `measures` holds what else is known of each edge, by name.
    """

    names: tuple[str, ...]
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    weight: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    measures: Mapping[str, NDArray[np.generic]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.source)

    def weights(self) -> dict[tuple[str, str], int]:
        """The weight by the names of source and target."""
        return {
            (self.names[a], self.names[b]): int(weight)
            for a, b, weight in zip(self.source, self.target, self.weight, strict=True)
        }

    def where(self, kept: NDArray[np.bool_]) -> Edges:
        """These edges alone."""
        return replace(
            self,
            source=self.source[kept],
            target=self.target[kept],
            weight=self.weight[kept],
            first=self.first[kept],
            last=self.last[kept],
            measures={name: values[kept] for name, values in self.measures.items()},
        )


def joined(parts: Iterable[Edges]) -> Edges:
    """One network of parts that follow one another."""
    held = list(parts)
    if len(held) == 1:
        return held[0]
    return Edges(
        held[0].names,
        np.concatenate([part.source for part in held]),
        np.concatenate([part.target for part in held]),
        np.concatenate([part.weight for part in held]),
        np.concatenate([part.first for part in held]),
        np.concatenate([part.last for part in held]),
        {name: np.concatenate([part.measures[name] for part in held]) for name in held[0].measures},
    )


def tally(
    values: Iterable[NDArray[np.float64]],
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The different values in order, and how often each came up; never holds all of them."""
    known, counts = np.empty(0, np.float64), np.empty(0, np.int64)
    for some in values:
        more, times = np.unique(some, return_counts=True)
        known, place = np.unique(np.concatenate((known, more)), return_inverse=True)
        counts = np.bincount(place, np.concatenate((counts, times))).astype(np.int64)
    return known, counts


class EdgeRow(NamedTuple):
    """One edge as people read it."""

    source: str
    target: str
    weight: int
    first: datetime
    last: datetime
    measures: Mapping[str, float | int | bool]


def rows(edges: Edges) -> Iterator[EdgeRow]:
    """Every edge, by source and target."""
    for i in range(len(edges)):
        yield EdgeRow(
            edges.names[edges.source[i]],
            edges.names[edges.target[i]],
            int(edges.weight[i]),
            moment(int(edges.first[i])),
            moment(int(edges.last[i])),
            {name: values[i].item() for name, values in edges.measures.items()},
        )


def moment(micros: int) -> datetime:
    """A point in time from microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=micros)
