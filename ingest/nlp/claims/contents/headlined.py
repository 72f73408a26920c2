"""Contents of headlines, which leave out the verb that a clause needs.

As in "Talks off, Kyiv says", "Strike on depot imminent, says envoy", "Minister says deal close" and
"Kyiv to get jets, says envoy". Headlines that name their source before a colon or behind a dash are
in layout/headlines.py; contents with a verb of their own are found where they are everywhere.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from ingest.nlp import clauses
from ingest.nlp.claims.items import Reported
from ingest.nlp.layout import headlines
from ingest.nlp.speech import VERBS, Cue
from ingest.nlp.tokens import Tokens

_MOST_SOURCE = 8
_OPENING = frozenset(("that", "to", "it", "so", "on", "at", "in", "for", ","))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "ADJ"))


def find(tokens: Tokens, read: Container[int]) -> Iterator[Reported]:
    """What each headline says whose verb of speech, none of those `read`, has no clause."""
    for start, end in headlines.lines(tokens):
        verb = next((i for i in range(end - 1, start, -1) if _cue(tokens, i) is not None), None)
        cue = _cue(tokens, verb) if verb is not None else None
        if verb is None or cue is None or verb in read:
            continue
        found = _before(tokens, start, verb, end) or _after(tokens, start, verb, end)
        if found is not None:
            (first, last), speaker = found
            yield Reported(first, last, verb, cue, speaker, "clause")


def _cue(tokens: Tokens, index: int) -> Cue | None:
    """The cue of a verb of speech, which a headline in capitals may have made a name."""
    word = tokens.lower[index]
    lemma = {"says": "say", "said": "say"}.get(word, tokens.lemma[index])
    finite = tokens.tag[index] in ("VBZ", "VBP", "VBD") or word == "says"
    cue = VERBS.get(lemma) if finite else None
    return cue if cue is not None and "clause" in cue.frames else None


def _before(tokens: Tokens, start: int, verb: int, end: int) -> tuple[tuple[int, int], int] | None:
    """A content before its source: "Talks off, Kyiv says", "Talks off, says Kyiv"."""
    inverted = tokens.text[verb - 1] == ","
    if not inverted and verb != end - 1:
        return None
    comma = next((i for i in range(verb - 1, start, -1) if tokens.text[i] == ","), None)
    source = (verb + 1, end) if inverted else (comma + 1 if comma else verb, verb)
    if comma is None or not _is_source(tokens, *source):
        return None
    span = clauses.trim(tokens, start, comma)
    return (span, source[1] - 1) if headlines.tells(tokens, *span) else None


def _after(tokens: Tokens, start: int, verb: int, end: int) -> tuple[tuple[int, int], int] | None:
    """A content behind its source: "Minister says deal close"."""
    source = (start, verb)
    if verb == end - 1 or not _is_source(tokens, *source) or tokens.lower[verb + 1] in _OPENING:
        return None
    span = clauses.trim(tokens, verb + 1, end)
    return (span, verb - 1) if headlines.tells(tokens, *span) else None


def _is_source(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a stretch is one short phrase for somebody: no comma or verb, ending in a noun."""
    if not 0 < end - start <= _MOST_SOURCE or tokens.pos[end - 1] not in _NOMINAL:
        return False
    return not any(
        tokens.text[i] in (",", ":", ";") or tokens.tag[i] in clauses.FINITE
        for i in range(start, end)
    )
