"""Ranges of numbers in a stranger's statement, which may count for hours where nothing stops them.

The server looks at the clock between rows, never inside an expression: `UNWIND range(1, $n) AS i`
ends in time whatever n is, `all(i IN range(1, 100000000000) WHERE i > 0)` holds a core of the
server until it is restarted. So a range outside UNWIND must be short, as its words show.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.errors import QueryError
from graph.store.lexer import Token

LONGEST = 1_000_000
"""Numbers that the ranges of a statement may count, were each inside the other, UNWIND aside."""

_MEASURES = ("SIZE", "LENGTH")


def refuse_ranges(found: Sequence[Token]) -> None:
    """Raise QueryError where a range outside UNWIND may be longer than the server should count."""
    total = 1
    for at, token in enumerate(found):
        if token.name.lower() != "range" or token.kind not in ("word", "quoted"):
            continue
        if at + 1 == len(found) or found[at + 1].text != "(":
            continue
        end = _closing(found, at + 1)
        if at and found[at - 1].keyword == "UNWIND" and _text(found, end + 1).upper() == "AS":
            continue
        total *= _length(found[at + 2 : end])
    if total > LONGEST:
        raise QueryError(
            f"Refused: the ranges outside UNWIND count more than {LONGEST:,} numbers",
            remedy="Count with `UNWIND range(...) AS i`, which a limit of time can stop",
        )


def _length(inside: Sequence[Token]) -> int:
    """How many numbers `range(inside)` has; 1 where it measures what the graph holds."""
    arguments = _arguments(inside)[:2]
    start, end = (_bound(argument) for argument in (*arguments, [], [])[:2])
    if start is not None and end is not None:
        return abs(end - start) + 1
    if all(_bound(argument) is not None or _measured(argument) for argument in arguments):
        return 1
    raise QueryError(
        "Refused: how long a range outside UNWIND gets cannot be seen",
        remedy="Write its ends as numbers or size(...), or use `UNWIND range(...) AS i`",
    )


def _arguments(inside: Sequence[Token]) -> list[list[Token]]:
    """The arguments of a call, split at the commas that are not inside brackets."""
    arguments: list[list[Token]] = [[]]
    depth = 0
    for token in inside:
        depth += (token.text in "([{") - (token.text in ")]}")
        if token.text == "," and not depth:
            arguments.append([])
        else:
            arguments[-1].append(token)
    return arguments


def _bound(argument: Sequence[Token]) -> int | None:
    """A whole number with its sign, else None."""
    text = "".join(token.text for token in argument)
    try:
        return int(text.replace("_", ""), 0) if text.isascii() else None
    except ValueError:
        return None


def _measured(argument: Sequence[Token]) -> bool:
    """Whether an end is `size(...)` or `length(...)`, a small number more or less."""
    if not argument or argument[0].keyword not in _MEASURES or _text(argument, 1) != "(":
        return False
    rest = argument[_closing(argument, 1) + 1 :]
    return not rest or (rest[0].text in "+-" and (_bound(rest) is not None))


def _closing(found: Sequence[Token], opening: int) -> int:
    """Where the bracket that opens there is closed; the end, where it is not."""
    depth = 0
    for at in range(opening, len(found)):
        depth += (found[at].text in "([{") - (found[at].text in ")]}")
        if not depth:
            return at
    return len(found)


def _text(found: Sequence[Token], at: int) -> str:
    return found[at].text if at < len(found) else ""
