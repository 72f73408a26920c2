"""Whom "it", "its", "they" and "the country" stand for when they are states, bodies or forces.

`coref` resolves people; here a thing that acts is taken up. Rules are few and ordered: the subject
of the clause, then of the clauses above it, then whoever was named last in the sentence; a pronoun
that opens a sentence takes up the subject of the one before. Plurals want several, or forces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property

from ingest.nlp.findings import BODIES, Findings, Mention
from ingest.nlp.relations.arguments import binding
from ingest.nlp.relations.arguments.grammar import VERBAL, Grammar
from ingest.nlp.relations.arguments.reported_on import reported_on
from ingest.nlp.speech import is_speech

_SINGULAR = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "their", "them", "themselves"})
_ACTORS = frozenset({"State", "Organization", "ArmedGroup", "Bloc", "Channel"})
_SUBJECTS = ("nsubj", "nsubjpass")
_TOLD = ("dobj", "dative", "iobj")  # "the source told Reuters"
_PAPERS = frozenset({"documents", "agreements", "treaties", "accords", "memoranda", "protocols"})
# Adjectives that set one thing apart from what was named, rather than describe it.
_OTHERS = frozenset(
    {"other", "same", "neighbouring", "neighboring", "first", "second", "third", "last", "next",
     "only", "whole", "entire", "host", "home", "recipient", "receiving", "aggressor", "enemy",
     "new", "former", "foreign", "parent", "sister", "rival", "front", "shell", "local"}
)  # fmt: skip
_TOWNS = frozenset({"city", "town", "village", "settlement", "port", "capital"})
_LANDS = frozenset(
    {"region", "oblast", "province", "district", "raion", "governorate", "county", "republic"}
)
MAX_CLIMB = 8


class Anaphora:
    """Resolves the pronouns and bare nouns of one document to the nouns they stand for."""

    def __init__(self, found: Findings, grammar: Grammar) -> None:
        self.found = found
        self.tokens = found.tokens
        self.grammar = grammar

    def antecedents(self, index: int, subject: Callable[[int], list[int]]) -> list[int]:
        """The nouns a token stands for: none where it is no pronoun, or not a clear one.

        `subject` gives the logical subjects of a verb.
        """
        lower = self.tokens.lower[index]
        if self.found.holder[index] is not None:
            return []
        if lower in _SINGULAR or lower in _PLURAL:
            beside = self._joined(index)
            if beside is not None:
                return [beside]
            return self._pronoun(index, subject, plural=lower in _PLURAL)
        words = self.grammar.words
        if lower == "both" and not self.tokens.children[index]:
            return self._both(index)
        if lower in _PAPERS and self.found.holder[index] is None:
            return self._papers(index)
        if lower == "latter":
            start = self.tokens.sents[max(0, self.tokens.sent_of[index] - 1)][0]
            return [i for i in range(start, index) if self._acts(self.found.holder[i])][-1:]
        if self._definite(index) and (lower in words.taken_up or lower in words.bodies):
            return self._described_so(index) or self._noun(index, subject)
        return self._characterised(index)

    def _joined(self, index: int) -> int | None:
        """ "Harrow and its owner": what stands before "and" is whose the owner is."""
        noun = self.tokens.heads[index]
        if self.tokens.dep[index] != "poss" or self.tokens.dep[noun] != "conj":
            return None
        first = self.grammar.first_conjunct(noun)
        mention = self.found.holder[first]
        return first if first < index and self._acts(mention) else None

    def _papers(self, index: int) -> list[int]:
        """ "Both documents were signed": the treaties named in the two sentences before."""
        tokens, holder = self.tokens, self.found.holder
        first = tokens.lower[tokens.lefts[index]]
        if first not in ("both", "the", "these", "two"):
            return []
        start = tokens.sents[max(0, tokens.sent_of[index] - 2)][0]
        named: dict[str, int] = {}
        for i in range(start, tokens.lefts[index]):
            mention = holder[i]
            treaty = mention is not None and self.found.type_of(mention.entity) == "Treaty"
            if mention is not None and treaty and mention.end - 1 == i:
                named[mention.entity] = i
        several = list(named.values())
        return several[-2:] if first in ("both", "two") else several

    def _both(self, index: int) -> list[int]:
        """ "Both have travelled": the two people or channels named last in the sentence before."""
        return self._two_named(index, "Person") or self._two_named(index, "Channel")

    def _two_named(self, index: int, type_: str) -> list[int]:
        start, _ = self.tokens.sents[max(0, self.tokens.sent_of[index] - 1)]
        named: dict[str, int] = {}
        for candidate in range(start, index):
            mention = self.found.holder[candidate]
            fits = mention is not None and self.found.type_of(mention.entity) == type_
            if mention is not None and fits and mention.end - 1 == candidate:
                named.pop(mention.entity, None)
                named[mention.entity] = candidate
        return list(named.values()) if len(named) == 2 else []

    def _pronoun(
        self, index: int, subject: Callable[[int], list[int]], *, plural: bool
    ) -> list[int]:
        tokens = self.tokens
        verb, told = self.grammar.verb_above(index), False
        given = binding.recipient(tokens, index)
        if given is not None and (named := self._fitting(given, plural=plural)):
            return named
        # "It sold it on", "Kenya has ties with Ghana and supplies it": two things
        apart = binding.is_done_to(tokens, index) or binding.is_judged(tokens, index)
        doing = self._doing(index, subject) if apart else set[str]()
        speaker: list[int] = []
        for _ in range(MAX_CLIMB):
            if tokens.pos[verb] not in VERBAL:
                break
            own = tokens.child(verb, *_SUBJECTS)
            for candidate in subject(verb) if own != index else []:
                left, right = tokens.subtree(candidate)
                if tokens.dep[verb] == "relcl" and candidate == tokens.heads[verb]:
                    left = right  # "Kenya, which joined after its war": of Kenya
                if not left <= index < right and candidate < index:
                    named = self._fitting(candidate, plural=plural, but=doing)
                    if told and is_speech(tokens.lemma[verb]):
                        speaker = self._fitting(candidate, plural=False)
                    if named:
                        return named
            if tokens.heads[verb] == verb:
                break
            told = tokens.dep[verb] == "ccomp"
            verb = self.grammar.verb_above(tokens.heads[verb])
        number = tokens.sent_of[index]
        start, _ = tokens.sents[number]
        for candidate in range(index - 1, start - 1, -1):
            if binding.describes(tokens, candidate, index):
                continue
            named = self._fitting(candidate, plural=plural, but=doing)
            if named:
                return named
        # "Kenya said they had shot it down", where nobody else can be meant
        reported = None if plural else reported_on(self.found, index)
        if reported is not None:
            return self._fitting(reported, plural=False)
        return self._subject_of_last(number, plural=plural) or speaker

    def _subject_of_last(self, number: int, *, plural: bool) -> list[int]:
        """The subject of the sentence before, where it is one that acts."""
        if number == 0:
            return []
        tokens = self.tokens
        start, end = tokens.sents[number - 1]
        for index in range(start, end):
            head = tokens.heads[index]
            if tokens.dep[index] in _SUBJECTS and tokens.heads[head] == head:
                named = self._fitting(index, plural=plural)
                if named or tokens.tag[index] == "PRP":
                    return named
        bodies = [
            i
            for i in range(start, end)
            if (m := self.found.holder[i]) is not None
            and m.end - 1 == i
            and m.kind == "name"
            and self.found.type_of(m.entity) in BODIES
            and not (tokens.dep[i] in _TOLD and is_speech(tokens.lemma[tokens.heads[i]]))
        ]
        one = len({m.entity for i in bodies if (m := self.found.holder[i])}) == 1
        return bodies[-1:] if one and not plural else []

    @cached_property
    def _described(self) -> dict[str, list[int]]:
        """By noun, the names the text says are such a thing, in its order, by their last tokens.

        "the foundation Open Hand", "Open Hand, a foundation in Riga", "Open Hand Foundation".
        """
        tokens, said = self.tokens, defaultdict[str, list[int]](list)
        for mention in self.found.in_order():
            last = mention.end - 1
            if mention.kind != "name" or self.found.type_of(mention.entity) in (
                "Person",
                "Place",
                "State",
            ):
                continue
            inside = range(mention.start, mention.end)
            root = next((i for i in inside if tokens.heads[i] not in inside), last)
            beside = [c for c in tokens.children[root] if tokens.dep[c] in ("appos", "compound")]
            beside += [tokens.heads[root]] if tokens.dep[root] in ("appos", "oprd") else []
            if tokens.dep[root] == "oprd":  # "a foundation called Open Hand"
                beside.append(tokens.heads[tokens.heads[root]])
            if tokens.dep[root] == "nsubj" and tokens.lemma[tokens.heads[root]] == "be":
                attribute = tokens.child(tokens.heads[root], "attr")
                beside += [] if attribute is None else [attribute]
            for noun in (last, root, *beside):
                if last not in said[tokens.lower[noun]]:
                    said[tokens.lower[noun]].append(last)
        return said

    def _described_so(self, index: int) -> list[int]:
        """ "the foundation": what the text last said to be one."""
        lower, companies = self.tokens.lower[index], self.grammar.words.stand_ins["companies"]
        types = self.grammar.words.taken_up.get(lower, _ACTORS)
        alike = companies if lower in companies else (lower,)
        for last in sorted({i for word in alike for i in self._described.get(word, ())})[::-1]:
            mention = self.found.holder[last]
            if last < index - 1 and mention and self.found.type_of(mention.entity) in types:
                return [last]
        return []

    def _noun(self, index: int, subject: Callable[[int], list[int]]) -> list[int]:
        """ "the country", "the alliance": whoever of that kind was named last, but no subject.

        "The Treasury sanctioned the company" is of another company.
        """
        tokens = self.tokens
        types = self.grammar.words.taken_up.get(tokens.lower[index])
        if types is None:
            return []
        doing = self._doing(index, subject)
        first = tokens.sents[max(0, tokens.sent_of[index] - 1)][0]
        around = range(index - 2, first - 1, -1)
        leading = [i for i in around if tokens.dep[i] in _SUBJECTS]
        for candidate in (*leading, *around):
            mention = self.found.holder[candidate]
            if mention is None or mention.kind == "demonym" or mention.end - 1 != candidate:
                continue
            if mention.entity in doing or self.grammar.sided(mention):
                continue
            if tokens.lower[index] in _TOWNS and tokens.lower[candidate] in _LANDS:
                continue  # "the city" after "Tamale in the Volta Region" is Tamale
            if self.found.type_of(mention.entity) in types:
                return [candidate]
        return []

    def _characterised(self, index: int) -> list[int]:
        """Ghana in "condemned Togo's war on Ghana and sent aid to the war-torn country".

        Who is described by the way acts in the sentence as little as whose something is. Of a
        sentence before only the one state it names can be meant.
        """
        tokens = self.tokens
        types = self.grammar.words.taken_up.get(tokens.lower[index])
        if types is None or not self._has_epithet(index):
            return []
        if "State" not in types:
            return self._described_so(index)  # "the radio station"
        start, _ = tokens.sents[tokens.sent_of[index]]
        for candidate in range(tokens.lefts[index] - 1, start - 1, -1):
            if tokens.dep[candidate] in ("dobj", "pobj", "dative") and self._is_state(candidate):
                return [candidate]
        before = range(tokens.sents[max(0, tokens.sent_of[index] - 1)][0], start)
        named = [i for i in before if self._is_state(i)]
        one = len({m.entity for i in named if (m := self.found.holder[i])}) == 1
        return named[-1:] if one else []

    def _is_state(self, index: int) -> bool:
        """Whether a state is named here, and no mere side or descent."""
        mention = self.found.holder[index]
        if mention is None or mention.end - 1 != index or not self._acts(mention):
            return False
        return self.found.type_of(mention.entity) == "State"

    def _has_epithet(self, index: int) -> bool:
        """Whether words between "the" and a noun describe what is known already."""
        tokens, first = self.tokens, self.tokens.lefts[index]
        between = range(first + 1, index)
        telling = any(tokens.pos[i] in ("ADJ", "NOUN", "VERB", "PROPN") for i in between)
        other = any(
            tokens.lower[i] in _OTHERS or tokens.pos[i] == "NUM" or tokens.tag[i] in ("JJS", "JJR")
            for i in between
        )
        named = any(self.found.holder[i] is not None for i in between)
        deps = {tokens.dep[c] for c in tokens.children[index]}
        more = bool(deps & {"relcl", "acl", "appos", "prep"})
        return tokens.lower[first] == "the" and telling and not (other or named or more)

    def _doing(self, index: int, subject: Callable[[int], list[int]]) -> set[str]:
        """Who does what is told of a noun, unless it is the noun itself."""
        verb = self.grammar.verb_above(index)
        left, right = self.tokens.subtree(index)
        nouns = [s for s in subject(verb) if not left <= s < right]
        nouns += [n for s in nouns if s < index for n in self.antecedents(s, subject)]
        named = [self.found.holder[i] for s in nouns for i in self.grammar.conjuncts(s)]
        return {mention.entity for mention in named if mention is not None}

    def _definite(self, index: int) -> bool:
        """Whether a noun stands alone after "the" or "that", nothing said of it."""
        tokens = self.tokens
        if index == 0 or tokens.lower[index - 1] not in ("the", "that", "this"):
            return False
        return not any(
            tokens.lower[c] == "of" or tokens.dep[c] == "appos" or self._narrows(c)
            for c in tokens.children[index]
        )

    def _narrows(self, clause: int) -> bool:
        """Whether a clause says which one is meant, and not only more of it after a comma."""
        tokens = self.tokens
        added = tokens.text[tokens.lefts[clause] - 1] == ","
        return tokens.dep[clause] in ("relcl", "acl") and not added

    def _fitting(
        self, index: int, *, plural: bool, but: set[str] | frozenset[str] = frozenset()
    ) -> list[int]:
        """A noun and those coordinated with it, where the pronoun's number fits them.

        `but` are the ids of those it cannot be.
        """
        holder = self.found.holder
        acting = [i for i in self.grammar.conjuncts(index) if self._acts(holder[i])]
        named = [i for i in acting if (m := holder[i]) and m.entity not in but]
        if not named:
            return []
        if plural:
            mention = self.found.holder[named[0]]
            several = len(named) > 1 or (mention is not None and self._is_many(mention))
            return named if several else []
        return named[:1] if len(named) == 1 else []

    def _acts(self, mention: Mention | None) -> bool:
        if mention is None or mention.kind == "demonym" or self.grammar.sided(mention):
            return False
        return self.found.type_of(mention.entity) in _ACTORS

    def _is_many(self, mention: Mention) -> bool:
        """Forces and groups of people are many."""
        plural = self.tokens.tag[mention.end - 1] in ("NNS", "NNPS")
        return self.found.type_of(mention.entity) == "ArmedGroup" or plural
