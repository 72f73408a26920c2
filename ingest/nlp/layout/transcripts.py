"""Turns of a transcript or an interview: "President of Russia Vladimir Putin: ..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.nlp import clauses
from ingest.nlp.findings import Findings
from ingest.nlp.speech import TITLES, VERBS, Cue
from ingest.nlp.tokens import Tokens, opens_bubble

ASKING = frozenset(
    ("question", "q", "reporter", "interviewer", "moderator", "correspondent", "journalist")
)
_MOST_WORDS_OF_THANKS, _FEWEST_BRIEF = 4, 3
# A turn's sentence this long is a statement even where the tagger saw no finite verb in it.
_FEWEST_WORDS_UNPARSED = 7
_MOST_WORDS_AT_ONCE = 16
ANSWER = frozenset(("a", "answer"))


@dataclass(slots=True)
class Turn:
    """Somebody's words from token `start` to `end`; `speaker` is an id or None ("Question:").

    A short post is one statement, with its shouts and fragments.
    """

    start: int
    end: int
    speaker: str | None
    is_post: bool = False


def find(found: Findings) -> list[Turn]:
    """The turns of a text, none where it is no transcript.

    A turn goes on over paragraphs where the text has several turns; a single one ends with its
    paragraph.
    """
    tokens = found.tokens
    colons = [i for i, text in enumerate(tokens.text) if text in (":", "):")]
    marks = [(begin, i, who) for i in colons for begin, who in _label(found, i)]
    if not any(who is not None for _, _, who in marks):
        return []
    marks = sorted([*marks, *_askers(tokens, colons, {begin for begin, _, _ in marks})])
    turns: list[Turn] = []
    for number, (_, colon, who) in enumerate(marks):
        stop = marks[number + 1][0] if number + 1 < len(marks) else len(tokens)
        if len(marks) < 3:
            stop = min(stop, _line_end(tokens, colon))
        if who is not None or len(marks) > 2:
            turns.append(Turn(colon + 1, stop, who))
    if len(marks) < 3:
        # A lone label before a single sentence is a caption or a headline.
        turns = [
            t
            for t in turns
            if t.end > t.start and tokens.sent_of[t.end - 1] - tokens.sent_of[t.start] >= 2
        ]
    return turns


def _askers(
    tokens: Tokens, colons: list[int], known: set[int]
) -> list[tuple[int, int, str | None]]:
    """Labels of whoever asks, an outlet as a rule: the same word heads several questions."""
    heads = [
        i for i in colons if i and (i == 1 or "\n" in tokens.text[i - 2]) and i - 1 not in known
    ]
    asked: dict[str, list[int]] = {}
    for colon in heads:
        end = _line_end(tokens, colon)
        if tokens.text[end - 1].endswith("?"):
            asked.setdefault(tokens.text[colon - 1], []).append(colon)
    return [(i - 1, i, None) for places in asked.values() if len(places) > 1 for i in places]


def statements(
    tokens: Tokens, turn: Turn, *, brief: bool = False
) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """The statements of a turn, each with the (first, past-the-last) tokens of its sentence.

    Where the turns are `brief`, as in an interview, a few words state something.
    """
    numbers = range(tokens.sent_of[turn.start], tokens.sent_of[turn.end - 1] + 1)
    whole = clauses.trim(tokens, turn.start, turn.end)
    if turn.is_post and tokens.words(*whole) <= _MOST_WORDS_AT_ONCE:
        yield *whole, (tokens.sents[numbers[0]][0], tokens.sents[numbers[-1]][1])
        return
    for number in numbers:
        first, last = tokens.sents[number]
        start, end = clauses.trim(tokens, max(first, turn.start), min(last, turn.end))
        words = tokens.words(start, end)
        finite = clauses.is_finite(tokens, start, end) or words > _FEWEST_WORDS_UNPARSED
        if words > (_MOST_WORDS_OF_THANKS if not brief else _FEWEST_BRIEF) and finite:
            yield start, end, (first, last)


def _line_end(tokens: Tokens, index: int) -> int:
    while index < len(tokens) and "\n" not in tokens.text[index]:
        index += 1
    return index


def _label(found: Findings, colon: int) -> list[tuple[int, str | None]]:
    """The start and speaker of the label that ends in this colon, if it is one."""
    tokens = found.tokens
    if colon + 1 >= len(tokens) or tokens.text[colon + 1] in '“"«':
        return []
    line = colon
    while line > 0 and "\n" not in tokens.text[line - 1] and colon - line < 16:
        line -= 1
    words = [i for i in range(line, colon) if tokens.pos[i] != "SPACE"]
    at_line = line == 0 or "\n" in tokens.text[line - 1]
    if at_line and len(words) == 1 and tokens.lower[words[0]] in ASKING | ANSWER:
        return [(line, None)]
    last = colon - 1
    if tokens.text[last] == ")" or tokens.text[colon] == "):":
        while last > line and tokens.text[last] != "(":
            last -= 1
        last -= 1
    turned = _name_turned(found, colon, line)
    holder = found.holder[last] if turned is None else found.holder[turned]
    if holder is None or found.type_of(holder.entity) != "Person":
        return []
    begin = holder.start
    while begin > line and tokens.pos[begin - 1] in ("PROPN", "ADP", "DET", "NOUN", "ADJ"):
        if tokens.text[begin - 1] in (".", "!", "?"):
            break
        begin -= 1
    previous = tokens.text[begin - 1] if begin else "."
    fresh = "\n" in previous or previous in (".", "!", "?", "*", "…", "”", '"', ">", ")")
    if begin and not fresh:
        # A heading without a stop before the label: the label begins with its title.
        title = _title_start(found, begin, holder.start)
        if title is None or tokens.pos[title - 1] in ("VERB", "AUX", "ADP", "DET", "ADJ"):
            return []
        begin = title
    return [(begin, holder.entity)]


def _name_turned(found: Findings, last: int, line: int) -> int | None:
    """The last token of a name that its bubble repeats."""
    bubbles = (i for i in range(line + 2, last) if opens_bubble(found.tokens, i))
    return next((index - 1 for index in bubbles), None)


def _title_start(found: Findings, begin: int, name: int) -> int | None:
    """The last capitalised title before a name ("President of Russia" Vladimir Putin)."""
    tokens = found.tokens
    for index in range(name - 1, begin, -1):
        if tokens.lower[index] in TITLES and tokens.text[index][0].isupper():
            modified = tokens.text[index - 1][0].isupper() and tokens.pos[index - 1] == "ADJ"
            return index - modified
    return None


def after_preamble(tokens: Tokens, start: int, end: int) -> tuple[int, Cue | None]:
    """Leave out "Let me note that", "I believe that" at the head of a sentence of one's own."""
    own = False
    for index in range(start, min(end - 4, start + 10)):
        own = own or tokens.lower[index] in ("i", "we", "me", "you")
        if tokens.text[index] == "," and index > start + 2:
            break
        if own and tokens.lower[index] == "that" and tokens.tag[index] == "IN":
            cues = [i for i in range(start, index) if clauses.is_cue(tokens, i)]
            teller = tokens.child(cues[-1], "nsubj") if cues else None
            if teller is not None and tokens.lower[teller] not in ("i", "we", "you"):
                return start, None
            if cues:
                return index + 1, VERBS[tokens.lemma[cues[-1]]]
    return start, None
