"""Names of channels: apposed and listed names, and their later mentions."""

from __future__ import annotations

from itertools import pairwise

from ingest.nlp import gender, subjects
from ingest.nlp.channels.audience import Audience
from ingest.nlp.channels.kinds import PEOPLE, PLATFORM, WEAK
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.channels.words import name_ending, name_run, plain_title, quotation, title_at
from ingest.nlp.findings import Channel, Findings
from ingest.nlp.marks import CLOSING_MARKS, DOUBLE_CLOSING, DOUBLE_OPENING
from ingest.nlp.speech import is_speech
from ingest.nlp.tokens import Tokens, is_capital

# What stands between "several channels" and their names.
_LISTING = frozenset((
    ",", ":", "–", "—", "(", "among", "them", "including", "include", "included", "such", "as",
    "like", "namely", "notably", "particularly", "especially", "most", "one",
    "are", "were", "called", "named",
))  # fmt: skip
_MARKS = DOUBLE_OPENING | {"@"}
_INTRODUCING = frozenset((("among", "them"), ("such", "as"), ("most", "notably")))
_WHERE = frozenset(("in", "at", "from", "near", "around", "to", "into", "of", "on", "outside"))
_MOST_BETWEEN = 14
_MOST_SMALL = 4  # tokens of "sobre la Mesa"
_MOST_TO_EACH = 5  # tokens from names to the count that each has
DASHES = frozenset(("-", "–", "—", "--"))
OPENERS = frozenset((",", "(", "–", "—", "-"))


def introduced_name(found: Findings, phrase: Phrase) -> tuple[int, int] | None:
    """The name an indefinite phrase explains: "Two Majors, another popular channel"."""
    tokens = found.tokens
    weak = phrase.kind in WEAK - {"outlet", "agency", "blog"} and not phrase.platform
    weak = weak and not (phrase.sized or phrase.marked)
    verb = phrase.head + 1
    if weak or (verb < len(tokens) and tokens.tag[verb] == "POS"):
        # "Paul Cicio, the group's president": the group is no name for him.
        return None
    finite = verb < len(tokens) and tokens.tag[verb] in ("VBD", "VBZ", "VBP", "VBN")
    # "a channel read by 9,000 people", "believed to be run by X"
    done = tokens.lower[verb + 1 : verb + 2] in (["by"], ["to"])
    if finite and not done and is_speech(tokens.lemma[verb]):
        # "in Bali, a newspaper reported": the phrase speaks and explains nothing.
        return None
    if (subject := _defined(found, phrase)) is not None:
        return subject
    index = phrase.start - 1
    sentence = tokens.sent_of[phrase.head]
    first = tokens.sents[sentence][0]
    if first == phrase.start and sentence and tokens.text[index] == ":":
        first = tokens.sents[sentence - 1][0]
    if index > first and tokens.text[index] in DOUBLE_CLOSING and tokens.text[index - 1] == ",":
        index -= 1  # “Lantern,” a channel ...
    glossed = tokens.text[index] == ":" and tokens.text[index - 1] == ")"
    opens = tokens.text[index] in OPENERS or glossed  # "Lantern (9,000 subscribers): a channel"
    if index <= first or not opens or phrase.determiner == "generic":
        return None
    index -= 1
    if tokens.ent[index] in ("DATE", "TIME"):
        return None  # "on Sunday, a channel nobody knew announced"
    if tokens.text[index] == ")" and (opened := _opened(tokens, index, first)) > first:
        # "Lantern (@lantern), a channel with ...": the name stands before its handle.
        index = opened - 1
    if tokens.text[index] in CLOSING_MARKS:
        if (title := quotation(tokens, index)) is not None and is_capital(tokens.text[title[0]]):
            return title
        index -= 1
    end = index + 1
    if (begin := plain_title(tokens, index, first)) is not None:
        return begin, end
    holder = found.holder[index]
    if holder is not None and holder.end == end:
        if holder.entity in found.channels:
            return holder.start, end
        if found.entities[holder.entity].type == "State" or holder.kind == "demonym":
            return None
        if "according" in tokens.lower[max(first, holder.start - 3) : holder.start]:
            return None  # "According to X, the channel fell silent"
        located = tokens.lower[holder.start - 1] in _WHERE if holder.start else False
        if found.entities[holder.entity].type == "Place" and located:
            return None
        before = holder.start - 1
        numbered = before >= first and is_capital(tokens.text[before])
        numbered = numbered and tokens.pos[before] == "NUM"  # "Two Majors, a channel"
        return holder.start - numbered, end
    if tokens.text[index].isdigit() and index > first:
        # "Kandaka 24, an account ..."
        index -= 1
        if (inner := found.holder[index]) is not None and inner.end == index + 1:
            return inner.start, end
    while index >= first and tokens.text[index][0].isupper() and tokens.pos[index] in (
        "PROPN", "NOUN", "NUM", "ADJ", "X",
    ):  # fmt: skip
        index -= 1
    start = index + 1
    if start == end or (start == first and end - start == 1 and tokens.pos[start] == "ADV"):
        return None
    return start, end


def _defined(found: Findings, phrase: Phrase) -> tuple[int, int] | None:
    """Lantern in "Lantern is a Telegram channel" and "Lantern, which is one"."""
    tokens = found.tokens
    if (written := _before_copula(found, phrase)) is not None:
        return written
    noun = phrase.start if tokens.lower[phrase.start] == "one" else phrase.head
    verb = tokens.heads[noun]
    subject = subjects.subject(tokens, verb) if tokens.dep[noun] == "attr" else None
    if subject is not None and tokens.tag[subject] == "WDT":
        clause = verb if tokens.dep[verb] != "conj" else tokens.heads[verb]
        subject = tokens.heads[clause] if tokens.dep[clause] == "relcl" else None
    if subject is None or tokens.pos[subject] != "PROPN" or tokens.lemma[verb] != "be":
        return None
    holder = found.holder[subject]
    if holder is not None:
        state = found.type_of(holder.entity) == "State" or holder.kind != "name"
        return None if state else (holder.start, holder.end)
    return name_ending(tokens, subject, tokens.sents[tokens.sent_of[subject]][0])


def _opened(tokens: Tokens, close: int, first: int) -> int:
    """Where the bracket opens that ends at `close`; `first` where it is no short one."""
    places = range(close - 1, max(first, close - _MOST_BETWEEN), -1)
    return next((i for i in places if tokens.text[i] == "("), first)


def _before_copula(found: Findings, phrase: Phrase) -> tuple[int, int] | None:
    """The name that opens "Lantern (@lantern) is the largest channel", or a handle there."""
    tokens, verb = found.tokens, phrase.start - 1
    first = tokens.sents[tokens.sent_of[phrase.head]][0]
    if verb <= first or tokens.lower[verb] not in ("is", "was"):
        return None
    last = verb - 1
    if tokens.text[last] == ")":
        last = _opened(tokens, last, first) - 1
    elif tokens.text[last][0] != "@":
        return None
    run = name_ending(tokens, last, first) if last >= first else None
    if run is None or run[0] != first:
        return None
    holder = found.holder[first]
    whole = holder is not None and holder.end >= run[1]
    person = whole and holder is not None and found.type_of(holder.entity) in ("Person", "State")
    return None if person else run


def person_named(found: Findings, start: int, phrase: Phrase) -> str | None:
    """The person a name stands for: bloggers are people, what media are called is a name of theirs.

    "The channel Rybar" names a channel even where the entity model saw a person.
    """
    holder = found.holder[start]
    if holder is None or holder.entity in found.channels:
        return None
    entity = found.entities[holder.entity]
    if entity.type != "Person":
        return None
    coined = (
        any(letter.isdigit() for letter in entity.name)
        or found.tokens.text[start - 1] in DOUBLE_OPENING
    )
    return entity.id if phrase.kind in PEOPLE or (phrase.noun == "user" and not coined) else None


def take_over(found: Findings, channel: Channel, start: int, end: int) -> None:
    """Make a name a channel's, with all its mentions where the entity model gave it to another."""
    holder = found.holder[start]
    if holder is not None and holder.entity in found.entities:
        entity = found.entities[holder.entity]
        if entity.type == "State":
            found.add(channel, start, end, "name")
            return
        if holder.start <= start and holder.end >= end:
            del found.entities[entity.id]
            for mention in entity.mentions:
                mention.entity = channel.id
            found.channels.setdefault(channel.id, channel)
            channel.mentions.extend(entity.mentions)
            return
        found.unname(start)
    for place in range(start, end):
        # The name is longer than what the entity model saw: only these mentions were wrong.
        inner = found.holder[place]
        if inner is None or inner.end > end or inner.entity == channel.id:
            continue
        if found.type_of(inner.entity) != "State":
            found.unname(place)
    found.add(channel, start, end, "name")


def listed_names(
    found: Findings, phrase: Phrase, sizes: list[Audience]
) -> list[tuple[int, int, Audience | None]]:
    """The names after a plural noun, each with the count in brackets behind it: "the channels
    Lantern (64,000), Harbour and Two Rivers", "several channels, among them ...".
    """
    tokens = found.tokens
    medium = phrase.platform is not None or phrase.kind in ("channel", "blogger", "milblogger")
    names: list[tuple[int, int, Audience | None]] = []
    index, end = phrase.head + 1, tokens.sents[tokens.sent_of[phrase.head]][1]
    opening = index
    while opening < min(end, index + 6) and tokens.lower[opening] in _LISTING:
        opening += 1
    weak = not medium and phrase.kind in ("account", "page") and opening > index
    named = opening < end and tokens.text[opening][0] in _MARKS
    listed = opening > index and (named or name_run(tokens, opening, end) is not None)
    index = opening if listed else _listed_later(found, phrase, end)
    while (medium or weak) and index < end:
        index += tokens.text[index] == "Channel" and _is_named(found, index + 1)
        quoted = tokens.text[index] in DOUBLE_OPENING
        handle = tokens.text[index][0] == "@"
        run = title_at(tokens, index) if quoted else None
        run = run or name_run(tokens, index + quoted, end - 1, owning=True)
        if run is not None and tokens.text[phrase.head + 1] in DASHES and not quoted:
            run = _to_comma(tokens, run, end)
        run = (index, index + 1) if handle or _is_named(found, index) else run
        if run is None or (run[1] - run[0] == 1 and tokens.lower[run[0]] in PLATFORM):
            break
        index = run[1]
        while index < end and tokens.text[index] in DOUBLE_CLOSING:
            index += 1
        size = None
        if index < end and tokens.text[index] == "(":
            opened, index = (
                index,
                next((i for i in range(index, end) if tokens.text[i] == ")"), end),
            )
            size = next((s for s in sizes if opened < s.start < index), None)
            index += index < end
        names.append((*run, size))
        index = _after_aside(tokens, index, end)
        while index < end and (
            tokens.text[index] in DOUBLE_CLOSING or tokens.lower[index] in (",", "and")
        ):
            index += 1
    _part(found, names)
    size = _each(tokens, sizes, index)
    names = [(a, b, s or size) for a, b, s in names]
    if weak:  # "accounts such as Lantern and Acme": firms and people have accounts as well
        names = [(a, b, s) for a, b, s in names if s or found.holder[a] is None]
    people = all(_is_somebody(found, start, phrase) for start, _, _ in names)
    return [] if people else names


def _is_named(found: Findings, index: int) -> bool:
    """Whether a channel is named by figures here: "including Channel 1+1"."""
    held = found.holder[index] if found.tokens.text[index][0].isdigit() else None
    return held is not None and held.entity in found.channels and held.end == index + 1


def _to_comma(tokens: Tokens, run: tuple[int, int], end: int) -> tuple[int, int]:
    """A name of a list between dashes whole, small words of other languages included."""
    last = min(end - 1, run[1] + _MOST_SMALL)
    close = next((i for i in range(run[1], last) if tokens.text[i] in {",", *DASHES}), run[1])
    return (run[0], close) if is_capital(tokens.text[close - 1]) else run


def _each(tokens: Tokens, sizes: list[Audience], index: int) -> Audience | None:
    """The count that all of a list have: "have 9,000 readers each", "each have 9,000"."""
    near = (s for s in sizes if 0 <= s.start - index < _MOST_TO_EACH)
    near = (s for s in near if tokens.sent_of[s.start] == tokens.sent_of[index])
    told = (
        s for s in near if "each" in tokens.lower[index : s.start] + tokens.lower[s.end : s.end + 1]
    )
    return next(told, None)


def _part(found: Findings, names: list[tuple[int, int, Audience | None]]) -> None:
    """Give up the one name that the entity model made of two in a list."""
    for (_, end, _), (following, _, _) in pairwise(names):
        held = found.holder[end - 1]
        if held is not None and held is found.holder[following]:
            found.unname(following)


def _is_somebody(found: Findings, start: int, phrase: Phrase) -> bool:
    """Whether a name in a list is a state's or, but for what may be media, a man's or woman's."""
    holder = found.holder[start]
    entity = found.entities.get(holder.entity) if holder is not None else None
    if entity is None or entity.type == "State":
        return entity is not None
    known = phrase.kind in PEOPLE or gender.of_name(entity.name) is not None
    return entity.type == "Person" and known


def counted_names(
    found: Findings, phrase: Phrase, sizes: list[Audience]
) -> list[tuple[int, int, Audience | None]]:
    """The names before their number: "Lantern and Kettle, two channels with 9,000 readers each"."""
    tokens, start = found.tokens, phrase.start
    medium = phrase.platform is not None or phrase.kind == "channel"
    if not medium or start < 4 or tokens.text[start - 1] != "," or tokens.pos[start] != "NUM":
        return []
    second = name_ending(tokens, start - 2, tokens.sents[tokens.sent_of[phrase.head]][0])
    if second is None or tokens.lower[second[0] - 1] != "and":
        return []
    first = name_ending(tokens, second[0] - 2, tokens.sents[tokens.sent_of[phrase.head]][0])
    if first is None:
        return []
    size = _each(tokens, sizes, phrase.head)
    return [(*first, size), (*second, size)]


def _after_aside(tokens: Tokens, index: int, end: int) -> int:
    """Past "which has 27K subscribers," to the "and" that goes on with the list."""
    if tokens.lower[index : index + 2] not in ([",", "which"], [",", "whose"], [",", "a"]):
        return index
    last = min(end - 1, index + _MOST_BETWEEN)
    ands = (i for i in range(index + 2, last) if tokens.lower[i] == "and")
    return next((i for i in ands if tokens.text[i - 1] == ","), index)


def _listed_later(found: Findings, phrase: Phrase, end: int) -> int:
    """Where the names start in "the channels that carried the rumour were Lantern and Kettle"."""
    tokens, start = found.tokens, phrase.head + 1
    relative = tokens.tag[start : start + 1] in (["WDT"], ["WP"], ["VBG"], ["VBN"])
    for index in range(start, min(end - 1, start + _MOST_BETWEEN)):
        word, before = tokens.lower[index], tokens.lower[index - 1]
        listing = relative and word in ("were", "are", "was", "is", "include", "included")
        listing = listing or word == "including" or (before, word) in _INTRODUCING
        quoted = tokens.text[index + 1] in DOUBLE_OPENING
        if listing and name_run(tokens, index + 1 + quoted, end) is not None:
            return index + 1
    return start
