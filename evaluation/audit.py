"""Is an annotated document complete? A mention left out would make a true finding an error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evaluation.markup import AnnotationError

_CAPITALISED = re.compile(r"(?<![\w'’-])[^\W\d_a-z][\w'’-]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:“„«`]|\n)(?:\[\d+\]|[\s\"'“”„«»‘’()*•–—-])*$")
_QUOTES = '"“”„«»'


def audit(
    text: str,
    entities: Sequence[Mapping[str, Any]],
    channels: Sequence[Mapping[str, Any]],
    claims: Iterable[Mapping[str, Any]],
    *,
    plain: Sequence[str],
) -> None:
    """Raise `AnnotationError` for a name left unannotated or a claim that keeps its quotes.

    Every occurrence of an annotated name, and every capitalised word inside a sentence, must lie
    in a mention or be listed in `plain` (words that are no mention in this document).
    """
    spans = [(m["start"], m["end"]) for item in [*entities, *channels] for m in item["mentions"]]
    excluded = set(plain)
    names = {
        m["surface"]
        for entity in entities
        for m in entity["mentions"]
        if m["kind"] in ("name", "metonym") and entity["required"]
    }
    names |= {channel["name"] for channel in channels if channel["name"]}
    missed = [
        f"{text[max(0, start - 30) : end + 20]!r}"
        for name in sorted(names - excluded)
        for start, end in _occurrences(name, text)
        if not any(a < end and start < b for a, b in spans)
    ]
    missed += [
        f"{text[max(0, m.start() - 30) : m.end() + 20]!r}"
        for m in _CAPITALISED.finditer(text)
        if m[0].removesuffix("'s").removesuffix("’s") not in excluded
        and not any(a < m.end() and m.start() < b for a, b in spans)
        and not _SENTENCE_START.search(text, max(0, m.start() - 12), m.start())
    ]
    if missed:
        raise AnnotationError("unannotated:\n  " + "\n  ".join(missed))
    for claim in claims:
        inner = claim["text"]
        if inner != inner.strip() or (inner[0] in _QUOTES and inner[-1] in _QUOTES):
            raise AnnotationError(f"{claim['id']} keeps its quotes or spaces: {inner!r}")


def _occurrences(name: str, text: str) -> Iterable[tuple[int, int]]:
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        yield match.span()
