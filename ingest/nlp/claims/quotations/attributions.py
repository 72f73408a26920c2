"""What stands right behind a quotation: a verb of saying, whatever it is, and who says it."""

from __future__ import annotations

from ingest.nlp import subjects
from ingest.nlp.marks import DOUBLE_OPENING
from ingest.nlp.speech import DEMEANOUR, NOUN_FORMS, NOUNS
from ingest.nlp.tokens import Tokens

_WHEN = (["later"], ["earlier"], ["before"], ["afterwards"])
_PUTTING = frozenset(("put", "describe", "phrase", "characterize", "characterise", "say"))
_NAMING = frozenset(("NOUN", "PROPN", "PRON", "DET", "ADJ", "PART", "ADP"))


def behind_aside(tokens: Tokens, verb: int, low: int) -> int | None:
    """Popko in "Popko, a nationalist, grumbled", parsed as a nationalist so grumbled at."""
    head = tokens.heads[verb]
    if tokens.dep[verb] != "acl" or tokens.text[verb - 1] != "," or not low <= head < verb:
        return None
    return head if tokens.text[head + 1] == "," and head + 2 < verb else None


def shows_mood(tokens: Tokens, verb: int, stop: int) -> bool:
    """As in "“...,” the minister was indignant"."""
    mood = next((c for c in tokens.children[verb] if tokens.dep[c] == "acomp"), None)
    closes = mood is not None and mood >= stop - 2
    return closes and tokens.lemma[verb] == "be" and tokens.lower[mood or 0] in DEMEANOUR


def closes_as_noun(tokens: Tokens, index: int, stop: int) -> bool:
    """Whether a noun that closes an attribution is spelt like a verb of speech."""
    return (
        index == stop - 1
        and tokens.pos[index] == "NOUN"
        and tokens.lower[index] in NOUN_FORMS
        and tokens.pos[index - 1] in ("NOUN", "PROPN", "PRON")
    )


def ends_attribution(tokens: Tokens, verb: int, start: int, stop: int) -> bool:
    """Whether words after a quotation are nothing but a subject and this verb, whatever it is.

    As in "“...,” the channel summed up" and "“...,” quipped the minister".
    """
    past = verb == start and tokens.lower[verb].endswith("ed")  # “...,” jeered the host
    tags = ("VBD", "VBZ", "VBN", "VBP") if past else ("VBD", "VBZ")
    if tokens.tag[verb] not in tags or tokens.lemma[verb] in ("be", "have", "do"):
        return False
    if verb == start:
        stop = next((i for i in range(verb, stop) if tokens.text[i] == ","), stop)
        rest = tokens.pos[verb + 1 : stop]
        return 0 < len(rest) <= 8 and all(pos in _NAMING for pos in rest)
    short = verb - start <= 6 and stop - verb <= 3
    return short and all(pos in ("ADV", "ADP", "PART") for pos in tokens.pos[verb + 1 : stop])


def relative(tokens: Tokens, verb: int, low: int) -> bool:
    """Whether a verb stands in a clause that only describes somebody."""
    return tokens.dep[verb] in ("relcl", "acl", "aux", "auxpass") or any(
        tokens.tag[i] in ("WP", "WDT") for i in range(low, verb)
    )


def describes(tokens: Tokens, verb: int) -> bool:
    """Whether a verb only tells who speaks: "the refugee, who asked not to be named, recalled"."""
    own = tokens.child(verb, "nsubj") if tokens.dep[verb] == "relcl" else None
    return own is not None and tokens.tag[own] == "WP" and tokens.text[own - 1] == ","


def is_attributive(tokens: Tokens, verb: int) -> bool:
    """Whether a verb only describes a noun, which in "boasted hours later" is a misreading."""
    if tokens.dep[verb] == "amod":
        return tokens.lower[verb + 2 : verb + 3] not in _WHEN
    return tokens.dep[verb] == "acl" and tokens.tag[verb] == "VBN"


def replier(tokens: Tokens, verb: int, stop: int) -> int | None:
    """Popko in "“Nonsense,” was Popko's reply", "was how Popko put it" and "was all Popko would
    say", for a verb at `verb`.
    """
    if tokens.lower[verb + 1 : verb + 2] in (["how"], ["all"]) and tokens.lemma[verb] == "be":
        put = next((i for i in range(verb + 2, stop) if tokens.lemma[i] in _PUTTING), None)
        return subjects.subject(tokens, put) if put is not None else None
    noun = tokens.child(verb, "attr", "nsubj") if tokens.lemma[verb] == "be" else None
    if noun is None or not verb < noun < stop or tokens.lemma[noun] not in NOUNS:
        return None
    return tokens.child(noun, "poss")


def noun_after(tokens: Tokens, verb: int, stop: int) -> int | None:
    """The head of the noun phrase after an inverted verb: "said Senator Jeanne Shaheen"."""
    own = tokens.child(verb, "nsubj")
    if own is not None and verb < own < stop:
        return _before_place(tokens, verb, own) or own
    index = verb + 1
    if tokens.lower[index : index + 2] == ["one", "of"]:
        return index  # "said one of the mayors, Ivan Popko"
    index += tokens.text[index : index + 1] == ["Under"]  # "said Under Secretary Ada Kern"
    while index < stop and (
        tokens.pos[index] in ("DET", "ADJ", "NUM", "ADV") or tokens.text[index] in DOUBLE_OPENING
    ):
        index += 1  # "wrote a “military correspondent”"
    head = None
    while index < stop and tokens.pos[index] in ("NOUN", "PROPN", "PRON", "PART", "ADJ", "NUM"):
        head = index if tokens.pos[index] != "NUM" else head  # "read a June 5 message from X"
        index += 1
    return head


def _before_place(tokens: Tokens, verb: int, own: int) -> int | None:
    """Quill in "writes Ada Quill in her channel “News”", where the parse makes her the channel's.

    She has a phrase of her own for where she writes.
    """
    named = (c for c in tokens.children[own] if verb < c < own and tokens.pos[c] == "PROPN")
    placed = (c for c in named if tokens.dep[c] in ("nmod", "compound"))
    return next((c for c in placed if (tokens.child(c, "prep") or 0) > c), None)


def noun_before(tokens: Tokens, verb: int, low: int) -> int | None:
    """The head of the first noun phrase between `low` and a verb."""
    head = None
    for index in range(low, verb):
        if tokens.pos[index] in ("NOUN", "PROPN", "PRON"):
            head = index
        elif head is not None and tokens.pos[index] not in ("PART", "ADJ", "DET"):
            break
    return head
