"""Channels told in tables and cards: "| Lantern | Telegram | 120,000 |", "Subscribers: 120,000"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import groupby

from ingest.nlp.channels import numbers
from ingest.nlp.channels.audience import NOUNS, SIZES, Audience
from ingest.nlp.channels.kinds import PLATFORM, TRIGGERS
from ingest.nlp.tokens import Tokens

_EACH = re.compile(r"^[^\n]*$", re.MULTILINE)
_CELL = re.compile(r"[^|\t\n]+")
_RULE = re.compile(r"[\s|:+=_–—-]*")
_LINE = re.compile(r"(?P<key>[A-Za-z][A-Za-z ]{2,24}?)\s*:\s*(?P<value>\S.*)")
_NAMING = frozenset(TRIGGERS) | {"name", "title", "username"}
_COUNTING = (NOUNS | SIZES | {"reach"}) - {"member", "members"}  # which parties have
_OWNING = frozenset(("owner", "admin", "author", "founder", "administrator", "creator"))
_NAME = re.compile(r"@?\w[^\n|]{1,48}")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A stretch of text, white space and marks of emphasis off, as character offsets."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> list[str]:
        return self.text.lower().split()


def read(tokens: Tokens) -> list[Audience]:
    """The counts of tables and cards, each with the name of its channel."""
    lines = _lines(tokens.stored)
    rows = [_cells(tokens.stored, *line) for line in lines]
    told: list[Audience] = []
    for width, table in groupby(rows, key=len):
        if width > 1:
            told += _of_table(tokens, list(table))
    return told + _of_cards(tokens, lines)


def _lines(text: str) -> list[tuple[int, int]]:
    """Where each line begins and ends; the rule under a table's head is none."""
    lines = ((m.start(), m.end()) for m in _EACH.finditer(text))
    return [(a, b) for a, b in lines if not (a < b and _RULE.fullmatch(text, a, b))]


def _cells(text: str, start: int, end: int) -> list[_Cell]:
    found = [_cell(text, m.start(), m.end()) for m in _CELL.finditer(text, start, end)]
    return [cell for cell in found if cell.text]


def _cell(text: str, start: int, end: int) -> _Cell:
    inside = text[start:end]
    first = start + len(inside) - len(inside.lstrip(" *_`"))
    last = end - (len(inside) - len(inside.rstrip(" *_`")))
    return _Cell(first, last, text[first:last])


def _of_table(tokens: Tokens, rows: list[list[_Cell]]) -> list[Audience]:
    head = rows[0]
    counted = next((n for n, c in enumerate(head) if _COUNTING & set(c.words)), None)
    if counted is None or len(rows) < 2:
        return []
    headed = _count(tokens, head[counted], bare=True) is None
    named = next((n for n, c in enumerate(head) if _NAMING & set(c.words)), 0) if headed else 0
    if named == counted:
        named = 0
    told = (
        _entry(tokens, row[named], row[counted], row, bare=headed)
        for row in (rows[1:] if headed else rows)
    )
    return [size for size in told if size is not None] if named != counted else []


def _of_cards(tokens: Tokens, lines: list[tuple[int, int]]) -> list[Audience]:
    """As in "Name: Lantern", "Platform: Telegram", "Subscribers: 120,000", a line each."""
    told: list[Audience] = []
    card: list[_Cell] = []
    for start, end in lines:
        line = _cell(tokens.stored, start, end)
        if line.text:
            card.append(line)
            continue
        told += _of_card(tokens, card)
        card = []
    return told + _of_card(tokens, card)


def _of_card(tokens: Tokens, lines: list[_Cell]) -> list[Audience]:
    said: dict[str, _Cell] = {}
    for line in lines:
        if (match := _LINE.fullmatch(line.text)) is not None:
            value = line.start + match.start("value")
            said.setdefault(match["key"].lower(), _Cell(value, line.end, match["value"]))
    count = next((said[key] for key in said if _COUNTING & set(key.split())), None)
    name = next((said[key] for key in said if _NAMING & set(key.split()[-1:])), None)
    if name is None and lines and ":" not in lines[0].text:
        name = lines[0]
    if count is None or name is None or len(said) + (name is lines[0]) < 2:
        return []
    size = _entry(tokens, name, count, list(said.values()), bare=True)
    owner = next((said[key] for key in said if _OWNING & set(key.split())), None)
    if size is not None and owner is not None:
        size.owner = _tokens(tokens, owner.start, owner.end)[0]
    return [size] if size is not None else []


def _entry(
    tokens: Tokens, name: _Cell, cell: _Cell, row: list[_Cell], *, bare: bool
) -> Audience | None:
    """The count of one row, with the name and the platform that stand in its other cells."""
    count = _count(tokens, cell, bare=bare)
    if count is None or _NAME.fullmatch(name.text) is None or name.text[0].isdigit():
        return None
    size = Audience(count.value, count.bound, *_tokens(tokens, count.start, count.end))
    size.named = _tokens(tokens, name.start, name.end)
    places = (PLATFORM.get(other.text.lower()) for other in row if other is not name)
    size.platform = next((place for place in places if place), None)
    return size


def _count(tokens: Tokens, cell: _Cell, *, bare: bool) -> numbers.Count | None:
    """The number that fills a cell, alone where `bare`, else with what it counts behind it."""
    count = numbers.at(tokens.stored, cell.start, cell.end)
    if count is None or count.value < numbers.LEAST:
        return None
    behind = tokens.stored[count.end : cell.end].lower().split()
    counts = behind and behind[-1] in NOUNS and len(behind) < 3
    return count if (not behind and bare) or counts else None


def _tokens(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    return bisect_right(tokens.starts, start) - 1, bisect_left(tokens.starts, end)
