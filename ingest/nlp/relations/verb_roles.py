"""Who does what a verb tells, and to whom: logical subjects and objects of verbs.

Passives, relative clauses, control ("accused X of doing"), coordination and reduced clauses are
undone, so that "X attacked Y", "Y was attacked by X" and "X, accused of attacking Y" read alike.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.nlp.findings import Findings
from ingest.nlp.relations.grammar import VERBAL, Grammar
from ingest.nlp.tokens import Tokens

_SUBJECTS = ("nsubj", "csubj", "expl")
_INSERTED = frozenset({"turn", "part", "fact", "effect", "practice", "theory"})


class VerbRoles:
    """Finds the nouns that fill the grammatical roles of verbs in one document.

    `owners` gives whose plan or promise a noun names, for the infinitives that hang on it.
    """

    def __init__(
        self, found: Findings, grammar: Grammar, owners: Callable[[int], list[int]]
    ) -> None:
        self.found = found
        self.grammar = grammar
        self.owners = owners
        self.tokens: Tokens = found.tokens
        self.words = grammar.words

    def subject(self, verb: int, depth: int = 0) -> list[int]:
        """The logical subject: who does it, also where the sentence is passive or the verb bare."""
        tokens = self.tokens
        if depth > 4:
            return []
        if self.grammar.is_passive(verb) and self._lost_relative(verb) is None:
            return self.grammar.agents(verb)
        if tokens.lower[max(0, verb - 2) : verb] == ["co", "-"] and verb > 2:
            return self.grammar.conjuncts(self.grammar.first_conjunct(verb - 3))  # "co-owns"
        swallowed = self._swallowed(verb)
        if swallowed is not None:
            return [verb - 1]
        own = tokens.child(verb, *_SUBJECTS)
        owns = [c for c in tokens.children[verb] if tokens.dep[c] == "nsubj" and c < verb]
        if len(owns) == 2 and any(tokens.dep[c] == "cc" for c in tokens.children[owns[0]]):
            # "The president, X, and the EU's Y met", whose coordination the parse lost.
            return owns
        if len(owns) > 1 and any(t in "-–—" for t in tokens.text[owns[0] : owns[-1]]):
            own = owns[-1]  # "KYIV — Russia struck": the first belongs to the dateline
        if len(owns) == 2 and tokens.rights[owns[0]] + 1 == tokens.lefts[owns[1]]:
            own = owns[1]  # "her cousin X heads": the name beside its noun
        if own is not None and tokens.dep[own] != "expl":
            own = self._whose_noun(own, verb) or self._behind_dateline(own)
            if self.grammar.possessive(own):
                return []
            others = self.grammar.together_with(own) + self.grammar.together_with(verb)
            meant = self.grammar.antecedent(own, verb)
            return [*(self._is_one_of(meant) if meant != own else []), meant, *others]
        whose = self._whose_before(verb) if own is None else None
        if whose is not None:
            return [whose]
        dep, head = tokens.dep[verb], tokens.heads[verb]
        if dep in ("ROOT", "acl") and tokens.tag[verb] in ("VBD", "VBZ", "VBP"):
            named = self._person_before(verb)
            if named or dep == "ROOT":
                return named or self._after_dateline(verb)
        if self._lost_relative(verb) is not None:
            return [head]
        if dep == "advcl" and tokens.tag[verb] == "VBG" and head > verb > 1:
            told = verb - 2  # "TASS reported, citing X, that ..."
            if tokens.text[verb - 1] == "," and tokens.tag[told] in ("VBD", "VBZ", "VBP"):
                return self.subject(told, depth + 1)
            source = self._according_to(told)  # "According to TASS, citing X, ..."
            if tokens.text[verb - 1] == "," and source is not None:
                return [source]
        if dep in ("acl", "relcl"):
            active = tokens.tag[verb] == "VBG" or self.grammar.carries_sentence(verb)
            return [head] if active or dep == "relcl" else self.owners(head)
        if dep in ("xcomp", "ccomp"):
            return self._controller(head, depth)
        if dep == "pcomp":
            return self._governor_of_gerund(head, depth)
        if dep in ("conj", "advcl", "dep") and tokens.pos[head] in VERBAL:
            if tokens.dep[head] == "relcl" and tokens.text[verb - 1] == ",":
                return [tokens.heads[head]]  # "Kenya, whose minister met X, sells Y"
            main = tokens.child(head, "nsubj")
            if main is not None and self._whose_noun(main, head) and tokens.text[verb - 1] == ",":
                return [main]  # "the party, whose leader visited X, supported Y"
            if self.grammar.is_passive(head):
                passive = self.grammar.passive_subject(head)
                return [self.grammar.antecedent(passive, head)] if passive is not None else []
            return self.subject(head, depth + 1)
        return []

    def _according_to(self, last: int) -> int | None:
        """The name that ends here, if it is after "according to"."""
        tokens, mention = self.tokens, self.found.holder[last]
        if mention is None:
            return None
        start = mention.start - (tokens.lower[mention.start - 1] == "the")
        told = tokens.lower[max(0, start - 2) : start] == ["according", "to"]
        return last if told else None

    def _is_one_of(self, noun: int) -> list[int]:
        """Poland in "Poland remains one of the states that supply": what such ones do, it does."""
        tokens, of = self.tokens, self.tokens.heads[noun]
        one = tokens.heads[of]
        if tokens.lower[of] != "of" or tokens.lower[one] != "one" or tokens.dep[one] != "attr":
            return []
        return self.subject(tokens.heads[one])

    def _whose_noun(self, subject: int, verb: int) -> int | None:
        """The noun of "X, whose leader, Y, visited", where the parse makes X the visitor."""
        tokens = self.tokens
        for index in range(subject + 1, verb):
            if tokens.tag[index] == "WP$":
                return self._whose(index, verb)
        return None

    def _whose_before(self, verb: int) -> int | None:
        """The same before a verb that the parse left without a subject."""
        tokens = self.tokens
        start = tokens.sents[tokens.sent_of[verb]][0]
        for index in range(verb - 1, start, -1):
            if tokens.tag[index] == "WP$":
                return self._whose(index, verb) if tokens.text[index - 1] == "," else None
            if tokens.pos[index] == "VERB":
                return None
        return None

    def _whose(self, pronoun: int, verb: int) -> int | None:
        """The noun that "whose" owns, where no verb stands between the two."""
        tokens = self.tokens
        noun = tokens.heads[pronoun]
        while tokens.dep[noun] == "compound":
            noun = tokens.heads[noun]
        free = "VERB" not in tokens.pos[pronoun:verb] and pronoun < noun < verb
        return noun if free else None

    def _behind_dateline(self, subject: int) -> int:
        """Who acts in "NIAMEY, Aug. 21 (AFP) - Kenya's ruler, X, arrived", not the city."""
        tokens = self.tokens
        opens = subject == 0 or "\n" in tokens.text[subject - 1]
        if not opens or not tokens.text[subject].isupper() or len(tokens.text[subject]) < 4:
            return subject
        apposed = [c for c in tokens.children[subject] if tokens.dep[c] == "appos"]
        dashes = [i for i in range(*tokens.subtree(subject)) if tokens.text[i] in "-–—"]
        behind = [c for c in apposed if dashes and c > dashes[0]]
        if not behind and tokens.text[subject + 1] in ("-", "–", "—"):
            mention = self.found.holder[subject + 2]
            behind = [mention.end - 1] if mention is not None else []
        return behind[0] if behind else subject

    def object(self, verb: int) -> list[int]:
        """The logical object: what it is done to, also as a passive's subject."""
        tokens = self.tokens
        lost = self._lost_relative(verb)
        if lost is None:
            lost = self._swallowed(verb)
        if lost is not None:
            return [lost]
        if self.grammar.is_passive(verb):
            reduced = not any(
                tokens.dep[c] in ("auxpass", "nsubjpass") for c in tokens.children[verb]
            )
            before = self.found.holder[verb - 1] if verb and reduced else None
            if before is not None and before.end == verb and tokens.dep[verb] == "conj":
                return [verb - 1]  # "and the agreement concluded by", parsed as two verbs
            own = self.grammar.passive_subject(verb)
            if own is None:
                whose = self._whose_before(verb)
                return self._passive_head(verb) if whose is None else [whose]
            own = self._whose_noun(own, tokens.heads[own]) or own
            if self.grammar.possessive(own):
                return []
            others = self.grammar.together_with(own) + self.grammar.together_with(verb)
            return [self.grammar.antecedent(own, verb), *others]
        direct = [c for c in tokens.children[verb] if tokens.dep[c] == "dobj"]
        if direct and self._counts_times(direct[-1]):
            direct = [c for c in tokens.children[verb] if tokens.dep[c] == "dative"] + direct[:-1]
        own = direct[-1] if direct else None
        if own is None and tokens.lemma[verb] == "help":
            clause = tokens.child(verb, "ccomp", "xcomp")
            own = tokens.child(clause, "nsubj") if clause is not None else None
        if own is not None:
            return [self.grammar.antecedent(own, verb)]
        beside = self.found.holder[verb + 1] if verb + 1 < len(tokens) else None
        if beside is not None and beside.start == verb + 1 and beside.kind == "name":
            last = beside.end - 1
            if tokens.heads[last] == verb and tokens.dep[last] in ("advmod", "npadvmod"):
                return [last]  # "seized Verbove", whose object the parse missed
        if tokens.tag[verb] == "VBG":
            following = self.grammar.phrase_after(verb)
            if following is not None:
                return [following]
        if tokens.dep[verb] == "relcl":
            subject = tokens.child(verb, "nsubj")
            if subject is not None and not self.grammar.is_relative(subject):
                return [tokens.heads[verb]]
        shared = [c for c in tokens.children[verb] if tokens.dep[c] == "conj" and c > verb]
        if shared and tokens.pos[shared[0]] == "VERB" and shared[0] - verb <= 3:
            later = tokens.child(shared[0], "dobj")
            if later is not None and tokens.child(shared[0], "nsubj") is None:
                return [later]
        return []

    def _counts_times(self, noun: int) -> bool:
        """Whether a supposed object says how often: "hit X hundreds of times"."""
        inner = self.grammar.after_prepositions(self.tokens.children[noun], "of")
        return any(self.tokens.lemma[i] in ("time", "occasion") for i in (noun, *inner))

    def _after_dateline(self, verb: int) -> list[int]:
        """Who acts in "KISUMU — Kenya and Ghana signed", of whose city the parse made a verb."""
        tokens = self.tokens
        start = tokens.sents[tokens.sent_of[verb]][0]
        city = tokens.text[start]
        dash = start + 1
        if not city.isupper() or len(city) < 4 or tokens.text[dash] not in ("-", "–", "—"):
            return []
        mention = self.found.holder[dash + 1]
        free = mention is not None and "VERB" not in tokens.pos[dash:verb]
        return [mention.end - 1] if free and mention is not None else []

    def _person_before(self, verb: int) -> list[int]:
        """Who stands before a main verb that the parse left without a subject, "of X" aside."""
        tokens, index = self.tokens, verb - 1
        while index > 0 and tokens.heads[index] < index and tokens.dep[index] in ("pobj", "prep"):
            index = tokens.heads[index]
        mention = self.found.holder[index] if index >= 0 else None
        if mention is None or tokens.dep[index] not in ("conj", "appos"):
            return []
        # "In a post on Telegram, the Legion shared", parsed as Telegram's other name
        behind = tokens.lower[mention.start - 1 - (tokens.lower[mention.start - 1] == "the")]
        other = behind == "," and mention.end == verb and mention.kind == "name"
        return [index] if other or self.found.type_of(mention.entity) == "Person" else []

    def _swallowed(self, verb: int) -> int | None:
        """The object of a verb the parse took for a part of it: "In 2014 Russia annexed Crimea"."""
        tokens, head = self.tokens, self.tokens.heads[verb]
        finite = tokens.tag[verb] in ("VBD", "VBZ") and tokens.dep[verb] in ("amod", "compound")
        if not finite or verb < 1 or head < verb or tokens.heads[verb - 1] != head:
            return None
        before, after = self.found.holder[verb - 1], self.found.holder[head]
        named = before is not None and before.kind != "demonym" and after is not None
        return head if named else None

    def _lost_relative(self, verb: int) -> int | None:
        """What "which" stands for in "X, which the two sides signed", parsed as "sides" + "signed".

        The parser then takes the verb for a participle of its subject.
        """
        tokens, head = self.tokens, self.tokens.heads[verb]
        first = tokens.lefts[head]
        relative = first if tokens.lower[first] == "which" else first - 1
        if tokens.dep[verb] != "acl" or tokens.tag[verb] == "VBG" or relative < 1:
            return None
        if tokens.lower[relative] != "which":
            return None
        before = relative - 1
        before -= before > 0 and tokens.text[before] == ","
        return before if self.found.holder[before] is not None else None

    def indirect(self, verb: int) -> list[int]:
        """The recipient in "gave Russia weapons" (and the subject of "was given weapons")."""
        tokens = self.tokens
        for child in tokens.children[verb]:
            if tokens.dep[child] == "dative" and tokens.pos[child] != "ADP":
                return [child]
        objects = [c for c in tokens.children[verb] if tokens.dep[c] in ("dobj", "oprd")]
        if len(objects) > 1:
            return objects[:1]
        first = self.found.holder[verb + 1] if verb + 1 < len(tokens) else None
        if objects and first is not None and first.start == verb + 1 and first.kind != "demonym":
            last = first.end - 1
            beside = tokens.heads[last] == objects[0]
            beside = beside and tokens.dep[last] in ("compound", "nmod", "amod")
            forces = tokens.lemma[objects[0]] in self.words.stand_ins["forces"]
            whose = self.found.type_of(first.entity)
            if beside and (whose == "State" or not forces):
                return [last]
        return []

    def _passive_head(self, verb: int) -> list[int]:
        """The noun a reduced passive stands on ("arms supplied by", "X, captured in May, ...")."""
        tokens = self.tokens
        while tokens.dep[verb] == "conj" and tokens.heads[verb] != verb:
            verb = tokens.heads[verb]
        head = tokens.heads[verb]
        inserted = tokens.heads[tokens.heads[head]]
        if tokens.lower[head] in _INSERTED and tokens.lemma[inserted] == "be":
            return self.subject(inserted)  # "is in turn owned by"
        if tokens.dep[verb] in ("acl", "relcl") or (tokens.dep[verb] == "amod" and head < verb):
            return [head]
        if tokens.pos[verb] == "NOUN":  # "an account run by", parsed as a compound noun
            noun = tokens.child(verb, "compound")
            return [head] if tokens.dep[verb] == "appos" else [] if noun is None else [noun]
        if tokens.dep[verb] == "advcl" and tokens.pos[head] in VERBAL:
            return self.subject(head)
        if tokens.dep[verb] == "pcomp":
            return self._governor_of_gerund(head, 0)
        wished = any(tokens.lower[c] == "for" and c < verb for c in tokens.children[head])
        if tokens.dep[verb] == "xcomp" and not wished:
            return self._controller(head, 0)
        return []

    def _controller(self, head: int, depth: int) -> list[int]:
        """The subject of an infinitive: the object of "urged X to", else the subject above."""
        tokens = self.tokens
        if tokens.pos[head] not in VERBAL:
            of_copula = tokens.dep[head] == "acomp" and tokens.tag[head] == "JJ"
            return self.subject(tokens.heads[head], depth + 1) if of_copula else []
        if tokens.lemma[head] in self.words.object_control:
            inner = self.object(head)
            if not inner and tokens.lemma[head] == "call":  # "called on X to leave"
                inner = self.grammar.after_prepositions(tokens.children[head], "on")
            if inner:
                return inner
        if self.grammar.is_passive(head):
            own = self.grammar.passive_subject(head)
            return [self.grammar.antecedent(own, head)] if own is not None else []
        return self.subject(head, depth + 1)

    def _governor_of_gerund(self, preposition: int, depth: int) -> list[int]:
        """The doer of "accused X of doing", "thanked X for doing", "after doing"."""
        tokens = self.tokens
        head = self.grammar.beyond_span(tokens.heads[preposition])
        if tokens.pos[head] not in VERBAL:
            return self.owners(head) if tokens.lower[preposition] == "of" else []
        above = tokens.heads[head]
        if tokens.tag[head] == "VBG" and tokens.lemma[above] in self.words.object_control:
            # "accused neighbouring X of doing", whose adjective the parse takes for a verb
            meant = tokens.child(head, "dobj")
            if tokens.dep[head] == "xcomp" and meant is not None:
                return [meant]
        if tokens.lemma[head] == "join" and tokens.lower[preposition] == "in":
            return [*self.subject(head), *self.object(head)]  # "joined X in imposing sanctions"
        controlled = tokens.lemma[head] in self.words.object_control
        same = tokens.dep[preposition] == "cc" or tokens.lower[preposition] in (
            "by",
            "after",
            "before",
            "without",
            "while",
            "when",
        )
        return self._controller(head, depth) if controlled or same else []
