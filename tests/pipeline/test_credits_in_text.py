"""Lines by which an agency tells who worked on a report name nobody the report is about."""

from __future__ import annotations

import pytest

from tests.reading import read


def _names(text: str) -> set[str]:
    found = read(text)
    return {e.name for e in found.entities.values()} | {c.name for c in found.channels.values()}


@pytest.mark.parametrize(
    "credit",
    [
        "Reporting by Ada Quill; Editing by Otto Kern",
        "(Reporting by Ada Quill in Tamale and Otto Kern; Editing by Ines Dolm)",
        "Additional reporting by Ada Quill in Kumasi, writing by Otto Kern",
        "Associated Press writer Ada Quill contributed to this report.",
        "Our Standards: The Thomson Reuters Trust Principles.",
    ],
)
def test_credits_and_standards_of_an_agency_are_no_nodes(credit: str) -> None:
    assert _names(f"Ivan Popko visited Ghana.\n\n{credit}") == {"Ivan Popko", "Ghana"}


def test_a_sentence_about_reporting_by_an_outlet_is_no_credit() -> None:
    assert _names("Reporting by Reuters showed that Otto Kern lied.") == {"Reuters", "Otto Kern"}
