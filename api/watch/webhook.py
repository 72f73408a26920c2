"""Telling a webhook what is new: signed, retried, and never sent to an address inside."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import httpx
import stamina

from api.watch.records import Item, Watchlist
from graph.errors import DocumentError, QueryError, SaysoError
from ingest.readers.web import Resolver, parsed_url, public_addresses, resolve, send_pinned

ATTEMPTS = 3
SECONDS = 10.0
"""How long one delivery may take, the answer included."""


class DeliveryError(SaysoError):
    """A webhook could not be reached or did not take what it was sent."""


@dataclass(frozen=True, slots=True)
class Post:
    """How deliveries go out; tests replace the ways to the network and the pauses."""

    resolver: Resolver = resolve
    transport: httpx.BaseTransport | None = None
    attempts: int = ATTEMPTS
    clock: Callable[[], float] = time.time

    def check(self, url: str) -> None:
        """Refuse an address that must not be asked, before it is kept. Raises QueryError."""
        try:
            parsed = parsed_url(url, url)
            public_addresses(parsed.host, parsed.port or 443, url, self.resolver)
        except DocumentError as error:
            raise QueryError(f"The webhook {error.message}", remedy=error.remedy) from error

    def deliver(self, watchlist: Watchlist, items: Sequence[Item]) -> None:
        """Send some items, trying again after growing pauses; raises DeliveryError in the end."""
        body = payload(watchlist, items)
        for attempt in stamina.retry_context(
            on=DeliveryError, attempts=self.attempts, timeout=60, wait_initial=0.5, wait_max=10
        ):
            with attempt:
                self._send(watchlist, body)

    def _send(self, watchlist: Watchlist, body: bytes) -> None:
        url = str(watchlist.webhook)
        stamp = str(int(self.clock()))
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "sayso",
            "Sayso-Watchlist": watchlist.id,
            "Sayso-Timestamp": stamp,
            "Sayso-Signature": f"sha256={signature(watchlist.secret, stamp, body)}",
        }
        try:
            with httpx.Client(transport=self.transport, timeout=SECONDS, trust_env=False) as client:
                answer = send_pinned(
                    client,
                    "POST",
                    parsed_url(url, url),
                    source=url,
                    resolver=self.resolver,
                    deadline=time.monotonic() + SECONDS,
                    content=body,
                    headers=headers,
                )
                answer.close()
        except DocumentError as error:
            raise DeliveryError(error.message, remedy=error.remedy) from error
        if not answer.is_success:
            raise DeliveryError(f"{url} answers {answer.status_code}")


def signature(secret: str, stamp: str, body: bytes) -> str:
    """HMAC-SHA256 (RFC 2104) of the timestamp, a full stop and the body, in hexadecimal."""
    return hmac.new(secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()


def payload(watchlist: Watchlist, items: Sequence[Item]) -> bytes:
    """What a webhook is sent."""
    told = {
        "watchlist": watchlist.id,
        "name": watchlist.name,
        "items": [{"citation": item.edge, "noticed_at": item.at, **item.entry} for item in items],
    }
    return json.dumps(told, ensure_ascii=False).encode()


def due(watchlist: Watchlist, last: datetime | None, now: datetime) -> bool:
    """Whether a webhook that failed may be tried again: after 1, 2, 4, ... minutes, at most 64."""
    if last is None or not watchlist.failures:
        return True
    minutes: int = 2 ** min(watchlist.failures - 1, 6)
    return (now - last).total_seconds() >= 60 * minutes
