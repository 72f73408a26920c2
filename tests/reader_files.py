"""Reading the small real files of tests/data/readers, as text or as the refusal they get."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from graph.errors import DocumentError
from graph.model import Document
from ingest.readers import ReadOptions, read

DATA = Path(__file__).parent / "data" / "readers"
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
OPTIONS = ReadOptions(clock=lambda: NOON)


def documents(source: str | Path, options: ReadOptions = OPTIONS) -> list[Document]:
    outcomes = list(read(source, options=options))
    assert [o for o in outcomes if isinstance(o, DocumentError)] == []
    return [o for o in outcomes if isinstance(o, Document)]


def refusal(source: str | Path, options: ReadOptions = OPTIONS) -> DocumentError:
    (outcome,) = read(source, options=options)
    assert isinstance(outcome, DocumentError)
    assert outcome.source == str(source)
    assert outcome.remedy
    return outcome
