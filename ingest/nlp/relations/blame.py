"""Who is held to have done what a noun names: blamed for it, accused of it, or behind it."""

from __future__ import annotations

from ingest.nlp.relations.grammar import Grammar
from ingest.nlp.relations.verb_roles import VerbRoles
from ingest.nlp.tokens import Tokens

_ACCUSING = frozenset({"accuse", "suspect", "convict"})
_BLAMING = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to", "trace": "to"}
_ANSWERABLE = frozenset({"blame", "responsible", "accountable", "behind"})


def lays_on(tokens: Tokens, noun: int) -> bool:
    """Whether who did it is what is said, as in "blamed Kenya for the attack"."""
    if tokens.dep[noun] != "pobj":
        return False
    preposition = tokens.heads[noun]
    above = tokens.heads[preposition]
    words = {tokens.lower[preposition], tokens.lemma[above]}
    return not words.isdisjoint(_ANSWERABLE) and tokens.lower[preposition] in ("for", "behind")


class Blame:
    """Finds those whom one document holds responsible for what its nouns name."""

    def __init__(self, grammar: Grammar, verbs: VerbRoles) -> None:
        self.grammar = grammar
        self.verbs = verbs
        self.tokens: Tokens = grammar.tokens

    def by_preposition(self, preposition: int) -> list[int]:
        """Who is behind or responsible for what follows, or is blamed for it or accused of it."""
        tokens, above = self.tokens, self.tokens.heads[preposition]
        if tokens.lower[preposition] == "behind" and tokens.lemma[above] in ("be", "stand"):
            return self.verbs.subject(above)
        if tokens.lower[preposition] == "of" and tokens.lemma[above] in _ACCUSING:
            return self.verbs.object(above)  # "accused Kenya of an attack on"
        if tokens.lower[preposition] != "for":
            return []
        if tokens.lemma[above] == "responsible" and tokens.dep[above] == "acomp":
            return self.verbs.subject(tokens.heads[above])
        return self.verbs.object(above) if tokens.lemma[above] == "blame" else []

    def laid_on(self, noun: int) -> list[int]:
        """Kenya in "an attack blamed on Kenya" and "the strikes were attributed to Kenya"."""
        tokens, above = self.tokens, self.tokens.heads[noun]
        verbs = [c for c in tokens.children[noun] if tokens.dep[c] in ("acl", "relcl")]
        verbs += [above] if tokens.dep[noun] == "nsubjpass" else []
        return [
            doer
            for verb in verbs
            if (word := _BLAMING.get(tokens.lemma[verb])) and self.grammar.is_passive(verb)
            for doer in self.grammar.after_prepositions(tokens.children[verb], word)
        ]
