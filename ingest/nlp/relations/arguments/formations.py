"""Units and the formations above them, as orders of battle note them: "the 37th Brigade (36th Army
[36 A], Eastern Military District)". Each belongs to the next; what is said is said of the first.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp.entities.joints import is_ordinal
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.tokens import POSSESSIVES

_ABOVE = frozenset({"ArmedGroup", "Organization"})
_LINKS = frozenset({"reportedly", "of", "from", "the", "within", "part"})
_POSSESSOR = frozenset({"State", "Organization", "ArmedGroup"})


def chains(found: Findings) -> Iterator[list[Mention]]:
    """Every unit with the formations in the brackets behind its name, from the smallest up."""
    for mention in found.in_order():
        if mention.kind == "name" and found.type_of(mention.entity) == "ArmedGroup":
            chain = _chain(found, mention)
            if len(chain) > 1:
                yield chain


def _chain(found: Findings, unit: Mention) -> list[Mention]:
    tokens, at = found.tokens, unit.end
    if tokens.text[at : at + 1] != ["("]:
        return []
    chain, linked = [unit], False
    at += 1
    while at < len(tokens) and tokens.text[at] != ")":
        held = found.holder[at]
        if tokens.text[at] == "[":  # "[CAA]": how the formation is abbreviated
            at = next((i for i in range(at, min(len(tokens), at + 6)) if tokens.text[i] == "]"), at)
        elif held is not None and found.type_of(held.entity) in _ABOVE:
            owns = held.end < len(tokens) and tokens.lower[held.end] in POSSESSIVES
            linked = linked or owns  # "(the General Staff's Main Directorate)"
            if not owns and held.entity != chain[-1].entity:
                chain.append(held)
            at = held.end - 1
        elif tokens.lower[at] in _LINKS:
            linked = True
        elif not (tokens.text[at] == "," or _owns_next(found, at)):
            return []
        at += 1
    return chain if linked or len(chain) > 2 or _numbered(found, chain) else []


def _owns_next(found: Findings, index: int) -> bool:
    """Whether a token is part of "Kenyan" or "Kenya's General Staff's" before a formation."""
    held = found.holder[index]
    return found.tokens.lower[index] in POSSESSIVES or (
        held is not None and found.type_of(held.entity) in _POSSESSOR
    )


def _numbered(found: Findings, chain: list[Mention]) -> bool:
    """Whether the brackets hold a numbered formation, and not another name of the unit."""
    return any(is_ordinal(found.tokens.text[mention.start]) for mention in chain[1:])
