"""Headings that name whose quotations follow, as digests of talk shows and reactions print them.

"Otto Kern on Morning Line" on a line of its own, then quotations in paragraphs or bullets of their
own, some with a label before them ("- On the ban: “It works.”").
"""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.layout.blocks import lines
from ingest.nlp.layout.quotes import Quote
from ingest.nlp.marks import DOUBLE_CLOSING, DOUBLE_OPENING
from ingest.nlp.tokens import Tokens

_MOST_HEADING = 16  # tokens
_MOST_LABEL = 10  # tokens before the colon of "On the state of talks: “We are ready.”"
_SENTENCE_ENDS = DOUBLE_CLOSING | {".", "!", "?", ",", ";"}


def speaker_above(found: Findings, quote: Quote) -> str | None:
    """The one person whom the heading above a line of quotations names; None where none does."""
    tokens = found.tokens
    above = [(start, end) for start, end in lines(tokens) if start <= quote.start]
    if not above or not _is_quoted(tokens, *above.pop()):
        return None
    while above:
        start, end = above.pop()
        if not _is_quoted(tokens, start, end):
            return named(found, start, end)
    return None


def _is_quoted(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a line is a quotation, behind a bullet or a label at most."""
    opening = next((i for i in range(start, end) if tokens.text[i] in DOUBLE_OPENING), None)
    if opening is None or opening - start > _MOST_LABEL:
        return False
    label = [i for i in range(start, opening) if tokens.text[i][0].isalnum()]
    return not label or tokens.text[opening - 1] == ":"


def named(found: Findings, start: int, end: int) -> str | None:
    """The one person a heading names; who else stands in it is asked or spoken of."""
    tokens = found.tokens
    if end - start > _MOST_HEADING or tokens.text[end - 1] in _SENTENCE_ENDS:
        return None
    if clauses.is_finite(tokens, start, end):
        return None
    people: list[Mention] = []
    for index in range(start, end):
        person = found.person_at(index)
        if person is not None and person.start == index:
            people.append(person)
    return people[0].entity if len({p.entity for p in people}) == 1 else None
