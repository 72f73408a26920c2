"""Read a text with annotations written into it, so that offsets are computed and never typed.

Annotators write the document once, with its mentions and claims marked in place:

    {S_RU Russia}             a mention by name           {S_RU~ Russian}    a demonym
    {S_RU^ Moscow} warned     a metonym                   {P_X= the envoy}   a nominal mention
    {O_X {S_RU/ Russian} Navy}  a name nested in a longer one
    {C_1+ a channel with {C_1# 45K followers}}   how a channel is introduced, and its number
    {C_1 the same channel}    a later mention of a channel
    <H1 the span of a claim>  and <H1* another span that counts as the same claim>

Marks nest and never cross. The four brackets cannot occur in the text itself; angle quotes can.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPEN = re.compile(r"([{<])([A-Z][A-Za-z0-9_]*)([~^=/+#*]?) ")
_CLOSER = {"{": "}", "<": ">"}


class AnnotationError(ValueError):
    """An annotated document contradicts itself; the message names the document and the place."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked span of the plain text: whose it is and, by its flag, of what kind."""

    id: str
    flag: str
    start: int
    end: int
    is_claim: bool


def read_markup(marked: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks in order of start, longer before shorter.

    Raises `AnnotationError` where a bracket is not closed, not opened, or carries no id.
    """
    plain: list[str] = []
    length = 0
    marks: list[Mark] = []
    stack: list[tuple[str, str, str, int]] = []
    position = 0
    while position < len(marked):
        character = marked[position]
        if character in "{<":
            opening = _OPEN.match(marked, position)
            if opening is None:
                raise AnnotationError(f"no id after {marked[position : position + 30]!r}")
            stack.append((opening[1], opening[2], opening[3], length))
            position = opening.end()
            continue
        if character in "}>":
            if not stack or _CLOSER[stack[-1][0]] != character:
                raise AnnotationError(f"closed without being opened: ...{''.join(plain)[-40:]!r}")
            bracket, id_, flag, start = stack.pop()
            marks.append(Mark(id_, flag, start, length, bracket == "<"))
        else:
            plain.append(character)
            length += 1
        position += 1
    if stack:
        raise AnnotationError(f"never closed: {[id_ for _, id_, _, _ in stack]}")
    return "".join(plain), sorted(marks, key=lambda mark: (mark.start, -mark.end))
