"""The entities that fill a role: from a noun to whom it stands for.

"thousands of North Korean soldiers", "the village of X", "Moscow's army": stand-ins, quantities and
categories pass on to the name beside them. Word lists are in data/en/arguments.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.grammar import MAX_COORDINATED, Grammar
from ingest.nlp.roles import Roles
from ingest.nlp.tokens import Tokens

_COLLECTIVE = frozenset({"State", "Organization", "Bloc", "ArmedGroup"})
_PERSONAL = frozenset({"assets", "interests"})
_PLURALS = frozenset({"NNS", "NNPS"})


class Arguments:
    """The argument finder of one document.

    `titled` gives, for the tokens of a title, the person it stands before.
    """

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.tokens: Tokens = found.tokens
        self.grammar = Grammar(found)
        self.roles = Roles(found, self.grammar)
        self.words = self.grammar.words
        self.titled: dict[int, Mention] = {}

    def entities(self, head: int, through: Iterable[str] = ("government",)) -> list[str]:
        """The ids a noun stands for, its coordinated nouns included, in text order.

        `through` names the groups of stand-ins that may speak for the state or body they belong to.
        """
        ids: list[str] = []
        for index in self.grammar.conjuncts(head):
            for id_ in self._one(index, tuple(through), 0):
                if id_ not in ids:
                    ids.append(id_)
        return ids[:MAX_COORDINATED]

    def _one(self, head: int, through: tuple[str, ...], depth: int) -> list[str]:
        tokens, words = self.tokens, self.words
        mention = self.found.holder[head]
        lemma = tokens.lemma[head].lower()
        if mention is not None and (mention.kind != "demonym" or tokens.tag[head] in _PLURALS):
            return [] if self.grammar.sided(mention) else [mention.entity]
        if head in self.titled:
            return [self.titled[head].entity]
        if depth > 3:
            return []
        if lemma in words.quantities or lemma in words.categories:
            inner = self.grammar.after_prepositions(tokens.children[head], "of")
            inner += [c for c in tokens.children[head] if tokens.dep[c] == "appos"]
            named = [id_ for i in inner for id_ in self._one(i, through, depth + 1)]
            if named:
                return named
        if any(lemma in words.stand_ins.get(group, ()) for group in through):
            owners = self.roles.modifiers(head) + self.roles.heads(head, "possessor")
            owners += self.grammar.after_prepositions(tokens.children[head], "of")
            personal = any(lemma in words.stand_ins[g] for g in through if g in _PERSONAL)
            types = _COLLECTIVE | {"Person", "Channel"} if personal else _COLLECTIVE
            owners = [c for o in owners for c in self.grammar.conjuncts(o)]
            return [i for o in owners for i in self._owner(o, types) or self._speaker(o)]
        beside = [c for c in tokens.children[head] if tokens.dep[c] == "appos"]
        if not beside and tokens.dep[head] == "appos":
            above = self.found.holder[tokens.heads[head]]
            return [above.entity] if above is not None and above.kind == "name" else []
        return [id_ for child in beside for id_ in self._one(child, through, depth + 1)]

    def _owner(self, index: int, types: frozenset[str] = _COLLECTIVE) -> list[str]:
        """Whose a stand-in is: a state or body; people have assets, but no forces."""
        mention = self.found.holder[index]
        if mention is None or self.grammar.sided(mention):
            return []
        return [mention.entity] if self.found.type_of(mention.entity) in types else []

    def _speaker(self, pronoun: int) -> list[str]:
        """Whose "its" is in "Kyiv said that its forces": the subject of the verb of saying."""
        tokens = self.tokens
        if tokens.lower[pronoun] not in ("its", "their") or self.found.holder[pronoun] is not None:
            return []
        verb = pronoun
        while tokens.heads[verb] != verb and tokens.dep[verb] != "ccomp":
            verb = tokens.heads[verb]
        if tokens.dep[verb] != "ccomp":
            return []
        return [i for s in self.roles.subject(tokens.heads[verb]) for i in self._owner(s)]
