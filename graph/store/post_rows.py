"""What a post contributes, laid out as rows to write, and what becomes of it beside what is stored.

Several sources may show the same post, at different times and in different detail. Which of them
the store holds must not depend on the order in which they were read, so they are compared: the
later text wins and the other is kept as a version; of equal texts the source that knows more wins;
numbers are dated observations and all of them stay. A pure core; nothing here talks to a server.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from typing import Any, NamedTuple

from pydantic_core import to_json

from graph.errors import GraphError
from graph.ids import hashed_id, sha256
from graph.model import Document, DocumentGraph, Mentions, Node
from graph.post_ids import implied, link_target
from graph.posts import Handle, Post
from graph.store.merging import Properties
from graph.store.rows import (
    DocumentRows,
    EdgeKey,
    document_properties,
    document_rows,
    timestamp,
)

_ROOTS = {"channel": "Entity", "link": "Link", "post": "Post"}
NUMBERS = ("views", "forwards", "reactions", "counted_on", "views_seen")
# Where a text was read from, and the text itself, for which its hash stands.
_WHERE_FROM = frozenset(["text", "reader", "source", "raw_sha256", "fingerprint"])
_DETAILS = ("url", "forward_of", "forward_from", "reply_to", "edited_at", *("links", "media"))


class Stored(NamedTuple):
    """What the store holds of a post, as far as it decides about another sight of it."""

    channel: str
    made_at: str
    sha256: str
    fingerprint: str
    numbers: Mapping[str, Any]
    versions: Collection[str]


@dataclass(frozen=True, slots=True)
class PostGraph:
    """A post with what was extracted from its text, if anything was."""

    post: Post
    findings: DocumentGraph | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What one sight of a post changes in the store: each part may be nothing.

    `rows` are written whole, `replaces` what is stored, of which `keeps` then says the version that
    is to be kept; `numbers` are properties to be set; `version` is a text to be kept beside the one
    that stands.
    """

    rows: DocumentRows | None = None
    replaces: bool = False
    keeps: str | None = None
    numbers: Properties | None = None
    version: Properties | None = None

    @property
    def changes(self) -> bool:
        """Whether anything is written at all."""
        return any((self.rows, self.numbers, self.version))


def post_document(post: Post) -> Document:
    """The post as a document, which extraction reads and citations refer to."""
    return Document(
        id=post.id,
        text=post.text,
        sha256=sha256(post.text),
        raw_sha256=post.raw_sha256,
        reader=post.reader,
        source=post.source,
        kind="post",
        lang=post.lang,
        url=post.url,
        published_at=timestamp(post.published_at),
    )


def made_at(post: Post) -> str:
    """When the text was made: at the edit, or at publication."""
    return timestamp(post.edited_at or post.published_at)


def decide(post: Post, rows: DocumentRows, stored: Stored | None) -> Decision:
    """What a sight of a post, laid out as `rows`, changes in the store.

    Raises GraphError where the store holds a post of another channel under this id.
    """
    if stored is None:
        return Decision(_with(rows, _numbers(post, {})))
    if stored.channel != post.channel:
        raise GraphError(
            f"the store holds {post.id} as a post of {stored.channel}, not of {post.channel}",
            remedy="Name the platform of each file, so that two files' ids are told apart",
        )
    numbers = _numbers(post, stored.numbers)
    text = rows.properties["sha256"]
    ours, theirs = (made_at(post), text), (stored.made_at, stored.sha256)
    if ours > theirs or (ours == theirs and _supersedes(rows.fingerprint, stored.fingerprint)):
        old = version_id(post.id, stored.sha256) if text != stored.sha256 else None
        return Decision(_with(rows, {**stored.numbers, **(numbers or {})}), True, old)
    if text == stored.sha256 or text in stored.versions:
        return Decision(numbers=numbers)
    return Decision(numbers=numbers, version=_version(post))


def _supersedes(ours: str, theirs: str) -> bool:
    """Whether one source of a text is to stand for another: fingerprints begin with the detail."""
    return ours != theirs and ours[:2] >= theirs[:2]


def _with(rows: DocumentRows, numbers: Properties | None) -> DocumentRows:
    return replace(rows, properties=rows.properties | numbers) if numbers else rows


def _numbers(post: Post, stored: Mapping[str, Any]) -> Properties | None:
    """What a sight adds: an observation of views, and every number where it is the latest."""
    if post.seen_at is None:
        return None
    day = post.seen_at.date().isoformat()
    found: Properties = {}
    seen = stored.get("views_seen", ())
    if post.views is not None and (observation := f"{day} {post.views}") not in seen:
        found["views_seen"] = sorted({*seen, observation})
    if stored.get("counted_on", "") < day:
        known = {name: getattr(post, name) for name in NUMBERS[:3]}
        found |= {name: value for name, value in known.items() if value is not None}
        found["counted_on"] = day
    return found or None


def version_id(post: str, text_sha256: str) -> str:
    """The id of a text that a post had."""
    return hashed_id("version", post, text_sha256)


def _version(post: Post) -> Properties:
    text = sha256(post.text)
    return {
        "id": version_id(post.id, text),
        "text": post.text,
        "sha256": text,
        "raw_sha256": post.raw_sha256,
        "source": post.source,
        "made_at": made_at(post),
    }


def version_edge(version: str, post: str, published_at: str) -> Properties:
    """The edge from a version to its post."""
    properties = {
        "document": post,
        "published_at": published_at,
        "extractor": extractor("sayso"),
    }
    return {"source": version, "target": post, "properties": properties}


def post_rows(graph: PostGraph) -> DocumentRows:
    """A post laid out, without its numbers; GraphError says what in its findings does not fit."""
    post = graph.post
    document = post_document(post)
    found = _findings(graph, document)
    edges: dict[EdgeKey, list[Properties]] = {key: list(rows) for key, rows in found.edges.items()}
    bare = {post.channel}
    common = {
        "document": document.id,
        "published_at": document.published_at,
        "extractor": extractor(post.reader),
    }
    _add(edges, "POSTED", post.channel, document.id, common)
    for target in dict.fromkeys(filter(None, (post.forward_of, post.forward_from))):
        _add(edges, "FORWARDED", document.id, target, common)
        bare.add(target)
    if post.reply_to:
        _add(edges, "REPLIED_TO", document.id, post.reply_to, common)
        bare.add(post.reply_to)
    for target, url in {link_target(url): url for url in reversed(post.links)}.items():
        _add(edges, "LINKED_TO", document.id, target, common | {"url": url})
        bare.add(target)
    properties = found.properties | _properties(post)
    ordered = {key: tuple(rows) for key, rows in edges.items()}
    properties["fingerprint"] = _fingerprint(graph, properties, ordered)
    return DocumentRows(document.id, "Post", properties, found.shares, ordered, tuple(sorted(bare)))


def _findings(graph: PostGraph, document: Document) -> DocumentRows:
    """What the text says: the findings, and the channels that it names by their handles."""
    if graph.findings is None and not graph.post.handles:
        return DocumentRows(document.id, "Post", document_properties(document), {}, {})
    findings = graph.findings or DocumentGraph(document, (), ())
    known = {node.id for node in findings.nodes}
    places: dict[str, list[Handle]] = {}
    for handle in graph.post.handles:
        if handle.channel not in known:
            places.setdefault(handle.channel, []).append(handle)
    nodes = (Node("Channel", id_, {"name": implied(id_)["name"]}) for id_ in places)
    mentions = (_mentions(id_, found, document) for id_, found in places.items())
    named = replace(
        findings,
        nodes=(*findings.nodes, *nodes),
        mentions=(*findings.mentions, *mentions),
    )
    return document_rows(named)


def _mentions(channel: str, handles: list[Handle], document: Document) -> Mentions:
    return Mentions(
        channel,
        tuple(handle.start for handle in handles),
        tuple(handle.end for handle in handles),
        tuple(document.text[handle.start : handle.end] for handle in handles),
        tuple("handle" for _ in handles),
    )


def _add(
    edges: dict[EdgeKey, list[Properties]],
    type_: str,
    source: str,
    target: str,
    properties: Mapping[str, Any],
) -> None:
    """One edge of the post; its ends are found by what their ids begin with."""
    key = EdgeKey(type_, _ROOTS[source.partition(":")[0]], _ROOTS[target.partition(":")[0]])
    row = {"source": source, "target": target, "properties": {**properties}}
    edges.setdefault(key, []).append(row)


@cache
def extractor(reader: str) -> str:
    """The reader that found an edge, with its version."""
    return f"{reader} {version('sayso')}"


def _properties(post: Post) -> Properties:
    known: Properties = {
        "channel": post.channel,
        "native": post.native,
        "edited_at": timestamp(post.edited_at) if post.edited_at else None,
        "forwarded": True if post.forward_of or post.forward_from else None,
        "media": sorted(set(post.media)) or None,
    }
    return {name: value for name, value in known.items() if value is not None}


def _fingerprint(
    graph: PostGraph, properties: Properties, edges: Mapping[EdgeKey, tuple[Properties, ...]]
) -> str:
    """How much this sight knows, as two digits, and a hash of all that is not a number it saw.

    Where it was read from does not count: the same post in a newer export is the same.
    """
    post = graph.post
    detail = sum(bool(getattr(post, name)) for name in _DETAILS) + 50 * (graph.findings is not None)
    said = {name: properties[name] for name in properties if name not in _WHERE_FROM}
    rows = sorted(edges.items())
    return f"{detail:02d}{sha256(to_json([said, rows]))[:30]}"
