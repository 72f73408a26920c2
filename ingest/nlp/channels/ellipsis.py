"""Counts that leave out what they count: "One has 300,000 subscribers, the other 45,000".

Beside a full count in its sentence a bare number counts the same for whoever stands before it, and
a list of numbers goes with a list of names ("... have 120,000 and 75,000 subscribers").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from ingest.nlp import clauses
from ingest.nlp.channels import numbers
from ingest.nlp.channels.audience import SIZES, Audience
from ingest.nlp.channels.kinds import KIND, MEDIA, PLATFORM
from ingest.nlp.channels.numbers import Count
from ingest.nlp.channels.words import CLOSING, name_ending, quotation
from ingest.nlp.findings import Findings
from ingest.nlp.speech import VERBS
from ingest.nlp.tokens import Tokens, is_capital

_SENTENCES_BACK = 2  # in which a list of counted channels may have begun
_MOST_FULL = 40  # full counts of one sentence that bare ones are measured by
_LONGEST = 60  # tokens of a list of bare counts
_HAVING = frozenset(
    ("has", "had", "have", "having", "with", "at", "counts", "boasts", "gathers", "only", "just",
     "already", "which", "by", "its", "his", "her", "their", ",", "(", "–", "—", ":")
)  # fmt: skip
_HAD = frozenset(("has", "had", "have", "counts", "boasts", "gathers", "with"))
_PRONOMINAL = frozenset(("other", "another", "second", "third", "fourth"))
_NOW = frozenset(("now", "today", "since", "currently"))
_GROWN = frozenset((
    "grown", "risen", "fallen", "dropped", "shrunk", "swollen", "up", "down", "climbed", "jumped",
    "soared", "surged", "grew", "rose", "fell",
))  # fmt: skip
_FIGURES = frozenset(("figure", "number", "count", "total", "it", "they", "that", "which"))
_CLOSED = re.compile(
    r"\s*(?:[.,;)!?—–”\"]|and\b|while\b|but\b|whereas\b|respectively\b|ha(?:ve|s|d)\b|$)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BETWEEN = re.compile(r"\s*(?:,|,?\s*and)\s*")


def read(found: Findings, sizes: list[Audience]) -> list[Audience]:
    """The bare counts that go with full ones; a full one of a list gets its name here too."""
    tokens = found.tokens
    by_sentence: dict[int, list[Audience]] = {}
    for size in sizes:
        by_sentence.setdefault(tokens.sent_of[size.start], []).append(size)
    told: list[Audience] = []
    counted = {number for number, s in by_sentence.items() if any(not x.bare for x in s)}
    for sentence, inside in by_sentence.items():
        near = not counted.isdisjoint(range(sentence - _SENTENCES_BACK, sentence))
        near = near or sum(size.bare for size in inside) > 1  # "Lantern (9,000) and Kettle (8,000)"
        first, last = tokens.sents[sentence]
        full = [size for size in inside if not (size.bare or size.ahead)]
        for bare in inside:
            speaks = bool(counted) and min(counted) < sentence and _speaks(tokens, bare)
            if bare.bare and (full or bare.platform or near or speaks):
                # "Lantern (210,000 subscribers) and Kettle (95,000)", "Lantern (Telegram, 18K)"
                bare.named = _before_bracket(tokens, bare, first)
        counts = _counts(tokens, first, last) if full else []
        for size in full[:_MOST_FULL]:
            short = _listed(tokens, size)
            if not short:
                owned = (_owned(tokens, size, count, first) for count in counts)
                short = [one for one in owned if one is not None]
            for one in short:
                if not any(s.start < one.end and one.start < s.end for s in inside):
                    inside.append(one)
                    told.append(one)
    for sentence in sorted({n for c in counted for n in range(c + 1, c + 1 + _SENTENCES_BACK)}):
        if sentence not in by_sentence and sentence < len(tokens.sents):
            told += _had(tokens, *tokens.sents[sentence])
    return told


def _had(tokens: Tokens, first: int, last: int) -> list[Audience]:
    """As in "Kettle has 1.3 million." after a sentence that counts readers: the same is counted."""
    told: list[Audience] = []
    for count in _counts(tokens, first, last):
        verb = _having(tokens, bisect_right(tokens.starts, count.start) - 1)
        if verb is None:
            continue
        subject = tokens.child(verb, "nsubj")
        if subject is not None and tokens.tag[subject] in clauses.WH:
            subject = tokens.heads[verb]  # "the exception was Kettle, which has 21,000"
        one = _audience(tokens, count)
        if subject is not None and tokens.lower[subject] == "it" and _is_later(tokens, first, verb):
            one.later = True  # "It now has more than 240,000."
            told.append(one)
            continue
        if subject is not None and _is_medium(tokens, subject):
            told.append(one)  # "Its Telegram channel has only 8,100."
            continue
        run = name_ending(tokens, subject, first) if subject is not None else None
        if subject is not None and tokens.pos[subject] == "PROPN" and run is not None:
            one.named = run  # "Lantern, an account run by Popko, has 1.2 million"
            told.append(one)
        elif (owned := _owned(tokens, None, count, first)) is not None:
            told.append(owned)
    return told


def _is_later(tokens: Tokens, first: int, verb: int) -> bool:
    """Whether a sentence tells of another day: "It now has 9,000", "By June it had 9,000"."""
    return any(
        tokens.lower[i] in _NOW or (tokens.ent[i] == "DATE" and tokens.lower[first] == "by")
        for i in range(first, verb)
    )


def _is_medium(tokens: Tokens, noun: int) -> bool:
    return KIND.get(tokens.lower[noun]) in MEDIA


def _having(tokens: Tokens, number: int) -> int | None:
    """The verb of having right before a number, but for "only" or "some"."""
    verb = number - 1 - (tokens.pos[number - 1] == "ADV")
    return verb if tokens.lower[verb] in _HAD else None


def _speaks(tokens: Tokens, size: Audience) -> bool:
    """Whether what is said follows a count in brackets: "Kettle (38,700) denied it"."""
    behind = size.end
    closed = tokens.text[behind - 1] == ")" and behind < len(tokens)
    return closed and tokens.pos[behind] == "VERB" and tokens.lemma[behind].lower() in VERBS


def _before_bracket(tokens: Tokens, size: Audience, first: int) -> tuple[int, int] | None:
    opened = next((i for i in range(size.start, first, -1) if tokens.text[i] in "(["), first)
    if opened == first:
        return None
    title = quotation(tokens, opened - 1) if tokens.text[opened - 1] in CLOSING else None
    if title is not None and title[0] > first and is_capital(tokens.text[title[0]]):
        return title  # “Careful, Kumasi” (1.4 mn)
    return name_ending(tokens, opened - 1, first)


def _counts(tokens: Tokens, first: int, last: int) -> list[Count]:
    begin, stop = tokens.starts[first], tokens.ends[last - 1]
    found = numbers.every(tokens.stored, begin, stop)
    return [c for c in found if c.value >= numbers.LEAST and _is_bare(tokens.stored, c)]


def _is_bare(text: str, count: Count) -> bool:
    year = _YEAR.fullmatch(text[count.start : count.end].strip())
    return not year and _CLOSED.match(text, count.end) is not None


def _owned(tokens: Tokens, size: Audience | None, count: Count, first: int) -> Audience | None:
    """A bare count with the name or "the other" right before it, None without either."""
    one = _audience(tokens, count)
    index = one.start - 1
    verb = _having(tokens, one.start)
    subject = tokens.child(verb, "nsubj") if size is not None and verb is not None else None
    if size is not None and subject is not None and size.end <= subject:
        one.later = tokens.lower[subject] == "it"  # "had 9,000 readers; by June it had 35,000"
        if one.later or _is_medium(tokens, subject):
            return one
    grown = tokens.lower[index] == "to" and tokens.lower[index - 1] in _GROWN
    grown = grown and _is_of_figure(tokens, index - 1)
    words = {tokens.lower[i] for i in range(max(first, index - 3), one.start)}
    if grown or (words & _NOW and words & _HAVING):
        one.later = size is not None and size.end <= one.start
        return one if one.later else None
    while index > first and tokens.lower[index] in _HAVING:
        index -= 1
    if tokens.lower[index] in _PRONOMINAL or tokens.lower[index] == "one":
        return one
    run = name_ending(tokens, index, first)
    if run is None or (run[0] == first and run[1] - run[0] == 1):
        return None
    one.named = run
    return one


def _is_of_figure(tokens: Tokens, verb: int) -> bool:
    """Whether it is the audience that grew: "the figure had climbed to 9,000", and no toll."""
    subject = tokens.child(verb, "nsubj")
    return subject is None or tokens.lower[subject] in _FIGURES | SIZES


def row(tokens: Tokens, size: Audience) -> list[Audience]:
    """The counts of "two channels, with 120,000 and 75,000 subscribers", the full one last."""
    first = tokens.sents[tokens.sent_of[size.start]][0]
    return [*(_audience(tokens, count) for count in _joined(tokens, size, first)), size]


def _joined(tokens: Tokens, size: Audience, first: int) -> list[Count]:
    """The counts that a list has before its last one."""
    text, begin = tokens.stored, tokens.starts[size.start]
    before = numbers.every(text, tokens.starts[max(first, size.start - _LONGEST)], begin)
    counts: list[Count] = []
    for count in reversed(before):
        if count.value < numbers.LEAST or not _BETWEEN.fullmatch(text, count.end, begin):
            break
        counts.insert(0, count)
        begin = count.start
    return counts


def _may_end_name(tokens: Tokens, index: int) -> bool:
    """Whether a token may end a channel's name, which the "Telegram" of its kind does not."""
    text = tokens.text[index]
    return text[0] == "@" or (text[0].isupper() and tokens.lower[index] not in PLATFORM)


def _listed(tokens: Tokens, size: Audience) -> list[Audience]:
    """As in "Owl and Kettle have 120,000 and 75,000 subscribers": each name with its count."""
    first = tokens.sents[tokens.sent_of[size.start]][0]
    counts = _joined(tokens, size, first)
    if not counts:
        return []
    begin = counts[0].start
    index = bisect_right(tokens.starts, begin) - 2
    while index > first and not _may_end_name(tokens, index):
        index -= 1
    names: list[tuple[int, int]] = []
    while index >= first and len(names) <= len(counts):
        run = name_ending(tokens, index, first)
        if run is None:
            break
        names.insert(0, run)
        index = run[0] - 1
        while index > first and tokens.lower[index] in (",", "and", "“", '"', "«", "”", "»"):
            index -= 1
    if len(names) != len(counts) + 1:
        return []
    told = [_audience(tokens, count) for count in counts]
    for one, name in zip([*told, size], names, strict=True):
        one.named = name
    return told


def _audience(tokens: Tokens, count: Count) -> Audience:
    start = bisect_right(tokens.starts, count.start) - 1
    return Audience(count.value, count.bound, start, bisect_left(tokens.starts, count.end))
