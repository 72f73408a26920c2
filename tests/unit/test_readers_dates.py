"""Claims about publication dates as they are written."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ingest.readers.dates import iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-05-12", "2024-05-12"),
        ("2024-05-12T10:30:00Z", "2024-05-12T10:30:00+00:00"),
        ("2024-05-12 10:30", "2024-05-12T10:30:00"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        (2024, "2024"),
        (date(2024, 5, 12), "2024-05-12"),
        (datetime(2024, 5, 12, 10, tzinfo=UTC), "2024-05-12T10:00:00+00:00"),
        ("12 May 2024", "2024-05-12"),
        ("May 12th, 2024", "2024-05-12"),
        ("Sept 5, 2024", "2024-09-05"),
        ("5 Sept. 2024", "2024-09-05"),
        ("Jan. 5, 2024", "2024-01-05"),
        ("Oct 5, 2024", "2024-10-05"),
        (" Sunday,  12 May 2024", "2024-05-12"),
        ("12.05.2024", "2024-05-12"),
        ("9.2.26", "2026-02-09"),
        ("12.05.2024 10:30", "2024-05-12T10:30:00"),
        ("Sun, 12 May 2024 10:30:00 GMT", "2024-05-12T10:30:00+00:00"),
    ],
)
def test_dates_in_many_forms_become_iso(written: object, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        *(
            "03/04/2024",
            "03/04/24",
            "yesterday",
            "2024-13",
            "31 June 2024",
            "",
            None,
            True,
            5,
            ["2024"],
        ),
        *("2024-13-45", "2024-02-30T10:00:00", f"Sun, 12 May 2024 10:30:00 +{'9' * 20}"),
        *("٢٠٢٤", "２０２４-05", "0000", "0000-05"),
    ],
)
def test_what_is_unclear_stays_unknown(written: object) -> None:
    assert iso_date(written) is None
