"""The days of dates and date-times as stores and readers hold them."""

from __future__ import annotations

from datetime import date

import pytest

from graph.edtf import day_of


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2024-05-01", date(2024, 5, 1)),
        ("2024-05-01T07:00:00Z", date(2024, 5, 1)),
        ("2024-05", None),
        ("2024-23", None),
        ("", None),
        (None, None),
    ],
)
def test_day_of_a_moment_is_known_where_the_moment_names_one(
    moment: str | None, day: date | None
) -> None:
    assert day_of(moment) == day
