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
            if tokens.text[index:end] == words and _is_free(found, index, end):
                found.add(channel, index, end, "name")


def _is_surname(found: Findings, mention: Mention) -> bool:
    """Whether a person is known by one word, which a channel's name may be about: "Two Majors"."""
    entity = found.entities[mention.entity]
    return entity.type == "Person" and " " not in entity.name


def _is_free(found: Findings, start: int, end: int) -> bool:
    """Whether nothing else is meant by these words; parts of "War on Fakes" give way to it."""
    parts = {m.start: m for i in range(start, end) if (m := found.holder[i]) is not None}
    if not all(
        start <= m.start and m.end <= end and m.end - m.start < end - start
        and m.entity in found.entities and (is_mistaken(found, m.start) or _is_surname(found, m))
        for m in parts.values()
    ):  # fmt: skip
        return False
    for place in parts:
        found.unname(place)
    return True
