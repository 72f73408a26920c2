"""The word that ties a title to the body behind it: the "of" in "the head of the World Bank X"."""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.marks import QUOTE_MARKS
from ingest.nlp.relations.arguments.words import argument_words
from ingest.nlp.relations.offices.titles import LINKS, TitleReader
from ingest.nlp.relations.offices.words import PERIODICALS
from ingest.nlp.tokens import POSSESSIVES

_SELF_STYLED = frozenset({"self", "-", "proclaimed", "declared", "styled", "occupied", "breakaway"})
# read as verbs or names by the parser
_ADJACENT = frozenset(["neighbouring", "neighboring", "ruling", "governing", "opposition"])
_KINDS = (
    argument_words().bodies
    | argument_words().stand_ins["outlets"]
    | argument_words().stand_ins["companies"]
)


def link_before(titles: TitleReader, end: int) -> int | None:
    """The token of "of" before a body that ends at token `end`; "of A to B" is the sender's.

    None where no such link stands there: "the head of the World Bank X" has one, "Kenya X" none.
    """
    found, tokens, at = titles.found, titles.tokens, end
    for _ in range(2):
        body = titles.bodies.at(at)
        if body is None or body.end != at + 1:
            return None
        at = _before_adjectives(found, body.start - 1)
        beside = titles.bodies.at(at)
        if beside is not None and beside.kind == "name" and at == body.start - 1:
            # "researcher at the Baltic Council Reef Lab X"
            at = _before_adjectives(found, beside.start - 1)
        owner = found.holder[at - 1] if at > 0 else None
        if owner is not None and tokens.lower[at] in POSSESSIVES:
            # "the head of Kenya's National Bank, X"
            at = _before_adjectives(found, owner.start - 1)
        at -= at > 0 and tokens.text[at] in QUOTE_MARKS - POSSESSIVES
        at -= at > 0 and tokens.lower[at] == "the"
        if at > 0 and tokens.lower[at] in LINKS:
            return at
        if at <= 0 or tokens.lower[at] != "to":
            return None
        if titles.ending(at - 1) is not None:
            return at
        at -= 1
    return None


def _before_adjectives(found: Findings, at: int) -> int:
    """The last token up to `at` that is no adjective of what follows: "neighbouring Kenya".

    Nor may it be a common noun for it ("the head of the company X").
    """
    tokens = found.tokens
    if at > 0 and found.holder[at] is None and tokens.lower[at] in _KINDS | PERIODICALS:
        at = _before_place(found, at - 1)
    while (
        at > 0
        and found.holder[at] is None
        and (tokens.pos[at] == "ADJ" or tokens.lower[at] in _SELF_STYLED | _ADJACENT)
    ):
        at -= 1
    return at


def _before_place(found: Findings, at: int) -> int:
    """The last token before "Kenyan think" and "Accra", which say of what kind or where."""
    nouns = at
    while nouns > 0 and found.holder[nouns] is None and found.tokens.pos[nouns] == "NOUN":
        nouns -= 1
    where = found.holder[nouns]
    placed = where is not None and found.type_of(where.entity) in ("State", "Place")
    return where.start - 1 if where is not None and placed else at
