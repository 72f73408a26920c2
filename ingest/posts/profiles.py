"""What a source shows of a channel, as a small document that the graph can cite."""

from __future__ import annotations

from importlib.metadata import version

from graph.ids import hashed_id, sha256
from graph.model import Assertion, Citation, Document, DocumentGraph, Node, Value
from graph.posts import ChannelProfile


def profile_graph(profile: ChannelProfile) -> DocumentGraph:
    """The document, its channel, and the number of subscribers as a dated, cited observation."""
    day = profile.seen_at.date().isoformat() if profile.seen_at else None
    document = Document(
        id=profile.id,
        text=profile.text,
        sha256=sha256(profile.text),
        raw_sha256=profile.raw_sha256,
        reader=profile.reader,
        source=profile.source,
        kind="profile",
        title=profile.name,
        url=profile.url,
        published_at=day,
    )
    known: dict[str, Value] = {
        "name": profile.name,
        "handle": profile.handle,
        "url": profile.url,
        "description": (profile.description,) if profile.description else None,
    }
    channel = Node("Channel", profile.channel, {k: v for k, v in known.items() if v is not None})
    counted = _subscribers(profile, day)
    nodes = (channel, counted[0]) if counted else (channel,)
    return DocumentGraph(document, nodes, (counted[1],) if counted else ())


def _subscribers(profile: ChannelProfile, day: str | None) -> tuple[Node, Assertion] | None:
    if profile.subscribers is None or profile.quoted is None or profile.bound is None:
        return None
    start, end = profile.quoted
    id_ = hashed_id("subscribers", profile.channel, profile.subscribers, profile.bound, profile.id)
    observed: dict[str, Value] = {"value": profile.subscribers, "bound": profile.bound}
    if day:
        observed["date"] = day
    assertion = Assertion(
        hashed_id("assertion", "HAS_SUBSCRIBERS", profile.channel, id_, start, end),
        "HAS_SUBSCRIBERS",
        profile.channel,
        id_,
        Citation(profile.id, start, end, profile.text[start:end]),
        {
            "modality": "asserted",
            "asserted_by": "document",
            "extractor": f"{profile.reader} {version('sayso')}",
        },
    )
    return Node("SubscriberCount", id_, observed), assertion
