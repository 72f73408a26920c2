"""Names of channels that are known by their audience alone: "Lantern (64,000 subscribers)"."""

from __future__ import annotations

from graph.ids import slug
from ingest.nlp import gender
from ingest.nlp.channels.apposed import is_mistaken
from ingest.nlp.channels.audience import Audience
from ingest.nlp.channels.bodies import is_public_body
from ingest.nlp.channels.kinds import PEOPLE, PLATFORM, TRIGGERS
from ingest.nlp.channels.names import DASHES, take_over
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.channels.register import Register
from ingest.nlp.channels.words import (
    CLOSING,
    name_ending,
    name_run,
    opening_mark,
    plain_title,
    quotation,
)
from ingest.nlp.findings import Channel, Findings
from ingest.nlp.lexicon import is_city
from ingest.nlp.marks import DOUBLE_CLOSING, DOUBLE_OPENING
from ingest.nlp.tokens import Tokens, is_title_cased

_ENTRY_MARKS = frozenset(("(", "–", "—", "-", ":"))
_STOPS = frozenset((".", "!", "?", ";", ","))
_BULLETS = frozenset(("*", "-", "–", "•"))
_AFTER_NAME = DOUBLE_CLOSING | {",", "“"}
_SUMS = frozenset(("total", "sum", "average", "median", "maximum", "minimum"))
_MOST_BETWEEN = 14  # tokens from a channel to its name between dashes
_MOST_BRACKET = 10  # tokens of a bracket that tells an account and its number
_PLACING = frozenset(("in", "on", "from", "near", "at"))


def heads_entry(tokens: Tokens, index: int, first: int) -> bool:
    """Whether a capitalised noun opens a sentence or an entry of a list: "3. Kettle – 9,800"."""
    if not tokens.text[index][0].isupper() or tokens.text[index + 1] not in _ENTRY_MARKS:
        return False
    return index == first or _is_bullet(tokens, index - 1)


def _is_bullet(tokens: Tokens, index: int) -> bool:
    text = tokens.text[index]
    numbered = text == "." and index > 0 and tokens.text[index - 1].isdigit()
    return "\n" in text or numbered or text.rstrip(".").isdigit() or text in _BULLETS


def is_cut_from_title(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a headline's capitals hide where a name ends: "Channel Backing Kenya Mocks Ghana".

    A name in quotation marks, or told again below, is one all the same.
    """
    head = phrase.head
    start, end = phrase.name or (head, head + 2 * phrase.plural)
    if not tokens.text[head][0].isupper() or end - start < 2:
        return False
    first, last = tokens.sents[tokens.sent_of[head]]
    line = [i for i in range(first, last) if not tokens.text[i].isspace()]
    if tokens.text[line[-1]] in _STOPS or not is_title_cased(tokens, line):
        return False
    if phrase.name is None:
        return True
    marked = tokens.text[start - 1] in DOUBLE_OPENING | {"'", "‘"}
    return not marked and tokens.stored.find(tokens.span_text(start, end), tokens.ends[end - 1]) < 0


def by_name(
    register: Register, last: int, first: int, size: Audience, *, thing: bool = False
) -> None:
    """As in "Lantern (64,000 subscribers)", "Popko (Lantern, 64,000 subscribers)".

    What is said to be a thing is no person, whatever the entity model takes its name for.
    """
    found, tokens = register.found, register.found.tokens
    if tokens.lower[last] in PLATFORM and last == first:
        return  # "(X: 45,000 followers; Telegram: 12,000)"
    inside = quoted(tokens, last, first)
    holder = None if inside else found.holder[last]
    if holder is not None and holder.entity in found.channels:
        register.count(found.channels[holder.entity], size)
        register.remember(found.channels[holder.entity], last)
        return
    glossed = tokens.text[last + 1 : last + 2] == ["("]
    own = _owned_by(register, holder.entity) if holder is not None and not glossed else None
    if glossed and holder is not None and is_public_body(found, holder.entity):
        own = _account_at(found, last + 2)
    if own is not None:
        register.count(own, size)
        register.remember(own, last)
        return
    start = holder.start if holder else last
    if inside:
        start, last = inside
    elif not holder:
        start = _opening(found, last, first)
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
    if not holder and tokens.lower[last + 1 : last + 2] in (["of"], ["on"]):
        whole = name_run(tokens, start, size.start)  # "War on Fakes has 9,000 readers"
        last = whole[1] - 1 if whole else last
    name = tokens.span_text(start, last + 1)
    type_ = found.type_of(holder.entity) if holder else ""
    if type_ == "State" or (holder is not None and _is_where(tokens, holder.start, type_)):
        return
    bracketed = glossed and gender.of_name(name) is None
    thing = thing or bracketed or (start > 0 and tokens.lower[start - 1] == "as")  # "blogs as"
    person = type_ == "Person" and not thing and not _names_city(name)
    titled = _name_before_bracket(found, start) if holder and person else None
    if titled:
        name = tokens.span_text(*titled)
    elif holder and person:
        name = found.entities[holder.entity].name
    channel = Channel(f"channel:{slug(name)}", name, anonymous=False)
    channel = found.channels.get(channel.id, channel)
    if titled and holder:
        channel.owner = holder.entity
        take_over(found, channel, *titled)
    elif holder and person:
        channel.owner = holder.entity
        register.found.add(channel, min(holder.start, size.start), size.end, "nominal")
    else:
        take_over(found, channel, start, last + 1)
        before = found.holder[start - 2] if start > first + 1 else None
        if before and tokens.text[start - 1] == "(" and found.type_of(before.entity) == "Person":
            channel.owner = before.entity
    absorb(register, channel, last + 1)
    register.count(channel, size)
    register.remember(channel, last)


def _names_city(name: str) -> bool:
    """Whether the last word of a name is a city's and its first no given name: "Quiet Kyiv"."""
    first, _, last = name.rpartition(" ")
    return bool(first) and is_city(last) and gender.of_name(name) is None


def title_above(tokens: Tokens, phrase: Phrase) -> tuple[int, int] | None:
    """The title in marks that is the heading over "this channel" in the first sentence below it."""
    first = tokens.sents[tokens.sent_of[phrase.head]][0]
    close = first - 2
    if tokens.lower[phrase.start] != "this" or close < 2 or "\n" not in tokens.text[first - 1]:
        return None
    title = quotation(tokens, close) if tokens.text[close] in DOUBLE_CLOSING else None
    opens = title is not None and (title[0] < 2 or "\n" in tokens.text[title[0] - 2])
    return title if opens else None


def name_behind(found: Findings, index: int, phrase: Phrase) -> tuple[int, int] | None:
    """The name after a count: "a channel with 5,000 readers, Orchard Road, was first"."""
    tokens, end = found.tokens, found.tokens.sents[found.tokens.sent_of[phrase.head]][1]
    if (dashed := _dashed(found, phrase, end)) is not None:
        return dashed
    if tokens.lower[index : index + 1] in (["called"], ["named"], ["titled"], ["dubbed"]):
        quoted = index + 1 < end and tokens.text[index + 1] in DOUBLE_OPENING
        return name_run(tokens, index + 1 + quoted, end)  # "with 9,000 readers called Lantern"
    if index + 2 >= end or tokens.text[index] != ",":
        return None
    run = name_run(tokens, index + 1, end)
    if run is None or run[1] >= end or tokens.text[run[1]] not in (",", "("):
        return None
    holder = found.holder[run[0]]
    person = phrase.kind in PEOPLE or phrase.noun == "user"
    free = holder is None or person or is_mistaken(found, run[0])
    return run if free else None


def _dashed(found: Findings, phrase: Phrase, end: int) -> tuple[int, int] | None:
    """As in "an account with no ties to the state - Daily Lantern - has": a name between dashes."""
    tokens = found.tokens
    for index in range(phrase.head + 1, min(end - 2, phrase.head + _MOST_BETWEEN)):
        if tokens.tag[index] in ("VBD", "VBZ", "VBP"):
            return None
        if tokens.text[index] in DASHES and tokens.ends[index - 1] < tokens.starts[index]:
            run = name_run(tokens, index + 1, end)
            closed = run is not None and run[1] < end and tokens.text[run[1]] in DASHES
            return run if closed else None
    return None


def is_entry(found: Findings, size: Audience) -> bool:
    """Whether an entry has names in two scripts, or one that is no name elsewhere: "Why Minsk?"."""
    if size.named is None or not size.forms:
        return False
    held = found.holder[size.named[0]]
    cut = held is not None and held.end < size.named[1]
    return len(size.forms) > 1 or cut or not found.tokens.text[size.named[1] - 1][0].isalnum()


def by_entry(register: Register, size: Audience) -> None:
    """As in "2. Зоря (Zoria, Dawn) – 9,000 readers": an entry names nothing but its channel."""
    found = register.found
    assert size.named is not None  # noqa: S101
    name = found.tokens.span_text(*size.named)
    channel = Channel(f"channel:{slug(name)}", name, anonymous=False)
    channel = found.channels.setdefault(channel.id, channel)
    for run in sorted(size.forms):
        take_over(found, channel, *run)
    register.count(channel, size)
    register.remember(channel, size.named[1] - 1)


def counts_for_own(register: Register, person: str, phrase: Phrase, size: Audience) -> bool:
    """Count "the blogger Popko, known as Lantern, has 9,000 readers" for Lantern, if that is so."""
    own = _owned_by(register, person)
    if own is None or own.handle is not None:
        return False
    register.count(own, size)
    register.remember(own, phrase.head)
    return True


def _is_where(tokens: Tokens, start: int, type_: str) -> bool:
    """Whether a place only says where: "the annexation of Crimea, who has 9,000 readers"."""
    return type_ == "Place" and start > 0 and tokens.lower[start - 1] in (*_PLACING, "of", "to")


def _account_at(found: Findings, index: int) -> Channel | None:
    """The account whose handle stands at a token: "The Defence Ministry (@mod, 9,000 readers)"."""
    held = found.holder[index] if index < len(found.tokens) else None
    return found.channels.get(held.entity) if held is not None else None


def _owned_by(register: Register, owner: str) -> Channel | None:
    """The channel without a count that the text has given somebody: a later count is its."""
    owned = (c for c in reversed(register.found.channels.values()) if c.owner == owner)
    return next((c for c in owned if c.subscribers is None), None)


def absorb(register: Register, channel: Channel, bracket: int) -> None:
    """Join the account in the bracket behind a name: "Popko (Telegram: @lantern, 9,000)".

    So is a translation of the name: "Gizli Kanal (or “Hidden Channel”)".
    """
    found, tokens = register.found, register.found.tokens
    if tokens.text[bracket : bracket + 1] != ["("]:
        return
    inside = range(bracket + 1, min(len(tokens), bracket + _MOST_BRACKET))
    inside = range(inside.start, next((i for i in inside if tokens.text[i] == ")"), inside.stop))
    accounts = (_account_at(found, i) for i in inside)
    account = next((c for c in accounts if c is not None and c.handle is not None), None)
    account = account or _translated(found, inside)
    if account is None or account is channel:
        return
    if account.owner in found.entities and account.owner != channel.owner:
        return  # somebody else's
    channel.handle = account.handle or channel.handle
    channel.platform = channel.platform or account.platform
    for mention in account.mentions:
        mention.entity = channel.id
    channel.mentions.extend(account.mentions)
    if account.handle in (None, account.name):
        del found.channels[account.id]
        register.recent = [(at, channel if c is account else c) for at, c in register.recent]


def _translated(found: Findings, inside: range) -> Channel | None:
    """The channel whose name in quotation marks ends a bracket."""
    tokens, last = found.tokens, inside.stop - 1
    held = found.holder[last - 1] if tokens.text[last] in DOUBLE_CLOSING else None
    opened = held is not None and tokens.text[held.start - 1] in DOUBLE_OPENING
    return found.channels.get(held.entity) if held is not None and opened else None


def quoted(tokens: Tokens, last: int, first: int) -> tuple[int, int] | None:
    """The first and last token of the name in quotation marks that ends at or before `last`."""
    while last > first and tokens.text[last] in _AFTER_NAME:
        last -= 1
    closed = tokens.text[last + 1 : last + 4]
    if not any(text in CLOSING for text in closed[: 1 + closed.count(",")]):
        return None
    opened = opening_mark(tokens, last + 1)
    if opened is None or not first <= opened < last:
        return None
    return (opened + 1, last) if tokens.text[opened + 1][0].isupper() else None


def _opening(found: Findings, last: int, first: int) -> int:
    """Where the capitalised name that ends at a token begins."""
    tokens = found.tokens
    if (title := plain_title(tokens, last, first)) is not None:
        return title
    run = name_ending(tokens, last, first)
    start = run[0] if run else last
    for index in range(last - 1, start - 1, -1):
        held = found.holder[index]
        placed = index > 0 and tokens.lower[index - 1] in _PLACING
        person = held is not None and (
            held.kind != "name" or found.type_of(held.entity) == "Person"
        )
        if held is not None and held.end == last and tokens.text[last][0].isdigit():
            continue  # "Lantern 24/7"
        if person or (held is not None and placed) or tokens.lower[index] in TRIGGERS:
            return index + 1
        if tokens.pos[index] != "PROPN" and index == first:
            return index + (tokens.pos[last] != "PROPN" or tokens.pos[index] not in ("NUM", "ADJ"))
    return start


def _name_before_bracket(found: Findings, start: int) -> tuple[int, int] | None:
    """The quoted name before "(Alina Marchuk, 180,000 subscribers)"."""
    tokens = found.tokens
    close = start - 2
    if close < 1 or tokens.text[start - 1] != "(" or tokens.text[close] not in CLOSING:
        return None
    return quotation(tokens, close)


def by_noun(register: Register, head: int, size: Audience) -> None:
    """As in "a pundit with 300,000 followers": any person with an audience is a channel."""
    tokens = register.found.tokens
    start = max(min(tokens.lefts[head], head), head - 6)
    if tokens.lower[start] not in ("a", "an", "another", "one", "his", "her", "their"):
        return
    noun = tokens.lower[head]
    if noun in _SUMS:
        return  # "forty channels with a total of 9,000 subscribers"
    register.anonymous(Phrase(head, start, head + 1, noun, noun, "new", plural=False), size)
