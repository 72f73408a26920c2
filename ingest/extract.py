"""The extractor: documents in, findings with their places in the text out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from spacy.tokens import Doc

from graph.model import Document
from ingest.candidates.candidate import CandidateSource
from ingest.candidates.merge import with_candidates
from ingest.extraction import Extraction, from_findings
from ingest.nlp.findings import findings
from ingest.nlp.pipeline import COMPONENTS, DEFAULT_MODEL, load

PIECE = 250_000  # characters that are parsed in one go


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
        doc = self._read(document)
        return with_candidates(from_findings(document, findings(doc)), self.candidates)

    def pipe(
        self, documents: Iterable[Document], *, batch_size: int = 32
    ) -> Iterator[tuple[Document, Extraction]]:
        """Extract from many documents, in order, holding one batch in memory at a time."""
        for long, group in groupby(documents, key=lambda d: len(d.text) > PIECE):
            if long:
                yield from ((document, self.extract(document)) for document in group)
                continue
            pairs = ((self._prepare(document), document) for document in group)
            for doc, document in self.nlp.pipe(pairs, as_tuples=True, batch_size=batch_size):
                found = from_findings(document, findings(doc))
                yield document, with_candidates(found, self.candidates)

    def _read(self, document: Document) -> Doc:
        """Run the pipeline; a long text is parsed in pieces and understood as a whole.

        spaCy needs about a gigabyte for a million characters and refuses more.
        """
        if len(document.text) <= PIECE:
            return self.nlp(self._prepare(document))
        ours = [f"sayso_{name}" for name in COMPONENTS]
        with self.nlp.select_pipes(disable=ours):
            parsed = list(self.nlp.pipe(pieces(document.text), batch_size=1))
        doc = Doc.from_docs(parsed, ensure_whitespace=False)
        if doc is None:
            raise ValueError("a long text has pieces")
        self._tell(doc, document)
        for name in ours:
            doc = self.nlp.get_pipe(name)(doc)
        return doc

    def _prepare(self, document: Document) -> Doc:
        """Tokenize, and tell the components what the document says about itself."""
        doc = self.nlp.make_doc(document.text)
        self._tell(doc, document)
        return doc

    def _tell(self, doc: Doc, document: Document) -> None:
        doc.user_data["published"] = publication_day(document.published_at)
        doc.user_data["outlet"] = document.outlet


def pieces(text: str, size: int = PIECE) -> list[str]:
    """A text in stretches of at most `size` characters, cut after a blank line where there is one.

    Joined they are the text again.
    """
    found: list[str] = []
    start = 0
    while len(text) - start > size:
        for mark in ("\n\n", "\n", " "):
            at = text.rfind(mark, start + size // 2, start + size)
            if at >= 0:
                cut = at + len(mark)
                break
        else:
            cut = start + size
        found.append(text[start:cut])
        start = cut
    return [*found, text[start:]]


def publication_day(published_at: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time; None where the day is not known."""
    try:
        return date.fromisoformat((published_at or "")[:10])
    except ValueError:
        return None
