"""Whose audience a count is: a channel phrase before it, a name, a pronoun, or any person."""

from __future__ import annotations

from graph.ids import slug
from ingest.nlp import clauses
from ingest.nlp.channels import phrases
from ingest.nlp.channels.audience import Audience
from ingest.nlp.channels.names import take_over
from ingest.nlp.channels.phrases import Phrase
from ingest.nlp.channels.register import Register
from ingest.nlp.channels.words import name_run
from ingest.nlp.findings import Channel, Findings
from ingest.nlp.tokens import Tokens

_PRONOUNS = frozenset(("it", "he", "she", "they", "its", "his", "her", "their"))
_ENTRY_MARKS = frozenset(("(", "–", "—", "-", ":"))
_BULLETS = frozenset(("*", "-", "–", "•"))
_NO_MEDIA = frozenset(("State", "Place", "ArmedGroup"))
_GROUPS = frozenset(("group", "public", "page", "channel"))


def hosts(
    found: Findings, read: list[Phrase], sizes: list[Audience]
) -> list[tuple[Phrase, Audience]]:
    """Each count with the channel phrase right before it in its sentence."""
    tokens, pairs = found.tokens, []
    for size in sizes:
        sentence = tokens.sent_of[size.start]
        if size.ahead:
            after = (p for p in read if 0 <= p.start - size.end <= 3 and not p.plural)
            host = next((p for p in after if tokens.sent_of[p.head] == sentence), None)
            if host is not None:
                pairs.append((host, size))
            continue
        near = [
            p for p in read
            if p.head < size.start and size.start - p.head <= 20
            and tokens.sent_of[p.head] == sentence and not p.plural
            and not any(p.head < s.start < size.start for s in sizes)
        ]  # fmt: skip
        if not near or _other_subject(found, near[-1], size):
            continue
        host = near[-1]
        if size.bare and not _adjoins(found, host, size):
            continue
        if size.members and not (host.kind in _GROUPS and (host.platform or host.strong)):
            continue
        if host.determiner == "whose" and len(near) > 1:
            host = near[-2]
        pairs.append((host, size))
    return pairs


def _adjoins(found: Findings, phrase: Phrase, size: Audience) -> bool:
    """Whether the bracket with a bare count opens right after a phrase or the name in it."""
    opened = size.start
    while opened > phrase.head and found.tokens.text[opened] != "(":
        opened -= 1
    ends = {phrase.head + 1} | ({phrase.name[1]} if phrase.name else set())
    return any(opened in (end, end + 1) for end in ends)


def _other_subject(found: Findings, phrase: Phrase, size: Audience) -> bool:
    """Whether a name or pronoun between a phrase and a count owns the count."""
    tokens = found.tokens
    own = range(*phrase.name) if phrase.name else range(0)
    return any(
        (i not in own and _names_another(found, i))
        or tokens.lower[i] in ("other", "another", "second")
        or (tokens.lower[i] in ("he", "she", "it") and tokens.text[i - 1] not in "(–—")
        for i in range(phrase.head + 1, size.start)
    )


def _names_another(found: Findings, index: int) -> bool:
    """Whether a token is the subject's name, or the name of a channel."""
    holder = found.holder[index]
    if holder is None:
        return False
    channel = holder.entity in found.channels and holder.kind == "name"
    return channel or found.tokens.dep[index].startswith("nsubj")


def settle(register: Register, size: Audience) -> None:
    """Give a count without a channel phrase to the name, pronoun or person before it."""
    found, tokens = register.found, register.found.tokens
    if size.members:
        return
    if size.named:
        holder = found.holder[size.named[0]]
        if holder is not None and found.type_of(holder.entity) in _NO_MEDIA:
            return
        _name(register, size.named[1] - 1, size.named[0], size)
        return
    if size.later:
        channel = register.latest(size.start)
        if channel is not None and channel.subscribers is not None:
            channel.subscribers = None
            register.count(channel, size)
        return
    if size.bare or size.ahead:
        _settle_by_name(register, size)
        return
    first = tokens.sents[tokens.sent_of[size.start]][0]
    owner = _relative_owner(found, size)
    if owner is not None:
        register.count(found.channels[owner], size)
        return
    for index in range(size.start - 1, max(first, size.start - 10) - 1, -1):
        word, holder = tokens.lower[index], found.holder[index]
        if holder is not None and holder.entity in found.channels:
            register.count(found.channels[holder.entity], size)
            register.remember(found.channels[holder.entity], index)
            return
        if word in _PRONOUNS:
            latest = register.latest(index)
            if latest is not None and latest.subscribers in (None, size.value):
                register.count(latest, size)
            return
        if tokens.pos[index] == "PROPN" and tokens.text[index][0].isupper():
            if word not in phrases.PLATFORM:
                _name(register, index, first, size)
                return
        elif tokens.pos[index] == "NOUN" and word not in phrases.PLATFORM:
            if _heads_entry(tokens, index, first):
                _name(register, index, first, size)
                return
            before = found.holder[index - 1] if index else None
            if before is not None and before.entity in found.channels:
                continue  # "the Lantern project with 9,000 readers"
            _noun(register, index, size)
            return


def _heads_entry(tokens: Tokens, index: int, first: int) -> bool:
    """Whether a capitalised noun opens a sentence or an entry of a list: "3. Kettle – 9,800"."""
    if not tokens.text[index][0].isupper() or tokens.text[index + 1] not in _ENTRY_MARKS:
        return False
    return index == first or _is_bullet(tokens, index - 1)


def _is_bullet(tokens: Tokens, index: int) -> bool:
    text = tokens.text[index]
    numbered = text == "." and index > 0 and tokens.text[index - 1].isdigit()
    return "\n" in text or numbered or text.rstrip(".").isdigit() or text in _BULLETS


def _settle_by_name(register: Register, size: Audience) -> None:
    """Give a count in brackets, or ahead of its channel, to the channel named right beside it."""
    found, tokens = register.found, register.found.tokens
    index = size.end if size.ahead else size.start - 1
    step = 1 if size.ahead else -1
    for _ in range(5):
        if not 0 <= index < len(tokens):
            return
        holder = found.holder[index]
        if holder is not None and holder.entity in found.channels:
            register.count(found.channels[holder.entity], size)
            return
        named = name_run(tokens, index, len(tokens)) if size.ahead else None
        if named and (holder is None or phrases.is_mistaken(found, index)):
            _name(register, named[1] - 1, named[0], size)
            return
        if holder is not None or tokens.text[index] not in {
            "(",
            ",",
            "“",
            '"',
            "”",
            "«",
            "»",
            "the",
        }:
            return
        index += step


def _relative_owner(found: Findings, size: Audience) -> str | None:
    """The channel before "which is run by Popko and has 88,600 followers"."""
    tokens = found.tokens
    verb = tokens.heads[size.end - 1]
    if tokens.lemma[verb] not in ("have", "boast", "count", "gather", "attract", "reach", "number"):
        return None
    subject = clauses.subject(tokens, verb)
    if subject is None or tokens.tag[subject] not in ("WDT", "WP"):
        return None
    index = subject - 1
    while index > 0 and tokens.text[index] in (",", ")", "("):
        index -= 1
    holder = found.holder[index]
    return holder.entity if holder is not None and holder.entity in found.channels else None


def _name(register: Register, last: int, first: int, size: Audience) -> None:
    """As in "Lantern (64,000 subscribers)", "Popko (Lantern, 64,000 subscribers)"."""
    found, tokens = register.found, register.found.tokens
    holder = found.holder[last]
    start = holder.start if holder else last
    while not holder and start > first and tokens.pos[start - 1] == "PROPN":
        start -= 1
    if (
        not holder
        and start > 1
        and _is_bullet(tokens, start - 2)
        and tokens.text[start - 1].istitle()
    ):
        start -= 1
    if not holder and start - first == 2 and tokens.lower[start - 1] in ("and", "&"):
        # "Sand and Steel, whose audience ...": one name that opens the sentence.
        inner = found.holder[first]
        if tokens.pos[first] == "PROPN" and (
            inner is None or found.type_of(inner.entity) not in ("Person", "State")
        ):
            start = first
    name = tokens.span_text(start, last + 1)
    type_ = found.type_of(holder.entity) if holder else ""
    if type_ == "State":
        return
    titled = _name_before_bracket(found, start) if holder and type_ == "Person" else None
    name = tokens.span_text(*titled) if titled else name
    channel = Channel(f"channel:{slug(name)}", name, anonymous=False)
    channel = found.channels.get(channel.id, channel)
    if titled and holder:
        channel.owner = holder.entity
        take_over(found, channel, *titled)
    elif holder and type_ == "Person":
        channel.owner = holder.entity
        register.found.add(channel, size.start, size.end, "nominal")
    else:
        take_over(found, channel, start, last + 1)
        before = found.holder[start - 2] if start > first + 1 else None
        if before and tokens.text[start - 1] == "(" and found.type_of(before.entity) == "Person":
            channel.owner = before.entity
    register.count(channel, size)
    register.remember(channel, last)


def _name_before_bracket(found: Findings, start: int) -> tuple[int, int] | None:
    """The quoted name before "(Alina Marchuk, 180,000 subscribers)"."""
    tokens = found.tokens
    close = start - 2
    if close < 1 or tokens.text[start - 1] != "(" or tokens.text[close] not in '”"»“':
        return None
    marks = (i for i in range(close - 1, max(-1, close - 8), -1) if tokens.text[i] in '“"«„')
    opened = next(marks, None)
    return None if opened is None or opened + 1 == close else (opened + 1, close)


def _noun(register: Register, head: int, size: Audience) -> None:
    """As in "a pundit with 300,000 followers": any person with an audience is a channel."""
    tokens = register.found.tokens
    start = max(min(tokens.lefts[head], head), head - 6)
    if tokens.lower[start] not in ("a", "an", "another", "one"):
        return
    noun = tokens.lower[head]
    register.anonymous(Phrase(head, start, head + 1, noun, noun, "new", plural=False), size)
