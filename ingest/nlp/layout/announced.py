"""Words of somebody that a line announces: "A translation of President Quill's remarks follows:".

Statements and speeches are published so, without quotation marks or labels of the turns.
"""

from __future__ import annotations

from itertools import pairwise

from ingest.nlp import clauses
from ingest.nlp.findings import Findings, Mention
from ingest.nlp.layout.blocks import lines
from ingest.nlp.layout.transcripts import Turn
from ingest.nlp.marks import DOUBLE_OPENING
from ingest.nlp.tokens import POSSESSIVES, Tokens

_MOST_LINE = 30  # tokens of a line that announces
_MOST_HEADING = 16
# What a person speaks or writes; of these a body has only the second kind.
_SPOKEN = frozenset(("remark", "speech", "address", "comment", "briefing"))
_WRITTEN = frozenset(("statement", "message", "declaration", "communiqué", "letter"))
_TEXTS = frozenset(("text", "transcript", "translation", "version"))
_GIVEN = frozenset(("delivered", "prepared", "released"))
_POINTING = frozenset(("following", "below", "here"))
_BODIES = frozenset(("Organization", "State", "ArmedGroup", "Bloc"))
_WHOSE = frozenset(("by", "of", "from"))
_SENTENCE_ENDS = frozenset((".", "!", "?", ":", ";", ",", "…", ")", "”", '"'))


def find(found: Findings) -> list[Turn]:
    """What follows each line that announces words, up to a heading or the next such line.

    A paragraph that names the speaker is the narrator's again, and words in quotation marks are
    read as quotations.
    """
    tokens = found.tokens
    turns: list[Turn] = []
    speaker, fresh = None, False
    for start, end in lines(tokens):
        if _announces(tokens, start, end):
            speaker, fresh = _whose(found, start, end), True
        elif speaker is not None and _goes_on(found, speaker, start, end):
            if fresh:
                turns.append(Turn(start, end, speaker))
            turns[-1].end, fresh = end, False
        else:
            speaker = None
    return turns


def _announces(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a line says that the text of somebody's words comes next."""
    closed = tokens.text[end - 1] in (":", ")", "):")
    if not closed or end - start > _MOST_LINE:
        return False
    if (_SPOKEN | _WRITTEN | _TEXTS).isdisjoint(tokens.lemma[start:end]):
        return False
    words = [tokens.lower[i] for i in range(start, end) if tokens.text[i][0].isalnum()]
    if any(first == "as" and then in _GIVEN for first, then in pairwise(words)):
        return True
    if tokens.text[end - 1] == ")":
        return False
    behind = words[-1] in ("follows", "follow", "below") or words[-2:] == ["in", "full"]
    return behind or words[0] in _POINTING or words[0] in ("remarks", "statement", "speech")


def _whose(found: Findings, start: int, end: int) -> str | None:
    """Whose words a line announces: "Otto Kern's remarks", "remarks by Otto Kern", "her speech".

    A line that names nobody means the only person the text named before.
    """
    tokens = found.tokens
    written = not _WRITTEN.isdisjoint(tokens.lemma[start:end])
    named = 0
    for index in range(start, end):
        held = found.holder[index]
        if held is None or held.start != index:
            continue
        named += 1
        type_ = found.type_of(held.entity)
        fits = type_ == "Person" or (written and type_ in _BODIES)
        if fits and _is_owner(tokens, held, start, end):
            return held.entity
    before = {e.id for e in found.entities.values() if e.type == "Person"
              and any(m.start < start and m.kind == "name" for m in e.mentions)}  # fmt: skip
    return before.pop() if not named and len(before) == 1 else None


def _is_owner(tokens: Tokens, held: Mention, start: int, end: int) -> bool:
    if tokens.tag[held.end - 1] == "PRP$" or tokens.text[min(held.end, end - 1)] in POSSESSIVES:
        return True
    before = held.start - 1
    while before > start and tokens.pos[before] in ("PROPN", "NOUN", "ADJ", "DET"):
        before -= 1
    return before >= start and tokens.lower[before] in _WHOSE


def _goes_on(found: Findings, speaker: str, start: int, end: int) -> bool:
    """Whether a line is more of the words: no heading, no quotation, no talk of the speaker."""
    tokens = found.tokens
    if tokens.text[start] in DOUBLE_OPENING:
        return False
    ended = tokens.text[end - 1][-1] in _SENTENCE_ENDS
    if not ended and end - start <= _MOST_HEADING and not clauses.is_finite(tokens, start, end):
        return False
    held = (found.holder[i] for i in range(start, end))
    named = (m.kind == "name" for m in held if m is not None and m.entity == speaker)
    return found.type_of(speaker) != "Person" or not any(named)
