"""Threads by one author: numbered posts below a line that says whose they are."""

from __future__ import annotations

import re

from ingest.nlp.claim_layout import lines
from ingest.nlp.findings import Findings
from ingest.nlp.transcripts import Turn

_NUMBER = re.compile(r"\(?(\d{1,3})\s?(?:[/.)]\s?(?:\d{1,3})?)\s")
_FEWEST = 3
_HEAD = 4  # lines in which the author is named


def find(found: Findings) -> list[Turn]:
    """The posts of a numbered thread as turns of its author; none where nobody is named."""
    tokens = found.tokens
    spans = list(lines(tokens))
    numbered = [
        (n, int(match.group(1)), match.end())
        for n, (start, end) in enumerate(spans)
        if (match := _NUMBER.match(tokens.span_text(start, end)))
    ]
    counts = [number for _, number, _ in numbered]
    if len(counts) < _FEWEST or counts != list(range(counts[0], counts[0] + len(counts))):
        return []
    author = _author(found, spans[: min(numbered[0][0], _HEAD)])
    if author is None:
        return []
    turns: list[Turn] = []
    for (n, _, length), following in zip(numbered, [*numbered[1:], None], strict=True):
        start, end = spans[n]
        offset = tokens.starts[start] + length
        first = next((i for i in range(start, end) if tokens.starts[i] >= offset), end)
        stop = spans[(following[0] if following is not None else len(spans)) - 1][1]
        turns.append(Turn(first, stop, author, is_post=True))
    return turns


def _author(found: Findings, head: list[tuple[int, int]]) -> str | None:
    """Whose thread the lines above it say it is: "Thread by @marsh_watch"."""
    tokens = found.tokens
    for start, end in head:
        named = [m for i in range(start, end) if (m := found.holder[i]) and m.kind == "name"]
        channels = [m.entity for m in named if m.entity in found.channels]
        if channels and any(text.startswith("@") for text in tokens.text[start:end]):
            return channels[0]
    return None
