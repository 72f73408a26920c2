"""Later mentions of channels that a text has named."""

from __future__ import annotations

from ingest.nlp.channels.apposed import is_mistaken
from ingest.nlp.findings import Channel, Findings, Mention


def follow_names(found: Findings) -> None:
    """Mention named channels wherever their name stands again and nothing else holds it."""
    tokens = found.tokens
    named = {c.name: c for c in found.channels.values() if not c.anonymous and "'s " not in c.name}
    if not named:
        return
    by_first: dict[str, list[tuple[list[str], Channel]]] = {}
    for name, channel in named.items():
        told = (m for m in channel.mentions if tokens.span_text(m.start, m.end) == name)
        first = next(told, None)
        words = tokens.text[first.start : first.end] if first is not None else name.split()
        by_first.setdefault(words[0], []).append((words, channel))
    for index, text in enumerate(tokens.text):
        for words, channel in by_first.get(text, ()):
            end = index + len(words)
            if tokens.text[index:end] == words and _is_free(found, channel, index, end):
                found.add(channel, index, end, "name")


def _is_surname(found: Findings, mention: Mention) -> bool:
    """Whether a person is known by one word, which a channel's name may be about: "Two Majors"."""
    entity = found.entities[mention.entity]
    return entity.type == "Person" and " " not in entity.name


def _is_free(found: Findings, channel: Channel, start: int, end: int) -> bool:
    """Whether nothing else is meant by these words; parts of "War on Fakes" give way to it.

    So does the state in a channel's name, "Kyiv" in "Quiet Kyiv".
    """
    parts = {m.start: m for i in range(start, end) if (m := found.holder[i]) is not None}
    for mention in parts.values():
        inside = start <= mention.start and mention.end <= end
        if not inside or mention.end - mention.start == end - start:
            return False
        if mention.entity == channel.id:
            continue
        state = found.type_of(mention.entity) == "State"
        if mention.entity not in found.entities or not (
            state or is_mistaken(found, mention.start) or _is_surname(found, mention)
        ):
            return False
    for place in parts:
        found.unname(place)
    return True
