"""Lists of channels, an entry a line: "• Lantern (@lantern): 40K", "2. Зоря (Zoria) – 9K fans"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from ingest.nlp.channels import numbers
from ingest.nlp.channels.audience import NOUNS, Audience
from ingest.nlp.channels.kinds import PLATFORM, TRIGGERS
from ingest.nlp.tokens import Tokens

_ENTRY = re.compile(
    r"^[^\S\n]*(?:(?:[•·*▪●◦‣–—-]|\d{1,2}[.)])\s*)?"
    r"(?P<name>[^\W\d_a-z][^\n(:|–—,]{1,48}?)\s*(?:\((?P<aside>[^)\n]{2,60})\))?"
    rf"\s*[:|–—,-]\s*(?P<count>[^\n:|–—()]{{1,40}}?)(?P<noun>\s(?:{'|'.join(sorted(NOUNS))}))?"
    r"\s*[.;]?[^\S\n]*$",
    re.MULTILINE,
)
_FORM = re.compile(r"[^\W\d_][^,;]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_HEADING = 200  # characters before a list in which its heading tells what is counted
_WORD = re.compile(r"@?\w[\w.]*")


def read(tokens: Tokens) -> list[Audience]:
    """The counts of lists whose entries or heading speak of channels, each with its name."""
    entries = [
        (match, count)
        for match in _ENTRY.finditer(tokens.stored)
        if (count := _count(match)) is not None
    ]
    told: list[Audience] = []
    group: list[tuple[re.Match[str], numbers.Count]] = []
    for entry in entries:
        if group and tokens.stored[group[-1][0].end() : entry[0].start()].strip():
            told += _of_group(tokens, group)
            group = []
        group.append(entry)
    return told + _of_group(tokens, group)


def _count(match: re.Match[str]) -> numbers.Count | None:
    """The number an entry ends with, if it is alone and can be an audience."""
    start, end = match.span("count")
    count = numbers.at(match.string, start, end)
    if count is None or count.end != end or count.value < numbers.LEAST:
        return None
    return None if _YEAR.fullmatch(match["count"]) else count


def _of_group(tokens: Tokens, group: list[tuple[re.Match[str], numbers.Count]]) -> list[Audience]:
    if len(group) < 2:
        return []
    first = group[0][0].start()
    heading = _words(tokens.stored[max(0, first - _MOST_HEADING) : first])
    asides = [_words(match["aside"] or "") for match, _ in group]
    counted = any(match["noun"] for match, _ in group)
    told = counted or not heading.isdisjoint(NOUNS | TRIGGERS.keys())
    if not told and not any(w[0] == "@" or w in PLATFORM for aside in asides for w in aside):
        return []
    sizes: list[Audience] = []
    hosts = {PLATFORM[word] for word in heading & PLATFORM.keys()}
    common = hosts.pop() if len(hosts) == 1 else None  # "Top Telegram channels:"
    for (match, count), aside in zip(group, asides, strict=True):
        end = match.end("noun" if match["noun"] else "count")
        size = Audience(count.value, count.bound, *_tokens(tokens, count.start, end))
        size.forms = tuple(_tokens(tokens, *span) for span in _names(match))
        size.named = size.forms[0]
        size.platform = next((PLATFORM[w] for w in sorted(aside) if w in PLATFORM), common)
        sizes.append(size)
    return sizes


def _names(match: re.Match[str]) -> list[tuple[int, int]]:
    """The forms of a name as character offsets, a Latin one first: "Зоря (Zoria, Dawn)"."""
    name, begin = match.span("name"), match.start("aside")
    if match["name"].isascii() or match["aside"] is None:
        return [name]
    asides = [(begin + m.start(), begin + m.end()) for m in _FORM.finditer(match["aside"])]
    return [*asides[:1], name, *asides[1:]]


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _tokens(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    return bisect_right(tokens.starts, start) - 1, bisect_left(tokens.starts, end)
