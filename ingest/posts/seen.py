"""Which ids a source has given already, in little memory however many there are."""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

_RECENT = 1 << 16


class Seen:
    """A set of ids at eight bytes each: the recent ones as they are, the others as sorted hashes.

    Blocks of hashes are joined when the next one has grown as large, so there are few of them. Two
    ids fall together by chance once in 2^64 pairs: for ten million ids, three times in a million
    runs.
    """

    def __init__(self) -> None:
        self._recent: set[int] = set()
        self._blocks: list[NDArray[np.uint64]] = []

    def add(self, id_: str) -> bool:
        """Note an id; False says that it was there already."""
        digest = hashlib.blake2b(id_.encode(errors="surrogatepass"), digest_size=8).digest()
        number = int.from_bytes(digest, "big")
        if number in self._recent or any(_holds(block, number) for block in self._blocks):
            return False
        self._recent.add(number)
        if len(self._recent) >= _RECENT:
            self._settle()
        return True

    def _settle(self) -> None:
        block = np.fromiter(self._recent, dtype=np.uint64, count=len(self._recent))
        self._recent.clear()
        while self._blocks and len(self._blocks[-1]) <= len(block):
            block = np.concatenate((self._blocks.pop(), block))
        block.sort()
        self._blocks.append(block)


def _holds(block: NDArray[np.uint64], number: int) -> bool:
    wanted = np.uint64(number)
    place = int(np.searchsorted(block, wanted))
    return place < len(block) and bool(block[place] == wanted)
