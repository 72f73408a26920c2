"""Extended Date/Time Format (EDTF, ISO 8601-2 level 1), as far as Sayso writes it."""

from __future__ import annotations

from datetime import date
from typing import Literal

Precision = Literal["day", "month", "season", "year", "range"]


def precision(edtf: str) -> Precision:
    """How exactly an EDTF string dates something.

    Seasons are months 21 to 24 ("2024-23" is the autumn of 2024); intervals, open ones included,
    are ranges; a decade or century ("202X") counts as a range too.
    """
    if "/" in edtf or "X" in edtf or ".." in edtf:
        return "range"
    parts = edtf.strip("~?%").split("-")
    if len(parts) == 1:
        return "year"
    if len(parts) == 2:
        return "season" if int(parts[1][:2]) > 20 else "month"
    return "day"


def day_of(moment: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time; None where the day is not known."""
    try:
        return date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None
