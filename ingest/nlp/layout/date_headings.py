"""Dates that head a stretch, "Monday, 3 June" over a section, or stand at the foot of a post."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from ingest.nlp.findings import DateMention, Findings
from ingest.nlp.layout import embedded
from ingest.nlp.layout.blocks import bracketing, paragraphs
from ingest.nlp.tokens import Tokens

_MOST_TOKENS = 24
_FEWEST_SECTIONS = 2
_YEAR = 4  # digits
_ENDS = frozenset((".", ":", "—", "–"))
# A page's own date, and what stands under pictures and at the foot.
_NO_HEADINGS = frozenset(
    ("published", "posted", "updated", "date", "photo", "image", "source", "by", "[", "accessed")
)


@dataclass(frozen=True, slots=True)
class Headed:
    """Tokens `start` up to `end` have the date `edtf` at their head or foot."""

    start: int
    end: int
    edtf: str


def headed(found: Findings) -> list[Headed]:
    """The stretches that have a date for their head, in text order.

    A paragraph may open with it, before a full stop or colon; a line of its own heads all that
    follows up to the next such line, where the text has several. Under a post copied into an
    article it stands at the foot: "— Ada Quill (@adaquill) August 2, 2022".
    """
    tokens = found.tokens
    starts = paragraphs(tokens)
    posts = list(embedded.signed(found))
    feet = {post.date.start for post in posts}
    inline = [Headed(post.start, post.end, post.date.edtf) for post in posts]
    sections: list[tuple[int, str]] = []
    for date in found.dates:
        if date.precision not in ("day", "month") or date.start in feet:
            continue
        position = bisect_right(starts, date.start) - 1
        start = starts[position]
        end = starts[position + 1] if position + 1 < len(starts) else len(tokens)
        head = _head(tokens, start, end, date)
        if head is None:
            continue
        if any(tokens.pos[i] not in ("SPACE", "PUNCT") for i in range(head, end)):
            inline.append(Headed(head, end, date.edtf))
        elif tokens.text[head - 1] != ".":
            sections.append((head, date.edtf))
    if len(sections) < _FEWEST_SECTIONS:
        sections = []
    stops = [*(start for start, _ in sections[1:]), len(tokens)]
    return inline + [
        Headed(start, stop, edtf) for (start, edtf), stop in zip(sections, stops, strict=False)
    ]


def _head(tokens: Tokens, start: int, end: int, date: DateMention) -> int | None:
    """The token after the verbless words that open a paragraph and hold the date."""
    if tokens.lower[start] in _NO_HEADINGS:
        return None
    if _runs_in(tokens, start, end, date):
        return date.end
    depth = 0
    for index in range(start, min(end, start + _MOST_TOKENS)):
        text = tokens.text[index]
        depth += bracketing(text)
        if tokens.pos[index] in ("VERB", "AUX") and depth <= 0:
            return None
        if index >= date.end and depth <= 0 and text[-1] in _ENDS:
            return index + 1
    return end if date.end <= end <= start + _MOST_TOKENS else None


def _runs_in(tokens: Tokens, start: int, end: int, date: DateMention) -> bool:
    """Whether a paragraph opens with a day and year that no mark parts from its first sentence.

    As in "April 22, 2022 In fact, the channels have grown".
    """
    if date.start != start or date.precision != "day" or date.end >= end:
        return False
    dated = any(len(text) == _YEAR and text.isdigit() for text in tokens.text[start : date.end])
    return dated and tokens.text[date.end][0].isupper()
