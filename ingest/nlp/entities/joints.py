"""What may stand between the capitals of one name: particles, hyphens, "and", possessives."""

from __future__ import annotations

import re

from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.entities.lines import HYPHENS
from ingest.nlp.tokens import POSSESSIVES, Tokens, is_capital

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_JOINTS = frozenset(["e", "i", "ul", "ut"])


def is_ordinal(text: str) -> bool:
    """Whether a token numbers a unit: "810th"."""
    return _ORDINAL.match(text) is not None


def has_aim(tokens: Tokens, link: int) -> bool:
    """Whether a body's name tells what it is for: "Committee to Protect Journalists"."""
    verbal = tokens.tag[link] == "TO" or tokens.pos[link + 1 : link + 2] == ["VERB"]
    aims = verbal and capital_at(tokens, link + 1) and capital_at(tokens, link + 2)
    return aims and is_capital(tokens.text[link - 1]) and tokens.lower[link - 1] in words("aiming")


def two_fields(tokens: Tokens, start: int, joint: int) -> bool:
    """Whether "and" joins what one body is for: "the National Security and Defense Council"."""
    bodies, lower = words("organization"), tokens.lower
    fields = lower[start:joint]
    known = gazetteer().by_name
    first = start - 1  # "the rebel Justice and Equality Movement"
    first -= first > 0 and tokens.pos[first] in ("ADJ", "NOUN") and tokens.text[first].islower()
    led = start and (lower[first] == "the" or lower[start - 1] in POSSESSIVES)
    place = gazetteer().match(tokens.text, start)
    plain = led and tokens.text[joint - 1] not in known
    plain = plain and (place is None or place[0] < joint)  # "the Gaza Strip and West Bank"
    plain = plain and all(word in tokens.dictionary for word in fields)
    taken = bodies | words("military") | words("title") - {"justice"}
    if not plain or not taken.isdisjoint(fields):
        return False
    end = joint + 1
    while capital_at(tokens, end) and (
        lower[end] in tokens.dictionary or lower[end].removesuffix("s") in tokens.dictionary
    ):
        end += 1
    return end > joint + 2 and lower[end - 1] in bodies


def arm_in_brackets(tokens: Tokens, start: int, end: int) -> bool:
    """An arm of service between a numbered unit's words: "7th Airborne (VDV) Division"."""
    if tokens.text[end] != "(" or tokens.text[end + 2 : end + 3] != [")"]:
        return False
    numbered = any(is_ordinal(text) for text in tokens.text[start:end])
    goes_on = not words("military").isdisjoint(tokens.lower[end + 3 : end + 4])
    return numbered and goes_on and tokens.text[end + 1].isupper()


def land_in_brackets(tokens: Tokens, end: int) -> int:
    """Past the form of a company whose land stands in brackets: "Kettle Marine (Cyprus) Ltd".

    `end`, where there is none.
    """
    if tokens.text[end] != "(" or not is_capital(tokens.text[end - 1]):
        return end
    close = next((i for i in range(end + 2, min(len(tokens), end + 5)) if tokens.text[i] == ")"), 0)
    if not close or not all(is_capital(text) for text in tokens.text[end + 1 : close]):
        return end
    form = close + 1
    while form < close + 3 and capital_at(tokens, form):
        if tokens.lower[form] in words("company_form") or tokens.text[form] in words("legal_form"):
            return form + 1
        form += 1  # "(HK) Trading Limited"
    return end


def name_after_hyphen(tokens: Tokens, hyphen: int) -> bool:
    """A hyphen joins a name to a capital ("Al-Qaeda", "G-7") or a name's lower part ("Jong-un")."""
    after = tokens.text[hyphen + 1]
    if after[0].isupper() or after.isdigit():
        return True
    if after in _JOINTS and tokens.text[hyphen + 2 : hyphen + 3] == ["-"]:
        return capital_at(tokens, hyphen + 3)  # "Lashkar-e-Taiba"
    if tokens.pos[hyphen + 1] == "PROPN" and len(after) < 5:
        return after not in {"led", "era", "made"}
    if _is_small_half(tokens, hyphen):
        return True
    # "Lee Jae-myung", which the tagger takes for a common noun
    unknown = after.islower() and after.isalpha() and after not in tokens.dictionary
    given = hyphen > 1 and len(tokens.text[hyphen - 1]) < 6
    given = given and (is_capital(tokens.text[hyphen - 2]) or tokens.text[hyphen - 2] in HYPHENS)
    return unknown and given and len(after) < 7 and after not in {"led", "era", "made"}


def _is_small_half(tokens: Tokens, hyphen: int) -> bool:
    """Whether a given name ends in small letters before a surname: "Jean-luc Kern".

    The half is a given name or no English word: "Kenya-backed Otto Kern" is something else.
    """
    small, first = hyphen + 1, tokens.lower[hyphen - 1]
    if not capital_at(tokens, hyphen + 2) or tokens.pos[small] not in {"NOUN", "PROPN"}:
        return False
    half, lemma = tokens.text[small], tokens.lemma[small].lower()
    given = tokens.lower[small] in words("given_name") and first in words("given_name")
    strange = {half, lemma, first}.isdisjoint(words("place") | words("title"))
    strange = strange and half not in tokens.dictionary and lemma not in tokens.dictionary
    known = gazetteer().match(tokens.text, hyphen - 1)
    named = known is None or known[1].type == "Person"
    return half.isalpha() and half.islower() and len(half) < 8 and (given or (strange and named))


def joins(tokens: Tokens, index: int) -> bool:
    """Whether a token goes on with a name, as the last of "Lashkar-e-Taiba", "Jean-luc Kern"."""
    if is_initial(tokens, index + 1):
        return True
    if tokens.text[index - 1] == "-":
        return tokens.text[index - 2] in _JOINTS or _is_second_half(tokens, index)
    return index > 2 and tokens.text[index - 2] in HYPHENS and tokens.text[index - 1].islower()


def _is_second_half(tokens: Tokens, index: int) -> bool:
    """Whether a given name goes on behind its hyphen: "Emad-Eddin Kern", but not "Kern-Otto Quill".

    The first half stands alone and is no name that the gazetteer knows or the text has elsewhere.
    """
    first = index - 2
    alone = glued(tokens, index - 1) and not capital_at(tokens, first - 1)
    known = tokens.text[first] in gazetteer().by_name or tokens.text.count(tokens.text[first]) > 1
    return alone and not known and capital_at(tokens, index + 1)


def particle_joins(tokens: Tokens, index: int) -> bool:
    """ "von der Leyen", "bin Salman", "al-Assad": particles followed by a capital, up to two."""
    texts, lower = tokens.text, tokens.lower
    if texts[index + 1] in HYPHENS and glued(tokens, index + 1):
        return capital_at(tokens, index + 2)
    if lower[index + 1] in words("particle"):
        return capital_at(tokens, index + 2)
    return is_capital(texts[index + 1]) and tokens.pos[index] != "ADP"


def owns(tokens: Tokens, mark: int) -> bool:
    """A possessive inside a name: "People's Republic", "Heroes' Square", "Attorney's Office"."""
    if tokens.lower[mark] not in POSSESSIVES or not capital_at(tokens, mark + 1):
        return False
    owner, owned = tokens.text[mark - 1], tokens.lower[mark + 1]
    plural = owner.endswith("s") and tokens.lower[mark] in {"'", "’"}
    known = gazetteer().match(tokens.text, mark - 1) if plural else None
    if known is not None and known[1].type == "State":
        return False  # "Belarus' Council of Ministers"
    if owner.lower() in words("title") and owned in words("held_office"):
        return owner.istitle()  # "the Prosecutor General's Office"
    return owner in words("possessed") or (
        plural and (owned in words("place") or owned in words("organization"))
    )


def is_small_given(tokens: Tokens, index: int) -> bool:
    """Whether a short word that elsewhere ends a name begins a given name: "Lee In-soo"."""
    hyphen, after = tokens.text[index + 1 : index + 2], tokens.text[index + 2 : index + 3]
    joined = hyphen and hyphen[0] in HYPHENS and glued(tokens, index + 1)
    return bool(joined and after) and after[0].isalpha() and len(after[0]) < 7


def is_initial(tokens: Tokens, stop: int) -> bool:
    """Whether a stop is of the initial X, which stands alone where it is a platform ("on X.")."""
    inner = tokens.text[stop - 1 : stop + 1] == ["X", "."] and capital_at(tokens, stop + 1)
    return inner and (tokens.lower[stop - 2] in words("given_name"))


def is_letter(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the X that closes a name is a letter of it ("Tower X"), no platform."""
    account = tokens.lower[end : end + 1]
    closes = tokens.text[at] == "X" and (at + 1 == end or is_initial(tokens, at + 1))
    return closes and not (account and account[0] in words("posting"))


def capital_at(tokens: Tokens, index: int) -> bool:
    """Whether a token is there and begins like a name."""
    return index < len(tokens.text) and is_capital(tokens.text[index])


def glued(tokens: Tokens, index: int) -> bool:
    """Whether there is no white space around this token."""
    return (
        0 < index < len(tokens.text) - 1
        and tokens.ends[index - 1] == tokens.starts[index]
        and tokens.ends[index] == tokens.starts[index + 1]
    )
