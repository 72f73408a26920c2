"""Where capitals name nothing: headlines, what a page tells its reader, numbered parts of laws."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.marks import CLOSING_QUOTES, DOUBLE_CLOSING
from ingest.nlp.tokens import Tokens, is_capital, is_title_cased

_PARTING = frozenset(["·", "|", "©"])
_NUMBER = re.compile(r"\d[\w.]*|[IVXLC]+|[A-Z]\.?")
HYPHENS = frozenset(["-", "–", "‑"])
_CREDITED = frozenset(["reporting", "writing", "editing", "edited", "written", "compiled"])
_TO_REPORTS = frozenset(("to", "this", report) for report in ("report", "story", "article"))


def boilerplate_tokens(tokens: Tokens) -> frozenset[int]:
    """Tokens of sentences by which a page talks to its reader: "Read also", "Follow us on"."""
    marked: set[int] = set()
    for start, end in tokens.sents:
        if tokens.lower[start] in words("page_verb") and end - start > 1:
            opening = " ".join(tokens.lower[start : start + 3])
            if any(opening.startswith(phrase) for phrase in words("page_phrase")):
                marked.update(range(start, end))
    return frozenset(marked)


def credit_tokens(tokens: Tokens) -> frozenset[int]:
    """Tokens by which an agency tells who worked on a report: they make authors and no actors.

    As in "(Reporting by Ada Quill in Accra; Editing by Otto Kern)" and "Ada Quill contributed to
    this report."
    """
    marked: set[int] = set()
    for index, word in enumerate(tokens.lower):
        if word in _CREDITED and tokens.lower[index + 1 : index + 2] == ["by"]:
            start = index - (tokens.lower[index - 1 : index] == ["additional"])
            if _opens_line_or_bracket(tokens, start):
                marked.update(range(start, _credit_end(tokens, index)))
        elif word == "contributed" and tuple(tokens.lower[index + 1 : index + 4]) in _TO_REPORTS:
            marked.update(range(*tokens.sents[tokens.sent_of[index]]))
    return frozenset(marked)


def _opens_line_or_bracket(tokens: Tokens, index: int) -> bool:
    return index == 0 or "\n" in tokens.text[index - 1] or tokens.text[index - 1] in "(["


def _credit_end(tokens: Tokens, index: int) -> int:
    """Past the names and places behind "Reporting by"; `index` if more than these stand there."""
    end = index
    while end < len(tokens) and "\n" not in tokens.text[end] and tokens.text[end] not in ")]":
        word = tokens.lower[end]
        named = is_capital(tokens.text[end]) or not word[0].isalnum()
        if not named and word not in _CREDITED and word not in words("credit_link"):
            return index  # "Reporting by Reuters showed that ..."
        end += 1
    return end


def numbered_part_end(tokens: Tokens, start: int) -> int:
    """The end of "Article 361-1" or "Annex VII", which name a place in a paper; else `start`."""
    end = start + 1
    if tokens.lower[start] not in words("numbered_part") or end >= len(tokens):
        return start
    if not _NUMBER.fullmatch(tokens.text[end]):
        return start
    end += 1
    while (
        tokens.text[end : end + 1]
        and tokens.text[end] in HYPHENS
        and (tokens.text[end + 1 : end + 2] and tokens.text[end + 1].isdigit())
    ):
        end += 2
    return end


def headline_tokens(tokens: Tokens) -> frozenset[int]:
    """Tokens of lines set as headlines: four or more words, most capitalised, no final stop."""
    marked: set[int] = set()
    line: list[int] = []
    for index, text in enumerate(tokens.text):
        if not text.isspace():
            line.append(index)
        if text.startswith("\n") or "\n" in text or index == len(tokens.text) - 1:
            if _is_headline(tokens, line):
                marked.update(line)
            line = []
    for quoted in _quoted(tokens):
        if _is_headline(tokens, quoted):
            marked.update(quoted)
    return frozenset(marked)


def _quoted(tokens: Tokens, longest: int = 40) -> Iterator[list[int]]:
    """The tokens of each quotation short enough to be a title."""
    opened: int | None = None
    for index, text in enumerate(tokens.text):
        if text in {"“", "«", "„"} or (text == '"' and opened is None):
            opened = index
        elif text in DOUBLE_CLOSING and opened is not None:
            if 4 < index - opened < longest:
                yield list(range(opened + 1, index))
            opened = None


def _is_byline(tokens: Tokens, line: list[int]) -> bool:
    """Whether a line names its authors: "X Y and Z W, Some Institute", "X Y, analyst at ...".

    Before the first comma stand people only, each of two or three words that are no plain English.
    """
    if tokens.lower[line[0]] == "by" and "(" in (tokens.text[i] for i in line):
        # "By X Y (Some Institute) and Z W (Some Paper)"
        return all(
            is_capital(tokens.text[i]) or tokens.text[i] in {"and", "(", ")", ","} for i in line
        )
    comma = next((n for n, i in enumerate(line) if tokens.text[i] == ","), 0)
    if not comma or len(line) > 16:
        return False
    authors: list[list[str]] = [[]]
    for index in line[tokens.lower[line[0]] == "by" : comma]:
        if tokens.lower[index] == "and":
            authors.append([])
        elif is_capital(tokens.text[index]) or tokens.text[index] in HYPHENS:
            authors[-1].append(tokens.text[index])
        else:
            return False
    known = gazetteer().by_name
    return all(
        2 <= len(name) <= 4
        and any(w.lower() not in tokens.dictionary for w in name)
        and not any(w in known and known[w].type in {"State", "Place"} for w in name)
        for name in authors
    )


def _is_headline(tokens: Tokens, line: list[int]) -> bool:
    while line and (tokens.text[line[-1]] in {"[", "]"} or tokens.text[line[-1]].isdigit()):
        line = line[:-1]  # the footnote behind a full stop: "in both oblasts.[91]"
    while line and tokens.text[line[-1]] in CLOSING_QUOTES:
        line = line[:-1]  # a full stop inside the quotation ends the sentence too
    if not is_title_cased(tokens, line) or tokens.text[line[-1]] in {".", "!", ";", ","}:
        return False
    spoken = next(i for i in line if tokens.text[i][0].isalpha() and len(tokens.text[i]) > 3)
    if tokens.lower[spoken] in words("title") or _is_byline(tokens, line):
        return False
    # "9 October 2025 · Some Institute · Analysis" tells who publishes
    return not any(tokens.text[i] in _PARTING for i in line)
