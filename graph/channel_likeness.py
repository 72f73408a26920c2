"""Which channels may be one: an article's "channel with 64,000 subscribers" and one in an export.

A suggestion with its reasons, never a merge. Each reason has a weight, and each weight takes its
share of the doubt: the score is 1 - (1 - w1)(1 - w2)... Numbers of subscribers that contradict each
other halve it. The weights are judgements, not measurements:

    same address            0.95
    same handle             0.9    a name that reads like a handle counts as one, for 0.7
    same name               0.6    in any script and case; letters that look alike are alike
    similar name            0.4    at least nine tenths alike
    same subscribers        0.45   as exactly as both are given, within 90 days
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from graph.ids import slug
from graph.posts import Bound

METHOD = "channel-likeness 1"
LEAST_SCORE = 0.4
SAME_URL, SAME_HANDLE, NAMED_AS_HANDLE, SAME_NAME, LIKE_NAME, SAME_SIZE = (
    *(0.95, 0.9, 0.7, 0.6, 0.4, 0.45),
)
_LIKE = 0.9
_DAYS = 90
_GROWTH = 0.10  # what a channel may gain or lose in those days
LARGEST_BLOCK = 300  # channels with one thing in common; what more share tells nobody apart
# Russian and Ukrainian letters alike: what one writes и the other writes і.
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "ё": "e",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu",
    "я": "ia", "ў": "u",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    """A number of subscribers as a document gives it."""

    value: int
    bound: Bound
    day: date | None
    document: str


@dataclass(frozen=True, slots=True)
class Known:
    """A channel as the store knows it; `documents` are some that speak of it."""

    id: str
    names: tuple[str, ...]
    handle: str | None = None
    url: str | None = None
    platform: str | None = None
    anonymous: bool = False
    sizes: tuple[Size, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two channels that may be one, the smaller id first, with what speaks for it and against."""

    source: str
    target: str
    score: float
    reasons: tuple[str, ...]
    documents: tuple[str, ...]


def folded(name: str) -> str:
    """A name in plain Latin letters: case, accents, script and look-alikes aside.

    >>> folded("Норвія Today"), folded("Norvia Tоday") == folded("NORVIA TODAY")
    ('norviia today', True)
    """
    latin = "".join(_LATIN.get(letter, letter) for letter in name.casefold()).replace("_", " ")
    return " ".join(slug(latin).split("-"))


def likenesses(channels: Iterable[Known]) -> Iterator[Likeness]:
    """Every pair that has something in common and scores enough, in the order of ids."""
    known = {channel.id: channel for channel in channels}
    for one, other in sorted(_pairs(known.values())):
        found = compare(known[one], known[other])
        if found is not None:
            yield found


def _pairs(channels: Iterable[Known]) -> set[tuple[str, str]]:
    """Pairs that share a handle, a name's beginning, an address, or nearly a size.

    What very many share tells nobody apart and is left out.
    """
    blocks: dict[str, set[str]] = {}
    for channel in channels:
        for key in _keys(channel):
            blocks.setdefault(key, set()).add(channel.id)
    return {
        pair
        for block in blocks.values()
        if 1 < len(block) <= LARGEST_BLOCK
        for pair in combinations(sorted(block), 2)
    }


def _keys(channel: Known) -> Iterator[str]:
    if channel.handle:
        yield f"handle {_bare(channel.handle)}"
    if channel.url:
        yield f"url {_address(channel.url)}"
    if not channel.anonymous:
        for name in channel.names:
            yield f"handle {_bare(name)}"
            yield f"name {_bare(folded(name))[:5]}"
    for size in channel.sizes:
        if size.bound in ("exact", "approx") and size.value >= 100:
            digits = len(str(size.value)) - 2
            near = round(size.value / 10**digits)
            yield from (f"size {digits} {near + step}" for step in (-1, 0, 1))


def compare(one: Known, other: Known) -> Likeness | None:
    """Two channels, or None where nothing or too little speaks for their being one.

    Two accounts of one platform whose handles differ are two.
    """
    if _different_accounts(one, other):
        return None
    weighed = [reason for reason in (_url(one, other), _handle(one, other)) if reason]
    weighed += [reason for reason in (_name(one, other),) if reason]
    agree, sizes = _sizes(one, other)
    if agree:
        weighed.append((SAME_SIZE, sizes))
    doubt = 1.0
    for weight, _ in weighed:
        doubt *= 1 - weight
    score = 1 - doubt
    reasons = [reason for _, reason in weighed]
    if agree is False:
        score /= 2
        reasons.append(sizes)
    if score < LEAST_SCORE:
        return None
    counted = [size.document for size in (*one.sizes, *other.sizes)]
    documents = tuple(sorted({*one.documents, *other.documents, *counted}))[:100]
    source, target = sorted((one.id, other.id))
    return Likeness(source, target, round(score, 3), tuple(reasons), documents)


def _different_accounts(one: Known, other: Known) -> bool:
    handles = one.handle and other.handle and one.platform and one.platform == other.platform
    return bool(handles) and _bare(one.handle or "") != _bare(other.handle or "")


def _url(one: Known, other: Known) -> tuple[float, str] | None:
    if one.url and other.url and _address(one.url) == _address(other.url):
        return SAME_URL, f"both are at {_address(one.url)}"
    return None


def _handle(one: Known, other: Known) -> tuple[float, str] | None:
    if one.handle and other.handle and _bare(one.handle) == _bare(other.handle):
        return SAME_HANDLE, f"both have the handle {one.handle}"
    for this, that in ((one, other), (other, one)):
        if this.handle and not that.anonymous:
            for name in that.names:
                if _bare(name) == _bare(this.handle):
                    return NAMED_AS_HANDLE, f"one is called {name} as the other's handle is"
    return None


def _name(one: Known, other: Known) -> tuple[float, str] | None:
    """The best of all pairs of names; a channel without a name has only a description."""
    if one.anonymous or other.anonymous:
        return None
    best: tuple[float, str] | None = None
    for this in one.names:
        for that in other.names:
            a, b = folded(this), folded(that)
            if len(a) < 4 or len(b) < 4:
                continue
            if a == b:
                return SAME_NAME, f"{this!r} and {that!r} are one name"
            alike = difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()
            if alike >= _LIKE and best is None:
                best = LIKE_NAME, f"{this!r} and {that!r} are {alike:.2f} alike"
    return best


def _sizes(one: Known, other: Known) -> tuple[bool | None, str]:
    """Whether numbers of subscribers agree, contradict each other (False), or say nothing."""
    verdict: tuple[bool | None, str] = None, ""
    for this in one.sizes:
        for that in other.sizes:
            agree = sizes_agree(this, that)
            words = f"{_worded(this)} and {_worded(that)}"
            if agree:
                return True, f"subscribers agree: {words}"
            if agree is False:
                verdict = False, f"subscribers do not agree: {words}"
    return verdict


def sizes_agree(one: Size, other: Size) -> bool | None:
    """Whether two numbers can be of one channel and would rarely be of two; None: nobody can say.

    A bound that holds ("below 100,000") fits too many channels to speak for anything; one that is
    broken by more than growth explains speaks against.
    """
    if one.day and other.day and abs((one.day - other.day).days) > _DAYS:
        return None
    if one.bound in ("below", "at_least") or other.bound in ("below", "at_least"):
        return _bounded(one, other)
    room = max(_rounding(one), _rounding(other))
    difference, larger = abs(one.value - other.value), max(one.value, other.value)
    if difference <= room and larger >= 100:
        return True
    return False if difference > room + 3 * _GROWTH * larger else None


def _bounded(one: Size, other: Size) -> bool | None:
    for this, that in ((one, other), (other, one)):
        stated = that.value if that.bound in ("exact", "approx") else None
        if stated is None:
            continue
        if this.bound == "below" and stated > this.value * (1 + _GROWTH):
            return False
        if this.bound == "at_least" and stated < this.value * (1 - _GROWTH):
            return False
    return None


def _rounding(size: Size) -> float:
    """How far off a number may be by the way it is written: half its last digit that is no zero."""
    if size.bound == "exact" and size.value % 100:
        return 0.005 * size.value
    zeros = len(str(size.value)) - len(str(size.value).rstrip("0"))
    return max(0.5 * 10**zeros if zeros < len(str(size.value)) - 1 else 0.0, 0.02 * size.value)


def _worded(size: Size) -> str:
    when = f" on {size.day.isoformat()}" if size.day else ""
    return f"{size.value:,} ({size.bound}){when}"


def _bare(handle: str) -> str:
    return re.sub(r"[\W_]+", "", handle.casefold())


def _address(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", url.casefold()).rstrip("/")


def by_score(found: Sequence[Likeness]) -> list[Likeness]:
    """The likeliest first."""
    return sorted(found, key=lambda pair: (-pair.score, pair.source, pair.target))
