"""Exercises and meetings: names of any words that a common noun beside them makes an event."""

from __future__ import annotations

from collections import Counter

from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.entities.heads import Name
from ingest.nlp.lexicon import is_city
from ingest.nlp.tokens import POSSESSIVES, Tokens, is_capital

EXERCISES = frozenset(
    {"exercise", "exercises", "drill", "drills", "manoeuvre", "manoeuvres", "maneuver", "maneuvers",
     "wargame", "wargames"}
)  # fmt: skip
_MEETINGS = frozenset(
    {"summit", "conference", "forum", "congress", "festival", "marathon", "symposium"}
)
_CALLED = frozenset({"codenamed", "dubbed", "called", "named"})
_PAUSES = frozenset([",", "-", "–", "—", "("])
_MOST_WORDS = 10  # from the pause to the noun in ", the largest and oldest naval drill"


def is_exercise(tokens: Tokens, start: int, end: int) -> bool:
    """Whether words name an exercise: "the drill X", "the X naval drill", "X, a yearly war game".

    What goes on "during X" is one as well, if X is several words.
    """
    paused = end < len(tokens) and tokens.text[end] in _PAUSES
    beside = _stands_behind(tokens, start, end) or _noun_after(tokens, end) is not None
    named_as = start > 1 and tokens.lower[start - 1] in _CALLED and _is_noun(tokens, start - 2)
    return beside or named_as or _lasts(tokens, start, end) or (paused and _is_called(tokens, end))


def _stands_behind(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the noun and the name are one phrase, unlike "after the drill Otto Kern agreed"."""
    if not _is_noun(tokens, start - 1) or tokens.lower[start] in words("given_name"):
        return False
    named = range(start, end)
    return tokens.heads[start - 1] in named or any(tokens.heads[i] == start - 1 for i in named)


def _lasts(tokens: Tokens, start: int, end: int) -> bool:
    """Whether something goes on in the time that several ordinary words name: "during Sea Crow"."""
    during = start > 0 and tokens.lower[start - 1] == "during" and end - start > 1
    owns = end < len(tokens) and _owns(tokens, end)
    return during and not owns and all(w in tokens.dictionary for w in tokens.lower[start:end])


def weigh_exercise(tokens: Tokens, start: int, end: int, votes: Counter[str]) -> None:
    """Vote for an event where an exercise has the name."""
    if is_exercise(tokens, start, end):
        votes["Event"] += 12


def _is_noun(tokens: Tokens, index: int) -> bool:
    """Whether a token is a noun for an exercise, or closes "war game"."""
    if not 0 <= index < len(tokens):
        return False
    game = tokens.lower[index] in {"game", "games"} and tokens.lower[index - 1] == "war"
    return game or tokens.lower[index] in EXERCISES


def _noun_after(tokens: Tokens, end: int) -> int | None:
    """Where the noun of "the X naval exercise" stands, at most two plain words on."""
    for index in range(end, min(end + 3, len(tokens))):
        if _is_noun(tokens, index):
            return index
        if tokens.pos[index] not in {"ADJ", "NOUN"} or not tokens.text[index].islower():
            return None
    return None


def _is_called(tokens: Tokens, pause: int) -> bool:
    """Whether what follows a pause calls the name before it an exercise: "X, China's drill in"."""
    owners = {"DET", "PRON", "PROPN", "PART", "ADJ", "NOUN", "NUM", "ADP", "CCONJ", "ADV"}
    opened = tokens.lower[pause + 1 : pause + 2]
    owned = [i for i in range(pause + 1, min(pause + 6, len(tokens))) if _owns(tokens, i)]
    if opened not in (["a"], ["an"], ["the"]) and not owned:
        return False
    for index in range(pause + 1, min(pause + _MOST_WORDS, len(tokens))):
        if tokens.pos[index] not in owners and tokens.text[index] != "-":
            return False
        if tokens.pos[index] == "ADP":
            return False
        if _is_noun(tokens, index):
            return not _noun_after(tokens, index + 1)
    return False


def _owns(tokens: Tokens, index: int) -> bool:
    return tokens.lower[index] in POSSESSIVES


def extend_meeting(tokens: Tokens, name: Name) -> None:
    """As in "the Three Ponds summit", "the Argyle peace conference": no town of that name known."""
    open_ = name.known is None and name.type in {None, "Place", "Organization"}
    led = name.start > 0 and tokens.lower[name.start - 1] in {"the", "this", *POSSESSIVES}
    if not open_ or not led or is_city(tokens.span_text(name.start, name.end)):
        return
    for index in range(name.end, min(name.end + 3, len(tokens))):
        if tokens.text[index] in _MEETINGS:
            name.end, name.type = index + 1, "Event"
            return
        if tokens.pos[index] != "NOUN" or tokens.text[index] not in words("meeting_kind"):
            return


def with_bodies(tokens: Tokens, names: list[Name]) -> list[Name]:
    """The names with a meeting and the body whose initials stand before it made one.

    As in "the Group of 20 (G20) Summit", where everybody knows what the initials are.
    """
    kept: list[Name] = []
    for name in names:
        opened = _initials_before(tokens, name)
        if opened is not None:
            first = _body_start(tokens, opened)
            kept = [n for n in kept if n.end <= first]
            name.start, name.type, name.known = first, "Event", None
        kept.append(name)
    return kept


def _initials_before(tokens: Tokens, name: Name) -> int | None:
    """Where the bracket with a known body's initials opens before the name of a meeting."""
    opened = name.start - 3
    bracket = opened > 0 and tokens.text[opened] == "(" and tokens.text[name.start - 1] == ")"
    if not bracket or tokens.lower[name.end - 1] not in _MEETINGS:
        return None
    known = gazetteer().by_name.get(tokens.text[opened + 1])
    body = known is not None and known.type in {"Bloc", "Organization"}
    return opened if body and is_capital(tokens.text[name.start]) else None


def _body_start(tokens: Tokens, opened: int) -> int:
    """Where the capitals before a bracket begin, "of" and figures among them."""
    first = opened
    while first > 0 and (is_capital(tokens.text[first - 1]) or _goes_on(tokens, first - 1)):
        first -= 1
    return first + (tokens.lower[first] == "the")


def _goes_on(tokens: Tokens, index: int) -> bool:
    return tokens.lower[index] in {"of", "and"} or tokens.text[index].isdigit()
