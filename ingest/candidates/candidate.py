"""What a model proposes: entities, claims and relations, each with the words it rests on.

A candidate is hearsay until `ingest.candidates.check` has found its quote in the stored text; the
fields are plain strings because a model may answer anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from graph.errors import CandidateError
from graph.model import Document


@dataclass(frozen=True, slots=True)
class EntityCandidate:
    """`quote` mentions an entity of the vocabulary's `type`, whose full name is `name`.

    `start` is where the source saw the quote, in characters of the document; a hint that only
    decides between several places with the same words, here and in the other candidates.
    """

    type: str
    name: str
    quote: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimCandidate:
    """`speaker` says what `quote` says; `evidence` is the passage with both, where there is one."""

    quote: str
    speaker: str
    stance: str = "asserts"
    modality: str = "asserted"
    evidence: str | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class RelationCandidate:
    """`quote` says that `source` stands in relation `type` to `target` (names or ids).

    `asserted_by` names who says so; None is the document's own voice.
    """

    type: str
    source: str
    target: str
    quote: str
    modality: str = "asserted"
    asserted_by: str | None = None
    start: int | None = None


Candidate = EntityCandidate | ClaimCandidate | RelationCandidate


class CandidateSource(Protocol):
    """A model that proposes; `name` becomes the `extractor` of every assertion it contributes."""

    @property
    def name(self) -> str:
        """The kind of source, its model, and every setting that decides what it proposes."""
        ...

    def candidates(self, document: Document) -> Iterable[Candidate | CandidateError]:
        """Proposals for one document; what went wrong is given as an error among them."""
        ...
