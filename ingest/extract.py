"""The extractor: documents in, findings with their places in the text out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from graph.edtf import day_of
from graph.model import Document
from ingest.candidates.candidate import CandidateSource
from ingest.candidates.merge import with_candidates
from ingest.extraction import Extraction, from_findings
from ingest.nlp.findings import findings
from ingest.nlp.pipeline import COMPONENTS, DEFAULT_MODEL, ended, load

PIECE = 250_000
PIECE_TOKENS = 60_000
"""Characters and tokens that are parsed in one go.

A token takes about 15 KB meanwhile, and there is one a character in a text of nothing but marks."""


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
        """Extract from many documents, in order, holding one batch in memory at a time.

        A batch has at most `batch_size` documents, and no more tokens than are parsed in one go.
        """
        batch: list[tuple[Doc, Document]] = []
        held = 0
        for document in documents:
            doc = self._prepare(document) if len(document.text) <= PIECE else None
            tokens = PIECE_TOKENS + 1 if doc is None else len(doc)
            if batch and (len(batch) == batch_size or held + tokens > PIECE_TOKENS):
                yield from self._extracted(batch)
                batch, held = [], 0
            if doc is None or tokens > PIECE_TOKENS:
                yield document, self.extract(document)
            else:
                batch.append((doc, document))
                held += tokens
        yield from self._extracted(batch)

    def _extracted(
        self, batch: list[tuple[Doc, Document]]
    ) -> Iterator[tuple[Document, Extraction]]:
        for doc, document in self.nlp.pipe(batch, as_tuples=True, batch_size=len(batch) or 1):
            found = from_findings(document, findings(doc))
            yield document, with_candidates(found, self.candidates)

    def _read(self, document: Document) -> Doc:
        """Run the pipeline; a long text is parsed in pieces and understood as a whole.

        spaCy needs about a gigabyte for a million characters and refuses more.
        """
        cut = [doc for piece in pieces(ended(document.text)) for doc in self._cut(piece)]
        if len(cut) == 1:
            self._tell(cut[0], document)
            return self.nlp(cut[0])
        ours = [f"sayso_{name}" for name in COMPONENTS]
        with self.nlp.select_pipes(disable=ours):
            parsed = list(self.nlp.pipe(cut, batch_size=1))
        doc = Doc.from_docs(parsed, ensure_whitespace=False)
        if doc is None:
            raise ValueError("a long text has pieces")
        self._tell(doc, document)
        for name in ours:
            doc = self.nlp.get_pipe(name)(doc)
        return doc

    def _cut(self, text: str) -> Iterator[Doc]:
        """The tokens of a text, in as many pieces as hold at most PIECE_TOKENS each."""
        doc = self.nlp.make_doc(text)
        if len(doc) <= PIECE_TOKENS:
            yield doc
            return
        for piece in pieces(text, len(text) // 2):
            yield from self._cut(piece)

    def _prepare(self, document: Document) -> Doc:
        """Tokenize, and tell the components what the document says about itself."""
        doc = self.nlp.make_doc(ended(document.text))
        self._tell(doc, document)
        return doc

    def _tell(self, doc: Doc, document: Document) -> None:
        doc.user_data["published"] = day_of(document.published_at)
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
