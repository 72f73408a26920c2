"""Whose words a document holds that somebody else has got: a leaked memo, a report Reuters saw."""

from __future__ import annotations

import pytest

from tests.reading import named, read


def _through(text: str) -> set[tuple[str | None, str | None, str]]:
    """Each claim as (who says it, through whom, what)."""
    found = read(text)
    return {
        (
            named(found, c.speaker) if c.speaker is not None else None,
            named(found, c.via) if c.via is not None else None,
            found.tokens.span_text(c.start, c.end),
        )
        for c in found.claims
    }


@pytest.mark.parametrize(
    "document",
    [
        "A confidential report, obtained by Reuters, says that",
        "A document seen by Reuters concluded that",
        "A leaked memo, first reported by Reuters, says that",
        "A letter leaked to Reuters says that",
        "A document that Reuters obtained says that",
        "According to an internal report seen by Reuters,",
    ],
)
def test_who_saw_a_document_only_passes_on_what_it_says(document: str) -> None:
    assert _through(f"{document} the fund was empty.") == {
        (None, "Reuters", "the fund was empty"),
    }


def test_a_document_with_an_author_is_his_through_who_saw_it() -> None:
    said = _through("A Lantern Party memo obtained by Reuters says that the fund was empty.")
    assert said == {("Lantern Party", "Reuters", "the fund was empty")}


@pytest.mark.parametrize("by", ["by Reuters", "published by Reuters", "released by Reuters"])
def test_who_published_a_document_speaks_in_it(by: str) -> None:
    said = _through(f"A report {by} says that the fund was empty.")
    assert said == {("Reuters", None, "the fund was empty")}
