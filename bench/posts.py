"""Posts into the store: `sayso ingest` of a Telegram export, once more, and its near duplicates.

    python bench/posts.py [--posts 100000]

The export is that of a whole account and made up: a channel for every 500 posts, texts as in
neartext.py, every fourth post forwarded from another channel, every fifth with a link, every
seventh an answer, all with views. Each line is the command a user runs, in a process of its own
whose peak memory the operating system tells. Processor time is that of the command and, beside it,
of the server, since other work on the machine changes it less; a server that was just started takes
two or three times as much until it has compiled what it runs. There is no peer: no tool reads such
an export into a graph.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from export import measured
from neartext import make_texts
from rich.console import Console
from rich.table import Table

from graph.server.finding import running
from graph.server.releases import RELEASES
from graph.settings import Settings, load_settings
from graph.store.connection import Store, open_store
from graph.store.schema import ensure_schema

IN_CHANNEL = 500
FIRST = 1_700_000_000  # seconds since 1970
APART = 40  # seconds from one post to the next of any channel
BATCH = 2_000


def make_export(path: Path, count: int) -> None:
    """Write `result.json` as Telegram Desktop does, chat by chat."""
    texts = make_texts(count)
    channels = max(count // IN_CHANNEL, 2)
    with path.open("w", encoding="utf-8") as file:
        file.write('{"chats": {"list": [')
        for channel in range(channels):
            chat = {"name": f"Channel {channel}", "type": "public_channel", "id": channel + 1}
            numbers = range(channel, count, channels)
            messages = list(_messages(texts, numbers, channel, channels))
            file.write(", " * bool(channel) + json.dumps(chat | {"messages": messages}))
        file.write("]}}")


def _messages(
    texts: list[str], numbers: range, channel: int, channels: int
) -> Iterator[dict[str, object]]:
    for native, number in enumerate(numbers, start=1):
        parts: list[object] = [texts[number]]
        message: dict[str, object] = {
            "id": native,
            "type": "message",
            "date_unixtime": str(FIRST + number * APART),
            "text": parts,
            "views": number % 9_000,
        }
        if number % 4 == 0:
            message["forwarded_from_id"] = f"channel{(channel + number) % channels + 1}"
        if number % 5 == 0:
            parts.append({"type": "link", "text": f"https://news.example/{number % 997}"})
        if number % 7 == 0 and native > 1:
            message["reply_to_message_id"] = native - 1
        yield message


def empty(store: Store) -> None:
    """Take the graph away in transactions of moderate size."""
    found = "MATCH (n) WHERE NOT n:Store WITH n LIMIT $most DETACH DELETE n RETURN 1 LIMIT 1"
    while store.write(found, most=BATCH):
        pass


def processor(settings: Settings) -> tuple[float, float]:
    """Seconds of processor time that ended commands and the local server have had so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = running(settings, RELEASES[settings.sayso_neo4j])
    served = sum(found[0].cpu_times()[:2]) if found else 0.0
    return used.ru_utime + used.ru_stime, served


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed and memory of posts into the store.")
    parser.add_argument("--posts", type=int, default=100_000)
    options = parser.parse_args()
    table = Table(title=f"{options.posts:,} posts of a Telegram export")
    for column in ("", "seconds", "posts/s", "processor", "server", "peak MB"):
        table.add_column(column, justify="right" if column else "left")
    # A home of its own: what is read here is taken away again, and other benches keep theirs.
    settings = load_settings()
    settings = settings.model_copy(update={"sayso_home": settings.sayso_home / "posts"})
    os.environ["SAYSO_HOME"] = str(settings.sayso_home)
    with open_store(settings, announce=print) as store, tempfile.TemporaryDirectory() as folder:
        ensure_schema(store)
        empty(store)
        export = Path(folder, "result.json")
        make_export(export, options.posts)
        sayso = [sys.executable, "-m", "api.cli"]
        for name, command in {
            "sayso ingest": ["ingest", str(export)],
            "the same again": ["ingest", str(export)],
            "near-duplicates": ["amplification", "near-duplicates"],
        }.items():
            before = processor(settings)
            seconds, peak = measured([*sayso, *command])
            used = [
                f"{now - then:.1f}" for then, now in zip(before, processor(settings), strict=True)
            ]
            rate = f"{options.posts / seconds:,.0f}"
            table.add_row(name, f"{seconds:.1f}", rate, *used, f"{peak:.0f}")
        [stored] = store.read("MATCH (p:Post:Document) RETURN count(p) AS posts")
        [links] = store.read("MATCH (:Post)-[r:NEAR_DUPLICATE]->() RETURN count(r) AS edges")
        empty(store)
    Console().print(table)
    Console().print(f"{stored['posts']:,} posts stored, {links['edges']:,} near-duplicate edges")


if __name__ == "__main__":
    main()
