"""Bytes to text, or a clear refusal: a wrong guess would be stored and cited as if it were said."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.errors import DocumentError
from graph.ids import sha256

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = (
    *("cp1251", "cp1252", "koi8_u", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"),
    *("cp1250", "iso8859_2", "cp1257"),
)
# Python's "latin-1" turns the bytes 0x80-0x9f into controls; everybody who declares it means 1252.
_ALIASES = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252"}
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "an RTF document"),
)
_BINARY_REMEDY = "Give the text itself, or export it as text, HTML or PDF"
_SAMPLE = 1 << 16
LINES_SAMPLE = 1 << 18
"""How many bytes of the beginning of a file of lines tell its encoding."""
_ENCODING_REMEDY = "Save it as UTF-8, or name its encoding with --encoding"
_COMMON_CYRILLIC = frozenset("оеаинтсрвлкідм")
_CYRILLIC_ALPHABET = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў")
_PUNCTUATION = frozenset("«»“”„‘’‚‹›…–—№§©®™°•€£¥±×·¿¡'`´¬\u00a0\u00ad")
# "£ukasz" and "Ł5m" are each other's misreading; a sign of money stands by its number.
_MISPLACED = re.compile(r"[£¥€¹³¼¾](?=[^\W\d_])|(?<=[^\W\d_])[£¥€¼¾©®]|[^\W\d_\x00-\x7f]\d")
_WORD = re.compile(r"[^\W\d_]+")


def decode(
    raw: bytes, source: str, *, declared: str | None = None, given: str | None = None
) -> str:
    """The text of `raw`; `given` is the encoding the user named, `declared` what the document says.

    Raises:
        DocumentError: for binary content, for bytes that do not fit their encoding, and where no
            guess is convincing.
    """
    try:
        encoding, why = detect(raw, source, declared=declared, given=given)
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            source,
            f"byte {error.start} does not fit the encoding {encoding} ({why})",
            remedy=_ENCODING_REMEDY,
            raw_sha256=sha256(raw),
        ) from error
    except DocumentError as error:
        error.raw_sha256 = sha256(raw)
        raise


def detect(
    raw: bytes, source: str, *, declared: str | None = None, given: str | None = None
) -> tuple[str, str]:
    """The name of the encoding of `raw`, and why it is that one.

    Order: what the user named, a byte-order mark, UTF-8, what the document declares, and last a
    guess by charset-normalizer that is taken only if the words it yields look like words.
    """
    if given:
        if not _known(given):
            raise DocumentError(
                source, f"{given} is no known encoding", remedy="Use a name such as cp1251 or utf-8"
            )
        return given, "as you named it"
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return name, "by its byte-order mark"
    wide = _wide(raw)
    if wide:
        return wide, "by its zero bytes"
    _refuse_binary(raw, source)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if mostly_utf8(raw):
            raise DocumentError(
                source,
                f"its UTF-8 is broken at byte {error.start}",
                remedy="Fetch or save it again as UTF-8",
            ) from error
    else:
        return "utf-8", "as it fits"
    if declared and _known(declared):
        return _ALIASES.get(declared.lower(), declared), "as it declares"
    # The first letters that are no ASCII decide; the rest of a long file would only take time.
    first = re.search(rb"[\x80-\xff]", raw)
    start = max(0, first.start() - 1000) if first else 0
    return _guess(raw[start : start + _SAMPLE], source), "by its letters"


def detect_lines(
    sample: bytes, source: str, *, declared: str | None = None, given: str | None = None
) -> str:
    """The encoding of a file of lines by its beginning; with single broken lines, UTF-8 is UTF-8.

    Raises DocumentError as `detect` does.
    """
    whole = sample[: sample.rfind(b"\n") + 1] or sample
    if 0 in whole:
        whole = whole[: len(whole) // 2 * 2]  # not between the two bytes of UTF-16's line feed
    utf16 = whole.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not given and not utf16 and 0 not in whole and mostly_utf8(whole):
        return "utf-8-sig"
    return detect(whole, source, declared=declared, given=given)[0]


def binary_kind(raw: bytes) -> str | None:
    """What a file that is no text is, in words, by its first bytes; None for what may be text."""
    return next((kind for magic, kind in _MAGIC if raw.startswith(magic)), None)


def _known(encoding: str) -> bool:
    try:
        b"    ".decode(encoding)
    except UnicodeDecodeError:
        return True  # four spaces are nothing in UTF-32
    except (LookupError, UnicodeError):  # the latter of Python's codecs for names of hosts
        return False
    return True


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a byte-order mark: zero bytes, all in even or all in odd places."""
    sample = raw[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(raw) % 2 or (even and odd) or even + odd < len(sample) * 0.05:
        return None
    encoding = "utf-16-be" if even else "utf-16-le"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return encoding if sum(map(_printable, text)) >= 0.99 * len(text) else None


def _printable(char: str) -> bool:
    return char.isprintable() or char in "\r\n\t"


def _refuse_binary(raw: bytes, source: str) -> None:
    kind = binary_kind(raw)
    if kind:
        raise DocumentError(source, f"it is {kind}, not text", remedy=_BINARY_REMEDY)
    sample = raw[:_SAMPLE]
    controls = sum(sample.count(byte) for byte in range(32) if byte not in (9, 10, 12, 13, 27))
    if 0 in sample or controls > 0.01 * len(sample):
        raise DocumentError(source, "it is a binary file, not text", remedy=_BINARY_REMEDY)


def mostly_utf8(raw: bytes) -> bool:
    """Whether bytes that are not UTF-8 mostly are: in no one-byte encoding do that many fit."""
    if raw.isascii():
        return True
    text = raw.decode("utf-8", errors="surrogateescape")
    outside = [char for char in text if char > "\x7f"]
    wrong = sum("\udc80" <= char <= "\udcff" for char in outside)
    return len(outside) - wrong >= 0.5 * wrong


def _guess(raw: bytes, source: str) -> str:
    # Imported here: nearly every file is UTF-8 and must not wait for the detector.
    from charset_normalizer import from_bytes

    matches = [
        (match, text)
        for match in from_bytes(raw, cp_isolation=list(_CANDIDATES))
        if _plausible(text := raw.decode(match.encoding, errors="surrogateescape"))
    ]
    matches.sort(key=lambda pair: (pair[0].chaos, -pair[0].coherence))
    # Where another reading is as good and differs ("Vučić" or "Vuèiæ"), none is certain.
    for match, text in matches[:1]:
        rivals = (o for o, other in matches[1:] if other != text)
        if not any(_as_good(rival, match) for rival in rivals):
            return match.encoding
    raise DocumentError(
        source, "its encoding cannot be told with certainty", remedy=_ENCODING_REMEDY
    )


def _as_good(rival: CharsetMatch, match: CharsetMatch) -> bool:
    return rival.chaos <= match.chaos + 0.02 and rival.coherence >= match.coherence - 0.04


def _plausible(text: str) -> bool:
    """Whether decoded text reads like text: whole words of one script, in an ordinary case."""
    outside = [char for char in text if char > "\x7f" and not char.isalpha()]
    if any(char not in _PUNCTUATION for char in outside) or _MISPLACED.search(text):
        return False
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    if sum(map(_plausible_word, words)) < 0.9 * len(words):
        return False
    letters = [char for word in words for char in word.lower() if "а" <= char <= "џ"]
    return sum(char in _COMMON_CYRILLIC for char in letters) >= 0.5 * len(letters)


def _plausible_word(word: str) -> bool:
    ordinary = word.islower() or word.isupper() or word[1:].islower()
    if not ordinary:
        return False
    if all(char in _CYRILLIC_ALPHABET for char in word.lower()):
        return True
    letters = list(_bases(word))
    accented = sum(not char.isascii() for char in word)
    return all(char.isascii() for char in letters) and (len(word) < 3 or accented <= len(word) / 2)


def _bases(word: str) -> Iterator[str]:
    """Letters without their accents; ß, ø and their like, which have none, count as Latin."""
    for char in unicodedata.normalize("NFD", word):
        if not unicodedata.combining(char):
            yield "o" if char in "ßøØæÆœŒłŁđĐıðþ" else char
