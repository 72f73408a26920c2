"""Headlines that name their source: "Kremlin: talks “useful”", "Bridge fell – Kyiv".

A headline has its source before a colon or behind a dash. A state's plain name there is the topic
("Ukraine: five dead"); its seat of power is who says it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp import clauses
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.layout import blocks
from ingest.nlp.layout.transcripts import Turn
from ingest.nlp.marks import TYPED_MARKS
from ingest.nlp.speech import HUMANS, INSTITUTIONS, VOICES
from ingest.nlp.tokens import Tokens

_MOST_LABEL, _MOST_HEADLINE = 12, 30
_SOURCES = frozenset(("Person", "Organization", "ArmedGroup"))
_DASHES = frozenset(("–", "—", "-", "--"))
_LAST = _DASHES | {":"}
_MOST_UNNAMED = 3  # words before the noun for an unnamed source
_VERBAL = frozenset(("VERB", "AUX"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_UNNAMED = HUMANS | VOICES | INSTITUTIONS | {"report", "poll", "study"}
_FEWEST = 3
# Words by which a content without a finite verb tells that something is so.
_TELLING = frozenset(("VBG", "VBN", "VB", "TO", "MD", "VBD", "VBZ", "VBP"))
_NEGATIVE = frozenset(("no", "not", "nothing", "nobody", "never"))
_ENDS = frozenset((".", ":", "…", ";"))


def lines(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The short lines that end like a headline, by their first and past-the-last token.

    The last line is one only where it is the whole text, as of an entry of a feed.
    """
    for start, end in blocks.lines(tokens):
        words = sum(tokens.text[i][0].isalnum() for i in range(start, end))
        last = all(tokens.pos[i] == "SPACE" for i in range(end, len(tokens)))
        titled = (start == 0 or not last) and words <= _MOST_HEADLINE and end - start > 3
        if titled and tokens.text[end - 1] not in _ENDS and tokens.text[start] not in _DASHES:
            yield start, end


def find(found: Findings) -> Iterator[Turn]:
    """What each headline says, as a turn of its source."""
    tokens = found.tokens
    for start, end in lines(tokens):
        colon = _colon(tokens, start, min(end, start + _MOST_LABEL))
        if colon is not None:
            source = _source(found, start, colon)
            noun = _unnamed(found, start, colon) if source is None else None
            if (source or noun) and _states(tokens, colon + 1, end):
                yield Turn(colon + 1, end, source.entity if source else None, noun=noun)
            continue
        mark = next((i for i in range(end - 2, start + 2, -1) if tokens.text[i] in _LAST), None)
        source = _source(found, mark + 1, end) if mark is not None else None
        noun = _unnamed(found, mark + 1, end) if mark is not None and source is None else None
        if mark is not None and (source or noun) and tells(tokens, start, mark):
            yield Turn(start, mark, source.entity if source else None, noun=noun)


def _colon(tokens: Tokens, start: int, end: int) -> int | None:
    """The colon right behind a label, what stands in brackets passed over."""
    depth = 0
    for index in range(start, min(end, start + _MOST_LABEL)):
        text = tokens.text[index]
        depth += (text in "([") - (text in ")]")
        if text == ":" and depth == 0:
            return index
        if depth == 0 and (text in (".", "!", "?", *TYPED_MARKS) or tokens.pos[index] in _VERBAL):
            return None
    return None


def _source(found: Findings, start: int, end: int) -> Mention | None:
    """Who a label names: the mention that ends it, titles before the name allowed."""
    mention = found.holder[end - 1] if start < end else None
    if mention is None or mention.start < start or end - start > _MOST_LABEL // 2:
        return None
    if any(found.tokens.pos[i] in _VERBAL for i in range(start, mention.start)):
        return None
    seat = mention.kind == "metonym"
    entity = found.entities.get(mention.entity)
    once = entity is not None and len(entity.mentions) == 1 and " " not in entity.name
    if once and entity is not None and entity.type == "Person":
        return None  # "Disinfo: ..." labels what follows
    return mention if seat or found.type_of(mention.entity) in _SOURCES else None


def _unnamed(found: Findings, start: int, end: int) -> int | None:
    """The noun of a source without a name: "British colonel: ...", "...: witnesses"."""
    tokens = found.tokens
    noun = end - 1
    words = range(start, noun)
    plain = all(tokens.pos[i] in ("ADJ", "NOUN", "PROPN") for i in words)
    if not start <= noun or not plain or len(words) > _MOST_UNNAMED:
        return None
    return noun if tokens.lemma[noun].lower() in _UNNAMED else None


def _states(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the rest of a headline says something: a finite verb or words in quotes."""
    if start >= end or tokens.text[start] in TYPED_MARKS or tokens.text[end - 1] == "?":
        return False
    quoted = sum(tokens.text[i] in TYPED_MARKS for i in range(start, end)) > 1
    asks = tokens.tag[start] in clauses.WH
    if asks or quoted or clauses.is_finite(tokens, start, end):
        return not asks
    coming = tokens.pos[start] != "ADP" and any(
        tokens.tag[i] == "TO" and tokens.tag[i + 1] == "VB" and tokens.pos[i - 1] in _NOUNS
        for i in range(start + 1, end - 1)
    )
    doing = any(_is_doing(tokens, i) for i in range(start + 1, end - 1))
    # "Kenya to get jets", "Kenya preparing a raid", "no plans for talks"
    return coming or doing or tokens.lower[start] == "no"


def _is_doing(tokens: Tokens, index: int) -> bool:
    """Whether a participle behind a name has an object, so that "is" is left out before it."""
    behind = tokens.tag[index] == "VBG" and tokens.pos[index - 1] == "PROPN"
    return behind and tokens.child(index, "dobj") is not None


def tells(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a stretch says that something is so, for all that it lacks a finite verb."""
    words = sum(tokens.text[i][0].isalnum() for i in range(start, end))
    if words < _FEWEST or tokens.tag[start] in clauses.WH or tokens.text[end : end + 1] == ["?"]:
        return False
    return any(
        tokens.tag[i] in _TELLING
        or tokens.lower[i] in _NEGATIVE
        or tokens.text[i] in TYPED_MARKS
        or (tokens.pos[i] == "ADJ" and tokens.pos[i - 1] in _NOUNS)
        for i in range(start, end)
    )
