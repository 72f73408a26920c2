"""How an endpoint that is busy is asked again: when it says so, within a bounded time."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

import httpx

BUSY = frozenset({httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE})
TRIES = 5
MAX_WAIT = 60.0
"""Statuses of an endpoint that is busy, times a question is asked at most, and seconds it waits in
all."""
_FIRST_WAIT = 1.0


class BusyError(Exception):
    """An endpoint has no time now; `after` is in how many seconds it says it will, where it does.

    It says so in the header Retry-After (RFC 9110, section 10.2.3).
    """

    def __init__(self, response: httpx.Response) -> None:
        self.status = response.status_code
        self.after = _seconds(response.headers)
        super().__init__(f"status {self.status}")


class Patience:
    """What `stamina` asks after an error: in how many seconds to try again, False for never.

    One belongs to one question. Where the endpoint names no time, the waits are 1, 2, 4 and 8
    seconds; where it names one beyond MAX_WAIT, nothing is waited for.
    """

    def __init__(self) -> None:
        self._left = MAX_WAIT
        self._next = _FIRST_WAIT

    def __call__(self, error: Exception) -> bool | float:
        """The seconds to wait after `error`."""
        if not isinstance(error, BusyError):
            return False
        wait = self._next if error.after is None else error.after
        if wait > self._left:
            return False
        self._left -= wait
        self._next *= 2
        return wait


def _seconds(headers: httpx.Headers) -> float | None:
    """The wait of a Retry-After: "20", or a date, which counts from the answer's own."""
    asked = headers.get("Retry-After", "").strip()
    if re.fullmatch("[0-9]+", asked):
        return float(asked)
    until, now = _date(asked), _date(headers.get("Date", ""))
    return max((until - now).total_seconds(), 0.0) if until and now else None


def _date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    # One with a zone and one without cannot be compared; HTTP knows GMT alone.
    return moment.replace(tzinfo=None) if moment.tzinfo else None
