"""Whether time a word and memory stay the same for long documents and for very many short ones.

    python bench/size.py [--posts 100000]

Every line is a process of its own, so that its peak of memory is its own. Long documents are
articles put one behind the other; posts are single sentences of them, each with a number of its
own so that no two are alike. There is no peer: spaCy refuses the longest text.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from corpus import documents, reading, setting, texts
from rich.console import Console
from rich.table import Table

from graph.model import Document
from ingest.extract import Extractor

SIZES = (100_000, 400_000, 1_000_000)
WARM = 1_000  # posts after which the growth of memory counts


def main() -> None:
    parser = argparse.ArgumentParser(description="Time and memory by size of the input.")
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        kind, size = options.measure.split(":")
        print(json.dumps(_long(int(size)) if kind == "long" else _posts(int(size))))
        return
    table = Table(
        "input", "words", "microseconds a word", "peak memory, MB", title="Extraction by size"
    )
    jobs = [(f"one text of {size:,} characters", f"long:{size}") for size in SIZES]
    jobs.append((f"{options.posts:,} posts", f"posts:{options.posts}"))
    for name, job in jobs:
        command = [sys.executable, __file__, "--measure", job]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        took = json.loads(done.stdout)
        each = f"{took['seconds'] / took['words'] * 1e6:.0f}"
        grown = f"{took['peak']:.0f}" + (f" (+{took['grown']:.0f})" if "grown" in took else "")
        table.add_row(name, f"{took['words']:,}", each, grown)
    console = Console()
    console.print(table)
    console.print(f"In brackets: megabytes added after the first {WARM:,} posts.")
    console.print(setting())


def _long(size: int) -> dict[str, float]:
    found = texts()
    text = "\n\n".join(found)
    while len(text) < size:
        text += "\n\n" + text
    (document,) = documents([text[:size]])
    extractor = Extractor()
    extractor.extract(documents(["Oslo is quiet."])[0])
    begin = time.process_time()
    extractor.extract(document)
    seconds = time.process_time() - begin
    return {"words": len(document.text.split()), "seconds": seconds, "peak": _peak()}


def _posts(number: int) -> dict[str, float]:
    extractor = Extractor()
    words = after_warming = 0
    begin = time.process_time()
    for count, (document, _) in enumerate(extractor.pipe(_stream(number)), 1):
        words += len(document.text.split())
        if count == WARM:
            after_warming = _peak()
    seconds = time.process_time() - begin
    peak = _peak()
    return {"words": words, "seconds": seconds, "peak": peak, "grown": peak - after_warming}


def _stream(number: int) -> Iterator[Document]:
    lines = [line for text in reading() or texts() for line in text.split(". ")]
    short = [line.strip() for line in lines if 4 <= len(line.split()) <= 14]
    for count in range(number):
        yield documents([f"{short[count % len(short)]} no{count}."])[0]


def _peak() -> int:
    """The most memory this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
