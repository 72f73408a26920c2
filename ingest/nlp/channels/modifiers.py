"""The words before the noun of a channel phrase, up to its determiner or possessor."""

from __future__ import annotations

from ingest.nlp.channels import kinds, platforms
from ingest.nlp.channels.apposed import name_before
from ingest.nlp.channels.phrase import Phrase
from ingest.nlp.channels.words import PARTICLES
from ingest.nlp.findings import Findings
from ingest.nlp.marks import QUOTE_MARKS
from ingest.nlp.tokens import Tokens, is_capital

_NAMED = frozenset(("ORG", "PERSON", "PRODUCT", "WORK_OF_ART"))
_MODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "ADV", "X"))


def collect(found: Findings, phrase: Phrase) -> None:
    """Collect modifiers up to a determiner, a possessor or the end of the phrase."""
    tokens = found.tokens
    lower, tag = tokens.lower, tokens.tag
    index = phrase.head - 1
    first = tokens.sents[tokens.sent_of[phrase.head]][0]
    named: list[int] = []
    while index >= max(first, phrase.head - 12):
        word = lower[index]
        if tag[index] == "PRP$" or tag[index] == "WP$":
            phrase.determiner = "whose" if tag[index] == "WP$" else "possessive"
            phrase.owner = None if phrase.determiner == "whose" else index
            phrase.start = index
            if phrase.noun == "channel" and named and named[-1] == index + 1:
                name_before(found, phrase, sorted(named))  # "her Lantern channel"
            return
        if tag[index] == "POS" or word in ("'s", "’s"):
            phrase.determiner = "possessive"
            phrase.owner = index - 1
            holder = found.holder[index - 1]
            phrase.start = holder.start if holder else index - 1
            if phrase.noun == "channel" and named and named[-1] == index + 1:
                name_before(found, phrase, sorted(named))  # "Popko's Lantern channel"
            return
        if word in ("the", "this", "that") or word in ("same", "said"):
            phrase.determiner, phrase.start = "again", index
            phrase.same = phrase.same or word == "same"
            if word == "same":
                index -= 1
                continue
            break
        if word in kinds.NEW and not (
            word == "other" and index > first and lower[index - 1] == "the"
        ):
            phrase.determiner, phrase.start = "new", index
            phrase.other = phrase.other or word in ("another", "second", "third", "other")
            if word in ("second", "third", "fourth", "other"):
                index -= 1
                continue
            break
        if word == "other":
            phrase.determiner, phrase.start, phrase.other = "new", index - 1, True
            break
        if word == "such" and lower[index - 1] in kinds.NEW:
            index -= 1  # "one such milblogger"
            continue
        if word in kinds.GENERIC and tag[index] != "RBS":
            phrase.determiner, phrase.start = "generic", index
            return
        joins = (
            word == "and"
            and lower[index - 1] in kinds.PLATFORM
            and lower[index + 1] in kinds.PLATFORM
        )
        joins = joins or platforms.named_at(tokens, index) is not None
        joins = joins or _contrasts(tokens, index)
        particle = _is_particle(tokens, index)
        if not (joins or particle or _belongs(tokens, index)):
            break
        phrase.start = index
        phrase.modifiers.append(_hyphenated(tokens, index))
        platform = joins or word in kinds.PLATFORM
        platform = platform or (
            word == "truth" and platforms.named_at(tokens, index + 1) is not None
        )
        if not platform and (particle or _is_named(tokens, index)):
            named.append(index)
        index -= 1
    _trim(tokens, phrase)
    if named:
        name_before(found, phrase, sorted(named))


def past(tokens: Tokens, index: int) -> int:
    """What stands behind a hyphenated modifier: "the page of the army-affiliated Lantern"."""
    hyphenated = tokens.text[index + 1 : index + 2] == ["-"]
    return index + 3 if hyphenated and tokens.tag[index + 2 : index + 3] == ["VBN"] else index


def _contrasts(tokens: Tokens, index: int) -> bool:
    """As in "a popular but unofficial channel"."""
    beside = (tokens.tag[index - 1], tokens.tag[index + 1])
    return tokens.lower[index] in ("but", "yet") and set(beside) <= {"JJ", "VBN", "RB"}


def _is_particle(tokens: Tokens, index: int) -> bool:
    """As in "her Neues aus Ghana channel"."""
    beside = is_capital(tokens.text[index - 1]) and is_capital(tokens.text[index + 1])
    return beside and tokens.lower[index] in PARTICLES


def _is_named(tokens: Tokens, index: int) -> bool:
    """Whether a word is part of a name, also where it is read as an adjective ("the Lantern site").

    "A Western channel" has no such name: the model knows peoples and regions.
    """
    read_as_name = tokens.pos[index] == "ADJ" and tokens.ent[index] in _NAMED
    return tokens.text[index][0].isupper() and (tokens.pos[index] == "PROPN" or read_as_name)


def _belongs(tokens: Tokens, index: int) -> bool:
    text, pos = tokens.text[index], tokens.pos[index]
    if text in QUOTE_MARKS or text == "-":
        return True
    if text[0].isdigit() and text[-1] == ".":  # the number of a footnote
        return False
    if pos in _MODIFIERS and tokens.dep[index] != "nsubj" and text not in (",", ";"):
        return True
    # Participles before a noun ("so-called", "affiliated") and the parts of hyphenated words.
    hyphenated = index + 1 < len(tokens) and tokens.text[index + 1] == "-"
    return hyphenated or (tokens.tag[index] in ("VBN", "VBG") and tokens.dep[index] == "amod")


def _hyphenated(tokens: Tokens, index: int) -> str:
    """A modifier in lower case, with the first half of a hyphenated word joined ("pro-war")."""
    if index + 2 < len(tokens) and tokens.text[index + 1] == "-":
        return f"{tokens.lower[index]}-{tokens.lower[index + 2]}"
    return tokens.lower[index]


def _trim(tokens: Tokens, phrase: Phrase) -> None:
    """A quotation mark that opens before the phrase and does not close inside is not part of it."""
    while tokens.text[phrase.start] in QUOTE_MARKS | {"-"} and phrase.start < phrase.head:
        inside = tokens.text[phrase.start + 1 : phrase.head + 2]
        if tokens.text[phrase.start] in "“„«" and any(q in inside for q in "”“»"):
            break
        phrase.start += 1
