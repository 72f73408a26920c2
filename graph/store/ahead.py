"""Batches made in a second thread while the server is at work on the one before."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import takewhile
from threading import Event
from typing import Generic, TypeVar

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")


class Ahead(Generic[_Made]):
    """Batches in their turn; the next is begun when somebody says so, or else when it is wanted.

    Two threads of Python get into each other's way. So a writer says `begin` when it has sent all
    it had to and the server commits, which is nearly half of its time.
    """

    def __init__(self, batches: Iterator[_Made], thread: ThreadPoolExecutor) -> None:
        self._batches = batches
        self._thread = thread
        self._coming: Future[_Made | None] | None = None

    def begin(self) -> None:
        """Start making the next batch, unless that was done."""
        if self._coming is None:
            self._coming = self._thread.submit(next, self._batches, None)

    def __iter__(self) -> Iterator[_Made]:
        while True:
            self.begin()
            assert self._coming is not None  # noqa: S101 - begun the line before
            batch, self._coming = self._coming.result(), None
            if batch is None:
                return
            yield batch


@contextmanager
def ahead(
    items: Iterable[_Item], batched: Callable[[Iterable[_Item]], Iterator[_Made]]
) -> Iterator[Ahead[_Made]]:
    """Batches of items, the first of which is begun at once."""
    stopped = Event()
    batches = batched(takewhile(lambda _: not stopped.is_set(), items))
    with _settled_memory(), ThreadPoolExecutor(max_workers=1) as thread:
        made = Ahead(batches, thread)
        made.begin()
        try:
            yield made
        finally:
            # Whoever stops here need not wait for the rest of a batch nobody will write.
            stopped.set()


@contextmanager
def _settled_memory() -> Iterator[None]:
    """Keep what is alive already, models above all, out of the garbage collector's rounds.

    Rows come by the ten thousand, and each time their number has grown by a quarter of everything,
    the collector would look through everything: a tenth of the time a write takes.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
