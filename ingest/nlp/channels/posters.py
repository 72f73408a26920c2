"""Unknown names that speak where other channels do: "Quiet Front wrote on Telegram"."""

from __future__ import annotations

from graph.ids import slug
from ingest.nlp import subjects
from ingest.nlp.channels import kinds, platforms
from ingest.nlp.channels.names import take_over
from ingest.nlp.channels.register import Register
from ingest.nlp.channels.words import name_ending
from ingest.nlp.findings import Channel, Findings
from ingest.nlp.marks import CLOSING_MARKS, OPENING_MARKS
from ingest.nlp.speech import PUBLISHING, is_speech
from ingest.nlp.tokens import Tokens

_SUBJECTS = frozenset(("PROPN", "PRON", "DET", "NOUN", "ADJ"))
_MOST_QUOTED = 6  # tokens of a title
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
        subject = subjects.subject(tokens, verb)
        run = _unknown_name(found, subject) if subject is not None else None
        if run is not None:
            name = tokens.span_text(*run)
            channel = Channel(f"channel:{slug(name)}", name, anonymous=False, platform=platform)
            take_over(found, found.channels.setdefault(channel.id, channel), *run)
            register.remember(channel, run[0])


def quoted(register: Register) -> None:
    """Take a title in quotation marks that says something for a channel: "'Two Majors' retorts"."""
    found, tokens = register.found, register.found.tokens
    for verb in range(3, len(tokens)):
        if tokens.text[verb - 1] not in CLOSING_MARKS or not is_speech(tokens.lemma[verb]):
            continue
        inverted = verb + 1 < len(tokens) and tokens.pos[verb + 1] in _SUBJECTS
        if tokens.tag[verb] not in ("VBZ", "VBD", "NNS") or inverted:
            continue  # "“We Are Here,” says Kern"
        close = verb - 1
        places = range(close - 1, max(-1, close - _MOST_QUOTED), -1)
        opened = next((i for i in places if tokens.text[i] in OPENING_MARKS), None)
        run = (opened + 1, close) if opened is not None else None
        if run is None or not _is_title(tokens, *run) or found.holder[run[0]] is not None:
            continue
        name = tokens.span_text(*run)
        channel = Channel(f"channel:{slug(name)}", name, anonymous=False)
        take_over(found, found.channels.setdefault(channel.id, channel), *run)
        register.remember(channel, run[0])


def _is_title(tokens: Tokens, start: int, end: int) -> bool:
    """Whether several words, all with capitals, are a title: no remark ends without a stop."""
    return end - start > 1 and all(tokens.text[i][0].isupper() for i in range(start, end))


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
