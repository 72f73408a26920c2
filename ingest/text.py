"""The one normalisation a text gets before it is stored, and the language it is written in.

Everything in the graph refers to the stored text by character offsets, so this happens once, here,
and loses nothing a reader could see: line ends, invisible characters and trailing spaces change,
quotation marks, dashes and letters do not.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

LANGUAGES = ("en", "uk", "ru", "be", "pl", "de", "fr", "es", "it", "ro", "bg", "sr", "cs", "tr")
"""What py3langid may answer: few languages make short texts certain."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NO_BREAK = re.compile("[\u00a0\u2007\u202f]")
# Controls but newline and tab; soft hyphen, zero-width and direction marks, BOM, variation
# selectors and tags: nothing of this has a shape of its own on the page.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SAMPLE = 4000
_WRAP_WIDTHS = (50, 120)  # of the longest line, in characters
_LONG_WORD = 14
_WORD = re.compile(r"[^\W\d_]+")
# Letters that of LANGUAGES only one has, with those that speak against it.
_ONLY_UKRAINIAN, _NOT_UKRAINIAN = frozenset("іїєґ"), frozenset("ыэъёў")
_ONLY_RUSSIAN, _NOT_RUSSIAN = frozenset("ыэё"), frozenset("іїєґўђјљњћџ")
# The commonest function words of English; no other language in LANGUAGES shares more than a few.
_ENGLISH = frozenset(
    _WORD.findall(
        "the of and to in that is was for on with as by it be are at from has have had this which "
        "not but he his they their who were will would been said its an or"
    )
)


def normalise(text: str, *, wrapped: bool = True) -> str:
    r"""The stored form of a text; normalising it again changes nothing.

    Posts are never wrapped at a width: theirs is not looked for where `wrapped` is False.

    Line ends become ``\n``, no-break spaces plain ones; control, zero-width and direction
    characters and trailing spaces go; letters are composed (NFC); empty lines around the text go;
    lines that were broken at a width are joined.

    >>> normalise("«Цe\u00a0брехня»,\u200b —  \r\n said the post.\x00")
    '«Цe брехня», —\n said the post.'
    """
    text = _INVISIBLE.sub("", _NO_BREAK.sub(" ", _LINE_ENDS.sub("\n", text)))
    text = unicodedata.normalize("NFC", text)
    lines = [line.rstrip() for line in text.split("\n")]
    return "\n".join(_unwrapped(lines) if wrapped else lines).strip("\n")


def _unwrapped(lines: list[str]) -> list[str]:
    """Lines that were broken only because the next word did not fit, joined again.

    Hard-wrapped text breaks names and sentences at any place. A text is taken for one where its
    longest line has a usual width and joining makes a longer one; a break is undone where the line
    is nearly full, so headings, bylines and lists keep theirs.
    """
    width = max(map(len, lines), default=0)
    if not _WRAP_WIDTHS[0] <= width <= _WRAP_WIDTHS[1]:
        return lines
    joined: list[str] = []
    full = False
    for line in lines:
        starts_item = re.match(r"\s|[-*•>#|—–]|\d+[.)]", line) is not None
        if joined and full and line and not starts_item:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        # The break was forced if no further word of usual length would have fitted.
        full = len(line) > width - _LONG_WORD
    # Were the joined lines of a usual width again, the next reading would join them to one another.
    return joined if max(map(len, joined)) > _WRAP_WIDTHS[1] else lines


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language a text is written in, None where it has no words.

    What is plain from function words (English) or letters (Ukrainian, Russian) is answered at once;
    py3langid, whose model takes most of a second to load, is asked about everything else.
    """
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if not words:
        return None
    if sum(word in _ENGLISH for word in words) >= max(4, 0.2 * len(words)):
        return "en"
    letters = set().union(*words)
    if letters & _ONLY_UKRAINIAN and not letters & _NOT_UKRAINIAN:
        return "uk"
    if letters & _ONLY_RUSSIAN and not letters & _NOT_RUSSIAN:
        return "ru"
    code, _ = _identifier().classify(sample)
    return str(code)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier
