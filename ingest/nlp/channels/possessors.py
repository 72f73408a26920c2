"""Whom "his" and "her" before a channel mean."""

from __future__ import annotations

from ingest.nlp import clauses, gender
from ingest.nlp.channels import kinds
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.channels.reach import since
from ingest.nlp.findings import Findings, Mention

_PUBLISHED_ON = frozenset(("on", "in", "via", "through"))
_GENDERS = {"his": "male", "her": "female"}


def meant(found: Findings, phrase: Phrase) -> Mention | None:
    """Who posts on it in "Kern insulted Popko on his Telegram channel", else who is named last."""
    return _who_posts(found, phrase) or _named_last(found, phrase)


def _who_posts(found: Findings, phrase: Phrase) -> Mention | None:
    """The subject of what is done on a channel."""
    tokens, on = found.tokens, found.tokens.heads[phrase.head]
    verb = tokens.heads[on]
    if tokens.lower[on] not in _PUBLISHED_ON or tokens.dep[phrase.head] != "pobj":
        return None
    while tokens.pos[verb] in ("NOUN", "PROPN") and tokens.heads[verb] < verb:
        verb = tokens.heads[verb]  # the parse may hang the channel on the object
    subject = clauses.subject(tokens, verb) if tokens.pos[verb] == "VERB" else None
    person = found.person_at(subject) if subject is not None else None
    entity = found.entities.get(person.entity) if person is not None else None
    if entity is None or phrase.owner is None:
        return None
    told = _GENDERS.get(tokens.lower[phrase.owner])
    return person if gender.of_name(entity.name) in (None, told) else None


def _named_last(found: Findings, phrase: Phrase) -> Mention | None:
    """The person, or the channel that is one, named last before a phrase."""
    for index in range(phrase.start - 1, since(found.tokens, phrase.start) - 1, -1):
        holder = found.holder[index]
        channel = found.channels.get(holder.entity) if holder is not None else None
        if found.person_at(index) or (channel is not None and channel.kind in kinds.PEOPLE):
            return holder
    return None
