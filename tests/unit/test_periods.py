"""Dates are those of the calendar, and periods end no earlier than they begin."""

from __future__ import annotations

import pytest

from graph.periods import in_order, is_date


@pytest.mark.parametrize("text", ["0001", "2024", "2024-12", "2024-02-29"])
def test_a_day_a_month_and_a_year_are_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["", "24", "0000", "2024-13", "2024-02-30", "2023-02-29", "2024-1-1", "2024-10-05T10"]
)
def test_what_the_calendar_does_not_have_is_no_date(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("since", "until"),
    [("2024", "2024"), ("2024-05", "2024"), ("2024", "2024-03"), ("2024-05-09", "2024-05-10")],
)
def test_a_year_begins_and_ends_with_its_months(since: str, until: str) -> None:
    assert in_order(since, until)


@pytest.mark.parametrize(
    ("since", "until"), [("2026", "2024"), ("2024-05", "2024-04-30"), ("2024-05-10", "2024-05-09")]
)
def test_a_period_does_not_end_before_it_begins(since: str, until: str) -> None:
    assert not in_order(since, until)
