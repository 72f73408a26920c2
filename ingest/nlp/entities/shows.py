"""Broadcasts by their titles: "the talk show Evening With Ada Quill", "a podcast called Kettle".

Titles hold small words and people's names, so they are read whole before anything in them is.
"""

from __future__ import annotations

from ingest.nlp.entities.chunks import WEEKDAYS
from ingest.nlp.entities.gazetteer import gazetteer
from ingest.nlp.entities.heads import Name
from ingest.nlp.entities.people import is_given
from ingest.nlp.marks import DOUBLE_CLOSING, DOUBLE_OPENING
from ingest.nlp.tokens import Tokens, is_capital

_SHOWS = frozenset(("show", "shows", "podcast", "newscast", "talkshow"))
_PROGRAMMES = frozenset(("program", "programme", "series"))
_CALLED = frozenset(("called", "titled", "entitled", "named", "dubbed"))
_SMALL = frozenset(("with", "of", "the", "and", "in", "on", "to", "from", "for", "a", "&", "by"))
_MOST_TITLE = 8  # tokens
_MOST_BETWEEN = 6  # tokens of "show on Channel One called"


def placed(tokens: Tokens, names: list[Name]) -> list[Name]:
    """The names of a text with the titles of broadcasts in the place of what stands in them."""
    titles = [t for i, word in enumerate(tokens.lower) if (t := _title(tokens, i, word))]
    kept = [n for n in names if not any(n.start < t.end and t.start < n.end for t in titles)]
    return sorted([*kept, *titles], key=lambda name: name.start)


def _title(tokens: Tokens, noun: int, word: str) -> Name | None:
    """The title behind a noun for a broadcast."""
    if word not in _SHOWS | _PROGRAMMES or not tokens.text[noun].islower():
        return None
    start = noun + 1
    called = _called(tokens, noun)
    start = start if called is None else called + 1
    if start + 1 >= len(tokens):
        return None
    if tokens.text[start] in DOUBLE_OPENING:
        places = range(start + 1, min(len(tokens), start + _MOST_TITLE))
        close = next((i for i in places if tokens.text[i] in DOUBLE_CLOSING), start)
        named = close > start + 1 and not tokens.text[start + 1].islower()
        return Name(start + 1, close, "Channel") if named else None
    if called is None and word in _PROGRAMMES:
        return None  # "the program Kenya runs"
    end = _run_end(tokens, start)
    if called is None and tokens.lower[start] in WEEKDAYS and end == start + 1:
        return None  # "on his show Tuesday night"
    if end == start or (called is None and _is_somebody(tokens, start, end)):
        return None
    return Name(start, end, "Channel")


def _called(tokens: Tokens, noun: int) -> int | None:
    """The word that introduces a title: "a show on Channel One called Time Will Tell"."""
    for index in range(noun + 1, min(len(tokens) - 1, noun + _MOST_BETWEEN)):
        if tokens.lower[index] in _CALLED:
            return index
        if tokens.pos[index] in ("VERB", "AUX", "PUNCT"):
            return None
    return None


def _run_end(tokens: Tokens, start: int) -> int:
    """Past the capitals of a title and the small words between them."""
    end = start
    while end < min(len(tokens), start + _MOST_TITLE):
        small = end > start and tokens.lower[end] in _SMALL and end + 1 < len(tokens)
        joins = small and is_capital(tokens.text[end + 1]) and not _tells_station(tokens, end)
        number = end == start and tokens.text[end].isdigit() and is_capital(tokens.text[end + 1])
        if not (is_capital(tokens.text[end]) or joins or number):
            break
        end += 1
    return end


def _tells_station(tokens: Tokens, small: int) -> bool:
    """Whether a title has ended before "on RT"."""
    known = gazetteer().match(tokens.text, small + 1)
    channel = known is not None and known[1].type == "Channel"
    return channel and tokens.lower[small] in ("on", "from", "of")


def _is_somebody(tokens: Tokens, start: int, end: int) -> bool:
    """Whether capitals right behind the noun are who makes or shows it: "the show Popko hosts"."""
    known = gazetteer().match(tokens.text, start)
    whole = known is not None and known[0] >= end and known[1].type != "Channel"
    person = is_given(tokens, start) and end - start < 4
    acts = tokens.tag[end : end + 1] in (["VBD"], ["VBZ"], ["VBP"])
    return whole or person or acts or tokens.ent[start] == "PERSON" == tokens.ent[end - 1]
