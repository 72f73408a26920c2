"""Bodies that have channels and are none: ministries, staffs, units."""

from __future__ import annotations

from ingest.nlp.channels import kinds
from ingest.nlp.findings import Findings


def is_public_body(found: Findings, id_: str) -> bool:
    """Whether a channel is called by who has it: "the Foreign Ministry Telegram channel"."""
    entity = found.entities.get(id_)
    if entity is None:
        return False
    public = entity.type == "ArmedGroup" or "country" in entity.properties
    return public or entity.name in kinds.BODIES
