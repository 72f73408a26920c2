"""Score whole sets of documents, and keep the blind one blind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation.gold import load
from evaluation.predict import Predict
from evaluation.score import Scores, score, total

_HERE = Path(__file__).parent
SETS = {
    "open": _HERE / "gold" / "open",
    "blind": _HERE / "gold" / "blind",
    "shared": _HERE.parent.parent / "shared" / "data" / "gold",
}
BLIND = "blind"


@dataclass(frozen=True, slots=True)
class SetResult:
    """The sums over one set; `documents` holds each document's scores, none of a blind set."""

    name: str
    total: Scores
    documents: dict[str, Scores]


def run(sets: Mapping[str, Path], predict: Predict) -> Iterator[SetResult]:
    """Score every set that has documents, in the order given.

    Of the set named "blind" nothing but sums leaves this function, or tuning would soon fit it.
    """
    for name, folder in sets.items():
        gold = [load(path) for path in sorted(folder.glob("*.gold.json"))]
        documents = {document.key: score(document, predict(document.path)) for document in gold}
        if documents:
            sums = total(documents.values())
            yield SetResult(name, sums, {} if name == BLIND else documents)
