"""Ids that a file holds as floats, in SQL: whole ones are integers, others have lost digits.

Programs that know no integer with gaps make floats of a column of ids as soon as one is missing.
"""

from __future__ import annotations

from graph.amplification.sql import literal

EXACT = 2**53  # from here on a float no longer holds every whole number
_WHOLE = r"\s*[0-9]+[.]0\s*"
_EXPONENT = r"\s*-?[0-9]([.][0-9]+)?[eE][+][0-9]+\s*"


def is_exact(number: str) -> str:
    """Whether a float is a whole number that has kept its digits."""
    return f"({number} = trunc({number}) AND abs({number}) < {EXACT})"


def whole(number: str, otherwise: str) -> str:
    """The text of a float as an integer where it is one, else `otherwise`."""
    return (
        f"CASE WHEN {is_exact(number)} THEN CAST(CAST({number} AS BIGINT) AS VARCHAR) "
        f"ELSE {otherwise} END"
    )


def float_text(number: str) -> str:
    """The text of a float of a typed column, in which NaN means that there is none."""
    return f"CASE WHEN NOT isnan({number}) THEN {whole(number, f'CAST({number} AS VARCHAR)')} END"


def is_lost(number: str) -> str:
    """Whether a float of a typed column is an id no longer."""
    return f"NOT isnan({number}) AND NOT {is_exact(number)}"


def whole_text(text: str) -> str:
    """An id in a file of text as an integer where it is a float, as pandas writes one: `100.0`.

    Ids with another fraction stay as they are, since some platforms have such.
    """
    read = whole(f"TRY_CAST({text} AS DOUBLE)", text)
    looked = f"CASE WHEN regexp_full_match({text}, {literal(_WHOLE)}) THEN {read} ELSE {text} END"
    return f"CASE WHEN ends_with({text}, '.0') THEN {looked} ELSE {text} END"


def is_lost_text(text: str) -> str:
    """Whether an id in a file of text was written as a float that is no whole number any more."""
    number = f"TRY_CAST({text} AS DOUBLE)"
    return (
        f"CASE WHEN contains({text}, '+') THEN regexp_full_match({text}, {literal(_EXPONENT)}) "
        f"WHEN ends_with({text}, '.0') THEN regexp_full_match({text}, {literal(_WHOLE)}) "
        f"AND NOT {is_exact(number)} ELSE false END"
    )
