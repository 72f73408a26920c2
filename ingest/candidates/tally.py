"""What became of the proposals of each model over a whole run, in numbers and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ingest.extraction import Extraction

_DROPPED, _FAILED = "dropped: ", "failed: "
Tally = dict[str, Counter[str]]
"""By model: "accepted", "merged", and "dropped: " or "failed: " with each reason."""


def add(tally: Tally, extraction: Extraction) -> None:
    """Add what one document's extraction tells of its models."""
    for counts in extraction.candidates:
        total = tally.setdefault(counts.source, Counter())
        total.update({"accepted": counts.accepted, "merged": counts.merged})
        total.update({f"{_DROPPED}{why}": many for why, many in counts.dropped.items()})
        total.update({f"{_FAILED}{why}": many for why, many in counts.failed.items()})


def sentences(tally: Tally) -> Iterator[str]:
    """A sentence a model, as in "llm m proposed 3: 1 accepted, 1 merged, 1 dropped (...)."."""
    for source, total in sorted(tally.items()):
        dropped, failed = _reasons(total, _DROPPED), _reasons(total, _FAILED)
        accepted, merged, lost = total["accepted"], total["merged"], sum(dropped.values())
        yield (
            f"{source} proposed {accepted + merged + lost:,}: {accepted:,} accepted, "
            f"{merged:,} merged, {lost:,} dropped{_listed(dropped)}; "
            f"{sum(failed.values()):,} without a usable answer{_listed(failed)}."
        )


def _reasons(total: Mapping[str, int], kind: str) -> dict[str, int]:
    return {key.removeprefix(kind): many for key, many in total.items() if key.startswith(kind)}


def _listed(reasons: Mapping[str, int]) -> str:
    told = ", ".join(f"{many:,} {why}" for why, many in sorted(reasons.items()))
    return f" ({told})" if told else ""
