"""Refusals that only a server knows, beside the tree of what goes wrong behind it."""

from __future__ import annotations

from graph.errors import SaysoError


class UnknownCallerError(SaysoError):
    """No key came along, or none that holds."""


class ForbiddenError(SaysoError):
    """The caller is known and may not do this."""


class TooManyRequestsError(SaysoError):
    """The caller asked more often than is allowed; `seconds` from now the next may come."""

    def __init__(self, seconds: int) -> None:
        super().__init__("Too many requests", remedy=f"Ask again in {seconds} s")
        self.seconds = seconds


class TooLargeError(SaysoError):
    """The body of a request is larger than is allowed."""


class LengthRequiredError(SaysoError):
    """A request has a body and does not say how large it is."""
