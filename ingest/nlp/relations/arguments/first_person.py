"""Whom "I", "we" and "our" stand for: whoever's quotation or turn they are in.

Somebody who says "we" and holds an office speaks for its state or body ("we support Kenya"), but
of meetings and journeys for themself ("we met in Nairobi").
"""

from __future__ import annotations

from collections.abc import Mapping

from ingest.nlp.findings import Claim, Findings
from ingest.nlp.officials import officials
from ingest.nlp.relations.arguments.grammar import Grammar

_SINGULAR = frozenset(("i", "me", "my", "myself"))
_PLURAL = frozenset(("we", "us", "our", "ours", "ourselves"))
_IN_PERSON = frozenset(("meet", "talk", "speak", "discuss", "visit", "travel", "arrive"))


def is_first(word: str) -> bool:
    """Whether a word in lower case is a pronoun of the first person."""
    return word in _SINGULAR or word in _PLURAL


def narrowest(found: Findings, index: int) -> Claim | None:
    """The narrowest claim of somebody a token stands in.

    Of two about the same words it is the one whose sentence they stand in, not that of who denies
    them in the next.
    """
    inside = [c for c in found.claims if c.start <= index < c.end and c.mode != "narrator"]
    return min(
        inside,
        key=lambda c: (c.end - c.start, c.evidence[1] - c.evidence[0], c.start),
        default=None,
    )


class FirstPerson:
    """Resolves the first person in one document; `offices` are the title and body of people."""

    def __init__(
        self, found: Findings, grammar: Grammar, offices: Mapping[str, tuple[str, str]]
    ) -> None:
        self._found = found
        self._grammar = grammar
        self._offices = offices

    def meant(self, index: int) -> list[str]:
        """The id that a token of the first person stands for; none for any other token."""
        tokens = self._found.tokens
        plural = tokens.lower[index] in _PLURAL
        if not is_first(tokens.lower[index]):
            return []
        claim = narrowest(self._found, index)
        if claim is None or claim.mode != "quoted" or claim.speaker is None:
            return []
        verb = self._grammar.verb_above(index)
        if plural and tokens.lemma[verb] not in _IN_PERSON:
            return [self._represented(claim.speaker)]
        return [claim.speaker]

    def _represented(self, speaker: str) -> str:
        """The state or body somebody speaks for, as far as the document tells."""
        body = self._offices[speaker][1] if speaker in self._offices else officials().get(speaker)
        return body if body in self._found.entities else speaker
