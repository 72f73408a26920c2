"""Which organizations of a text bear arms, and so fight, take towns and send fighters.

A name alone says it ("the Kachin Independence Army"), or what is known of it, or the words beside
it: "Hezbollah fighters", "rebels of the CSP", "the militant group JNIM".
"""

from __future__ import annotations

from ingest.nlp.entities.gazetteer import fights
from ingest.nlp.findings import Findings, Mention

_FIGHTERS = frozenset(
    {"fighter", "militant", "rebel", "insurgent", "guerrilla", "guerilla", "gunman", "jihadist",
     "jihadi", "militiaman", "militia", "commando", "soldier", "troop", "mercenary", "separatist",
     "paramilitary", "infantry", "brigade", "battalion"}
)  # fmt: skip
_GROUPS = frozenset({"group", "organization", "organisation", "movement", "alliance", "outfit"})
_LAST_WORDS = frozenset(
    {"Army", "Brigade", "Brigades", "Battalion", "Forces", "Militia", "Militias", "Legion",
     "Regiment", "regiment", "Corps"}
)  # fmt: skip


def armed_bodies(found: Findings) -> frozenset[str]:
    """The ids of the organizations of a document that are armed groups as well."""
    return frozenset(
        entity.id
        for entity in found.entities.values()
        if entity.type == "Organization"
        and (
            _is_known(entity.name) or any(_has_fighters(found, place) for place in entity.mentions)
        )
    )


def _is_known(name: str) -> bool:
    """Whether a name is one of an army, by its last word or by what is known of it."""
    return fights(name) or name.split()[-1] in _LAST_WORDS


def _has_fighters(found: Findings, mention: Mention) -> bool:
    """Whether fighters stand beside a name: "X fighters", "rebels of the X", "rebel group X"."""
    tokens, before = found.tokens, mention.start - 1
    if tokens.lemma[mention.end : mention.end + 1] and tokens.lemma[mention.end] in _FIGHTERS:
        return True
    before -= before > 0 and tokens.lower[before] == "the"
    if before > 0 and tokens.lower[before] in ("of", "from"):
        return tokens.lemma[before - 1] in _FIGHTERS
    if before > 0 and tokens.lemma[before] in _GROUPS:
        before -= 1
    return before >= 0 and tokens.lemma[before] in _FIGHTERS
