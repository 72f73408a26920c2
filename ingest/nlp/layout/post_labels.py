"""Posts printed with their channel before them: "@handle (12 May, 14:05): ..."."""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.layout.blocks import bracketing, paragraphs
from ingest.nlp.layout.transcripts import Turn
from ingest.nlp.tokens import Tokens

_MOST_TOKENS = 30  # of a label, with what stands in its brackets
_MOST_BEFORE = 8  # tokens before the name: a number, a time, "the Telegram channel"
_FEWEST_WORDS = 3
_FEWEST_LABELS = 2  # lines of their own that make a thread


def find(found: Findings) -> list[Turn]:
    """Each post as a turn of its channel, none where the text prints no post so.

    A label ends in a colon and heads its paragraph, or it is a handle on a line of its own and
    heads everything down to the next one.
    """
    tokens = found.tokens
    starts = paragraphs(tokens)
    turns: list[Turn] = []
    lines: list[tuple[int, int, str]] = []
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        while end > start and tokens.pos[end - 1] == "SPACE":
            end -= 1
        name = _named_first(found, start, end)
        if name is None:
            continue
        colon = _colon(tokens, name.start, min(end, start + _MOST_TOKENS))
        if colon is None or colon == end - 1:
            handle = any(text.startswith("@") for text in tokens.text[start:end])
            headed = handle or colon is not None
            if headed and end - start <= _MOST_TOKENS and _is_bare(tokens, start, end):
                lines.append((start, end, name.entity))
        elif _is_bare(tokens, start, colon) and _says(tokens, colon + 1, end):
            turns.append(Turn(colon + 1, end, name.entity, is_post=True))
    if 2 * sum(tokens.text[turn.end - 1].endswith("?") for turn in turns) > len(turns):
        turns = []  # "Otter Daily: What happened?" asks in an interview
    if len(lines) >= _FEWEST_LABELS:
        stops = [*(start for start, _, _ in lines[1:]), len(tokens)]
        threads = zip(lines, stops, strict=True)
        turns += [
            Turn(end, stop, who, is_post=True)
            for (_, end, who), stop in threads
            if _says(tokens, end, stop)
        ]
    return sorted(turns, key=lambda turn: turn.start)


def _named_first(found: Findings, start: int, end: int) -> Mention | None:
    """The mention of the channel that a paragraph begins with."""
    for index in range(start, min(end, start + _MOST_BEFORE)):
        holder = found.holder[index]
        if holder is None or holder.kind not in ("name", "metonym"):
            continue
        words = found.tokens.text[index : index + 2]
        if words[0] == "RT" and words[-1].startswith("@"):
            continue  # "RT @handle": what is passed on is the handle's
        channel = found.channels.get(holder.entity)
        return holder if channel is not None and holder.start == index else None
    return None


def _colon(tokens: Tokens, start: int, end: int) -> int | None:
    """The colon that ends a label: outside brackets, and not inside a time of day."""
    depth = 0
    for index in range(start, end):
        depth += bracketing(tokens.text[index])
        if depth <= 0 and tokens.text[index] in (":", "):", "]:"):
            return index
    return None


def _is_bare(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a stretch is a label and no sentence: no verb outside its brackets."""
    depth = 0
    for index in range(start, end):
        depth += bracketing(tokens.text[index])
        verbal = tokens.pos[index] in ("VERB", "AUX") and tokens.tag[index] != "VBN"
        if depth <= 0 and verbal and not tokens.text[index].startswith("@"):
            return False
    return True


def _says(tokens: Tokens, start: int, end: int) -> bool:
    enough = tokens.words(start, end) >= _FEWEST_WORDS
    return enough and clauses.is_finite(tokens, start, end)
