"""The extractor: documents in, findings with their places in the text out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from spacy.tokens import Doc

from graph.model import Document
from ingest.candidates.candidate import CandidateSource
from ingest.candidates.merge import with_candidates
from ingest.extraction import Extraction, from_findings
from ingest.nlp.findings import findings
from ingest.nlp.pipeline import DEFAULT_MODEL, load


class Extractor:
    """Extracts entities, channels, claims and relations with one loaded spaCy pipeline.

    The same text gives the same extraction in any batch or process. `candidates` are models that
    may add to what the rules find; without them nothing but the text and the pipeline counts.
    """

    def __init__(
        self, *, model: str = DEFAULT_MODEL, candidates: Sequence[CandidateSource] = ()
    ) -> None:
        self.nlp = load(model)
        self.candidates = tuple(candidates)

    def extract(self, document: Document) -> Extraction:
        """Extract from one document."""
        doc = self.nlp(self._prepare(document))
        return with_candidates(from_findings(document, findings(doc)), self.candidates)

    def pipe(
        self, documents: Iterable[Document], *, batch_size: int = 32
    ) -> Iterator[tuple[Document, Extraction]]:
        """Extract from many documents, in order, holding one batch in memory at a time."""
        pairs = ((self._prepare(document), document) for document in documents)
        for doc, document in self.nlp.pipe(pairs, as_tuples=True, batch_size=batch_size):
            yield document, with_candidates(from_findings(document, findings(doc)), self.candidates)

    def _prepare(self, document: Document) -> Doc:
        """Tokenize, and tell the components what the document says about itself."""
        doc = self.nlp.make_doc(document.text)
        doc.user_data["published"] = publication_day(document.published_at)
        doc.user_data["outlet"] = document.outlet
        return doc


def publication_day(published_at: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time; None where the day is not known."""
    try:
        return date.fromisoformat((published_at or "")[:10])
    except ValueError:
        return None
