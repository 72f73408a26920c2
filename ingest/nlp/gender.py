"""Whether a person is spoken of as "he" or "she": by title, given name, patronymic or surname."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from ingest.nlp.lexicon import load

Gender = Literal["male", "female"]

# Patronymics and surnames that Slavic languages inflect for gender.
_FEMALE_ENDING = re.compile(r"(?:ovna|evna|ivna|[oei]va|[iy]na|ska|skaya|ska[iy]a|cka|ová)$")
_MALE_ENDING = re.compile(r"(?:ovich|evich|ovych|[oe]v|[iy]n|sk[iy]|skyi|skiy|skij|ck[iy])$")
_SLAVIC_ENDING = re.compile(r"(?:enko|uk|yak|iak|ić|vić|ic|icz|ko|ak|ets|ych|ykh|ovec|ský)$")


@lru_cache(maxsize=2)
def _listed(kind: str) -> dict[str, Gender]:
    data = load("gender")
    genders: tuple[Gender, ...] = ("male", "female")
    return {word: gender for gender in genders for word in data[gender][kind]}


def of_words(words: Iterable[str]) -> Gender | None:
    """What titles and nouns beside a name tell; None where they tell nothing or contradict."""
    listed = _listed("words")
    told = {listed[word] for word in words if word in listed}
    return told.pop() if len(told) == 1 else None


def may_name(noun: str, name: str) -> bool:
    """Whether somebody of this name can be what a noun says: no Vladimir is a wife."""
    wanted = of_words((noun,))
    return wanted is None or of_name(name) in (None, wanted)


@lru_cache(maxsize=4096)
def of_name(name: str) -> Gender | None:
    """What a full name tells by its given name, else by the endings of its words.

    Slavic women's given names mostly end in -a; those of men in other languages may as well.
    """
    parts = name.lower().split()
    if not parts:
        return None
    listed = _listed("names")
    known = listed.get(parts[0].strip("."))
    if known is not None and len(parts) > 2 and listed.get(parts[1], known) != known:
        return None  # "Noor Mohammad Popko": two given names that tell either
    if known is not None or len(parts) < 2:
        return known
    if _FEMALE_ENDING.search(parts[-1]):
        return "female"
    if _SLAVIC_ENDING.search(parts[-1]) and parts[0].endswith("a"):
        return "female"
    return "male" if _MALE_ENDING.search(parts[-1]) else None
