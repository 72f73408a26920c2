"""Keyset cursors: where the next page begins, as a word that readers pass back unread."""

from __future__ import annotations

import base64
import binascii
import json

from graph.errors import QueryError

LONGEST = 1_000


def encode(key: list[str]) -> str:
    """The cursor of the page after the row with this key."""
    return base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("=")


def decode(cursor: str | None) -> list[str] | None:
    """The key a cursor stands for; QueryError for a word that is no cursor of ours."""
    if cursor is None:
        return None
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        key = json.loads(raw)
    except (binascii.Error, ValueError) as error:
        raise _foreign() from error
    if isinstance(key, list) and len(key) == 2 and all(isinstance(part, str) for part in key):
        return key
    raise _foreign()


def _foreign() -> QueryError:
    return QueryError("The cursor is not one of ours", remedy="Use `next` of the page before")
