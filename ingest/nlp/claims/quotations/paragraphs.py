"""The quotations of a text, each with whoever says it, over all their paragraphs."""

from __future__ import annotations

from dataclasses import replace

from ingest.nlp.claims.quotations import neighbours
from ingest.nlp.claims.quotations.quoted import Attribution, attribute
from ingest.nlp.layout import blocks
from ingest.nlp.layout.quotes import Quote
from ingest.nlp.tokens import Tokens


def attributed(tokens: Tokens, quotes: list[Quote], spoken: list[bool]) -> list[Attribution]:
    """Whose words those of the quotations are that are `spoken`.

    Who is named behind the last paragraph of a quotation said those before it, which no mark
    closes, and those before a clause that tells more of them: "“It fell,” which Quill doubts, “and
    burned,” Kern said".
    """
    paragraphs = blocks.paragraphs(tokens)
    given: dict[int, Attribution] = {}
    for position, quote in enumerate(quotes):
        if spoken[position]:
            low, high = blocks.around(tokens, paragraphs, quote)
            attribution = attribute(tokens, quotes, position, low, high)
            if attribution is not None:
                given[position] = attribution
    for position in reversed(given):
        one, last = given[position], given.get(position + 1)
        if last is None or last.same_as_before or one.cue:
            continue
        parted = neighbours.tells_of(tokens, one.quote.outer[1])
        if last.quote.continued or (parted and tokens.text[last.quote.outer[0] - 1] == ","):
            given[position] = replace(last, quote=one.quote, start=one.start, end=one.end)
    return list(given.values())
