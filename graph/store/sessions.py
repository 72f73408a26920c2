"""Sessions for work that takes several statements or streams its answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import Session

from graph.store.connection import Store, translated


@contextmanager
def session(store: Store) -> Iterator[Session]:
    """A session on the store's database; what the driver raises in it comes as `StoreError`."""
    with translated(store.uri), store.driver.session(database=store.database) as opened:
        yield opened
