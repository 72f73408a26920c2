"""Carry offsets from the text Sayso stores to the file as it was annotated."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher

from evaluation.gold import Span

# Typographic variants that normalisation may replace count as the same character.
_FOLD = str.maketrans("“”„«»‘’–—\u00a0…", '"""""\'\'-- .')
# Beyond this length difflib's quadratic exact mode is too slow; its heuristic then suffices.
_EXACT_LIMIT = 40_000


def aligner(stored: str, original: str) -> Callable[[Span], Span | None]:
    """A function from spans of `stored` to spans of `original`; None where nothing corresponds.

    The texts are aligned on their characters other than white space, so that line breaks, blanks
    and quote styles may differ.
    """
    here, there = _solid(stored), _solid(original)
    ours, theirs = "".join(c for _, c in here), "".join(c for _, c in there)
    if ours == theirs:
        position = {a: b for (a, _), (b, _) in zip(here, there, strict=True)}
    else:
        autojunk = len(ours) >= _EXACT_LIMIT
        blocks = SequenceMatcher(None, ours, theirs, autojunk=autojunk).get_matching_blocks()
        position = {
            here[block.a + k][0]: there[block.b + k][0]
            for block in blocks
            for k in range(block.size)
        }

    def carry(span: Span) -> Span | None:
        places = [position[i] for i in range(*span) if i in position]
        return (min(places), max(places) + 1) if places else None

    return carry


def _solid(text: str) -> list[tuple[int, str]]:
    return [(i, c) for i, c in enumerate(text.translate(_FOLD)) if not c.isspace()]
