"""Later mentions of channels that a text has named."""

from __future__ import annotations

from ingest.nlp.channels.apposed import is_mistaken
from ingest.nlp.findings import Channel, Findings, Mention
from ingest.nlp.lexicon import words


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


def follow_short_names(found: Findings) -> None:
    """Mention a paper wherever the last word of its name takes it up: "the Post", "the Times".

    Two papers of which both end so are told apart by nothing.
    """
    tokens = found.tokens
    papers: dict[str, list[Channel]] = {}
    for channel in found.channels.values():
        last = channel.name.rpartition(" ")[2]
        if " " in channel.name and not channel.anonymous and last.lower() in words("outlet"):
            papers.setdefault(last, []).append(channel)
    alone = {last: named[0] for last, named in papers.items() if len(named) == 1}
    for index, text in enumerate(tokens.text if alone else ()):
        if index and text in alone and tokens.lower[index - 1] == "the":
            paper, held = alone[text], found.holder[index]
            behind = tokens.text[index + 1 : index + 2]
            named = any(mention.end < index for mention in paper.mentions)
            if not named or (behind and behind[0][0].isupper()):
                continue  # "the Times Square"
            if held is not None and found.type_of(held.entity) == "Channel":
                if held.entity == paper.id or held.end - held.start > 1:
                    continue
                found.unname(index)  # another known paper, "The Times"
            if found.holder[index] is None:
                found.add(paper, index, index + 1, "name")


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
