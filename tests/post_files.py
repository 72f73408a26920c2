"""Files of posts as `load` reads them."""

from __future__ import annotations

from pathlib import Path

from graph.amplification.load import load
from graph.amplification.mapping import preset
from graph.amplification.posts import open_posts

Rows = list[tuple[object, ...]]
Aside = list[tuple[int, str]]


def loaded(path: Path, name: str = "cnt", **asked: object) -> tuple[Rows, Aside]:
    """The ids and links of a file, and its rows set aside."""
    with open_posts() as posts:
        report = load(posts, path, preset(name), **asked)  # type: ignore[arg-type]
        kept = posts.rows("SELECT id, links FROM posts ORDER BY id")
    return kept, [(row.line, row.reason) for row in report.quarantined]
