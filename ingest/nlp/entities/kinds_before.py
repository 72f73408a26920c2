"""Places whose kind stands before the name: "the River Nile", "Joint Base Andrews", "Lake Tana"."""

from __future__ import annotations

from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.tokens import Tokens

_MOST_WORDS = 4  # of a base with its service: "Marine Corps Base Quantico"


def is_place_by_opening(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a run of capitals is a water, a height or a base by the word before its name."""
    return _is_nature(tokens, start, end) or _is_base(tokens, start, end)


def _is_nature(tokens: Tokens, start: int, end: int) -> bool:
    """As in "the River Nile", "on Mount Elgon"; without either word before, it may be a person."""
    if end - start != 2 or tokens.text[start] not in words("nature_opening") or not start:
        return False
    before = tokens.lower[start - 1]
    if tokens.text[start] == "River":
        return before == "the"
    known = gazetteer().by_name.get(tokens.text[start + 1])
    return before in words("place_preposition") and (known is None or known.type == "State")


def _is_base(tokens: Tokens, start: int, end: int) -> bool:
    """As in "Naval Station Rota": a service and its base, with the name behind."""
    for at in range(start + 1, min(end - 1, start + _MOST_WORDS)):
        if tokens.text[at] in words("base_opening"):
            return all(word in words("base_service") for word in tokens.text[start:at])
    return False
