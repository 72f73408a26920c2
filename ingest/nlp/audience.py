"""Audience counts in a text ("64,000 subscribers", "followed by 1.3 million people")."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from ingest.nlp import numbers
from ingest.nlp.findings import Bound
from ingest.nlp.lexicon import load
from ingest.nlp.tokens import Tokens

_DATA = load("channels")["audience"]
NOUNS = frozenset(n + s for n in _DATA["nouns"] for s in ("", "s"))
SIZES = frozenset(_DATA["sizes"])
VERBS = frozenset(_DATA["verbs"])
TRIGGERS = NOUNS | SIZES | VERBS
_PEOPLE = "|".join(_DATA["people"])
# At most three words between a count and its noun: "64,000 active Telegram subscribers".
_BETWEEN = re.compile(r"(?:[\s-]+(?!and\b|or\b|to\b|of\b|the\b)[\w-]+){0,3}[\s-]+", re.IGNORECASE)
_SIZE_LINK = re.compile(
    r"(?:\s+(?:base|count|numbers?|size))?(?:\s+(?:that|which))?\s*"
    r"(?:of|is|was|stands\s+at|stood\s+at|numbers|reached|reaches|has\s+reached|has\s+grown\s+to|"
    r"grew\s+to|counts|totals|[:=(]|has|had|have)?\s*(?:now|already)?\s*",
    re.IGNORECASE,
)
_BY = re.compile(r"\s+(?:daily\s+|regularly\s+)?by\s+", re.IGNORECASE)
_WHO = re.compile(rf"\s+(?:[\w-]+\s+)?(?:{_PEOPLE})\b", re.IGNORECASE)


@dataclass(slots=True)
class Audience:
    """A count of people who follow a channel, over tokens `start` to `end`.

    `members` marks a count of members, which only groups on a platform have as an audience.
    """

    value: int
    bound: Bound
    start: int
    end: int
    members: bool = False


def read(tokens: Tokens, index: int) -> Audience | None:
    """The count that goes with a trigger word at `index`, if there is one."""
    text, word = tokens.stored, tokens.lower[index]
    begin, stop = tokens.starts[index], tokens.ends[index]
    if word in VERBS:
        link = _BY.match(text, stop)
        count = numbers.at(text, link.end(), link.end() + 60) if link else None
        if count is None or not (who := _WHO.match(text, count.end)):
            return None
        return _audience(tokens, count, count.start, who.end())
    if word in NOUNS and (count := _before(tokens, index)):
        size = _audience(tokens, count, count.start, stop)
        size.members = word in ("member", "members")
        return size
    if word in NOUNS and not text.startswith((":", " (", " count", " base", " number"), stop):
        return None
    link = _SIZE_LINK.match(text, stop)
    count = numbers.at(text, link.end() if link else stop, stop + 80)
    if count is None:
        return None
    end = count.end
    if who := _WHO.match(text, end):
        end = who.end()
    return _audience(tokens, count, begin, end)


def _before(tokens: Tokens, index: int) -> numbers.Count | None:
    text, begin = tokens.stored, tokens.starts[index]
    count = numbers.find(text, max(0, begin - 70), begin)
    if count is None or not _BETWEEN.fullmatch(text, count.end, begin):
        return None
    # "10 percent of followers" and "$5 subscribers" count something else.
    between = text[count.end : begin].lower()
    if "%" in between or "percent" in between or text[count.start - 1 : count.start] in "$€£":
        return None
    return count


def _audience(tokens: Tokens, count: numbers.Count, begin: int, stop: int) -> Audience:
    start = bisect_right(tokens.starts, begin) - 1
    return Audience(count.value, count.bound, max(0, start), bisect_left(tokens.starts, stop))
