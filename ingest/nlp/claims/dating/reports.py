"""Reports whose day is told once: what is told of their findings is of that day."""

from __future__ import annotations

from ingest.nlp.claims.dating.dated_words import verb_above
from ingest.nlp.findings import Claim, Findings
from ingest.nlp.speech import PUBLISHING
from ingest.nlp.tokens import Tokens

_FINDING = frozenset(
    ("find", "conclude", "reveal", "uncover", "establish", "discover", "identify", "highlight",
     "document", "determine")
)  # fmt: skip
_MAKING = PUBLISHING | {"write", "issue", "unveil", "launch"}
_REPORTS = frozenset(
    ("report", "study", "research", "survey", "poll", "investigation", "paper", "analysis",
     "dossier", "review", "assessment", "article", "piece", "story", "publication", "finding",
     "result", "conclusion")
)  # fmt: skip
_DEFINITE = frozenset(("the", "its", "his", "her", "their", "this"))


def date_findings(found: Findings, told: list[tuple[int, Claim]]) -> None:
    """Date what a report found by the day it came out, wherever the text tells that.

    As in "Lantern found that the dam leaked. It presented the findings on Wednesday". Who published
    twice in a text is passed over, and so is what he says beside his report.
    """
    undated = [
        (cue, claim) for cue, claim in told
        if claim.date is None and claim.speaker is not None and _tells_findings(found.tokens, cue)
    ]  # fmt: skip
    if not undated:
        return
    days = _published(found)
    for _, claim in undated:
        told_on = days.get(claim.speaker, set())
        if len(told_on) == 1:
            claim.date = next(iter(told_on))


def _published(found: Findings) -> dict[str | None, set[str]]:
    """When each actor published something, by the dates of the text."""
    tokens = found.tokens
    days: dict[str | None, set[str]] = {}
    for date in found.dates:
        verb = verb_above(tokens, date.start)
        if tokens.lemma[verb] not in _MAKING or date.precision not in ("day", "month"):
            continue
        for actor in _publishers(tokens, verb):
            if (holder := found.holder[actor]) is not None:
                days.setdefault(holder.entity, set()).add(date.edtf)
    return days


def _publishers(tokens: Tokens, verb: int) -> list[int]:
    """Who made a report: the subject, or behind "by" ("an article written by Lantern in May")."""
    out = tokens.child(verb, "dobj")
    if out is not None:
        actor = tokens.child(verb, "nsubj")
    else:
        out = tokens.heads[verb] if tokens.dep[verb] == "acl" else tokens.child(verb, "nsubjpass")
        by = tokens.child(verb, "agent")
        actor = tokens.child(by, "pobj") if by is not None else None
    if out is None or actor is None or tokens.lemma[out].lower() not in _REPORTS:
        return []
    return [actor]


def _tells_findings(tokens: Tokens, cue: int) -> bool:
    """ "Lantern found that", "In their report, Lantern said that"."""
    if tokens.lemma[cue] in _FINDING:
        return True
    for preposition in tokens.children[cue]:
        noun = tokens.child(preposition, "pobj") if tokens.lower[preposition] == "in" else None
        if noun is not None and tokens.lemma[noun].lower() in _REPORTS | {"statement"}:
            return tokens.lower[tokens.lefts[noun]] in _DEFINITE
    return False
