"""Names that an editor completes in brackets: "[Kenyan President Peter] Mwangi"."""

from __future__ import annotations

from collections.abc import Callable

from ingest.nlp.findings import Findings, Mention

_OPENING = frozenset("[(")
_CLOSING = frozenset("])")
_LINKING = frozenset({"of", "the"})  # "[President of Kenya Peter] Mwangi"
_MOST_INSIDE = 5  # words of the name between the title and the bracket


def title_inside(
    found: Findings, person: Mention, is_head: Callable[[int], str | None]
) -> int | None:
    """The last word of a title in the brackets right before a name, with or without its beginning.

    `is_head` tells the office that a token names, if it names one.
    """
    tokens, at = found.tokens, person.start - 1
    if at < 1 or tokens.text[at] not in _CLOSING:
        return None
    for index in range(at - 1, max(-1, at - 2 - _MOST_INSIDE), -1):
        if is_head(index) is not None:
            return index
        inside = tokens.text[index][:1].isupper() or tokens.lower[index] in _LINKING
        if tokens.text[index] in _OPENING or not inside:
            return None
    return None


def goes_on(found: Findings, person: Mention) -> bool:
    """Whether a name in brackets is only the beginning of the one behind them."""
    tokens, at = found.tokens, person.end
    closed = at < len(tokens) and tokens.text[at] in _CLOSING
    return closed and found.person_at(at + 1) is not None
