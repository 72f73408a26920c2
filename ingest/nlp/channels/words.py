"""Words around channel nouns that belong to names, whatever the model took them for."""

from __future__ import annotations

from ingest.nlp.channels.kinds import PLATFORM, TRIGGERS
from ingest.nlp.findings import Findings
from ingest.nlp.lexicon import words
from ingest.nlp.marks import CLOSING_QUOTES, DOUBLE_CLOSING, DOUBLE_OPENING
from ingest.nlp.tokens import Tokens, is_capital

_NO_NAMES = frozenset(("PRP", "DT", "WP", "WDT"))
# “ closes what „ opens.
CLOSING = DOUBLE_CLOSING | {"“"}
_NAMING = frozenset(("PROPN", "NOUN", "ADJ", "NUM", "X", "VERB"))
_SMALL = frozenset(("ADP", "DET", "PRON", "SCONJ", "PART", "AUX", "CCONJ"))
PARTICLES = words("particle") | {
    "em", "en", "sem", "sin", "na", "za", "et", "und", "e", "y", "och", "aus", "auf", "für", "im",
}  # fmt: skip
_INSIDE_NAMES = frozenset(("of", "on", "from"))
_SINGLE_OPENING, _SINGLE_CLOSING = frozenset("‘'"), frozenset("’'")
_MOST_QUOTED = 7  # tokens of a name in quotation marks


def opening_mark(tokens: Tokens, close: int) -> int | None:
    """Where the quotation that ends before a token opens, if it is as short as a name."""
    places = range(close - 1, max(-1, close - 1 - _MOST_QUOTED), -1)
    return next((i for i in places if tokens.text[i] in DOUBLE_OPENING), None)


def quotation(tokens: Tokens, close: int) -> tuple[int, int] | None:
    """What stands in the quotation marks that end at `close`, if it is as short as a name."""
    opened = opening_mark(tokens, close)
    return (opened + 1, close) if opened is not None and opened + 1 < close else None


def single_quotation(tokens: Tokens, close: int) -> tuple[int, int] | None:
    """What stands in single quotation marks that end at `close`: the ‘Lantern’ channel."""
    if tokens.text[close] not in _SINGLE_CLOSING:
        return None
    places = range(close - 1, max(-1, close - 1 - _MOST_QUOTED), -1)
    opened = next((i for i in places if tokens.text[i] in _SINGLE_OPENING), close)
    return (opened + 1, close) if opened + 1 < close else None


def title_at(tokens: Tokens, opened: int) -> tuple[int, int] | None:
    """The capitalised title in the marks that open at a token: “Revolt is ours”, a channel.

    The comma that American usage sets inside the marks is no part of it.
    """
    places = range(opened + 1, min(len(tokens), opened + 2 + _MOST_QUOTED))
    close = next((i for i in places if tokens.text[i] in CLOSING), opened)
    close -= close > opened and tokens.text[close - 1] == ","
    named = close > opened + 1 and is_capital(tokens.text[opened + 1])
    return (opened + 1, close) if named else None


def swallowed(found: Findings, head: int) -> bool:
    """Whether a name at the head of a sentence took in the noun: "Channel Volga Wire wrote"."""
    held, tokens = found.holder[head], found.tokens
    if held is None or held.start != head or held.end - head < 2 or held.kind != "name":
        return False
    opens = tokens.sents[tokens.sent_of[head]][0] == head and tokens.text[head + 1][0].isupper()
    numbered = tokens.pos[head + 1] == "NUM" or held.end - head == 2
    return opens and not numbered and held.entity in found.entities


def precedes_name(tokens: Tokens, head: int) -> bool:
    """Whether a noun read as a verb stands before a name: "and channel Old Mill that it sank"."""
    named = head + 1 < len(tokens) and tokens.text[head + 1][0].isupper()
    return named and tokens.dep[head] == "compound"


def name_run(
    tokens: Tokens, index: int, end: int, *, owning: bool = False
) -> tuple[int, int] | None:
    """The capitalised words that start at `index` ("Two Majors", "WarGonzo"), as a name.

    An `owning` name may be somebody's: "The Ensign's Notes".
    """
    stop = index
    while stop < end:
        text = tokens.text[stop]
        proper = tokens.pos[stop] in _NAMING or (stop > index and tokens.pos[stop] == "ADV")
        inside = (
            _is_small(tokens, stop, end)
            or text.isdigit()
            or (text == "-" and stop + 1 < end)
            or _joins(tokens, stop, end)
            or (owning and tokens.tag[stop] == "POS" and is_capital(tokens.text[stop + 1]))
        )
        if not (text[0].isupper() and proper) and not (stop > index and inside):
            break
        stop += 1
    while stop > index and tokens.text[stop - 1] == "-":
        stop -= 1
    if stop == index or tokens.tag[index] in _NO_NAMES or tokens.text[index] == "No":
        return None
    return index, stop


def _is_small(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a word between two of a name is of it: "Samara Without Rumours", "Lisboa em Foco"."""
    if index + 1 >= end or not is_capital(tokens.text[index + 1]):
        return False
    capital = is_capital(tokens.text[index]) and tokens.pos[index] in _SMALL
    return capital or tokens.lower[index] in PARTICLES or tokens.text[index] == "&"


def _joins(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a small word stands inside a name: "War on Fakes", "Voice of the Front".

    Only plain nouns take a "from" into their title: "Notes from the Front", not "Popko from Azov".
    """
    if tokens.lower[index] == "the" and tokens.lower[index - 1] in _INSIDE_NAMES:
        return index + 1 < end and tokens.text[index + 1][0].isupper()
    after = index + 1 + (tokens.lower[index + 1 : index + 2] == ["the"])
    if tokens.lower[index] not in _INSIDE_NAMES or after >= end:
        return False
    if tokens.lower[index] == "from" and tokens.pos[index - 1] != "NOUN":
        return False
    plain = tokens.ent[after] not in ("DATE", "TIME", "GPE") and tokens.lower[after] not in PLATFORM
    return plain and tokens.text[after][0].isupper()


def plain_title(tokens: Tokens, last: int, first: int) -> int | None:
    """Where a title of plain nouns begins: "Letters from the Rear", "Uncle Popko's Notes"."""
    start = _run_back(tokens, last, first)
    joint = start - 1 - (tokens.lower[start - 1] == "the")
    if joint > first and tokens.lower[joint] == "from" and _joins(tokens, joint, last + 1):
        return _run_back(tokens, joint - 1, first) if is_capital(tokens.text[joint - 1]) else None
    plain = all(tokens.pos[i] == "NOUN" for i in range(start, last + 1))
    plain = plain and is_capital(tokens.text[last]) and tokens.lower[last] not in TRIGGERS
    owned = plain and start - 1 > first and tokens.tag[start - 1] == "POS"
    owned = owned and tokens.pos[start - 2] == "PROPN"
    return _run_back(tokens, start - 2, first) if owned else None


def _run_back(tokens: Tokens, last: int, first: int) -> int:
    """Where the capitalised words begin that end at a token."""
    while last > first and is_capital(tokens.text[last - 1]) and tokens.pos[last - 1] in _NAMING:
        last -= 1
    return last


def is_picture(tokens: Tokens, index: int) -> bool:
    """Whether a token is a picture that joins the words of a name, with no space around it."""
    text = tokens.text[index]
    glued = tokens.ends[index - 1] == tokens.starts[index]
    glued = glued and index + 1 < len(tokens) and tokens.ends[index] == tokens.starts[index + 1]
    return "\u2190" <= text[0] <= "\u2bff" and glued


def name_ending(tokens: Tokens, last: int, first: int) -> tuple[int, int] | None:
    """The capitalised words that end at `last`, quotation marks off."""
    if tokens.text[last] in CLOSING_QUOTES | {"'"}:
        last -= 1
        last -= last > first and tokens.text[last] == ","
    if tokens.text[last][0] == "@":
        return last, last + 1
    if (title := plain_title(tokens, last, first)) is not None:
        return title, last + 1
    start = last + 1
    if tokens.text[last][0].isdigit() and last > first and tokens.text[last - 1][0].isupper():
        start = last  # "Lantern 24/7"
    while start > first and tokens.text[start - 1][0].isupper() and (
        tokens.pos[start - 1] in _NAMING or (tokens.pos[start - 1] == "ADV" and start - 1 > first)
        or (start - 1 > first and start <= last and _is_small(tokens, start - 1, last + 1))
    ):  # fmt: skip
        start -= 1
    inner = start - 2
    if inner >= first and tokens.lower[start - 1] in PARTICLES and is_capital(tokens.text[inner]):
        return (name_ending(tokens, inner, first) or (inner, start))[0], last + 1
    if start - 2 >= first and tokens.text[start - 1] == "-" and tokens.text[start - 2].istitle():
        start -= 2  # "Waste-Ed"
    if start - 2 >= first and is_picture(tokens, start - 1) and is_capital(tokens.text[start - 2]):
        start -= 2  # "Morsha⚡️News"
    return (start, last + 1) if start <= last else None
