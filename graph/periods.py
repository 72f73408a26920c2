"""Days, months and years as people write them, and the periods between two of them."""

from __future__ import annotations

import re
from datetime import date

FORM = r"\d{4}(-\d{2}(-\d{2})?)?"
"""A year, a month or a day, as in 2024, 2024-10 or 2024-10-05."""

_DATE = re.compile(FORM, re.ASCII)


def is_date(text: str) -> bool:
    """Whether a text is a day, month or year that the calendar has."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def in_order(since: str, until: str) -> bool:
    """Whether a period ends no earlier than it begins; a year begins and ends with its months."""
    shared = min(len(since), len(until))
    return since[:shared] <= until[:shared]
