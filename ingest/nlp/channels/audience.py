"""Audience counts in a text ("64,000 subscribers", "followed by 1.3 million people")."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from ingest.nlp.channels import changes, milestones, numbers, platforms
from ingest.nlp.channels.kinds import PLATFORM
from ingest.nlp.findings import Bound
from ingest.nlp.lexicon import load
from ingest.nlp.marks import CLOSED_BY, DOUBLE_OPENING
from ingest.nlp.tokens import Tokens

_DATA = load("channels")["audience"]
NOUNS = frozenset(n + s for n in _DATA["nouns"] for s in ("", "s"))
SIZES = frozenset(_DATA["sizes"])
VERBS = frozenset(_DATA["verbs"])
ACTIVE = frozenset(_DATA["active_verbs"])
_FANS, _LIKED = "fans", "liked"
_STRENGTH = "strong"
TRIGGERS = NOUNS | SIZES | VERBS | ACTIVE | {_STRENGTH, _FANS, milestones.MARK}
_PEOPLE = "|".join(_DATA["people"])
# At most three words between a count and its noun: "64,000 active Telegram subscribers".
_BETWEEN = re.compile(
    r"(?:[\s-]+(?!(?:and|or|to|of|the|its|his|her|their|our)\b)[\w-]+){0,3}[\s-]+", re.IGNORECASE
)
_SIZE_LINK = re.compile(
    r"(?:\s+(?:base|count|numbers?|size))?(?:\s+(?:that|which))?\s*"
    r"(?:(?:then|now|currently|already|today|at\s+(?:the|that)\s+time)\s+)?"
    r"(?:of|at|(?:is|was)\s+(?:put|estimated)\s+at|is|was|stands\s+at|stood\s+at|numbers|reached|reaches|has\s+reached|has\s+grown\s+to|"
    r"grew\s+to|counts|totals|[:=(]|has|had|have)?\s*(?:now|already)?\s*",
    re.IGNORECASE,
)
# "its followers on X grew from 700,000 in June to 1.4 million"
_GROWN = re.compile(
    r"(?:\s+(?:base|count|numbers?))?(?:\s+on\s+(?P<platform>\w+))?\s+(?:(?:has|have|had)\s+)?"
    r"(?:gr[eo]wn?|rose|rise|risen|climb(?:ed)?|jump(?:ed)?|swell(?:ed)?|soar(?:ed)?|surged?|"
    r"fell|fall(?:en)?|dropp?(?:ed)?|increased?|doubled|tripled|quadrupled|ballooned|shr[aiu]nk|"
    r"declined|plunged|plummeted|skyrocketed|exploded|expanded|dwindled|mushroomed)\s(?:[^.;]{0,70}?\s)?to\s(?=\D{0,20}\d)",
    re.IGNORECASE,
)
_HAD = frozenset(("had", "has", "have"))
_TO = re.compile(r"\s(?:[^.,;]{0,40}?\s)?to\s(?=\D{0,20}\d)")
_BY = re.compile(r"\s+(?:to\s+)?(?:daily\s+|regularly\s+)?by\s+", re.IGNORECASE)
_STRONG = re.compile(r"-strong\s(?:[a-z]+\s)?$")
_AS_NOUN = frozenset(("pobj", "dobj", "nsubj"))
_CLOSED = re.compile(r"\s*(?:[,.;:)–—]|$)")
_REACHED = re.compile(
    r"[^.;]{0,40}?(?:reaching|to\sreach|taking\sit\sto|bringing\s(?:its|the|his|her)\s[a-z]+\sto"
    r"|and\s(?:now\s)?(?:has|counts|stands\sat)(?:\snow)?(?:\sonly)?)\s"
)
_GROWTH = frozenset(("new", "more", "additional", "extra", "fewer", "further"))
_SHORT = frozenset(("sub", "subs"))
_MOST_TO_COMMA = 7
_MOST_TITLE = 14  # tokens of a translated title in brackets
_WHO = re.compile(rf"\s+(?:(?:[\w-]+\s+)?(?:{_PEOPLE}|accounts)|of\s(?:us|them))\b", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Audience:
    """A count of people who follow a channel, over tokens `start` to `end`.

    `members` marks a count of members, which only groups on a platform have as an audience,
    `ahead` a count that stands before its channel ("Followed by 9,000 people, the channel ..."),
    `bare` a count alone in brackets, which counts an audience only right after a channel's name.
    `strong` one that leaves out what it counts ("1.2M-strong"), which only a channel has.
    `named` is the name the count belongs to, where it leaves out what it counts, `owner` where
    whoever runs it is named, `forms` are all an entry of a list gives its name; a `later`
    count is what an earlier one has become ("now has 160,000").
    """

    value: int
    bound: Bound
    start: int
    end: int
    members: bool = False
    ahead: bool = False
    bare: bool = False
    strong: bool = False
    platform: str | None = None
    named: tuple[int, int] | None = None
    owner: int | None = None
    later: bool = False
    forms: tuple[tuple[int, int], ...] = ()


def read(tokens: Tokens, index: int) -> Audience | None:
    """The count that goes with a trigger word at `index`, if there is one."""
    text, word = tokens.stored, tokens.lower[index]
    begin, stop = tokens.starts[index], tokens.ends[index]
    past = tokens.tag[index] == "VBD" or tokens.lower[index - 1] in _HAD
    # "9,000 people were subscribed to it"
    past = past or (word == "subscribed" and tokens.lower[index - 1] in ("are", "were"))
    if word in VERBS and past and not _BY.match(text, stop):
        return _followers_of(tokens, index)  # "9,000 people had followed him"
    if word == _LIKED and tokens.text[index - 1] != ",":
        return None  # as posts are; "a page called Lantern, liked by 9,000 people" is a reader's
    if word in VERBS and (word not in ACTIVE or _BY.match(text, stop)):
        link = _BY.match(text, stop)
        count = numbers.at(text, link.end(), link.end() + 60) if link else None
        if count is None:
            return None
        who = _WHO.match(text, count.end)
        if who is None and not (_ends_scaled(text, count) or _is_told_of(tokens, index, count)):
            return None
        size = _audience(tokens, count, count.start, who.end() if who else count.end)
        size.ahead = index == tokens.sents[tokens.sent_of[index]][0]
        size.strong = word == _LIKED
        if index > 2 and tokens.pos[index - 1] == "AUX" and tokens.lower[index - 3] == "on":
            size.platform = platforms.named_at(tokens, index - 2)  # "posts on X are read by"
        return size
    if word in ACTIVE:
        return _followers_of(tokens, index)
    if word == milestones.MARK:
        count = milestones.of_channel(tokens, index)
        return None if count is None else _audience(tokens, count, count.start, stop)
    if word == _FANS and tokens.lower[index + 1 : index + 2] != ["on"]:
        return None  # sports and singers have them everywhere
    if word in _SHORT and (count := _before(tokens, index)) and count.value < numbers.LEAST:
        return None  # submarines, more likely
    counts = word in NOUNS or word == _FANS
    if counts and (count := _grown_from(tokens, index) or _before(tokens, index)):
        if changes.is_hoped_for(tokens, index):
            return None
        size = _audience(tokens, count, count.start, stop)
        size.bound = milestones.bound(tokens, index + 1, size.bound)
        size.bound = "below" if changes.is_denied(tokens, index) else size.bound
        first, last = tokens.sents[tokens.sent_of[index]]
        inside = tokens.pos[first + 1 : size.start]
        opens = tokens.lower[first] == "with" and set(inside) <= {"ADV", "ADJ", "PRON", "DET"}
        size.ahead = opens and comma_after(tokens, size.end, last) is not None
        size.members = word in ("member", "members")
        told = (PLATFORM.get(w) for w in tokens.lower[size.start : index])
        size.platform = size.platform or next((p for p in told if p), None)
        return size
    if (word in NOUNS or word in SIZES) and (grown := _GROWN.match(text, stop, stop + 120)):
        count = numbers.at(text, grown.end(), grown.end() + 60)
        if count is not None and count.value >= numbers.LEAST:
            size = _audience(tokens, count, begin, count.end)
            size.platform = PLATFORM.get((grown["platform"] or "").lower())
            return size
    if word in NOUNS and not text.startswith((":", " (", " count", " base", " number"), stop):
        return None
    if word == _STRENGTH:
        return _strength(tokens, index)
    if word in SIZES and (strong := _STRONG.search(text, max(0, begin - 40), begin)):
        before = max(0, strong.start() - 30), strong.start()
        count = numbers.find(text, *before) or numbers.bare(text, *before)
        if count is not None and count.end == strong.start():
            return _audience(tokens, count, count.start, stop)
    if word in SIZES and tokens.pos[index] == "VERB" and tokens.dep[index] not in _AS_NOUN:
        return None  # "we were following 41 channels"
    link = _SIZE_LINK.match(text, stop)
    count = numbers.at(text, link.end() if link else stop, stop + 80)
    if count is None:
        of = word in SIZES and tokens.lower[index + 1 : index + 2] == ["of"]
        return _of_channel(tokens, index) if of else None
    end = count.end
    if who := _WHO.match(text, end):
        end = who.end()
    return _audience(tokens, count, begin, end)


def _ends_scaled(text: str, count: numbers.Count) -> bool:
    """Whether a count needs no "people": "followed by 3.4m," but not "followed by 2,300"."""
    scaled = text[count.start : count.end].rstrip()[-1:].isalpha()
    return scaled and count.value >= numbers.LEAST and _CLOSED.match(text, count.end) is not None


def _is_told_of(tokens: Tokens, verb: int, count: numbers.Count) -> bool:
    """As in "is liked by 19,000 people and followed by 22,000": the same people are counted."""
    first = tokens.sents[tokens.sent_of[verb]][0]
    told = _WHO.search(tokens.stored, tokens.starts[first], tokens.starts[verb])
    closed = _CLOSED.match(tokens.stored, count.end) is not None
    return told is not None and closed and tokens.lower[verb - 1] == "and"


def _of_channel(tokens: Tokens, index: int) -> Audience | None:
    """As in "the audience of the channel Lantern exceeds 9,000"."""
    text, verb = tokens.stored, tokens.heads[index]
    if tokens.dep[index] != "nsubj" or verb < index:
        return None
    begin, reach = tokens.starts[verb], tokens.ends[verb] + 40
    count = numbers.at(text, begin, reach) or numbers.at(text, tokens.ends[verb] + 1, reach)
    return None if count is None else _audience(tokens, count, count.start, count.end)


def _strength(tokens: Tokens, index: int) -> Audience | None:
    """As in "a 1.2M-strong channel", "the channel Lantern, 30,000 strong"."""
    text, begin = tokens.stored, tokens.starts[index]
    count = numbers.find(text, max(0, begin - 40), begin)
    if count is None or text[count.end : begin] not in ("-", " ") or count.value < numbers.LEAST:
        return None
    size = _audience(tokens, count, count.start, tokens.ends[index])
    size.strong = True
    return size


def comma_after(tokens: Tokens, index: int, last: int) -> int | None:
    """The comma that closes "With 9,000 subscribers (at the time of writing), the channel"."""
    for at in range(index, min(last, index + _MOST_TO_COMMA)):
        if tokens.text[at] == ",":
            return at
        if tokens.pos[at] in ("AUX", "SCONJ") or tokens.tag[at] in ("VBD", "VBZ", "VBP"):
            return None
    return None


def behind(tokens: Tokens, index: int) -> Audience | None:
    """The count behind a channel noun that leaves out what it counts: "a channel of 57,000"."""
    of = index + (tokens.text[index : index + 1] == [","])
    if tokens.lower[of : of + 1] != ["of"] or of + 2 >= len(tokens):
        return None
    text, begin = tokens.stored, tokens.starts[of + 1]
    count = numbers.at(text, begin, begin + 40)
    if count is None or count.value < numbers.LEAST or not _CLOSED.match(text, count.end):
        return None
    return _audience(tokens, count, count.start, count.end)


def bracketed(tokens: Tokens, index: int) -> Audience | None:
    """A count that ends a bracket opened at `index`: "(120K)", "(@lantern, over 95,000)".

    A translated name may stand before it, as in "“Fonar” (“The Lantern,” over 1.3 million)".
    """
    index = _behind_title(tokens, index)
    close = next(
        (i for i in range(index + 1, min(len(tokens), index + 9)) if tokens.text[i][0] in ")]"), 0
    )
    if not close:
        return None
    text, stop = tokens.stored, tokens.starts[close]
    count = numbers.find(text, tokens.ends[index], stop)
    if count is None or count.value < numbers.LEAST:
        return None
    behind = text[count.end : stop].split()
    if behind and (len(behind) != 2 or behind[0] != "on" or behind[1].lower() not in PLATFORM):
        return None  # but "(11 million on Instagram)"
    if re.fullmatch(r"\d{4}", text[count.start : count.end].strip()):
        return None  # a year
    size = _audience(tokens, count, count.start, tokens.ends[close])
    size.bare = True
    inside = tokens.lower[index + 1 : size.start]
    inside += [word.lower() for word in behind]
    size.platform = size.platform or next((PLATFORM[w] for w in inside if w in PLATFORM), None)
    return size


def _behind_title(tokens: Tokens, index: int) -> int:
    """The mark that closes a quotation opened right behind a bracket, or else the bracket."""
    quoted = tokens.text[index + 1 : index + 2 + _MOST_TITLE]
    if not quoted or quoted[0] not in DOUBLE_OPENING:
        return index
    closing = CLOSED_BY[quoted[0]]
    return next((index + 1 + n for n, text in enumerate(quoted) if n and text == closing), index)


def _followers_of(tokens: Tokens, index: int) -> Audience | None:
    """As in "between 40,000 and 50,000 people follow the channel": a count ahead of its channel."""
    text, begin = tokens.stored, tokens.starts[index]
    count = numbers.find(text, max(0, begin - 60), begin)
    if count is None:
        return None
    who = _WHO.match(text, count.end)
    if who is None or len(text[who.end() : begin].split()) > 1:
        return None
    if who[0].split()[-1].lower() in NOUNS:
        return None  # counted by that noun
    size = _audience(tokens, count, count.start, tokens.ends[index])
    # "Lantern, which 9,000 people read": the channel stands before.
    before = size.start - 1
    if before > 0 and tokens.text[before] == ",":
        # "which, at last count, 9,000 people read"
        commas = (i for i in range(before - 1, max(0, before - 6), -1) if tokens.text[i] == ",")
        before = next(commas, before + 1) - 1
    size.ahead = before < 0 or tokens.lower[before] not in ("which", "that", "whom")
    size.later = text[who.end() : begin].strip().lower() == "now"
    return size


def _grown_from(tokens: Tokens, index: int) -> numbers.Count | None:
    """The later count of "from 6,000 followers in January to 58,000"."""
    text, stop = tokens.stored, tokens.ends[index]
    first = _before(tokens, index)
    to = _TO.match(text, stop) if first and text.endswith("from ", 0, first.start) else None
    later = numbers.at(text, to.end(), to.end() + 40) if to else None
    if first is None or later is None or later.value < numbers.LEAST:
        return None
    return numbers.Count(later.value, later.bound, first.start, later.end)


def _before(tokens: Tokens, index: int) -> numbers.Count | None:
    text, begin = tokens.stored, tokens.starts[index]
    count = numbers.find(text, max(0, begin - 70), begin)
    if count is None or not _BETWEEN.fullmatch(text, count.end, begin):
        return None
    # "10 percent of followers" and "$5 subscribers" count something else.
    between = text[count.end : begin].lower()
    words = between.replace("-", " ").split()
    if not _GROWTH.isdisjoint(words) or not NOUNS.isdisjoint(words):
        return None  # "gained 2,700 new subscribers", "9,000 readers included several members"
    present = _present(text, tokens.ends[index])
    if changes.is_change(tokens, index, count) or (
        present is not None and changes.is_gain(tokens, index, count)
    ):
        return present
    if "%" in between or "percent" in between or text[count.start - 1 : count.start] in "$€£":
        return None
    return count


def _present(text: str, stop: int) -> numbers.Count | None:
    """What an audience has come to: "gained 9,000 followers in a week, reaching 70,000"."""
    reached = _REACHED.match(text, stop)
    count = numbers.at(text, reached.end(), reached.end() + 40) if reached else None
    return count if count is not None and count.value >= numbers.LEAST else None


def _audience(tokens: Tokens, count: numbers.Count, begin: int, stop: int) -> Audience:
    start = max(0, bisect_right(tokens.starts, begin) - 1)
    end = bisect_left(tokens.starts, stop)
    size = Audience(count.value, count.bound, start, end)
    if end + 1 < len(tokens) and tokens.lower[end] == "on":
        size.platform = platforms.named_at(tokens, end + 1)
        size.end += 2 if size.platform else 0
    size.platform = size.platform or _platform_before(tokens, start)
    return size


def _platform_before(tokens: Tokens, start: int) -> str | None:
    """As in "(X, 1.2M followers)", "on Instagram, where 9,000 people follow her"."""
    where = (i for i in range(start - 1, max(0, start - 4), -1) if tokens.lower[i] == "where")
    at = next(where, start) - 1
    first = at - 1 - (tokens.lower[at - 1] == "social")
    if first < 1 or tokens.text[at] not in (",", ":") or tokens.lower[first - 1] not in ("(", "on"):
        return None
    return platforms.named_at(tokens, at - 1)
