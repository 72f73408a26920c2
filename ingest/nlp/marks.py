"""Quotation marks: which there are, which open, which close, and what closes each."""

from __future__ import annotations

# Each mark that opens a quotation, with what closes it.
CLOSED_BY = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"'}
OPENING_QUOTES = frozenset(CLOSED_BY)
# Some texts open a quotation with an apostrophe as well.
OPENING_MARKS = OPENING_QUOTES | {"'"}
# “ closes after „ alone, and an apostrophe closes where one opened.
CLOSING_QUOTES = frozenset(("”", "»", "’", '"'))
CLOSING_MARKS = CLOSING_QUOTES | {"“", "'"}
# Single marks are apostrophes as often as not; where that matters, these are looked for.
DOUBLE_OPENING = frozenset(("“", "„", "«", '"'))
DOUBLE_CLOSING = frozenset(("”", "»", '"'))
DOUBLE_MARKS = DOUBLE_OPENING | DOUBLE_CLOSING
QUOTE_MARKS = DOUBLE_MARKS | frozenset(("‘", "’", "'"))
# What is typed for an apostrophe, and is no quotation mark.
MISTYPED_APOSTROPHES = "`´ʼ"
# Beside them those that are typed as two characters: ``so''.
TYPED_MARKS = QUOTE_MARKS | {"``", "''"}
