"""What is told as over: "the former owner of X", "left the union in 2020", "is no longer an ally".

Such a relation held, and is dated by the interval in which it did: it ends on the day that is told,
or on that of the document at the latest ("../2020"). Only "no longer" denies it.
"""

from __future__ import annotations

from graph.model import Modality
from ingest.nlp.findings import Findings
from ingest.nlp.relations.modality import modality as value_of
from ingest.nlp.relations.patterns.matching import Match
from ingest.nlp.tokens import Tokens

_BYGONE = frozenset({"former", "ex", "onetime", "one-time", "erstwhile", "formerly", "once",
                     "previously", "sometime"})  # fmt: skip
_PARTING = frozenset({"sell", "lose", "relinquish", "dispose", "divest", "forfeit", "cede"})
_OPEN = frozenset({"hypothetical", "denied"})


def settled(
    found: Findings, match: Match, modality: Modality, date: str | None
) -> tuple[Modality, str | None]:
    """Modality and date of a match with regard to the end of what it tells.

    Where the word tells of the end itself ("left"), who only may leave or did not is still there.
    """
    tokens, trigger = found.tokens, match.trigger
    if match.ends and (modality in _OPEN or _is_voted_on(tokens, trigger)):
        return "asserted", None
    over = match.ends or _is_bygone(tokens, match)
    over = over or (match.relation == "owns" and _is_parted_with(tokens, trigger))
    if match.relation == "holds_office" or not over or modality in _OPEN:
        return modality, date  # the title of an office keeps its "former"
    return modality, _until(found, date)


def _until(found: Findings, date: str | None) -> str | None:
    """The interval up to the last day of a date, or else up to that of the document."""
    days = [day for day in (date or "").split("/") if day not in ("", "..")]
    if not days and found.published is not None:
        days = [found.published.isoformat()]
    return f"../{days[-1]}" if days else None


def _is_bygone(tokens: Tokens, match: Match) -> bool:
    """Whether somebody was something: "former owner", "ex-member", "once X's", "formerly of"."""
    noun = match.trigger
    if match.last > match.first and not _BYGONE.isdisjoint(tokens.lower[match.first : match.last]):
        return True
    if tokens.pos[noun] not in ("NOUN", "PROPN"):
        return False
    if tokens.lower[noun - 2 : noun] == ["ex", "-"] or tokens.lower[noun].startswith("ex-"):
        return True
    beside = {tokens.lower[c] for c in tokens.children[noun] if c < noun}
    return not _BYGONE.isdisjoint(beside)


def _is_voted_on(tokens: Tokens, verb: int) -> bool:
    """Whether an end is what somebody voted for: "voted to leave the union"."""
    return tokens.dep[verb] == "xcomp" and tokens.lemma[tokens.heads[verb]] == "vote"


def _is_parted_with(tokens: Tokens, noun: int) -> bool:
    """Whether a stake is what its owner sold: "sold his stake in X"."""
    verb = tokens.heads[noun]
    own = tokens.child(noun, "poss")
    sold = tokens.dep[noun] == "dobj" and tokens.lemma[verb] in _PARTING
    if not sold or own is None or tokens.tag[own] != "PRP$":
        return False
    return value_of(tokens, verb) == "asserted"
