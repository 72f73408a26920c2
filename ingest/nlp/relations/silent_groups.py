"""Groups of people of some land of whom a text tells nothing: "attacks on Kenyan dissidents".

They are kept while the text is read, because they may speak, meet or be supported.
"""

from __future__ import annotations

from ingest.nlp.entities.gazetteer import words
from ingest.nlp.findings import Entity, Findings

_BODIES = frozenset({"media", "television", "tv", "radio", "outlets", "journalists", "police"})


def drop_silent_groups(found: Findings) -> None:
    """Take out the groups that say nothing and stand in no relation."""
    told = {id_ for c in found.claims for id_ in (c.speaker, c.via)}
    told |= {id_ for r in found.relations for id_ in (r.source, r.target, r.asserted_by)}
    told |= {channel.owner for channel in found.channels.values()}
    for entity in [e for e in found.entities.values() if e.id not in told]:
        if _is_group(found, entity):
            del found.entities[entity.id]
            for index in {i for m in entity.mentions for i in range(m.start, m.end)}:
                held = found.holder[index]
                found.holder[index] = None if held and held.entity == entity.id else held


def _is_group(found: Findings, entity: Entity) -> bool:
    """Whether an entity has no name, only a plural such as "Kenyan dissidents".

    A land's media and police are bodies of it even where nothing is told of them.
    """
    nominal = all(mention.kind in ("nominal", "coref") for mention in entity.mentions)
    last = entity.mentions[0].end - 1 if entity.mentions else 0
    plural = found.tokens.lower[last] in words("collective") - _BODIES
    return entity.type == "Organization" and nominal and plural
