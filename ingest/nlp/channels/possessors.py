"""Whom "his" and "her" before a channel mean."""

from __future__ import annotations

from ingest.nlp import gender, subjects
from ingest.nlp.channels import kinds
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.channels.reach import since
from ingest.nlp.findings import Channel, Findings, Mention

_PUBLISHED_ON = frozenset(("on", "in", "via", "through"))
_SERVING = frozenset(("serve", "act", "function", "work"))
_GENDERS = {"his": "male", "her": "female"}


def meant(found: Findings, phrase: Phrase) -> Mention | None:
    """Who posts on it in "Kern insulted Popko on his Telegram channel", else who is named last."""
    return _who_posts(found, phrase) or _named_last(found, phrase)


def told_of(found: Findings, phrase: Phrase) -> Channel | None:
    """The named channel of which a phrase tells whose it is: "Lantern serves as Kern's channel"."""
    tokens, above = found.tokens, found.tokens.heads[phrase.head]
    verb = tokens.heads[above] if tokens.lower[above] == "as" else above
    said = tokens.dep[phrase.head] == "attr" and tokens.lemma[verb] == "be"
    said = said or (verb != above and tokens.lemma[verb] in _SERVING)
    if phrase.platform is not None or not said:
        return None
    subject = tokens.child(verb, "nsubj")
    if subject is not None and tokens.tag[subject] == "WDT":
        subject = tokens.heads[verb] if tokens.dep[verb] == "relcl" else None
    if subject is not None and found.holder[subject] is None:
        subject = tokens.child(subject, "appos")  # "the outlet Lantern is"
    held = found.holder[subject] if subject is not None else None
    return found.channels.get(held.entity) if held is not None and held.kind == "name" else None


def _who_posts(found: Findings, phrase: Phrase) -> Mention | None:
    """The subject of what is done on a channel."""
    tokens, on = found.tokens, found.tokens.heads[phrase.head]
    verb = tokens.heads[on]
    if tokens.lower[on] not in _PUBLISHED_ON or tokens.dep[phrase.head] != "pobj":
        return None
    while tokens.pos[verb] in ("NOUN", "PROPN") and tokens.heads[verb] < verb:
        verb = tokens.heads[verb]  # the parse may hang the channel on the object
    subject = subjects.subject(tokens, verb) if tokens.pos[verb] == "VERB" else None
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
