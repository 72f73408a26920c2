"""Interviews printed as a dialogue: paragraphs that open with a dash, question and answer."""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.layout.transcripts import Turn
from ingest.nlp.tokens import Tokens

_DASHES = frozenset(["—", "–", "-", "―"])
_FEWEST = 4  # paragraphs with a dash that make a dialogue
_SHARE = 0.7  # of the questions that must fall on one side of the alternation


def find(found: Findings) -> list[Turn]:
    """The answers of an interview as turns of the person interviewed; none where it is none."""
    tokens = found.tokens
    paragraphs = _dashed(tokens)
    if len(paragraphs) < _FEWEST:
        return []
    speaker = interviewed(found, paragraphs[0][0])
    if speaker is None:
        return []
    asked = [_asks(tokens, *paragraph) for paragraph in paragraphs]
    even = sum(asked[0::2])
    total = sum(asked)
    if total == 0:
        return []
    if max(even, total - even) >= _SHARE * total and len(set(asked)) == 2:
        first = 1 if even * 2 >= total else 0
        answers = paragraphs[first::2]
    else:
        answers = [p for p, question in zip(paragraphs, asked, strict=True) if not question]
    return [Turn(start + 1, end, speaker) for start, end in answers]


def _dashed(tokens: Tokens) -> list[tuple[int, int]]:
    """First and past-the-last token of every paragraph that opens with a dash."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for index, text in enumerate(tokens.text):
        begins = index == 0 or "\n" in tokens.text[index - 1]
        if begins and start is not None and not text.isspace():
            found.append((start, index - 1))
            start = None
        if begins and text in _DASHES:
            start = index
    if start is not None:
        found.append((start, len(tokens)))
    return found


def _asks(tokens: Tokens, start: int, end: int) -> bool:
    last = next((i for i in range(end - 1, start, -1) if not tokens.text[i].isspace()), start)
    return "?" in tokens.text[last]


def interviewed(found: Findings, before: int) -> str | None:
    """The person the introduction speaks of most; "he" and "she" count."""
    counted = {
        entity.id: sum(mention.start < before for mention in entity.mentions)
        for entity in found.entities.values()
        if entity.type == "Person"
    }
    best = max(counted, key=lambda id_: (counted[id_], id_), default=None)
    return best if best is not None and counted[best] else None
