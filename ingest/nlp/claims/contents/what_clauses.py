"""Contents around a verb of saying: "what he called a trap", "footage it says shows"."""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.claims.contents import extent
from ingest.nlp.marks import CLOSED_BY, OPENING_QUOTES
from ingest.nlp.speech import Cue
from ingest.nlp.tokens import Tokens

_TAKING_UP = frozenset(("which", "whom", "who", "that"))
_NAMING = frozenset(("DET", "PUNCT", "ADJ"))
_COMPLETING = frozenset(("by", "of", "against"))
_MOST_NAMED = 12  # tokens of "what he called reckless conduct", where more follows


def content(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[str, tuple[int, int]] | None:
    """The frame and content of a verb whose object stands before its subject.

    "what the ministry said were tanks", "what he described as a trap", "the ban, which they call a
    disgrace", "remarks he rejected as lies", "a firm who it claims is lying", "“A tale” is what he
    called it".
    """
    own = tokens.child(verb, "nsubj")
    if own is None or own > verb or verb + 1 >= limit:
        return None
    if cue.frames & {"small", "as"} and (words := _equated(tokens, verb, own)) is not None:
        return "small", words
    after = verb + 1
    before = tokens.lower[tokens.lefts[own] - 1]
    what, related = before == "what", _is_relative(tokens, verb)
    aside = tokens.lefts[verb] - 1
    if related and tokens.text[aside] == ",":  # ", which they call a disgrace, ..."
        limit = next((i for i in range(after + 1, limit) if tokens.text[i] == ","), limit)
    taken_up = what or (before in _TAKING_UP and related and _judges(tokens, verb))
    if taken_up and "small" in cue.frames:
        return _framed("small", _named(tokens, after, limit))
    if (what or related) and "as" in cue.frames and tokens.lower[after] == "as":
        return _framed("small", _named(tokens, after + 1, limit))
    if "clause" not in cue.frames or cue.lemma == "tell":
        return None
    if what and tokens.lemma[after] == "be":
        after += 1
    elif tokens.dep[verb] != "relcl" or tokens.tag[after] not in clauses.FINITE:
        return None
    end = extent.clause_end(tokens, verb, after, after, limit)
    return _framed("clause", clauses.trimmed(tokens, after, end))


def _equated(tokens: Tokens, verb: int, own: int) -> tuple[int, int] | None:
    """The words of "“Nonsense” was how he described it", "“A tale” is what he called it"."""
    asks = tokens.lefts[own] - 1
    close = asks - 2
    if close < 1 or tokens.lower[asks] not in ("how", "what") or tokens.lemma[asks - 1] != "be":
        return None
    opening = next((i for i in range(close - 1, -1, -1) if tokens.text[i] in OPENING_QUOTES), 0)
    if CLOSED_BY.get(tokens.text[opening]) != tokens.text[close]:
        return None
    within = tokens.sent_of[opening] == tokens.sent_of[verb]
    return clauses.trimmed(tokens, opening + 1, close) if within else None


def _is_relative(tokens: Tokens, verb: int) -> bool:
    """Whether a clause tells more of what stands before it, be that a clause: ", which X calls"."""
    which = tokens.child(verb, "dobj")
    beside = which is not None and tokens.lower[which] == "which" and which < verb
    return tokens.dep[verb] == "relcl" or (beside and tokens.dep[verb] == "advcl")


def _judges(tokens: Tokens, verb: int) -> bool:
    """Whether a verb says what something is called, not by which name or whom somebody rang up."""
    called = tokens.child(verb, "oprd", "attr")
    named = called is not None and tokens.pos[called] == "PROPN"
    opening = verb + 1 + (tokens.pos[verb + 1] == "DET")  # which he called the “Harbour clan”
    marked = tokens.text[opening] in OPENING_QUOTES
    named = named or (marked and tokens.pos[opening + 1 : opening + 2] == ["PROPN"])
    return not named and (called is not None or tokens.pos[verb + 1] in _NAMING)


def opens(tokens: Tokens, verb: int) -> bool:
    """Whether "what" is the object of a verb: "What he said next shocked them"."""
    own, what = tokens.child(verb, "nsubj"), tokens.child(verb, "dobj")
    before = what is not None and own is not None and what < own < verb
    return before and tokens.lower[what or 0] == "what"


def _framed(frame: str, span: tuple[int, int] | None) -> tuple[str, tuple[int, int]] | None:
    return (frame, span) if span is not None else None


def _named(tokens: Tokens, start: int, limit: int) -> tuple[int, int] | None:
    """What something is called, up to where somebody else is the subject, or who condemned it acts:
    "prudence" in "What he calls prudence I call fear", "denounced what it calls prudence and left".
    """
    if tokens.text[start] in CLOSED_BY:
        # "What Kyiv calls “a mistake” was a raid"
        close = CLOSED_BY[tokens.text[start]]
        marks = (i for i in range(start + 1, limit) if tokens.text[i] == close)
        end = next(marks, limit)
        if end + 1 < limit and tokens.lower[end + 1] in _COMPLETING:
            # "“reckless conduct” by a ship that"
            noun = tokens.child(end + 1, "pobj")
            end = noun + 1 if noun is not None else end
        return clauses.trimmed(tokens, start, end)
    end = limit if limit - start < _MOST_NAMED + 4 else start + _MOST_NAMED
    later = (tokens.lefts[i] for i in range(start + 1, end) if tokens.dep[i] == "nsubj")
    acts = (i for i in range(start + 1, end) if tokens.dep[i] == "cc" and tokens.heads[i] < start)
    end = min(next(later, end), next(acts, end))
    return clauses.trimmed(tokens, start, extent.past_quotation(tokens, start, end, limit))
