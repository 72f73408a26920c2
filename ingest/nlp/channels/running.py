"""Who runs a channel, told by a verb or a bracket: "run by Popko", "Lantern (Ivan Popko)"."""

from __future__ import annotations

from graph.ids import slug
from ingest.nlp.channels import kinds
from ingest.nlp.channels.apposed import is_mistaken
from ingest.nlp.channels.names import take_over
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.findings import Channel, Findings
from ingest.nlp.marks import DOUBLE_CLOSING

_WRITERS = frozenset(
    ("author", "admin", "administrator", "founder", "owner", "editor", "creator", "host", "head")
)  # fmt: skip
_MOST_TO_RUN, _MOST_TO_NAME = 4, 10  # tokens to "run by" and from there to the name


def run_by(found: Findings, phrase: Phrase) -> None:
    """Note who runs the channel a phrase speaks of: "a channel called X, run by Popko"."""
    tokens, holder = found.tokens, found.holder
    end = max(phrase.end, phrase.head + 1, (phrase.name or (0, 0))[1])
    held = holder[phrase.name[0] if phrase.name else phrase.head]
    channel = found.channels.get(held.entity) if held is not None else None
    if channel is None or channel.owner is not None:
        return
    stop = tokens.sents[tokens.sent_of[phrase.head]][1] - 1
    runs = (
        i for i in range(end, min(stop, end + _MOST_TO_RUN))
        if tokens.lemma[i] in kinds.RUNNING and tokens.lower[i + 1] == "by"
    )  # fmt: skip
    by = next(runs, stop)
    for index in range(by + 2, min(stop, by + 2 + _MOST_TO_NAME)):
        if tokens.text[index] == "," or tokens.pos[index] == "VERB":
            return
        if (person := found.person_at(index)) is not None:
            channel.owner = person.entity
            return


def told_run(found: Findings) -> None:
    """Note who is said to run a channel by its name: "Lantern is run by Ivan Popko"."""
    tokens, holder = found.tokens, found.holder
    for verb in range(len(tokens) - 1):
        if tokens.tag[verb] != "VBN" or tokens.lemma[verb] not in kinds.RUNNING:
            continue
        subject, agent = tokens.child(verb, "nsubjpass"), tokens.child(verb, "agent")
        if subject is None and tokens.dep[verb] == "acl":
            subject = tokens.heads[verb]  # "Lantern, run by Ivan Popko,"
        by = tokens.child(agent, "pobj") if agent is not None else None
        if subject is None or by is None or (held := holder[subject]) is None:
            continue
        channel, person = found.channels.get(held.entity), found.person_at(by)
        if channel is not None and channel.owner is None and person is not None:
            channel.owner = person.entity


def in_brackets(found: Findings) -> None:
    """Note the people named in a bracket behind a channel: "Lantern (Ivan Popko) says"."""
    text = found.tokens.text
    for channel in found.channels.values():
        for mention in channel.mentions if channel.owner is None else ():
            opens = text[mention.end : mention.end + 1] == ["("]
            person = found.person_at(mention.end + 1) if opens else None
            if person is not None and text[person.end : person.end + 1] == [")"]:
                channel.owner = person.entity


def behind_name(found: Findings) -> None:
    """Note who is named behind a channel he writes: "author of the channel “Lantern” Otto Kern"."""
    tokens = found.tokens
    for channel in found.channels.values():
        for mention in channel.mentions if channel.owner is None else ():
            at = mention.end
            at += tokens.text[at : at + 1] != [] and tokens.text[at] in DOUBLE_CLOSING
            person = found.person_at(at)
            before = tokens.lower[max(0, mention.start - _MOST_TO_RUN - 2) : mention.start]
            writes = not _WRITERS.isdisjoint(before) and "of" in before
            if person is not None and person.start == at and person.kind == "name" and writes:
                channel.owner = person.entity


def run_before(found: Findings, phrase: Phrase) -> Channel | None:
    """What "the channel" takes up in "Popko runs Lantern. The channel has ..."."""
    tokens = found.tokens
    number = tokens.sent_of[phrase.head]
    if phrase.kind != "channel" or phrase.modifiers or not number:
        return None
    for index in range(*tokens.sents[number - 1]):
        if tokens.lemma[index] not in kinds.RUNNING or tokens.pos[index] != "VERB":
            continue
        named = next((c for c in tokens.children[index] if tokens.dep[c] == "dobj"), None)
        holder = found.holder[named] if named is not None else None
        if named is None or not tokens.text[named][0].isupper():
            continue
        if holder is not None and not is_mistaken(found, named):
            continue
        start = holder.start if holder is not None else min(tokens.lefts[named], named)
        name = tokens.span_text(start, named + 1)
        channel = Channel(f"channel:{slug(name)}", name, anonymous=False)
        subject = tokens.child(index, "nsubj")
        owner = found.holder[subject] if subject is not None else None
        channel.owner = owner.entity if owner and owner.entity in found.entities else None
        take_over(found, channel, start, named + 1)
        return channel
    return None
