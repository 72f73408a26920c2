"""Run the extractor on a text file, as `sayso extract` would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from evaluation.prediction import Prediction, parse
from graph.errors import DocumentError

Predict = Callable[[Path], Prediction]


def predictor(model: str | None = None) -> Predict:
    """Load the pipeline once and return a function that reads and extracts one file.

    The function raises `DocumentError` where the file cannot be read as one document.
    """
    from ingest.extract import Extractor
    from ingest.readers import read

    extractor = Extractor(model=model) if model else Extractor()

    def predict(path: Path) -> Prediction:
        documents = list(read(str(path)))
        if len(documents) != 1:
            raise DocumentError(str(path), f"read as {len(documents)} documents")
        document = documents[0]
        if isinstance(document, DocumentError):
            raise document
        return parse(extractor.extract(document).to_json(), document.text)

    return predict
