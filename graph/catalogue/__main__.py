"""Writes docs/queries.md of a checkout: `python -m graph.catalogue`."""

from pathlib import Path

from graph.catalogue import load_catalogue, reference

if __name__ == "__main__":
    page = Path(__file__).parents[2] / "docs" / "queries.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(reference(load_catalogue()), encoding="utf-8")
