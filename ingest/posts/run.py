"""The run that takes posts into the store: read, perhaps extract, write; refusals on record."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from graph.errors import DocumentError, GraphError
from graph.ids import hashed_id, sha256
from graph.posts import ChannelProfile, Post
from graph.store.post_rows import PostGraph
from graph.store.posts import write_posts
from graph.store.runs import Run, WriteCounts, finish_run
from graph.store.writer import write
from ingest.candidates.tally import Tally
from ingest.posts.base import PostOptions, Skipped
from ingest.posts.findings import with_findings
from ingest.posts.profiles import profile_graph
from ingest.posts.registry import read_posts
from ingest.quarantine import Quarantine

if TYPE_CHECKING:
    from graph.settings import Settings
    from graph.store.connection import Store
    from ingest.extract import Extractor


class Progress(Protocol):
    """Told what happens while it happens; the command line draws bars from it."""

    def post_read(self) -> None:
        """A post was read."""
        ...

    def record_refused(self, error: DocumentError) -> None:
        """A record was refused."""
        ...

    def posts_written(self, count: int) -> None:
        """A batch is in the store."""
        ...


@dataclass(slots=True)
class PostSummary:
    """What a run did; `skipped` counts records that are no posts, by what they are.

    `candidates` has what became of the proposals of every model asked beside the rules.
    """

    posts: int = 0
    channels: int = 0
    first: datetime | None = None
    last: datetime | None = None
    quarantined: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    written: WriteCounts = field(default_factory=WriteCounts)
    seconds: float = 0.0
    quarantine: Path | None = None
    candidates: Tally = field(default_factory=dict)

    def count(self, post: Post) -> None:
        """Add one post."""
        self.posts += 1
        self.first = min(self.first or post.published_at, post.published_at)
        self.last = max(self.last or post.published_at, post.published_at)


def ingest_posts(
    paths: Iterable[Path],
    *,
    store: Store,
    settings: Settings,
    progress: Progress,
    options: PostOptions | None = None,
    extractor: Extractor | None = None,
    limit: int | None = None,
) -> PostSummary:
    """Write every post and profile of these files into the store, at most `limit` posts.

    With an extractor, English posts are read for entities, relations and claims too. What cannot be
    read goes to the quarantine and the run goes on. Raises StoreError where the store fails; what
    was written until then stays and is found unchanged by the next run.
    """
    options = options or PostOptions()
    clock = options.read.clock
    begun, started = time.perf_counter(), clock()
    config = configuration(options, extractor)
    run = Run(
        hashed_id("run", "posts", started.isoformat(), config),
        f"sayso {version('sayso')}",
        config,
        started,
    )
    summary = PostSummary()
    quarantine = Quarantine(settings.sayso_home / "quarantine", started=started)

    def refuse(error: DocumentError) -> None:
        quarantine.add(error, at=clock())
        progress.record_refused(error)

    def contradicted(post: Post, error: GraphError) -> None:
        refuse(DocumentError(post.source, error.message, remedy=error.remedy))

    profiles: dict[str, ChannelProfile] = {}

    def read() -> Iterator[Post]:
        for path in paths:
            for outcome in read_posts(path, options):
                if isinstance(outcome, DocumentError):
                    refuse(outcome)
                elif isinstance(outcome, Skipped):
                    summary.skipped[outcome.what] += outcome.count
                elif isinstance(outcome, ChannelProfile):
                    profiles.setdefault(outcome.id, outcome)
                else:
                    progress.post_read()
                    summary.count(outcome)
                    yield outcome

    posts = islice(read(), limit)
    graphs = (
        with_findings(posts, extractor, proposed=summary.candidates)
        if extractor
        else map(PostGraph, posts)
    )
    summary.written = write_posts(
        store, graphs, run, refuse=contradicted, progress=progress.posts_written
    )
    shown = [profile_graph(profiles[id_]) for id_ in sorted(profiles)]
    summary.written += write(store, shown, run)
    summary.channels = len({profile.channel for profile in profiles.values()})
    summary.quarantined = quarantine.count
    summary.quarantine = quarantine.path if quarantine.count else None
    finish_run(store, run, summary.written, finished=clock(), quarantined=quarantine.count)
    summary.seconds = time.perf_counter() - begun
    return summary


def configuration(options: PostOptions, extractor: Extractor | None) -> str:
    """A hash of everything beside the sources that decides what a run finds."""
    model = extractor.nlp.meta if extractor else None
    decisive = {
        "sayso": version("sayso"),
        "model": f"{model['lang']}_{model['name']} {model['version']}" if model else None,
        "preset": options.preset,
        "platform": options.platform,
        "channel": options.channel,
        "columns": dict(options.read.columns),
        "zone": str(options.zone),
    }
    return sha256(json.dumps(decisive, sort_keys=True))[:16]
