"""Interviews whose turns have short labels or none: "Q: ... A: ...", "MH: ...", bare questions.

The answers are the words of the person interviewed, who is named in a label, by initials, or whom
the introduction speaks of most.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ingest.nlp import clauses
from ingest.nlp.findings import Findings
from ingest.nlp.layout.blocks import lines
from ingest.nlp.layout.dialogue import interviewed
from ingest.nlp.layout.transcripts import ANSWER, ASKING, Turn
from ingest.nlp.marks import DOUBLE_MARKS, DOUBLE_OPENING
from ingest.nlp.tokens import Tokens

_MOST_LABEL = 4  # tokens of a label
_FEWEST_LABELS, _FEWEST_QUESTIONS = 4, 3
# What a headline calls an interview may have two questions, each with what leads up to it.
_TITLES, _FEWEST_TITLED, _MOST_SENTENCES = frozenset(("interview", "q&a")), 2, 4
_MOST_QUESTION = 60  # tokens of a question that is a paragraph of its own
_MARKS = DOUBLE_MARKS | {"*", "_", "#"}
_CONVERSING = frozenset(("interview", "conversation", "speak", "talk", "ask"))
_QUOTED = 2
_FIRST, _SECOND = frozenset(("i", "my", "me", "we", "our")), frozenset(("you", "your"))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without marks of emphasis; `label` is what stands before its first colon, if short."""

    start: int
    end: int
    label: str
    asks: bool


def find(found: Findings) -> list[Turn]:
    """The answers of an interview; none where the text is none."""
    read = [_read(found.tokens, start, end) for start, end in lines(found.tokens)]
    return _labelled(found, read) or _unlabelled(found, read) or _alternating(found, read)


def _read(tokens: Tokens, start: int, end: int) -> _Line:
    while start < end and (tokens.text[start] in _MARKS or set(tokens.text[start]) <= {"*", "_"}):
        start += 1
    last = end - 1
    while last > start and (tokens.text[last] in _MARKS or set(tokens.text[last]) <= {"*", "_"}):
        last -= 1
    asks = start < end and (tokens.text[last].endswith("?") or _opens_asking(tokens, start, end))
    for index in range(start, min(end, start + _MOST_LABEL + 1)):
        short = tokens.lower[start].rstrip(".") in ("q", "a")
        if index == start and short and tokens.text[start].endswith("."):
            return _Line(start + 1, end, tokens.text[start].rstrip("."), asks)
        stops = tokens.text[index] == ":" or (
            index == start + 1 and short and tokens.text[index] == "."
        )
        if stops and index > start and tokens.text[start][0].isupper():
            label = tokens.span_text(start, index)
            return _Line(min(index + 1, end), end, label, asks)
    return _Line(start, end, "", asks)


def _opens_asking(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a short line asks, and then tells on what it rests: "Why go? You had won."."""
    stop = min(tokens.sents[tokens.sent_of[start]][1], end)
    asked = tokens.tag[start] in clauses.WH or tokens.pos[start] == "AUX"
    asked = asked and tokens.text[stop - 1] == "?" and _says(tokens, start, stop, _SECOND)
    return asked and end - start <= _MOST_QUESTION


def _labelled(found: Findings, read: list[_Line]) -> list[Turn]:
    """Answers behind labels, of which one asks; "Q" and "A" tell it even for one answer."""
    counted = Counter(line.label for line in read if line.label)
    asking = {
        label
        for label in counted
        if label.lower() in ASKING
        or 2 * sum(line.asks for line in read if line.label == label) > counted[label]
    }
    words = {label.lower() for label in counted}
    paired = not (words.isdisjoint(ASKING) or words.isdisjoint(ANSWER))
    plain = ASKING | ANSWER if paired else frozenset[str]()
    marks = [
        n for n, line in enumerate(read)
        if line.label and (counted[line.label] > 1 or line.label.lower() in plain)
    ]  # fmt: skip
    if len(marks) < (2 if paired else _FEWEST_LABELS) or not asking:
        return []
    before = read[marks[0]].start
    turns: list[Turn] = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        line = read[mark]
        stop = (following if following is not None else len(read)) - 1
        who = None if line.label in asking else _named(found, line.label, before)
        if who is not None:
            turns.append(Turn(line.start, read[stop].end, who))
    return turns


def _named(found: Findings, label: str, before: int) -> str | None:
    """The person a label means: by name, surname, initials, or as the one who answers."""
    if label.lower() in ANSWER:
        return interviewed(found, before)
    people = [e for e in found.entities.values() if e.type == "Person"]
    for person in people:
        parts = person.name.split()
        if parts and parts[-1].casefold() == label.split()[-1].casefold():
            return person.id
    for person in people:
        initials = "".join(part[0] for part in person.name.split())
        if len(initials) > 1 and initials == label.replace(".", "").replace(" ", ""):
            return person.id
    return None


def _alternating(found: Findings, read: list[_Line]) -> list[Turn]:
    """Every other paragraph of a talk that its introduction calls one.

    What is asked there need not end in a question mark, but no answer does.
    """
    tokens = found.tokens
    first = next((n for n, line in enumerate(read) if line.asks), len(read))
    questions, answers = read[first::2], read[first + 1 :: 2]
    asked = sum(line.asks for line in questions)
    if first == 0 or asked < 2 or 2 * asked < len(questions) or any(n.asks for n in answers):
        return []
    opening = questions[0].start
    ours = _says(tokens, 0, opening, _FIRST) and not _CONVERSING.isdisjoint(tokens.lemma[:opening])
    addressed = any(_says(tokens, line.start, line.end, _SECOND) for line in questions)
    speaker = interviewed(found, opening) if ours and addressed else None
    return [] if speaker is None else [Turn(n.start, n.end, speaker) for n in answers]


def _unlabelled(found: Findings, read: list[_Line]) -> list[Turn]:
    """Answers between paragraphs that are questions to somebody: "What did you see?"."""
    tokens = found.tokens
    titled = bool(read) and _says(tokens, read[0].start, read[0].end, _TITLES)
    longest = _MOST_SENTENCES if titled else 2
    questions = [
        n for n, line in enumerate(read)
        if line.asks and line.end - line.start <= _MOST_QUESTION and n + 1 < len(read)
        and tokens.sent_of[line.end - 1] - tokens.sent_of[line.start] < longest
    ]  # fmt: skip
    if len(questions) < (_FEWEST_TITLED if titled else _FEWEST_QUESTIONS):
        return []
    answers = [
        (read[n + 1].start, read[stop - 1].end)
        for n, stop in zip(questions, [*questions[1:], len(read)], strict=True)
        if stop > n + 1
    ]
    asked = sum(_says(tokens, read[n].start, read[n].end, _SECOND) for n in questions)
    told = sum(_says(tokens, *answer, _FIRST) for answer in answers)
    speaker = interviewed(found, read[questions[0]].start)
    # A columnist who asks rhetorical questions quotes whom he writes about.
    quoting = sum(tokens.text[line.start - 1] in DOUBLE_OPENING for line in read[questions[0] :])
    if speaker is None or not asked or 3 * told < len(answers) or quoting >= _QUOTED:
        return []
    return [Turn(start, end, speaker) for start, end in answers]


def _says(tokens: Tokens, start: int, end: int, words: frozenset[str]) -> bool:
    return not words.isdisjoint(tokens.lower[start:end])
