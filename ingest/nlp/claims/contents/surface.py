"""What follows a reporting verb where the parse shows no clause of it.

A small parser often hangs a long content elsewhere, while the words still say what is what: what
follows "said" or "claimed on air that" up to the end of the sentence is what was said.
"""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.claims.contents import extent
from ingest.nlp.marks import TYPED_MARKS
from ingest.nlp.speech import BARE, BETWEEN, HUMANS, Cue
from ingest.nlp.tokens import Tokens

_MOST_BEFORE_THAT = 20
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_MOST_BEFORE_COLON = 12
_TELLING = frozenset(("tell", "inform", "remind", "assure"))
_NEW = frozenset(("PRP$", "DT", "PRP"))
_QUOTING = frozenset(("quote", "cite"))
_FEWEST_NONE = 3  # tokens of "no talks yet"
_FEWEST_QUOTED = 3  # tokens from mark to mark
_OPENING = frozenset(
    ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM", "ADV", "SCONJ", "ADP", "VERB", "AUX")
)


def clause(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """The clause after a verb: "said Monday the dam fell", "claimed on air that it fell"."""
    that = next(
        (
            i for i in range(verb + 1, min(limit - 2, verb + _MOST_BEFORE_THAT))
            if tokens.lower[i] == "that" and tokens.tag[i] in ("IN", "WDT")
        ),
        None,
    )  # fmt: skip
    if that is not None and tokens.pos[that + 1] not in ("VERB", "AUX"):
        between = range(verb + 1, that)
        plain = not any(
            tokens.tag[i] in clauses.FINITE or tokens.text[i] in (";", ":")
            or (i > verb + 2 and clauses.is_cue(tokens, i) and tokens.lower[i] != "citing")
            for i in between
        )  # fmt: skip
        aside = tokens.text[verb + 1] == "," and tokens.text[that - 1] == ","
        objects = any(
            tokens.pos[i] in ("NOUN", "PROPN")
            and tokens.dep[i] in ("dobj", "attr")
            and tokens.lower[tokens.heads[i]] != "citing"
            for i in between
        )
        told = cue.lemma == "tell" or aside or not objects
        if plain and told and clauses.is_finite(tokens, that + 1, limit):
            return clauses.trim(tokens, that + 1, limit)
    if (none := _none(tokens, verb, cue, limit)) is not None:
        return none
    whom = tokens.child(verb, "dobj") if cue.lemma in _TELLING else None
    if cue.lemma not in BARE and whom is None:
        return None
    start = verb + 1
    if whom is not None and verb < whom:
        start = whom + 1  # "told Radio Vltava his firm had gone"
        if start >= limit or tokens.tag[start] not in _NEW:
            return None
    while start < limit and (tokens.lower[start] in BETWEEN or tokens.pos[start] == "SPACE"):
        start += 1
    if start >= limit - 2 or tokens.tag[start] in _RELATIVE or tokens.lower[start] == "to":
        return None
    if tokens.pos[start] not in _OPENING and tokens.tag[start] != "EX":
        return None
    finite = next((i for i in range(start, limit) if tokens.tag[i] in clauses.FINITE), None)
    if finite is None or finite == start:
        return None
    if any(
        tokens.tag[i] in _RELATIVE or tokens.text[i] in (",", ":") for i in range(start, finite)
    ):
        return None
    return clauses.trim(tokens, start, extent.clause_end(tokens, verb, start, finite, limit))


def _none(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """What there is none of, in a headline without a verb: "Kremlin says no talks in sight"."""
    start = verb + 1
    none = tokens.lower[start : start + 1] == ["no"] and tokens.tag[start] == "DT"
    if not none or cue.lemma not in BARE or limit - start < _FEWEST_NONE:
        return None
    if clauses.is_finite(tokens, start, limit) or tokens.text[limit - 1] == ".":
        return None
    return clauses.trimmed(tokens, start, limit)


def behind_colon(tokens: Tokens, index: int, limit: int) -> tuple[int, int] | None:
    """The statement that a colon after a word opens without quotation marks.

    As in "He put it differently: the drones came from Latvia" and "Her verdict: nobody will come."
    """
    told = tokens.child(index, "dobj")
    if told is not None and (tokens.pos[told] == "NOUN" or tokens.lower[told] == "nothing"):
        # "Records suggest closer ties: X met Y": the colon explains what they suggest.
        return None
    for colon in range(index + 1, min(limit - 2, index + _MOST_BEFORE_COLON)):
        if tokens.tag[colon] in clauses.FINITE or tokens.text[colon] in (";", *TYPED_MARKS):
            return None
        if tokens.text[colon] == ":":
            start = colon + 1
            while start < limit - 1 and tokens.pos[start] == "SPACE":
                start += 1
            asks = tokens.tag[start] in _RELATIVE
            if tokens.text[start] in TYPED_MARKS or asks or "\n" in tokens.text[colon + 1]:
                return None
            stated = clauses.is_finite(tokens, start, limit) and not any(
                clauses.is_cue(tokens, i) and tokens.text[i + 1] == ","
                for i in range(start, limit - 1)
            )
            return clauses.trim(tokens, start, limit) if stated else None
    return None


def quoted_object(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """A few words in quotation marks that are all a verb has: "reported “a planned regrouping”"."""
    start = verb + 1
    article = start < limit and tokens.pos[start] == "DET"
    start += article
    if start >= limit or tokens.text[start] not in TYPED_MARKS:
        return None
    close = next((i for i in range(start + 2, limit) if tokens.text[i] in TYPED_MARKS), None)
    if tokens.lemma[verb] in _QUOTING and (article or _is_person(tokens, start + 1, close)):
        return None  # "citing a “source in the region”"
    if close is not None and tokens.lower[close + 1 : close + 2] == ["as"]:
        return None  # "quotes “an informed source” as saying"
    if close is None or close - start < _FEWEST_QUOTED:
        return None
    return clauses.trim(tokens, start + 1, close)


def _is_person(tokens: Tokens, start: int, close: int | None) -> bool:
    """Whether the words up to a mark are of somebody who is cited: “a judicial source”."""
    noun = tokens.heads[start]
    within = close is not None and start < noun < close
    return tokens.pos[start] == "DET" and within and tokens.lemma[noun] in HUMANS
