"""What somebody is told to do: "urged Kyiv to withdraw", "called on Kyiv to withdraw"."""

from __future__ import annotations

from ingest.nlp import clauses
from ingest.nlp.claims.contents import extent
from ingest.nlp.marks import OPENING_MARKS
from ingest.nlp.speech import VERBS, Cue
from ingest.nlp.tokens import Tokens

_ADDRESSING = frozenset(("on", "upon"))
_DEVICES = frozenset(("phone", "telephone", "mobile", "radio", "line", "air", "skype"))
_SUPPOSING = frozenset(("assume", "suppose", "presume"))
_MOST_ADDRESSED = 13  # tokens of "all who took part in the rally" before "to"


def content(tokens: Tokens, verb: int, cue: Cue, limit: int) -> tuple[int, int] | None:
    """Who is told and what to do: "Kyiv to withdraw"."""
    start = verb + 1
    if start + 1 >= limit:
        return None
    if cue.lemma == "call":
        start += tokens.tag[start] == "RB"  # "called again on Kyiv to withdraw"
        addressed = tokens.lower[start] in _ADDRESSING and not _rings(tokens, start)
        return _to_do(tokens, verb, start + 1, limit) if addressed else _for(tokens, verb, limit)
    if "obj_to" in cue.frames and tokens.lower[start] not in ("for", "to"):
        start += tokens.lower[start] == "on"
        return _to_do(tokens, verb, start, limit)
    return _for(tokens, verb, limit) if "for" in cue.prepositions else None


def _rings(tokens: Tokens, on: int) -> bool:
    """Whether "on" tells when or by what somebody rang: "called on Monday to say"."""
    noun = tokens.child(on, "pobj")
    return tokens.ent[on + 1] in ("DATE", "TIME") or (
        noun is not None and tokens.lemma[noun] in _DEVICES
    )


def _for(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """As in "called for Kyiv to withdraw", where "for" opens a clause."""
    opens = tokens.lower[verb + 1] == "for" and tokens.dep[verb + 1] == "mark"
    return _to_do(tokens, verb, verb + 2, limit) if opens else None


def _to_do(tokens: Tokens, verb: int, start: int, limit: int) -> tuple[int, int] | None:
    for index in range(start + 1, min(limit - 1, start + _MOST_ADDRESSED + 1)):
        after = index + 1 + (tokens.text[index + 1] in OPENING_MARKS and index + 2 < limit)
        after += tokens.tag[after] == "RB" and after + 1 < limit
        if tokens.lower[index] == "to" and tokens.tag[after] == "VB":
            end = extent.clause_end(tokens, verb, start, after, limit)
            span = clauses.trimmed(tokens, start, end)
            asked = tokens.dep[verb] == "relcl" and tokens.lemma[after] == "do"
            # "something Kenya has urged Ghana to do" tells before what it is
            return None if asked and span is not None and span[1] == after + 1 else span
        if tokens.text[index] in (";", ":") or tokens.tag[index] in ("VBD", "VBZ", "VBP"):
            return None
    return None


def is_demanded(tokens: Tokens, verb: int, cue: Cue) -> bool:
    """Whether somebody is only told to demand or to suppose something: "told them to call for it".

    The parse may join a second demand to the first: "urged him to stay and to call for talks".
    """
    if tokens.tag[verb] != "VB" or not (
        cue.lemma in _SUPPOSING or cue.frames & {"obj_to", "about"}
    ):
        return False
    while tokens.dep[verb] == "conj" and tokens.tag[tokens.heads[verb]] == "VB":
        verb = tokens.heads[verb]
    above = VERBS.get(tokens.lemma[tokens.heads[verb]])
    infinitive = any(tokens.lower[c] == "to" for c in tokens.children[verb])
    demanded = above is not None and "obj_to" in above.frames and "small" not in above.frames
    return demanded and infinitive and tokens.dep[verb] in ("xcomp", "ccomp")
