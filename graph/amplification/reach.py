"""Potential reach: how many subscribers the channels that shared something had, at most.

An upper bound and nothing more: people subscribe to several channels and are counted in each, and
nobody knows who read what. Of each channel the latest observation up to its post counts, since
later ones may have grown by it; where there is none before, the first one after, which is marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.store.connection import Store

OBSERVATIONS = (
    "MATCH (c:Channel)-[:HAS_SUBSCRIBERS]->(n:SubscriberCount) WHERE n.date IS NOT NULL "
    "RETURN DISTINCT c.id AS channel, n.date AS day, n.value AS subscribers, n.bound AS bound "
    "ORDER BY channel, day, subscribers"
)


@dataclass(frozen=True, slots=True)
class Observation:
    """A number of subscribers seen on a day; `bound` says how the number is meant."""

    day: date
    subscribers: int
    bound: str = "exact"


@dataclass(frozen=True, slots=True)
class Reach:
    """At most so many people, of so many channels; of `unknown` ones there is no observation.

    `later` channels were only observed after their post. With channels unknown, or counts that are
    only a lower bound ("at least", which `open` counts), the true bound is higher.
    """

    at_most: int
    channels: int
    later: int
    open: int
    unknown: tuple[str, ...]


def read_observations(store: Store) -> dict[str, list[Observation]]:
    """What the store knows of each channel's subscribers; a month or year counts from its begin.

    Raises StoreError.
    """
    found: dict[str, list[Observation]] = {}
    for row in store.read(OBSERVATIONS):
        # An interval of EDTF begins before its slash; what is left out is filled with the first.
        day = f"{str(row['day']).split('/')[0]}-01-01"[:10]
        if day[:4].isdigit() and day[5:7] <= "12":
            seen = Observation(
                date.fromisoformat(day), int(str(row["subscribers"])), str(row["bound"])
            )
            found.setdefault(str(row["channel"]), []).append(seen)
    return found


def potential_reach(
    shared: Iterable[tuple[str, date]], observations: Mapping[str, Sequence[Observation]]
) -> Reach:
    """The reach of something shared by channels on days; each channel counts once, at its first."""
    first: dict[str, date] = {}
    for channel, day in shared:
        first[channel] = min(day, first.get(channel, day))
    total = later = unbounded = 0
    unknown = []
    for channel, day in sorted(first.items()):
        known = sorted(observations.get(channel, ()), key=lambda seen: seen.day)
        if not known:
            unknown.append(channel)
            continue
        before = [seen for seen in known if seen.day <= day]
        chosen = before[-1] if before else known[0]
        total += chosen.subscribers
        later += not before
        unbounded += chosen.bound == "at_least"
    return Reach(total, len(first), later, unbounded, tuple(unknown))
