"""From a cold start: `sayso extract` of one article against loading the spaCy pipeline alone.

    python bench/cold_start.py [--rounds 5]

Each is a fresh Python process, in turns, after a round that fills the file cache. What loading
takes is told twice: a process that imports spaCy, loads the pipeline and ends, and in it the call
of `spacy.load` itself.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from corpus import MODEL, ROOT, setting
from rich.console import Console
from rich.table import Table

TARGET = 3.0
LOAD = f"""
import time
import spacy
begin = time.process_time()
spacy.load({MODEL!r})
print(time.process_time() - begin)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of one process, and what it printed."""

    processor: float
    wall: float
    output: str


def run(*command: str) -> Run:
    before, begin = os.times(), time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    wall, after = time.perf_counter() - begin, os.times()
    used = after.children_user + after.children_system
    used -= before.children_user + before.children_system
    return Run(used, wall, done.stdout)


def measure(rounds: int) -> Table:
    sayso = str(Path(sys.executable).with_name("sayso"))
    article = str(ROOT / "examples" / "opinion-one-message.txt")
    pairs = [
        (run(sys.executable, "-c", LOAD), run(sayso, "extract", article)) for _ in range(rounds + 1)
    ][1:]
    table = Table(title=f"Cold start, medians of {rounds} rounds")
    for column in ("", "processor s", "wall s", "ratio by processor", "ratio by wall"):
        table.add_column(column, justify="right" if column else "left")
    loads, extracts = zip(*pairs, strict=True)
    table.add_row("spacy.load, the call", _median([float(r.output) for r in loads]), "", "", "")
    for name, runs in (("import spacy, spacy.load", loads), ("sayso extract", extracts)):
        ratios = [
            statistics.median(
                getattr(r, kind) / getattr(p, kind) for r, p in zip(runs, loads, strict=True)
            )
            for kind in ("processor", "wall")
        ]
        table.add_row(
            name,
            _median([r.processor for r in runs]),
            _median([r.wall for r in runs]),
            *(f"{ratio:.2f}" for ratio in ratios),
        )
    return table


def _median(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Cold start against spacy.load.")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    console = Console()
    console.print(measure(options.rounds))
    console.print(f"Target: below {TARGET:.0f} times what loading the pipeline takes.")
    console.print(setting())


if __name__ == "__main__":
    main()
