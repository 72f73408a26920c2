"""The nouns that fill the roles of a trigger word: who does it, to whom, with what, to where.

Roles are logical: passives, relative clauses, control ("accused X of doing"), coordination and
support verbs ("paid a visit") are undone. `patterns` lists the roles by name.
"""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.grammar import VERBAL, Grammar
from ingest.nlp.tokens import Tokens

_SUBJECTS = ("nsubj", "csubj", "expl")


class Roles:
    """Finds the fillers of roles in one document."""

    def __init__(self, found: Findings, grammar: Grammar) -> None:
        self.found = found
        self.grammar = grammar
        self.tokens: Tokens = found.tokens
        self.words = grammar.words

    def heads(self, trigger: int, role: str) -> list[int]:
        """The nouns that fill `role` of a trigger: a name below, or else a preposition."""
        if role == "subject":
            return self.subject(trigger)
        if role == "object":
            return self.object(trigger)
        if role == "indirect":
            return self.indirect(trigger)
        if role == "possessor":
            return self.possessors(trigger)
        if role == "modifier":
            return self.modifiers(trigger)
        if role == "kind":
            return self.kinds(trigger)
        if role == "carrier":
            return self.carrier(trigger)
        if role == "occasion":
            return self.occasion(trigger)
        if role == "referent":
            return self.referent(trigger)
        return self.prepositional(trigger, role)

    def subject(self, verb: int, depth: int = 0) -> list[int]:
        """The logical subject: who does it, also where the sentence is passive or the verb bare."""
        tokens = self.tokens
        if depth > 4:
            return []
        if self.grammar.is_passive(verb):
            return self.grammar.agents(verb)
        own = tokens.child(verb, *_SUBJECTS)
        if own is not None and tokens.dep[own] != "expl":
            return [] if self.grammar.possessive(own) else [self.grammar.antecedent(own, verb)]
        dep, head = tokens.dep[verb], tokens.heads[verb]
        if dep in ("acl", "relcl"):
            return [head] if tokens.tag[verb] == "VBG" or dep == "relcl" else self._planner(head)
        if dep in ("xcomp", "ccomp"):
            return self._controller(head, depth)
        if dep == "pcomp":
            return self._governor_of_gerund(head, depth)
        if dep in ("conj", "advcl", "dep") and tokens.pos[head] in VERBAL:
            if self.grammar.is_passive(head):
                passive = tokens.child(head, "nsubjpass")
                return [self.grammar.antecedent(passive, head)] if passive is not None else []
            return self.subject(head, depth + 1)
        return []

    def object(self, verb: int) -> list[int]:
        """The logical object: what it is done to, also as a passive's subject."""
        tokens = self.tokens
        if self.grammar.is_passive(verb):
            own = self.grammar.passive_subject(verb)
            if own is None:
                return self._passive_head(verb)
            return [] if self.grammar.possessive(own) else [self.grammar.antecedent(own, verb)]
        direct = [c for c in tokens.children[verb] if tokens.dep[c] == "dobj"]
        own = direct[-1] if direct else None
        if own is None and tokens.lemma[verb] == "help":
            clause = tokens.child(verb, "ccomp", "xcomp")
            own = tokens.child(clause, "nsubj") if clause is not None else None
        if own is not None:
            return [self.grammar.antecedent(own, verb)]
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
            beside = tokens.heads[last] == objects[0] and tokens.dep[last] in ("compound", "nmod")
            forces = tokens.lemma[objects[0]] in self.words.stand_ins["forces"]
            whose = self.found.type_of(first.entity)
            if beside and (whose == "State" or not forces):
                return [last]
        return []

    def prepositional(self, trigger: int, word: str) -> list[int]:
        """The nouns after a preposition that belongs to the trigger.

        Direct attachments come first; then what follows the trigger's object or stands right after
        the trigger, because parsers attach "sent troops to Kursk" either way.
        """
        tokens = self.tokens
        direct = self.grammar.after_prepositions(tokens.children[trigger], word)
        if direct:
            return direct
        if tokens.pos[trigger] == "VERB":
            carriers = [c for c in tokens.children[trigger] if tokens.dep[c] in ("dobj", "advmod")]
            carriers += [
                o
                for c in carriers
                for p in tokens.children[c]
                if tokens.dep[p] == "prep" and tokens.lower[p] in ("in", "of", "worth")
                for o in self.grammar.objects_of(p)
            ]
            carriers += [
                o
                for p in tokens.children[trigger]
                if tokens.dep[p] in ("prep", "prt", "advmod")
                for o in (p, *self.grammar.objects_of(p))
            ]
            for carrier in carriers:
                below = self.grammar.after_prepositions(tokens.children[carrier], word)
                if below and word != "of":
                    return below
            return []
        following = trigger + 1
        if following < len(tokens) and tokens.lower[following] == word:
            return self.grammar.objects_of(following)
        verb = tokens.heads[trigger]
        lends = tokens.dep[trigger] in ("dobj", "nsubjpass") and tokens.pos[verb] == "VERB"
        if lends and word not in ("of", "by", "in", "at"):
            return self.grammar.after_prepositions(tokens.children[verb], word, after=trigger)
        if word == "between" and tokens.dep[trigger] in ("nsubj", "nsubjpass"):
            places = [verb, *(c for c in tokens.children[verb] if tokens.dep[c] == "dobj")]
            return [
                n for p in places for n in self.grammar.after_prepositions(tokens.children[p], word)
            ]
        return []

    def possessors(self, noun: int) -> list[int]:
        """Whose it is; "whose" and an unresolved "its" stand for what they refer to."""
        tokens = self.tokens
        found: list[int] = []
        for child in tokens.children[noun]:
            if tokens.dep[child] != "poss":
                continue
            if tokens.tag[child] == "WP$":
                verb = self.grammar.verb_above(noun)
                found += [tokens.heads[verb]] if tokens.dep[verb] == "relcl" else []
            elif tokens.lower[child] in ("its", "his", "her", "their"):
                known = self.found.holder[child] is not None
                found += [child] if known else self._own_subject(noun)
            else:
                found.append(child)
        return found

    def _own_subject(self, noun: int) -> list[int]:
        """Whose "its" is in "X lifted its sanctions": the clause's subject, unless that is it."""
        verb = self.grammar.verb_above(noun)
        if self.tokens.pos[verb] not in VERBAL:
            return []
        subjects = self.subject(verb)
        left, right = self.tokens.subtree(subjects[0]) if subjects else (0, 0)
        return [] if left <= noun < right else subjects

    def modifiers(self, noun: int) -> list[int]:
        """Names before a noun: "US sanctions", "Russian-Brazilian talks", not "anti-Russian"."""
        tokens, holder = self.tokens, self.found.holder
        left = tokens.lefts[noun]
        names = []
        for index in range(max(left, noun - 8), noun):
            mention = holder[index]
            if mention is None or mention.end - 1 != index or mention is holder[noun]:
                continue
            if self.grammar.modifies(index, noun) and not self.grammar.sided(mention):
                names.append(index)
        return names

    def kinds(self, noun: int) -> list[int]:
        """The plain words before a noun that say of what kind it is ("arms deliveries")."""
        tokens = self.tokens
        return [
            c
            for c in tokens.children[noun]
            if tokens.dep[c] in ("compound", "amod", "nmod") and self.found.holder[c] is None
        ]

    def carrier(self, noun: int) -> list[int]:
        """Who carries out an action named by a noun: the subject of its support verb.

        "paid a visit", "imposed sanctions", "a strike carried out by", "is in talks".
        """
        tokens = self.tokens
        top = self.grammar.first_conjunct(noun)
        dep, head = tokens.dep[top], tokens.heads[top]
        if dep in ("dobj", "attr") and tokens.lemma[head] in self.words.support_verbs:
            return self.subject(head)
        if dep == "nsubjpass" and tokens.lemma[head] in self.words.support_verbs:
            return self.grammar.agents(head)
        if dep == "pobj" and tokens.lower[head] in ("in", "into", "on", "at", "to", "under"):
            verb = tokens.heads[head]
            if tokens.lemma[verb] in ("be", "engage", "enter", "involve", "participate", "go"):
                return self.subject(verb)
        for child in tokens.children[top]:
            if tokens.tag[child] == "VBN" and tokens.lemma[child] in self.words.support_verbs:
                return self.grammar.agents(child)
        return []

    def occasion(self, noun: int) -> list[int]:
        """Who acts on the occasion a noun names: "during a visit to Kyiv, the minister said"."""
        tokens = self.tokens
        top = self.grammar.first_conjunct(noun)
        head = tokens.heads[top]
        owned = any(
            tokens.dep[c] == "poss" and tokens.tag[c] != "PRP$" for c in tokens.children[noun]
        )
        if owned or tokens.dep[top] != "pobj" or tokens.lower[head] not in self.words.occasions:
            return []
        verb = tokens.heads[head]
        if tokens.pos[verb] in VERBAL:
            return self.subject(verb)
        return [verb] if self.found.holder[verb] is not None else []

    def referent(self, noun: int) -> list[int]:
        """Whom a role noun describes: "X is an ally of", "its ally X", "X, a member of"."""
        tokens = self.tokens
        dep, head = tokens.dep[noun], tokens.heads[noun]
        if dep == "pobj" and tokens.lower[head] == "of":
            measure = tokens.heads[head]
            if tokens.lemma[measure] in self.words.quantities:
                dep, head = tokens.dep[measure], tokens.heads[measure]
        if dep == "conj" and tokens.dep[head] in ("attr", "appos"):
            dep, head = tokens.dep[head], tokens.heads[head]
        if dep == "attr" and tokens.lemma[head] in ("be", "become", "remain"):
            return self.subject(head)
        if dep == "pobj" and tokens.lower[head] == "as":
            verb = tokens.heads[head]
            return self.subject(verb) if tokens.lemma[verb] in ("serve", "act", "work") else []
        if dep == "nsubj" and tokens.lemma[head] == "be":
            attribute = tokens.child(head, "attr")
            return [] if attribute is None else [attribute]
        if dep == "appos":
            return [head] if self._closed(noun) or dep != tokens.dep[noun] else []
        named = [c for c in tokens.children[noun] if tokens.dep[c] == "appos"]
        if named:
            return named
        if dep in ("compound", "nmod") and head > noun:
            return [head]
        beside = self.found.holder[noun + 1] if noun + 1 < len(tokens) else None
        if beside is not None and beside.start == noun + 1 and beside.kind == "name":
            return [beside.end - 1]
        return []

    def _closed(self, noun: int) -> bool:
        """Whether an apposition ends in a pause, as "X, an ally of Y," does, rather than a verb."""
        tokens = self.tokens
        after = tokens.rights[noun] + 1
        return after >= len(tokens) or tokens.pos[after] not in ("VERB", "AUX")

    def _passive_head(self, verb: int) -> list[int]:
        """The noun a reduced passive stands on ("arms supplied by", "X, captured in May, ...")."""
        tokens = self.tokens
        while tokens.dep[verb] == "conj" and tokens.heads[verb] != verb:
            verb = tokens.heads[verb]
        head = tokens.heads[verb]
        if tokens.dep[verb] in ("acl", "relcl"):
            return [head]
        if tokens.dep[verb] == "advcl" and tokens.pos[head] in VERBAL:
            return self.subject(head)
        return []

    def _controller(self, head: int, depth: int) -> list[int]:
        """The subject of an infinitive: the object of "urged X to", else the subject above."""
        tokens = self.tokens
        if tokens.pos[head] not in VERBAL:
            return []
        if tokens.lemma[head] in self.words.object_control:
            inner = self.object(head)
            if inner:
                return inner
        if self.grammar.is_passive(head):
            own = self.grammar.passive_subject(head)
            return [self.grammar.antecedent(own, head)] if own is not None else []
        return self.subject(head, depth + 1)

    def _governor_of_gerund(self, preposition: int, depth: int) -> list[int]:
        """The doer of "accused X of doing", "thanked X for doing", "after doing"."""
        tokens = self.tokens
        head = tokens.heads[preposition]
        if tokens.pos[head] not in VERBAL:
            return self._planner(head) if tokens.lower[preposition] == "of" else []
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

    def _planner(self, noun: int) -> list[int]:
        """Whose plan, promise or attempt a noun names: "Russia's attempt to capture"."""
        owners = self.heads(noun, "possessor") or self.modifiers(noun)
        owners = owners or self.grammar.after_prepositions(self.tokens.children[noun], "of")
        return owners or self.carrier(noun)
