"""The bytes of a JSON file as the parser takes them, whatever broken characters it holds.

The parser is in C: half a character ends it with a traceback or becomes a question mark, broken
UTF-8 ends the file, and a number of more digits than Python takes leaves an error pending, to fail
anywhere. So broken characters are marked before it meets them, and such numbers refused.
"""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

import ijson  # type: ignore[import-untyped]

from ingest.readers.base import LONE_SURROGATE

BROKEN = "\ufdd0"
"""What stands for a broken character: one that Unicode keeps for use inside a program."""

_MARK = r"\ufdd0"
_BLOCK = 1 << 16
_TOO_LONG = re.compile("[0-9]{4300}")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL)
# An escape begins after an even number of backslashes; both halves of a character stay together.
_HALVES = re.compile(
    r"(?<!\\)((?:\\\\)*)"
    r"(?:(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)


class Blocks:
    """A stream of JSON in UTF-8 whose broken characters, escaped or not, are BROKEN.

    It is read in blocks that end behind a comma, which stands in no escape and in no number.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._rest = ""
        self._quoted = False

    def read(self, size: int) -> bytes:
        """The next block, of another size than was asked for; empty at the end.

        Raises ijson.JSONError at a number of more digits than Python takes.
        """
        if not size:
            return b""
        block = self._block()
        if _TOO_LONG.search(block) and _TOO_LONG.search(self._bare(block)):
            raise ijson.JSONError("a number in it is too long")
        bare = block.replace(r"\\", "")
        self._quoted ^= bool((bare.count('"') - bare.count(r"\"")) % 2)
        if r"\u" in block:
            block = _HALVES.sub(_marked, block)
        try:
            return block.encode()
        except UnicodeEncodeError:
            return LONE_SURROGATE.sub(BROKEN, block).encode()

    def _block(self) -> str:
        parts = [self._rest]
        while raw := self._stream.read(_BLOCK):
            text = self._decoder.decode(raw)
            head, comma, self._rest = text.rpartition(",")
            if comma:
                return "".join((*parts, head, comma))
            parts.append(self._rest)
        self._rest = ""
        return "".join((*parts, self._decoder.decode(b"", final=True)))

    def _bare(self, block: str) -> str:
        """A block without what stands in its strings."""
        return _STRING.sub('""', f'"{block}' if self._quoted else block)


def _marked(found: re.Match[str]) -> str:
    return found[0] if found[2] else found[1] + _MARK
