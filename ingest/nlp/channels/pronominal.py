"""Channels that a pronoun stands for: "One claimed ...; the other, whose audience exceeds ..."."""

from __future__ import annotations

from ingest.nlp.channels import addresses, kinds
from ingest.nlp.channels.audience import Audience
from ingest.nlp.channels.bearers import bearer
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.channels.register import ORDINALS, Register
from ingest.nlp.channels.words import name_run
from ingest.nlp.findings import Channel, Findings
from ingest.nlp.speech import is_speech
from ingest.nlp.tokens import Tokens

_LIST_BACK = 2  # sentences back in which the list stands
_FIRST_BACK = 4  # sentences within which "the first" is one of two channels
_PRONOMINAL = frozenset(("one", "another", "other", "second", "third", "first", "former", "latter"))
_NOT = ("not", "no")  # "not one of them", "no one asked"
Noun = tuple[int, str, str | None]  # where a noun for channels stands, its kind, its platform


def indices(tokens: Tokens) -> list[int]:
    """Where "one", "another" or "the other" stand for a noun that was told before."""
    return [
        i for i, word in enumerate(tokens.lower)
        if word in _PRONOMINAL and i + 1 < len(tokens) and tokens.lower[i - 1] not in _NOT
        and (word != "one" or tokens.pos[i - 1] != "ADJ" or tokens.lemma[i + 1] == "have")
        and tokens.pos[i + 1] in ("VERB", "AUX", "PUNCT", "ADP", "PRON", "ADV", "NUM", "ADJ")
    ]  # fmt: skip


def settle(register: Register, index: int, last: Noun | None, free: list[Audience]) -> None:
    """As in "One claimed ...; the other, whose audience exceeds ...": channels named before."""
    found, tokens = register.found, register.found.tokens
    noun = _noun_before(found, index, last)
    if noun is None or found.holder[index] is not None:
        return
    position, kind, platform = noun
    sentence = tokens.sent_of[index]
    if sentence - tokens.sent_of[position] > 2 or kind not in ("channel", *kinds.PEOPLE):
        return
    near = (a for a in free if 0 < a.start - index <= 20 and tokens.sent_of[a.start] == sentence)
    size = next((a for a in near if a.start - index <= 8 or bearer(tokens, a) == index), None)
    verb = tokens.heads[index]
    subject = tokens.dep[index].startswith("nsubj") and is_speech(tokens.lemma[verb])
    adjacent = tokens.pos[index + 1] == "VERB" and is_speech(tokens.lemma[index + 1])
    if size and (name := _apposed(found, index)) is not None:
        size.named = name  # and is settled with the counts of names
        return
    if size and (channel := _listed(register, index)) is not None:
        free.remove(size)
        register.count(channel, size)
        found.add(channel, index - 1, index + 1, "coref")
        register.remember(channel, index)
        return
    if tokens.lower[index] in ("former", "latter") and not size:
        _of_two(register, index, 1)
        return
    if tokens.lower[index] == "first" and not size:
        acts = tokens.dep[index] == "nsubj" or tokens.tag[index + 1] in ("VBD", "VBZ")
        if acts and tokens.lower[index - 1] == "the":
            _of_two(register, index, _FIRST_BACK)
        return
    if not (size or subject or adjacent):
        return
    start = index - (tokens.pos[index - 1] == "ADJ")  # "the Arabic one"
    start -= start > 0 and tokens.lower[start - 1] in ("the", "a", "another")
    phrase = Phrase(index, start, index + 1, kind, kind, "new", plural=False, platform=platform)
    if size:
        free.remove(size)
    register.anonymous(phrase, size)


def _apposed(found: Findings, index: int) -> tuple[int, int] | None:
    """The name between commas behind a pronoun: "Another one, Lantern, has 9,000 readers"."""
    tokens, start = found.tokens, index + 2
    if start >= len(tokens) or tokens.text[index + 1] != ",":
        return None
    end = tokens.sents[tokens.sent_of[index]][1]
    named = addresses.names_account(tokens.text[start])
    run = (start, start + 1) if named else name_run(tokens, start, end)
    held = found.holder[start]
    place = held is not None and found.type_of(held.entity) in ("State", "Place")
    closed = run is not None and tokens.text[run[1] : run[1] + 1] == [","]
    return run if closed and not place else None


def _listed(register: Register, index: int) -> Channel | None:
    """Which channel of a list told before "the first has ..., the second ..." takes up."""
    tokens = register.found.tokens
    word, sentence = tokens.lower[index], tokens.sent_of[index]
    if tokens.lower[index - 1] != "the" or word not in (*ORDINALS, "former", "latter"):
        return None
    told: list[Channel] = []
    for position, channel in register.before(index):
        if 0 < sentence - tokens.sent_of[position] <= _LIST_BACK and channel not in told:
            told.append(channel)
    if len(told) < 2 or (word == "latter" and len(told) != 2):
        return None
    place = ORDINALS.index(word) if word in ORDINALS else int(word == "latter")
    channel_or_none = told[place] if place < len(told) else None
    return channel_or_none if channel_or_none and channel_or_none.subscribers is None else None


def _noun_before(found: Findings, index: int, last: Noun | None) -> Noun | None:
    """The last noun for channels, that of a group included: "Syrian bloggers"."""
    tokens = found.tokens
    first = tokens.sents[max(0, tokens.sent_of[index] - 2)][0]
    for at in range(index - 1, max(first, last[0] if last else 0), -1):
        noun = kinds.TRIGGERS.get(tokens.lower[at])
        if noun is not None and noun != tokens.lower[at] and found.holder[at] is not None:
            return at, kinds.KIND[noun], None
    return last


def _of_two(register: Register, index: int, reach: int) -> None:
    """As in "The former said ..., the latter ...", "the first deleted it": of the last two."""
    tokens = register.found.tokens
    sentence = tokens.sent_of[index]
    last: list[Channel] = []
    for position, channel in register.recent:
        if sentence - tokens.sent_of[position] <= reach and channel not in last:
            last.append(channel)
    if len(last) >= 2:
        channel = last[-2] if tokens.lower[index] in ("former", "first") else last[-1]
        start = index - (tokens.lower[index - 1] == "the")
        register.found.add(channel, start, index + 1, "coref")
        register.remember(channel, index)
