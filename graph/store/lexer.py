"""Cypher cut into words, as far as safety and the catalogue need it; Neo4j does the parsing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.errors import QueryError

Kind = Literal["word", "quoted", "parameter", "string", "sign"]

_TOKEN = re.compile(
    r"""
    (?P<skip> \s+ | //[^\r\n]* | /\*.*?\*/ )
  | (?P<string> '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
  | (?P<quoted> `(?:[^`]|``)*` )
  | (?P<parameter> \$\s*(?:\w+|`(?:[^`]|``)*`) )
  | (?P<word> \w+ )
  | (?P<open> ['"`] | /\* )
  | (?P<sign> \.\. | . )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, name in backticks, $parameter, string or sign of a statement."""

    kind: Kind
    text: str

    @property
    def keyword(self) -> str:
        """The word as a keyword in upper case, or "" for anything else.

        Letters that only become ASCII by case (the long s, the dotless i) count as what they
        become, so that no look-alike slips through.
        """
        return self.text.upper().casefold().upper() if self.kind == "word" else ""

    @property
    def name(self) -> str:
        """The name it stands for: backticks and the parameter's $ off."""
        bare = self.text.removeprefix("$").strip()
        return bare[1:-1].replace("``", "`") if bare.startswith("`") else bare


def tokens(statement: str) -> Iterator[Token]:
    """The tokens of a statement, comments and white space left out.

    Raises QueryError for a string, quoted name or comment that is never closed.
    """
    for match in _TOKEN.finditer(statement):
        kind = match.lastgroup
        if kind == "open":
            raise QueryError(
                f"The statement opens {match.group()} and never closes it",
                remedy="Close the string, name or comment",
            )
        if kind in ("word", "quoted", "parameter", "string", "sign"):
            yield Token(kind, match.group())  # type: ignore[arg-type]


def parameters(statement: str) -> frozenset[str]:
    """The names of the $parameters a statement uses."""
    return frozenset(token.name for token in tokens(statement) if token.kind == "parameter")
