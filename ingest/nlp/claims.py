"""To be written."""

from __future__ import annotations

from spacy.tokens import Doc


def annotate(doc: Doc) -> Doc:
    """Add nothing yet."""
    return doc
