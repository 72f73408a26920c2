"""Posts that a page embeds, signed at their foot: "— Ada Quill (@adaquill) August 2, 2022"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.nlp import clauses
from ingest.nlp.findings import DateMention, Findings
from ingest.nlp.layout.blocks import lines
from ingest.nlp.layout.transcripts import Turn
from ingest.nlp.tokens import Tokens

_DASHES = frozenset(("—", "–", "-", "--"))
_MOST_NAME = 10  # tokens from the dash to the handle


@dataclass(frozen=True, slots=True)
class Post:
    """Tokens `start` up to `end`, the date at their foot, and who signs where that is known."""

    start: int
    end: int
    date: DateMention
    signer: str | None


def find(found: Findings) -> list[Turn]:
    """Each embedded post as a turn of the person or channel that signs it."""
    named = (post for post in signed(found) if post.signer is not None)
    return [Turn(post.start, post.end, post.signer, is_post=True) for post in named]


def signed(found: Findings) -> Iterator[Post]:
    """Each embedded post with the date of its signature.

    The signature closes the line of the post or stands alone below it, perhaps after an address
    of a picture.
    """
    tokens = found.tokens
    if not found.dates or not any("@" in text for text in tokens.text):
        return
    dates = sorted(found.dates, key=lambda date: date.start)
    starts = [date.start for date in dates]
    above: tuple[int, int] | None = None
    for start, end in lines(tokens):
        at = bisect_left(starts, start)
        date = dates[at] if at < len(dates) and dates[at].end == end else None
        dash = _dash(tokens, start, date.start) if date is not None else None
        if dash is None or date is None:
            above = (start, end)
            continue
        post = (start, dash) if dash > start else above
        signer = found.holder[dash + 1] or found.holder[date.start - 2]
        above = None
        if post is None:
            continue
        stop = _without_addresses(tokens, *post)
        if clauses.is_finite(tokens, post[0], stop):
            yield Post(post[0], stop, date, signer.entity if signer is not None else None)


def _dash(tokens: Tokens, start: int, date: int) -> int | None:
    """The dash before a name and its handle in brackets, right before a date."""
    if date - start < 4 or tokens.text[date - 1] != ")" or tokens.text[date - 2][0] != "@":
        return None
    places = range(date - 3, max(start - 1, date - _MOST_NAME - 1), -1)
    return next((i for i in places if tokens.text[i] in _DASHES), None)


def _without_addresses(tokens: Tokens, start: int, end: int) -> int:
    while end > start and "/" in tokens.text[end - 1] and "." in tokens.text[end - 1]:
        end -= 1
    return end
