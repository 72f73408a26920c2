"""Quotations in a text, whatever marks they use, as token spans without their marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from ingest.nlp.speech import VERBS
from ingest.nlp.tokens import Tokens

# Marks that only open, only close, or do both; angle and low marks open or close by language.
_OPEN = "“„«‟"
_CLOSE = "”»″〞"
_BOTH = '"'
# Marks that may hold others, with what closes them, and the marks they may hold.
_PAIRS = {'"': '"', "“": "”", "«": "»"}
_INNER = '“«„"'
_MARK = re.compile(r"``|''|[“”„«»‟″〞\"]+|(?<![\w’'])[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[“\"«„‘])|\n(?=\s*[–—-]\s)|\n")
_ENDS = frozenset(".!?…")
_TELLING_TAGS = frozenset(("VBD", "VBZ", "VBP", "VBG"))
_MOST_PLACED = 6  # tokens from "wrote" to the colon of "wrote on her page:"
_DASH = re.compile(r"\s*[–—]\s+(?=\w)")


@dataclass(slots=True)
class Quote:
    """A quotation: content tokens `start` to `end`; `outer` counts its marks in.

    `lead` is the last character before it that is no space, where a colon may be glued to a word
    (a colon for whatever introduces a paragraph without marks);
    `continued` says that it goes on from the quotation of the paragraph before, which has no
    closing mark.
    """

    start: int
    end: int
    outer: tuple[int, int]
    closed: bool = True
    continued: bool = False
    single: bool = False
    lead: str = ""


def find(tokens: Tokens) -> list[Quote]:
    """All quotations of a text in order; one inside another is left to the outer one."""
    text = tokens.stored
    quotes: list[Quote] = []
    open_before = False
    begin = 0
    for stop in [*(m.start() for m in _PARAGRAPH.finditer(text)), len(text)]:
        found, open_before = _paragraph(tokens, begin, stop, open_before)
        if not found and (block := _block(tokens, begin, stop)) is not None:
            found = [block]
        quotes.extend(found)
        begin = stop
    return quotes


def _paragraph(tokens: Tokens, begin: int, stop: int, continued: bool) -> tuple[list[Quote], bool]:
    """The quotations of one paragraph, and whether the last is left open for the next one."""
    text = tokens.stored
    spans: list[tuple[int, int, int, int, bool]] = []
    start: tuple[int, int] | None = None
    depth_single: tuple[int, int] | None = None
    first, inner = True, 0
    began_with_mark = False
    if continued and (goes_on := _goes_on(text, begin, stop)) is not None:
        start, began_with_mark, first = goes_on, True, False
    for match in _MARK.finditer(text, begin, stop):
        mark = match.group()
        if first:
            began_with_mark = not text[begin : match.start()].strip() and mark[0] not in _CLOSE
            first = False
        if mark in ("'", "‘", "’"):
            if start is None:
                depth_single = _single(text, match, depth_single, spans)
            continue
        if start is None:
            if _opens(text, match):
                start, inner = (match.start(), match.end()), 0
        elif (nested := _nests(text, text[start[0]], match, stop, inner)) is not None:
            inner = nested
        elif _closes(text, match):
            spans.append((*start, match.start(), match.end(), True))
            start = None
        elif mark[0] in "“„«" and text[start[0] : match.start()].count(" ") > 60:
            # A second opening mark without a closing one: the first was closed by a typo.
            start = (match.start(), match.end())
    open_at_end = False
    if start is not None and len(text[start[1] : stop].split()) >= 3:
        spans.append((*start, stop, stop, False))
        open_at_end = True
    if not spans and (dash := _DASH.match(text, begin, stop)):
        spans.extend(_dialogue(text, dash.end(), stop))
    spans.sort()
    quotes = [quote for span in spans if (quote := _to_tokens(tokens, *span))]
    if quotes and continued and began_with_mark:
        quotes[0].continued = True
    return quotes, open_at_end


def _goes_on(text: str, begin: int, stop: int) -> tuple[int, int] | None:
    """Where a paragraph begins that only closes what the one before opened and left open."""
    mark = _MARK.search(text, begin, stop)
    if mark is None or mark.group() in ("'", "‘", "’") or _opens(text, mark):
        return None
    at = begin + len(text[begin:stop]) - len(text[begin:stop].lstrip())
    return (at, at) if _closes(text, mark) else None


def _nests(text: str, opener: str, match: re.Match[str], stop: int, inner: int) -> int | None:
    """How many quotations stay open inside one that `opener` opened, where a mark is of these.

    As in "the tale of “just reading” is no defence", in straight marks.
    """
    mark = match.group()[0]
    if opener not in _PAIRS or (mark == _PAIRS[opener] != opener):
        return None
    opens = text[match.start() - 1].isspace() and not text[match.end() : match.end() + 1].isspace()
    if opens and mark in _INNER:
        again = mark == opener
        return inner + 1 if not again or _closes_twice(text, match.end(), stop) else None
    return inner - 1 if inner and mark in _PAIRS.values() else None


def _closes_twice(text: str, begin: int, stop: int) -> bool:
    """Whether two straight marks close before another opens: "told me "no" twice"."""
    first = text.find('"', begin, stop)
    second = text.find('"', first + 1, stop) if first >= 0 else -1
    return second >= 0 and not (text[first - 1].isspace() or text[second - 1].isspace())


def _block(tokens: Tokens, begin: int, stop: int) -> Quote | None:
    """A paragraph set off instead of marked, behind a line that says who says it.

    As in "The minister issued a statement explaining:" and "Popko wrote on her page:".
    """
    text = tokens.stored[begin:stop].strip()
    if not text or not text[0].isupper() or text[-1] not in _ENDS or " " not in text:
        return None
    close = bisect_left(tokens.starts, begin) - 1
    while close > 0 and tokens.pos[close] == "SPACE":
        close -= 1
    if close < 1 or tokens.text[close] not in (":", ","):
        return None
    reach = _MOST_PLACED if tokens.text[close] == ":" else 1
    near = range(close - 1, max(0, close - 1 - reach), -1)
    verb = next((i for i in near if tokens.tag[i] in _TELLING_TAGS), None)
    cue = VERBS.get(tokens.lemma[verb]) if verb is not None else None
    if cue is None or "quote" not in cue.frames:
        return None
    begin += len(tokens.stored[begin:stop]) - len(tokens.stored[begin:stop].lstrip())
    quote = _to_tokens(tokens, begin, begin, stop, stop, closed=True)
    return replace(quote, lead=":") if quote is not None else None


def _opens(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] in _OPEN or mark == "``":
        return True
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if mark[0] in "”»″":
        # Some languages and typists open with the closing mark.
        return (not before or before.isspace()) and bool(after) and not after.isspace()
    return not after.isspace() and bool(after) and after not in ",.;:!?)"


def _closes(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] in _CLOSE or mark == "''":
        return True
    if mark[0] == "“":
        # German style closes with what opens in English.
        before = text[match.start() - 1]
        after = text[match.end() : match.end() + 1]
        return not before.isspace() and (not after or after.isspace() or after in ",.;:!?)")
    if mark[0] not in _BOTH:
        return False
    before = text[match.start() - 1]
    return not before.isspace() or text[match.end() : match.end() + 1].isspace()


def _single(
    text: str,
    match: re.Match[str],
    opened: tuple[int, int] | None,
    spans: list[tuple[int, int, int, int, bool]],
) -> tuple[int, int] | None:
    """Single marks quote only where they stand around words, not as apostrophes."""
    before = text[match.start() - 1 : match.start()]
    opening = not before or before.isspace() or before in "([—–-:"
    if opening:
        return match.start(), match.end()
    if opened is None:
        return None
    if match.start() - opened[1] > 600:
        return None
    spans.append((*opened, match.start(), match.end(), True))
    return None


def _dialogue(text: str, begin: int, stop: int) -> list[tuple[int, int, int, int, bool]]:
    """As in "— We know nothing, — he said.": a paragraph of speech that a dash opens."""
    close = re.compile(r"[,.!?…]\s+[–—]\s+(?=[a-zA-Z])").search(text, begin, stop)
    if close is None:
        return []
    spans = [(begin - 2, begin, close.start() + 1, close.end(), True)]
    again = re.compile(r"[.,]\s+[–—]\s+").search(text, close.end(), stop)
    if again:
        spans.append((again.start() + 1, again.end(), stop, stop, True))
    return spans


def _to_tokens(
    tokens: Tokens, open_: int, start: int, end: int, close: int, closed: bool
) -> Quote | None:
    first = bisect_left(tokens.starts, start)
    last = bisect_left(tokens.starts, end)
    while first < last and tokens.pos[first] == "SPACE":
        first += 1
    while last > first and (tokens.pos[last - 1] == "SPACE" or tokens.starts[last - 1] >= end):
        last -= 1
    if first >= last:
        return None
    outer = (max(0, bisect_left(tokens.starts, open_)), bisect_left(tokens.starts, close))
    single = tokens.stored[open_] in "'‘"
    lead = tokens.stored[max(0, open_ - 5) : open_].rstrip()[-1:]
    marks = (min(outer[0], first), max(outer[1], last))
    return Quote(first, last, marks, closed, single=single, lead=lead)
