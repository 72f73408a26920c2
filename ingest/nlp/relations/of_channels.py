"""What was read with channels and claims: who runs a channel, whom an outlet quotes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ingest.nlp.findings import Findings
from ingest.nlp.relations.patterns.armed import armed_bodies
from ingest.nlp.relations.patterns.matching import Match
from ingest.nlp.tokens import POSSESSIVES


def of_channels(found: Findings) -> Iterator[Match]:
    """RUNS from the owners of channels, QUOTED from claims that came through one."""
    yield from _channel_owners(found)
    yield from _broadcasters(found)
    yield from _quoted_speakers(found)


def _channel_owners(found: Findings) -> Iterator[Match]:
    """Who runs a channel, where the channels component read it from the text."""
    for channel in found.channels.values():
        owner = found.entities.get(channel.owner or "")
        if owner is None or not channel.mentions or owner.name == channel.name:
            continue
        at = channel.mentions[0].start
        yield Match("runs", owner.id, channel.id, at, at, stative=True)


def _broadcasters(found: Findings) -> Iterator[Match]:
    """An armed group runs its own station: "Hezbollah's Lantern TV", "the Houthi group's X"."""
    armed = armed_bodies(found)
    for group, channel in pairwise(found.in_order()):
        own = found.tokens.lower[group.end : channel.start]
        fights = group.entity in armed or found.type_of(group.entity) == "ArmedGroup"
        named = channel.kind == "name" and found.type_of(channel.entity) == "Channel"
        if fights and named and len(own) == 1 and own[0] in POSSESSIVES:
            yield Match.between("runs", group, channel)


def _quoted_speakers(found: Findings) -> Iterator[Match]:
    """A channel through which a claim came quotes the one who made it."""
    for claim in found.claims:
        if claim.via is None or claim.speaker is None or claim.via not in found.channels:
            continue
        speaker = found.entities.get(claim.speaker)
        if found.channels[claim.via].owner == claim.speaker:
            continue
        if speaker is None or all(m.kind == "nominal" for m in speaker.mentions):
            continue  # nobody the text names
        if speaker.type in ("Person", "State", "Organization"):
            at = claim.evidence[0]
            yield Match("quoted", claim.via, claim.speaker, at, at, stative=True)
