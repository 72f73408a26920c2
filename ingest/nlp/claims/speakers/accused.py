"""Who denies what is said of him: "Prosecutors say Otto Kern was paid; he denies it".

What others are reported to say brings nobody in whom a narrator's "he" would take up, except where
that very content is denied: he whom it is about.
"""

from __future__ import annotations

from ingest.nlp import gender
from ingest.nlp.claims.speakers.speaker import NOBODY, Speaker
from ingest.nlp.findings import Findings

_HE = {"he": "male", "she": "female"}


def speaker(found: Findings, pronoun: int, content: tuple[int, int], resolved: Speaker) -> Speaker:
    """The one person a content names, where "he" who denies it is nobody else."""
    wanted = _HE.get(found.tokens.lower[pronoun])
    if resolved.known or wanted is None or content[1] > pronoun:
        return resolved
    named = {m.entity for i in range(*content) if (m := found.person_at(i)) is not None}
    if len(named) != 1:
        return NOBODY
    (id_,) = named
    told = gender.of_name(found.entities[id_].name)
    return Speaker(id_, known=True) if told in (None, wanted) else NOBODY
