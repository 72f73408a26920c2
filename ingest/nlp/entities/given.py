"""Given names apart from their surnames: alone, before a nickname, or inside a bracket."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from ingest.nlp.entities.gazetteer import words
from ingest.nlp.entities.heads import Name
from ingest.nlp.findings import Entity
from ingest.nlp.marks import CLOSING_MARKS, OPENING_MARKS
from ingest.nlp.tokens import Tokens

_LONGEST_NICKNAME = 3
_NICKNAME = re.compile(r""" [“"„«‘'](\S[^”"»’']*)[”"»’'“] """)
_PATRONYMIC = re.compile(r"(.+?)(?:y?[oe]vich|[iy]ch|y?[oe]vna|ichna|[iy]vna)$")


def is_given(word: str) -> bool:
    """Whether a word is a given name; the first of "Xi Jinping" is none."""
    return word.lower() in words("given_name")


def is_patronymic(word: str) -> bool:
    """Whether a word names somebody's father: "Viktorovich", but not the surname "Hrynkevich"."""
    cut = _PATRONYMIC.match(word.lower())
    stem = cut[1] if cut is not None else ""
    return len(stem) > 2 and any(
        given.startswith(stem) and len(given) - len(stem) < 3 for given in words("given_name")
    )


def joined(tokens: Tokens, names: list[Name]) -> list[Name]:
    """The names with those made one that a nickname or a bracket cuts in two.

    "Charles “CQ” Brown" is one name, and so is "[the former president Petro] Poroshenko", of which
    the surname stands for the whole.
    """
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: n.start):
        while kept and _LONGEST_NICKNAME + 2 >= name.start - kept[-1].end > 0:
            first = next((n for n in reversed(kept[-2:]) if _opens(tokens, n)), None)
            if first is None or name.type != "Person":
                break
            between = tokens.text[first.end : name.start]
            if between in (["]"], [")"]):
                kept.remove(first)
            elif _is_nickname(between):
                kept = [n for n in kept if n.start <= first.start]
                name.start, name.known = first.start, name.known or first.known
                kept.remove(first)
            else:
                break
        kept.append(name)
    return kept


def behind_nickname(tokens: Tokens, start: int) -> bool:
    """Whether a surname begins here: a given name and a nickname stand before it."""
    places = range(start - 3, max(-1, start - _LONGEST_NICKNAME - 3), -1)
    opened = next((i for i in places if tokens.text[i] in OPENING_MARKS), 0)
    return (
        opened > 0 and is_given(tokens.text[opened - 1]) and _is_nickname(tokens.text[opened:start])
    )


def parted_nickname(text: str) -> tuple[str, str | None]:
    """A person's name without the nickname inside, and that: "Ivan “Wolf” Popko"."""
    cut = _NICKNAME.search(text)
    if cut is None:
        return text, None
    return f"{text[: cut.start()]} {text[cut.end() :]}", cut[1]


def _opens(tokens: Tokens, name: Name) -> bool:
    """Whether a name is a given name alone."""
    return name.end - name.start == 1 and is_given(tokens.text[name.start])


def _is_nickname(between: list[str]) -> bool:
    if not 3 <= len(between) <= _LONGEST_NICKNAME + 2:
        return False
    quoted = between[0] in OPENING_MARKS and between[-1] in CLOSING_MARKS
    return quoted and all(word[0].isupper() for word in between[1:-1])


@dataclass(slots=True)
class GivenNames:
    """The people a text names in full, by given name, in its order.

    Public figures are left out: no text calls a president by his given name alone, so that the
    miner "Vladimir" of an article is no president.
    """

    people: dict[str, list[tuple[int, Entity]]] = field(default_factory=dict)

    def remember(self, given: str, position: int, entity: Entity) -> None:
        """Note that the text names somebody in full at this token."""
        self.people.setdefault(given, []).append((position, entity))

    def holder(self, text: str, start: int) -> Entity | None:
        """Who a given name at this token means: whoever was last named in full with it."""
        named = self.people.get(text)
        if not named:
            return None
        before = bisect_right(named, start, key=lambda pair: pair[0])
        return named[max(0, before - 1)][1]
