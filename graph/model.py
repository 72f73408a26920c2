"""What travels between the stages: documents in, cited assertions and nodes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Scalar = str | int | float | bool | None
Value = Scalar | tuple[str, ...] | tuple[int, ...]
Modality = Literal["asserted", "denied", "alleged", "hypothetical"]
MentionKind = Literal["name", "metonym", "demonym", "nominal", "coref", "handle"]


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it is stored, normalised once; every offset in the graph refers to `text`.

    `sha256` is of `text`, `raw_sha256` of the bytes as they were read; `published_at` is an ISO
    8601 date or date-time as far as it is known.
    """

    id: str
    text: str
    sha256: str
    raw_sha256: str
    reader: str
    source: str
    kind: Literal["article", "post", "profile"] = "article"
    title: str | None = None
    lang: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published_at: str | None = None
    fetched_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a document says something: `document.text[start:end] == quote`, always."""

    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote) or not self.quote:
            raise ValueError(f"citation {self.start}:{self.end} does not fit its quote")


@dataclass(frozen=True, slots=True)
class Node:
    """A node to be merged: its vocabulary type, deterministic id, and properties."""

    type: str
    id: str
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assertion:
    """One cited statement that `source` stands in relation `type` to `target`.

    `type` is a relationship of the vocabulary ("SIGNED"); `properties` holds what the vocabulary
    declares for it beyond the citation (date, precision, modality, asserted_by, stance, ...).
    """

    id: str
    type: str
    source: str
    target: str
    citation: Citation
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mentions:
    """Every place where a document mentions one entity: parallel tuples, one item a mention.

    `surfaces[i]` is the document's text from `starts[i]` to `ends[i]`, and `kinds[i]` says how the
    entity is meant there; only the surfaces of kind "name" become aliases of the entity.
    """

    entity: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    surfaces: tuple[str, ...]
    kinds: tuple[MentionKind, ...]

    def __post_init__(self) -> None:
        lengths = {len(self.starts), len(self.ends), len(self.surfaces), len(self.kinds)}
        if lengths != {len(self.starts)} or not self.starts:
            raise ValueError(f"mentions of {self.entity} are empty or of unequal length")
        for start, end, surface in zip(self.starts, self.ends, self.surfaces, strict=True):
            if end - start != len(surface) or not surface:
                raise ValueError(f"mention {start}:{end} of {self.entity} does not fit its surface")


@dataclass(frozen=True, slots=True)
class DocumentGraph:
    """Everything one document contributes to the store: what the writer is given.

    Every node an assertion or a mention names by id is among `nodes`; an entity has at most one
    `Mentions`, and none where the document implies it without naming it (its own outlet, say).
    """

    document: Document
    nodes: tuple[Node, ...]
    assertions: tuple[Assertion, ...]
    mentions: tuple[Mentions, ...] = ()
