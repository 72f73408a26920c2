"""What a reader types into a search field, as a query of the store's full-text index.

The index is Lucene's; what is typed never reaches its parser as syntax, save for the quotation
marks around a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.errors import QueryError

MOST_WORDS = 16
_PART = re.compile(r'"([^"]*)"|([^"]+)')
_WORD = re.compile(r"\w+")


def words(typed: str) -> list[str]:
    """The words of what was typed, in lower case."""
    return _WORD.findall(typed.lower())


def lucene(typed: str) -> str:
    """A query for all the words, whole ones first, then beginnings, then misspelt ones.

    Words in quotation marks must follow each other as they stand. A word of three to five letters
    may have one letter wrong, a longer one two, as in Elasticsearch's AUTO fuzziness; those bounds
    keep short names apart. Raises QueryError where nothing is left to search for.
    """
    clauses: list[str] = []
    for phrase, plain in _PART.findall(typed):
        if found := words(phrase):
            clauses.append(_boosted(f'"{" ".join(found)}"'))
        clauses += [_fuzzy(word) for word in words(plain)]
    if not clauses:
        raise QueryError("There is no word to search for", remedy="Type a name or a word")
    if len(clauses) > MOST_WORDS:
        raise QueryError(f"More than {MOST_WORDS} words", remedy="Search for fewer of them")
    return " AND ".join(clauses)


def _fuzzy(word: str) -> str:
    ways = [f"{word}^8", f"name:{word}^8", f"{word}*^2"]
    if len(word) > 2:
        ways.append(f"{word}~{1 if len(word) < 6 else 2}")
    return f"({' OR '.join(ways)})"


def _boosted(phrase: str) -> str:
    return f"({phrase}^8 OR name:{phrase}^8)"


def highlights(text: str, found: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand in an excerpt, whole or as the beginning of a longer one."""
    lowered = text.lower()
    spans = [
        match.span()
        for word in found
        for match in re.finditer(rf"\b{re.escape(word)}\w*", lowered)
        if len(lowered) == len(text)
    ]
    return sorted(set(spans))
