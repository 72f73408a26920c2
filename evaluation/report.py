"""Show scores as tables for people and as JSON for machines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.table import Table

from evaluation.score import Scores
from evaluation.tally import Tally

_ROWS = {
    "mentions": "mentions, typed",
    "nodes": "canonical nodes",
    "channels": "channels",
    "channel_number": "  number and bound",
    "claims": "claim spans",
    "claim_speaker": "  with its speaker",
    "stance": "  stance",
    "claim_date": "  date",
    "relations": "relations",
}
_ONLY_RECALL = {"claim_speaker"}
_ONLY_PRECISION = {"channel_number", "stance", "claim_date"}


def measures_table(sets: Mapping[str, Scores]) -> Table:
    """One row a measure for each set of documents: precision, recall, F and the counts."""
    table = _table("Extraction against gold")
    for name, scores in sets.items():
        for measure, label in _ROWS.items():
            tally = scores.measures[measure]
            precision = "" if measure in _ONLY_RECALL else _share(tally.precision)
            recall = "" if measure in _ONLY_PRECISION else _share(tally.recall)
            f = _share(tally.f) if precision and recall else ""
            table.add_row(name, label, precision, recall, f, *_counts(tally))
        table.add_section()
    return table


def relations_table(sets: Mapping[str, Scores]) -> Table:
    """One row a relation type for each set; "wrong" counts the type that was found."""
    table = _table("Relations by type")
    for name, scores in sets.items():
        for type_, tally in scores.relation_types.items():
            shares = (_share(tally.precision), _share(tally.recall), _share(tally.f))
            table.add_row(name, type_, *shares, *_counts(tally))
        table.add_section()
    return table


def as_json(sets: Mapping[str, Scores]) -> dict[str, Any]:
    """Counts and shares of every set, by measure and by relation type."""
    return {
        name: {
            "measures": {key: _record(tally) for key, tally in scores.measures.items()},
            "relation_types": {key: _record(t) for key, t in scores.relation_types.items()},
        }
        for name, scores in sets.items()
    }


def markdown(sets: Mapping[str, Scores]) -> str:
    """The measures as docs/evaluation.md records them: precision / recall / F of each set."""
    lines = ["| measure | " + " | ".join(sets) + " |", "|---" * (len(sets) + 1) + "|"]
    for measure, label in _ROWS.items():
        cells = (" / ".join(_shares(measure, scores.measures[measure])) for scores in sets.values())
        lines.append(f"| {label.strip()} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _shares(measure: str, tally: Tally) -> list[str]:
    """The shares that mean something for this measure."""
    if measure in _ONLY_RECALL:
        return [_share(tally.recall)]
    if measure in _ONLY_PRECISION:
        return [_share(tally.precision)]
    return [_share(tally.precision), _share(tally.recall), _share(tally.f)]


def _table(title: str) -> Table:
    table = Table(title=title, title_justify="left")
    for heading in ("set", "measure"):
        table.add_column(heading, no_wrap=True)
    for heading in ("P", "R", "F", "right", "wrong", "missed"):
        table.add_column(heading, justify="right", no_wrap=True)
    return table


def _share(value: float) -> str:
    return f"{value:.2f}"


def _counts(tally: Tally) -> tuple[str, str, str]:
    return str(tally.right), str(tally.wrong), str(tally.missed)


def _record(tally: Tally) -> dict[str, float]:
    return {
        "right": tally.right,
        "wrong": tally.wrong,
        "missed": tally.missed,
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f": round(tally.f, 4),
    }
