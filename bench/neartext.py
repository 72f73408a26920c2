"""Nearly equal texts: time and memory as posts grow, and what is found beside comparing all pairs.

    python bench/neartext.py [--sizes 100000 1000000] [--sample 5000]

Posts are made up of 8 to 24 words each, drawn from 50,000 words of which few are frequent, as in
any language. Three in ten are copies of earlier ones with up to two words changed, and some are
copied thousands of times. Recall is the share of pairs with a similarity of at least 0.8, found by
comparing every two of a sample, that are in one group.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from graph.amplification.neartext import THRESHOLD, near_texts
from graph.amplification.posts import Posts, open_posts

WORDS = 50_000


def make_texts(count: int) -> NDArray[np.object_]:
    chance = np.random.default_rng(3)
    weights = 1 / np.arange(1, WORDS + 1)
    originals = int(count * 0.7)
    lengths = chance.integers(8, 25, originals)
    words = chance.choice(WORDS, lengths.sum(), p=weights / weights.sum())
    texts = np.split(words, np.cumsum(lengths)[:-1])
    for source in (chance.zipf(1.5, count - originals) - 1) % originals:
        copy = texts[source].copy()
        for _ in range(chance.integers(0, 3)):
            copy[chance.integers(len(copy))] = chance.integers(WORDS)
        texts.append(copy)
    return np.array([" ".join(f"w{word}" for word in text) for text in texts], dtype=object)


def fill(posts: Posts, texts: NDArray[np.object_]) -> None:
    posts.connection.register("made", {"i": np.arange(len(texts)), "text": texts})
    posts.connection.execute(
        "INSERT INTO posts (id, channel, time, text) "
        "SELECT i, 'c', make_timestamp(0), text FROM made ORDER BY i"
    )
    posts.connection.unregister("made")


def one_size(count: int) -> None:
    """Print seconds, processor seconds and groups for so many posts; a process of its own."""
    with open_posts() as small:
        fill(small, make_texts(1_000))
        near_texts(small)
    with open_posts() as posts:
        fill(posts, make_texts(count))
        began, worked = time.perf_counter(), time.process_time()
        found = near_texts(posts)
        took, worked = time.perf_counter() - began, time.process_time() - worked
    print(took, worked, len(np.unique(found.group)), len(found.left))


def recall(sample: int) -> tuple[int, float]:
    """How many similar pairs a sample has, and the share of them that are in one group."""
    texts = make_texts(sample)
    with open_posts() as posts:
        fill(posts, texts)
        found = near_texts(posts)
    group = dict(zip(found.post.tolist(), found.group.tolist(), strict=True))
    words = [frozenset(text.split()) for text in texts]
    similar = [
        (a, b)
        for a, b in combinations(range(sample), 2)
        if len(words[a] & words[b]) >= THRESHOLD * len(words[a] | words[b])
    ]
    return len(similar), sum(group[a] == group[b] for a, b in similar) / len(similar)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[100_000, 1_000_000])
    parser.add_argument("--sample", type=int, default=5_000)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        one_size(given.one)
        return
    table = Table()
    for column in ("posts", "seconds", "processor", "groups", "links", "MB in all"):
        table.add_column(column, justify="right")
    for count in given.sizes:
        command = [sys.executable, __file__, "--one", str(count)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            told = process.stdout.read().split() if process.stdout else []
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        took, worked, groups, links = told
        table.add_row(
            f"{count:,}", f"{float(took):.1f}", f"{float(worked):.1f}",
            f"{int(groups):,}", f"{int(links):,}", f"{used.ru_maxrss / 1024:,.0f}",
        )  # fmt: skip
    pairs, share = recall(given.sample)
    Console().print(table)
    Console().print(f"Recall of {pairs:,} similar pairs among {given.sample:,}: {share:.4f}")


if __name__ == "__main__":
    main()
