"""Counts that go with a channel phrase: "a channel with 9,000 readers", "9,000 read the page"."""

from __future__ import annotations

from bisect import bisect_left

from ingest.nlp.channels import bearers, kinds
from ingest.nlp.channels.audience import Audience, comma_after
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.findings import Findings
from ingest.nlp.speech import is_speech
from ingest.nlp.tokens import Tokens

_JUST_AHEAD = 3  # tokens from a count to the channel it stands ahead of
_NEAR, _FAR = 20, 32  # tokens from a channel phrase to its count
_MOST_EXPLAINED = 30  # tokens of an explanation in square brackets
_WHO_RUNS = 2  # tokens of "who runs" between a person and the channel
_GROUPS = frozenset(("group", "public", "page", "channel"))


def hosts(
    found: Findings, read: list[Phrase], sizes: list[Audience]
) -> list[tuple[Phrase, Audience]]:
    """Each count with the channel phrase right before it in its sentence."""
    tokens, pairs = found.tokens, []
    told: dict[int, list[Phrase]] = {}
    for phrase in read:
        told.setdefault(tokens.sent_of[phrase.head], []).append(phrase)
    starts = sorted(size.start for size in sizes)
    by_start = {phrase.start: phrase for phrase in reversed(read)}
    for size in sizes:
        sentence = tokens.sent_of[size.start]
        here = told.get(sentence, [])
        if size.ahead:
            last = tokens.sents[sentence][1]
            ends = {size.end, comma_after(tokens, size.end, last) or size.end}
            after = (
                p for p in here
                if any(0 <= p.start - end <= _JUST_AHEAD for end in ends) and not p.plural
            )  # fmt: skip
            if (host := next(after, None)) is not None:
                pairs.append((host, size))
            continue
        noun = bearers.bearer(tokens, size)
        if noun is not None and bearers.is_several(tokens, noun, size):
            continue
        last = starts[bisect_left(starts, size.start) - 1] if size.start > starts[0] else -1
        near = [
            p for p in here
            if last <= p.head < size.start <= p.head + _FAR + _MOST_EXPLAINED and not p.plural
            and len(_outside(tokens, p.head, size.start)) <= _reach(p, noun)
        ]  # fmt: skip
        behind = by_start.get(size.end + 1)
        if behind is not None and _is_had_on(tokens, size, behind):
            pairs.append((behind, size))
            continue
        around = next((p for p in here if p.start <= size.start and size.end <= p.head), None)
        if around is not None and not around.plural:
            pairs.append((around, size))  # "a 1.2M-strong channel"
            continue
        if not near or _other_subject(found, near[-1], size, noun):
            continue
        opened = tokens.text[size.start - 1] == "(" and _adjoins(found, near[-1], size)
        host = (None if opened else _borne_by(near, noun)) or near[-1]
        if len(near) > 1 and _is_owned(tokens, near[-2], host, size):
            host = near[-2]
        host = next((p for p in near if _is_run(tokens, host, p)), host)
        if size.bare and not _adjoins(found, host, size):
            continue
        if size.members and not _has_members(host):
            continue
        if host.determiner == "whose" and len(near) > 1:
            host = near[-2]
        elif host.determiner == "whose" and _takes_up_one(tokens, host.start):
            continue
        pairs.append((host, size))
    return pairs


def _is_had_on(tokens: Tokens, size: Audience, phrase: Phrase) -> bool:
    """As in "He has 9,000 subscribers on his channel": the count stands before the channel."""
    return (
        phrase.start == size.end + 1
        and tokens.lower[size.end] in ("on", "to")
        and tokens.tag[phrase.start] == "PRP$"
        and not phrase.plural
    )


def _reach(phrase: Phrase, bearer: int | None) -> int:
    """How many tokens a phrase reaches; far where no later noun can bear the count."""
    return _FAR if bearer is not None and bearer <= phrase.head else _NEAR


def _takes_up_one(tokens: Tokens, whose: int) -> bool:
    """As in "Another one, whose channel has 9,000 readers": one more of what was told before."""
    return tokens.text[whose - 1] == "," and tokens.lower[whose - 2] in kinds.NEW


def _borne_by(near: list[Phrase], noun: int | None) -> Phrase | None:
    """The phrase the parse gives the count to: "a channel, run by X and read by 9,000 people"."""
    if noun is None:
        return None
    ends = ((p, p.name[1] if p.name else p.end) for p in near)
    return next((p for p, end in ends if p.start <= noun < max(p.end, end)), None)


def _has_members(host: Phrase) -> bool:
    """Whether a group's members are its audience: a group on a platform, or with a name."""
    named = host.kind in _GROUPS and bool(host.platform or host.strong or host.name)
    return named or host.kind == "channel"


def _is_owned(tokens: Tokens, channel: Phrase, person: Phrase, size: Audience) -> bool:
    """As in "the channel of the propagandist Popko (9,000)", "run by Popko and read by 9,000"."""
    if person.kind not in kinds.PEOPLE or channel.kind not in kinds.MEDIA:
        return False
    joined = any(tokens.tag[i] == "CC" for i in range(person.head, size.start))
    run = tokens.lower[person.start - 1] == "by" and tokens.tag[person.start - 2] == "VBN"
    return tokens.lower[channel.head + 1 : person.start] == ["of"] or (run and joined)


def _is_run(tokens: Tokens, person: Phrase, channel: Phrase) -> bool:
    """As in "The milblogger who runs the channel Lantern, Ivan Popko, has 9,000 followers"."""
    if person.kind not in kinds.PEOPLE or channel.kind not in kinds.MEDIA:
        return False
    between = range(person.head + 1, channel.start)
    runs = len(between) == _WHO_RUNS and tokens.lemma[between[-1]] in kinds.RUNNING
    return runs or [tokens.lower[i] for i in between] == ["behind"]


def _adjoins(found: Findings, phrase: Phrase, size: Audience) -> bool:
    """Whether the bracket with a bare count opens right after a phrase or the name in it."""
    opened = size.start - (found.tokens.text[size.start - 1] == "(")
    while opened > phrase.head and found.tokens.text[opened] != "(":
        opened -= 1
    ends = {phrase.head + 1} | ({phrase.name[1]} if phrase.name else set())
    return any(opened in (end, end + 1) for end in ends)


def _other_subject(found: Findings, phrase: Phrase, size: Audience, noun: int | None) -> bool:
    """Whether a name or pronoun between a phrase and a count owns the count."""
    tokens = found.tokens
    own = range(*phrase.name) if phrase.name else range(0)
    if noun is not None and noun > phrase.head and noun not in own:
        holder = found.holder[noun]
        other = holder is not None and holder.kind == "name" and holder.start >= phrase.head
        if other and tokens.dep[noun] != "appos":
            return True  # "a mirror of the site, and by Popko, who has 9,000 followers"
    return any(
        (i not in own and _names_another(found, i))
        or tokens.lower[i] in ("other", "another", "second")
        or (tokens.lower[i] in ("he", "she", "it") and not _is_same(tokens, i))
        for i in _outside(tokens, phrase.head + 1, size.start)
    )


def _outside(tokens: Tokens, start: int, end: int) -> list[int]:
    """The tokens of a stretch that stand in no square brackets, where editors explain a word."""
    if end - start > _FAR + _MOST_EXPLAINED or "[" not in tokens.text[start:end]:
        return list(range(start, end))
    kept: list[int] = []
    depth = 0
    for index in range(start, end):
        depth += (tokens.text[index] == "[") - (tokens.text[index - 1] == "]" and depth > 0)
        if depth <= 0:
            kept.append(index)
    return kept


def _is_same(tokens: Tokens, pronoun: int) -> bool:
    """Whether a pronoun is the phrase itself: "a channel – it has", "which says it has"."""
    before = tokens.text[pronoun - 1] in "(–—"
    says = is_speech(tokens.lemma[pronoun - 1]) and tokens.tag[pronoun - 2] in ("WDT", "WP")
    return before or says


def _names_another(found: Findings, index: int) -> bool:
    """Whether a token is the subject's name, or the name of a channel."""
    holder = found.holder[index]
    if holder is None:
        return False
    channel = holder.entity in found.channels and holder.kind == "name"
    return channel or found.tokens.dep[index].startswith("nsubj")
