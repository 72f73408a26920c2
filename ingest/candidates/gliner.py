"""Entities from a GLiNER model in a local folder, which reads for types named in plain words.

GLiNER (Zaratiana et al. 2024, arXiv:2311.08526) is optional: `pip install "sayso[gliner]"`. Nothing
is fetched: the folder must hold the model with its tokenizer.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from pydantic import BaseModel, TypeAdapter, ValidationError

from graph.errors import CandidateError, SettingsError
from graph.model import Document
from ingest.candidates.candidate import EntityCandidate
from ingest.candidates.chunks import chunks

CHUNK, OVERLAP = 1_200, 200
"""Characters; GLiNER models read 384 words at a time and drop the rest without a word."""

LABELS: Mapping[str, str] = {
    "person": "Person",
    "country": "State",
    "organization": "Organization",
    "government institution": "Organization",
    "military unit": "ArmedGroup",
    "alliance or union of countries": "Bloc",
    "media outlet": "Channel",
    "blogger or online channel": "Channel",
    "treaty or agreement": "Treaty",
    "location": "Place",
    "summit, battle or exercise": "Event",
}
"""What the model is asked for, and the vocabulary's type for it."""


class Recognizer(Protocol):
    """As much of `gliner.GLiNER` as is used."""

    def predict_entities(
        self, text: str, labels: list[str], *, flat_ner: bool, threshold: float
    ) -> list[dict[str, Any]]:
        """Spans of `text` as dictionaries of label, start and end."""
        ...


class _Span(BaseModel):
    label: str
    start: int
    end: int


_SPANS = TypeAdapter(list[_Span])


class GlinerSource:
    """Proposes every span that the model is at least `threshold` sure of, from 0 to 1."""

    def __init__(self, model: Recognizer, *, name: str, threshold: float = 0.5) -> None:
        self._model = model
        self._threshold = threshold
        self.name = f"gliner {name} at {threshold:g}"

    def candidates(self, document: Document) -> Iterable[EntityCandidate | CandidateError]:
        """Entities chunk by chunk; those that two chunks share are proposed twice."""
        for chunk in chunks(document.text, size=CHUNK, overlap=OVERLAP):
            try:
                found = self._model.predict_entities(
                    chunk.text, list(LABELS), flat_ner=True, threshold=self._threshold
                )
            except RuntimeError:  # what torch raises, for want of memory above all
                yield CandidateError(self.name, "model failed", remedy="Try a smaller model")
                continue
            try:
                spans = _SPANS.validate_python(found)
            except ValidationError:
                yield CandidateError(self.name, "malformed answer", remedy="Update gliner")
                continue
            yield from _proposals(chunk.start, chunk.text, spans)


def _proposals(at: int, text: str, spans: list[_Span]) -> Iterator[EntityCandidate]:
    for span in spans:
        quote = text[max(span.start, 0) : max(span.end, 0)]
        start = at + span.start + len(quote) - len(quote.lstrip())
        quote = quote.strip()
        type_ = LABELS.get(span.label, span.label)
        yield EntityCandidate(type_, " ".join(quote.split()), quote, start)


def load_gliner(folder: Path, *, threshold: float = 0.5) -> GlinerSource:
    """The source on the model in `folder`.

    Raises SettingsError where the package is not installed or the folder holds no whole model.
    """
    if not (folder / "gliner_config.json").is_file():
        raise SettingsError(
            f"SAYSO_GLINER_MODEL: {folder} holds no GLiNER model (no gliner_config.json)",
            remedy="Name a folder that GLiNER's save_pretrained has written; see docs/models.md",
        )
    try:
        gliner = importlib.import_module("gliner")
    except ImportError as error:
        raise SettingsError(
            f"SAYSO_GLINER_MODEL is set, and the package gliner is not there ({error})",
            remedy="Run `pip install 'sayso[gliner]'`, or unset the variable",
        ) from error
    try:
        model = gliner.GLiNER.from_pretrained(str(folder), local_files_only=True)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise SettingsError(
            f"SAYSO_GLINER_MODEL: the model in {folder} cannot be loaded ({error})",
            remedy="Save the model anew together with its tokenizer; see docs/models.md",
        ) from error
    model.eval()
    return GlinerSource(model, name=folder.name, threshold=threshold)
