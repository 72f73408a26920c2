"""Offices told with their field before who holds them: "Minister for Trade and Industry Ada Kern".

A parser takes the field for part of the name, or the name for part of the field, so both are read
from the words themselves: a noun for an office, "of" or "for", capitals joined by small words, and
a person whose name begins where no small word stands before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ingest.nlp.entities.gazetteer import words
from ingest.nlp.entities.heads import Name
from ingest.nlp.entities.people import is_given
from ingest.nlp.entities.titles import names_field
from ingest.nlp.tokens import POSSESSIVES, Tokens, is_capital

_LINKS = frozenset(("of", "for", "on"))
_JOINING = _LINKS | POSSESSIVES | {"the", "and", "in", "to", "&", "-", "–", ","}
_MOST_FIELD = 16  # tokens of "East Asian and Pacific Affairs" or "Russia, Ukraine and Eurasia"


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Tokens: the noun `head` of an office, its field behind a small word, the name at `person`."""

    head: int
    person: int

    def tells_field(self, tokens: Tokens, index: int) -> bool:
        """Whether words at a token are a field, no body: "for Trade", "Minister of Transport"."""
        minister = tokens.lower[self.head] == "minister"
        return minister or "for" in tokens.lower[self.head + 1 : index]


def read(tokens: Tokens) -> list[Portfolio]:
    """The offices of a text that stand with their field before the holder's name."""
    found: list[Portfolio] = []
    for head, word in enumerate(tokens.lower[:-1]):
        if word not in words("office_with_field") or tokens.lower[head + 1] not in _LINKS:
            continue
        person = _person(tokens, head + 2)
        if person is not None and not (found and found[-1].person == person):
            found.append(Portfolio(head, person))
    return found


def parts(portfolios: list[Portfolio], start: int, end: int) -> list[tuple[int, int]]:
    """A stretch of tokens, cut where a field ends and the name behind it begins."""
    cuts = [start, *(p.person for p in portfolios if start < p.person < end), end]
    return list(pairwise(cuts))


def is_portfolio(tokens: Tokens, name: Name, portfolios: list[Portfolio]) -> bool:
    """As in "Minister of Transport and Digital Development": an office's field, not a body."""
    office = next((p for p in portfolios if p.head < name.end and name.start < p.person), None)
    if office is not None:
        if name.start <= office.head:
            return True  # "High Representative for ..."
        body = name.type == "Organization" and not office.tells_field(tokens, name.start)
        return name.known is None and not body
    person = name.end - name.start > 1 and tokens.lower[name.start] in words("given_name")
    before, known = tokens.lower[max(0, name.start - 2) : name.start], name.known
    # "Minister for Europe and Foreign Affairs"
    land = known is not None and known.type == "Place" and before == ["minister", "for"]
    if person or not (known is None or land) or not names_field(tokens, name.start):
        return False
    # "Minister of Natural Resources and Environment" is of no body of this name
    minister = before[1:] == ["of"] or before[1:] == ["for"]
    minister = minister and before[0].startswith("minister")
    return land or name.type is None or (minister and name.type == "Organization")


def _person(tokens: Tokens, field: int) -> int | None:
    """Where the holder's name begins behind a field."""
    for index in range(field, min(len(tokens), field + _MOST_FIELD)):
        if not is_capital(tokens.text[index]) and tokens.lower[index] not in _JOINING:
            return None
        if index > field and _begins(tokens, index):
            return index
    return None


def _begins(tokens: Tokens, index: int) -> bool:
    """Whether a person's name of two words begins at a token, behind a plain word of the field."""
    before, after = index - 1, index + 1
    if not all(is_capital(text) for text in tokens.text[before : after + 1]):
        return False
    if after >= len(tokens) or tokens.lower[before] in words("title"):
        return False
    if is_given(tokens, index):
        return not is_given(tokens, before)
    model = tokens.ent[index] == tokens.ent[after] == "PERSON" != tokens.ent[before]
    return model and tokens.lower[index] not in tokens.dictionary
