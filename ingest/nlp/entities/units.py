"""Military units that are written in small letters: "the 47th mechanised brigade"."""

from __future__ import annotations

from ingest.nlp.entities.gazetteer import words
from ingest.nlp.tokens import Tokens

_MOST_WORDS = 5  # from the number to the noun
_MOST_DIGITS = 3
_TIMES = frozenset({"century", "anniversary", "world"})
# With nothing between, leagues and ages have such numbers too: "the 2nd division".
_NEVER_ALONE = frozenset({"division", "unit", "army"})


def numbered_unit_end(tokens: Tokens, start: int) -> int:
    """The end of a unit written small, "47th mechanised brigade", whose number begins at `start`.

    `start` where none begins there.
    """
    for index in range(start + 1, min(len(tokens), start + 1 + _MOST_WORDS)):
        if not tokens.text[index].islower() or tokens.lower[index] in _TIMES:
            return start
        if tokens.lower[index] in words("numbered_unit_noun"):
            alone = index == start + 1 and tokens.lower[index] in _NEVER_ALONE
            return index + 1 if not alone and _ends_phrase(tokens, index) else start
        if tokens.pos[index] not in {"ADJ", "NOUN", "VERB"}:
            return start
    return start


def opens_unit(tokens: Tokens, start: int) -> bool:
    """Whether a plain number begins a unit's name: "26 Task Force Brigade", "7 Division"."""
    if not tokens.text[start].isdigit() or len(tokens.text[start]) > _MOST_DIGITS:
        return False
    end = start + 1
    while end < min(len(tokens), start + 1 + _MOST_WORDS) and tokens.text[end].istitle():
        end += 1
    return end > start + 1 and tokens.lower[end - 1] in words("numbered_unit_noun")


def _ends_phrase(tokens: Tokens, noun: int) -> bool:
    """Whether no other noun follows: "the 5th tank army", and not "the 2nd army officer"."""
    after = tokens.pos[noun + 1 : noun + 2]
    return after not in (["NOUN"], ["PROPN"])
