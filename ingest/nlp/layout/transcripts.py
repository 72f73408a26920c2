"""Turns of a transcript or an interview: "President of Russia Vladimir Putin: ..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.nlp import clauses
from ingest.nlp.findings import Findings
from ingest.nlp.marks import DOUBLE_OPENING
from ingest.nlp.speech import TITLES, VERBS, Cue
from ingest.nlp.tokens import Tokens, opens_bubble

ASKING = frozenset(
    ("question", "q", "reporter", "interviewer", "moderator", "correspondent", "journalist")
)
_MOST_WORDS_OF_THANKS, _FEWEST_BRIEF = 4, 3
# A turn's sentence this long is a statement even where the tagger saw no finite verb in it.
_FEWEST_WORDS_UNPARSED = 7
_MOST_WORDS_AT_ONCE = 16
_PROCEDURE = frozenset(("welcome", "start", "begin", "open", "turn", "hand", "make", "take"))
_SHORTEST_SURNAME = 3
_MOST_LABEL = 8  # tokens of a label, and of what parts it from the question before
_SPOKEN = frozenset(("briefing", "transcript", "remarks", "speech", "address", "interview"))
ANSWER = frozenset(("a", "answer"))


@dataclass(slots=True)
class Turn:
    """Somebody's words from token `start` to `end`; `speaker` is an id or None ("Question:").

    A short post is one statement, with its shouts and fragments. `noun` is the head of the words
    for a speaker the text does not name.
    """

    start: int
    end: int
    speaker: str | None
    is_post: bool = False
    noun: int | None = None


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
    asked = any(who is None for _, _, who in marks)
    if len(marks) == 2:  # "MS. LIND: What is it? / MR. POPKO: War."
        asked = asked or "?" in tokens.text[marks[0][1] : marks[1][0]][-_MOST_LABEL:]
    whole = len(marks) > 2 or asked or _is_headed(tokens, marks[0][0])
    turns: list[Turn] = []
    for number, (_, colon, who) in enumerate(marks):
        stop = marks[number + 1][0] if number + 1 < len(marks) else len(tokens)
        if not whole:
            stop = min(stop, _line_end(tokens, colon))
        if who is not None or whole:
            turns.append(Turn(colon + 1, stop, who))
    if not whole:
        # A lone label before a single sentence is a caption or a headline.
        turns = [
            t
            for t in turns
            if t.end > t.start and tokens.sent_of[t.end - 1] - tokens.sent_of[t.start] >= 2
        ]
    return turns


def _is_headed(tokens: Tokens, first: int) -> bool:
    """Whether lines before the first label say that words follow: "Press briefing by Popko"."""
    headed = not clauses.is_finite(tokens, 0, first)
    return headed and not _SPOKEN.isdisjoint(tokens.lower[:first])


def _askers(
    tokens: Tokens, colons: list[int], known: set[int]
) -> list[tuple[int, int, str | None]]:
    """Labels of whoever asks, an outlet as a rule: the same word heads several questions, or one
    that a label of who answers follows.
    """
    heads = [
        i for i in colons if i and (i == 1 or "\n" in tokens.text[i - 2]) and i - 1 not in known
    ]
    asked: dict[str, list[int]] = {}
    answered = set[int]()
    for colon in heads:
        end = _line_end(tokens, colon)
        if tokens.text[end - 1].endswith("?"):
            asked.setdefault(tokens.text[colon - 1], []).append(colon)
            answered |= {colon} if end + 1 in known else set()
    return [
        (i - 1, i, None)
        for places in asked.values()
        for i in places
        if len(places) > 1 or i in answered
    ]


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
        asks = tokens.text[end - 1] == "?" and not brief
        if _is_procedure(tokens, first, last) or asks:
            continue
        if words > (_MOST_WORDS_OF_THANKS if not brief else _FEWEST_BRIEF) and finite:
            yield start, end, (first, last)


def _is_procedure(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence only opens, closes or hands on: "Now I open the floor for questions"."""
    root = tokens.root(first, last)
    if root is None:
        return False
    subject = tokens.child(root, "nsubj")
    own = subject is not None and tokens.lower[subject] in ("i", "we")
    let = tokens.lemma[root] == "let" and tokens.lower[root + 1 : root + 2] in (["me"], ["us"])
    verbs = tokens.lemma[root : min(last, root + 3)] if let else [tokens.lemma[root]]
    plain = tokens.child(root, "ccomp") is None or let
    return (own or let) and plain and not _PROCEDURE.isdisjoint(verbs)


def _line_end(tokens: Tokens, index: int) -> int:
    while index < len(tokens) and "\n" not in tokens.text[index]:
        index += 1
    return index


def _label(found: Findings, colon: int) -> list[tuple[int, str | None]]:
    """The start and speaker of the label that ends in this colon, if it is one."""
    tokens = found.tokens
    if colon + 1 >= len(tokens) or tokens.text[colon + 1] in DOUBLE_OPENING:
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
    turned = _before_title(found, colon, line) if turned is None else turned
    holder = found.holder[last] if turned is None else found.holder[turned]
    person = holder is not None and found.type_of(holder.entity) == "Person"
    if not person and at_line and (shouted := _shouted(found, line, last)) is not None:
        return [(line, shouted)]
    if holder is None or not person:
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


def _before_title(found: Findings, colon: int, line: int) -> int | None:
    """The last token of a name that its title follows: "Ivan Popko, Official Spokesperson:".

    Also in capitals, as transcripts have it: "IVAN POPKO, KENYAN MINISTER OF DEFENCE:".
    """
    tokens = found.tokens
    comma = next((i for i in range(colon - 1, line, -1) if tokens.text[i] == ","), None)
    if comma is None:
        return None
    shouted = tokens.span_text(line, colon).isupper() and comma - line > 1
    named = tokens.lower[comma + 1 : colon] if shouted else tokens.lower[colon - 1 : colon]
    if TITLES.isdisjoint(named):
        return None
    titled = all(tokens.pos[i] in ("PROPN", "NOUN", "ADJ", "ADP") for i in range(comma + 1, colon))
    return comma - 1 if titled else None


def _shouted(found: Findings, line: int, last: int) -> str | None:
    """The person of the text whose title and surname stand in capitals: "MR. POPKO:"."""
    text = found.tokens.text[last]
    titled = last > line and found.tokens.text[line].isupper()
    if not titled or not text.isupper() or len(text) < _SHORTEST_SURNAME:
        return None
    people = (e for e in found.entities.values() if e.type == "Person")
    return next((e.id for e in people if e.name.split()[-1].upper() == text), None)


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
