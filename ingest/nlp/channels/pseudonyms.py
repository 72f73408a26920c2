"""The names people post under: "Popko, who blogs as Lantern", "@ivanpopko" for Ivan Popko."""

from __future__ import annotations

import re

from graph.ids import slug
from ingest.nlp import clauses, subjects
from ingest.nlp.channels import kinds, platforms
from ingest.nlp.channels.apposed import is_mistaken
from ingest.nlp.channels.audience import NOUNS
from ingest.nlp.channels.names import take_over
from ingest.nlp.channels.register import Register
from ingest.nlp.channels.words import name_run
from ingest.nlp.findings import Channel, Findings
from ingest.nlp.marks import DOUBLE_OPENING
from ingest.nlp.tokens import Tokens

_CALLED = re.compile(
    r"as|(?:under|using|by|with) (?:the|a) (?:[\w-]+ )?(?:name|handle|pseudonym|nickname|alias|"
    r"username|moniker|nom de guerre|pen name|title)(?: of)?|by(?: the (?:name|handle)(?: of)?)?"
)
_REFLEXIVES = frozenset(("himself", "herself", "itself", "themselves"))
_PRINTED = frozenset(("write", "publish"))
_MOST_CALLED = 6  # tokens of "under the pen name of"
_LEAST_ACCOUNT = 5  # letters of a name that an account can be told by
_OFFICIAL = re.compile(r"^(?:the)?(?:real|official)|official$")
_NO_LETTERS = re.compile(r"[\W_]")


def posted_under(register: Register) -> None:
    """Make the channels that people are said to post as, each its writer's."""
    found, tokens = register.found, register.found.tokens
    for verb in range(len(tokens) - 2):
        goes = tokens.lemma[verb] == "go" and tokens.lower[verb + 1] == "by"
        known = tokens.lower[verb] == "known" or goes  # "known online as Lantern"
        himself = tokens.lemma[verb] == "call" and tokens.lower[verb + 1] in _REFLEXIVES
        if tokens.lemma[verb] not in kinds.POSTING and not known and not himself:
            continue
        if tokens.pos[verb] != "VERB":
            continue
        last = tokens.sents[tokens.sent_of[verb]][1]
        start = verb + 2 if himself else _called(register, verb, last)
        if himself and start is not None:
            start += tokens.text[start] in DOUBLE_OPENING
        run = _name_at(tokens, start, last) if start is not None else None
        if run is None or (found.holder[run[0]] is not None and not is_mistaken(found, run[0])):
            continue
        platform = platforms.on(tokens, verb) or platforms.OF_VERBS.get(tokens.lemma[verb])
        if himself:
            platform = next((p for i in range(verb, last) if (p := _told_on(tokens, i))), None)
        online = "online" in tokens.lower[verb + 1 : verb + 2] or goes
        if known and not NOUNS.isdisjoint(tokens.lower[run[1] : last]):
            online = True  # "Popko, known as War Kettle, has 9,000 subscribers"
        if platform is None and (himself or (known and not online)):
            continue
        if platform is None and tokens.lemma[verb] in _PRINTED:
            continue  # books and columns are written under names as well
        name = tokens.span_text(*run)
        channel = Channel(f"channel:{slug(name)}", name, anonymous=False)
        held = found.holder[run[0]]
        id_ = held.entity if held is not None and held.entity in found.channels else channel.id
        channel = found.channels.get(id_, channel)
        channel.platform = channel.platform or platform
        channel.owner = channel.owner or _writer(found, verb)
        if found.holder[run[0]] is None or channel.id not in found.channels:
            take_over(found, channel, *run)
        register.remember(channel, run[0])


def _told_on(tokens: Tokens, index: int) -> str | None:
    """The platform behind "on": "a man who calls himself Lantern told his readers on Telegram"."""
    return platforms.named_at(tokens, index + 1) if tokens.lower[index] == "on" else None


def _name_at(tokens: Tokens, start: int, last: int) -> tuple[int, int] | None:
    if tokens.text[start][0] == "@":
        return start, start + 1
    if tokens.lower[start] in kinds.PLATFORM:
        return None  # "posted by TikTok user @lantern"
    return name_run(tokens, start, last)


def _called(register: Register, verb: int, last: int) -> int | None:
    """Where the name behind "posts on Telegram as", "writes under the name" begins."""
    tokens, start = register.found.tokens, verb + 1
    if tokens.lower[start] in ("on", "in") and platforms.named_at(tokens, start + 1):
        start += 2
    start += tokens.lower[start] == "online"
    apart = [c for c in tokens.children[verb] if tokens.lower[c] == "under" and c > start]
    for begin in (start, *apart):  # "broadcasts in German under the title"
        for end in range(begin + 1, min(last, begin + _MOST_CALLED)):
            if _CALLED.fullmatch(" ".join(tokens.lower[begin:end])) and (
                tokens.text[end] in DOUBLE_OPENING
                or tokens.text[end][0].isupper()
                or "@" in tokens.text[end]
            ):
                return end + (tokens.text[end] in DOUBLE_OPENING)
    return None


def _writer(found: Findings, verb: int) -> str | None:
    subject = subjects.subject(found.tokens, verb)
    if found.tokens.dep[verb] == "acl":
        subject = found.tokens.heads[verb]  # "Popko, known online as Lantern"
    elif subject is not None and found.tokens.tag[subject] in clauses.WH:
        subject = found.tokens.heads[verb]
    person = found.person_at(subject)
    return person.entity if person is not None else None


def own_handles(found: Findings) -> None:
    """Give accounts that are called as somebody is to whom they are called after.

    A handle in brackets behind a name says itself what it is of.
    """
    text = found.tokens.text
    accounts = [
        channel
        for channel in found.channels.values()
        if channel.handle and channel.owner is None
        and all(text[m.start - 1] != "(" for m in channel.mentions)
    ]  # fmt: skip
    if not accounts:
        return
    people: dict[str, str] = {}
    for entity in found.entities.values():
        if entity.type == "Person":
            told = (found.tokens.span_text(m.start, m.end) for m in entity.mentions)
            for name in {entity.name, *told}:
                words = name.split()
                if len(words) > 1:
                    people.setdefault(_bare("".join(words)), entity.id)
                    people.setdefault(_bare(words[0] + words[-1]), entity.id)
    for channel in accounts:
        handle = _OFFICIAL.sub("", _bare(channel.handle or ""))
        if len(handle) >= _LEAST_ACCOUNT and handle in people:
            channel.owner = people[handle]


def _bare(name: str) -> str:
    return _NO_LETTERS.sub("", name).lower()
