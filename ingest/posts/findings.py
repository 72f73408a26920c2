"""Extraction on posts: what the pipeline finds in an English post, and the claims it carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from graph.ids import hashed_id
from graph.model import Assertion, DocumentGraph
from graph.posts import Post
from graph.store.post_rows import PostGraph, post_document
from ingest.assertions import to_graph
from ingest.candidates import tally

if TYPE_CHECKING:
    from ingest.extract import Extractor

BATCH_POSTS = 128
_CLAIMING = ("SAID", "STATES")


def with_findings(
    posts: Iterable[Post], extractor: Extractor, *, proposed: tally.Tally | None = None
) -> Iterator[PostGraph]:
    """The posts in order; those in English with what was extracted from their text.

    What models proposed beside the rules is counted in `proposed`.
    """
    proposed = {} if proposed is None else proposed
    rest = iter(posts)
    while batch := list(islice(rest, BATCH_POSTS)):
        readable = [post_document(post) for post in batch if post.lang == "en" and post.text]
        found: dict[str, DocumentGraph] = {}
        for document, extraction in extractor.pipe(readable):
            tally.add(proposed, extraction)
            found[document.id] = carrying(to_graph(extraction))
        yield from (PostGraph(post, found.get(post.id)) for post in batch)


def carrying(graph: DocumentGraph) -> DocumentGraph:
    """The findings, with an edge from the post to every claim that somebody makes in it."""
    carried = [
        _carries(graph.document.id, said) for said in graph.assertions if said.type in _CLAIMING
    ]
    unique = {one.id: one for one in carried}
    return replace(graph, assertions=(*graph.assertions, *unique.values()))


def _carries(post: str, said: Assertion) -> Assertion:
    """Whoever makes the claim, the post carries it, with the same words behind it."""
    kept = ("modality", "asserted_by", "extractor", "date", "precision")
    properties = {name: said.properties[name] for name in kept if name in said.properties}
    id_ = hashed_id("assertion", "CARRIES", post, said.target, said.citation.start, said.id)
    return Assertion(id_, "CARRIES", post, said.target, said.citation, properties)
