"""The same texts give the same findings in any batch, in any order and in any process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from graph.model import Document
from ingest.extract import Extractor
from ingest.extraction import Extraction
from ingest.readers import read

EXAMPLES = Path(__file__).parents[2] / "examples"
PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from tests.pipeline.test_determinism import documents, printed
from ingest.extract import Extractor
for line in printed(Extractor().pipe(documents(), batch_size=4)):
    sys.stdout.buffer.write(line.encode() + b"\\n")
"""


def documents() -> list[Document]:
    """The example articles, every form and style the project has."""
    return [item for item in read(EXAMPLES) if isinstance(item, Document)]


def printed(extractions: Iterable[tuple[Document, Extraction]]) -> list[str]:
    """One line a document, in the order of their ids."""
    lines = {
        document.id: json.dumps(found.to_json(), ensure_ascii=False)
        for document, found in extractions
    }
    return [lines[id_] for id_ in sorted(lines)]


@pytest.fixture(scope="module")
def alone() -> list[str]:
    """What each article gives by itself."""
    extractor = Extractor()
    return printed((document, extractor.extract(document)) for document in documents())


@pytest.mark.parametrize(("batch_size", "order"), [(1, 1), (3, -1), (32, 1)])
def test_batches_of_any_size_and_order_give_what_each_text_gives_alone(
    alone: list[str], batch_size: int, order: int
) -> None:
    assert len(alone) > 5
    assert printed(Extractor().pipe(documents()[::order], batch_size=batch_size)) == alone


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_with_other_hashes_gives_the_same(alone: list[str], seed: str) -> None:
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, root],
        capture_output=True,
        check=True,
        cwd=root,
        env={"PYTHONHASHSEED": seed, "PATH": ""},
    )
    assert done.stdout.decode().splitlines() == alone
