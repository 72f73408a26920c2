"""Who is held to have done what a noun names: blamed for it, accused of it, or behind it."""

from __future__ import annotations

from ingest.nlp.relations.arguments.grammar import Grammar
from ingest.nlp.relations.arguments.verb_roles import VerbRoles
from ingest.nlp.tokens import Tokens

_ACCUSING = frozenset({"accuse", "suspect", "convict"})
_BLAMING = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to", "trace": "to"}
_JOINING = frozenset({"participate", "involve", "engage"})
_ANSWERABLE = frozenset({"blame", "responsible", "accountable", "behind"})


def lays_on(tokens: Tokens, noun: int) -> bool:
    """Whether who did it is what is said, as in "blamed Kenya for the attack".

    So it is with who "took part in the attack" and who is "credited with the capture".
    """
    if tokens.dep[noun] != "pobj":
        return False
    preposition = tokens.heads[noun]
    above = tokens.heads[preposition]
    if tokens.lower[preposition] == "in":
        part = tokens.child(above, "dobj")
        took = tokens.lemma[above] == "take" and part is not None and tokens.lower[part] == "part"
        if tokens.lower[above] == "part":  # which "in the attack" hangs on
            took = tokens.lemma[tokens.heads[above]] == "take"
        return took or tokens.lemma[above] in _JOINING
    if tokens.lower[preposition] == "with":
        return crediting(tokens, noun) is not None
    words = {tokens.lower[preposition], tokens.lemma[above]}
    return not words.isdisjoint(_ANSWERABLE) and tokens.lower[preposition] in ("for", "behind")


def crediting(tokens: Tokens, deed: int) -> int | None:
    """The verb whose subject credits somebody with a deed, named by a noun or told by a gerund.

    In "Kenya claimed that X fled and credited Y with the capture" it is "claimed", though the parse
    joins "credited" to "fled".
    """
    preposition = tokens.heads[deed]
    verb = tokens.heads[preposition]
    governed = tokens.dep[deed] in ("pobj", "pcomp") and tokens.lower[preposition] == "with"
    if not governed or tokens.lemma[verb] != "credit":
        return None
    joined = tokens.dep[verb] == "conj" and tokens.child(verb, "nsubj", "nsubjpass") is None
    above = tokens.heads[verb]
    return tokens.heads[above] if joined and tokens.dep[above] == "ccomp" else verb


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
        if tokens.lemma[above] == "responsible" and tokens.dep[above] == "amod":
            noun = tokens.heads[above]  # "the group responsible for the attack"
            return [noun] if noun < above else []
        return self.verbs.object(above) if tokens.lemma[above] == "blame" else []

    def answerable(self, preposition: int) -> int | None:
        """The group in "the group responsible for the attack on X"."""
        tokens, above = self.tokens, self.tokens.heads[preposition]
        answers = tokens.lower[preposition] == "for" and tokens.lemma[above] == "responsible"
        return tokens.heads[above] if answers and tokens.dep[above] == "amod" else None

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
