"""Titles inside a run of capitals: where they begin and end, and what is a surname after all."""

from __future__ import annotations

from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.tokens import Tokens

_JUNIOR = (["jr"], ["jr."], ["sr"], ["sr."], ["iii"])

_FORMS = frozenset(["mr", "ms", "mrs", "miss", "dr", "sen", "rep", "gov", "gen", "amb"])


def is_title(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a word of a run that ends at `end` is a title.

    What closes a run after one plain word is a surname where as a title it would be cut short
    ("Hun Sen") or where a given name stands before it ("Stephen King").
    """
    lower = tokens.lower
    if lower[index] not in words("title") or lower[index + 1 : index + 2] in _JUNIOR:
        return False  # "Martin Luther King Jr."
    if index + 1 < end or index == 0 or not tokens.text[index - 1][0].isupper():
        return True
    form = (
        index > 1
        and lower[index - 2].rstrip(".") in _FORMS
        and lower[index - 1] not in words("title")
    )
    if form or lower[index - 1].rstrip(".") == "dr":
        return False  # "Dr Aamer Sultan", "Dr Sultan"; but "Mr President"
    given = lower[index - 1] in words("given_name")
    short = tokens.text[index].istitle() and lower[index] in words("short_title")
    return not (given or short) or lower[index - 1] in words("title")


def first_title(tokens: Tokens, start: int, end: int) -> int | None:
    """The first title of a run; None where it has none."""
    return next((i for i in range(start, end) if is_title(tokens, i, end)), None)


def titles_end(tokens: Tokens, at: int, end: int) -> int:
    """Past "Deputy Trade Minister": titles, and the words for a field between two of them."""
    while at < end:
        titled = is_title(tokens, at, end) or tokens.text[at] in {"-", "–"}
        if not titled and not (at + 1 < end and is_title(tokens, at + 1, end)):
            break
        at += 1
    return at


def known_behind(tokens: Tokens, index: int) -> bool:
    """Whether a known name stands behind titles; an outlet's may be a surname ("Senator Hill")."""
    match = gazetteer().match(tokens.text, index)
    surname = tokens.text[index].istitle() and tokens.lower[index] in tokens.dictionary
    return match is not None and not (match[1].type == "Channel" and surname)


def tells(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a headline's verb stands before a name: "Minister Challenges Kenya", "Slams Kern"."""
    if index + 1 >= end or not tokens.text[index].endswith("s"):
        return False
    if tokens.tag[index] == "VBZ" and tokens.lemma[index].lower() in tokens.dictionary:
        return True
    known = gazetteer().match(tokens.text, index + 1)
    state = known is not None and known[1].type == "State"
    return state and tokens.lower[index][:-1] in tokens.dictionary


def names_field(tokens: Tokens, start: int) -> bool:
    """Whether the field of an office begins here: "Minister of Transport", also "... and Trade"."""
    lower, at = tokens.lower, start - 1
    at -= lower[at] == "the"
    if at < 1:
        return False
    if lower[at] == "and":
        return any(_holds(tokens, i) for i in range(max(1, at - 5), at))
    return _holds(tokens, at)


def _holds(tokens: Tokens, link: int) -> bool:
    """Whether "of" or "for" follows the noun for somebody who has a field."""
    if tokens.lower[max(0, link - 2) : link] == ["chief", "minister"]:
        return False  # who governs a region: "the chief minister of Tamale"
    if tokens.lower[link - 3 : link] == ["minister", "of", "state"]:
        return tokens.lower[link] == "for"
    return tokens.lower[link] in {"of", "for"} and (
        tokens.lower[link - 1] in words("portfolio_holder")
    )


def heads_turn(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a surname in capitals labels what somebody says: "MS. POPKO: Good evening"."""
    form = start - 1 - (tokens.text[start - 1 : start] == ["."])
    if form < 0 or tokens.lower[form].rstrip(".") not in _FORMS or not tokens.text[form].isupper():
        return False
    opens = form == 0 or "\n" in tokens.text[form - 1]
    shouted = all(text.isupper() or text == "-" for text in tokens.text[start:end])
    return opens and shouted and tokens.text[end : end + 1] == [":"]
