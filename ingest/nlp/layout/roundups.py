"""Round-ups of what people wrote: a line that names who speaks, then his words in the first person.

"Ada Quill, former mayor of Tamale" on a line of its own, then "We should have left long ago. ...".
"""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.layout import headings
from ingest.nlp.layout.blocks import lines
from ingest.nlp.layout.transcripts import Turn
from ingest.nlp.marks import DOUBLE_CLOSING, DOUBLE_OPENING
from ingest.nlp.tokens import Tokens

_FEWEST_VOICES = 2
_MOST_BEFORE = 6  # tokens of a title before the name: "Blogger and veteran Ada Quill"
_FIRST = frozenset(("i", "we", "my", "our", "us", "me", "let", "you"))
_ENDED = DOUBLE_CLOSING | {".", "!", "?", "…", "..."}


def find(found: Findings) -> list[Turn]:
    """What stands under each such line as a turn; none where people are only told about."""
    tokens = found.tokens
    read = list(lines(tokens))
    turns: list[Turn] = []
    for number, (start, end) in enumerate(read):
        who = headings.named(found, start, _label_end(tokens, start, end))
        body = _body(found, read[number + 1 :]) if who is not None else None
        if body is None or not _opens(found, start, who):
            continue
        turns.append(Turn(*body, who))
    told = sum(_speaks(tokens, turn) for turn in turns)
    several = len({turn.speaker for turn in turns}) >= _FEWEST_VOICES
    return turns if several and 2 * told > len(turns) else []


def _label_end(tokens: Tokens, start: int, end: int) -> int:
    """The end of a line without what a bracket closes it with: "Ada Quill (wanted in Ghana)"."""
    if tokens.text[end - 1] != ")":
        return end
    return next((i for i in range(end - 1, start, -1) if tokens.text[i] == "("), end)


def _opens(found: Findings, start: int, who: str | None) -> bool:
    """Whether a line begins with who speaks, his title aside."""
    return any(
        (person := found.person_at(index)) is not None and person.entity == who
        for index in range(start, start + _MOST_BEFORE + 1)
    )


def _body(found: Findings, below: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The lines of whole sentences that follow a heading, up to the next heading of any kind."""
    tokens = found.tokens
    first = last = None
    for start, end in below:
        quoted = tokens.text[start] in DOUBLE_OPENING and tokens.text[end - 1] in DOUBLE_CLOSING
        if quoted or tokens.text[end - 1] not in _ENDED:
            break
        first, last = first if first is not None else start, end
    return (first, last) if first is not None and last is not None else None


def _speaks(tokens: Tokens, turn: Turn) -> bool:
    """Whether words are in the first person, or are said to somebody."""
    return not _FIRST.isdisjoint(tokens.lower[turn.start : turn.end])
