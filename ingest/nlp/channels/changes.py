"""Counts that are no audience: how many came or went, and how many somebody hopes for."""

from __future__ import annotations

import re

from ingest.nlp.channels.numbers import Count
from ingest.nlp.lexicon import load
from ingest.nlp.tokens import Tokens

_MODALITY = load("modality")
_WISHES = frozenset(
    lemma
    for group in ("verbs", "nouns", "adjectives")
    for lemma in _MODALITY[group]["hypothetical"]
)
_GOALS = frozenset(("goal", "target", "aim"))
_WANTING = frozenset(("want", "need", "aim", "hope", "seek"))
_ATTAINING = frozenset((
    "reach", "have", "gain", "win", "get", "attract", "draw", "gather", "amass", "collect", "hit",
    "pass", "exceed", "surpass", "top", "grow", "rise", "climb", "double",
))  # fmt: skip
_TO_COME = frozenset(("will", "'ll", "’ll", "shall", "could", "should"))
_LOSING = frozenset(("lose", "shed", "add"))
_GAINING = frozenset(("gain", "attract", "win", "pick", "amass"))
_SPAN = re.compile(
    r"\s(?:(?:in|within|over)\s(?:just\s|only\s|under\s|less\sthan\s)?"
    r"(?:an?|one|two|three|several|\d+|the\s(?:past|last|first|next))\s"
    r"(?:[a-z]+\s)?(?:hours?|days?|weeks?|months?|night|evening)|overnight|a\s(?:day|week|month)"
    r"|(?:last|this)\s(?:week|month|year|spring|summer|autumn|winter)"
    r"|in\s(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:19|20)\d\d))\b"
)


def is_change(tokens: Tokens, index: int, count: Count) -> bool:
    """Whether so many came or went: "lost 9,000 followers", "gained 9,000 in a week"."""
    verb = _done(tokens, index, count)
    if verb in _LOSING:
        return True
    span = _SPAN.match(tokens.stored, tokens.ends[index])
    return verb in _GAINING and span is not None


def is_gain(tokens: Tokens, index: int, count: Count) -> bool:
    """Whether so many came, of whom some may be gone: "has gained 9,000 followers"."""
    return _done(tokens, index, count) in _GAINING


def _done(tokens: Tokens, index: int, count: Count) -> str | None:
    """The lemma of the verb that a counted noun is the object of."""
    verb = tokens.heads[index]
    if tokens.dep[index] != "dobj" or verb > index or tokens.starts[verb] > count.start:
        return None
    return tokens.lemma[verb]


def is_hoped_for(tokens: Tokens, noun: int) -> bool:
    """Whether there may be so many one day: "wants to reach 9,000 readers", "aims for 9,000".

    "Wants to reach its 9,000 readers" tells how many it has.
    """
    if _is_theirs(tokens, noun):
        return False
    verb = _governing(tokens, noun)
    lemma = tokens.lemma[verb]
    if tokens.pos[verb] == "NOUN" or tokens.dep[noun] == "attr":
        goal = tokens.child(verb, "nsubj") if tokens.dep[noun] == "attr" else verb
        return goal is not None and tokens.lemma[goal] in _GOALS
    if tokens.pos[verb] not in ("VERB", "AUX") or lemma not in _ATTAINING:
        return tokens.pos[verb] == "VERB" and lemma in _WANTING
    before = {tokens.lower[child] for child in tokens.children[verb] if child < verb}
    wished = "to" in before and tokens.lemma[tokens.heads[verb]] in _WISHES
    return wished or not _TO_COME.isdisjoint(before)


def is_denied(tokens: Tokens, noun: int) -> bool:
    """Whether somebody is said to have fewer: "does not even have 500 subscribers"."""
    verb = _governing(tokens, noun)
    having = tokens.lemma[verb] in _ATTAINING and not _is_theirs(tokens, noun)
    return having and any(tokens.dep[child] == "neg" for child in tokens.children[verb])


def _governing(tokens: Tokens, noun: int) -> int:
    """What governs a noun, past its preposition: aims in "aims for 9,000 readers"."""
    head = tokens.heads[noun]
    return tokens.heads[head] if tokens.dep[noun] == "pobj" else head


def _is_theirs(tokens: Tokens, noun: int) -> bool:
    return any(tokens.tag[child] == "PRP$" for child in tokens.children[noun])
