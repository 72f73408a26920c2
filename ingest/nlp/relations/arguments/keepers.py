"""Whose a site is by what follows it: "camps belonging to X", "positions held by X"."""

from __future__ import annotations

from ingest.nlp.relations.arguments.grammar import Grammar

_KEEPING = frozenset({"use", "run", "operate", "control", "man"})
# What forces hold; people "held by X" are no part of X.
_GROUND = frozenset(
    {"position", "line", "territory", "area", "town", "village", "city", "settlement", "trench",
     "ground", "base", "district", "region", "part", "stronghold", "hill", "airport", "port"}
)  # fmt: skip


def keepers(grammar: Grammar, site: int) -> list[int]:
    """The nouns for who owns, uses or holds a site, by the participle behind it."""
    tokens, owners = grammar.tokens, list[int]()
    for verb in tokens.children[site]:
        if tokens.dep[verb] != "acl":
            continue
        if tokens.lemma[verb] == "belong":
            owners += grammar.after_prepositions(tokens.children[verb], "to")
        held = tokens.lemma[verb] == "hold" and tokens.lemma[site].lower() in _GROUND
        if held or tokens.lemma[verb] in _KEEPING:
            owners += grammar.agents(verb)
    return owners
