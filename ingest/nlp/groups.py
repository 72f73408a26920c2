"""Groups and bodies named by a common noun: "North Korean soldiers", "the Israeli army",
"Ukraine's defence ministry". The capitals are only on the state; the noun says what acts.
"""

from __future__ import annotations

from graph import ids
from ingest.nlp.findings import Entity, Findings, Mention
from ingest.nlp.gazetteer import state_codes, words
from ingest.nlp.offices import institution_name

_LINKS = frozenset(["-", "–", "'s", "’s", "“", '"', "‘", "'"])
_BODIES = frozenset(["ministry", "parliament", "embassy", "intelligence"])


def add_groups(found: Findings) -> None:
    """Add the armed group or ministry that a state's name and a noun after it stand for."""
    tokens, nouns = found.tokens, words("group_noun")
    mentions = [m for e in list(found.entities.values()) for m in e.mentions if m.kind != "coref"]
    for mention in sorted(mentions, key=lambda m: m.start):
        owner = found.entities[mention.entity]
        if owner.type not in {"State", "Bloc"} and owner.id != "organization:nato":
            continue
        noun = _noun_after(found, mention.end)
        if noun is None:
            continue
        if tokens.lower[noun] in nouns:
            _add_force(found, mention, owner, noun)
        elif owner.type == "State" and tokens.lower[noun] in _BODIES:
            _add_body(found, mention, owner, noun)


def _noun_after(found: Findings, start: int) -> int | None:
    """The noun a state's name or adjective modifies, plain modifiers skipped."""
    tokens, index = found.tokens, start
    wanted = words("group_noun") | _BODIES
    while index < min(start + 5, len(tokens)):
        if found.holder[index] is not None:
            return None
        if tokens.lower[index] in wanted:
            following = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
            return index + 1 if following in wanted and found.holder[index + 1] is None else index
        if tokens.pos[index] not in {"ADJ", "NOUN", "PROPN"} and tokens.lower[index] not in _LINKS:
            return None
        index += 1
    return None


def _add_force(found: Findings, mention: Mention, owner: Entity, noun: int) -> None:
    """Soldiers and armies of one state are one armed group, its armed forces."""
    label = f"Armed Forces of {owner.name}"
    id_ = ids.entity_id("ArmedGroup", label)
    group = found.entities.get(id_) or Entity(
        id_, "ArmedGroup", label, properties={"country": owner.id.removeprefix("state:")}
    )
    found.add(group, mention.start, noun + 1, "nominal")


def _add_body(found: Findings, mention: Mention, owner: Entity, noun: int) -> None:
    """ "the Ukrainian defense ministry": a body by its lower-case name."""
    tokens = found.tokens
    start = noun
    while start - 1 >= mention.end and tokens.lower[start - 1] in words("portfolio"):
        start -= 1
    if tokens.lower[noun] == "ministry" and start == noun:
        return
    label = institution_name(tokens.span_text(start, noun + 1), state_codes()[owner.id[6:]])
    id_ = ids.entity_id("Organization", label)
    body = found.entities.get(id_) or Entity(
        id_, "Organization", label, properties={"country": owner.id.removeprefix("state:")}
    )
    first = mention.start if mention.kind == "demonym" else start
    found.add(body, first, noun + 1, "name")
