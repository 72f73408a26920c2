"""Co-share networks: `sayso amplification coshare` beside coordination-network-toolkit 1.5.2.

    python bench/coshare.py [--sizes 100000 1000000] [--alone 10000000] [--delay 21600] [--each 20]
                            [--skew 0.75]

Posts are made up: reposts of objects, each of which is reposted in a burst after it appeared. In
"uniform" data all objects and accounts are alike, in "skewed" data few of them have most of it.
Both programs read the same CSV file and write a CSV of edges, for a window of 60 seconds and every
weight, each in a process of its own; their edges and weights must be equal. "Whole" counts starting
Python, importing and loading compiled code, and is given in processor seconds too, which a busy
machine does not change; "work" counts from the file to the file in a process that is running, with
its code loaded. A plain join in DuckDB over time buckets stands beside them. `--alone` sizes are
measured without the toolkit. Make its environment with `make bench`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
from numpy.typing import NDArray

PEER = Path(__file__).parent / ".peer" / "bin" / "python"
RUNNER = Path(__file__).parent / "peer" / "coordination.py"
WINDOW = 60
COLUMNS = ("posts", "edges", "whole", "processor", "work", "MB", "join", "toolkit whole")
COLUMNS += ("toolkit processor", "toolkit work", "times whole", "times processor", "times work")
DAYS = 7  # over which objects appear

# What `sayso amplification coshare` does, twice in one process: the second time nothing is loaded.
OURS = """
import json, sys, time
from pathlib import Path
from graph.amplification.load import load
from graph.amplification.mapping import preset
from graph.amplification.asking import parameters
from graph.amplification.parts import write_pass
from graph.amplification.posts import open_posts
took = []
for path in (sys.argv[3], sys.argv[1]):
    began = time.perf_counter()
    asked = parameters("co-share", "repost", int(sys.argv[4]) * 1_000_000)
    with open_posts() as posts:
        load(posts, Path(path), preset("cnt"), only=asked.columns)
        write_pass(posts, asked, Path(sys.argv[2]))
    took.append(time.perf_counter() - began)
print(json.dumps({"work": took[-1]}))
"""
# The join forms every pair of posts on an object in one bucket of the window or its neighbour.
JOIN = """
COPY (
    WITH posts AS (
        SELECT message_id AS id, user_id AS account, repost_id AS object, timestamp AS time,
               timestamp // {window} AS bucket
        FROM read_csv('{posts}') WHERE repost_id IS NOT NULL
    ), near AS (SELECT id, account, object, time, bucket + unnest([-1, 0, 1]) AS bucket FROM posts)
    SELECT a.account AS source, b.account AS target, count(DISTINCT a.id) AS weight
    FROM posts AS a JOIN near AS b USING (object, bucket)
    WHERE a.account <> b.account AND abs(a.time - b.time) <= {window}
    GROUP BY source, target ORDER BY source, target
) TO '{out}' (HEADER)
"""


class Measured(NamedTuple):
    """One process: seconds from its start to its end, of processors, of work; peak memory."""

    whole: float
    processor: float
    work: float
    megabytes: float


class Density(NamedTuple):
    """How much there is to find: seconds to a repost and posts of an account, on average.

    In skewed data the n-th object is as frequent as n to the power of -`skew`.
    """

    delay: int
    each: int
    skew: float


def make_posts(count: int, path: Path, density: Density, *, skewed: bool) -> None:
    """Write reposts of objects, of which each has 20 on average, in the toolkit's columns.

    Skewed, the n-th account is as frequent as n to the power of -0.75.
    """
    chance = np.random.default_rng(5)
    accounts, objects = max(count // density.each, 10), max(count // 20, 10)
    account = _draw(chance, accounts, count, 0.75 if skewed else 0.0)
    object_ = _draw(chance, objects, count, density.skew if skewed else 0.0)
    born = chance.integers(0, DAYS * 86_400, objects)
    moment = born[object_] + chance.exponential(density.delay, count).astype(np.int64)
    columns = {"a": account, "o": object_, "t": moment, "i": np.arange(count)}
    with duckdb.connect() as connection:
        connection.register("made", columns)
        connection.execute(
            "COPY (SELECT i AS message_id, 'u' || a AS user_id, 'name ' || a AS username, "
            "'r' || o AS repost_id, '' AS reply_id, 'What people say of topic ' || o AS message, "
            "t AS timestamp, 'https://example.org/' || o AS urls FROM made ORDER BY t, i) "
            f"TO '{path}' (HEADER)"
        )


def _draw(chance: np.random.Generator, kinds: int, count: int, skew: float) -> NDArray[np.int64]:
    """So many of the kinds, the n-th of which is as frequent as n to the power of -`skew`."""
    weights = np.arange(1, kinds + 1) ** -skew
    return np.searchsorted(np.cumsum(weights / weights.sum())[:-1], chance.random(count))


def measure(command: list[str]) -> Measured:
    """Run a command that prints its seconds of work as JSON, if it does."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        told = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[:4]} ended with {process.returncode}")
    whole = time.perf_counter() - began
    work = json.loads(told)["work"] if told.startswith(b"{") else whole
    return Measured(whole, used.ru_utime + used.ru_stime, work, used.ru_maxrss / 1024)


def same_edges(*files: Path) -> bool:
    """Whether all of them hold the same edges with the same weights."""
    first, *others = (f"SELECT source, target, weight FROM '{file}'" for file in files)
    with duckdb.connect() as connection:
        return not any(
            connection.execute(f"({one}) EXCEPT ALL ({another}) LIMIT 1").fetchall()
            for other in others
            for one, another in ((first, other), (other, first))
        )


def compare(count: int, folder: Path, density: Density, *, skewed: bool, with_peer: bool) -> None:
    posts, small = folder / "posts.csv", folder / "small.csv"
    make_posts(count, posts, density, skewed=skewed)
    make_posts(1_000, small, density, skewed=skewed)
    ours, joined, theirs = folder / "ours.csv", folder / "joined.csv", folder / "theirs.csv"
    sayso = str(Path(sys.executable).with_name("sayso"))
    command = [sayso, "amplification", "coshare", str(posts), "--preset", "cnt"]
    command += ["--object", "repost", "--window", f"{WINDOW}s", "--out", str(ours)]
    cold = measure(command)
    warm = measure([sys.executable, "-c", OURS, str(posts), str(ours), str(small), str(WINDOW)])
    edges = sum(1 for _ in ours.open(encoding="utf-8")) - 1
    name = f"{count:,} {'skewed' if skewed else 'uniform'}"
    cells = [name, f"{edges:,}", f"{cold.whole:.2f}", f"{cold.processor:.2f}", f"{warm.work:.2f}"]
    cells.append(f"{cold.megabytes:,.0f}")
    if with_peer:
        began = time.perf_counter()
        with duckdb.connect() as connection:
            connection.execute(JOIN.format(posts=posts, out=joined, window=WINDOW))
        join = time.perf_counter() - began
        peer = measure(
            [str(PEER), str(RUNNER), str(posts), str(theirs), str(WINDOW), str(os.cpu_count())]
        )
        if not same_edges(ours, theirs, joined):
            raise SystemExit(f"{name}: the edges differ")
        cells += [f"{join:.2f}", f"{peer.whole:.2f}", f"{peer.processor:.2f}", f"{peer.work:.2f}"]
        cells.append(f"{peer.whole / cold.whole:.1f}")
        cells.append(f"{peer.processor / cold.processor:.1f}")
        cells.append(f"{peer.work / warm.work:.0f}")
    print(" | ".join(cells), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[100_000, 1_000_000])
    parser.add_argument("--alone", type=int, nargs="*", default=[10_000_000])
    parser.add_argument("--delay", type=int, default=21_600, help="mean seconds to a repost")
    parser.add_argument("--each", type=int, default=20, help="mean posts of an account")
    parser.add_argument("--skew", type=float, default=0.75, help="how unequal skewed objects are")
    given = parser.parse_args()
    with_peer = PEER.exists()
    if not with_peer:
        print(f"{PEER} is not there (`make bench` makes it): measuring Sayso alone")
    print(" | ".join(COLUMNS))
    density = Density(given.delay, given.each, given.skew)
    with tempfile.TemporaryDirectory() as name:
        for count in (*given.sizes, *given.alone):
            for skewed in (False, True):
                peer = with_peer and count in given.sizes
                compare(count, Path(name), density, skewed=skewed, with_peer=peer)


if __name__ == "__main__":
    main()
