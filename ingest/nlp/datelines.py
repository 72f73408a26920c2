"""The place and agency a report opens with: "KYIV (Agency) - Russia ..."."""

from __future__ import annotations

from ingest.nlp.tokens import Tokens

_STROKES = ("–", "—", "-", "--", "):")


def is_dateline(tokens: Tokens, index: int) -> bool:
    """Whether a word belongs to the place and agency an agency report opens with."""
    low = index
    while low > 0 and index - low < 10 and "\n" not in tokens.text[low - 1]:
        low -= 1
    if low > 0 and "\n" not in tokens.text[low - 1]:
        return False
    high = next(
        (i for i in range(index, min(len(tokens), index + 12)) if tokens.text[i] in _STROKES), None
    )
    if high is None:
        return False
    words = [i for i in range(low, high) if tokens.text[i][0].isalpha()]
    return (
        bool(words)
        and not any(tokens.pos[i] in ("VERB", "AUX") for i in words)
        and (
            _in_capitals(tokens, words[0])
            or _in_capitals(tokens, words[-1])
            or (tokens.ent[words[-1]] == "DATE" and tokens.text[high] != "-")
        )
    )


def _in_capitals(tokens: Tokens, index: int) -> bool:
    """Whether a word is in capitals, as "A" in "A lawyer from Accra – who had fled –" is not."""
    return len(tokens.text[index]) > 1 and tokens.text[index].isupper()


def after_dateline(tokens: Tokens, first: int) -> int:
    """The first word of a sentence behind a place and agency ("KYIV (Agency) - Russia ...")."""
    if not _in_capitals(tokens, first):
        return first
    opens = first == 0 or "\n" in tokens.text[first - 1]
    if opens and tokens.text[first + 1 : first + 2] == [":"]:
        return first + 2  # "BEIRUT: A team pressed on"
    for index in range(first, min(len(tokens), first + 10)):
        if tokens.text[index] in "–—-" and is_dateline(tokens, first):
            return index + 1
    return first


def is_shouted(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name stands in capitals, as the city of a dateline does."""
    return tokens.span_text(start, end).isupper()


def is_filed_from(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name in capitals opens its line before a pause: "KYIV, May 5 - Russia ..."."""
    opens = start == 0 or "\n" in tokens.text[start - 1]
    marked = end < len(tokens) and tokens.text[end] in (",", "(", "-", "–", "—", "/")
    return opens and marked and len(tokens.text[start]) > 3 and is_shouted(tokens, start, end)
