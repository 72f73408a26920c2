"""What kind of clause a verb heads, and what kind of object, where the parse leaves it open."""

from __future__ import annotations

from ingest.nlp.relations.arguments.grammar import Grammar
from ingest.nlp.tokens import Tokens

_TOWARDS = frozenset({"to", "against", "at", "over", "about", "for"})
_REACTING = frozenset(
    {"react", "respond", "retaliate", "object", "protest", "complain", "reaction", "response",
     "retaliation", "retribution", "revenge", "objection", "complaint", "outrage", "anger"}
)  # fmt: skip


def is_told(tokens: Tokens, verb: int) -> bool:
    """Whether "has backed it, X told reporters" is a clause of its own, whose subject is lost.

    Whoever tells of it, behind it, is not who did it.
    """
    aids = [c for c in tokens.children[verb] if tokens.dep[c] == "aux"]
    helped = any(tokens.tag[c] != "TO" for c in aids)
    finite = helped or tokens.tag[verb] in ("VBD", "VBZ", "VBP")
    return finite and tokens.dep[verb] == "ccomp" and verb < tokens.heads[verb]


def is_purpose(tokens: Tokens, verb: int) -> bool:
    """Whether a clause on a noun is an infinitive without a subject of its own."""
    bare = tokens.child(verb, "nsubj", "nsubjpass") is None
    return bare and any(tokens.tag[c] == "TO" for c in tokens.children[verb])


def counts_times(grammar: Grammar, noun: int) -> bool:
    """Whether a supposed object says how often: "hit X hundreds of times"."""
    tokens = grammar.tokens
    inner = grammar.after_prepositions(tokens.children[noun], "of")
    return any(tokens.lemma[i] in ("time", "occasion") for i in (noun, *inner))


def reacted_to(tokens: Tokens, verb: int) -> int | None:
    """Ghana in "Kenya reacted to Ghana shelling X", who does what somebody else reacts to."""
    name, to = verb - 1, tokens.heads[verb - 1]
    governed = tokens.dep[name] == "pobj" and tokens.lower[to] in _TOWARDS
    bare = verb > 0 and tokens.tag[verb] == "VBG" and governed
    return name if bare and tokens.lemma[tokens.heads[to]] in _REACTING else None
