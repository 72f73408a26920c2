"""The pass that writes which posts of the store have nearly the same text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version

from graph.amplification.asking import NEEDED_COLUMNS
from graph.amplification.neartext import METHOD, MIN_WORDS, THRESHOLD, NearTexts, near_texts
from graph.amplification.posts import Posts
from graph.amplification.run import Progress, Report
from graph.amplification.stream import read_posts
from graph.ids import hashed_id, sha256
from graph.store.connection import Store
from graph.store.copies import Copy, Measure, write_copies
from graph.store.runs import Run, WriteCounts, finish_run

MEASURE = Measure(METHOD, f"{METHOD} threshold={THRESHOLD} min_words={MIN_WORDS}")


def duplicates_run(started: datetime) -> Run:
    """The run of this pass, as its edges and the log of the store name it."""
    settings = sha256(MEASURE.method)[:16]
    id_ = hashed_id("run", started.isoformat(), settings)
    return Run(id_, f"sayso {version('sayso')}", settings, started)


def write_duplicates(
    store: Store,
    posts: Posts,
    run: Run,
    *,
    clock: Callable[[], datetime],
    progress: Progress | None = None,
) -> Report:
    """Read the store's posts into an empty posts table and link those with nearly the same text.

    A group of n posts gets n - 1 edges that hold it together, not one for every pair: thousands of
    copies of one text would be millions of pairs. The same posts give the same edges; those that no
    longer hold are removed. `progress` and `clock` as for `run_on_store`. Raises StoreError.
    """
    tell = progress or (lambda step, done, total: None)
    wanted = NEEDED_COLUMNS["near-text"]
    read_posts(store, posts, only=wanted, progress=lambda *done: tell("Reading posts", *done))
    found = near_texts(posts)
    written = 0

    def wrote(count: int) -> None:
        nonlocal written
        written += count
        tell("Writing edges", written, len(found.score))

    counts = write_copies(store, MEASURE, _copies(posts, found), run, progress=wrote)
    finish_run(store, run, WriteCounts(edges=counts.written), finished=clock())
    return Report("NEAR_DUPLICATE", posts.coverage(), counts)


def _copies(posts: Posts, found: NearTexts) -> Iterator[Copy]:
    known = {row: (time, id_) for row, time, id_ in posts.rows("SELECT rowid, time, id FROM posts")}
    pairs = zip(found.left.tolist(), found.right.tolist(), found.score.tolist(), strict=True)
    for left, right, score in pairs:
        (_, earlier), (time, later) = sorted((known[left], known[right]))
        yield Copy(later, earlier, time.replace(tzinfo=UTC), score)
