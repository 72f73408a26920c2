"""Channels that head an entry of a survey: "Lantern News - The platform lies. The channel ..."."""

from __future__ import annotations

from graph.ids import slug
from ingest.nlp.channels import kinds, platforms
from ingest.nlp.channels.names import DASHES, take_over
from ingest.nlp.channels.register import Register
from ingest.nlp.findings import Channel, Mention

_MOST_NAME = 8  # tokens of a name that heads an entry
_MOST_BETWEEN = 3  # tokens from "The" to its noun: "The anonymous Telegram channel"
_MEDIA = kinds.MEDIA | {"outlet"}


def read(register: Register) -> None:
    """Register the channel that a name before a dash is said to be, so that "the channel" is it."""
    found, tokens = register.found, register.found.tokens
    for first, _ in tokens.sents:
        held = found.holder[first]
        if held is None or held.start != first or held.end - first > _MOST_NAME:
            continue
        noun = _noun_behind(register, held)
        if noun is None:
            continue
        name = tokens.span_text(held.start, held.end)
        new = Channel(f"channel:{slug(name)}", name, anonymous=False)
        channel = found.channels.get(held.entity) or found.channels.get(new.id, new)
        take_over(found, channel, held.start, held.end)
        channel.kind = channel.kind or kinds.KIND.get(tokens.lower[noun], "channel")
        register.remember(channel, first)
        if tokens.lower[noun] not in kinds.TRIGGERS:
            found.add(channel, held.end + 1, noun + 1, "coref")


def _noun_behind(register: Register, name: Mention) -> int | None:
    """What a name is said to be behind a dash, where it can be a channel's: "The platform"."""
    found, tokens, the = register.found, register.found.tokens, name.end + 1
    if found.type_of(name.entity) not in ("Organization", "Channel") or name.kind != "name":
        return None
    if the + 1 >= len(tokens) or tokens.text[name.end] not in DASHES or tokens.lower[the] != "the":
        return None
    spaced = tokens.ends[name.end - 1] < tokens.starts[name.end]
    if not spaced or platforms.named_at(tokens, name.start) is not None:
        return None  # "TikTok - The platform is banned"
    nouns = range(the + 1, min(len(tokens) - 1, the + 1 + _MOST_BETWEEN))
    noun = next((i for i in nouns if _is_medium(tokens.lower[i])), None)
    known = found.channels.get(name.entity)
    reports = known is not None and known.platform == "agency"  # "Reuters - The channel is shut"
    return None if noun is None or reports or tokens.lower[noun + 1] == "of" else noun


def _is_medium(word: str) -> bool:
    return word == "platform" or kinds.KIND.get(word) in _MEDIA
