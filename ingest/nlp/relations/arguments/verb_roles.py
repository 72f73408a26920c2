"""Who does what a verb tells, and to whom: logical subjects and objects of verbs.

Passives, relative clauses, control ("accused X of doing"), coordination and reduced clauses are
undone, so that "X attacked Y", "Y was attacked by X" and "X, accused of attacking Y" read alike.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.nlp.findings import Findings
from ingest.nlp.relations.arguments import clause_kinds, participles
from ingest.nlp.relations.arguments.grammar import VERBAL, Grammar
from ingest.nlp.relations.arguments.lost_words import LostWords
from ingest.nlp.tokens import Tokens

_SUBJECTS = ("nsubj", "csubj", "expl")
_RANKING = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only"})
_DITRANSITIVE = frozenset(
    {"give", "send", "sell", "lend", "grant", "offer", "deny", "refuse", "promise", "award", "hand"}
)
_DECLARING = frozenset({"designate", "declare", "label", "brand", "proclaim", "consider", "deem"})
_STANDING = frozenset({"be", "stand", "sit", "lie", "lurk", "hang"})
_TAKING_PART = frozenset(
    {"involve", "engage", "participate", "succeed", "specialise", "specialize", "persist"}
)
_SAME = frozenset({"by", "after", "before", "without", "while", "when"})
_INSERTED = frozenset({"turn", "part", "fact", "effect", "practice", "theory"})
_DECREES = frozenset({"decree", "order", "law", "act", "edict"})
_SIGNING = frozenset({"sign", "issue"})
_HELD = frozenset({"said", "believed", "thought", "understood", "reported", "alleged"})


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
        self.lost = LostWords(found)

    def subject(self, verb: int, depth: int = 0) -> list[int]:
        """The logical subject: who does it, also where the sentence is passive or the verb bare."""
        tokens = self.tokens
        if depth > 4:
            return []
        if self.grammar.is_passive(verb) and self.lost.lost_relative(verb) is None:
            return self.grammar.agents(verb)
        if tokens.lower[max(0, verb - 2) : verb] == ["co", "-"] and verb > 2:
            return self.grammar.conjuncts(self.grammar.first_conjunct(verb - 3))  # "co-owns"
        swallowed = self.lost.swallowed(verb)
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
            whose = self.lost.whose_noun(own, verb) or self.lost.before_bracket(own, verb)
            own = whose or self.lost.behind_dateline(own)
            if self.grammar.possessive(own):
                return []
            others = self.grammar.together_with(own) + self.grammar.together_with(verb)
            meant = self.grammar.antecedent(own, verb)
            return [*(self._is_one_of(meant) if meant != own else []), meant, *others]
        whose = (self.lost.whose_before(verb) or self.lost.aside(verb)) if own is None else None
        whose = self._behind_place(verb) if own is None and whose is None else whose
        whose = clause_kinds.reacted_to(tokens, verb) if own is None and whose is None else whose
        if whose is not None:
            return [whose]
        dep, head = tokens.dep[verb], tokens.heads[verb]
        if dep in ("ROOT", "acl") and tokens.tag[verb] in ("VBD", "VBZ", "VBP"):
            named = self.lost.person_before(verb)
            if named or dep == "ROOT":
                return named or self.lost.after_dateline(verb)
        if self.lost.lost_relative(verb) is not None:
            return [head]
        if dep == "advcl" and tokens.tag[verb] == "VBG" and head > verb > 1:
            told = verb - 2  # "TASS reported, citing X, that ..."
            if tokens.text[verb - 1] == "," and tokens.tag[told] in ("VBD", "VBZ", "VBP"):
                return self.subject(told, depth + 1)
            source = self.lost.according_to(told)  # "According to TASS, citing X, ..."
            if tokens.text[verb - 1] == "," and source is not None:
                return [source]
        if dep in ("acl", "relcl"):
            active = tokens.tag[verb] == "VBG" or self.grammar.carries_sentence(verb)
            purpose = dep == "relcl" and clause_kinds.is_purpose(tokens, verb)
            if purpose or not (active or dep == "relcl"):
                # "signed a deal to buy", "the plan to buy": whose deal or plan it is
                first = self._first_to(head) if purpose or tokens.dep[verb] == "acl" else []
                named = (self._is_one_of(head) or [head]) if purpose else []
                return first or self.owners(head) or named
            return self._signers(head) or self._is_one_of(head) or [head]
        if dep in ("xcomp", "ccomp"):
            return [] if clause_kinds.is_told(tokens, verb) else self._controller(head, depth)
        if dep == "pcomp":
            return self._governor_of_gerund(head, depth)
        if dep in ("conj", "advcl", "dep") and tokens.pos[head] in VERBAL:
            if tokens.dep[head] == "relcl" and tokens.text[verb - 1] == ",":
                return [tokens.heads[head]]  # "Kenya, whose minister met X, sells Y"
            main = tokens.child(head, "nsubj")
            parted = main is not None and tokens.text[verb - 1] == ","
            if main is not None and parted and self.lost.whose_noun(main, head):
                return [main]  # "the party, whose leader visited X, supported Y"
            if self.grammar.is_passive(head):
                passive = self.grammar.passive_subject(head)
                return [self.grammar.antecedent(passive, head)] if passive is not None else []
            return self.subject(head, depth + 1)
        return []

    def _signers(self, noun: int) -> list[int]:
        """Ada in "Ada signed a decree imposing sanctions": what a decree does its signer does."""
        verb = self.tokens.heads[noun]
        decreed = self.tokens.lemma[noun] in _DECREES and self.tokens.dep[noun] == "dobj"
        return self.subject(verb) if decreed and self.tokens.lemma[verb] in _SIGNING else []

    def _first_to(self, noun: int) -> list[int]:
        """Ada in "Ada became the first woman to lead X" and "Ada, the first woman to lead X"."""
        tokens, above = self.tokens, self.tokens.heads[noun]
        if not any(tokens.lower[c] in _RANKING for c in tokens.children[noun]):
            return []
        if tokens.dep[noun] == "attr" and tokens.lemma[above] in ("be", "become"):
            return self.subject(above)
        return [above] if tokens.dep[noun] == "appos" else []

    def _behind_place(self, verb: int) -> int | None:
        """Y in "At the helm of X stands Y" and "Among its members are Y and Z", behind its verb."""
        tokens = self.tokens
        placed = [c for c in tokens.children[verb] if c < verb and tokens.dep[c] == "prep"]
        if tokens.lemma[verb] not in _STANDING or not placed or tokens.dep[verb] != "ROOT":
            return None
        later = (c for c in tokens.children[verb] if tokens.dep[c] in ("attr", "dobj") and c > verb)
        return next(later, None)

    def _is_one_of(self, noun: int) -> list[int]:
        """Poland in "Poland remains one of the states that supply": what such ones do, it does.

        So in "Poland is the only state that supplies" and "Poland, a state that supplies, left".
        """
        tokens, of = self.tokens, self.tokens.heads[noun]
        if self.found.holder[noun] is None and tokens.dep[noun] == "attr":
            return self.subject(of) if tokens.lemma[of] == "be" else []
        comma = tokens.lefts[noun] - 1
        if self.found.holder[noun] is None and tokens.dep[noun] == "appos" and comma > 0:
            beside = tokens.text[comma] == "," and self.found.holder[comma - 1] is not None
            return [comma - 1] if beside else []
        one = tokens.heads[of]
        if tokens.lower[of] == "among" and tokens.lemma[one] == "be":
            behind = [c for c in tokens.children[one] if tokens.dep[c] == "attr"]
            return self.subject(one) or behind  # "among those that supply it are X and Y"
        if tokens.lower[of] != "of" or tokens.lower[one] != "one" or tokens.dep[one] != "attr":
            return []
        return self.subject(tokens.heads[one])

    def object(self, verb: int) -> list[int]:
        """The logical object: what it is done to, also as a passive's subject."""
        tokens = self.tokens
        lost = self.lost.lost_relative(verb)
        if lost is None:
            lost = self.lost.swallowed(verb)
        if lost is not None:
            return [lost]
        if (left := self._left_over(verb)) is not None:
            return [left]
        if self.grammar.is_passive(verb):
            reduced = not any(
                tokens.dep[c] in ("auxpass", "nsubjpass") for c in tokens.children[verb]
            )
            if reduced and (described := self._set_apart(verb)):
                return described
            before = self.found.holder[verb - 1] if verb and reduced else None
            if before is not None and before.end == verb and tokens.dep[verb] == "conj":
                return [verb - 1]  # "and the agreement concluded by", parsed as two verbs
            own = self.grammar.passive_subject(verb)
            if own is None:
                whose = self.lost.whose_before(verb)
                return self._passive_head(verb) if whose is None else [whose]
            own = self.lost.whose_noun(own, tokens.heads[own]) or own
            if self.grammar.possessive(own):
                return []
            others = self.grammar.together_with(own) + self.grammar.together_with(verb)
            return [self.grammar.antecedent(own, verb), *others]
        direct = [c for c in tokens.children[verb] if tokens.dep[c] == "dobj"]
        if direct and clause_kinds.counts_times(self.grammar, direct[-1]):
            direct = [c for c in tokens.children[verb] if tokens.dep[c] == "dative"] + direct[:-1]
        if len(direct) > 1 and tokens.text[tokens.lefts[direct[-1]] - 1] == ",":
            direct.pop()  # "patrol X, a fact that worries Y"
        declared = tokens.lemma[verb] in _DECLARING  # "declared X a threat", with two objects
        own = direct[0 if declared else -1] if direct else None
        if own is None and tokens.lemma[verb] == "help":
            clause = tokens.child(verb, "ccomp", "xcomp")
            own = tokens.child(clause, "nsubj") if clause is not None else None
        called = self.grammar.small_clause(verb)
        if own is None and called is not None:
            own = tokens.child(called, "nsubj")
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

    def _left_over(self, verb: int) -> int | None:
        """The tanks in "Ghana was given tanks": what a passive keeps that has two objects."""
        given = self.tokens.lemma[verb] in _DITRANSITIVE and self.grammar.is_passive(verb)
        return self.tokens.child(verb, "dobj") if given else None

    def of_relative(self, noun: int) -> int | None:
        """The verb in "the talks that X held with Y", whose object the noun is."""
        tokens = self.tokens
        for verb in tokens.children[noun]:
            own = tokens.child(verb, "nsubj") if tokens.dep[verb] == "relcl" else None
            if own is not None and not self.grammar.is_relative(own):
                taken = tokens.child(verb, "dobj")
                return verb if taken is None or self.grammar.is_relative(taken) else None
        return None

    def indirect(self, verb: int) -> list[int]:
        """The recipient in "gave Russia weapons" (and the subject of "was given weapons")."""
        tokens = self.tokens
        if self._left_over(verb) is not None:
            recipient = self.grammar.passive_subject(verb)
            return self._passive_head(verb) if recipient is None else [recipient]
        for child in tokens.children[verb]:
            if tokens.dep[child] == "dative" and tokens.pos[child] != "ADP":
                return [child]
        objects = [c for c in tokens.children[verb] if tokens.dep[c] in ("dobj", "oprd")]
        if len(objects) > 1:
            return objects[:1]
        beside = verb + 1 + (tokens.lower[verb + 1 : verb + 2] == ["the"])
        first = self.found.holder[beside] if beside < len(tokens) else None
        named = first is not None and first.kind != "demonym"
        if objects and first is not None and first.start in (verb + 1, beside) and named:
            last = first.end - 1
            beside = tokens.heads[last] == objects[0]
            beside = beside and tokens.dep[last] in ("compound", "nmod", "amod")
            forces = tokens.lemma[objects[0]] in self.words.stand_ins["forces"]
            whose = self.found.type_of(first.entity)
            if beside and (whose == "State" or not forces):
                return [last]
        return []

    def _set_apart(self, participle: int) -> list[int]:
        """Whom a participle describes that the parse hangs on the noun before it."""
        first = participles.in_series(self.tokens, participle)
        if first is not None and first != participle:
            return self.object(first)
        if (listed := participles.within_list(self.found, participle)) is not None:
            return [listed[0]]
        noun = participles.behind_phrase(self.tokens, participle)
        return [] if noun is None else self._is_one_of(noun) or [noun]

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
            return self._is_one_of(head) or participles.included(self.found, head) or [head]
        if tokens.pos[verb] == "NOUN":  # "an account run by", parsed as a compound noun
            noun = tokens.child(verb, "compound")
            return [head] if tokens.dep[verb] == "appos" else [] if noun is None else [noun]
        if tokens.dep[verb] == "advcl" and tokens.pos[head] in VERBAL:
            return self.object(head) if self.grammar.is_passive(head) else self.subject(head)
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
        if tokens.lower[head] in _HELD and tokens.lower[head + 1 : head + 2] == ["to"]:
            reduced = tokens.child(head, "nsubj", "nsubjpass") is None
            if reduced and head and tokens.pos[head - 1] in ("NOUN", "PROPN"):
                return [head - 1]  # "a fund said to be run by X", parsed as a verb of its own
        if tokens.lemma[head] in self.words.object_control:
            timed = tokens.child(head, "dobj")  # "chose this moment to strike"
            chosen = timed is not None and tokens.lemma[timed] in self.words.chances
            inner = [] if chosen else self.object(head)
            if not inner and tokens.lemma[head] == "call":  # "called on X to leave"
                inner = self.grammar.after_prepositions(tokens.children[head], "on")
            if inner:
                return inner
        if self.grammar.is_passive(head):
            own = self.grammar.passive_subject(head)
            if own is None:  # "X, believed to be"
                return self._passive_head(head) if tokens.dep[head] == "acl" else []
            return [self.grammar.antecedent(own, head)]
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
        if tokens.lower[preposition] == "in" and tokens.lemma[head] in _TAKING_PART:
            own = tokens.child(head, "nsubjpass")  # "was involved in supplying arms"
            return [own] if own is not None else self.subject(head, depth + 1)
        controlled = tokens.lemma[head] in self.words.object_control
        same = tokens.dep[preposition] == "cc" or tokens.lower[preposition] in _SAME
        return self._controller(head, depth) if controlled or same else []
