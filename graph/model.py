"""What travels between the stages: documents in, cited assertions and nodes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Scalar = str | int | float | bool | None
Value = Scalar | tuple[str, ...] | tuple[int, ...]
Modality = Literal["asserted", "denied", "alleged", "hypothetical"]


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
    kind: Literal["article", "post"] = "article"
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
class DocumentGraph:
    """Everything one document contributes to the store: what the writer is given."""

    document: Document
    nodes: tuple[Node, ...]
    assertions: tuple[Assertion, ...]
