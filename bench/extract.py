"""Extraction speed: all of Sayso's components against the bare spaCy pipeline on the same texts.

    python bench/extract.py [--words 60000] [--rounds 5]

Both read the same articles in turns, Sayso from the text to finished records, spaCy from the text
to parsed Docs in its own batch size, after a round that is not counted. The processor time of the
process is what the ratio rests on, since other programs do not change it; wall time stands beside
it. The second table says where the time of Sayso's own components goes.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import spacy
from corpus import MODEL, count_words, documents, sample, setting
from rich.console import Console
from rich.table import Table
from spacy.language import Language

from graph.model import Document
from ingest.extract import Extractor
from ingest.extraction import from_findings
from ingest.nlp.findings import findings

TARGET = 0.85


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of one pass over the texts."""

    processor: float
    wall: float


def timed(work: Callable[[], object]) -> Took:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Took(time.process_time() - processor, time.perf_counter() - wall)


def compare(extractor: Extractor, bare: Language, texts: list[str], rounds: int) -> Table:
    articles = documents(texts)

    def ours() -> None:
        for _ in extractor.pipe(articles):
            pass

    def theirs() -> None:
        for _ in bare.pipe(texts):
            pass

    pairs = [(timed(theirs), timed(ours)) for _ in range(rounds + 1)][1:]
    words = count_words(texts)
    table = Table(
        title=f"Extraction of {len(texts)} articles, {words:,} words, medians of {rounds} rounds"
    )
    for column in ("", "words/s of processor", "words/s of wall time"):
        table.add_column(column, justify="right" if column else "left")
    for name, took in (
        ("spaCy alone", [theirs for theirs, _ in pairs]),
        ("Sayso, all components", [ours for _, ours in pairs]),
    ):
        processor = statistics.median(words / t.processor for t in took)
        wall = statistics.median(words / t.wall for t in took)
        table.add_row(name, f"{processor:,.0f}", f"{wall:,.0f}")
    by_processor = [theirs.processor / ours.processor for theirs, ours in pairs]
    by_wall = [theirs.wall / ours.wall for theirs, ours in pairs]
    table.add_row("ratio", _spread(by_processor), _spread(by_wall), style="bold")
    return table


def _spread(ratios: list[float]) -> str:
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


def parts(extractor: Extractor, texts: list[str]) -> Table:
    """Processor time of every component on the same texts, one at a time."""
    seconds: Counter[str] = Counter()
    for article in documents(texts):
        _walk(extractor.nlp, article, seconds)
    total = seconds.total()
    table = Table("component", "share of the time", title="Where the time goes, articles singly")
    table.columns[1].justify = "right"
    own = {k: v for k, v in seconds.items() if k.startswith("sayso_") or k == "records"}
    table.add_row("spaCy", f"{1 - sum(own.values()) / total:.1%}")
    for name, spent in sorted(own.items(), key=lambda item: -item[1]):
        table.add_row(name.removeprefix("sayso_"), f"{spent / total:.1%}")
    return table


def _walk(nlp: Language, article: Document, seconds: Counter[str]) -> None:
    begin = time.process_time()
    doc = nlp.make_doc(article.text)
    seconds["tokenizer"] += time.process_time() - begin
    for name, component in nlp.pipeline:
        begin = time.process_time()
        doc = component(doc)
        seconds[name] += time.process_time() - begin
    begin = time.process_time()
    from_findings(article, findings(doc))
    seconds["records"] += time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description="Extraction speed against the bare pipeline.")
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    texts = sample(options.words)
    extractor, bare = Extractor(model=MODEL), spacy.load(MODEL)
    console = Console()
    console.print(compare(extractor, bare, texts, options.rounds))
    console.print(f"Target: a ratio of at least {TARGET}.")
    console.print(parts(extractor, texts))
    console.print(setting())


if __name__ == "__main__":
    main()
