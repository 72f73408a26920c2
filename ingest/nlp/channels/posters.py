"""Unknown names that speak where other channels do: "Quiet Front wrote on Telegram"."""

from __future__ import annotations

from graph.ids import slug
from ingest.nlp import clauses
from ingest.nlp.channels import kinds, platforms
from ingest.nlp.channels.names import take_over
from ingest.nlp.channels.register import Register
from ingest.nlp.channels.words import name_ending
from ingest.nlp.findings import Channel, Findings
from ingest.nlp.speech import PUBLISHING, is_speech

_SPOKEN_OF = frozenset(("channel", *kinds.PEOPLE))


def unknown(register: Register) -> None:
    """Take who posts on the platform of a channel of the text for one too, if nothing else it is.

    A body, a company or a person with a known name has an account and is none.
    """
    found, tokens = register.found, register.found.tokens
    told = {c.platform for c in found.channels.values() if c.kind in _SPOKEN_OF and c.platform}
    told -= {"tv", "radio"}
    for index in range(1, len(tokens)) if told else ():
        platform = platforms.named_at(tokens, index)
        if platform not in told or tokens.dep[index] != "pobj":
            continue
        verb = tokens.heads[tokens.heads[index]]
        if tokens.lemma[verb] not in PUBLISHING and not is_speech(tokens.lemma[verb]):
            continue
        subject = clauses.subject(tokens, verb)
        run = _unknown_name(found, subject) if subject is not None else None
        if run is not None:
            name = tokens.span_text(*run)
            channel = Channel(f"channel:{slug(name)}", name, anonymous=False, platform=platform)
            take_over(found, found.channels.setdefault(channel.id, channel), *run)
            register.remember(channel, run[0])


def _unknown_name(found: Findings, subject: int) -> tuple[int, int] | None:
    """The name at a subject that is of no body, place or person one knows."""
    tokens, held = found.tokens, found.holder[subject]
    if held is not None and found.type_of(held.entity) != "Organization":
        return None
    first = tokens.sents[tokens.sent_of[subject]][0]
    run = (held.start, held.end) if held is not None else name_ending(tokens, subject, first)
    if run is None or tokens.pos[subject] != "PROPN":
        return None
    name = tokens.span_text(*run)
    parts = name.lower().split()
    known = name in kinds.BODIES or not kinds.BODY_NOUNS.isdisjoint(parts)
    return run if len(parts) > 1 and not known and name != name.upper() else None
